//! The editor's work list, and the letters that ask providers to confirm.

use chrono::TimeDelta;
use desk::{Desk, Fault, ServiceNote, WorkList, WorkListSearch};
use directory::{Assurance, CouncilId, ServiceState};
use sederunt_tests::date;
use sederunt_tests::office::{Office, edition};

use crate::directory_editing::{
    FIFE, a_new_service, add, an_editors_office, change, confirm, id, page, service,
};

fn everything() -> WorkListSearch {
    WorkListSearch {
        council: None,
        assurance: None,
        words: String::new(),
        from: 0,
        limit: 1_000,
    }
}

fn list(desk: &Desk, search: &WorkListSearch) -> WorkList {
    desk.work_list(search).expect("a work list")
}

fn ids(list: &WorkList) -> Vec<&str> {
    let rows = list.rows.iter();
    rows.map(|row| row.row.service.id.0.as_str()).collect()
}

fn count(list: &WorkList, state: Assurance) -> u32 {
    let mut states = list.states.iter();
    let found = states.find(|count| count.assurance == state);
    found.map_or(0, |count| count.count)
}

/// Takes every running entry but those named off the list, so that what a test looks at stands alone.
fn an_office_where_all_is_confirmed_but(left: &[&str]) -> Office {
    let mut office = an_editors_office();
    let rows = list(office.desk(), &everything()).rows;
    let rest: Vec<String> = rows
        .into_iter()
        .map(|row| row.row.service.id.0)
        .filter(|id| !left.contains(&id.as_str()))
        .collect();
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    confirm(office.desk(), &rest).expect("a confirmation");
    office
}

#[test]
fn at_first_every_entry_that_runs_is_to_be_confirmed() {
    let mut office = an_editors_office();

    let list = list(office.desk(), &everything());

    let runs = |state| matches!(state, ServiceState::Current | ServiceState::Unknown);
    let services = &edition().services;
    let running = services
        .iter()
        .filter(|service| runs(service.state))
        .count();
    assert_eq!(list.matched as usize, running);
    assert_eq!(count(&list, Assurance::NeverAssured) as usize, running);
    assert!(
        list.rows
            .iter()
            .all(|row| row.due_on.is_none() && !row.escalated)
    );
}

#[test]
fn those_of_one_provider_stand_together() {
    let mut office = an_editors_office();

    let list = list(office.desk(), &everything());

    let mut providers: Vec<&str> = list.rows.iter().map(|row| row.provider.as_str()).collect();
    providers.dedup();
    let together = providers.len();
    providers.sort_unstable();
    providers.dedup();
    assert_eq!(providers.len(), together);
    let fife = list.rows.iter().find(|row| row.row.service.id.0 == FIFE);
    assert_eq!(fife.expect("a row").provider, "Fife Council");
}

#[test]
fn what_was_confirmed_comes_back_on_its_ninety_third_day() {
    let mut office = an_office_where_all_is_confirmed_but(&[]);
    office.clock.pass(TimeDelta::days(92));
    assert_eq!(list(office.desk(), &everything()).matched, 0);
    office.clock.pass(TimeDelta::days(1));

    let due = list(office.desk(), &everything());

    assert_eq!(count(&due, Assurance::Due), due.matched);
    assert_eq!(count(&due, Assurance::Fresh), 0);
    assert!(
        due.rows
            .iter()
            .all(|row| row.due_on == Some(date("2027-02-24")))
    );
}

#[test]
fn the_most_overdue_comes_first_and_brings_its_provider_with_it() {
    let mut office = an_office_where_all_is_confirmed_but(&["pg-right-track"]);
    office.clock.pass(TimeDelta::days(10));
    confirm(office.desk(), &[FIFE]).expect("a confirmation");
    office.clock.pass(TimeDelta::days(100));

    let list = list(office.desk(), &everything());

    let first = &list.rows[0];
    assert_eq!(first.row.service.id.0, "pg-right-track", "never confirmed");
    let fife = ids(&list).iter().position(|id| *id == FIFE);
    let of_fife: Vec<usize> = list
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.provider == "Fife Council")
        .map(|(at, _)| at)
        .collect();
    assert_eq!(fife, of_fife.last().copied(), "the latest of its provider");
    assert!(of_fife.len() > 1);
}

