use casework::UserId;
use directory::{
    ChangeId, CouncilId, Deed, Entry, EntryChange, Gap, GapId, Origin, Provision, ServiceId,
};
use uuid::Uuid;

use super::*;
use crate::GapFilter;
use crate::fixture::{a_change, a_service, a_store, an_entry, at};

/// An entry that was written here.
fn written(id: &str, name: &str) -> Entry {
    Entry {
        origin: Origin::Here,
        ..Entry::of_edition(a_service(id, name))
    }
}

/// An entry of the edition as it stands once it was changed here.
fn changed(id: &str, name: &str) -> Entry {
    Entry {
        origin: Origin::Changed,
        ..written(id, name)
    }
}

fn of_edition(id: &str, name: &str) -> Entry {
    Entry::of_edition(a_service(id, name))
}

fn put(store: &mut Store, changes: &[EntryChange]) -> Result<(), Error> {
    store.put_directory_changes(changes, None, &an_entry("directory.edit"))
}

fn id(id: &str) -> ServiceId {
    ServiceId(id.into())
}

fn a_batch(number: u128) -> DirectoryBatch {
    DirectoryBatch {
        id: Uuid::from_u128(number),
        file: "partnership.csv".into(),
        digest: "0".repeat(64),
        licence: Some("OGL".into()),
        at: at(0),
        entries: 0,
        taken_back: false,
    }
}

#[test]
fn what_was_written_here_is_held_and_counted() {
    let mut store = a_store();
    let (first, second) = (written("here-a", "A"), written("here-a", "A renamed"));

    put(&mut store, &[a_change(1, Deed::Added, None, Some(&first))]).unwrap();
    put(
        &mut store,
        &[a_change(2, Deed::Edited, Some(&first), Some(&second))],
    )
    .unwrap();

    let held = store.directory_entries().unwrap();
    assert_eq!(
        held,
        [HeldEntry {
            entry: second,
            rev: 2,
            base: None
        }]
    );
    assert_eq!(store.directory_rev(&id("here-a")), Ok(2));
    assert_eq!(store.directory_rev(&id("pg-none")), Ok(0));
    assert_eq!(store.audit(1, 10).unwrap().len(), 2);
}

#[test]
fn an_entry_of_the_edition_keeps_the_version_it_was_changed_from() {
    let mut store = a_store();
    let (before, after) = (of_edition("pg-a", "A"), changed("pg-a", "A renamed"));
    let again = changed("pg-a", "A renamed twice");

    put(
        &mut store,
        &[
            a_change(1, Deed::Edited, Some(&before), Some(&after)),
            a_change(2, Deed::Edited, Some(&after), Some(&again)),
        ],
    )
    .unwrap();

    let held = store.directory_entries().unwrap();
    assert_eq!(held[0].base, Some(a_service("pg-a", "A")));
    assert_eq!((held[0].rev, &held[0].entry), (2, &again));
}

#[test]
fn a_change_of_what_is_no_longer_so_is_refused_and_nothing_of_it_stays() {
    let mut store = a_store();
    let (first, theirs) = (written("here-a", "A"), written("here-a", "Theirs"));
    put(&mut store, &[a_change(1, Deed::Added, None, Some(&first))]).unwrap();
    put(
        &mut store,
        &[a_change(2, Deed::Edited, Some(&first), Some(&theirs))],
    )
    .unwrap();
    let mine = written("here-a", "Mine");
    let other = written("here-b", "B");
    let missing = written("here-c", "C");

    for (what, stale) in [
        (
            "as it was",
            a_change(4, Deed::Edited, Some(&first), Some(&mine)),
        ),
        ("as new", a_change(4, Deed::Added, None, Some(&mine))),
        (
            "as one that is held",
            a_change(4, Deed::Edited, Some(&missing), Some(&missing)),
        ),
    ] {
        let good = a_change(3, Deed::Added, None, Some(&other));
        let refused = put(&mut store, &[good, stale]);

        assert_eq!(refused, Err(Error::ChangedMeanwhile), "{what}");
    }

    let held = store.directory_entries().unwrap();
    assert_eq!(held.len(), 1);
    assert_eq!(held[0].entry, theirs);
    assert_eq!(store.directory_history(&id("here-b")), Ok(Vec::new()));
    assert_eq!(store.audit(1, 10).unwrap().len(), 2, "no entry of the log");
}

