//! A fault in a calculator is said with its file, line and field.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use edition::{ContentFault, Error, Sources};
use sederunt_tests::places::content;

fn gather(root: &Path, folder: &Path, texts: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        let kind = path.extension().and_then(|kind| kind.to_str());
        if path.is_dir() {
            gather(root, &path, texts);
        } else if matches!(kind, Some("toml" | "csv")) {
            let below = path.strip_prefix(root).expect("below the root");
            let name = below.to_string_lossy().replace('\\', "/");
            texts.insert(name, fs::read_to_string(&path).expect("a source"));
        }
    }
}

/// The faults of the sources with one of them changed, and the line of the change.
fn faults(file: &str, from: &str, to: &str) -> (Vec<ContentFault>, usize) {
    let mut texts = BTreeMap::new();
    gather(&content(), &content(), &mut texts);
    let text = texts.get_mut(file).expect("a source");
    let place = text
        .find(from)
        .unwrap_or_else(|| panic!("{file} does not say {from}"));
    let line = text[..place].matches('\n').count() + 1;
    *text = text.replacen(from, to, 1);
    match Sources::from_texts(texts).edition() {
        Err(Error::Faulty(faults)) => (faults, line),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("the planted fault was not seen: {to}"),
    }
}

#[track_caller]
fn named(file: &str, from: &str, to: &str, field: &str, says: &str) {
    let file = format!("calculators/{file}");
    let (faults, _) = faults(&file, from, to);

    let found = faults
        .iter()
        .find(|fault| fault.field == field && fault.says.contains(says));
    let found = found.unwrap_or_else(|| panic!("{faults:?}"));
    assert_eq!(found.file, file, "{found}");
    assert!(found.line.is_some(), "{found}");
}

#[test]
fn a_misspelt_field_is_named_with_its_line() {
    let file = "calculators/60-tagged-bail-credit.toml";

    let (faults, line) = faults(file, "days-for-one = 2", "day-for-one = 2");

    assert_eq!(
        (faults[0].file.as_str(), faults[0].line),
        (file, Some(line))
    );
    assert_eq!(faults[0].field, "day-for-one");
}

#[test]
fn a_calculator_without_authority_is_refused() {
    let cited = "authority = \"CP95 s.225\"";
    named(
        "75-standard-scale.toml",
        cited,
        "authority = \"\"",
        "authority",
        "must name its authority",
    );
}

#[test]
fn an_unchecked_authority_is_not_verified() {
    let cited = "authority = \"CP95 s.225\"";
    let unsure = "authority = \"CP95 s.225 [?]\"";
    named(
        "75-standard-scale.toml",
        cited,
        unsure,
        "checked",
        "cannot be verified",
    );
}

#[test]
fn a_table_with_a_gap_or_an_overlap_is_refused() {
    let file = "40-victim-surcharge.toml";
    named(file, "to = \"£500\"", "to = \"£499\"", "band", "gap");
    named(file, "to = \"£500\"", "to = \"£500.01\"", "band", "overlap");
    named(
        file,
        "from = \"£10,000.01\"",
        "from = \"£10,000.01\"\nto = \"£20,000\"",
        "to",
        "must be open",
    );
}

#[test]
fn scales_follow_each_other_day_by_day() {
    let file = "75-standard-scale.toml";
    named(
        file,
        "until = \"2007-12-09\"",
        "until = \"2007-12-08\"",
        "scale",
        "gap",
    );
    named(
        file,
        "until = \"2007-12-09\"",
        "until = \"2007-12-10\"",
        "scale",
        "overlap",
    );
    named(
        file,
        "\"£1,000\", \"£2,000\"]",
        "\"£1,000\", \"£900\"]",
        "levels",
        "rise",
    );
}

#[test]
fn an_input_that_nobody_declares_is_named() {
    let file = "30-unpaid-work-latest.toml";
    named(
        file,
        "asks = [\"sentence_date\"",
        "asks = [\"sentence_day\"",
        "asks",
        "no fact \"sentence_day\"",
    );
    named(
        file,
        "asks = [\"sentence_date\"",
        "asks = [\"offence_date\"",
        "asks",
        "needs \"sentence_date\"",
    );
}

#[test]
fn an_input_of_another_kind_is_named() {
    let file = "30-unpaid-work-latest.toml";
    named(
        file,
        "kind = \"count\"",
        "kind = \"amount\"",
        "asks",
        "of another kind",
    );
}

#[test]
fn a_condition_on_nothing_is_named() {
    let file = "10-report-needed.toml";
    named(
        file,
        "{ yes = \"under_supervision\" }",
        "{ yes = \"supervised\" }",
        "fact",
        "no fact \"supervised\"",
    );
    let from = "one-of = [\"guardianship\"]";
    named(
        file,
        from,
        "one-of = [\"guardian\"]",
        "one-of",
        "no choice \"guardian\"",
    );
}

#[test]
fn a_trigger_cites_its_provision() {
    let from = "authority = \"CP95 s.209(2)\"";
    named(
        "10-report-needed.toml",
        from,
        "authority = \"\"",
        "authority",
        "cite",
    );
}

#[test]
fn an_option_that_is_on_no_menu_is_named() {
    named(
        "70-powers.toml",
        "option = \"rlo\"",
        "option = \"stocks\"",
        "option",
        "no entry \"stocks\"",
    );
}

#[test]
fn a_place_that_is_never_filled_is_named() {
    let file = "60-tagged-bail-credit.toml";
    named(
        file,
        "{disregarded} disregarded",
        "{disregard} disregarded",
        "left",
        "no figure \"disregard\"",
    );
}

#[test]
fn each_choice_of_a_time_limit_has_its_limit() {
    let from = "[[method.time-limits.limit]]\nid = \"medical-inquiry\"";
    let to = "[[method.time-limits.limit]]\nid = \"medical\"";
    named(
        "20-adjournment.toml",
        from,
        to,
        "limit",
        "not both a choice and a limit",
    );
}

#[test]
fn a_bank_holiday_is_never_a_weekend_and_stands_once() {
    let file = "bank-holidays-2027.csv";
    named(file, "2027-12-27", "2027-12-25", "date", "weekend");
    named(file, "2027-12-27", "2027-12-28", "date", "twice");
    named(file, "2027-12-27", "2027-13-27", "date", "is not a day");
}

#[test]
fn a_table_of_holidays_has_the_holidays_of_the_others() {
    let (faults, _) = faults(
        "calculators/bank-holidays-2025.csv",
        "2025-08-04,summer",
        "2025-08-04,autumn",
    );

    let missing = faults
        .iter()
        .any(|fault| fault.says.contains("\"summer\" is missing in [2025]"));
    assert!(missing, "{faults:?}");
}
