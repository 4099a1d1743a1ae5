//! Keeping the directory true: what a person changes, confirms, closes and takes back.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use desk::{
    ConfirmServices, Desk, Door, Fault, HistoryLine, Role, SaveService, ServiceNote, ServicePage,
    ServiceSaved,
};
use directory::{
    Area, Assurance, ChangeId, CouncilId, CourtId, Deed, Intake, OrganisationId, Origin, PrisonId,
    Service, ServiceId, ServiceState,
};
use edition::Edition;
use law::OptionId;
use sederunt_tests::office::{Office, PASSPHRASE, edition};
use sederunt_tests::{an_office, date};
use store::{AuditEntry, Store};
use vault::{Cost, KeyFile, Passphrase};

/// An entry of the edition that is a delivery, and the family it delivers.
pub(crate) const FIFE: &str = "pg-caledonian-fife";
const FAMILY: &str = "pg-caledonian-system";

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

fn bad(field: &str) -> Fault {
    Fault::BadInput {
        field: field.into(),
    }
}

fn history(desk: &Desk, service: &str) -> Vec<HistoryLine> {
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

fn events(log: &[AuditEntry]) -> Vec<&str> {
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

type Spoil = fn(&mut Service);

/// Each thing that cannot stand, and the field that it is told by.
const REFUSED: [(&str, Spoil); 31] = [
    ("name", |s| s.name = "  ".into()),
    ("name", |s| s.name = "x".repeat(201)),
    ("name", |s| s.name = "turned \u{202E} round".into()),
    ("description", |s| s.description = String::new()),
    ("contact", |s| s.contact = Some("bell \u{7}".into())),
    ("cost", |s| s.cost = Some("x".repeat(8_001))),
    ("kind", |s| s.kind = "none-such".into()),
    ("setting", |s| s.setting = Some("moon".into())),
    ("groups", |s| s.groups = vec!["none-such".into()]),
    ("outcomes", |s| s.outcomes = vec!["O10".into()]),
    ("options", |s| {
        s.options = vec![OptionId("none-such".into())];
    }),
    ("languages", |s| s.languages = vec!["Gaelic".into()]),
    ("jurisdiction", |s| s.jurisdiction = "Atlantis".into()),
    ("councils", |s| s.area = councils(&[])),
    ("councils", |s| s.area = councils(&["S12000015"])),
    ("elsewhere", |s| {
        s.area = Area::Elsewhere { says: " ".into() }
    }),
    ("courts", |s| s.courts = vec![CourtId("none-such".into())]),
    ("prisons", |s| {
        s.prisons = vec![PrisonId("none-such".into())];
    }),
    ("provider", |s| {
        s.providers = vec![OrganisationId("none-such".into())];
    }),
    ("sex", |s| s.eligibility.sex = Some("women".into())),
    ("order-needed", |s| {
        s.eligibility.order_needed = Some("maybe".into());
    }),
    ("age-to", |s| {
        s.eligibility.age_from = Some(26);
        s.eligibility.age_to = Some(25);
    }),
    ("age-from", |s| s.eligibility.age_from = Some(121)),
    ("active-from", |s| s.active_from = Some("2026-02-30".into())),
    ("active-from", |s| s.active_from = Some("spring".into())),
    ("active-to", |s| {
        s.active_from = Some("2019-04".into());
        s.active_to = Some("2019-03-31".into());
    }),
    ("source-date", |s| s.source_date = Some("2026-11-24".into())),
    ("told-on", |s| s.referrals.intake = Intake::Taking),
    ("told-on", |s| {
        s.referrals.intake = Intake::Taking;
        s.referrals.told_on = Some(date("2026-11-24"));
    }),
    ("parent", |s| s.parent = Some(id("none-such"))),
    ("parent", |s| s.parent = Some(id(FIFE))),
];

fn councils(codes: &[&str]) -> Area {
    Area::Councils {
        councils: codes.iter().map(|code| CouncilId((*code).into())).collect(),
    }
}

#[test]
fn what_cannot_stand_is_refused_by_its_field_and_nothing_is_kept() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let before = service(desk, "pg-right-track");

    for (number, (field, spoil)) in REFUSED.into_iter().enumerate() {
        let mut service = before.clone();
        spoil(&mut service);

        let refused = desk.save_service(&SaveService { service, rev: 0 });

        assert_eq!(refused.err(), Some(bad(field)), "the {number}th: {field}");
    }
    assert_eq!(service(desk, "pg-right-track"), before);
    assert_eq!(history(desk, "pg-right-track").len(), 0);
}

#[test]
fn what_is_just_within_is_kept() {
    let mut office = an_editors_office();
    let desk = office.desk();

    change(desk, "pg-right-track", |s| {
        s.name = "x".repeat(200);
        s.eligibility.age_from = Some(25);
        s.eligibility.age_to = Some(25);
        s.active_from = Some("2019-04".into());
        s.active_to = Some("2019".into());
        s.source_date = Some("2026-11-23".into());
        s.referrals.intake = Intake::Taking;
        s.referrals.told_on = Some(date("2026-11-23"));
        s.times = Some("Mondays\nThursdays".into());
        s.parent = Some(id(FAMILY));
    });

    assert_eq!(service(desk, "pg-right-track").parent, Some(id(FAMILY)));
}

#[test]
fn a_family_with_deliveries_becomes_no_delivery_itself() {
    let mut office = an_editors_office();
    let mut family = service(office.desk(), FAMILY);
    family.parent = Some(id("pg-right-track"));

    let refused = office.desk().save_service(&SaveService {
        service: family,
        rev: 0,
    });

    assert_eq!(refused.err(), Some(bad("parent")));
}

#[test]
fn one_act_confirms_many_entries_by_post_and_day() {
    let mut office = an_editors_office();

    let changes = confirm(office.desk(), &[FIFE, FAMILY, FIFE]).expect("a confirmation");

    assert_eq!(changes.len(), 2, "each entry once");
    for confirmed in [FIFE, FAMILY] {
        let row = page(office.desk(), confirmed).row;
        assert_eq!(row.assurance, Assurance::Fresh);
        assert_eq!(row.service.assured_on, Some(date("2026-11-23")));
        assert_eq!(row.service.assured_by.as_deref(), Some("Social worker"));
        assert_eq!(row.kept.assured_how.as_deref(), Some("By telephone"));
    }
    let log = log(&mut office);
    assert_eq!(events(&log), ["directory.confirm"]);
    let entry = log.last().map(|entry| entry.records.clone());
    assert_eq!(entry, Some(vec![FIFE.to_owned(), FAMILY.to_owned()]));
}

#[test]
fn a_confirmation_is_of_entries_that_are_there_or_of_none() {
    let mut office = an_editors_office();
    let desk = office.desk();

    assert_eq!(confirm(desk, &[FIFE, "none"]), Err(Fault::NotFound));
    assert_eq!(confirm(desk, &[]), Err(bad("ids")));

    assert_eq!(page(desk, FIFE).row.assurance, Assurance::NeverAssured);
}

#[test]
fn a_clock_that_went_back_confirms_nothing() {
    let mut office = an_editors_office();
    confirm(office.desk(), &[FIFE]).expect("a confirmation");
    office.clock.pass(TimeDelta::days(-1));

    let refused = confirm(office.desk(), &[FAMILY, FIFE]);

    assert_eq!(refused, Err(bad("assured-on")));
    let desk = office.desk();
    assert_eq!(service(desk, FIFE).assured_on, Some(date("2026-11-23")));
    assert_eq!(page(desk, FIFE).row.assurance, Assurance::InTheFuture);
    assert_eq!(service(desk, FAMILY).assured_on, None, "all or nothing");
}

#[test]
fn a_service_that_ended_is_marked_and_kept() {
    let mut office = an_editors_office();
    let desk = office.desk();

    let tomorrow = desk.close_service(&id(FIFE), 0, date("2026-11-24"));
    let before_it_began = desk.close_service(&id(FIFE), 0, date("2018-12-31"));
    let ended = done(desk.close_service(&id(FIFE), 0, date("2026-11-23"))).0;

    assert_eq!(tomorrow.err(), Some(bad("on")));
    assert_eq!(before_it_began.err(), Some(bad("on")));
    assert_eq!(ended.row.service.state, ServiceState::Historical);
    assert_eq!(ended.row.service.active_to.as_deref(), Some("2026-11-23"));
    assert_eq!(history(desk, FIFE)[0].deed, Deed::Closed);
}

#[test]
fn a_note_is_kept_beside_the_entry_and_the_same_note_is_no_change() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let note = ServiceNote {
        id: id(FIFE),
        note: Some(" Ask for the duty worker. ".into()),
        reviewer: Some("Team manager".into()),
        deputy: Some(" ".into()),
    };

    let page = desk.keep_service_note(&note).expect("a note");
    desk.keep_service_note(&note).expect("the same note");

    let kept = page.row.kept;
    assert_eq!(kept.note.as_deref(), Some("Ask for the duty worker."));
    assert_eq!(
        (kept.reviewer.as_deref(), kept.deputy),
        (Some("Team manager"), None)
    );
    let lines = history(desk, FIFE);
    assert_eq!((lines.len(), lines[0].deed), (1, Deed::Noted));
}

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
