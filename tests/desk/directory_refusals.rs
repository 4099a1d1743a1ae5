//! What an entry of the directory may not say: each fault is told by its field.

use desk::SaveService;
use directory::{Area, CouncilId, CourtId, Intake, OrganisationId, PrisonId, Service};
use law::OptionId;
use sederunt_tests::date;

use crate::directory_editing::{
    FAMILY, FIFE, an_editors_office, bad, change, history, id, service,
};

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
