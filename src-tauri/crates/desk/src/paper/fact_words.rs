//! The facts of a case on paper: what is recorded, in words, and what is not.

use chrono::NaiveDate;
use document::{Block, Inline};
use law::{Assessment, Awaited, Competence, Fact, FactId, FactValue, Facts};

/// Stands after a fact that was not recorded itself.
const FOLLOWS: &str = " (follows from the other facts)";

/// The name of a fact.
pub(crate) fn name<'c>(law: &'c Competence, id: &'c FactId) -> &'c str {
    law.fact(id)
        .map_or(id.0.as_str(), |fact| fact.label.as_str())
}

/// The name of what an option waits for: an entry of a list, or the fact itself.
pub(crate) fn missing<'c>(law: &'c Competence, awaited: &'c Awaited) -> &'c str {
    let fact = law.fact(&awaited.fact);
    let entry = fact.and_then(|fact| fact.choice(&awaited.missing));
    entry.map_or_else(|| name(law, &awaited.fact), |entry| entry.name.as_str())
}

/// What is recorded, a fact to a line, in the order in which facts are asked for.
pub(crate) fn pairs(law: &Competence, facts: &Facts, as_at: NaiveDate) -> Vec<(String, String)> {
    let known = facts.with_what_follows(as_at);
    let recorded = law.facts.iter().filter_map(|fact| {
        let value = known.value(&fact.id)?;
        let mut words = value_words(fact, value);
        if facts.value(&fact.id).is_none() {
            words.push_str(FOLLOWS);
        }
        Some((fact.label.clone(), words))
    });
    recorded.collect()
}

/// What is recorded, in one line, with or without what is recorded as no.
pub(crate) fn line(law: &Competence, facts: &Facts, as_at: NaiveDate, noes: bool) -> String {
    let pairs = pairs(law, facts, as_at).into_iter();
    let pairs = pairs.map(|(label, words)| (label, words.trim_end_matches(FOLLOWS).to_owned()));
    let (no, others): (Vec<_>, Vec<_>) = pairs.partition(|(_, words)| words == "No");
    let others = others.into_iter();
    let mut parts: Vec<String> = others
        .map(|(label, words)| format!("{label}: {words}"))
        .collect();
    let no: Vec<String> = no.into_iter().map(|(label, _)| label).collect();
    if noes && !no.is_empty() {
        parts.push(format!("Recorded as no: {}", no.join("; ")));
    }
    if parts.is_empty() {
        "none".to_owned()
    } else {
        parts.join(" · ")
    }
}

/// The facts used, and what the findings turn on that is not recorded.
pub(crate) fn blocks(
    law: &Competence,
    facts: &Facts,
    as_at: NaiveDate,
    found: &[&Assessment],
) -> Vec<Block> {
    let mut pairs: Vec<(String, Vec<Inline>)> = pairs(law, facts, as_at)
        .into_iter()
        .map(|(label, words)| (label, vec![Inline::text(words)]))
        .collect();
    let awaited = awaited(law, found);
    if !awaited.is_empty() {
        pairs.push((
            "Not recorded, or not there yet, and asked for by an option below".into(),
            vec![Inline::text(awaited.join("; "))],
        ));
    }
    let mut blocks = vec![Block::heading(1, "Facts used")];
    if pairs.is_empty() {
        blocks.push(Block::paragraph("No fact is recorded."));
    } else {
        blocks.push(Block::KeyValues(pairs));
    }
    blocks.push(Block::paragraph(
        "What does not stand here as recorded is not recorded. It is not known, which is never \
         taken as a no.",
    ));
    blocks
}

/// What the options wait for, each thing once, in the order in which facts are asked for.
fn awaited(law: &Competence, found: &[&Assessment]) -> Vec<String> {
    let all: Vec<&Awaited> = found.iter().flat_map(|one| &one.awaits).collect();
    let mut names: Vec<String> = Vec::new();
    for fact in &law.facts {
        for awaited in all.iter().filter(|awaited| awaited.fact == fact.id) {
            let name = missing(law, awaited).to_owned();
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

fn value_words(fact: &Fact, value: &FactValue) -> String {
    let named = |id: &String| {
        let choice = fact.choice(id);
        choice.map_or_else(|| id.clone(), |choice| choice.name.clone())
    };
    match value {
        FactValue::Flag(true) => "Yes".to_owned(),
        FactValue::Flag(false) => "No".to_owned(),
        FactValue::Age(age) => age.to_string(),
        FactValue::Date(day) => casework::date(*day),
        FactValue::Term(term) => term.to_string(),
        FactValue::Amount(amount) => amount.to_string(),
        FactValue::Count(count) => count.to_string(),
        FactValue::Choice(id) => named(id),
        FactValue::List(ids) if ids.is_empty() => "None of them".to_owned(),
        FactValue::List(ids) => {
            let held: Vec<String> = ids.iter().map(named).collect();
            format!("{}; no other", held.join("; "))
        }
    }
}
