//! What parsing cannot see in the conditions and bounds of a rule: references to nothing, and facts
//! of another kind than is asked for.

use law::{Competence, Condition, FactId, FactKind, Limit, OneOf, OptionId};

use crate::Edition;

/// The day for which the law is asked; it is not a fact that anybody records.
const AS_AT: &str = "as_at";

pub(crate) fn nothing(id: &str) -> String {
    format!("there is no entry \"{id}\"")
}

pub(crate) fn strangers<'o, 'f>(
    options: impl Iterator<Item = &'o OptionId>,
    edition: &Edition,
    field: &'f str,
) -> Vec<(&'f str, String)> {
    options
        .filter(|id| edition.option(id).is_none())
        .map(|id| (field, nothing(&id.0)))
        .collect()
}

pub(crate) fn limit_faults<'f>(limit: &Limit, edition: &Edition) -> Vec<(&'f str, String)> {
    let law = &edition.competence;
    let mut wrong = Vec::new();
    let largest = [
        limit.at_most.is_some(),
        limit.at_most_fact.is_some(),
        limit.at_most_part.is_some(),
    ];
    match largest.into_iter().filter(|stated| *stated).count() {
        0 if limit.at_least.is_none() => {
            wrong.push(("effect", "a limit must have a bound".to_owned()));
        }
        0 | 1 => {}
        _ => wrong.push(("effect", "a limit has one largest figure".to_owned())),
    }
    let others = limit.at_most_part.iter().map(|part| &part.of);
    wrong.extend(strangers(
        limit.together.iter().chain(others),
        edition,
        "effect",
    ));
    if let (Some(least), Some(most)) = (limit.at_least, limit.at_most)
        && !least.same_measure(most)
    {
        wrong.push((
            "effect",
            "the two bounds measure different things".to_owned(),
        ));
    }
    if let Some(fact) = &limit.at_most_fact {
        wrong.extend(fact_fault(fact, &[FactKind::Term, FactKind::Amount], law));
    }
    if let Some(fact) = &limit.less_fact {
        wrong.extend(fact_fault(fact, &[FactKind::Count], law));
    }
    wrong
}

fn fact_fault<'f>(id: &FactId, kinds: &[FactKind], law: &Competence) -> Option<(&'f str, String)> {
    match law.fact(id) {
        None => Some(("fact", format!("there is no fact \"{}\"", id.0))),
        Some(fact) if !kinds.contains(&fact.kind) => {
            Some(("fact", format!("the fact \"{}\" is of another kind", id.0)))
        }
        Some(_) => None,
    }
}

pub(crate) fn list_faults<'f>(
    list: &OneOf,
    kind: FactKind,
    edition: &Edition,
) -> Vec<(&'f str, String)> {
    let law = &edition.competence;
    let mut wrong: Vec<_> = fact_fault(&list.fact, &[kind], law).into_iter().collect();
    if list.one_of.is_empty() {
        wrong.push(("one-of", "it must name a choice".to_owned()));
    }
    if let Some(fact) = law.fact(&list.fact) {
        let known = |id: &&String| fact.choices.iter().any(|choice| choice.id == **id);
        let unknown = list.one_of.iter().filter(|id| !known(id));
        wrong.extend(unknown.map(|id| ("one-of", format!("there is no choice \"{id}\""))));
    }
    wrong
}

pub(crate) fn condition_faults<'f>(
    condition: &Condition,
    edition: &Edition,
) -> Vec<(&'f str, String)> {
    let law = &edition.competence;
    let mut wrong = Vec::new();
    condition.each(&mut |part| match part {
        Condition::Yes(fact)
        | Condition::No(fact)
        | Condition::RecordedYes(fact)
        | Condition::RecordedNo(fact) => {
            wrong.extend(fact_fault(fact, &[FactKind::Flag], law));
        }
        Condition::Recorded(fact) => {
            if law.fact(fact).is_none() {
                wrong.push(("fact", format!("there is no fact \"{}\"", fact.0)));
            }
        }
        Condition::Is(choice) | Condition::RecordedIs(choice) => {
            wrong.extend(list_faults(choice, FactKind::Choice, edition));
        }
        Condition::Has(list) | Condition::Lacks(list) => {
            wrong.extend(list_faults(list, FactKind::List, edition));
        }
        Condition::Age(range) => wrong.extend(fact_fault(&range.fact, &[FactKind::Age], law)),
        Condition::Date(range) if range.fact.0 == AS_AT => {}
        Condition::Date(range) => wrong.extend(fact_fault(&range.fact, &[FactKind::Date], law)),
        Condition::Term(range) => wrong.extend(fact_fault(&range.fact, &[FactKind::Term], law)),
        Condition::Amount(range) => {
            wrong.extend(fact_fault(&range.fact, &[FactKind::Amount], law));
        }
        Condition::Count(range) => wrong.extend(fact_fault(&range.fact, &[FactKind::Count], law)),
        Condition::Meaning(id) => {
            if !law.meanings.iter().any(|meaning| meaning.id == *id) {
                wrong.push(("meaning", nothing(id)));
            }
        }
        Condition::Proposes(options)
        | Condition::Omits(options)
        | Condition::Beyond(options)
        | Condition::Unproposed(options)
        | Condition::TermUnstated(options) => {
            wrong.extend(strangers(options.iter(), edition, "when"));
        }
        Condition::Figure(range) => {
            wrong.extend(strangers(range.of.iter(), edition, "when"));
            if range.at_least.is_none() && range.at_most.is_none() {
                wrong.push(("when", "a figure must have a bound".to_owned()));
            }
        }
        Condition::AnyOf(parts) | Condition::AllOf(parts) | Condition::NoneOf(parts) => {
            if parts.is_empty() {
                wrong.push(("when", "it must hold a condition".to_owned()));
            }
        }
    });
    wrong
}

pub(crate) fn denies_what_is_recorded(condition: &Condition) -> bool {
    let mut denies = false;
    condition.each(&mut |part| {
        if let Condition::NoneOf(parts) = part {
            denies |= parts.iter().any(asks_what_is_recorded);
        }
    });
    denies
}

pub(crate) fn asks_what_is_recorded(condition: &Condition) -> bool {
    let mut asks = false;
    condition.each(&mut |part| asks |= is_recorded(part));
    asks
}

/// Whether a condition holds only of what is recorded.
pub(crate) fn is_recorded(condition: &Condition) -> bool {
    matches!(
        condition,
        Condition::RecordedYes(_)
            | Condition::RecordedNo(_)
            | Condition::RecordedIs(_)
            | Condition::Recorded(_)
    )
}
