//! What parsing cannot see in the calculators: inputs that nobody declares, tables with gaps or
//! overlaps, conditions on nothing, sentences with a place that is never filled.

use std::collections::BTreeSet;

use chrono::{Datelike, Weekday};
use law::{Checked, Condition, Fact, FactId, FactKind, OptionId};
use reckoning::{
    Calculators, Entry, Method, Powers, ReportNeeded, StandardScale, Surcharge, TimeLimits,
};

use crate::Edition;
use crate::calculator_words::{inputs_of, places_of};
use crate::check_competence::{Finding, condition_faults};

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
struct Wrong {
    needle: String,
    found: Vec<Finding>,
}

impl Wrong {
    fn of(needle: &str) -> Self {
        Self {
            needle: needle.to_owned(),
            found: Vec::new(),
        }
    }

    fn say(&mut self, field: &str, says: impl Into<String>) {
        let needle = self.needle.clone();
        self.at(&needle, field, says);
    }

    /// A fault that stands elsewhere than at the calculator's own id.
    fn at(&mut self, needle: &str, field: &str, says: impl Into<String>) {
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

    fn method(&mut self, entry: &Entry, edition: &Edition) {
        match &entry.method {
            Method::ReportNeeded(method) => self.triggers(method),
            Method::TimeLimits(method) => self.time_limits(method, entry),
            Method::UnpaidWork(method) => {
                self.options(method.levels.iter().map(|level| &level.option), edition);
            }
            Method::Compensation(method) => {
                self.options([&method.option, &method.supervision], edition);
            }
            Method::Surcharge(method) => {
                let options = [&method.option, &method.follows, &method.shut_out_by];
                self.options(options, edition);
                self.bands(method);
            }
            Method::DefaultCustody(method) => {
                let caps = method.caps.iter().map(|cap| &cap.option);
                self.options(caps.chain([&method.option]), edition);
                let supposed = edition.competence.fact(&method.supposes);
                if supposed.is_none_or(|fact| fact.kind != FactKind::Flag) {
                    self.say(
                        "supposes",
                        format!("there is no flag \"{}\"", method.supposes.0),
                    );
                }
                for cap in &method.caps {
                    let rules = &edition.competence.rules;
                    let stands =
                        |rule: &law::Rule| rule.id == cap.rule && rule.on.contains(&cap.option);
                    if !rules.iter().any(stands) {
                        self.say("cap", format!("there is no rule \"{}\" on it", cap.rule.0));
                    }
                }
            }
            Method::Powers(method) => self.powers(method, edition),
            Method::StandardScale(method) => self.scales(method),
            Method::TaggedBail(_)
            | Method::WorkingDays(_)
            | Method::ReportDue(_)
            | Method::PeriodEnd(_)
            | Method::AgeOn(_) => {}
        }
    }

    fn options<'o>(&mut self, options: impl IntoIterator<Item = &'o OptionId>, edition: &Edition) {
        for id in options {
            if edition.option(id).is_none() {
                let needle = format!("option = \"{}\"", id.0);
                self.at(&needle, "option", format!("there is no entry \"{}\"", id.0));
            }
        }
    }

    fn triggers(&mut self, method: &ReportNeeded) {
        let mut seen = BTreeSet::new();
        for trigger in &method.triggers {
            let needle = format!("id = \"{}\"", trigger.id);
            if !seen.insert(&trigger.id) {
                self.at(&needle, "id", "this id is used twice");
            }
            if trigger.authority.trim().is_empty() || trigger.says.trim().is_empty() {
                self.at(
                    &needle,
                    "authority",
                    "a trigger must say what it is and cite",
                );
            }
            if trigger.when.is_empty() {
                self.at(&needle, "when", "a trigger must have a condition");
            }
            if trigger.checked == Checked::Verified && trigger.authority.contains("[?]") {
                self.at(
                    &needle,
                    "checked",
                    "an unchecked authority cannot be verified",
                );
            }
        }
    }

    /// Each choice has its limit, and each limit its choice.
    fn time_limits(&mut self, method: &TimeLimits, entry: &Entry) {
        let asked = entry
            .inputs
            .iter()
            .find(|fact| fact.id.0 == format!("{}-for", entry.id.0));
        let choices: BTreeSet<&str> = asked
            .into_iter()
            .flat_map(|fact| &fact.choices)
            .map(|choice| choice.id.as_str())
            .collect();
        let limits: BTreeSet<&str> = method
            .limits
            .iter()
            .map(|limit| limit.id.as_str())
            .collect();
        if limits.len() != method.limits.len() {
            self.say("limit", "an id is used twice");
        }
        for id in choices.symmetric_difference(&limits) {
            let needle = format!("id = \"{id}\"");
            self.at(
                &needle,
                "limit",
                format!("\"{id}\" is not both a choice and a limit"),
            );
        }
        for limit in &method.limits {
            let needle = format!("id = \"{}\"", limit.id);
            if limit.authority.trim().is_empty() || limit.says.trim().is_empty() {
                self.at(&needle, "authority", "a limit must say what it is and cite");
            }
            if limit.on_cause.is_some() != limit.on_cause_label.is_some() {
                self.at(
                    &needle,
                    "on-cause",
                    "a second length needs its label, and the other way",
                );
            }
        }
    }

