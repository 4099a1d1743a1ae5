//! The calculators: every worked reckoning below `reckonings/`, one file each, and what holds of all.

mod command_line;
mod faults;
mod holidays;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::{NaiveDate, TimeDelta};
use edition::Edition;
use law::{Checked, Competence, FactId, FactsFile};
use proptest::prelude::*;
use reckoning::{CalculatorId, Given, Working};
use sederunt_tests::date;
use sederunt_tests::places::content;
use serde::Deserialize;
use serde_json::{Value, json};

/// One worked reckoning.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Reckoning {
    /// The sentence that it proves.
    says: String,
    calculator: CalculatorId,
    as_at: NaiveDate,
    given: toml::Table,
    /// The value of the first answer.
    #[serde(default)]
    first: Option<String>,
    /// Whether the first answer was checked.
    #[serde(default)]
    checked: Option<Checked>,
    /// Answers that must be among all, by label.
    #[serde(default)]
    answers: toml::Table,
    /// There must be no answer at all.
    #[serde(default)]
    no_answer: bool,
    /// Exactly what is missing.
    #[serde(default)]
    missing: Option<BTreeSet<String>>,
    /// Parts of steps that must be there.
    #[serde(default)]
    steps: Vec<String>,
    /// Parts of warnings that must be there.
    #[serde(default)]
    warnings: Vec<String>,
    /// There must be no warning at all.
    #[serde(default)]
    no_warnings: bool,
}

/// The edition as its sources say.
fn sources() -> &'static Edition {
    static EDITION: OnceLock<Edition> = OnceLock::new();
    EDITION.get_or_init(|| edition::read(&content()).expect("the sources have no fault"))
}

/// Reckons with what a person gives to a calculator.
fn reckoned(calculator: &CalculatorId, given: &Value, as_at: NaiveDate) -> Working {
    let edition = sources();
    let mut facts = edition.competence.facts.clone();
    let shown = edition.calculators.shown(&edition.competence, &[]);
    let asked = shown.into_iter().filter(|one| one.id == *calculator);
    let known: BTreeSet<FactId> = facts.iter().map(|fact| fact.id.clone()).collect();
    facts.extend(
        asked
            .flat_map(|one| one.inputs)
            .filter(|fact| !known.contains(&fact.id)),
    );
    let known = Competence {
        facts,
        ..Competence::default()
    };
    let read = FactsFile::read(given, &known, as_at).unwrap_or_else(|faults| panic!("{faults:?}"));
    let given = Given {
        law: &edition.competence,
        options: &edition.options,
        facts: &read.facts,
        as_at,
        kept: &[],
    };
    let working = edition.calculators.reckon(calculator, given);
    working.unwrap_or_else(|| panic!("there is no calculator {}", calculator.0))
}

fn on(calculator: &str, given: &Value) -> Working {
    let id = CalculatorId(calculator.to_owned());
    reckoned(&id, given, date("2026-11-22"))
}

