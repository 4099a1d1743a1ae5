//! `sederunt-cli directory compare`: what a local edition would change, told to a terminal.

use std::process::Output;

use desk::SaveService;
use sederunt_tests::places::command_line;
use serde_json::Value;

use crate::directory_editing::{FIFE, a_new_service, an_editors_office, change, done};

const NEW: &str = "Women’s breakfast club";

/// A local edition that changes one entry and adds another.
fn a_local_edition() -> Vec<u8> {
    let mut editor = an_editors_office();
    let desk = editor.desk();
    change(desk, FIFE, |service| {
        service.how_to_refer = Some("Telephone the duty worker.".into());
    });
    let new = SaveService {
        service: a_new_service(NEW),
        rev: 0,
    };
    done(desk.save_service(&new));
    let office = "Inverbrae justice social work";
    let (_, file) = desk.propose_local_edition(office).expect("it is proposed");
    file
}

fn compared(file: &[u8], more: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("local.sederunt");
    std::fs::write(&path, file).expect("it is written");
    command_line()
        .args(["directory", "compare"])
        .arg(&path)
        .args(more)
        .output()
        .expect("the command line runs")
}

#[track_caller]
fn refused(file: &[u8], says: &str) {
    let output = compared(file, &["--json"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();

    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains("local.sederunt:"),
        "the file is named: {said}"
    );
    assert!(said.contains(says), "{said}");
    assert!(output.stdout.is_empty());
}

#[test]
fn what_it_would_change_is_told_part_by_part() {
    let output = compared(&a_local_edition(), &[]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();

    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(told.contains(&format!("changed   {FIFE}")), "{told}");
    assert!(told.contains("Telephone the duty worker."), "{told}");
    assert!(told.contains(NEW), "{told}");
    assert!(told.contains("Nobody has approved it yet."), "{told}");
    assert!(told.contains("It would change 2 entries."), "{told}");
}

#[test]
fn the_same_is_told_in_json() {
    let output = compared(&a_local_edition(), &["--json"]);

    let told: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(told["stage"], "proposed");
    assert_eq!(told["difference-count"], 2);
    let effects: Vec<&Value> = told["differences"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| &one["effect"])
        .collect();
    assert!(effects.iter().any(|effect| *effect == "changed"));
    assert!(effects.iter().any(|effect| *effect == "added"));
}

#[test]
fn a_file_that_is_broken_or_not_signed_is_refused_in_words() {
    let good = a_local_edition();
    let mut forged = good.clone();
    let last = forged.len() - 1;
    forged[last] ^= 1;

    refused(b"id,name\r\n1,A\r\n", "not a signed local edition");
    refused(&good[..40], "not a signed local edition");
    refused(&forged, "was changed after it was signed");
}

#[test]
fn a_signed_edition_that_does_not_fit_is_refused_in_words() {
    let mut unfit = publication::read(&a_local_edition())
        .expect("it is read")
        .edition;
    unfit.entries[0].service.kind = "wizardry".into();
    let key = ed25519_dalek::SigningKey::from_bytes(&[7; 32]);
    let signed = publication::propose(&unfit, &key).expect("it is signed");

    refused(&signed, "does not fit");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let output = command_line()
        .args(["directory", "compare", "no-such-file"])
        .output()
        .expect("the command line runs");

    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no-such-file"));
}
