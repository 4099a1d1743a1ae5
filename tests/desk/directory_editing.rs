//! Keeping the directory true: what a person changes, confirms and closes.

use chrono::TimeDelta;
use desk::{
    ConfirmServices, Desk, Fault, HistoryLine, Role, SaveService, ServiceNote, ServicePage,
    ServiceSaved,
};
use directory::{
    Area, Assurance, ChangeId, CouncilId, CourtId, Deed, Intake, OrganisationId, Origin, PrisonId,
    Service, ServiceId, ServiceState,
};
use law::OptionId;
use sederunt_tests::office::{Office, PASSPHRASE, edition};
use sederunt_tests::{an_office, date};
use store::{AuditEntry, Store};
use vault::{KeyFile, Passphrase};

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
    ("providers", |s| {
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
