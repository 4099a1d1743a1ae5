//! Keeping the directory true: what a person writes and changes.

use chrono::TimeDelta;
use desk::{
    ConfirmServices, Desk, Fault, HistoryLine, Role, SaveService, ServicePage, ServiceSaved,
};
use directory::{Assurance, ChangeId, Origin, Service, ServiceId};
use sederunt_tests::office::{Office, PASSPHRASE, edition};
use sederunt_tests::{an_office, date};
use store::{AuditEntry, Store};
use vault::{KeyFile, Passphrase};

/// An entry of the edition that is a delivery, and the family it delivers.
pub(crate) const FIFE: &str = "pg-caledonian-fife";
pub(crate) const FAMILY: &str = "pg-caledonian-system";

/// An office whose person keeps the directory and writes reports.
pub(crate) fn an_editors_office() -> Office {
    an_office()
        .held_by(&[Role::DirectoryEditor, Role::CourtSocialWorker])
        .open()
}

pub(crate) fn id(id: &str) -> ServiceId {
    ServiceId(id.into())
}

pub(crate) fn page(desk: &Desk, service: &str) -> ServicePage {
    desk.service_page(&id(service)).expect("a page")
}

pub(crate) fn service(desk: &Desk, service: &str) -> Service {
    page(desk, service).row.service
}

/// Saves a change of an entry as it stands.
pub(crate) fn change(
    desk: &mut Desk,
    service_id: &str,
    change: impl FnOnce(&mut Service),
) -> ChangeId {
    let seen = page(desk, service_id);
    let mut service = seen.row.service;
    change(&mut service);
    let rev = seen.rev;
    done(desk.save_service(&SaveService { service, rev })).1
}

pub(crate) fn done(saved: Result<ServiceSaved, Fault>) -> (ServicePage, ChangeId) {
    match saved {
        Ok(ServiceSaved::Done { page, change }) => (*page, change),
        Ok(ServiceSaved::Conflict { .. }) => panic!("somebody else had changed it"),
        Err(fault) => panic!("it was refused: {fault}"),
    }
}

pub(crate) fn confirm(desk: &mut Desk, ids: &[&str]) -> Result<Vec<ChangeId>, Fault> {
    desk.confirm_services(&ConfirmServices {
        ids: ids.iter().map(|one| id(one)).collect(),
        how: "By telephone".into(),
    })
}

/// A new service as a person enters it, which says little.
pub(crate) fn a_new_service(name: &str) -> Service {
    let mut service = edition().services[0].clone();
    service.id = id("");
    service.name = name.into();
    service.parent = None;
    service
}

pub(crate) fn add(desk: &mut Desk, service: Service) -> String {
    let saved = done(desk.save_service(&SaveService { service, rev: 0 }));
    saved.0.row.service.id.0
}

pub(crate) fn bad(field: &str) -> Fault {
    Fault::BadInput {
        field: field.into(),
    }
}

pub(crate) fn history(desk: &Desk, service: &str) -> Vec<HistoryLine> {
    desk.service_history(&id(service)).expect("a history")
}

/// The audit log of an office, which is closed to be read.
pub(crate) fn log(office: &mut Office) -> Vec<AuditEntry> {
    office.close();
    let key_file = std::fs::read(office.key_file()).expect("the key file");
    let key_file = KeyFile::from_bytes(&key_file).expect("a key file");
    let user = key_file.users().next().expect("a user").to_owned();
    let passphrase = Passphrase::new(PASSPHRASE).expect("a passphrase");
    let key = key_file.open(&user, &passphrase).expect("the key");
    let store = Store::open(&office.store_file(), &key.raw_key_literal()).expect("the store");
    let log = store.audit(1, u32::MAX).expect("the log");
    store.close().expect("the store closes");
    office.reopen();
    log.into_iter().map(|record| record.entry).collect()
}

pub(crate) fn events(log: &[AuditEntry]) -> Vec<&str> {
    let of_directory = log
        .iter()
        .filter(|entry| entry.event.starts_with("directory."));
    of_directory.map(|entry| entry.event.as_str()).collect()
}