#[test]
fn a_change_is_of_one_entry() {
    let mut store = a_store();
    let (a, b) = (written("here-a", "A"), written("here-b", "B"));
    let of_two = EntryChange {
        after: Some(b),
        ..a_change(1, Deed::Added, None, Some(&a))
    };
    let of_none = EntryChange {
        after: None,
        ..a_change(2, Deed::Added, None, Some(&a))
    };

    assert_eq!(put(&mut store, &[of_two]), Err(Error::Unwritable));
    assert_eq!(put(&mut store, &[of_none]), Err(Error::Unwritable));
}

#[test]
fn the_history_of_an_entry_reads_back_whole_the_newest_first() {
    let mut store = a_store();
    let before = of_edition("pg-a", "A");
    let mut renamed = changed("pg-a", "A renamed");
    renamed.kept.changed_at = Some(at(1));
    let mut noted = renamed.clone();
    noted.kept.note = Some("Ask for the duty worker.".into());
    noted.service.languages = vec!["gd".into()];
    let back = before.clone();
    let changes = [
        a_change(1, Deed::Edited, Some(&before), Some(&renamed)),
        a_change(2, Deed::Noted, Some(&renamed), Some(&noted)),
        a_change(3, Deed::TakenBack, Some(&noted), Some(&back)),
    ];

    put(&mut store, &changes).unwrap();

    let history = store.directory_history(&id("pg-a")).unwrap();
    let newest_first: Vec<EntryChange> = changes.iter().rev().cloned().collect();
    assert_eq!(history, newest_first);
    let second = store.directory_change(ChangeId(Uuid::from_u128(2)));
    assert_eq!(second, Ok(Some(changes[1].clone())));
    let none = store.directory_change(ChangeId(Uuid::from_u128(9)));
    assert_eq!(none, Ok(None));
}

#[test]
fn an_entry_given_back_to_the_edition_is_held_no_more_and_follows_it() {
    let mut store = a_store();
    let before = of_edition("pg-a", "A");
    let mine = changed("pg-a", "Mine");
    let newer = of_edition("pg-a", "A of the next edition");
    put(
        &mut store,
        &[
            a_change(1, Deed::Edited, Some(&before), Some(&mine)),
            a_change(2, Deed::TakenBack, Some(&mine), Some(&before)),
        ],
    )
    .unwrap();
    assert_eq!(store.directory_entries(), Ok(Vec::new()));

    let again = a_change(3, Deed::Edited, Some(&newer), Some(&mine));
    put(&mut store, &[again]).unwrap();

    let held = store.directory_entries().unwrap();
    assert_eq!(held[0].base, Some(newer.service));
    assert_eq!(held[0].rev, 3);
}

#[test]
fn an_entry_that_was_taken_away_is_held_no_more_and_its_history_stays() {
    let mut store = a_store();
    let entry = written("here-a", "A");
    let away = a_change(2, Deed::TakenBack, Some(&entry), None);

    put(
        &mut store,
        &[a_change(1, Deed::Added, None, Some(&entry)), away.clone()],
    )
    .unwrap();

    assert_eq!(store.directory_entries(), Ok(Vec::new()));
    assert_eq!(store.directory_rev(&id("here-a")), Ok(2));
    let history = store.directory_history(&id("here-a")).unwrap();
    assert_eq!(history[0], away);
    assert_eq!(history.len(), 2);
}

#[test]
fn a_file_that_was_taken_in_is_listed_and_its_changes_are_given_as_they_were() {
    let mut store = a_store();
    let (a, b) = (written("here-a", "A"), written("here-b", "B"));
    let changes = [
        a_change(1, Deed::Imported, None, Some(&a)),
        a_change(2, Deed::Imported, None, Some(&b)),
    ];
    let batch = a_batch(7);
    store
        .put_directory_changes(&changes, Some(&batch), &an_entry("directory.import"))
        .unwrap();
    let later = written("here-b", "B renamed");
    put(
        &mut store,
        &[a_change(3, Deed::Edited, Some(&b), Some(&later))],
    )
    .unwrap();

    let batches = store.directory_batches().unwrap();

    let expected = DirectoryBatch {
        entries: 2,
        ..batch
    };
    assert_eq!(batches, [expected]);
    assert_eq!(
        store.directory_batch_changes(Uuid::from_u128(7)),
        Ok(changes.to_vec())
    );
}

