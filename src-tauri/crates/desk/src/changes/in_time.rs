//! What begins and ends in law between two days, by the dates that the edition holds already.

use std::collections::BTreeMap;

use casework::date;
use chrono::NaiveDate;
use edition::Edition;
use law::{InForce, OptionId, Rule, TestedOn};

use super::printed::{rule_label, rule_words};
use crate::ChangedPart;

/// A change of the law that came with its day.
#[derive(Debug)]
pub(super) struct DatedChange {
    pub(super) option: OptionId,
    /// The rule that began or ended; none where the option itself did.
    pub(super) rule: Option<String>,
    pub(super) part: ChangedPart,
}

/// The options that stand otherwise on the second day than on the first: they, or a rule that tries
/// them, began or ended between.
pub(super) fn law_changes_between(
    edition: &Edition,
    from: NaiveDate,
    until: NaiveDate,
) -> Vec<DatedChange> {
    if from >= until {
        return Vec::new();
    }
    let options = edition.options.iter().filter_map(|option| {
        let part = window_change(&option.in_force, from, until)?;
        Some(DatedChange {
            option: option.id.clone(),
            rule: None,
            part,
        })
    });
    let rules = moved(&edition.competence.rules, from, until).into_iter();
    let rules = rules.flat_map(|(id, rules)| rule_changes(id, &rules, from, until));
    options.chain(rules).collect()
}

fn window_change(window: &InForce, from: NaiveDate, until: NaiveDate) -> Option<ChangedPart> {
    let (was, is) = (window.includes(from), window.includes(until));
    if was == is {
        return None;
    }
    let (then, now) = (date(from), date(until));
    let (before, now) = match (window.tested_on, is) {
        (TestedOn::TheOrder, true) => (
            format!("On {then} it was not yet in force."),
            format!("On {now} it is in force, from {}.", day(window.from)),
        ),
        (TestedOn::TheOrder, false) => (
            format!("On {then} it was in force."),
            format!(
                "On {now} it is not in force: its last day was {}.",
                day(window.until)
            ),
        ),
        (TestedOn::TheOffence, true) => (
            format!("On {then} it was not yet open."),
            format!(
                "On {now} it is open for offences from {}.",
                day(window.from)
            ),
        ),
        (TestedOn::TheOffence, false) => (
            format!("On {then} it was open for offences of that day."),
            format!(
                "On {now} it is open only for offences to {}.",
                day(window.until)
            ),
        ),
    };
    Some(ChangedPart {
        label: "In force on the day".to_owned(),
        before,
        now,
    })
}

fn day(day: Option<NaiveDate>) -> String {
    day.map_or_else(|| "a day that is not recorded".to_owned(), date)
}

/// The rules of each id of which one began or ended between the days.
fn moved(rules: &[Rule], from: NaiveDate, until: NaiveDate) -> BTreeMap<&str, Vec<&Rule>> {
    let mut moved: BTreeMap<&str, Vec<&Rule>> = BTreeMap::new();
    for rule in rules {
        moved.entry(rule.id.0.as_str()).or_default().push(rule);
    }
    moved.retain(|_, rules| {
        let mut rules = rules.iter();
        rules.any(|rule| rule.in_force(from) != rule.in_force(until))
    });
    moved
}

fn rule_changes(id: &str, rules: &[&Rule], from: NaiveDate, until: NaiveDate) -> Vec<DatedChange> {
    let mut options: Vec<&OptionId> = rules.iter().flat_map(|rule| &rule.on).collect();
    options.sort_unstable();
    options.dedup();
    let changed = options.into_iter().filter_map(|option| {
        let before = words_on(rules, option, from);
        let now = words_on(rules, option, until);
        (before != now).then(|| DatedChange {
            option: option.clone(),
            rule: Some(id.to_owned()),
            part: ChangedPart {
                label: rule_label(id),
                before: before.unwrap_or_else(|| format!("On {} it was not law.", date(from))),
                now: now.unwrap_or_else(|| format!("On {} it is not law.", date(until))),
            },
        })
    });
    changed.collect()
}

/// What the rules of an id say of an option on a day; none where none is law.
fn words_on(rules: &[&Rule], option: &OptionId, day: NaiveDate) -> Option<String> {
    let on = rules.iter();
    let on = on.filter(|rule| rule.on.contains(option) && rule.in_force(day));
    let mut words: Vec<String> = on.map(|rule| rule_words(rule)).collect();
    words.dedup();
    (!words.is_empty()).then(|| words.join("\n"))
}
