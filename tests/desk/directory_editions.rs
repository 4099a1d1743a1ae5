//! A newer edition meets what was changed here.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use desk::{Desk, Door};
use directory::{Assurance, Deed, Service};
use edition::Edition;
use sederunt_tests::date;
use sederunt_tests::office::{Office, PASSPHRASE, edition};
use vault::Cost;

use crate::directory_editing::{FIFE, an_editors_office, change, confirm, history, page, service};

/// A desk of the office's store with another edition on it, as a newer program has.
fn desk_with(office: &mut Office, change: impl FnOnce(&mut Edition)) -> Desk {
    let mut next = Edition::clone(&edition());
    next.label.number += 1;
    next.label.name = "the next".into();
    change(&mut next);
    office.close();
    let clock = Arc::clone(&office.clock);
    let mut door = Door::new(office.folder(), Arc::new(next), clock, Cost::floor());
    let (_, desk) = door.unlock(PASSPHRASE).expect("the door opens");
    desk.expect("the passphrase is right")
}

fn fife_of(edition: &mut Edition) -> &mut Service {
    let mut services = edition.services.iter_mut();
    services
        .find(|service| service.id.0 == FIFE)
        .expect("an entry")
}

#[test]
fn a_newer_edition_changes_what_was_not_changed_here_and_leaves_what_was() {
    let mut office = an_editors_office();
    change(office.desk(), FIFE, |service| {
        service.description = "As we know it.".into();
    });
    confirm(office.desk(), &[FIFE]).expect("a confirmation");
    let newer = |edition: &mut Edition| {
        let service = fife_of(edition);
        service.description = "As the next edition has it.".into();
        service.evidence = Some("A new study.".into());
    };

    let desk = desk_with(&mut office, newer);

    let seen = page(&desk, FIFE);
    assert_eq!(seen.row.service.description, "As we know it.");
    assert_eq!(seen.row.service.evidence.as_deref(), Some("A new study."));
    assert_eq!(seen.row.service.assured_on, Some(date("2026-11-23")));
    let lines = history(&desk, FIFE);
    assert_eq!((lines.len(), lines[0].deed), (3, Deed::Imported));
    assert_eq!(
        lines[0].by,
        "Edition the next, which differs from what is kept here: What it involves"
    );
    let parts = lines[0].parts.iter();
    assert_eq!(
        parts.map(|part| &part.part).collect::<Vec<_>>(),
        ["Evidence"]
    );
    desk.close().expect("the store closes");

    let again = desk_with(&mut office, newer);
    assert_eq!(history(&again, FIFE).len(), 3, "it is taken in once");
    again.close().expect("the store closes");
}

#[test]
fn an_edition_without_an_entry_that_was_changed_here_leaves_it() {
    let mut office = an_editors_office();
    change(office.desk(), FIFE, |service| {
        service.length = Some("A year".into());
    });

    let desk = desk_with(&mut office, |edition| {
        edition.services.retain(|service| service.id.0 != FIFE);
    });

    assert_eq!(service(&desk, FIFE).length.as_deref(), Some("A year"));
}

#[test]
fn an_older_confirmation_counts_from_its_day() {
    let mut office = an_editors_office();
    confirm(office.desk(), &[FIFE]).expect("a confirmation");

    let mut states = Vec::new();
    for days in [92, 1, 29, 1, 242, 1] {
        office.clock.pass(TimeDelta::days(days));
        states.push(page(office.desk(), FIFE).row.assurance);
    }

    assert_eq!(
        states,
        [
            Assurance::Fresh,
            Assurance::Due,
            Assurance::Due,
            Assurance::Stale,
            Assurance::Stale,
            Assurance::Expired
        ]
    );
    let today: NaiveDate = office.desk().today_date();
    assert_eq!(today, date("2027-11-24"));
}
