//! What holds of a week whatever stands in it.

use chrono::{NaiveTime, Weekday};
use law::{
    Clash, Commitment, CommitmentKind, Compatibility, StayInLimit, Week, WeekFinding, WeekLaw,
};
use proptest::prelude::*;

const DAY: u32 = 24 * 60;

fn a_kind() -> impl Strategy<Value = CommitmentKind> {
    prop::sample::select(vec![
        CommitmentKind::StayIn,
        CommitmentKind::KeepAway,
        CommitmentKind::UnpaidWork,
        CommitmentKind::Programme,
        CommitmentKind::Appointment,
        CommitmentKind::Treatment,
        CommitmentKind::Work,
        CommitmentKind::Education,
        CommitmentKind::Caring,
        CommitmentKind::Religion,
        CommitmentKind::Other,
    ])
}

/// A time on the quarter of an hour, so that ends often touch.
fn a_time() -> impl Strategy<Value = NaiveTime> {
    (0..96_u32).prop_map(|quarter| time(quarter * 15))
}

fn time(minute: u32) -> NaiveTime {
    NaiveTime::from_num_seconds_from_midnight_opt(minute % DAY * 60, 0).expect("a time")
}

fn some_days() -> impl Strategy<Value = Vec<Weekday>> {
    let day = (0..7_u8).prop_map(|day| Weekday::try_from(day).expect("a day"));
    prop::collection::vec(day, 0..9)
}

fn a_commitment(travel: impl Strategy<Value = u16>) -> impl Strategy<Value = Commitment> {
    let named = prop::sample::select(vec!["", "tag at home", "shift"]);
    let parts = (
        a_kind(),
        named,
        some_days(),
        a_time(),
        a_time(),
        travel,
        any::<bool>(),
    );
    parts.prop_map(
        |(kind, name, days, from, until, travel, at_home)| Commitment {
            kind,
            name: name.to_owned(),
            days,
            from,
            until,
            travel,
            at_home,
        },
    )
}

fn a_week() -> impl Strategy<Value = Vec<Commitment>> {
    prop::collection::vec(a_commitment(0..181_u16), 0..7)
}

fn the_law() -> WeekLaw {
    WeekLaw {
        stay_in: Some(StayInLimit {
            most_hours_a_day: 12,
            authority: "s.1".to_owned(),
            of: vec![],
        }),
        compatibility: Some(Compatibility {
            authority: "s.2".to_owned(),
            of: vec![],
        }),
    }
}

fn found(commitments: Vec<Commitment>) -> WeekFinding {
    Week { commitments }.try_out(&the_law())
}

/// The minutes of the week, counted one by one, that a commitment takes up.
fn taken_up(commitment: &Commitment, with_travel: bool) -> Vec<bool> {
    let at = |time: NaiveTime| {
        let since = time.signed_duration_since(NaiveTime::MIN).num_minutes();
        u32::try_from(since).expect("minutes of a day")
    };
    let minutes = match (at(commitment.until) + DAY - at(commitment.from)) % DAY {
        0 => DAY,
        some => some,
    };
    let goes = with_travel && !commitment.at_home && commitment.kind != CommitmentKind::StayIn;
    let way = if goes {
        u32::from(commitment.travel)
    } else {
        0
    };
    let mut week = vec![false; 7 * DAY as usize];
    for day in &commitment.days {
        let from = day.num_days_from_monday() * DAY + at(commitment.from) + 7 * DAY - way;
        for minute in from..from + minutes + 2 * way {
            if let Some(taken) = week.get_mut((minute % (7 * DAY)) as usize) {
                *taken = true;
            }
        }
    }
    week
}

