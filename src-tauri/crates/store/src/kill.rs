//! A process killed while it writes (harness "Kill"): the test runs itself as the writer, reads each
//! revision that the writer says is saved, and kills it.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use casework::{Answer, QuestionId, ReportId, Rev, Saved};
use uuid::Uuid;

use crate::fixture::{KEY, a_store_in_a_file, an_entry, with_a_draft};
use crate::{AuditEntry, Store};

/// Names the store to write to; set only for the writer.
const WRITE_TO: &str = "SEDERUNT_KILL_TEST_STORE";

/// How the writer's acknowledgements begin, among what the harness prints.
const MARK: &str = "acknowledged ";

/// How many times a writer is killed.
const KILLS: u32 = 25;

fn answer(rev: u32) -> Answer {
    Answer::Line {
        text: format!(
            "text of revision {rev} {}",
            "word ".repeat(rev as usize % 200)
        ),
    }
}

fn question(rev: u32) -> QuestionId {
    QuestionId(format!("q{}", rev % 3))
}

fn draft_id() -> ReportId {
    ReportId(Uuid::from_u128(100))
}

/// Does nothing when run as a test; run by the other test, it writes until it is killed.
#[test]
fn the_writer() {
    let Some(path) = std::env::var_os(WRITE_TO) else {
        return;
    };
    let mut store = Store::open(&PathBuf::from(path), KEY).unwrap();
    let mut rev = store.draft(draft_id()).unwrap().unwrap().rev;
    let mut out = std::io::stdout();
    loop {
        let next = rev.0 + 1;
        let entry = AuditEntry {
            fields: vec![question(next).0],
            ..an_entry("draft.save")
        };
        let saved = store
            .save_answer(
                draft_id(),
                rev,
                &question(next),
                Some(&answer(next)),
                &entry,
            )
            .unwrap();
        let Saved::Done { rev: done, .. } = saved else {
            panic!("nobody else writes");
        };
        rev = done;
        writeln!(out, "{MARK}{}", rev.0).unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn everything_acknowledged_survives_a_kill_at_any_moment() {
    let (_folder, path, mut store) = a_store_in_a_file();
    with_a_draft(&mut store);
    store.close().unwrap();

    for kill in 0..KILLS {
        let acknowledged = write_and_kill(&path, 1 + kill * 3, u64::from(kill) * 137 % 1900);

        let store = Store::open(&path, KEY).unwrap();
        let held = store.draft(draft_id()).unwrap().unwrap();
        assert!(
            held.rev >= acknowledged,
            "kill {kill}: {:?} after {acknowledged:?}",
            held.rev
        );
        // Each save wrote what its number says, so the whole of what is held can be checked.
        for rev in (2..=held.rev.0).rev().take(3) {
            assert_eq!(held.answers[&question(rev)], answer(rev), "kill {kill}");
        }
        let kept: usize = (0..3)
            .map(|q| {
                store
                    .replaced_answers(draft_id(), &question(q))
                    .unwrap()
                    .len()
            })
            .sum();
        assert_eq!(
            kept + held.answers.len(),
            held.rev.0 as usize - 1,
            "every text, once"
        );
        assert_eq!(store.verify_audit().unwrap().first_bad, None, "kill {kill}");
        store.close().unwrap();
    }
    assert!(
        Store::open(&path, KEY)
            .unwrap()
            .verify()
            .unwrap()
            .is_sound()
    );
}

/// Runs a writer until so many saves are acknowledged and so many microseconds more have passed;
/// gives the last revision that it acknowledged before it died.
fn write_and_kill(path: &Path, saves: u32, micros: u64) -> Rev {
    let mut writer = a_writer(path);
    let mut lines = BufReader::new(writer.stdout.take().unwrap())
        .lines()
        .map_while(Result::ok);
    let mut last = Rev(1);
    for line in lines
        .by_ref()
        .filter(|line| line.contains(MARK))
        .take(saves as usize)
    {
        last = acknowledged(&line).unwrap();
    }
    std::thread::sleep(std::time::Duration::from_micros(micros));
    writer.kill().unwrap();
    writer.wait().unwrap();
    lines
        .filter_map(|line| acknowledged(&line))
        .last()
        .unwrap_or(last)
}

fn a_writer(path: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "kill::the_writer",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(WRITE_TO, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Reads an acknowledgement; none where the kill cut the line short.
fn acknowledged(line: &str) -> Option<Rev> {
    let (_, number) = line.split_once(MARK)?;
    number.parse().ok().map(Rev)
}
