//! The organisations that no edition names.

use desk::{
    Desk, ExportFormat, Fault, OrganisationRow, OrganisationSaved, SaveOrganisation, SaveService,
};
use directory::{Area, ChangeId, Deed, DirectorySearch, Organisation, OrganisationId, Service};
use law::Checked;
use sederunt_tests::date;

use crate::directory_editing::{
    FAMILY, FIFE, a_new_service, add, an_editors_office, bad, change, done, log, page, service,
};

/// An organisation as a person enters it.
pub(crate) fn a_new_body(name: &str) -> Organisation {
    Organisation {
        id: OrganisationId(String::new()),
        name: name.into(),
        kind: "third-sector".into(),
        area: Area::National,
        website: Some("https://example.org".into()),
        source: None,
        note: None,
        checked: Checked::Verified,
    }
}

pub(crate) fn saved(
    desk: &mut Desk,
    organisation: Organisation,
    rev: u32,
) -> Result<(OrganisationRow, ChangeId), Fault> {
    match desk.save_organisation(&SaveOrganisation { organisation, rev })? {
        OrganisationSaved::Done { row, change } => Ok((*row, change)),
        OrganisationSaved::Conflict { .. } => panic!("somebody else had changed it"),
    }
}

fn added(desk: &mut Desk, name: &str) -> (OrganisationRow, ChangeId) {
    saved(desk, a_new_body(name), 0).expect("it is kept")
}

/// A new service that an organisation runs.
pub(crate) fn run_by(name: &str, body: &OrganisationId) -> Service {
    Service {
        provider: None,
        providers: vec![body.clone()],
        ..a_new_service(name)
    }
}

fn found(desk: &Desk, words: &str) -> Vec<String> {
    let search = DirectorySearch {
        words: words.into(),
        ..DirectorySearch::of_everything(date("2026-11-23"))
    };
    let rows = desk.search_directory(&search).expect("an answer").rows;
    rows.into_iter().map(|row| row.service.id.0).collect()
}

#[test]
fn every_code_of_the_edition_and_every_organisation_can_be_chosen() {
    let mut office = an_editors_office();
    let (body, _) = added(office.desk(), "Inverbrae Bridges");

    let choices = office.desk().entry_choices().expect("the choices");

    let of = |list: &str| {
        choices
            .codes
            .iter()
            .filter(|code| code.list == list)
            .count()
    };
    assert_eq!(
        (
            of("programme_kind"),
            of("offender_group"),
            of("outcome"),
            of("disposal")
        ),
        (23, 7, 9, 35)
    );
    assert_eq!(choices.organisations.len(), 156);
    assert!(choices.organisations.contains(&body));
    assert!(choices.organisations.iter().filter(|row| row.here).count() == 1);
}

#[test]
fn a_programme_can_be_chosen_for_its_deliveries_though_a_search_gives_those() {
    let mut office = an_editors_office();

    let families = office.desk().entry_choices().expect("the choices").families;

    let ids: Vec<&str> = families.iter().map(|family| family.id.0.as_str()).collect();
    assert!(ids.contains(&FAMILY), "{ids:?}");
    assert!(!ids.contains(&FIFE), "a delivery is no family");
    assert!(families.is_sorted_by_key(|family| family.name.to_lowercase()));
}

#[test]
fn an_organisation_that_is_added_runs_services_and_they_are_found_by_its_name() {
    let mut office = an_editors_office();
    let (body, _) = added(office.desk(), "  Inverbrae Bridges ");
    let organisation = &body.organisation;
    assert_eq!(organisation.id.0, "here-inverbrae-bridges");
    assert_eq!(organisation.name, "Inverbrae Bridges");
    assert_eq!(organisation.checked, Checked::Unverified);
    assert_eq!((body.here, body.rev, body.entries), (true, 1, 0));

    let service = add(office.desk(), run_by("Tuesday group", &organisation.id));

    assert_eq!(found(office.desk(), "bridges"), [service.as_str()]);
    assert_eq!(
        page(office.desk(), &service).providers,
        ["Inverbrae Bridges"]
    );
    office.reopen();
    assert_eq!(found(office.desk(), "bridges"), [service.as_str()]);
}

#[test]
fn an_organisation_that_is_added_is_written_out() {
    let mut office = an_editors_office();
    let (body, _) = added(office.desk(), "Inverbrae Bridges");
    add(
        office.desk(),
        run_by("Tuesday group", &body.organisation.id),
    );
    let search = DirectorySearch {
        words: "Tuesday group".into(),
        ..DirectorySearch::of_everything(date("2026-11-23"))
    };

    for (format, says) in [
        (ExportFormat::Csv, "here-inverbrae-bridges"),
        (ExportFormat::Hsds, "Inverbrae Bridges"),
        (ExportFormat::HsdsUk, "Inverbrae Bridges"),
    ] {
        let (_, file) = office
            .desk()
            .export_directory(&search, format, false)
            .expect("it is written");
        let file = String::from_utf8(file).expect("text");
        assert!(file.contains(says), "{format:?}: {file}");
    }
}

