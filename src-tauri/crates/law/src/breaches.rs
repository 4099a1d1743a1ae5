//! The rules that a part of a proposal breaks, and what is not recorded on which that turns.

use std::collections::BTreeSet;

use crate::bounds::nearest;
use crate::trial::{Gathered, bound_ground};
use crate::{Bound, Breach, FactId, Finding, Measured, Part, RuleId};

impl Gathered<'_> {
    /// The rules that the part breaks. What a breach turns on is waited for from then on, and so is
    /// a maximum that the figure may be above.
    pub(crate) fn breaches(&mut self, part: &Part) -> Vec<Breach> {
        let breach = |ground, finding, nearest| Breach {
            option: part.option.clone(),
            ground,
            finding,
            nearest,
            nearest_of: None,
        };
        let told = self.told(part);
        let figures: Vec<Breach> = told
            .iter()
            .map(|bound| {
                let finding = if bound.if_known.is_empty() {
                    Finding::NotCompetent
                } else {
                    Finding::Depends
                };
                let nearest = nearest(&self.limits, bound, part);
                breach(bound_ground(bound), finding, nearest)
            })
            .collect();
        for (rule, facts) in self.turned_on(&told, part) {
            self.turns_on(&rule, &facts);
        }
        let barred = std::mem::take(&mut self.bars)
            .into_iter()
            .map(|ground| breach(ground, Finding::NotCompetent, None));
        barred.chain(figures).collect()
    }

    /// The bounds that the part breaks. What a rule may forbid adds nothing to what it certainly
    /// forbids.
    fn told(&self, part: &Part) -> Vec<&Bound> {
        let broken = self.limits.iter().filter(|bound| bound.is_broken_by(part));
        let broken: Vec<&Bound> = broken.collect();
        let said_already = |bound: &Bound| {
            let mut same = broken.iter().filter(|other| other.rule == bound.rule);
            !bound.if_known.is_empty() && same.any(|other| other.if_known.is_empty())
        };
        let told = broken.iter().filter(|bound| !said_already(bound));
        told.copied().collect()
    }

    /// What is not recorded on which it turns whether the figures keep within their bounds: the
    /// facts of each bound that is broken, and those of each maximum that is not recorded. A figure
    /// that is certainly out of bounds turns on no maximum any more.
    fn turned_on(&self, told: &[&Bound], part: &Part) -> Vec<(RuleId, BTreeSet<FactId>)> {
        let (certain, open): (Vec<&Bound>, Vec<&Bound>) =
            told.iter().partition(|bound| bound.if_known.is_empty());
        let bounded = |bound: &&Bound| bound.at_most.or(bound.at_least);
        let settled: BTreeSet<_> = certain
            .iter()
            .filter_map(bounded)
            .map(Measured::measure)
            .collect();
        let known = open.iter().map(|bound| {
            let facts = bound.if_known.iter().cloned().collect();
            (bound.rule.clone(), facts)
        });
        let may_be_above = self.unstated.iter().filter(|unstated| {
            !settled.contains(&unstated.surely.measure()) && !part.keeps_within(unstated.surely)
        });
        let stated = may_be_above.filter(|unstated| part.figure(unstated.surely).is_some());
        known
            .chain(stated.map(|unstated| (unstated.rule.clone(), unstated.facts.clone())))
            .collect()
    }
}