fn wrong_in(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).expect("a reckoning");
    let case: Reckoning = match toml::from_str(&text) {
        Ok(case) => case,
        Err(error) => return vec![error.to_string()],
    };
    let given = serde_json::to_value(&case.given).expect("facts are JSON");
    let found = reckoned(&case.calculator, &given, case.as_at);
    let mut wrong = Vec::new();
    let mut must = |holds: bool, says: String| {
        if !holds {
            wrong.push(says);
        }
    };
    must(!case.says.trim().is_empty(), "it says nothing".to_owned());
    let first = found.answers.first();
    if case.first.is_some() {
        let value = first.map(|answer| answer.value.clone());
        must(
            value == case.first,
            format!("the first answer is {value:?}"),
        );
    }
    if let Some(checked) = case.checked {
        let mark = first.map(|answer| answer.checked);
        must(
            mark == Some(checked),
            format!("the first answer is {mark:?}"),
        );
    }
    for (label, value) in &case.answers {
        let is = found.answers.iter().find(|answer| answer.label == *label);
        let is = is.map(|answer| answer.value.as_str());
        must(is == value.as_str(), format!("{label}: {is:?}"));
    }
    if case.no_answer {
        must(
            found.answers.is_empty(),
            format!("it answers {:?}", found.answers),
        );
    }
    if let Some(missing) = case.missing {
        let is: BTreeSet<String> = found.missing.iter().map(|id| id.0.clone()).collect();
        must(is == missing, format!("missing is {is:?}"));
    }
    for part in &case.steps {
        let said = found.steps.iter().any(|step| step.says.contains(part));
        must(said, format!("no step says “{part}”: {:#?}", found.steps));
    }
    for part in &case.warnings {
        let said = found.warnings.iter().any(|says| says.contains(part));
        must(
            said,
            format!("no warning says “{part}”: {:?}", found.warnings),
        );
    }
    if case.no_warnings {
        must(
            found.warnings.is_empty(),
            format!("it warns {:?}", found.warnings),
        );
    }
    wrong
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder of reckonings") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[test]
fn every_worked_reckoning_comes_out() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("law/reckonings");
    let files = files_below(&folder);

    let wrong: Vec<String> = files
        .iter()
        .flat_map(|file| {
            let name = file
                .strip_prefix(&folder)
                .unwrap_or(file)
                .display()
                .to_string();
            wrong_in(file)
                .into_iter()
                .map(move |says| format!("{name}: {says}"))
        })
        .collect();

    assert!(
        files.len() >= 100,
        "only {} reckonings were found",
        files.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_calculators_stand_in_their_order() {
    let edition = sources();

    let shown = edition.calculators.shown(&edition.competence, &[]);

    let ids: Vec<&str> = shown.iter().map(|one| one.id.0.as_str()).collect();
    assert_eq!(
        ids,
        [
            "report-needed",
            "adjournment",
            "unpaid-work-latest",
            "compensation-latest",
            "victim-surcharge",
            "default-custody",
            "tagged-bail-credit",
            "powers",
            "standard-scale",
            "working-days",
            "report-due",
            "period-end",
            "age",
        ]
    );
    for one in &shown {
        let entry = edition.calculators.entry(&one.id).unwrap();
        assert_eq!(
            one.inputs.len(),
            entry.asks.len(),
            "{}: every input is declared",
            one.id.0
        );
    }
}

#[test]
fn a_fact_of_the_law_keeps_its_words() {
    let edition = sources();

    let shown = edition.calculators.shown(&edition.competence, &[]);

    let powers = shown.iter().find(|one| one.id.0 == "powers").unwrap();
    let court = powers
        .inputs
        .iter()
        .find(|input| input.id.0 == "court")
        .unwrap();
    assert_eq!(Some(court), edition.competence.fact(&"court".into()));
}

/// Nothing is answered from nothing: with no input, each calculator names what it needs first.
#[test]
fn with_nothing_entered_nothing_is_answered() {
    for entry in &sources().calculators.entries {
        let working = on(&entry.id.0, &json!({}));

        assert!(
            working.answers.is_empty(),
            "{}: {:?}",
            entry.id.0,
            working.answers
        );
        assert!(!working.missing.is_empty(), "{} names nothing", entry.id.0);
        for id in &working.missing {
            assert!(
                entry.asks.contains(id),
                "{} misses {} and does not ask it",
                entry.id.0,
                id.0
            );
        }
    }
}

/// An unchecked step is never under an answer that says it was checked.
#[test]
fn what_was_not_checked_is_marked_in_the_answer() {
    let earlier = on(
        "tagged-bail-credit",
        &json!({
            "tagged-bail-credit-hours": 12, "tagged-bail-credit-monitored": true,
            "tagged-bail-credit-from": "2024-06-01", "tagged-bail-credit-ended": "2024-08-01",
        }),
    );
    let scale = on("standard-scale", &json!({ "offence_date": "2001-05-01" }));

    assert_eq!(earlier.answers[0].checked, Checked::Unverified);
    assert!(
        scale
            .answers
            .iter()
            .all(|answer| answer.checked == Checked::Unverified)
    );
}

#[test]
fn facts_that_contradict_each_other_are_told_and_not_reckoned_with() {
    let working = on(
        "powers",
        &json!({ "court": "SS", "fixed_by_law": true, "age_now": 40 }),
    );

    assert!(working.answers.is_empty());
    assert_eq!(working.warnings.len(), 1);
    assert!(
        working.warnings[0].contains("only the High Court"),
        "{:?}",
        working.warnings
    );
}

proptest! {
    /// The nth working day after a day is n working days from it.
    #[test]
    fn counting_forward_and_measuring_agree(start in 0_i64..1_500, number in 1_u32..40) {
        let from = date("2024-01-02") + TimeDelta::days(start);
        let forward = json!({
            "working-days-question": "after", "working-days-from": from.to_string(),
            "working-days-number": number,
        });
        let to = on("working-days", &forward).answers[0].value.clone();
        let to = NaiveDate::parse_from_str(&to, "%A %d %B %Y").unwrap();

        let between = json!({
            "working-days-question": "elapsed", "working-days-from": from.to_string(),
            "working-days-to": to.to_string(),
        });
        let elapsed = on("working-days", &between).answers[0].value.clone();

        prop_assert!(elapsed.starts_with(&format!("{number} working day")), "{elapsed}");
    }

    /// Two fines carry what their sum carries, and more of a fine never carries less.
    #[test]
    fn the_surcharge_turns_on_the_total_alone(one in 1_u64..1_500_000, other in 1_u64..1_500_000) {
        let pounds = |pence: u64| format!("£{}.{:02}", pence / 100, pence % 100);
        let surcharge = |fines: &[u64]| {
            let mut given = json!({ "offence_date": "2026-01-10", "victim-surcharge-restitution": false });
            for (place, fine) in fines.iter().enumerate() {
                given[format!("victim-surcharge-fine-{}", place + 1)] = json!(pounds(*fine));
            }
            let answer = on("victim-surcharge", &given).answers[0].value.clone();
            law::Amount::read(&answer).unwrap()
        };

        prop_assert_eq!(surcharge(&[one, other]), surcharge(&[one + other]));
        prop_assert!(surcharge(&[one]) <= surcharge(&[one + other]));
    }

    /// Whatever is entered, the credit is never more than half the days and a half, and never nought
    /// for a whole day.
    #[test]
    fn credit_is_half_rounded_up(days in 1_u32..2_000, disregarded in 0_u32..2_000) {
        let working = on("tagged-bail-credit", &json!({
            "tagged-bail-credit-hours": 9, "tagged-bail-credit-monitored": true,
            "tagged-bail-credit-days": days, "tagged-bail-credit-disregarded": disregarded,
        }));

        if disregarded > days {
            prop_assert!(working.answers.is_empty() && !working.warnings.is_empty());
        } else {
            let credit = (days - disregarded).div_ceil(2);
            let is = working.answers[0].value.split(' ').next().unwrap().to_owned();
            prop_assert_eq!(is, credit.to_string());
        }
    }
}
