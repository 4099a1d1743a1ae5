//! `law calculators` and `law calculate`: periods, dates and sums, each with its working.

use std::fmt::Write as _;

use ::law::{Checked, FactKind};
use chrono::NaiveDate;
use desk::Desk;
use reckoning::{Calculator, CalculatorId, Working};
use serde_json::json;

use crate::Done;
use crate::arguments::Calculate;
use crate::ending::Ending;
use crate::law::{read_value, say, told, written};

/// Lists the calculators and what each asks.
pub(crate) fn list(desk: &Desk, as_json: bool) -> Done {
    let calculators = desk.calculators()?;
    if as_json {
        return say(&(written(&json!(calculators))? + "\n"));
    }
    let mut text = String::new();
    for calculator in &calculators {
        let _ = writeln!(
            text,
            "{}{}\n  {}\n  {}",
            calculator.id.0,
            mark(calculator.checked),
            calculator.title,
            calculator.what
        );
        for input in &calculator.inputs {
            let _ = writeln!(
                text,
                "    {} ({}): {}",
                input.id.0,
                kind(input.kind),
                input.label
            );
        }
    }
    say(&text)
}

/// Reckons with one calculator.
pub(crate) fn run(desk: &Desk, wanted: &Calculate, today: NaiveDate) -> Done {
    let id = CalculatorId(wanted.name.clone());
    let calculators = desk.calculators()?;
    let Some(calculator) = calculators.iter().find(|one| one.id == id) else {
        let known: Vec<&str> = calculators.iter().map(|one| one.id.0.as_str()).collect();
        return Err(Ending::BadInput(format!(
            "{}: there is no calculator of this name. There are: {}.",
            id.0,
            known.join(", ")
        )));
    };
    let as_at = wanted.as_at.unwrap_or(today);
    let value = read_value(&wanted.given)?;
    let name = wanted.given.display().to_string();
    let given = desk
        .read_given(&id, &value, as_at)
        .map_err(|faults| Ending::BadInput(told(&name, &faults)))?;
    let as_at = wanted
        .as_at
        .or_else(|| given.date("sentence_date"))
        .unwrap_or(today);
    let working = desk.calculate(&id, &given, as_at)?;
    if wanted.json {
        let answer = json!({ "calculator": id, "as-at": as_at, "working": working });
        return say(&(written(&answer)? + "\n"));
    }
    say(&as_text(calculator, &working, as_at))
}

fn as_text(calculator: &Calculator, working: &Working, as_at: NaiveDate) -> String {
    let mut text = format!("{}, as at {as_at}.\n", calculator.title);
    for answer in &working.answers {
        let _ = writeln!(
            text,
            "\n{}: {}{}",
            answer.label,
            answer.value,
            mark(answer.checked)
        );
    }
    if !working.steps.is_empty() {
        text.push_str("\nHow it was reckoned\n");
    }
    for step in &working.steps {
        let authority = step.authority.as_ref().map(|cited| format!(" ({cited})"));
        let _ = writeln!(
            text,
            "  {}{}{}",
            step.says,
            authority.unwrap_or_default(),
            mark(step.checked)
        );
    }
    for missing in &working.missing {
        let input = calculator.inputs.iter().find(|input| input.id == *missing);
        let label = input.map_or(missing.0.as_str(), |input| input.label.as_str());
        let _ = writeln!(text, "\nStill to be entered: {label} ({})", missing.0);
    }
    for warning in &working.warnings {
        let _ = writeln!(text, "\nTake note: {warning}");
    }
    text
}

fn mark(checked: Checked) -> &'static str {
    match checked {
        Checked::Verified => "",
        Checked::Unverified => " (not checked [?])",
    }
}

fn kind(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Flag => "true or false",
        FactKind::Age => "age",
        FactKind::Date => "date",
        FactKind::Term => "length of time",
        FactKind::Amount => "sum",
        FactKind::Count => "whole number",
        FactKind::Choice => "one of its choices",
        FactKind::List => "list of its choices",
    }
}
