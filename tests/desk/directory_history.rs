//! What was done to an entry is told, and taken back.

use desk::Fault;
use directory::{ChangeId, Deed, Origin};
use sederunt_tests::date;

use crate::directory_editing::{
    FIFE, a_new_service, add, an_editors_office, bad, change, confirm, done, events, history, id,
    log, page, service,
};

#[test]
fn a_history_tells_each_part_that_changed_and_who_changed_it() {
    let mut office = an_editors_office();
    let desk = office.desk();

    change(desk, FIFE, |service| {
        service.length = Some("Two years".into());
        service.eligibility.age_from = Some(21);
    });

    let lines = history(desk, FIFE);
    assert_eq!(lines[0].by, "Ailsa Specimen, Social worker");
    let parts = lines[0].parts.iter();
    let told: Vec<(&str, &str, &str)> = parts
        .map(|part| {
            (
                part.part.as_str(),
                part.before.as_str(),
                part.after.as_str(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("Takes: age", "18 or over", "21 or over"),
            ("Length", "", "Two years")
        ]
    );
    assert!(matches!(
        desk.service_history(&id("none")),
        Err(Fault::NotFound)
    ));
}

#[test]
fn a_change_is_taken_back_though_other_parts_were_changed_after_it() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let length = change(desk, FIFE, |service| {
        service.length = Some("Two years".into());
    });
    change(desk, FIFE, |service| service.cost = Some("None".into()));
    confirm(desk, &[FIFE]).expect("a confirmation");
    assert!(
        history(desk, FIFE)
            .iter()
            .all(|line| line.can_be_taken_back)
    );

    let page = desk.take_back_change(length).expect("it is taken back");

    let now = page.row.service;
    assert_eq!((now.length, now.cost.as_deref()), (None, Some("None")));
    assert_eq!(now.assured_on, Some(date("2026-11-23")));
    let lines = history(desk, FIFE);
    assert_eq!(lines.len(), 4, "nothing is struck from the history");
    let deeds: Vec<(Deed, bool)> = lines
        .iter()
        .map(|line| (line.deed, line.can_be_taken_back))
        .collect();
    assert_eq!(
        deeds,
        [
            (Deed::TakenBack, true),
            (Deed::Confirmed, true),
            (Deed::Edited, true),
            (Deed::Edited, false)
        ]
    );
}

#[test]
fn a_change_whose_parts_were_changed_again_stays() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let first = change(desk, FIFE, |service| {
        service.length = Some("One year".into());
    });
    change(desk, FIFE, |service| {
        service.length = Some("Two years".into());
    });

    let refused = desk.take_back_change(first);

    assert_eq!(refused.err(), Some(bad("change")));
    assert_eq!(service(desk, FIFE).length.as_deref(), Some("Two years"));
    assert_eq!(
        desk.take_back_change(ChangeId(uuid::Uuid::nil())).err(),
        Some(Fault::NotFound)
    );
}

#[test]
fn an_entry_without_its_last_change_is_the_editions_again() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let edit = change(desk, FIFE, |service| {
        service.length = Some("One year".into());
    });

    desk.take_back_change(edit).expect("it is taken back");
    office.reopen();

    let desk = office.desk();
    let page = page(desk, FIFE);
    assert_eq!(page.row.origin, Origin::Edition);
    assert_eq!(page.row.kept, directory::Kept::default());
    assert_eq!(page.rev, 2);
    let back = history(desk, FIFE)[0].id;
    let again = desk.take_back_change(back).expect("that is taken back too");
    assert_eq!(again.row.service.length.as_deref(), Some("One year"));
    assert_eq!(again.row.origin, Origin::Changed);
}

#[test]
fn an_entry_whose_addition_is_taken_back_is_gone_and_its_id_with_it() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let added = add(desk, a_new_service("Evening group"));
    let addition = history(desk, &added)[0].id;

    let gone = desk.take_back_change(addition);

    assert_eq!(gone.err(), Some(Fault::NotFound), "it has no page");
    assert_eq!(desk.service_page(&id(&added)).err(), Some(Fault::NotFound));
    assert_eq!(history(desk, &added).len(), 2);
    let other = add(desk, a_new_service("Evening group"));
    assert_eq!(other, "here-evening-group-2");
    office.reopen();
    let desk = office.desk();
    assert_eq!(desk.service_page(&id(&added)).err(), Some(Fault::NotFound));
    let back = history(desk, &added)[0].id;
    let again = desk.take_back_change(back).expect("it is there again");
    assert_eq!(again.row.service.name, "Evening group");
}

#[test]
fn an_addition_that_was_worked_on_or_has_deliveries_is_not_taken_back() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let worked_on = add(desk, a_new_service("Worked on"));
    change(desk, &worked_on, |service| {
        service.length = Some("A day".into());
    });
    let family = add(desk, a_new_service("Family"));
    let mut delivery = a_new_service("Delivery");
    delivery.parent = Some(id(&family));
    add(desk, delivery);

    for entry in [worked_on, family] {
        let lines = history(desk, &entry);
        let addition = lines.last().expect("an addition");

        assert!(!addition.can_be_taken_back);
        assert_eq!(
            desk.take_back_change(addition.id).err(),
            Some(bad("change"))
        );
    }
}

#[test]
fn each_act_leaves_one_entry_in_the_log_that_names_the_entry_and_the_change() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let edit = change(desk, FIFE, |service| service.length = Some("A year".into()));
    desk.take_back_change(edit).expect("it is taken back");
    done(desk.close_service(&id(FIFE), 2, date("2026-11-01")));

    let log = log(&mut office);

    assert_eq!(events(&log), ["directory.edit"; 3]);
    let entry = log.iter().find(|entry| entry.event == "directory.edit");
    let expected = vec![FIFE.to_owned(), edit.0.to_string()];
    assert_eq!(entry.map(|entry| entry.records.clone()), Some(expected));
    let role = entry.map(|entry| entry.user_role.as_str());
    assert_eq!(role, Some("directory-editor"));
}
