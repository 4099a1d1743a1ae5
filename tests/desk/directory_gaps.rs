//! "Nothing suitable": who may note it, what of it is kept, and who sees whose case it was.

use casework::CaseId;
use chrono::TimeDelta;
use desk::{Desk, Fault, GapSearch, NewGap, Role};
use directory::{CouncilId, GapId, Provision};
use law::OptionId;
use sederunt_tests::office::Office;
use sederunt_tests::{a_case, an_office, date};
use uuid::Uuid;

use crate::directory_editing::log;
use crate::permissions::{desk_of, seated, somebody_else};

const FIFE: &str = "S12000047";
const PERTH: &str = "S12000048";

fn a_gap() -> NewGap {
    NewGap {
        need: "O3".into(),
        council: CouncilId(FIFE.into()),
        provision: Provision::Specialist,
        option: Some(OptionId("cpo-programme".into())),
        wanted: Some(" An evening group for women. ".into()),
        record: None,
    }
}

fn of_case(case: CaseId) -> NewGap {
    NewGap {
        record: Some(case.0),
        ..a_gap()
    }
}

fn every_gap() -> GapSearch {
    GapSearch {
        from: None,
        until: None,
        council: None,
        need: None,
    }
}

fn note(desk: &mut Desk, gap: &NewGap) -> GapId {
    desk.note_gap(gap).expect("a gap")
}

fn bad(field: &str) -> Fault {
    Fault::BadInput {
        field: field.into(),
    }
}

/// An office with a case of Morag Example, known as Mo, and a report about her.
fn an_office_with_a_case() -> (Office, CaseId) {
    let mut office = an_office().open();
    let case = office.desk().add_case(a_case().build()).expect("a case");
    (office, case.id)
}

#[test]
fn a_gap_is_kept_with_its_day_and_counted_by_need_and_council() {
    let mut office = an_office().open();
    note(office.desk(), &a_gap());
    office.clock.pass(TimeDelta::days(1));
    let desk = office.desk();
    let universal = NewGap {
        provision: Provision::Universal,
        ..a_gap()
    };
    note(desk, &universal);
    let elsewhere = NewGap {
        council: CouncilId(PERTH.into()),
        need: "O2".into(),
        ..a_gap()
    };
    let last = note(desk, &elsewhere);

    let gaps = desk.gaps(&every_gap()).expect("gaps");

    let counts: Vec<(&str, &str, u32, u32)> = gaps
        .matrix
        .counts
        .iter()
        .map(|c| {
            (
                c.need.as_str(),
                c.council.0.as_str(),
                c.specialist,
                c.universal,
            )
        })
        .collect();
    assert_eq!(counts, [("O2", PERTH, 1, 0), ("O3", FIFE, 1, 1)]);
    assert_eq!(gaps.matrix.total, 3);
    assert_eq!(gaps.lines[0].gap.id, last, "the newest first");
    let first = &gaps.lines[2];
    assert_eq!(first.gap.on, date("2026-11-23"));
    assert_eq!(first.council, "Fife");
    assert_eq!(first.need, "Substance misuse reduced or stabilised");
    assert_eq!(
        first.gap.wanted.as_deref(),
        Some("An evening group for women.")
    );
}

#[test]
fn gaps_are_counted_of_the_days_the_council_and_the_need_asked_for() {
    let mut office = an_office().open();
    note(office.desk(), &a_gap());
    office.clock.pass(TimeDelta::days(9));
    let desk = office.desk();
    note(
        desk,
        &NewGap {
            council: CouncilId(PERTH.into()),
            need: "O2".into(),
            ..a_gap()
        },
    );
    let counted = |search: GapSearch| {
        let gaps = desk.gaps(&search).expect("gaps");
        (gaps.matrix.total, gaps.lines.len())
    };

    let searches = [
        GapSearch {
            from: Some(date("2026-11-24")),
            ..every_gap()
        },
        GapSearch {
            until: Some(date("2026-12-01")),
            ..every_gap()
        },
        GapSearch {
            council: Some(CouncilId(FIFE.into())),
            ..every_gap()
        },
        GapSearch {
            need: Some("O2".into()),
            ..every_gap()
        },
        every_gap(),
    ];

    let answers = searches.map(counted);
    assert_eq!(answers, [(1, 1), (1, 1), (1, 1), (1, 1), (2, 2)]);
}

