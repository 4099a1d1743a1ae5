//! What open data says and no entry holds: kept beside the entries, written out again, and taken
//! back with the file that brought it.

use desk::{Desk, ExportFormat, Exported};
use directory::{DirectorySearch, ServiceId};
use sederunt_tests::date;
use sederunt_tests::places::command_line;
use serde_json::Value;

use crate::directory_editing::{an_editors_office, change};
use crate::directory_import::{read, take};

const PUBLISHED: &[u8] =
    include_bytes!("../../src-tauri/crates/exchange/tests/hsds/core/service_full.json");
const FEED: &str = "ac148810-d857-441c-9679-408f346de14b";
const ENTRY: &str = "hs-ac148810-d857-441c-9679-408f346de14b";

/// The published service, with some keys put otherwise.
fn published(further: &Value) -> Vec<u8> {
    let mut service: Value = serde_json::from_slice(PUBLISHED).expect("a service");
    for (key, value) in further.as_object().expect("keys") {
        service[key] = value.clone();
    }
    service.to_string().into_bytes()
}

fn export(desk: &mut Desk, contacts: bool) -> (Exported, Option<Value>) {
    let everything = DirectorySearch {
        not_running: true,
        expired: true,
        ..DirectorySearch::of_everything(date("2026-11-23"))
    };
    let (told, bytes) = desk
        .export_directory(&everything, ExportFormat::Hsds, contacts)
        .expect("a file");
    let list: Vec<Value> = serde_json::from_slice(&bytes).expect("a list");
    let found = list.into_iter().find(|one| one["id"] == FEED);
    (told, found)
}

fn take_in(desk: &mut Desk, bytes: &[u8]) -> uuid::Uuid {
    let preview = read(desk, "feed.json", bytes);
    assert!(preview.faults.is_empty(), "{:?}", preview.faults);
    take(desk, preview.token, false).batch
}

#[test]
fn what_a_feed_says_beside_an_entry_is_named_kept_written_out_and_taken_back() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let preview = read(desk, "feed.json", PUBLISHED);
    let named = |kind: &str| preview.beside.iter().any(|told| told.starts_with(kind));
    assert!(named("Places and their addresses") && named("Funding"));
    assert_eq!(preview.beside_changed, 1);
    let batch = take(desk, preview.token, false).batch;
    office.reopen();
    let desk = office.desk();

    let (_, out) = export(desk, false);

    let (out, before) = (out.expect("it goes out"), published(&serde_json::json!({})));
    let before: Value = serde_json::from_slice(&before).expect("a service");
    for key in [
        "schedules",
        "cost_options",
        "required_documents",
        "program",
        "funding",
    ] {
        assert_eq!(out[key], before[key], "{key}");
    }
    let text = out.to_string();
    assert!(
        !text.contains("email@example.com") && !text.contains("Ann Persona"),
        "{text}"
    );
    let again = read(desk, "feed.json", PUBLISHED);
    assert_eq!(
        (again.unchanged, again.beside_changed),
        (1, 0),
        "it is no news"
    );
    desk.undo_import(batch).expect("it is taken back");
    assert_eq!(export(desk, false).1, None);
    assert_eq!(take(desk, again.token, false).new, 1);
}

#[test]
fn a_feed_that_changes_only_what_is_kept_is_taken_in_and_taken_back() {
    let mut office = an_editors_office();
    let desk = office.desk();
    take_in(desk, PUBLISHED);
    let longer = published(&serde_json::json!({ "wait_time": "Longer" }));
    let preview = read(desk, "feed.json", &longer);
    assert_eq!((preview.unchanged, preview.beside_changed), (1, 1));

    let second = take(desk, preview.token, false).batch;

    let wait = |desk: &mut Desk| export(desk, false).1.expect("it goes out")["wait_time"].clone();
    assert_eq!(wait(desk), "Longer");
    desk.undo_import(second).expect("it is taken back");
    assert_eq!(wait(desk), "wait_time");
}

#[test]
fn times_that_were_changed_here_go_out_in_words_and_the_schedules_of_the_feed_stay_behind() {
    let mut office = an_editors_office();
    let desk = office.desk();
    take_in(desk, PUBLISHED);
    change(desk, ENTRY, |service| {
        service.kind = "housing".into();
        service.times = Some("Mondays at two".into());
    });

    let (told, out) = export(desk, false);

    let out = out.expect("it goes out");
    assert_eq!(out["schedules"][0]["description"], "Mondays at two");
    assert_eq!(out["schedules"][0].get("byday"), None);
    let says = "What a feed set out of times, by days and hours stays behind";
    assert!(
        told.losses.iter().any(|loss| loss.starts_with(says)),
        "{:?}",
        told.losses
    );
    let id = ServiceId(ENTRY.into());
    assert!(desk.service_page(&id).is_ok());
}

#[test]
fn contacts_at_any_depth_are_kept_and_written_out_where_they_were_chosen_both_times() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let first = read(desk, "feed.json", PUBLISHED);
    let chosen = desk
        .choose_columns(first.token, &[], true)
        .expect("a preview");
    take(desk, chosen.token, false);

    let (told, without) = export(desk, false);
    let (_, with) = export(desk, true);

    let without = without.expect("it goes out").to_string();
    assert!(!without.contains("1234 234567") && !without.contains("Ann Persona"));
    assert!(
        told.losses
            .iter()
            .any(|loss| loss.starts_with("What a feed told of people"))
    );
    let with = with.expect("it goes out");
    let location = &with["service_at_locations"][0]["location"];
    assert_eq!(location["phones"][0]["extension"], 100);
    assert_eq!(with["metadata"][0]["updated_by"], "Ann Persona");
}

#[test]
fn the_command_line_names_what_is_kept_apart_from_what_is_passed_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("feed.json");
    std::fs::write(&file, PUBLISHED).expect("it is written");

    let mut command = command_line();
    command
        .args(["directory", "import", "--dry-run"])
        .arg(&file);
    let output = command.output().expect("the command line runs");

    let said = String::from_utf8_lossy(&output.stdout);
    let kept = said
        .split("Kept beside the entries and written out again as open data, not shown here:")
        .nth(1)
        .expect("it is said");
    assert!(kept.contains("  Funding (one service)."), "{said}");
    assert!(!kept.contains("not taken in"), "{said}");
}
