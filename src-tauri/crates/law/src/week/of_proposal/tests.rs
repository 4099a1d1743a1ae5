use chrono::Weekday::{self, Fri, Mon, Sat, Sun, Thu, Tue, Wed};

use super::*;
use crate::competence::tests::an_option;
use crate::{Compatibility, DoneWithin, StayInLimit, Term};

const EVERY_DAY: [Weekday; 7] = [Mon, Tue, Wed, Thu, Fri, Sat, Sun];

fn id(option: &str) -> OptionId {
    OptionId(option.into())
}

/// A tag, payback work and supervision, a treatment order, and a fine, which takes up no time.
fn menu() -> Vec<MenuOption> {
    let entry = |option, in_week: &[CommitmentKind]| MenuOption {
        in_week: in_week.to_vec(),
        ..an_option(option)
    };
    let work = MenuOption {
        done_within: Some(DoneWithin {
            term: Term::months(6),
            says: "It must be finished in 6 months.".into(),
            authority: "s.227L".into(),
        }),
        ..entry("work", &[CommitmentKind::UnpaidWork])
    };
    vec![
        entry("tag", &[CommitmentKind::StayIn, CommitmentKind::KeepAway]),
        entry("bail-tag", &[CommitmentKind::StayIn]),
        work,
        entry("more-work", &[CommitmentKind::UnpaidWork]),
        entry("supervision", &[CommitmentKind::Appointment]),
        entry("treatment-order", &[CommitmentKind::Treatment]),
        entry("fine", &[]),
    ]
}

fn the_law() -> WeekLaw {
    WeekLaw {
        stay_in: Some(StayInLimit {
            most_hours_a_day: 12,
            authority: "s.1".into(),
            of: vec![id("tag")],
        }),
        compatibility: Some(Compatibility {
            authority: "s.2".into(),
            of: vec![id("work"), id("supervision")],
        }),
    }
}

fn a(kind: CommitmentKind, days: &[Weekday], from: &str, until: &str) -> Commitment {
    Commitment {
        kind,
        name: String::new(),
        days: days.to_vec(),
        from: from.parse().unwrap(),
        until: until.parse().unwrap(),
        travel: 0,
        at_home: false,
    }
}

fn beside(parts: Vec<Part>, commitments: Vec<Commitment>) -> Vec<PartInWeek> {
    Week { commitments }.beside(&Proposal { parts }, &menu(), &the_law())
}

fn a_tag(from: &str, until: &str) -> Commitment {
    a(CommitmentKind::StayIn, &EVERY_DAY, from, until)
}

#[test]
fn each_part_is_told_of_what_stands_for_it_and_a_part_without_times_of_nothing() {
    let week = vec![
        a(CommitmentKind::Work, &[Mon], "08:00", "16:00"),
        a_tag("19:00", "07:00"),
        a(CommitmentKind::KeepAway, &[Sat], "00:00", "00:00"),
    ];

    let found = beside(
        vec![Part::of("fine"), Part::of("tag"), Part::of("work")],
        week,
    );

    let told: Vec<_> = found
        .iter()
        .map(|part| (part.option.0.as_str(), part.stands.as_slice()))
        .collect();
    assert_eq!(told, [("tag", &[1, 2][..]), ("work", &[][..])]);
}

#[test]
fn two_parts_that_clash_are_both_told_and_a_clash_of_the_person_s_own_is_not_theirs() {
    let week = vec![
        a_tag("18:00", "06:00"),
        a(CommitmentKind::UnpaidWork, &[Tue], "16:00", "19:00"),
        a(CommitmentKind::Education, &[Wed], "10:00", "12:00"),
        a(CommitmentKind::Caring, &[Wed], "11:00", "13:00"),
    ];

    let found = beside(
        vec![Part::of("tag"), Part::of("work"), Part::of("supervision")],
        week,
    );

    let clashes: Vec<usize> = found.iter().map(|part| part.clashes.len()).collect();
    assert_eq!(clashes, [1, 1, 0]);
    assert_eq!(found[0].clashes[0].between, [0, 1]);
    assert_eq!(found[0].clashes[0].day, Tue);
}

