//! Raising the maxima that rules set, and what may yet raise them.

use std::collections::{BTreeMap, BTreeSet};

use crate::condition::Circumstances;
use crate::trial::{Gathered, ground};
use crate::{Amount, Bound, Effect, FactId, Measured, Raise, Rule, RuleId, Truth};

/// A raise of which it turns on facts whether it applies.
struct Perhaps<'r> {
    rule: &'r RuleId,
    raise: &'r Raise,
    facts: BTreeSet<FactId>,
}

impl Gathered<'_> {
    /// Raises the maxima that the rules set, once all of them are gathered.
    pub(crate) fn raise<'r>(
        &mut self,
        rules: impl Iterator<Item = &'r Rule>,
        given: &Circumstances<'_>,
    ) {
        let mut perhaps = Vec::new();
        for rule in rules {
            let Effect::Raises(raise) = &rule.effect else {
                continue;
            };
            let facts = match rule.bites(given) {
                Truth::False => continue,
                Truth::True => BTreeSet::new(),
                Truth::Unknown(facts) => facts,
            };
            self.duties.push(ground(rule, &facts));
            if facts.is_empty() {
                self.raise_by(raise, &rule.id);
            } else {
                let rule = &rule.id;
                perhaps.push(Perhaps { rule, raise, facts });
            }
        }
        if !perhaps.is_empty() {
            let limits = std::mem::take(&mut self.limits).into_iter();
            let with_raised = limits.flat_map(|bound| self.perhaps_raised(bound, &perhaps));
            self.limits = with_raised.collect();
        }
    }

    fn raise_by(&mut self, raise: &Raise, rule: &RuleId) {
        let named = |bound: &&mut Bound| raise.rules.contains(&bound.rule);
        for bound in self.limits.iter_mut().filter(named) {
            let Some((figure, higher)) = bound.at_most.map(|it| (it, raised(it, raise))) else {
                continue;
            };
            if higher != figure {
                bound.says = format!("{} Rule {} raises that to {higher}.", bound.says, rule.0);
                bound.at_most = stated(higher);
            }
        }
        self.limits
            .retain(|bound| bound.at_least.is_some() || bound.at_most.is_some());
        let unstated = self.unstated.iter_mut();
        for maximum in unstated.filter(|maximum| raise.rules.contains(&maximum.rule)) {
            maximum.surely = raised(maximum.surely, raise);
        }
    }

    /// The bound, which the raises may lift, and beside it the bound that it would then be. A
    /// proposal is certainly held to the higher of the two; a menu shows both as turning on the
    /// facts, since only one of them is the bound.
    fn perhaps_raised(&self, mut bound: Bound, perhaps: &[Perhaps<'_>]) -> Vec<Bound> {
        let Some(figure) = bound.at_most else {
            return vec![bound];
        };
        let lifting = |it: &&Perhaps<'_>| {
            it.raise.rules.contains(&bound.rule) && raised(figure, it.raise) != figure
        };
        let lifting: Vec<&Perhaps<'_>> = perhaps.iter().filter(lifting).collect();
        let (Some(highest), Some(named)) = (highest(figure, &lifting), lifting.first()) else {
            return vec![bound];
        };
        let mut higher = bound.clone();
        for fact in lifting.iter().flat_map(|it| &it.facts) {
            if !bound.if_known.contains(fact) {
                bound.if_known.push(fact.clone());
            }
        }
        if self.part.is_none() {
            higher.if_known.clone_from(&bound.if_known);
        }
        let rule = &named.rule.0;
        higher.says = format!("{} Rule {rule} may raise that to {highest}.", bound.says);
        higher.at_most = stated(highest);
        let is_bound = higher.at_least.is_some() || higher.at_most.is_some();
        [Some(bound), is_bound.then_some(higher)]
            .into_iter()
            .flatten()
            .collect()
    }
}

/// The highest that the raises may lift a figure to; none where there are none. Of the raises under
/// one id only one applies.
fn highest(figure: Measured, raises: &[&Perhaps<'_>]) -> Option<Measured> {
    let mut by_rule: BTreeMap<&RuleId, Vec<&Raise>> = BTreeMap::new();
    for it in raises {
        by_rule.entry(it.rule).or_default().push(it.raise);
    }
    let higher = |one: Measured, other: Measured| if one.is_below(other) { other } else { one };
    let lifted = by_rule.values().fold(figure, |lower, raises| {
        let each = raises.iter().map(|raise| raised(lower, raise));
        each.fold(lower, higher)
    });
    (!raises.is_empty()).then_some(lifted)
}

/// The figure as a bound; a sum without a limit is none.
fn stated(figure: Measured) -> Option<Measured> {
    (figure != Measured::Amount(Amount::UNLIMITED)).then_some(figure)
}

fn raised(figure: Measured, raise: &Raise) -> Measured {
    match (figure, raise.term, raise.amount) {
        (Measured::Term(term), Some(more), _) => Measured::Term(term.and(more)),
        (Measured::Amount(sum), _, Some(more)) => Measured::Amount(sum.and(more)),
        (
            Measured::Term(_) | Measured::Amount(_) | Measured::Hours(_) | Measured::HoursADay(_),
            _,
            _,
        ) => figure,
    }
}
