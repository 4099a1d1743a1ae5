//! `sederunt-cli law`: the contract of its answer.

use std::process::Output;

use sederunt_tests::places::command_line;
use serde_json::{Value, json};

use crate::refused_facts::refused;

pub(crate) fn asked(menu: &str, facts: &Value, more: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("facts.json");
    std::fs::write(&file, facts.to_string()).expect("a facts file");
    command_line()
        .args(["law", menu, "--facts"])
        .arg(&file)
        .args(more)
        .output()
        .expect("the command line runs")
}

pub(crate) fn answer(menu: &str, facts: &Value) -> Value {
    let output = asked(menu, facts, &["--json", "--as-at", "2026-11-22"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    serde_json::from_slice(&output.stdout).expect("an answer in JSON")
}

#[test]
fn every_option_is_answered_with_its_finding_rules_and_what_is_missing() {
    let answer = answer(
        "disposals",
        &json!({ "court": "JP", "age_now": 34, "imprisonable": true }),
    );

    let options = answer["options"].as_array().unwrap();
    assert_eq!(options.len(), 103);
    let rlo = options.iter().find(|option| option["id"] == "rlo").unwrap();
    assert_eq!(rlo["finding"], "not-competent");
    assert!(rlo["rules"].as_array().unwrap().contains(&json!("R-61")));
    for option in options {
        let finding = option["finding"].as_str().unwrap();
        assert!(["competent", "depends", "not-competent"].contains(&finding));
        assert_eq!(
            finding == "depends",
            option["missing"] != json!([]),
            "{option}"
        );
    }
}

#[test]
fn a_proposal_is_answered_with_each_breach_and_the_nearest_figure() {
    let answer = answer(
        "disposals",
        &json!({
            "court": "JP", "age_now": 34, "imprisonable": true, "represented": true,
            "offence_date": "2026-02-10", "on_bail_libelled": false, "common_law": true,
            "proposal": [{ "option": "imprisonment", "term": "90 days" }],
        }),
    );

    let breaches = answer["proposal"]["breaches"].as_array().unwrap();
    let of_the_court = breaches
        .iter()
        .find(|breach| breach["rule"] == "R-02")
        .unwrap();
    assert_eq!(of_the_court["nearest"], "60 days");
    assert_eq!(answer["proposal"]["finding"], "not-competent");
}

/// A sheriff's summary case of which it is not recorded whether the offence is at common law.
fn of_no_kind() -> Value {
    json!({
        "court": "SS", "age_now": 40, "imprisonable": true, "represented": true,
        "prior_custody": true, "offence_date": "2026-02-10", "reports": ["report"],
        "proposal": [{ "option": "imprisonment", "term": "18 months" }],
    })
}

#[test]
fn a_limit_that_turns_on_a_fact_not_recorded_names_the_fact() {
    let answer = answer("disposals", &of_no_kind());

    let proposal = &answer["proposal"];
    assert_eq!(proposal["finding"], "depends");
    let missing = proposal["missing"].as_array().unwrap();
    assert!(missing.contains(&json!("common_law")), "{missing:?}");
    let breach = &proposal["breaches"][0];
    assert_eq!(breach["rule"], "R-03");
    assert_eq!(breach["finding"], "depends");
    assert_eq!(breach["if-known"], json!(["common_law"]));
}

#[test]
fn a_breach_says_whether_its_rule_was_checked_and_what_would_change_it() {
    let answer = answer("disposals", &of_no_kind());

    let breach = &answer["proposal"]["breaches"][0];
    assert_eq!(breach["checked"], "unverified");
    assert!(breach.as_object().unwrap().contains_key("would-change"));
}

#[test]
fn the_text_doubts_a_breach_that_turns_on_a_fact_and_marks_its_rule() {
    let output = asked("disposals", &of_no_kind(), &["--as-at", "2026-11-22"]);

    let said = String::from_utf8(output.stdout).unwrap();
    let doubted = "The proposal of imprisonment may break R-03 (not checked [?]): ";
    assert!(said.contains(doubted), "{said}");
    assert!(said.contains("It depends on what is not recorded: common_law"));
    assert!(said.contains("waits for common_law (R-03, R-06)"));
}

#[test]
fn the_text_names_what_a_limit_and_a_duty_turn_on() {
    let of_the_text = |facts: &Value| {
        let output = asked("disposals", facts, &["--as-at", "2026-11-22"]);
        String::from_utf8(output.stdout).unwrap()
    };
    let mut facts = of_no_kind();

    let open = of_the_text(&facts);
    facts["outstanding_hours"] = json!(0);
    let settled = of_the_text(&facts);

    let hours = "limit: at most 300 hours (R-36, CP95 s.227I(4))";
    assert!(open.contains(&format!("{hours}, turning on outstanding_hours\n")));
    assert!(settled.contains(&format!("{hours}\n")), "{settled}");
    assert!(open.contains("turning on common_law, max_term\n"), "{open}");
}

#[test]
fn the_nearest_figure_may_be_that_of_another_part() {
    let answer = answer(
        "disposals",
        &json!({
            "court": "SO", "age_now": 30, "imprisonable": true, "common_law": true,
            "violent": true, "sexual": false, "represented": true, "prior_custody": true,
            "offence_date": "2026-02-10", "reports": ["report"],
            "proposal": [
                { "option": "imprisonment", "term": "3 years" },
                { "option": "extended-sentence", "term": "2 years" },
            ],
        }),
    );

    let breach = &answer["proposal"]["breaches"][0];
    assert_eq!(breach["rule"], "R-64");
    assert_eq!(breach["nearest"], "4 years");
    assert_eq!(breach["nearest-of"], "imprisonment");
    let change = breach["would-change"].as_str().unwrap();
    assert!(change.contains("4 years or more"), "{change}");
}

#[test]
fn another_day_than_that_of_sentence_is_refused() {
    let facts = json!({ "court": "SS", "age_now": 30, "sentence_date": "2022-05-16" });
    refused(&facts, "sentence_date");

    for (menu, day) in [("disposals", "2022-05-16"), ("bail", "2022-04-01")] {
        let output = asked(menu, &facts, &["--json", "--as-at", day]);
        assert_eq!(output.status.code(), Some(0), "{menu}");
    }
    assert_eq!(asked("disposals", &facts, &[]).status.code(), Some(0));
}

#[test]
fn bail_options_are_answered_too() {
    let answer = answer(
        "bail",
        &json!({ "court": "SS", "stage": "FIRST", "age_now": 30 }),
    );

    assert_eq!(answer["options"].as_array().unwrap().len(), 44);
}

#[test]
fn the_schema_of_a_facts_file_names_every_fact() {
    let output = command_line()
        .args(["law", "facts-schema"])
        .output()
        .expect("the command line runs");

    let schema: Value = serde_json::from_slice(&output.stdout).unwrap();
    let properties = schema["properties"].as_object().unwrap();
    for input in [
        "court",
        "age_now",
        "age_at_offence",
        "offence_date",
        "sentence_date",
        "imprisonable",
        "fineable",
        "fixed_by_law",
        "max_term",
        "max_fine",
        "plea",
        "prior_custody",
        "represented",
        "legal_aid_refused_means",
        "informed_and_did_not_apply",
        "cso",
        "willing",
        "reports",
        "area_arrangements",
        "conviction_on_indictment",
        "sexual",
        "violent",
        "domestic_abuse",
        "on_bail_libelled",
        "proposal",
    ] {
        assert!(properties.contains_key(input), "{input}");
    }
    assert_eq!(schema["additionalProperties"], false);
}
