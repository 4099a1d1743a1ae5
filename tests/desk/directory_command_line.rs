//! Searching the directory from the command line, as it ships and as a store has it.

use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use sederunt_tests::office::PASSPHRASE;
use sederunt_tests::places::command_line;

use crate::directory_editing::{FIFE, an_editors_office, change};

fn found(words: &str, store: Option<&Path>) -> String {
    let mut command = command_line();
    command.args(["directory", "search", words]);
    if let Some(store) = store {
        command.arg("--store").arg(store);
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut running = command.spawn().expect("the command line runs");
    let mut input = running.stdin.take().expect("it listens");
    if store.is_some() {
        writeln!(input, "{PASSPHRASE}").expect("it is told");
    }
    drop(input);
    let output = running.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_store_is_searched_as_it_stands_and_what_ships_without_it() {
    let mut office = an_editors_office();
    change(office.desk(), FIFE, |service| {
        service.name = "Zephyr bail, Fife".into();
    });
    office.close();

    let here = found("zephyr", Some(office.folder()));
    let shipped = found("zephyr", None);

    assert!(here.contains("Zephyr bail, Fife"), "{here}");
    assert_eq!(shipped, "No entry matches \"zephyr\".\n");
}

#[test]
fn what_nobody_confirmed_is_shown_with_its_date_and_what_was_not_checked() {
    let found = found("drug treatment testing orders", None);

    let source = "Not confirmed locally. Source dated 2010-05. Not checked: elig_age.";
    assert!(found.contains(source), "{found}");
}