#[test]
fn the_provision_is_cited_only_for_the_orders_of_which_it_speaks() {
    let week = || {
        vec![
            a(CommitmentKind::UnpaidWork, &[Fri], "09:00", "12:00"),
            a(CommitmentKind::Treatment, &[Fri], "11:00", "13:00"),
            a(CommitmentKind::Work, &[Fri], "08:00", "10:00"),
            a(CommitmentKind::Appointment, &[Fri], "11:30", "12:00"),
        ]
    };
    let cited = |part: &PartInWeek| -> Vec<(Vec<u32>, Option<String>)> {
        let clashes = part.clashes.iter();
        clashes
            .map(|clash| (clash.between.clone(), clash.authority.clone()))
            .collect()
    };

    let found = beside(
        vec![
            Part::of("work"),
            Part::of("treatment-order"),
            Part::of("supervision"),
        ],
        week(),
    );

    // Work under the order against the person's own work, and against its other requirement.
    assert_eq!(
        cited(&found[0]),
        [
            (vec![0, 2], Some("s.2".into())),
            (vec![0, 1], None),
            (vec![0, 3], Some("s.2".into())),
        ]
    );
    assert_eq!(
        cited(&found[1]),
        [(vec![0, 1], None), (vec![1, 3], None)],
        "another order beside it is none of its requirements"
    );
}

#[test]
fn more_than_twelve_hours_break_an_order_that_the_limit_reaches_and_no_other() {
    let week = || vec![a_tag("18:30", "07:00")];

    let of_an_order = beside(vec![Part::of("tag")], week());
    let on_bail = beside(vec![Part::of("bail-tag")], week());
    let just = beside(vec![Part::of("tag")], vec![a_tag("19:00", "07:00")]);

    assert!(of_an_order[0].breaks());
    assert_eq!(of_an_order[0].clashes.len(), 7);
    assert_eq!(of_an_order[0].clashes[0].authority.as_deref(), Some("s.1"));
    assert_eq!((on_bail[0].breaks(), on_bail[0].clashes.len()), (false, 0));
    assert!(!just[0].breaks());
}

fn hours_of(option: &str, hours: u32) -> Part {
    Part {
        hours: Some(hours),
        ..Part::of(option)
    }
}

#[test]
fn hours_that_the_week_has_room_for_in_time_fit_and_an_hour_more_does_not() {
    // Six months hold 26 whole weeks.
    let week = || vec![a(CommitmentKind::UnpaidWork, &[Sat], "09:00", "16:00")];

    let in_time = &beside(vec![hours_of("work", 182)], week())[0].notes[0];
    let late = &beside(vec![hours_of("work", 183)], week())[0].notes[0];

    assert_eq!(
        in_time.says,
        "At 7 hours a week, 182 hours of work take 26 weeks."
    );
    assert_eq!((in_time.fits, &in_time.rule), (true, &None));
    assert_eq!(
        late.says,
        "At 7 hours a week, 183 hours of work take 27 weeks. To be done in time they need 7 hours \
         3 minutes a week."
    );
    assert!(!late.fits);
    assert_eq!(
        late.rule.as_deref(),
        Some("It must be finished in 6 months.")
    );
    assert_eq!(late.authority.as_deref(), Some("s.227L"));
}

#[test]
fn work_of_two_parts_shares_the_hours_of_the_week() {
    let week = vec![a(CommitmentKind::UnpaidWork, &[Sat], "09:00", "16:00")];

    let found = beside(vec![hours_of("work", 70), hours_of("more-work", 70)], week);

    let says: Vec<&str> = found.iter().map(|one| one.notes[0].says.as_str()).collect();
    assert_eq!(
        says,
        ["At 7 hours a week, 140 hours of work take 20 weeks."; 2]
    );
}

#[test]
fn without_hours_or_without_days_there_is_no_pace() {
    let never = a(CommitmentKind::UnpaidWork, &[], "09:00", "16:00");
    let some = a(CommitmentKind::UnpaidWork, &[Sat], "09:00", "16:00");

    assert!(
        beside(vec![hours_of("work", 100)], vec![never])[0]
            .notes
            .is_empty()
    );
    assert!(
        beside(vec![Part::of("work")], vec![some])[0]
            .notes
            .is_empty()
    );
    assert!(
        beside(vec![hours_of("work", 100)], vec![])[0]
            .notes
            .is_empty()
    );
}

#[test]
fn a_day_longer_than_the_proposal_says_does_not_fit() {
    let tag = |hours| Part {
        hours_a_day: Some(hours),
        ..Part::of("tag")
    };
    let week = || vec![a_tag("21:00", "07:00")];

    let longer = &beside(vec![tag(9)], week())[0].notes;
    let as_long = &beside(vec![tag(10)], week())[0].notes;

    assert_eq!(
        longer[0].says,
        "The week asks for 10 hours in on its longest day, and the proposal says 9 hours a day."
    );
    assert!(!longer[0].fits);
    assert!(as_long.is_empty());
}
