//! Contacts in open data: they go out and come in only where a person chose it, and none that came
//! in passes for one that a post here confirmed.

use std::io::Write as _;
use std::path::Path;
use std::process::{Output, Stdio};

use chrono::TimeDelta;
use desk::{ColumnChoice, Desk, ExportFormat, Exported, ImportPreview};
use directory::{Assurance, DirectorySearch};
use sederunt_tests::office::{Office, PASSPHRASE};
use sederunt_tests::places::command_line;
use sederunt_tests::{Paper, date};
use serde_json::Value;

use crate::directory_editing::{FIFE, an_editors_office, change, confirm, id, page, service};
use crate::directory_import::{read, take};

const DESK: &str = "Justice duty desk, 01592 123 456, duty@example.org";
const FEED: &str = "ac148810-d857-441c-9679-408f346de14b";

/// A list of two services: Fife's, as it stands, and a new one, both with this contact.
fn a_feed(desk: &mut Desk, contact: &str) -> Vec<u8> {
    let (_, bytes) = export(desk, ExportFormat::Hsds, false);
    let mut list: Vec<Value> = serde_json::from_slice(&bytes).expect("a list");
    let name = service(desk, FIFE).name;
    list.retain(|one| one["name"] == name.as_str());
    let mut fife = list.remove(0);
    fife["contacts"] = serde_json::json!([{ "title": contact }]);
    let mut new = fife.clone();
    new["id"] = FEED.into();
    new["name"] = "A new service".into();
    new["assured_date"] = "2026-11-01".into();
    serde_json::to_vec(&[fife, new]).expect("it is written")
}

fn export(desk: &mut Desk, format: ExportFormat, contacts: bool) -> (Exported, Vec<u8>) {
    let everything = DirectorySearch {
        not_running: true,
        expired: true,
        ..DirectorySearch::of_everything(date("2026-11-23"))
    };
    desk.export_directory(&everything, format, contacts)
        .expect("a file")
}

fn with_contacts(desk: &mut Desk, bytes: &[u8]) -> ImportPreview {
    let preview = read(desk, "feed.json", bytes);
    desk.choose_columns(preview.token, &[], true)
        .expect("a preview")
}

fn tells(preview: &ImportPreview, part: &str) -> bool {
    let mut parts = preview.sample.iter().flat_map(|line| &line.parts);
    parts.any(|told| told.after.contains(part))
}

fn says(preview: &ImportPreview, sentence: &str) -> bool {
    let mut sentences = preview.passed_over.iter();
    sentences.any(|told| told.contains(sentence))
}

/// The sheet of Fife's service, as it is printed.
fn sheet(desk: &mut Desk) -> String {
    let preview = desk.print_service(&id(FIFE)).expect("a sheet");
    let (_, bytes) = desk.previewed(preview.token).expect("its bytes");
    Paper::of(bytes).words()
}

#[test]
fn contacts_go_out_as_open_data_only_where_they_were_chosen() {
    let mut office = an_editors_office();
    let desk = office.desk();
    change(desk, FIFE, |service| service.contact = Some(DESK.into()));
    for format in [ExportFormat::Hsds, ExportFormat::HsdsUk] {
        let (kept, without) = export(desk, format, false);
        let (chosen, with) = export(desk, format, true);

        let held = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("Justice duty desk");
        assert_eq!((held(&without), held(&with)), (false, true), "{format:?}");
        let said = |told: &Exported| told.losses.iter().any(|says| says.contains("Contacts"));
        assert_eq!((said(&kept), said(&chosen)), (true, false), "{format:?}");
    }
}

#[test]
fn a_preview_tells_of_contacts_as_they_were_chosen() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let feed = a_feed(desk, DESK);

    let first = read(desk, "feed.json", &feed);
    assert_eq!((first.contacts, first.changed), (Some(false), 0));
    assert!(!tells(&first, DESK));
    assert!(says(&first, "Contacts are not taken in"));

    let chosen = desk
        .choose_columns(first.token, &[], true)
        .expect("a preview");
    assert_eq!((chosen.contacts, chosen.changed), (Some(true), 1));
    assert!(tells(&chosen, DESK));
    assert!(!says(&chosen, "Contacts are not taken in"));

    let again = desk
        .choose_columns(first.token, &[], false)
        .expect("a preview");
    assert_eq!((again.contacts, again.changed), (Some(false), 0));

    desk.choose_columns(first.token, &[], true)
        .expect("a preview");
    let next = read(desk, "feed.json", &feed);
    assert_eq!(next.contacts, Some(false), "it is chosen for one file only");
}

#[test]
fn a_table_has_its_contacts_in_a_column_and_keeps_its_columns() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let preview = read(desk, "list.csv", b"id,name,contact\nnew-one,A,A desk\n");
    assert_eq!(preview.contacts, None);

    assert!(tells(&preview, "A desk"));
    let mut columns: Vec<ColumnChoice> = preview.columns;
    columns[2].part = None;

    let again = desk.choose_columns(preview.token, &columns, true);

    let again = again.expect("a preview");
    assert!(!tells(&again, "A desk"), "the column is passed over");
    assert_eq!((again.contacts, again.columns), (None, columns));
}

