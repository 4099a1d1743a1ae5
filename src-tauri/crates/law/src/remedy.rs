//! What mends a breach that no figure of the part itself mends: a figure of another part, or the same
//! thing proposed as another option.

use crate::bounds::nearest_of;
use crate::trial::Trial;
use crate::{
    Breach, Condition, Effect, FigureRange, Finding, Measured, MenuOption, OptionId, Part,
    Proposal, Rule,
};

impl Trial<'_> {
    /// Names the nearest figure for each certain breach that has none yet, where there is one that
    /// mends it and breaks nothing else.
    pub(crate) fn mend(
        &self,
        breaches: &mut [Breach],
        proposal: &Proposal,
        options: &[MenuOption],
    ) {
        let before = breaches.to_vec();
        let open = |breach: &&mut Breach| {
            breach.nearest.is_none() && breach.finding == Finding::NotCompetent
        };
        for breach in breaches.iter_mut().filter(open) {
            let attempt = Attempt {
                trial: self,
                proposal,
                options,
                before: &before,
                mends: breach.clone(),
            };
            let found = attempt.other_figure().or_else(|| attempt.other_option());
            if let Some((of, figure)) = found {
                breach.nearest = Some(figure);
                breach.nearest_of = (of != breach.option).then_some(of);
            }
        }
    }
}

/// The attempt to mend one breach of a proposal.
struct Attempt<'a> {
    trial: &'a Trial<'a>,
    proposal: &'a Proposal,
    options: &'a [MenuOption],
    before: &'a [Breach],
    mends: Breach,
}

impl Attempt<'_> {
    /// The nearest figure at which the rule, which asks about figures, no longer bites.
    fn other_figure(&self) -> Option<(OptionId, Measured)> {
        let mut nearest: Option<(OptionId, Measured, Measured)> = None;
        for (at, figure) in self
            .ranges()
            .into_iter()
            .flat_map(|range| self.about(range))
        {
            let Some(part) = self.proposal.parts.get(at) else {
                continue;
            };
            let Some(proposed) = part.figure(figure).filter(|it| *it != figure) else {
                continue;
            };
            let apart = figure.apart_from(proposed);
            let is_nearer = |known: &(OptionId, Measured, Measured)| apart.is_below(known.2);
            if nearest.as_ref().is_none_or(is_nearer)
                && self.is_mended_by(&self.with(at, part.clone().with(figure)))
            {
                nearest = Some((part.option.clone(), figure, apart));
            }
        }
        nearest.map(|(option, figure, _)| (option, figure))
    }

    /// The figure, or as near to it as may be, of another option that the rule bounds together with
    /// the part: work at one level in place of the other.
    fn other_option(&self) -> Option<(OptionId, Measured)> {
        let mut parts = self.proposal.parts.iter();
        let at = parts.position(|part| part.option == self.mends.option)?;
        let part = self.proposal.parts.get(at)?;
        let limits = self.rules().filter_map(|rule| match &rule.effect {
            Effect::Limits(limit) => Some((rule, limit, limit.at_most?)),
            Effect::Bars | Effect::Awaits(_) | Effect::Duty | Effect::Raises(_) => None,
        });
        limits
            .flat_map(|(rule, limit, measure)| {
                let alike = move |other: &&OptionId| rule.on.contains(other);
                let others = limit.together.iter().filter(alike);
                others.map(move |other| (other, measure))
            })
            .filter(|(other, _)| !self.proposal.has_any(std::slice::from_ref(*other)))
            .find_map(|(other, measure)| {
                let renamed = Part {
                    option: other.clone(),
                    ..part.clone()
                };
                let figure = self.within_bounds(at, &renamed, measure)?;
                let mended = self.is_mended_by(&self.with(at, renamed.with(figure)));
                mended.then(|| (other.clone(), figure))
            })
    }

    /// The rules of the breach.
    fn rules(&self) -> impl Iterator<Item = &Rule> {
        let ground = &self.mends.ground;
        let same = |rule: &&Rule| rule.id == ground.rule;
        self.trial.rules_on(&self.mends.option).filter(same)
    }

    /// What the rules that bar the part ask about figures.
    fn ranges(&self) -> Vec<&FigureRange> {
        let mut ranges = Vec::new();
        let bars = self.rules().filter(|rule| rule.effect == Effect::Bars);
        for condition in bars.flat_map(|rule| &rule.when) {
            condition.each(&mut |part| {
                if let Condition::Figure(range) = part {
                    ranges.push(range);
                }
            });
        }
        ranges
    }

    /// The figures on both sides of the bounds of a range, each with the place of its part.
    fn about(&self, range: &FigureRange) -> Vec<(usize, Measured)> {
        let low = range.at_least.into_iter();
        let low = low.flat_map(|least| [Some(least), least.just_below()]);
        let high = range.at_most.into_iter();
        let high = high.flat_map(|most| [Some(most), Some(most.just_above())]);
        let figures: Vec<Measured> = low.chain(high).flatten().collect();
        let places = range.of.iter().filter_map(|option| {
            let mut parts = self.proposal.parts.iter();
            parts.position(|part| part.option == *option)
        });
        places
            .flat_map(|at| figures.iter().map(move |figure| (at, *figure)))
            .collect()
    }

    /// The figure nearest to that of the part within every bound of its option.
    fn within_bounds(&self, at: usize, part: &Part, measure: Measured) -> Option<Measured> {
        let changed = self.with(at, part.clone());
        let given = self.trial.with(&changed);
        let part = changed.parts.get(at)?;
        let gathered = self.trial.gather(part, self.options, &given);
        nearest_of(&gathered.limits, measure, part)
    }

    fn with(&self, at: usize, part: Part) -> Proposal {
        let mut changed = self.proposal.clone();
        if let Some(place) = changed.parts.get_mut(at) {
            *place = part;
        }
        changed
    }

    /// Whether the changed proposal is rid of the breach and breaks nothing that it did not before.
    fn is_mended_by(&self, changed: &Proposal) -> bool {
        let given = self.trial.with(changed);
        changed.parts.iter().all(|part| {
            let mut gathered = self.trial.gather(part, self.options, &given);
            let after = gathered.breaches(part);
            after
                .iter()
                .all(|breach| !same(breach, &self.mends) && self.was_there(breach))
        })
    }

    fn was_there(&self, breach: &Breach) -> bool {
        self.before.iter().any(|known| same(known, breach))
    }
}

/// Whether two breaches are of one rule by one part, whatever the figure.
fn same(one: &Breach, other: &Breach) -> bool {
    one.option == other.option && one.finding == other.finding && one.ground == other.ground
}