fn minutes_of(clash: &Clash) -> Vec<usize> {
    let commitment = Commitment {
        kind: CommitmentKind::Other,
        name: String::new(),
        days: vec![clash.day],
        from: clash.from,
        until: clash.until,
        travel: 0,
        at_home: true,
    };
    let week = taken_up(&commitment, false).into_iter().enumerate();
    week.filter_map(|(minute, taken)| taken.then_some(minute))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_clash_of_two_lies_within_both(week in a_week()) {
        for clash in found(week.clone()).clashes {
            if clash.authority.as_deref() == Some("s.1") {
                continue;
            }
            prop_assert_eq!(clash.between.len(), 2);
            for place in &clash.between {
                let commitment = week.get(*place as usize).expect("a commitment of the week");
                let taken = taken_up(commitment, true);
                let within = minutes_of(&clash).into_iter().all(|minute| taken.get(minute) == Some(&true));
                prop_assert!(within, "{:?}", clash);
            }
        }
    }

    #[test]
    fn no_shared_minute_is_left_out(week in a_week()) {
        let finding = found(week.clone());
        for (one, first) in week.iter().enumerate() {
            for (other, second) in week.iter().enumerate().skip(one + 1) {
                let stays = |c: &Commitment| c.kind == CommitmentKind::StayIn;
                let no_matter = first.kind == CommitmentKind::KeepAway
                    || second.kind == CommitmentKind::KeepAway
                    || (stays(first) && (stays(second) || second.at_home))
                    || (stays(second) && first.at_home);
                let (mine, theirs) = (taken_up(first, false), taken_up(second, false));
                let share = !no_matter && mine.iter().zip(&theirs).any(|(a, b)| *a && *b);
                let pair = [one, other].map(|place| u32::try_from(place).expect("a place"));
                let of_both = |clash: &Clash| clash.between == pair && clash.authority.as_deref() != Some("s.1");
                let told = finding.clashes.iter().any(of_both);
                prop_assert!(!share || told, "{:?} and {:?}", first, second);
                prop_assert!(!no_matter || !told, "{:?} and {:?}", first, second);
            }
        }
    }

    #[test]
    fn the_hours_in_are_those_counted_minute_by_minute(week in a_week()) {
        let mut stays = vec![false; 7 * DAY as usize];
        for commitment in week.iter().filter(|c| c.kind == CommitmentKind::StayIn) {
            for (held, taken) in stays.iter_mut().zip(taken_up(commitment, false)) {
                *held |= taken;
            }
        }
        let counted: Vec<usize> = stays
            .chunks(DAY as usize)
            .map(|day| day.iter().filter(|held| **held).count())
            .collect();

        let finding = found(week);

        let told: Vec<usize> = finding.stay_in.iter().map(|minutes| (*minutes).into()).collect();
        prop_assert_eq!(&told, &counted);
        let too_long = finding.clashes.iter().filter(|c| c.authority.as_deref() == Some("s.1"));
        prop_assert_eq!(too_long.count(), counted.iter().filter(|minutes| **minutes > 720).count());
    }

    #[test]
    fn the_order_of_the_commitments_does_not_matter(week in a_week()) {
        let told = |finding: &WeekFinding, place: &dyn Fn(u32) -> u32| {
            let mut clashes = finding.clashes.clone();
            for clash in &mut clashes {
                clash.between = clash.between.iter().map(|at| place(*at)).collect();
                clash.between.sort_unstable();
            }
            clashes.sort_by_key(|clash| format!("{clash:?}"));
            clashes
        };
        let last = u32::try_from(week.len()).expect("a few").saturating_sub(1);
        let turned: Vec<_> = week.iter().rev().cloned().collect();

        let (before, after) = (found(week), found(turned));

        prop_assert_eq!(&before.stay_in, &after.stay_in);
        prop_assert_eq!(told(&before, &|at| at), told(&after, &|at| last - at));
    }

    #[test]
    fn nothing_that_can_be_written_stops_it(week in prop::collection::vec(a_commitment(any::<u16>()), 0..5)) {
        let finding = found(week);

        prop_assert_eq!(finding.stay_in.len(), 7);
    }
}
