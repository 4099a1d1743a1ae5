//! The bounds of a figure: which of them a proposal breaks, and the nearest figure within them all.

use std::collections::BTreeSet;

use crate::{Bound, FactId, Facts, Limit, Measured, Part, Raise};

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
/// leave nothing.
pub(crate) fn nearest(bounds: &[Bound], broken: &Bound, part: &Part) -> Option<Measured> {
    let measure = broken.at_most.or(broken.at_least)?;
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
    fits.then_some(figure)
}

pub(crate) fn largest(
    limit: &Limit,
    facts: &Facts,
    open: &mut BTreeSet<FactId>,
) -> Option<Measured> {
    if let Some(fact) = &limit.at_most_fact {
        let term = facts.term(fact).map(Measured::Term);
        let amount = facts.amount(fact).map(Measured::Amount);
        return term.or(amount);
    }
    let most = limit.at_most?;
    let Some(fact) = &limit.less_fact else {
        return Some(most);
    };
    match (most, facts.count(fact)) {
        (Measured::Hours(hours), Some(less)) => Some(Measured::Hours(hours.saturating_sub(less))),
        (Measured::HoursADay(hours), Some(less)) => {
            Some(Measured::HoursADay(hours.saturating_sub(less)))
        }
        (Measured::Hours(_) | Measured::HoursADay(_), None) => {
            open.insert(fact.clone());
            Some(most)
        }
        (Measured::Term(_) | Measured::Amount(_), _) => Some(most),
    }
}

pub(crate) fn raised(figure: Measured, raise: &Raise) -> Measured {
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
