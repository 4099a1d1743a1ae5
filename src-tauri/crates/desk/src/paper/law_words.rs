//! What the law says of an option, in words for paper: why, how far, and what it waits for.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use document::Inline;
use edition::Edition;
use law::{
    Assessment, Awaited, Bound, Checked, Effect, FactId, Finding, Ground, Measured, OptionId, Rule,
    RuleId,
};

use super::fact_words;

/// Stands after what was not checked, in every text of the edition.
pub(crate) const NOT_CHECKED: &str = "[?] not checked";

/// A line of words.
pub(crate) type Words = Vec<Inline>;

/// The rules without a number that several entries of one paper rest on, each with the number of
/// the note that says it once.
pub(crate) type Notes = BTreeMap<String, usize>;

/// The law of an edition on a day, for putting what it says into words.
#[derive(Clone, Copy)]
pub(crate) struct LawWords<'e> {
    pub(crate) edition: &'e Edition,
    pub(crate) as_at: NaiveDate,
    pub(crate) notes: &'e Notes,
}

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

/// The name of a finding.
pub(crate) fn finding(finding: Finding) -> &'static str {
    match finding {
        Finding::Competent => "Competent",
        Finding::Depends => "Depends",
        Finding::NotCompetent => "Not competent",
    }
}

/// Whether a rule has no number: it is the option's own entry.
fn is_entry(rule: &RuleId) -> bool {
    rule.0.contains('.')
}

impl<'e> LawWords<'e> {
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

    /// The rules of a number by which an option may be shut out or have to wait, with their places.
    fn asking(self, option: &OptionId, id: &RuleId) -> impl Iterator<Item = (usize, &'e Rule)> {
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

    /// The bounds of an option's figures: those that certainly apply a line each, those that may
    /// apply together by what they turn on.
    pub(crate) fn limits(self, limits: &[Bound]) -> Vec<Words> {
        let mut lines: Vec<Words> = Vec::new();
        let mut open: Vec<(String, Vec<String>, Vec<String>)> = Vec::new();
        for bound in limits {
            let source = source(&bound.rule, &bound.authority, bound.checked);
            let figures = figures(bound);
            if bound.if_known.is_empty() {
                let words = format!(". {} ({source})", bound.says);
                let line = vec![Inline::strong(figures), Inline::text(words)];
                if !lines.contains(&line) {
                    lines.push(line);
                }
                continue;
            }
            let turns_on = self.names(&bound.if_known);
            let place = open.iter().position(|(same, ..)| *same == turns_on);
            let place = place.unwrap_or_else(|| {
                open.push((turns_on, Vec::new(), Vec::new()));
                open.len() - 1
            });
            if let Some((_, all, sources)) = open.get_mut(place) {
                if !all.contains(&figures) {
                    all.push(figures);
                }
                if !sources.contains(&source) {
                    sources.push(source);
                }
            }
        }
        lines.extend(open.into_iter().map(|(turns_on, figures, sources)| {
            vec![
                Inline::text("May apply: "),
                Inline::strong(figures.join("; ")),
                Inline::text(format!(
                    ". It turns on: {turns_on}. ({})",
                    sources.join("; ")
                )),
            ]
        }));
        lines
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

    fn names(self, facts: &[FactId]) -> String {
        let law = &self.edition.competence;
        let names: Vec<&str> = facts.iter().map(|id| fact_words::name(law, id)).collect();
        names.join("; ")
    }

    /// A rule by its number or note.
    fn label(self, rule: &RuleId, says: &str) -> String {
        match self.notes.get(says) {
            Some(number) if is_entry(rule) => format!("note {number}"),
            Some(_) | None => cited(rule).to_owned(),
        }
    }

    fn cite(self, rule: &RuleId, says: &str, authority: &str, checked: Checked) -> String {
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

/// The bounds without the words of the rules that set them.
pub(crate) fn figures_alone(limits: &[Bound]) -> Vec<Words> {
    let lines = once(limits.iter().map(|bound| {
        let may = if bound.if_known.is_empty() {
            ""
        } else {
            " (may apply)"
        };
        format!("{}{may} · {}", figures(bound), cited(&bound.rule))
    }));
    if lines.is_empty() {
        return Vec::new();
    }
    vec![vec![Inline::text(lines.join("; "))]]
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
fn cited(rule: &RuleId) -> &str {
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
fn source(rule: &RuleId, authority: &str, checked: Checked) -> String {
    format!("{} · {authority}{}", cited(rule), mark(checked))
}

/// The rules that shut an option out, and the provisions that found them.
pub(crate) fn bar_sources(bars: &[Ground]) -> Vec<Words> {
    let source = |bar: &Ground| source(&bar.rule, &bar.authority, bar.checked);
    let sources = once(bars.iter().map(source)).into_iter();
    sources.map(|words| vec![Inline::text(words)]).collect()
}

/// A rule in full.
fn said(ground: &Ground) -> String {
    let source = source(&ground.rule, &ground.authority, ground.checked);
    format!("{} ({source})", ground.says)
}

fn once(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    for one in words {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}

/// The two ends of a bound.
fn figures(bound: &Bound) -> String {
    match (bound.at_least, bound.at_most) {
        (Some(least), Some(most)) => format!("{} to {}", measured(least), measured(most)),
        (Some(least), None) => format!("At least {}", measured(least)),
        (None, Some(most)) => match measured(most).as_str() {
            "unlimited" => "No upper limit".to_owned(),
            figure => format!("Up to {figure}"),
        },
        (None, None) => "No figure".to_owned(),
    }
}

fn measured(figure: Measured) -> String {
    let hours = |number: u32| {
        let unit = if number == 1 { "hour" } else { "hours" };
        format!("{number} {unit}")
    };
    match figure {
        Measured::Term(term) => term.to_string(),
        Measured::Amount(amount) => amount.to_string(),
        Measured::Hours(number) => hours(number),
        Measured::HoursADay(number) => format!("{} a day", hours(number)),
    }
}
