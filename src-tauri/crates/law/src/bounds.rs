//! The bounds of a figure: which of them a proposal breaks, and the nearest figure within them all.

use std::collections::BTreeSet;

use crate::condition::Circumstances;
use crate::{Bound, FactId, Limit, Measured, Part};

impl Bound {
    pub(crate) fn is_broken_by(&self, part: &Part) -> bool {
        let low = self.at_least.is_some_and(|least| {
            part.figure(least)
                .is_some_and(|figure| figure.is_below(least))
        });
        let high = self.at_most.is_some_and(|most| {
            part.figure(most)
                .is_some_and(|figure| most.is_below(figure))
        });
        low || high
    }
}

/// The figure nearest to the proposed one within every bound of its measure; none where the bounds
/// leave nothing, or nothing that could be imposed.
pub(crate) fn nearest(bounds: &[Bound], broken: &Bound, part: &Part) -> Option<Measured> {
    nearest_of(bounds, broken.at_most.or(broken.at_least)?, part)
}

/// The same for one measure, whether or not a bound is broken.
pub(crate) fn nearest_of(bounds: &[Bound], measure: Measured, part: &Part) -> Option<Measured> {
    let proposed = part.figure(measure)?;
    let mut figure = proposed;
    let alike = |bound: &Option<Measured>| bound.filter(|figure| figure.same_measure(measure));
    for least in bounds.iter().filter_map(|bound| alike(&bound.at_least)) {
        if figure.is_below(least) {
            figure = least;
        }
    }
    for most in bounds.iter().filter_map(|bound| alike(&bound.at_most)) {
        if most.is_below(figure) {
            figure = most;
        }
    }
    let fits = bounds
        .iter()
        .filter_map(|bound| alike(&bound.at_least))
        .all(|least| !figure.is_below(least));
    (fits && measure.none().is_below(figure)).then_some(figure)
}

/// The largest figure that a limit allows; for a part of a proposal, what the parts that count
/// together with it leave of that.
pub(crate) fn largest(
    limit: &Limit,
    part: Option<&Part>,
    given: &Circumstances<'_>,
    open: &mut BTreeSet<FactId>,
) -> Option<Measured> {
    let most = in_itself(limit, given)?;
    let most = match &limit.less_fact {
        Some(fact) => most.less(recorded(fact, most, given, open)),
        None => most,
    };
    let beside = given
        .proposal
        .zip(part)
        .map(|(proposal, part)| proposal.beside(part, &limit.together, most));
    Some(beside.map_or(most, |beside| most.less(beside)))
}

/// The figure that the limit states, or takes from a fact or from another part.
fn in_itself(limit: &Limit, given: &Circumstances<'_>) -> Option<Measured> {
    if let Some(fact) = &limit.at_most_fact {
        let term = given.facts.term(fact).map(Measured::Term);
        let amount = given.facts.amount(fact).map(Measured::Amount);
        return term.or(amount);
    }
    if let Some(other) = &limit.at_most_part {
        let term = given.proposal?.term_of(&other.of)?;
        let left = other.less.map_or(term, |less| term.less(less));
        return Some(Measured::Term(left));
    }
    limit.at_most
}

/// The number recorded for a fact, as hours; none where it is not recorded, which leaves it open.
fn recorded(
    fact: &FactId,
    like: Measured,
    given: &Circumstances<'_>,
    open: &mut BTreeSet<FactId>,
) -> Measured {
    let count = given.facts.count(fact);
    if count.is_none() {
        open.insert(fact.clone());
    }
    match like {
        Measured::Hours(_) => Measured::Hours(count.unwrap_or(0)),
        Measured::HoursADay(_) => Measured::HoursADay(count.unwrap_or(0)),
        Measured::Term(_) | Measured::Amount(_) => like.none(),
    }
}