#[test]
fn what_no_list_holds_is_refused() {
    let mut office = an_office().open();
    let desk = office.desk();
    let refused = [
        (
            "need",
            NewGap {
                need: "O10".into(),
                ..a_gap()
            },
        ),
        (
            "council",
            NewGap {
                council: CouncilId("S12000015".into()),
                ..a_gap()
            },
        ),
        (
            "option",
            NewGap {
                option: Some(OptionId("none-such".into())),
                ..a_gap()
            },
        ),
        (
            "wanted",
            NewGap {
                wanted: Some("x".repeat(8_001)),
                ..a_gap()
            },
        ),
    ];

    for (field, gap) in refused {
        assert_eq!(desk.note_gap(&gap), Err(bad(field)));
    }
    let unknown = NewGap {
        record: Some(Uuid::nil()),
        ..a_gap()
    };
    assert_eq!(desk.note_gap(&unknown), Err(Fault::NotFound));
    assert_eq!(desk.gaps(&every_gap()).expect("gaps").matrix.total, 0);
}

#[test]
fn words_that_name_the_person_or_the_case_are_refused() {
    let (mut office, case) = an_office_with_a_case();
    let page = office.desk().case_page(case).expect("the case").record;
    let (person, reference) = (page.case.person, page.reference);
    let forename = person.forenames.split(' ').next().expect("a forename");
    let named = [
        format!("A group for {}", person.surname.to_lowercase()),
        format!("{}'s own worker", person.surname),
        format!("Somewhere {forename} can walk to"),
        format!("See {}", reference.to_lowercase()),
    ];

    for wanted in named {
        let gap = NewGap {
            wanted: Some(wanted.clone()),
            ..of_case(case)
        };

        assert_eq!(office.desk().note_gap(&gap), Err(bad("wanted")), "{wanted}");
    }
    let lower = NewGap {
        wanted: Some(format!("a {} is a word too", forename.to_lowercase())),
        ..of_case(case)
    };
    note(office.desk(), &lower);
}

#[test]
fn a_gap_is_noted_from_a_case_or_report_of_ones_own_and_shows_it_to_its_owner_alone() {
    let (mut office, case) = an_office_with_a_case();
    let form = casework::FormId("jswr-2023".into());
    let report = office.desk().begin_report(case, &form).expect("a report");
    note(office.desk(), &of_case(case));
    office.clock.pass(TimeDelta::days(1));
    let of_report = NewGap {
        record: Some(report.id.0),
        ..a_gap()
    };
    note(office.desk(), &of_report);

    let own = office.desk().gaps(&every_gap()).expect("gaps");
    office.close();
    let mut other = seated(&office, somebody_else);
    let refused = other.note_gap(&of_report);
    let others = other.gaps(&every_gap()).expect("gaps");
    other.close().expect("the store closes");

    for line in &own.lines {
        assert_eq!(line.case_id, Some(case.0));
        assert!(
            line.case
                .as_deref()
                .is_some_and(|case| case.contains("EXAMPLE"))
        );
        assert!(line.gap.record.is_some());
    }
    let act = "note_gap".to_owned();
    assert_eq!(refused, Err(Fault::NotYours { act }));
    assert_eq!(others.matrix.total, 2, "the count is everybody's");
    for line in &others.lines {
        assert_eq!(
            (line.case_id, &line.case, line.gap.record),
            (None, &None, None)
        );
    }
}

#[test]
fn a_role_that_reads_no_case_is_shown_none_though_it_is_its_own() {
    let (mut office, case) = an_office_with_a_case();
    note(office.desk(), &of_case(case));
    office.close();

    let desk = desk_of(&office, Role::SystemAdministrator);
    let gaps = desk.gaps(&every_gap()).expect("gaps");

    assert_eq!(gaps.lines[0].case, None);
    assert_eq!(gaps.lines[0].gap.record, None);
}

#[test]
fn a_gap_leaves_its_entry_in_the_log() {
    let (mut office, case) = an_office_with_a_case();
    let gap = note(office.desk(), &of_case(case));

    let log = log(&mut office);

    let entry = log.last().expect("an entry");
    assert_eq!(entry.event, "gap.note");
    assert_eq!(entry.records, [case.0.to_string(), gap.0.to_string()]);
}
