//! A process killed while it takes a file into the directory: all of the file is there, or nothing.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use directory::{Deed, Entry, EntryChange, Origin};
use uuid::Uuid;

use crate::fixture::{KEY, a_change, a_service, a_store_in_a_file, an_entry};
use crate::{DirectoryBatch, Store};

/// Names the store to write to; set only for the writer.
const WRITE_TO: &str = "SEDERUNT_DIRECTORY_KILL_TEST_STORE";

/// How the writer's acknowledgements begin, among what the harness prints.
const BEGUN: &str = "begun ";
const DONE: &str = "done ";

/// How many entries a file brings.
const ENTRIES: u32 = 2_000;

/// How many times a writer is killed.
const KILLS: u32 = 12;

fn a_file(number: u32) -> (DirectoryBatch, Vec<EntryChange>) {
    let batch = DirectoryBatch {
        id: Uuid::from_u128(u128::from(number)),
        file: format!("{number}.csv"),
        digest: "0".repeat(64),
        licence: None,
        at: crate::fixture::at(0),
        entries: ENTRIES,
        taken_back: false,
    };
    let changes = (0..ENTRIES).map(|row| {
        let entry = Entry {
            origin: Origin::Here,
            ..Entry::of_edition(a_service(&format!("here-{number}-{row}"), "A service"))
        };
        let id = u128::from(number) * 1_000_000 + u128::from(row);
        a_change(id, Deed::Imported, None, Some(&entry))
    });
    (batch, changes.collect())
}

/// Does nothing when run as a test; run by the other test, it takes file after file in until it is
/// killed.
#[test]
fn the_taker_in() {
    let Some(path) = std::env::var_os(WRITE_TO) else {
        return;
    };
    let mut store = Store::open(&PathBuf::from(path), KEY).unwrap();
    let mut out = std::io::stdout();
    let held = store.directory_batches().unwrap().len();
    for number in u32::try_from(held).unwrap() + 1.. {
        let (batch, changes) = a_file(number);
        writeln!(out, "{BEGUN}{number}").unwrap();
        out.flush().unwrap();
        store
            .put_directory_changes(&changes, Some(&batch), &an_entry("directory.import"))
            .unwrap();
        writeln!(out, "{DONE}{number}").unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn a_file_is_taken_in_whole_or_not_at_all_whenever_the_process_dies() {
    let (_folder, path, store) = a_store_in_a_file();
    store.close().unwrap();
    let whole = time_of_a_file(&path);
    let (mut died_inside, mut held) = (0, 1);

    for kill in 0..KILLS {
        // Spread over a whole taking-in, from its first moment to after its last.
        let done = begin_and_kill(&path, whole * kill / (KILLS - 2));

        let store = Store::open(&path, KEY).unwrap();
        let batches = store.directory_batches().unwrap();
        let taken = u32::try_from(batches.len()).unwrap();
        assert!(
            taken >= done,
            "kill {kill}: {taken} held, {done} acknowledged"
        );
        died_inside += u32::from(taken == held);
        held = taken;
        assert!(batches.iter().all(|batch| batch.entries == ENTRIES));
        let entries = store.directory_entries().unwrap().len();
        assert_eq!(entries, (taken * ENTRIES) as usize, "kill {kill}");
        let log = store.audit(1, u32::MAX).unwrap().len();
        assert_eq!(log, taken as usize, "kill {kill}: each file has its entry");
        assert_eq!(store.verify_audit().unwrap().first_bad, None);
        store.close().unwrap();
    }

    assert!(
        died_inside > 0,
        "no kill fell inside a file: nothing was tried"
    );
    let store = Store::open(&path, KEY).unwrap();
    assert!(store.verify().unwrap().is_sound());
}

/// Takes one file in, unharmed, and says how long it took.
fn time_of_a_file(path: &Path) -> Duration {
    let (batch, changes) = a_file(1);
    let mut store = Store::open(path, KEY).unwrap();
    let begun = Instant::now();
    store
        .put_directory_changes(&changes, Some(&batch), &an_entry("directory.import"))
        .unwrap();
    let took = begun.elapsed();
    store.close().unwrap();
    took
}

/// Runs a writer, and kills it so long after it began a file; gives the last file that it
/// acknowledged.
fn begin_and_kill(path: &Path, after: Duration) -> u32 {
    let mut writer = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "directory_entries::kill::the_taker_in",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(WRITE_TO, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(writer.stdout.take().unwrap())
        .lines()
        .map_while(Result::ok);
    assert!(lines.by_ref().any(|line| line.contains(BEGUN)));
    std::thread::sleep(after);
    writer.kill().unwrap();
    writer.wait().unwrap();
    let done = lines.filter_map(|line| line.split_once(DONE)?.1.parse().ok());
    done.last().unwrap_or(0)
}
