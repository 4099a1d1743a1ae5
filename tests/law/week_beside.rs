//! `sederunt-cli law`: a proposal held against the week of the person.

use serde_json::{Value, json};

use crate::command_line::{answer, asked};
use crate::refused_facts::refused;

/// A summary case that is open to a payback order with work and a tag, whose week is `week`.
fn facts(week: &Value) -> Value {
    json!({
        "court": "SS", "age_now": 34, "age_at_offence": 33, "imprisonable": true, "fineable": true,
        "common_law": true, "represented": true, "willing": true, "offence_date": "2026-02-10",
        "proposal": [
            { "option": "cpo" },
            { "option": "cpo-unpaid-work-2", "hours": 200 },
            { "option": "rlo", "hours-a-day": 12, "term": "6 months" },
            { "option": "fine", "amount": "£500" },
        ],
        "week": week,
    })
}

const EVERY_DAY: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

fn a_tag(from: &str, until: &str) -> Value {
    json!({ "kind": "stay-in", "name": "Tag at home", "days": EVERY_DAY, "from": from, "until": until })
}

fn in_week(answer: &Value, option: &str) -> Value {
    let parts = answer
        .pointer("/proposal/in-week")
        .and_then(Value::as_array);
    let parts = parts.expect("the parts");
    let found = parts.iter().find(|part| part["option"] == option);
    found.cloned().unwrap_or_default()
}

#[test]
fn a_combination_that_the_week_has_no_room_for_is_told_with_its_reason() {
    let week = json!([
        a_tag("19:00", "07:00"),
        { "kind": "unpaid-work", "name": "Garden team", "days": ["Sat"], "from": "12:00",
          "until": "19:00", "travel": 30 },
        { "kind": "work", "name": "Bakery", "days": ["Sat"], "from": "08:00", "until": "13:00" },
    ]);

    let answer = answer("disposals", &facts(&week));

    let work = in_week(&answer, "cpo-unpaid-work-2");
    let clashes = work["clashes"].as_array().unwrap();
    let cited: Vec<&Value> = clashes.iter().map(|clash| &clash["authority"]).collect();
    // A payback requirement against the person's work is of the provision; against another order it
    // is not.
    assert_eq!(cited, [&json!("CP95 ss.227B(3), 227E"), &Value::Null]);
    assert_eq!(
        work["notes"][0]["says"],
        "At 7 hours a week, 200 hours of work take 29 weeks. To be done in time they need 7 hours \
         42 minutes a week."
    );
    assert_eq!(work["notes"][0]["authority"], "CP95 ss.227I–227O");
    assert_eq!(
        in_week(&answer, "rlo")["clashes"].as_array().unwrap().len(),
        1
    );
    assert_eq!(in_week(&answer, "fine"), Value::Null);
    assert_eq!(in_week(&answer, "cpo"), Value::Null);
    assert_ne!(answer["proposal"]["finding"], "not-competent");
}

#[test]
fn a_day_of_more_than_twelve_hours_in_makes_the_proposal_not_competent() {
    let beyond = answer("disposals", &facts(&json!([a_tag("19:00", "07:01")])));
    let within = answer("disposals", &facts(&json!([a_tag("19:00", "07:00")])));

    assert_eq!(beyond["proposal"]["finding"], "not-competent");
    assert_ne!(within["proposal"]["finding"], "not-competent");
    let tag = in_week(&beyond, "rlo");
    assert_eq!(tag["clashes"][0]["authority"], "CP95 ss.227ZF(3), 245A(2A)");
}

#[test]
fn the_limit_of_tag_orders_is_not_cited_on_bail() {
    let mut facts = facts(&json!([a_tag("18:00", "08:00")]));
    facts["proposal"] = json!([{ "option": "bail-em" }]);

    let answer = answer("bail", &facts);

    assert_eq!(in_week(&answer, "bail-em")["stands"], json!([0]));
    assert_eq!(in_week(&answer, "bail-em")["clashes"], json!([]));
}

#[test]
fn in_words_a_clash_stands_once_with_its_days_and_its_provision() {
    let week = json!([
        { "kind": "unpaid-work", "name": "Garden team", "days": ["Mon", "Wed"], "from": "09:00",
          "until": "16:00" },
        { "kind": "work", "name": "Bakery", "days": ["Mon", "Wed"], "from": "08:00", "until": "12:00" },
    ]);

    let output = asked("disposals", &facts(&week), &["--as-at", "2026-11-22"]);

    let said = String::from_utf8(output.stdout).unwrap();
    let told = said.split("In the week, cpo-unpaid-work-2").nth(1).unwrap();
    assert!(
        told.starts_with(
            "\n  Mon, Wed 09:00 to 12:00: “Garden team” and “Bakery” are at the same time.\n    In a \
             community payback order the court must avoid a clash with the person’s religion, work \
             or education. (CP95 ss.227B(3), 227E)\n"
        ),
        "{told}"
    );
}

#[test]
fn a_week_that_cannot_be_read_is_refused_by_its_commitment() {
    let of = |commitment: Value| json!({ "week": [a_tag("19:00", "07:00"), commitment] });
    let good =
        || json!({ "kind": "work", "name": "", "days": ["Mon"], "from": "9:00", "until": "17:00" });
    let with = |field: &str, value: Value| {
        let mut one = good();
        one[field] = value;
        of(one)
    };

    refused(&json!({ "week": "Monday" }), "week");
    refused(&with("kind", json!("golf")), "week.2.kind");
    refused(&with("days", json!([])), "week.2.days");
    refused(&with("days", json!(["Someday"])), "week.2.days");
    refused(&with("from", json!("25:00")), "week.2.from");
    refused(&with("where", json!("Leven")), "week.2.where");
    refused(&with("travel", json!(-5)), "week.2.travel");
    refused(&of(json!({ "kind": "work" })), "week.2");
}
