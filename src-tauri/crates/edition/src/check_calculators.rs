//! What parsing cannot see in the calculators: inputs that nobody declares, conditions on nothing,
//! sentences with a place that is never filled.

use std::collections::BTreeSet;

use law::{Checked, Condition, Fact, FactId, FactKind};
use reckoning::{Entry, Method};

use crate::Edition;
use crate::calculator_words::{inputs_of, places_of};
use crate::check_competence::Finding;
use crate::check_conditions::condition_faults;
use crate::check_holidays::holiday_faults;

/// Every fault of the edition's calculators.
pub(crate) fn faults(edition: &Edition) -> Vec<Finding> {
    let book = &edition.calculators;
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let known = with_inputs(edition);
    for entry in &book.entries {
        let mut wrong = Wrong::of(&format!("id = \"{}\"", entry.id.0));
        if !seen.insert(&entry.id) {
            wrong.say("id", "this id is used twice");
        }
        wrong.entry(entry);
        wrong.inputs(entry, edition);
        wrong.conditions(entry, &known);
        wrong.words(entry);
        wrong.method(entry, edition);
        found.extend(wrong.found);
    }
    found.extend(holiday_faults(book));
    found
}

/// The faults of one calculator.
pub(crate) struct Wrong {
    needle: String,
    pub(crate) found: Vec<Finding>,
}

impl Wrong {
    pub(crate) fn of(needle: &str) -> Self {
        Self {
            needle: needle.to_owned(),
            found: Vec::new(),
        }
    }

    pub(crate) fn say(&mut self, field: &str, says: impl Into<String>) {
        let needle = self.needle.clone();
        self.at(&needle, field, says);
    }

    /// A fault that stands elsewhere than at the calculator's own id.
    pub(crate) fn at(&mut self, needle: &str, field: &str, says: impl Into<String>) {
        self.found
            .push((needle.to_owned(), field.to_owned(), says.into()));
    }

    fn entry(&mut self, entry: &Entry) {
        if entry.authority.trim().is_empty() {
            self.say("authority", "a calculator must name its authority");
        }
        if entry.authority.contains("[?]") && entry.checked == Checked::Verified {
            self.say("checked", "an unchecked authority cannot be verified");
        }
        if entry.title.trim().is_empty() || entry.what.trim().is_empty() {
            self.say(
                "what",
                "a calculator must have a title and say what it answers",
            );
        }
        for turn in &entry.turns {
            if turn.says.trim().is_empty() {
                self.say("turn", "a turn must have words for the person reading");
            }
            if turn.when.is_empty() {
                self.say("turn", "a turn must have a condition");
            }
        }
    }

    /// Each input is declared once, in one place, and asked.
    fn inputs(&mut self, entry: &Entry, edition: &Edition) {
        let entries = &edition.calculators.entries;
        let law = &edition.competence;
        let mut seen = BTreeSet::new();
        for id in &entry.asks {
            if !seen.insert(id) {
                self.say("asks", format!("\"{}\" is asked twice", id.0));
            }
            if declared(id, edition).is_none() {
                self.say("asks", format!("there is no fact \"{}\"", id.0));
            }
        }
        for input in &entry.inputs {
            let needle = format!("id = \"{}\"", input.id.0);
            if !input.id.0.starts_with(&format!("{}-", entry.id.0)) {
                self.at(
                    &needle,
                    "id",
                    "an input of its own begins with the calculator’s id",
                );
            }
            let own = entries.iter().flat_map(|entry| &entry.inputs);
            if law.fact(&input.id).is_some() || own.filter(|f| f.id == input.id).count() > 1 {
                self.at(&needle, "id", "this id is used twice");
            }
            if !entry.asks.contains(&input.id) {
                self.at(&needle, "asks", "this input is not asked");
            }
            let has_choices = matches!(input.kind, FactKind::Choice | FactKind::List);
            if has_choices == input.choices.is_empty() {
                let says = "a choice or a list has choices, and nothing else";
                self.at(&needle, "choice", says);
            }
        }
        for (id, kind) in inputs_of(entry) {
            let asked = entry.asks.contains(&id).then(|| declared(&id, edition));
            match asked.flatten() {
                None => self.say("asks", format!("it needs \"{}\" and does not ask it", id.0)),
                Some(fact) if fact.kind != kind => {
                    self.say("asks", format!("the fact \"{}\" is of another kind", id.0));
                }
                Some(_) => {}
            }
        }
    }

    /// `known` has the inputs among its facts.
    fn conditions(&mut self, entry: &Entry, known: &Edition) {
        let asked = |wrong: &mut Self, needle: &str, conditions: &[Condition]| {
            for condition in conditions {
                for (field, says) in condition_faults(condition, known) {
                    wrong.at(needle, field, says);
                }
                if condition.is_of_proposal() {
                    wrong.at(needle, "when", "a calculator has no proposal");
                }
            }
        };
        let needle = self.needle.clone();
        for turn in &entry.turns {
            asked(self, &needle, &turn.when);
        }
        match &entry.method {
            Method::ReportNeeded(method) => {
                for trigger in &method.triggers {
                    let needle = format!("id = \"{}\"", trigger.id);
                    asked(self, &needle, &trigger.when);
                    for exception in &trigger.exceptions {
                        asked(self, &needle, &exception.when);
                    }
                }
            }
            Method::Powers(method) => {
                for open in &method.open_ends {
                    asked(self, &needle, &open.when);
                }
            }
            Method::TimeLimits(_)
            | Method::UnpaidWork(_)
            | Method::Compensation(_)
            | Method::Surcharge(_)
            | Method::DefaultCustody(_)
            | Method::TaggedBail(_)
            | Method::StandardScale(_)
            | Method::WorkingDays(_)
            | Method::ReportDue(_)
            | Method::PeriodEnd(_)
            | Method::AgeOn(_) => {}
        }
    }

    /// Every place in a sentence is one that is filled.
    fn words(&mut self, entry: &Entry) {
        for (field, template, known) in places_of(&entry.method) {
            if template.0.trim().is_empty() {
                self.say(field, "it must have words");
            }
            for place in template.places().filter(|place| !known.contains(place)) {
                self.say(field, format!("there is no figure \"{place}\" to fill in"));
            }
        }
    }
}

pub(crate) fn declared<'e>(id: &FactId, edition: &'e Edition) -> Option<&'e Fact> {
    let own = || {
        let mut inputs = edition
            .calculators
            .entries
            .iter()
            .flat_map(|entry| &entry.inputs);
        inputs.find(|fact| fact.id == *id)
    };
    edition.competence.fact(id).or_else(own)
}

/// The edition with the calculators' inputs among the facts, for conditions that ask for them.
fn with_inputs(edition: &Edition) -> Edition {
    let mut known = edition.clone();
    let inputs = edition
        .calculators
        .entries
        .iter()
        .flat_map(|entry| &entry.inputs);
    known.competence.facts.extend(inputs.cloned());
    known
}
