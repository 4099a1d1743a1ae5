//! A largest figure that turns on a fact that is not recorded: a maximum in a statute that nobody
//! has looked up, or what hours that are still to be worked leave of it.

use std::collections::BTreeSet;

use crate::condition::Circumstances;
use crate::{Amount, Competence, Condition, FactId, Limit, Measure, Measured, Rule, RuleId, Term};

/// Such a figure. A smaller one keeps within it only up to what holds whatever the fact may be.
pub(crate) struct Unstated {
    pub(crate) rule: RuleId,
    /// The fact, and those on which it turns whether the rule applies at all.
    pub(crate) facts: BTreeSet<FactId>,
    /// The figure up to which nothing turns on the facts.
    pub(crate) surely: Measured,
}

impl Unstated {
    /// What a limit of the rule leaves open; nothing where its fact is recorded, or it has none.
    /// `open` are the facts on which it turns whether the rule applies.
    pub(crate) fn of(
        rule: &Rule,
        limit: &Limit,
        open: &BTreeSet<FactId>,
        given: &Circumstances<'_>,
        law: &Competence,
    ) -> Option<Self> {
        let (fact, most) = match (&limit.at_most_fact, &limit.less_fact) {
            (Some(fact), _) => (fact, None),
            (None, Some(fact)) => (fact, Some(limit.at_most?)),
            (None, None) => return None,
        };
        if given.facts.value(fact).is_some() {
            return None;
        }
        let surely = match most {
            Some(most) => most.none(),
            None => least_of(rule, fact, law)?,
        };
        Some(Self {
            rule: rule.id.clone(),
            facts: open.iter().chain([fact]).cloned().collect(),
            surely,
        })
    }
}

/// The least that the fact can be where the rule applies, as far as the rule itself tells.
fn least_of(rule: &Rule, fact: &FactId, law: &Competence) -> Option<Measured> {
    let told = rule.when.iter().find_map(|condition| {
        if let Condition::Term(range) = condition
            && range.fact == *fact
        {
            return range.at_least.map(Measured::Term);
        }
        if let Condition::Amount(range) = condition
            && range.fact == *fact
        {
            return range.at_least.map(Measured::Amount);
        }
        None
    });
    let nothing = match law.measure_of(fact)? {
        Measure::Term => Measured::Term(Term::days(0)),
        Measure::Amount => Measured::Amount(Amount::pounds(0)),
        Measure::Hours => Measured::Hours(0),
        Measure::HoursADay => Measured::HoursADay(0),
    };
    Some(told.unwrap_or(nothing))
}