#[test]
fn a_work_list_holds_what_is_asked_for_and_gives_it_by_pages() {
    let mut office = an_editors_office();
    let desk = office.desk();
    confirm(desk, &[FIFE]).expect("a confirmation");
    let fresh = WorkListSearch {
        assurance: Some(Assurance::Fresh),
        ..everything()
    };
    let fife = WorkListSearch {
        council: Some(CouncilId("S12000047".into())),
        ..everything()
    };
    let words = WorkListSearch {
        words: " CALEDONIAN  system ".into(),
        ..everything()
    };
    let second_page = WorkListSearch {
        from: 10,
        limit: 10,
        ..everything()
    };

    let all = list(desk, &everything());
    let lists = [fresh, fife, words].map(|search| list(desk, &search));
    let page = list(desk, &second_page);

    assert_eq!(ids(&lists[0]), [FIFE]);
    let takes = |row: &desk::WorkRow| {
        let council = CouncilId("S12000047".into());
        row.row.service.area.takes_in(&council)
    };
    assert!(lists[1].rows.iter().all(takes) && lists[1].matched < all.matched);
    assert!(ids(&lists[2]).iter().all(|id| id.contains("caledonian")));
    assert!(!lists[2].rows.is_empty());
    assert_eq!(ids(&page), ids(&all)[10..20]);
    assert_eq!(page.matched, all.matched);
}

#[test]
fn an_entry_goes_to_its_deputy_after_thirty_days_and_to_somebody_in_any_case_once_stale() {
    let mut office = an_office_where_all_is_confirmed_but(&[]);
    let deputised = "pg-right-track";
    let with_deputy = ServiceNote {
        id: id(deputised),
        note: None,
        reviewer: Some("Team manager".into()),
        deputy: Some("Team leader".into()),
    };
    office
        .desk()
        .keep_service_note(&with_deputy)
        .expect("a note");
    let escalated = |office: &mut Office| {
        let list = list(office.desk(), &everything());
        let rows = list.rows.iter().filter(|row| row.escalated);
        rows.map(|row| row.row.service.id.0.clone())
            .collect::<Vec<_>>()
    };

    office.clock.pass(TimeDelta::days(122));
    assert_eq!(escalated(&mut office), [""; 0]);
    office.clock.pass(TimeDelta::days(1));

    let all = list(office.desk(), &everything()).matched;
    assert_eq!(escalated(&mut office).len(), all as usize);
}

#[test]
fn an_entry_that_ended_is_not_asked_about() {
    let mut office = an_editors_office();
    let before = list(office.desk(), &everything()).matched;

    change(office.desk(), FIFE, |service| {
        service.state = ServiceState::Historical;
    });

    let after = list(office.desk(), &everything());
    assert_eq!(after.matched, before - 1);
    assert!(!ids(&after).contains(&FIFE));
}

#[test]
fn a_letter_holds_every_fact_and_asks_for_an_answer_in_a_fortnight() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let note = ServiceNote {
        id: id(FIFE),
        note: Some("They are slow to answer.".into()),
        reviewer: Some("Team manager".into()),
        deputy: None,
    };
    desk.keep_service_note(&note).expect("a note");
    change(desk, FIFE, |service| {
        service.length = Some("Two years".into());
    });

    let letter = desk.confirmation_letter(&[id(FIFE)]).expect("a letter");

    assert_eq!(letter.to, "Fife Council");
    assert_eq!(
        letter.subject,
        "Is this still right? Caledonian System, Fife"
    );
    let held = service(desk, FIFE);
    for fact in [
        "23 November 2026",
        "by 7 December 2026",
        held.name.as_str(),
        held.description.as_str(),
        "Area: Fife",
        "Takes: sex: Men only",
        "Takes: age: 18 or over",
        "Length: Two years",
        "Began: 2019",
        "Nobody has confirmed this entry to us yet.",
        "[ ] Right   [ ] It should say:",
        "Contact: ____",
        "Ailsa Specimen",
    ] {
        assert!(
            letter.text.contains(fact),
            "{fact} is not in:\n{}",
            letter.text
        );
    }
    for ours in ["slow to answer", "Team manager", "Not checked", "https://"] {
        assert!(!letter.text.contains(ours), "{ours} is ours to keep");
    }
}

#[test]
fn a_letter_is_to_one_provider() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let mut other = a_new_service("Another of Fife's");
    other.providers = service(desk, FIFE).providers;
    let other = add(desk, other);

    let two = desk.confirmation_letter(&[id(FIFE), id(&other), id(FIFE)]);
    let of_several = desk.confirmation_letter(&[id(FIFE), id("pg-right-track")]);
    let of_none = desk.confirmation_letter(&[]);
    let unknown = desk.confirmation_letter(&[id("none")]);

    let two = two.expect("a letter");
    assert_eq!(two.subject, "Is this still right? 2 of your services");
    assert!(two.text.contains("1. Caledonian System, Fife"));
    assert!(two.text.contains("2. Another of Fife's"));
    let bad = Some(Fault::BadInput {
        field: "ids".into(),
    });
    assert_eq!(of_several.err(), bad);
    assert_eq!(of_none.err(), bad);
    assert_eq!(unknown.err(), Some(Fault::NotFound));
    assert_eq!(page(desk, FIFE).rev, 0, "a letter changes nothing");
}