/// A field, and what makes an organisation one that cannot be kept for it.
type Spoilt = (&'static str, fn(&mut Organisation));

#[test]
fn what_cannot_stand_is_refused_by_its_field() {
    let mut office = an_editors_office();
    added(office.desk(), "Inverbrae Bridges");
    let cases: [Spoilt; 6] = [
        ("organisation-name", |body| body.name = "  ".into()),
        ("organisation-name", |body| {
            body.name = "inverbrae bridges".into();
        }),
        ("organisation-name", |body| body.name = "Sacro".into()),
        ("organisation-kind", |body| body.kind = "none-such".into()),
        ("organisation-website", |body| {
            body.website = Some("javascript:alert(1)".into());
        }),
        ("organisation-area", |body| {
            body.area = Area::Councils {
                councils: Vec::new(),
            };
        }),
    ];

    for (field, spoil) in cases {
        let mut body = a_new_body("Inverbrae Harbours");
        spoil(&mut body);
        let refused = saved(office.desk(), body, 0);
        assert_eq!(refused.map(drop), Err(bad(field)));
    }
    let choices = office.desk().entry_choices().expect("the choices");
    assert_eq!(choices.organisations.len(), 156);
}

#[test]
fn what_the_edition_names_is_not_changed_here() {
    let mut office = an_editors_office();
    let choices = office.desk().entry_choices().expect("the choices");
    let national = choices.organisations.into_iter().find(|row| !row.here);
    let mut body = national.expect("one of the edition").organisation;
    body.name = "Another name".into();

    let refused = saved(office.desk(), body, 0);

    assert_eq!(refused.map(drop), Err(Fault::NotFound));
}

#[test]
fn of_two_changes_of_one_revision_the_second_is_a_conflict() {
    let mut office = an_editors_office();
    let (first, _) = added(office.desk(), "Inverbrae Bridges");
    let renamed = |name: &str| Organisation {
        name: name.into(),
        ..first.organisation.clone()
    };
    saved(office.desk(), renamed("Inverbrae Harbours"), 1).expect("it is kept");

    let late = SaveOrganisation {
        organisation: renamed("Inverbrae Piers"),
        rev: 1,
    };
    let late = office.desk().save_organisation(&late);

    match late.expect("an outcome") {
        OrganisationSaved::Conflict { theirs } => {
            assert_eq!(
                (theirs.organisation.name.as_str(), theirs.rev),
                ("Inverbrae Harbours", 2)
            );
        }
        OrganisationSaved::Done { .. } => panic!("it was overwritten"),
    }
}

#[test]
fn its_history_is_told_and_its_last_change_taken_back() {
    let mut office = an_editors_office();
    let (first, _) = added(office.desk(), "Inverbrae Bridges");
    let service = add(
        office.desk(),
        run_by("Tuesday group", &first.organisation.id),
    );
    let renamed = Organisation {
        name: "Inverbrae Harbours".into(),
        ..first.organisation.clone()
    };
    let (_, change) = saved(office.desk(), renamed, 1).expect("it is kept");
    assert_eq!(found(office.desk(), "harbours"), [service.as_str()]);

    let history = office.desk().organisation_history(&first.organisation.id);
    let history = history.expect("a history");
    let deeds: Vec<Deed> = history.iter().map(|line| line.deed).collect();
    assert_eq!(deeds, [Deed::Edited, Deed::Added]);
    let part = &history[0].parts[0];
    assert_eq!(
        (
            part.part.as_str(),
            part.before.as_str(),
            part.after.as_str()
        ),
        ("Name", "Inverbrae Bridges", "Inverbrae Harbours")
    );
    assert_eq!(
        (history[0].can_be_taken_back, history[1].can_be_taken_back),
        (true, false)
    );

    let back = office
        .desk()
        .take_back_organisation(change)
        .expect("it is taken back");

    assert_eq!(
        back.expect("it stays").organisation.name,
        "Inverbrae Bridges"
    );
    assert_eq!(found(office.desk(), "harbours"), Vec::<String>::new());
    assert_eq!(found(office.desk(), "bridges"), [service.as_str()]);
    let events: Vec<String> = log(&mut office)
        .into_iter()
        .filter(|entry| entry.event == "directory.organisation")
        .map(|entry| entry.records[0].clone())
        .collect();
    assert_eq!(events, ["here-inverbrae-bridges"; 3]);
}

#[test]
fn one_that_an_entry_names_is_not_taken_away_and_one_that_none_does_is() {
    let mut office = an_editors_office();
    let (body, added) = added(office.desk(), "Inverbrae Bridges");
    let id = body.organisation.id;
    let group = add(office.desk(), run_by("Tuesday group", &id));

    let refused = office.desk().take_back_organisation(added);
    assert_eq!(refused, Err(bad("change")));

    change(office.desk(), &group, |service| service.providers.clear());
    assert_eq!(office.desk().take_back_organisation(added), Ok(None));

    // What took the name away cannot be taken back: nobody would run it.
    let group = service(office.desk(), &group).id;
    let history = office.desk().service_history(&group);
    assert!(!history.expect("a history")[0].can_be_taken_back);
    let naming = SaveService {
        service: run_by("Another group", &id),
        rev: 0,
    };
    assert_eq!(
        office.desk().save_service(&naming).map(drop),
        Err(bad("providers"))
    );
    // Its id is never used again.
    let (again, _) = self::added(office.desk(), "Inverbrae Bridges");
    assert_eq!(again.organisation.id.0, "here-inverbrae-bridges-2");
}

#[test]
fn a_service_saved_with_an_organisation_of_the_edition_names_it() {
    let mut office = an_editors_office();
    let sacro = OrganisationId("org-sacro".into());

    let saved = done(office.desk().save_service(&SaveService {
        service: run_by("Tuesday group", &sacro),
        rev: 0,
    }));

    assert_eq!(saved.0.providers, ["Sacro"]);
}
