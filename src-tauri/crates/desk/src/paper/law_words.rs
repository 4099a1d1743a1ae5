//! What the law says of an option, in words for paper: why, how far, and what it waits for.

use chrono::NaiveDate;
use document::Inline;
use edition::Edition;
use law::{Awaited, FactId, Finding, Ground, OptionId, Rule, RuleId};

pub(crate) use super::bound_words::figures_alone;
use super::fact_words;
pub(crate) use super::rule_citing::{Cited, NOT_CHECKED, Notes, bar_sources, duties_by_number};
use super::rule_citing::{cited, is_entry, once, said, source};

/// A line of words.
pub(crate) type Words = Vec<Inline>;

/// The law of an edition on a day, for putting what it says into words.
#[derive(Clone, Copy)]
pub(crate) struct LawWords<'e> {
    pub(crate) edition: &'e Edition,
    pub(crate) as_at: NaiveDate,
    pub(crate) notes: &'e Notes,
}

/// The name of a finding.
pub(crate) fn finding(finding: Finding) -> &'static str {
    match finding {
        Finding::Competent => "Competent",
        Finding::Depends => "Depends",
        Finding::NotCompetent => "Not competent",
    }
}

impl LawWords<'_> {
    /// Why an option is shut out: a line for each rule, and what would have to be different.
    pub(crate) fn bars(self, bars: &[Ground]) -> Vec<Words> {
        self.reasons(bars, said)
    }

    /// The same without the rules and provisions, which then stand beside it.
    pub(crate) fn bars_alone(self, bars: &[Ground]) -> Vec<Words> {
        self.reasons(bars, |ground| ground.says.clone())
    }

    fn reasons(self, bars: &[Ground], says: impl Fn(&Ground) -> String) -> Vec<Words> {
        let mut lines = Vec::new();
        for ground in bars {
            lines.push(vec![Inline::text(says(ground))]);
            lines.extend(self.change(ground));
        }
        lines
    }

    fn change(self, ground: &Ground) -> Option<Words> {
        let names: Vec<&str> = ground
            .instead
            .iter()
            .filter_map(|id| self.edition.option(id))
            .map(|option| option.name.as_str())
            .collect();
        let change = ground.would_change.as_ref();
        let change = change.map(|words| format!("What would change it: {words}"));
        let instead = format!("Look at: {}.", names.join("; "));
        let instead = Some(instead).filter(|_| !names.is_empty());
        let words: Vec<String> = change.into_iter().chain(instead).collect();
        if words.is_empty() {
            return None;
        }
        Some(vec![Inline::Emphasis(vec![Inline::text(words.join(" "))])])
    }

    /// What an option waits for: a line for all that the same rules ask for.
    pub(crate) fn awaits(self, option: &OptionId, awaits: &[Awaited]) -> Vec<Words> {
        self.waiting(awaits, |id| self.asks(option, id))
    }

    /// The same without the words of any rule.
    pub(crate) fn awaits_cited(self, awaits: &[Awaited]) -> Vec<Words> {
        self.waiting(awaits, |id| vec![cited(id).to_owned()])
    }

    fn waiting(self, awaits: &[Awaited], asks: impl Fn(&RuleId) -> Vec<String>) -> Vec<Words> {
        let mut lines: Vec<(Vec<&str>, String)> = Vec::new();
        for awaited in awaits {
            let name = fact_words::missing(&self.edition.competence, awaited);
            let mut asked: Vec<String> = Vec::new();
            for words in awaited.rules.iter().flat_map(&asks) {
                if !asked.contains(&words) {
                    asked.push(words);
                }
            }
            let asked = asked.join("; ");
            match lines.iter_mut().find(|(_, same)| *same == asked) {
                Some((names, _)) => names.push(name),
                None => lines.push((vec![name], asked)),
            }
        }
        let lines = lines.into_iter().map(|(names, asked)| {
            let rules = if asked.is_empty() {
                String::new()
            } else {
                format!(" ({asked})")
            };
            vec![Inline::strong(names.join("; ")), Inline::text(rules)]
        });
        lines.collect()
    }

    /// How a rule that an option waits for is cited, with its words where it has no number.
    fn asks(self, option: &OptionId, id: &RuleId) -> Vec<String> {
        let rules: Vec<&Rule> = self.asking(option, id).map(|(_, rule)| rule).collect();
        if rules.is_empty() {
            // The court, the stage or the days, which the entry itself names.
            let entry = self.edition.option(option);
            let source = entry.map(|entry| source(id, &entry.authority, entry.checked));
            return source.into_iter().collect();
        }
        let rules = rules.into_iter().map(|rule| {
            let source = self.cite(&rule.id, &rule.says, &rule.authority, rule.checked);
            if is_entry(id) && !self.notes.contains_key(&rule.says) {
                format!("{source}: {}", rule.says.trim_end_matches('.'))
            } else {
                source
            }
        });
        rules.collect()
    }

    /// What the court has to do or say: rules with a number and notes cited, the others in full.
    pub(crate) fn duties_cited(self, duties: &[Ground]) -> Vec<Words> {
        let noted = |duty: &&Ground| !is_entry(&duty.rule) || self.notes.contains_key(&duty.says);
        let (cited, entries): (Vec<&Ground>, Vec<&Ground>) = duties.iter().partition(noted);
        let (open, certain): (Vec<&Ground>, Vec<&Ground>) = cited
            .into_iter()
            .partition(|duty| !duty.if_known.is_empty());
        let label = |duty: &&Ground| self.label(&duty.rule, &duty.says);
        let mut words = Vec::new();
        let certain = once(certain.iter().map(label));
        if !certain.is_empty() {
            words.push(format!("See {}.", certain.join(", ")));
        }
        let open = once(
            open.iter()
                .map(|duty| format!("{} (turns on: {})", label(duty), self.names(&duty.if_known))),
        );
        if !open.is_empty() {
            words.push(format!("May apply: {}.", open.join("; ")));
        }
        let first = Some(words.join(" ")).filter(|words| !words.is_empty());
        let first = first.map(|words| vec![Inline::text(words)]);
        let entries = entries.into_iter().map(|duty| self.duty(duty));
        first.into_iter().chain(entries).collect()
    }

    /// What the court has to do or say, all in full.
    pub(crate) fn duties(self, duties: &[Ground]) -> Vec<Words> {
        duties.iter().map(|duty| self.duty(duty)).collect()
    }

    fn duty(self, duty: &Ground) -> Words {
        let mut words = said(duty);
        if !duty.if_known.is_empty() {
            words.push_str(" Whether it applies turns on: ");
            words.push_str(&self.names(&duty.if_known));
            words.push('.');
        }
        vec![Inline::text(words)]
    }

    pub(super) fn names(self, facts: &[FactId]) -> String {
        let law = &self.edition.competence;
        let names: Vec<&str> = facts.iter().map(|id| fact_words::name(law, id)).collect();
        names.join("; ")
    }
}
