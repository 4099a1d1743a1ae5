use super::*;
use crate::DirectorySearch;
use crate::Service;
use crate::sample::{a_register, a_service, day};

fn delivery(id: &str, of: &str) -> Service {
    Service {
        parent: Some(ServiceId(of.into())),
        ..a_service(id, id)
    }
}

fn deliveries(register: &Register, of: &str) -> Vec<String> {
    let id = ServiceId(of.into());
    let found = register.deliveries(&id);
    found.map(|entry| entry.id().0.clone()).collect()
}

#[test]
fn a_changed_entry_keeps_its_place() {
    let mut register = a_register([a_service("a", "A"), a_service("b", "B")]);

    let before = register.put(Entry::of_edition(a_service("a", "Other")));

    let names: Vec<&str> = register
        .entries()
        .iter()
        .map(|entry| entry.service.name.as_str())
        .collect();
    assert_eq!(names, ["Other", "B"]);
    assert_eq!(before.unwrap().service.name, "A");
}

#[test]
fn a_delivery_follows_its_family() {
    let mut register = a_register([delivery("d", "f"), delivery("e", "f")]);

    register.put(Entry::of_edition(delivery("d", "g")));

    assert_eq!(deliveries(&register, "f"), ["e"]);
    assert_eq!(deliveries(&register, "g"), ["d"]);
}

#[test]
fn what_hangs_on_an_option_follows_the_entry() {
    let on = |id: &str, option: &str| Service {
        options: vec![OptionId(option.into())],
        ..a_service(id, id)
    };
    let mut register = a_register([on("b", "x"), on("a", "x"), on("c", "y")]);
    let hanging = |register: &Register, option: &str| {
        let option = OptionId(option.into());
        let entries = register.hanging_on(&option);
        entries
            .map(|entry| entry.id().0.clone())
            .collect::<String>()
    };
    assert_eq!(
        (
            hanging(&register, "x").as_str(),
            hanging(&register, "y").as_str()
        ),
        ("ba", "c")
    );

    register.put(Entry::of_edition(on("b", "y")));
    register.remove(&ServiceId("a".into()));

    assert_eq!(hanging(&register, "x"), "");
    assert_eq!(hanging(&register, "y"), "bc");
}

#[test]
fn an_entry_taken_out_is_gone_and_the_others_are_found() {
    let mut register = a_register([
        delivery("a", "f"),
        delivery("b", "f"),
        a_service("c", "Zephyr"),
    ]);
    let found = |register: &Register, words: &str| {
        let search = DirectorySearch {
            words: words.into(),
            ..DirectorySearch::of_everything(day("2026-11-22"))
        };
        let rows = register.answer(&search).rows.into_iter();
        rows.map(|row| row.service.id.0).collect::<String>()
    };

    let removed = register.remove(&ServiceId("a".into()));

    assert_eq!(removed.unwrap().id().0, "a");
    assert!(register.entry(&ServiceId("a".into())).is_none());
    for id in ["b", "c"] {
        let found = register.entry(&ServiceId(id.into())).unwrap();
        assert_eq!(found.id().0, id);
    }
    assert_eq!(found(&register, "zephyr"), "c");
    assert_eq!(found(&register, "help"), "bc");
    assert_eq!(deliveries(&register, "f"), ["b"]);
    assert_eq!(register.entries().len(), 2);
}

#[test]
fn an_entry_that_changes_often_is_found_by_what_it_says_now() {
    let mut register = a_register([a_service("a", "Constant"), a_service("b", "Old0")]);
    let found = |register: &Register, words: &str| {
        let search = DirectorySearch {
            words: words.into(),
            ..DirectorySearch::of_everything(day("2026-11-22"))
        };
        register.answer(&search).matched
    };

    for round in 1..=200 {
        register.put(Entry::of_edition(a_service("b", &format!("Name{round}x"))));
    }

    assert_eq!(found(&register, "name200x"), 1);
    assert_eq!(found(&register, "constant"), 1);
    assert_eq!(found(&register, "name199x"), 0);
    assert!(register.words.words().count() < 150, "old words are let go");
}

#[test]
fn an_entry_is_found_by_the_organisation_that_runs_it_whatever_that_is_called_now() {
    let body = |name: &str| Organisation {
        id: OrganisationId("here-a".into()),
        name: name.into(),
        kind: "third-sector".into(),
        area: crate::Area::National,
        website: None,
        source: None,
        note: None,
        checked: law::Checked::Unverified,
    };
    let mut register = a_register([Service {
        providers: vec![OrganisationId("here-a".into())],
        ..a_service("a", "Tuesday group")
    }]);
    let found = |register: &Register, words: &str| {
        let search = DirectorySearch {
            words: words.into(),
            ..DirectorySearch::of_everything(day("2026-11-22"))
        };
        register.answer(&search).matched
    };

    register.put_organisation(body("Inverbrae Bridges"));
    assert_eq!(found(&register, "bridges"), 1);

    register.put_organisation(body("Inverbrae Harbours"));
    assert_eq!(
        (found(&register, "harbours"), found(&register, "bridges")),
        (1, 0)
    );
    assert_eq!(register.organisations().len(), 1);

    register.remove_organisation(&OrganisationId("here-a".into()));
    assert_eq!(found(&register, "harbours"), 0);
    assert!(register.organisations().is_empty());
}

#[test]
fn a_family_stands_back_as_soon_as_a_delivery_of_it_is_there_and_no_longer() {
    let mut register = a_register([a_service("f", "Family")]);
    let found = |register: &Register| {
        let search = DirectorySearch::of_everything(day("2026-11-22"));
        let rows = register.answer(&search).rows.into_iter();
        rows.map(|row| row.service.id.0).collect::<String>()
    };
    assert_eq!(found(&register), "f");

    register.put(Entry::of_edition(delivery("a", "f")));
    assert_eq!(found(&register), "a");

    register.remove(&ServiceId("a".into()));
    assert_eq!(found(&register), "f");
}
