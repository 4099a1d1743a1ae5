use directory::Area;
use law::Checked;

use super::*;
use crate::fixture::{a_store, an_entry, at};

fn a_body(id: &str, name: &str) -> Organisation {
    Organisation {
        id: OrganisationId(id.into()),
        name: name.into(),
        kind: "third-sector".into(),
        area: Area::National,
        website: None,
        source: None,
        note: None,
        checked: Checked::Unverified,
    }
}

fn a_change(
    number: u128,
    deed: Deed,
    before: Option<&Organisation>,
    after: Option<&Organisation>,
) -> OrganisationChange {
    let id = before.or(after).map(|body| body.id.clone());
    OrganisationChange {
        id: ChangeId(Uuid::from_u128(number)),
        organisation: id.unwrap(),
        deed,
        at: at(0),
        by: "Isla Specimen, editor".into(),
        before: before.cloned(),
        after: after.cloned(),
    }
}

fn put(store: &mut Store, change: &OrganisationChange) -> Result<(), Error> {
    store.put_organisation_change(change, &an_entry("directory.organisation"))
}

#[test]
fn an_organisation_is_held_with_its_history_and_its_audit_entries() {
    let mut store = a_store();
    let (first, second) = (a_body("here-a", "A"), a_body("here-a", "A renamed"));
    let added = a_change(1, Deed::Added, None, Some(&first));
    let renamed = a_change(2, Deed::Edited, Some(&first), Some(&second));

    put(&mut store, &added).unwrap();
    put(&mut store, &renamed).unwrap();

    let held = store.directory_organisations().unwrap();
    let now = HeldOrganisation {
        organisation: second,
        rev: 2,
    };
    assert_eq!(held, [now]);
    let history = store.organisation_history(&first.id).unwrap();
    assert_eq!(history, [renamed.clone(), added]);
    assert_eq!(store.organisation_change(renamed.id), Ok(Some(renamed)));
    assert_eq!(store.audit(1, 10).unwrap().len(), 2);
}

#[test]
fn one_that_was_taken_away_is_held_no_more_and_its_changes_stay() {
    let mut store = a_store();
    let body = a_body("here-a", "A");
    put(&mut store, &a_change(1, Deed::Added, None, Some(&body))).unwrap();

    put(&mut store, &a_change(2, Deed::TakenBack, Some(&body), None)).unwrap();

    assert_eq!(store.directory_organisations(), Ok(Vec::new()));
    assert_eq!(store.organisation_rev(&body.id), Ok(2));
    assert_eq!(store.organisation_history(&body.id).unwrap().len(), 2);
}

#[test]
fn a_change_of_what_is_not_held_is_refused() {
    let mut store = a_store();
    let (body, other) = (a_body("here-a", "A"), a_body("here-a", "Other"));
    put(&mut store, &a_change(1, Deed::Added, None, Some(&body))).unwrap();

    let refused = put(
        &mut store,
        &a_change(2, Deed::Edited, Some(&other), Some(&body)),
    );

    assert_eq!(refused, Err(Error::ChangedMeanwhile));
    assert_eq!(store.organisation_rev(&body.id), Ok(1));
    assert_eq!(store.audit(1, 10).unwrap().len(), 1);
}