#[test]
fn a_contact_that_was_taken_in_is_not_one_that_was_confirmed() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let feed = a_feed(desk, DESK);
    let chosen = with_contacts(desk, &feed);

    take(desk, chosen.token, false);

    let fife = page(desk, FIFE).row;
    assert_eq!(fife.service.contact.as_deref(), Some(DESK));
    assert_eq!(fife.assurance, Assurance::NeverAssured);
    assert!(sheet(desk).contains("(not confirmed in the last three months:"));
    let new = page(desk, &format!("hs-{FEED}")).row;
    assert_eq!(new.service.contact.as_deref(), Some(DESK));
    assert_eq!(new.assurance, Assurance::NeverAssured);
    let told = new.kept.feed_assurance.expect("the feed confirmed it");
    assert_eq!(told.feed, "feed.json");
    confirm(desk, &[FIFE]).expect("it is confirmed");
    assert!(!sheet(desk).contains("not confirmed in the last three months"));
}

#[test]
fn a_contact_that_a_post_here_confirmed_stands_for_three_months() {
    let (mut office, feed) = an_office_that_confirmed_its_contact();
    office.clock.pass(TimeDelta::days(91));
    let desk = office.desk();

    let chosen = with_contacts(desk, &feed);

    assert_eq!((chosen.changed, chosen.conflicting), (0, 0));
    assert!(says(&chosen, "The contact of one entry is not taken in"));
    take(desk, chosen.token, true);
    assert_eq!(service(desk, FIFE).contact.as_deref(), Some("Our own desk"));

    office.clock.pass(TimeDelta::days(1));
    let desk = office.desk();
    let later = with_contacts(desk, &feed);
    assert!(!says(&later, "The contact of one entry"));
    take(desk, later.token, true);
    let fife = service(desk, FIFE);
    assert_eq!(fife.contact.as_deref(), Some(DESK));
    assert_eq!(fife.assured_on, Some(date("2026-11-23")), "as it was");
    assert!(sheet(desk).contains("(not confirmed in the last three months:"));
}

fn an_office_that_confirmed_its_contact() -> (Office, Vec<u8>) {
    let mut office = an_editors_office();
    let desk = office.desk();
    change(desk, FIFE, |service| {
        service.contact = Some("Our own desk".into());
    });
    confirm(desk, &[FIFE]).expect("it is confirmed");
    let feed = a_feed(desk, DESK);
    (office, feed)
}

#[test]
fn a_contact_without_a_confirmation_here_yields_to_a_feed_that_was_chosen() {
    let mut office = an_editors_office();
    let desk = office.desk();
    change(desk, FIFE, |service| {
        service.contact = Some("Our own desk".into());
    });
    let feed = a_feed(desk, DESK);

    let chosen = with_contacts(desk, &feed);

    assert_eq!(chosen.conflicting, 1, "it was changed here too");
    take(desk, chosen.token, true);
    assert_eq!(service(desk, FIFE).contact.as_deref(), Some(DESK));
}

/// The command line at the store of an office, which is asked for its passphrase.
fn directory(verb: &str, file: &Path, store: &Path, more: &[&str]) -> Output {
    let mut command = command_line();
    command.args(["directory", verb]).args(more);
    match verb {
        "export" => command.arg("--out").arg(file),
        _ => command.arg(file),
    };
    command.arg("--store").arg(store);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut running = command.spawn().expect("the command line runs");
    let mut input = running.stdin.take().expect("it listens");
    writeln!(input, "{PASSPHRASE}").expect("it is told");
    drop(input);
    running.wait_with_output().expect("it ends")
}

#[track_caller]
fn done(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_command_line_takes_contacts_out_and_in_where_it_is_told_to() {
    let mut theirs = an_editors_office();
    change(theirs.desk(), FIFE, |service| {
        service.contact = Some(DESK.into());
    });
    theirs.close();
    let mut ours = an_editors_office();
    ours.close();
    let folder = tempfile::tempdir().expect("a folder");
    let (without, with) = (folder.path().join("a.json"), folder.path().join("b.json"));
    let format = ["--format", "hsds"];

    let told = done(&directory("export", &without, theirs.folder(), &format));
    assert!(told.contains("Contacts are left out"), "{told}");
    let chosen = ["--format", "hsds", "--contacts"];
    let told = done(&directory("export", &with, theirs.folder(), &chosen));
    assert!(!told.contains("Contacts"), "{told}");

    let told = done(&directory("import", &with, ours.folder(), &[]));
    assert!(told.contains("Contacts are not taken in"), "{told}");
    assert!(told.contains("0 new, 0 changed"), "{told}");
    let tried = done(&directory(
        "import",
        &with,
        ours.folder(),
        &["--contacts", "--json"],
    ));
    let answer: Value = serde_json::from_str(&tried).expect("JSON");
    assert_eq!(
        (&answer["taken"], &answer["new"]),
        (&true.into(), &0.into())
    );
    ours.reopen();
    assert_eq!(service(ours.desk(), FIFE).contact.as_deref(), Some(DESK));
}

#[test]
fn the_command_line_tries_contacts_without_a_store() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("feed.json");
    let feed = format!(
        r#"[{{"id": "{FEED}", "name": "A", "status": "active", "contacts": [{{"title": "a\tb"}}]}}]"#
    );
    std::fs::write(&file, feed).expect("it is written");
    let dry = |more: &[&str]| {
        let mut command = command_line();
        command
            .args(["directory", "import", "--dry-run"])
            .arg(&file);
        command.args(more).output().expect("the command line runs")
    };

    let without = dry(&[]);
    let with = dry(&["--contacts"]);

    assert!(done(&without).contains("Contacts are not taken in"));
    assert_eq!(with.status.code(), Some(2));
    let said = String::from_utf8_lossy(&with.stderr);
    assert!(said.contains("row 1, column contacts:"), "{said}");
}
