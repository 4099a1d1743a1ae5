use std::ops::ControlFlow;

use directory::{Deed, Entry, EntryChange, Origin, ServiceId};
use uuid::Uuid;

use super::*;
use crate::directory_taking::TakingIn;
use crate::fixture::{a_change, a_service, a_store, an_entry, at};

const FIRST: &str = r#"{"beside":{"funding":[]}}"#;
const SECOND: &str = r#"{"beside":{"funding":[{"id":"1"}]}}"#;

fn a_batch(number: u128) -> DirectoryBatch {
    DirectoryBatch {
        id: Uuid::from_u128(number),
        file: "feed.json".into(),
        digest: "0".repeat(64),
        licence: None,
        at: at(0),
        entries: 0,
        taken_back: false,
    }
}

fn id(id: &str) -> ServiceId {
    ServiceId(id.into())
}

fn entry(name: &str) -> Entry {
    Entry {
        origin: Origin::Here,
        ..Entry::of_edition(a_service("hs-a", name))
    }
}

fn carries(body: Option<&str>) -> CarriedChange {
    CarriedChange {
        service: id("hs-a"),
        body: body.map(str::to_owned),
    }
}

fn take_in(store: &mut Store, batch: u128, changes: &[EntryChange], body: Option<&str>) {
    let taking = TakingIn {
        changes,
        carried: &[carries(body)],
        batch: &a_batch(batch),
    };
    store
        .take_in_batch(&taking, &an_entry("directory.import"), &mut |_| {
            ControlFlow::Continue(())
        })
        .unwrap();
}

fn take_back(store: &mut Store, batch: u128, changes: &[EntryChange]) {
    let audit = an_entry("directory.undo");
    store
        .mark_batch_taken_back(Uuid::from_u128(batch), changes, &[], &audit)
        .unwrap();
}

fn carried(store: &Store) -> Option<String> {
    store.directory_carried(&id("hs-a")).unwrap()
}

fn brought(number: u128, before: Option<&Entry>, after: Option<&Entry>) -> EntryChange {
    a_change(number, Deed::Imported, before, after)
}

#[test]
fn what_a_file_says_beside_an_entry_is_kept_with_it_and_taken_back_with_it() {
    let mut store = a_store();
    let a = entry("A");
    take_in(&mut store, 1, &[brought(1, None, Some(&a))], Some(FIRST));
    assert_eq!(carried(&store).as_deref(), Some(FIRST));

    let away = a_change(2, Deed::TakenBack, Some(&a), None);
    take_back(&mut store, 1, &[away]);

    assert_eq!(carried(&store), None);
}

#[test]
fn taking_a_file_back_puts_back_what_the_file_before_it_said() {
    let mut store = a_store();
    let (a, b) = (entry("A"), entry("B"));
    take_in(&mut store, 1, &[brought(1, None, Some(&a))], Some(FIRST));
    take_in(
        &mut store,
        2,
        &[brought(2, Some(&a), Some(&b))],
        Some(SECOND),
    );
    assert_eq!(carried(&store).as_deref(), Some(SECOND));

    let back = a_change(3, Deed::TakenBack, Some(&b), Some(&a));
    take_back(&mut store, 2, &[back]);
    assert_eq!(carried(&store).as_deref(), Some(FIRST));

    let away = a_change(4, Deed::TakenBack, Some(&a), None);
    take_back(&mut store, 1, &[away]);
    assert_eq!(carried(&store), None);
}

#[test]
fn a_file_that_changes_no_entry_may_change_what_is_carried_and_is_taken_back_too() {
    let mut store = a_store();
    let a = entry("A");
    take_in(&mut store, 1, &[brought(1, None, Some(&a))], Some(FIRST));
    take_in(&mut store, 2, &[], None);
    assert_eq!(carried(&store), None, "the feed says it no more");

    take_back(&mut store, 2, &[]);

    assert_eq!(carried(&store).as_deref(), Some(FIRST));
}

#[test]
fn an_entry_that_was_changed_after_a_file_keeps_what_the_file_said() {
    let mut store = a_store();
    let (a, b) = (entry("A"), entry("B"));
    take_in(&mut store, 1, &[brought(1, None, Some(&a))], Some(FIRST));
    let edited = a_change(2, Deed::Edited, Some(&a), Some(&b));
    store
        .put_directory_changes(&[edited], None, &an_entry("directory.edit"))
        .unwrap();

    take_back(&mut store, 1, &[]);

    assert_eq!(carried(&store).as_deref(), Some(FIRST));
}

#[test]
fn a_file_taken_back_leaves_what_a_later_file_brought() {
    let mut store = a_store();
    take_in(&mut store, 1, &[], Some(FIRST));
    take_in(&mut store, 2, &[], Some(SECOND));

    take_back(&mut store, 1, &[]);

    assert_eq!(carried(&store).as_deref(), Some(SECOND));
}

#[test]
fn an_entry_that_is_taken_away_loses_what_was_carried_beside_it() {
    let mut store = a_store();
    let a = entry("A");
    take_in(&mut store, 1, &[brought(1, None, Some(&a))], Some(FIRST));
    let away = a_change(2, Deed::TakenBack, Some(&a), None);

    store
        .put_directory_changes(&[away], None, &an_entry("directory.edit"))
        .unwrap();

    assert_eq!(carried(&store), None);
}

#[test]
fn a_file_that_is_broken_off_leaves_what_was_carried() {
    let mut store = a_store();
    take_in(&mut store, 1, &[], Some(FIRST));
    let a = entry("A");
    let taking = TakingIn {
        changes: &[brought(1, None, Some(&a))],
        carried: &[carries(Some(SECOND))],
        batch: &a_batch(2),
    };

    let cancelled = store.take_in_batch(&taking, &an_entry("directory.import"), &mut |done| {
        if done == 1 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });

    assert_eq!(cancelled, Err(Error::Cancelled));
    assert_eq!(carried(&store).as_deref(), Some(FIRST));
}

#[test]
fn a_text_that_is_too_large_or_no_json_is_not_kept() {
    let mut store = a_store();
    let large = format!("\"{}\"", "x".repeat(65_536));
    for body in [large.as_str(), "{"] {
        let taking = TakingIn {
            changes: &[],
            carried: &[carries(Some(body))],
            batch: &a_batch(1),
        };

        let refused = store.take_in_batch(&taking, &an_entry("directory.import"), &mut |_| {
            ControlFlow::Continue(())
        });

        assert!(refused.is_err());
        assert_eq!(carried(&store), None);
    }
}