#[test]
fn a_file_is_taken_back_once_with_its_changes_or_not_at_all() {
    let mut store = a_store();
    let entry = written("here-a", "A");
    let batch = a_batch(7);
    let taken_in = a_change(1, Deed::Imported, None, Some(&entry));
    store
        .put_directory_changes(&[taken_in], Some(&batch), &an_entry("directory.import"))
        .unwrap();
    let back = a_change(2, Deed::TakenBack, Some(&entry), None);
    let audit = an_entry("directory.import");

    store
        .mark_batch_taken_back(batch.id, &[back], &[], &audit)
        .unwrap();

    assert!(store.directory_batches().unwrap()[0].taken_back);
    assert_eq!(store.directory_entries(), Ok(Vec::new()));
    let again = written("here-b", "B");
    let other = a_change(3, Deed::Added, None, Some(&again));
    let refused = store.mark_batch_taken_back(batch.id, &[other], &[], &audit);
    assert_eq!(refused, Err(Error::ChangedMeanwhile));
    assert_eq!(store.directory_entries(), Ok(Vec::new()));
}

#[test]
fn the_next_edition_is_noted_beneath_what_was_changed_here() {
    let mut store = a_store();
    let (before, mine) = (of_edition("pg-a", "A"), changed("pg-a", "Mine"));
    put(
        &mut store,
        &[a_change(1, Deed::Edited, Some(&before), Some(&mine))],
    )
    .unwrap();
    let next = a_service("pg-a", "A of the next edition");
    let mut merged = mine.clone();
    merged.service.length = Some("12 weeks".into());

    let change = a_change(2, Deed::Imported, Some(&mine), Some(&merged));
    store
        .take_in_edition(&[change], &[&next], &an_entry("directory.edition"))
        .unwrap();

    let held = store.directory_entries().unwrap();
    assert_eq!(held[0].base, Some(next));
    assert_eq!((held[0].rev, &held[0].entry), (2, &merged));
}

#[test]
fn what_was_done_can_neither_be_changed_nor_removed() {
    let mut store = a_store();
    let entry = written("here-a", "A");
    store
        .put_directory_changes(
            &[a_change(1, Deed::Imported, None, Some(&entry))],
            Some(&a_batch(7)),
            &an_entry("directory.import"),
        )
        .unwrap();
    store
        .put_gap(&a_gap(1, "2026-11-01"), user(), &an_entry("gap.note"))
        .unwrap();

    for statement in [
        "UPDATE directory_change SET by = 'Nobody'",
        "DELETE FROM directory_change",
        "UPDATE directory_entry SET body = '{}'",
        "UPDATE directory_entry SET body = '{}', rev = rev + 2",
        "DELETE FROM directory_entry",
        "UPDATE directory_batch SET file = 'other.csv'",
        "DELETE FROM directory_batch",
        "UPDATE gap SET need = 'O1'",
        "DELETE FROM gap",
    ] {
        let refused = store.connection().execute_batch(statement);

        assert!(refused.is_err(), "{statement}");
    }
}

fn user() -> UserId {
    UserId(Uuid::from_u128(0xA))
}

fn a_gap(number: u128, on: &str) -> Gap {
    Gap {
        id: GapId(Uuid::from_u128(number)),
        need: "O3".into(),
        council: CouncilId("S12000047".into()),
        provision: Provision::Universal,
        option: Some(law::OptionId("cpo-programme".into())),
        wanted: Some("A group in the evening.".into()),
        on: on.parse().unwrap(),
        record: Some(Uuid::from_u128(0xC)),
    }
}

#[test]
fn gaps_are_given_the_newest_first_and_each_filter_leaves_its_own() {
    let mut store = a_store();
    let early = a_gap(1, "2026-10-31");
    let late = Gap {
        need: "O1".into(),
        council: CouncilId("S12000048".into()),
        provision: Provision::Specialist,
        record: None,
        ..a_gap(2, "2026-11-02")
    };
    for gap in [&early, &late] {
        store.put_gap(gap, user(), &an_entry("gap.note")).unwrap();
    }
    let only = |filter: GapFilter| store.gaps(&filter).unwrap();
    let all = GapFilter::default;

    assert_eq!(only(all()), [late.clone(), early.clone()]);
    let from = Some(late.on);
    assert_eq!(
        only(GapFilter { from, ..all() }),
        std::slice::from_ref(&late)
    );
    let until = Some(early.on);
    assert_eq!(
        only(GapFilter { until, ..all() }),
        std::slice::from_ref(&early)
    );
    let council = Some(late.council.clone());
    assert_eq!(only(GapFilter { council, ..all() }), [late]);
    let need = Some("O3".into());
    assert_eq!(only(GapFilter { need, ..all() }), [early]);
}