    /// The bands follow each other penny by penny, and the last is open.
    fn bands(&mut self, method: &Surcharge) {
        for (place, band) in method.bands.iter().enumerate() {
            let needle = format!("from = \"{}\"", band.from);
            if band.to.is_some_and(|to| to < band.from) {
                self.at(&needle, "to", "the band ends before it begins");
            }
            let next = method.bands.get(place + 1);
            match (band.to, next) {
                (None, Some(_)) => self.at(&needle, "to", "only the highest band may be open"),
                (Some(_), None) => self.at(&needle, "to", "the highest band must be open"),
                (Some(to), Some(next)) if next.from > to.and(law::Amount::pence(1)) => {
                    self.at(
                        &needle,
                        "band",
                        format!("there is a gap between {to} and {}", next.from),
                    );
                }
                (Some(to), Some(next)) if next.from <= to => {
                    self.at(&needle, "band", format!("{to} and {} overlap", next.from));
                }
                (None, None) | (Some(_), Some(_)) => {}
            }
        }
        if method.bands.is_empty() {
            self.say("band", "the table is empty");
        }
    }

    /// The scales follow each other day by day, each with five levels that rise.
    fn scales(&mut self, method: &StandardScale) {
        for (place, scale) in method.scales.iter().enumerate() {
            let needle = format!("from = \"{}\"", scale.from);
            let rises = scale
                .levels
                .iter()
                .zip(scale.levels.iter().skip(1))
                .all(|(a, b)| a < b);
            if scale.levels.len() != 5 || !rises {
                self.at(&needle, "levels", "a scale has five levels that rise");
            }
            let after = scale.until.and_then(|until| until.succ_opt());
            match (after, method.scales.get(place + 1)) {
                (None, Some(_)) => self.at(&needle, "until", "only the last scale may be open"),
                (Some(_), None) => self.at(&needle, "until", "the last scale must be open"),
                (Some(after), Some(next)) if next.from > after => {
                    self.at(
                        &needle,
                        "scale",
                        "there is a gap between this scale and the next",
                    );
                }
                (Some(after), Some(next)) if next.from < after => {
                    self.at(&needle, "scale", "this scale and the next overlap");
                }
                (None, None) | (Some(_), Some(_)) => {}
            }
        }
    }

    fn powers(&mut self, method: &Powers, edition: &Edition) {
        let rows = method.rows.iter().map(|row| &row.option);
        self.options(rows.clone(), edition);
        for open in &method.open_ends {
            if !rows.clone().any(|row| *row == open.option) {
                self.say("open-end", format!("\"{}\" is no row", open.option.0));
            }
            if open.authority.trim().is_empty() {
                self.say("authority", "an open end must cite");
            }
        }
        for fact in method.rows.iter().filter_map(|row| row.statute.as_ref()) {
            if declared(fact, edition).is_none() {
                self.say("statute", format!("there is no fact \"{}\"", fact.0));
            }
        }
    }
}

fn declared<'e>(id: &FactId, edition: &'e Edition) -> Option<&'e Fact> {
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

/// A day has one name, a bank holiday is no weekend, and every table has the holidays of the others.
fn holiday_faults(book: &Calculators) -> Vec<Finding> {
    let mut wrong = Wrong::of("date,holiday");
    let mut days = BTreeSet::new();
    for holiday in &book.holidays {
        let needle = holiday.day.to_string();
        if !days.insert(holiday.day) {
            wrong.at(&needle, "date", "this day stands twice");
        }
        let weekend = matches!(holiday.day.weekday(), Weekday::Sat | Weekday::Sun);
        if weekend && holiday.national {
            wrong.at(&needle, "date", "a bank holiday does not fall on a weekend");
        }
    }
    let years: BTreeSet<i32> = book.holidays.iter().map(|h| h.day.year()).collect();
    let in_year = |id: &str, year: i32| {
        let mut holidays = book.holidays.iter();
        holidays.any(|holiday| holiday.id == id && holiday.day.year() == year)
    };
    let ids: BTreeSet<&str> = book.holidays.iter().map(|h| h.id.as_str()).collect();
    for id in ids {
        let missing: Vec<i32> = years.iter().copied().filter(|y| !in_year(id, *y)).collect();
        // A holiday of one year alone is a day that was proclaimed.
        if !missing.is_empty() && missing.len() + 1 < years.len() {
            wrong.say("holiday", format!("\"{id}\" is missing in {missing:?}"));
        }
    }
    if !book.entries.is_empty() && !book.holidays.iter().any(|h| h.id == book.calendar.easter) {
        wrong.at("easter =", "easter", "there is no holiday of this id");
    }
    wrong.found
}
