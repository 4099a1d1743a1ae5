//! How a rule is cited on paper: by its number, as the entry of an option, or as a numbered note.

use std::collections::BTreeMap;

use document::Inline;
use law::{Assessment, Checked, Effect, Ground, OptionId, Rule, RuleId};

use super::law_words::{LawWords, Words};

/// Stands after what was not checked, in every text of the edition.
pub(crate) const NOT_CHECKED: &str = "[?] not checked";

/// The rules without a number that several entries of one paper rest on, each with the number of
/// the note that says it once.
pub(crate) type Notes = BTreeMap<String, usize>;

/// A rule that is cited, to be printed once in words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Cited {
    /// Notes stand after numbered rules, in the order of their numbers.
    note: Option<usize>,
    /// Its place among the rules of the edition.
    place: usize,
    pub(crate) rule: String,
    pub(crate) says: String,
    pub(crate) authority: String,
}

/// Whether a rule has no number: it is the option's own entry.
pub(super) fn is_entry(rule: &RuleId) -> bool {
    rule.0.contains('.')
}

impl<'e> LawWords<'e> {
    /// The rules of a number by which an option may be shut out or have to wait, with their places.
    pub(super) fn asking(
        self,
        option: &OptionId,
        id: &RuleId,
    ) -> impl Iterator<Item = (usize, &'e Rule)> {
        let rules = self.edition.competence.rules.iter().enumerate();
        rules.filter(move |(_, rule)| {
            let decides = match rule.effect {
                Effect::Bars | Effect::Awaits(_) => true,
                Effect::Duty | Effect::Limits(_) | Effect::Raises(_) => false,
            };
            rule.id == *id
                && decides
                && rule.in_force(self.as_at)
                && rule.on.contains(option)
                && !rule.is_of_proposal()
        })
    }

    /// A rule by its number or note.
    pub(super) fn label(self, rule: &RuleId, says: &str) -> String {
        match self.notes.get(says) {
            Some(number) if is_entry(rule) => format!("note {number}"),
            Some(_) | None => cited(rule).to_owned(),
        }
    }

    pub(super) fn cite(
        self,
        rule: &RuleId,
        says: &str,
        authority: &str,
        checked: Checked,
    ) -> String {
        let label = self.label(rule, says);
        format!("{label} · {authority}{}", mark(checked))
    }

    /// Every rule that the entry of an open option rests on without the option's figures, with its
    /// place in the edition.
    fn rests_on(self, found: &Assessment) -> Vec<(usize, &'e Rule)> {
        let rules = self.edition.competence.rules.iter().enumerate();
        let is_duty = |rule: &Rule| {
            let mut duties = found.duties.iter();
            duties.any(|duty| duty.rule == rule.id && duty.says == rule.says)
        };
        let duties = rules.filter(|(_, rule)| rule.on.contains(&found.option) && is_duty(rule));
        let ids = found.awaits.iter().flat_map(|awaited| &awaited.rules);
        let asked = ids.flat_map(|id| self.asking(&found.option, id));
        duties.chain(asked).collect()
    }

    /// The rules that an entry cites without their words.
    pub(crate) fn rules_cited(self, found: &Assessment) -> Vec<Cited> {
        let rules = self.rests_on(found).into_iter();
        let rules = rules.map(|(place, rule)| {
            let note = self.notes.get(&rule.says).copied();
            let note = note.filter(|_| is_entry(&rule.id));
            Cited {
                note,
                place: if note.is_some() { 0 } else { place },
                rule: note.map_or_else(|| rule.id.0.clone(), |number| format!("Note {number}")),
                says: rule.says.clone(),
                authority: format!("{}{}", rule.authority, mark(rule.checked)),
            }
        });
        let numbered = rules.filter(|cited| cited.note.is_some() || !cited.rule.contains('.'));
        numbered.collect()
    }

    /// Numbers what rules without a number say that more than one of the entries rests on.
    pub(crate) fn notes<'f>(self, found: impl Iterator<Item = &'f Assessment>) -> Notes {
        let mut times: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for one in found {
            let mut said: Vec<&str> = Vec::new();
            for (place, rule) in self.rests_on(one) {
                if is_entry(&rule.id) && !said.contains(&rule.says.as_str()) {
                    said.push(&rule.says);
                    let (_, times) = times.entry(rule.says.clone()).or_insert((place, 0));
                    *times += 1;
                }
            }
        }
        let mut shared: Vec<(usize, String)> = times
            .into_iter()
            .filter(|(_, (_, times))| *times > 1)
            .map(|(says, (place, _))| (place, says))
            .collect();
        shared.sort();
        let shared = shared.into_iter().map(|(_, says)| says);
        shared.zip(1..).collect()
    }
}

/// The rules that say what the court has to do or say, without their words.
pub(crate) fn duties_by_number(duties: &[Ground]) -> Vec<Words> {
    let source = |duty: &Ground| source(&duty.rule, &duty.authority, duty.checked);
    let sources = once(duties.iter().map(source));
    if sources.is_empty() {
        return Vec::new();
    }
    vec![vec![Inline::text(sources.join("; "))]]
}

/// A rule as it is cited: by its number, or as the option's own entry, which has none.
pub(super) fn cited(rule: &RuleId) -> &str {
    if is_entry(rule) {
        "its entry"
    } else {
        rule.0.as_str()
    }
}

fn mark(checked: Checked) -> String {
    match checked {
        Checked::Unverified => format!(" {NOT_CHECKED}"),
        Checked::Verified => String::new(),
    }
}

/// The rule and the provision that founds it.
pub(super) fn source(rule: &RuleId, authority: &str, checked: Checked) -> String {
    format!("{} · {authority}{}", cited(rule), mark(checked))
}

/// The rules that shut an option out, and the provisions that found them.
pub(crate) fn bar_sources(bars: &[Ground]) -> Vec<Words> {
    let source = |bar: &Ground| source(&bar.rule, &bar.authority, bar.checked);
    let sources = once(bars.iter().map(source)).into_iter();
    sources.map(|words| vec![Inline::text(words)]).collect()
}

/// A rule in full.
pub(super) fn said(ground: &Ground) -> String {
    let source = source(&ground.rule, &ground.authority, ground.checked);
    format!("{} ({source})", ground.says)
}

pub(super) fn once(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    for one in words {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}