#[test]
fn every_entry_of_the_edition_can_be_kept_as_it_stands() {
    let mut office = an_editors_office();
    let desk = office.desk();

    for service in &edition().services {
        let wanted = SaveService {
            service: service.clone(),
            rev: 0,
        };

        let saved = desk.save_service(&wanted);

        let Ok(ServiceSaved::Done { page, .. }) = saved else {
            panic!("{} was not kept: {saved:?}", service.id.0);
        };
        assert_eq!(page.row.service, *service);
    }
}

#[test]
fn what_is_changed_here_stands_when_the_program_starts_again() {
    let mut office = an_editors_office();

    change(office.desk(), FIFE, |service| {
        service.length = Some("  Two years  ".into());
        service.cost = Some("   ".into());
    });
    office.reopen();

    let page = page(office.desk(), FIFE);
    assert_eq!(page.row.service.length.as_deref(), Some("Two years"));
    assert_eq!(page.row.service.cost, None, "what is blank is not kept");
    assert_eq!(page.row.origin, Origin::Changed);
    assert_eq!(page.rev, 1);
    assert_eq!(
        page.row.kept.changed_at,
        Some(sederunt_tests::at("2026-11-23T10:00:00Z"))
    );
}

#[test]
fn a_new_entry_is_named_by_its_name_and_nobody_has_confirmed_it() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let mut wanted = a_new_service("Women’s group, Leith");
    wanted.assured_on = Some(date("2026-11-23"));
    wanted.assured_by = Some("Director".into());

    let first = add(desk, wanted.clone());
    let second = add(desk, wanted);

    assert_eq!(first, "here-women-s-group-leith");
    assert_eq!(second, "here-women-s-group-leith-2");
    let page = page(desk, &first);
    assert_eq!(page.row.service.assured_on, None);
    assert_eq!(page.row.service.assured_by, None);
    assert_eq!(page.row.assurance, Assurance::NeverAssured);
    assert_eq!((page.row.origin, page.rev), (Origin::Here, 1));
}

#[test]
fn an_entry_that_names_a_revision_and_is_not_there_is_not_new() {
    let mut office = an_editors_office();
    let service = a_new_service("Gone");

    let refused = office.desk().save_service(&SaveService { service, rev: 1 });

    assert_eq!(refused.err(), Some(Fault::NotFound));
}

#[test]
fn of_two_changes_of_one_revision_the_second_is_a_conflict_and_changes_nothing() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let seen = service(desk, FIFE);
    change(desk, FIFE, |service| service.length = Some("Theirs".into()));
    let mine = Service {
        length: Some("Mine".into()),
        ..seen
    };

    let saved = desk.save_service(&SaveService {
        service: mine,
        rev: 0,
    });
    let closed = desk.close_service(&id(FIFE), 0, date("2026-11-23"));

    for answer in [saved, closed] {
        let Ok(ServiceSaved::Conflict { theirs }) = answer else {
            panic!("it was overwritten: {answer:?}");
        };
        assert_eq!(theirs.rev, 1);
        assert_eq!(theirs.row.service.length.as_deref(), Some("Theirs"));
    }
    assert_eq!(service(desk, FIFE).length.as_deref(), Some("Theirs"));
    assert_eq!(history(desk, FIFE).len(), 1);
}

#[test]
fn a_change_is_no_confirmation() {
    let mut office = an_editors_office();
    confirm(office.desk(), &[FIFE]).expect("a confirmation");
    office.clock.pass(TimeDelta::days(40));
    let desk = office.desk();

    change(desk, FIFE, |service| {
        service.description.push_str(" Spelt otherwise.");
        service.assured_on = Some(date("2027-01-02"));
        service.assured_by = Some("Somebody".into());
    });

    let held = service(desk, FIFE);
    assert_eq!(held.assured_on, Some(date("2026-11-23")));
    assert_eq!(held.assured_by.as_deref(), Some("Social worker"));
}
