//! Twenty thousand entries and two hundred thousand changes: what is read of them when a store is
//! opened, and what is never read whole.

#![expect(
    clippy::print_stdout,
    reason = "its figures are for who asks to see them"
)]

use std::time::{Duration, Instant};

use directory::{ChangeId, Deed, Entry, EntryChange, Origin};
use rusqlite::named_params;
use uuid::Uuid;

use crate::fixture::{a_change, a_service, a_store, an_entry};
use crate::{Error, Store};

const ENTRIES: u32 = 20_000;
const CHANGES_EACH: u32 = 10;

fn written(number: u32) -> Entry {
    let mut service = a_service(&format!("here-{number:05}"), &format!("Service {number}"));
    service.description = "What it involves, who runs it and how it goes. ".repeat(10);
    Entry {
        origin: Origin::Here,
        ..Entry::of_edition(service)
    }
}

/// A store of an office that has kept its directory for years. The first change of each entry goes
/// the way that every change goes; the others are put beside it, which is quicker.
fn a_large_store() -> Store {
    let mut store = a_store();
    let changes: Vec<EntryChange> = (0..ENTRIES)
        .map(|number| {
            let id = u128::from(number) + 1;
            a_change(id, Deed::Imported, None, Some(&written(number)))
        })
        .collect();
    let begun = Instant::now();
    store
        .put_directory_changes(&changes, None, &an_entry("directory.import"))
        .unwrap();
    println!("{ENTRIES} new entries written in {:?}", begun.elapsed());
    store
        .write(|tx| {
            let mut more = tx.prepare(
                "INSERT INTO directory_change (id, service, rev, deed, at, by, undo)
                 SELECT printf('%08x-0000-7000-8000-%012x', :rev, seq), service, :rev, 'edited',
                        at, by, :undo
                 FROM directory_change WHERE rev = 1",
            )?;
            for rev in 2..=CHANGES_EACH {
                let before =
                    format!("{{\"undo\":\"parts\",\"parts\":{{\"/service/length\":\"{rev}\"}}}}");
                more.execute(named_params! { ":rev": rev, ":undo": before })?;
                tx.execute("UPDATE directory_entry SET rev = rev + 1", [])?;
            }
            Ok(())
        })
        .unwrap();
    store
}

#[test]
fn a_directory_of_years_is_read_within_seconds_and_one_history_in_no_time() {
    let store = a_large_store();
    let changes: u32 = store
        .read(|store| {
            let count = "SELECT count(*) FROM directory_change";
            Ok(store.query_row(count, [], |row| row.get(0))?)
        })
        .unwrap();
    assert_eq!(changes, ENTRIES * CHANGES_EACH);

    let (held, reading) = timed(|| store.directory_entries());
    let (history, walking) = timed(|| store.directory_history(written(19_999).id()));
    let (change, finding) = timed(|| store.directory_change(ChangeId(Uuid::from_u128(7))));
    let (rev, counting) = timed(|| store.directory_rev(written(3).id()));

    println!(
        "entries {reading:?}, a history {walking:?}, a change {finding:?}, a rev {counting:?}"
    );
    assert_eq!(held.len(), ENTRIES as usize);
    let lengths: Vec<Option<String>> = history
        .iter()
        .map(|change| change.before.as_ref()?.service.length.clone())
        .collect();
    assert_eq!(history.len(), CHANGES_EACH as usize);
    assert_eq!(
        (lengths[0].as_deref(), lengths[9].as_deref()),
        (Some("10"), None)
    );
    assert_eq!(change.unwrap().deed, Deed::Imported);
    assert_eq!(rev, CHANGES_EACH);
    assert!(reading < Duration::from_secs(20), "{reading:?}");
    let quick = Duration::from_millis(250);
    assert!(walking < quick && finding < quick && counting < quick);
}

fn timed<T>(act: impl FnOnce() -> Result<T, Error>) -> (T, Duration) {
    let begun = Instant::now();
    let done = act().unwrap();
    (done, begun.elapsed())
}
