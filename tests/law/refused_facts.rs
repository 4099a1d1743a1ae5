//! `sederunt-cli law`: what bad input gets.

use sederunt_tests::places::command_line;
use serde_json::{Value, json};

use crate::command_line::{answer, asked};

/// Refused with exit code 2 and a sentence that names the field.
#[track_caller]
pub(crate) fn refused(facts: &Value, field: &str) {
    let output = asked("disposals", facts, &["--json", "--as-at", "2026-11-22"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();

    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains(&format!("{field}:")), "{said}");
    assert!(output.stdout.is_empty(), "nothing is guessed");
}

#[test]
fn a_key_that_is_no_fact_is_refused() {
    refused(
        &json!({ "court": "SS", "imprisonabel": true }),
        "imprisonabel",
    );
}

#[test]
fn a_day_that_is_not_in_the_calendar_is_refused() {
    refused(&json!({ "offence_date": "2026-02-30" }), "offence_date");
    refused(&json!({ "offence_date": "2026-2-3" }), "offence_date");
}

#[test]
fn an_age_below_criminal_responsibility_is_refused() {
    refused(&json!({ "age_at_offence": 11 }), "age_at_offence");
    refused(&json!({ "age_now": 11 }), "age_now");
    refused(
        &json!({ "age_now": 12, "offence_date": "2025-03-01" }),
        "age_at_offence",
    );
    refused(
        &json!({ "date_of_birth": "2014-05-05", "offence_date": "2026-05-04" }),
        "age_at_offence",
    );
}

#[test]
fn an_age_is_read_in_years_or_in_years_and_months() {
    for age in [
        json!(17),
        json!("17"),
        json!("17 years"),
        json!("17 years 2 months"),
        json!("17 years and 2 months"),
        json!("17 years 11 months"),
    ] {
        let answer = answer("disposals", &json!({ "court": "SS", "age_now": age }));
        let options = answer["options"].as_array().unwrap();
        let prison = options.iter().find(|o| o["id"] == "imprisonment").unwrap();
        assert_eq!(prison["finding"], "not-competent", "{age}");
    }
    for age in [
        json!("17 years 12 months"),
        json!("seventeen"),
        json!("17y 2m"),
        json!(-1),
        json!(17.5),
        json!(121),
        json!(true),
    ] {
        refused(&json!({ "age_now": age }), "age_now");
    }
}

#[test]
fn facts_that_contradict_each_other_are_refused() {
    refused(
        &json!({ "age_now": 20, "age_at_offence": 21 }),
        "age_at_offence",
    );
    refused(
        &json!({ "offence_date": "2026-05-01", "sentence_date": "2026-04-30" }),
        "offence_date",
    );
    for (court, on_indictment) in [("SS", true), ("JP", true), ("SO", false), ("HC", false)] {
        refused(
            &json!({ "court": court, "conviction_on_indictment": on_indictment }),
            "conviction_on_indictment",
        );
    }
    refused(
        &json!({ "court": "SS", "fixed_by_law": true }),
        "fixed_by_law",
    );
    refused(
        &json!({ "court": "HC", "fixed_by_law": true, "imprisonable": false }),
        "fixed_by_law",
    );
    refused(
        &json!({ "imprisonable": false, "max_term": "6 months" }),
        "max_term",
    );
    refused(
        &json!({ "fineable": false, "max_fine": "£500" }),
        "max_fine",
    );
    refused(&json!({ "plea": "guilty", "outcome": "acquitted" }), "plea");
    refused(
        &json!({ "fine_in_default": false, "caution_not_found": false, "amount_in_default": 300 }),
        "amount_in_default",
    );
    refused(
        &json!({ "prior_custody": false, "offence_on_early_release": true }),
        "offence_on_early_release",
    );
    refused(
        &json!({ "date_of_birth": "1990-01-01", "age_now": 20 }),
        "age_now",
    );
    refused(
        &json!({
            "age_now": 40, "age_at_offence": 20,
            "offence_date": "2025-05-01", "sentence_date": "2026-04-30",
        }),
        "age_at_offence",
    );
}

#[test]
fn values_of_another_kind_are_refused() {
    refused(&json!({ "court": "sheriff" }), "court");
    refused(&json!({ "imprisonable": "yes" }), "imprisonable");
    refused(&json!({ "age_now": 17.5 }), "age_now");
    refused(&json!({ "max_term": "a year" }), "max_term");
    refused(&json!({ "reports": ["horoscope"] }), "reports");
    refused(
        &json!({ "proposal": [{ "option": "stocks" }] }),
        "proposal.option",
    );
    refused(
        &json!({ "proposal": [{ "option": "rlo", "hours-a-day": 25 }] }),
        "proposal.hours-a-day",
    );
    refused(
        &json!({ "proposal": [{ "option": "rlo", "moons": 3 }] }),
        "proposal.moons",
    );
    refused(&json!({ "proposal": [{ "hours": 3 }] }), "proposal.option");
    refused(&json!({ "proposal": { "option": "rlo" } }), "proposal");
    refused(&json!({ "max_term": "6 moons" }), "max_term");
    refused(&json!({ "max_fine": -5 }), "max_fine");
    refused(&json!({ "reports": "report" }), "reports");
    refused(&json!({ "plea": "maybe" }), "plea");
    refused(&json!({ "area": "S99999999" }), "area");
}

#[test]
fn a_figure_that_its_part_does_not_take_is_refused() {
    let part = |part: &Value, field: &str| refused(&json!({ "proposal": [part] }), field);

    part(&json!({ "option": "fine", "hours": 100 }), "proposal.hours");
    part(
        &json!({ "option": "cpo-unpaid-work-2", "term": "6 months" }),
        "proposal.term",
    );
    part(
        &json!({ "option": "rlo", "amount": "£500" }),
        "proposal.amount",
    );
    part(
        &json!({ "option": "imprisonment", "hours-a-day": 12 }),
        "proposal.hours-a-day",
    );
    part(&json!({ "option": "fine", "amount": 0 }), "proposal.amount");
    part(
        &json!({ "option": "fine", "amount": "unlimited" }),
        "proposal.amount",
    );
    part(
        &json!({ "option": "rlo", "hours-a-day": 8, "hours_a_day": 12 }),
        "proposal.hours_a_day",
    );
}

#[test]
fn facts_of_nothing_are_refused() {
    refused(&json!({ "max_term": "0 months" }), "max_term");
    refused(&json!({ "max_term": 0 }), "max_term");
    refused(&json!({ "max_fine": "£0" }), "max_fine");
    refused(&json!({ "amount_in_default": 0 }), "amount_in_default");
}

#[test]
fn days_and_ages_that_no_case_has_are_refused() {
    refused(
        &json!({ "age_now": 14, "offence_date": "2011-06-01" }),
        "age_now",
    );
    for day in ["0000-01-01", "1866-10-14", "+026-01-01", "-001-01-01"] {
        refused(&json!({ "offence_date": day }), "offence_date");
        refused(&json!({ "date_of_birth": day }), "date_of_birth");
    }
    refused(&json!({ "age_now": "+34" }), "age_now");
    refused(&json!({ " court": "SS" }), "\" court\"");
    refused(&json!({ "": 1 }), "\"\"");
}

/// What the facts of a file are answered with, however the file is written.
fn file_answered(name: &str, bytes: &[u8]) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(name);
    std::fs::write(&file, bytes).expect("a facts file");
    let output = command_line()
        .args(["law", "disposals", "--facts"])
        .arg(&file)
        .output()
        .expect("the command line runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code(), said)
}

#[test]
fn a_facts_file_may_be_saved_by_any_editor() {
    let files: [(&str, &[u8]); 5] = [
        ("bom.json", "\u{feff}{\"court\":\"SS\"}".as_bytes()),
        ("bom.toml", "\u{feff}court = \"SS\"".as_bytes()),
        ("lines.json", b"{\r\n\"court\": \"SS\"\r\n}\r\n"),
        (
            "lines.toml",
            b"court = \"SS\"\r\noffence_date = 2026-02-10\r\n",
        ),
        ("comment.toml", b"# nothing is known\n"),
    ];

    for (name, bytes) in files {
        let (code, said) = file_answered(name, bytes);
        assert_eq!(code, Some(0), "{name}: {said}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_refused_by_its_name_and_place() {
    let nested = format!("{}{}", "[".repeat(500_000), "]".repeat(500_000));
    let nested_toml = format!("a = {nested}");
    let dotted = format!("{} = 1", vec!["a"; 200_000].join("."));
    let long = format!("{{\"court\":\"{}\"}}", "S".repeat(1_000_000));
    let files: [(&str, &[u8], &str); 12] = [
        ("empty.json", b"", "empty"),
        ("empty.toml", b" \n", "empty"),
        ("wide.json", b"\xff\xfe{\x00}\x00", "UTF-16"),
        ("latin.toml", b"\ncourt = \"\xe9\"", "line 2"),
        ("nested.json", nested.as_bytes(), "line 1"),
        ("nested.toml", nested_toml.as_bytes(), "line 1"),
        ("dotted.toml", dotted.as_bytes(), "dotted.toml"),
        ("long.json", long.as_bytes(), "court: \"SSS"),
        ("nan.toml", b"age_now = nan", "age_now:"),
        ("day.toml", b"offence_date = 2026-02-30", "line 1"),
        ("list.json", b"[]", "one object"),
        ("twice.toml", b"court = \"SS\"\ncourt = \"JP\"", "line 2"),
    ];

    for (name, bytes, told) in files {
        let (code, said) = file_answered(name, bytes);
        assert_eq!(code, Some(2), "{name}: {}", said.len());
        assert!(said.contains(name) && said.contains(told), "{name}");
        assert!(said.len() < 1_000, "{name}: {}", said.len());
    }
}
