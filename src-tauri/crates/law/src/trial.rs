//! Trying options and proposals by the rules.

use std::collections::{BTreeMap, BTreeSet};

use crate::bounds::{largest, nearest, raise};
use crate::condition::Circumstances;
use crate::{
    Assessment, Awaited, Bound, Breach, Competence, Effect, FactId, Facts, Finding, Ground, Limit,
    Measured, MenuOption, OneOf, OptionId, Part, Proposal, ProposalFinding, Rule, RuleId, Truth,
};

/// The rules that are law on the day, laid ready by the option that they try.
pub(crate) struct Trial<'t> {
    pub(crate) law: &'t Competence,
    given: &'t Circumstances<'t>,
    rules: BTreeMap<&'t OptionId, Vec<&'t Rule>>,
}

/// What the rules say of one option, while it is gathered.
#[derive(Default)]
pub(crate) struct Gathered<'g> {
    /// The part of the proposal that is tried, where one is.
    part: Option<&'g Part>,
    pub(crate) bars: Vec<Ground>,
    awaits: Vec<Awaited>,
    pub(crate) duties: Vec<Ground>,
    pub(crate) limits: Vec<Bound>,
    /// The facts that would be a largest figure, and are not recorded.
    unstated: Vec<(RuleId, FactId)>,
    /// The rules whose maxima may yet be raised, once more is recorded.
    may_rise: BTreeSet<RuleId>,
}

impl<'t> Trial<'t> {
    pub(crate) fn of(competence: &'t Competence, given: &'t Circumstances<'t>) -> Self {
        let mut rules: BTreeMap<&OptionId, Vec<&Rule>> = BTreeMap::new();
        for rule in competence
            .rules
            .iter()
            .filter(|rule| rule.in_force(given.as_at))
        {
            for option in &rule.on {
                rules.entry(option).or_default().push(rule);
            }
        }
        Self {
            law: competence,
            given,
            rules,
        }
    }

    pub(crate) fn assess(&self, option: &MenuOption) -> Assessment {
        let mut gathered = Gathered::default();
        gathered.entry(option, self.given);
        for rule in self.rules_on(&option.id) {
            if !rule.is_of_proposal() {
                gathered.rule(rule, self.given);
            }
        }
        gathered.raise(self.rules_on(&option.id), self.given);
        gathered.empty_range();
        gathered.assessment(option.id.clone())
    }

    pub(crate) fn try_proposal(
        &self,
        proposal: &Proposal,
        options: &[MenuOption],
    ) -> ProposalFinding {
        let mut found = ProposalFinding::default();
        for part in &proposal.parts {
            let mut gathered = self.gather(part, options, self.given);
            let breaches = gathered.breaches(part, self.law);
            for duty in std::mem::take(&mut gathered.duties) {
                if !found.duties.contains(&duty) {
                    found.duties.push(duty);
                }
            }
            for awaited in std::mem::take(&mut gathered.awaits) {
                match found
                    .awaits
                    .iter_mut()
                    .find(|a| a.missing == awaited.missing)
                {
                    Some(same) => same.also(awaited.rules),
                    None => found.awaits.push(awaited),
                }
            }
            for breach in breaches {
                if !found.breaches.contains(&breach) {
                    found.breaches.push(breach);
                }
            }
        }
        self.mend(&mut found.breaches, proposal, options);
        found
    }

    /// What the rules say of one part of the proposal of `given`.
    pub(crate) fn gather<'p>(
        &self,
        part: &'p Part,
        options: &[MenuOption],
        given: &Circumstances<'_>,
    ) -> Gathered<'p> {
        let mut gathered = Gathered {
            part: Some(part),
            ..Gathered::default()
        };
        if let Some(option) = options.iter().find(|option| option.id == part.option) {
            gathered.entry(option, given);
        }
        for rule in self.rules_on(&part.option) {
            gathered.rule(rule, given);
        }
        gathered.raise(self.rules_on(&part.option), given);
        gathered
    }

    /// What the proposal is tried against, with another in its place.
    pub(crate) fn with<'p>(&self, proposal: &'p Proposal) -> Circumstances<'p>
    where
        't: 'p,
    {
        Circumstances {
            proposal: Some(proposal),
            ..*self.given
        }
    }

    pub(crate) fn rules_on(&self, option: &OptionId) -> impl Iterator<Item = &'t Rule> {
        self.rules.get(option).into_iter().flatten().copied()
    }
}

impl Gathered<'_> {
    fn rule(&mut self, rule: &Rule, given: &Circumstances<'_>) {
        let open = match rule.bites(given) {
            Truth::False => return,
            Truth::True => BTreeSet::new(),
            Truth::Unknown(facts) => facts,
        };
        match &rule.effect {
            Effect::Bars if open.is_empty() => self.bars.push(ground(rule, &open)),
            Effect::Bars => self.turns_on(&rule.id, &open),
            Effect::Awaits(wanted) => self.awaits_one(rule, wanted, &open, given.facts),
            Effect::Duty => self.duties.push(ground(rule, &open)),
            Effect::Limits(limit) => self.limit(rule, limit, &open, given),
            Effect::Raises(_) => {}
        }
    }

    fn turns_on(&mut self, rule: &RuleId, facts: &BTreeSet<FactId>) {
        for fact in facts {
            self.await_for(rule, &fact.0, fact);
        }
    }

    fn awaits_one(&mut self, rule: &Rule, wanted: &OneOf, open: &BTreeSet<FactId>, facts: &Facts) {
        if wanted.is_held(facts) == Truth::True {
            return;
        }
        // Where it is open whether the paper is needed, either the paper or the facts settle it.
        let first = wanted
            .one_of
            .first()
            .map_or(wanted.fact.0.as_str(), String::as_str);
        self.await_for(&rule.id, first, &wanted.fact);
        self.turns_on(&rule.id, open);
    }

    pub(crate) fn await_for(&mut self, rule: &RuleId, missing: &str, fact: &FactId) {
        match self
            .awaits
            .iter_mut()
            .find(|awaited| awaited.missing == missing)
        {
            Some(awaited) => awaited.also(vec![rule.clone()]),
            None => self.awaits.push(Awaited {
                missing: missing.to_owned(),
                fact: fact.clone(),
                rules: vec![rule.clone()],
            }),
        }
    }

    fn limit(
        &mut self,
        rule: &Rule,
        limit: &Limit,
        open: &BTreeSet<FactId>,
        given: &Circumstances<'_>,
    ) {
        let mut open = open.clone();
        let at_most = largest(limit, self.part, given, &mut open);
        if let (Some(fact), None) = (&limit.at_most_fact, at_most) {
            self.unstated.push((rule.id.clone(), fact.clone()));
        }
        if limit.at_least.is_none() && at_most.is_none() {
            return;
        }
        self.limits.push(Bound {
            rule: rule.id.clone(),
            says: rule.says.clone(),
            authority: rule.authority.clone(),
            would_change: rule.would_change.clone(),
            at_least: limit.at_least,
            at_most,
            if_known: open.into_iter().collect(),
            checked: rule.checked,
        });
    }

    /// Raises the maxima that the rules set, once all of them are gathered.
    fn raise<'r>(&mut self, rules: impl Iterator<Item = &'r Rule>, given: &Circumstances<'_>) {
        for rule in rules {
            let Effect::Raises(more) = &rule.effect else {
                continue;
            };
            let yet = Circumstances {
                yet_open: true,
                ..*given
            };
            if rule.bites(&yet) != Truth::False {
                self.may_rise.extend(more.rules.iter().cloned());
            }
            let open = match rule.bites(given) {
                Truth::False => continue,
                Truth::True => BTreeSet::new(),
                Truth::Unknown(facts) => facts,
            };
            for bound in self
                .limits
                .iter_mut()
                .filter(|b| more.rules.contains(&b.rule))
            {
                if open.is_empty() {
                    raise(bound, more, &rule.id);
                } else {
                    // The bound may be higher than it seems: it is no longer certain.
                    bound.if_known.extend(open.iter().cloned());
                }
            }
            self.duties.push(ground(rule, &open));
        }
    }

    /// A smallest figure above the largest leaves nothing that could be imposed.
    fn empty_range(&mut self) {
        let certain = |bound: &&Bound| bound.if_known.is_empty();
        let lasting = |bound: &&Bound| !self.may_rise.contains(&bound.rule);
        let highest = || self.limits.iter().filter(certain).filter(lasting);
        let clash = self.limits.iter().filter(certain).find_map(|low| {
            let least = low.at_least?;
            let too_low = |high: &&Bound| high.at_most.is_some_and(|most| most.is_below(least));
            Some([bound_ground(low), bound_ground(highest().find(too_low)?)])
        });
        for ground in clash.into_iter().flatten() {
            if !self.bars.contains(&ground) {
                self.bars.push(ground);
            }
        }
    }

    fn assessment(self, option: OptionId) -> Assessment {
        let finding = if !self.bars.is_empty() {
            Finding::NotCompetent
        } else if !self.awaits.is_empty() {
            Finding::Depends
        } else {
            Finding::Competent
        };
        let awaits = if finding == Finding::NotCompetent {
            Vec::new()
        } else {
            self.awaits
        };
        Assessment {
            option,
            finding,
            bars: self.bars,
            awaits,
            duties: self.duties,
            limits: self.limits,
        }
    }

    /// The rules that the part breaks. What a breach turns on is waited for from then on.
    pub(crate) fn breaches(&mut self, part: &Part, law: &Competence) -> Vec<Breach> {
        let breach = |ground, finding, nearest| Breach {
            option: part.option.clone(),
            ground,
            finding,
            nearest,
            nearest_of: None,
        };
        let broken: Vec<&Bound> = self
            .limits
            .iter()
            .filter(|b| b.is_broken_by(part))
            .collect();
        // What a rule may forbid adds nothing to what it certainly forbids.
        let said_already = |bound: &Bound| {
            let mut same = broken.iter().filter(|other| other.rule == bound.rule);
            !bound.if_known.is_empty() && same.any(|other| other.if_known.is_empty())
        };
        let told: Vec<&Bound> = broken
            .iter()
            .filter(|bound| !said_already(bound))
            .copied()
            .collect();
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
        let open = self.turned_on(&told, law);
        for (rule, facts) in &open {
            self.turns_on(rule, facts);
        }
        let barred = std::mem::take(&mut self.bars)
            .into_iter()
            .map(|ground| breach(ground, Finding::NotCompetent, None));
        barred.chain(figures).collect()
    }

    /// What is not recorded on which it turns whether a figure breaks a bound: the facts of the
    /// bound, and the maximum that holds in its place where the bound does not.
    fn turned_on(&self, told: &[&Bound], law: &Competence) -> Vec<(RuleId, BTreeSet<FactId>)> {
        let (certain, open): (Vec<&Bound>, Vec<&Bound>) =
            told.iter().partition(|bound| bound.if_known.is_empty());
        let measures = |bound: &&Bound| bound.at_most.map(Measured::measure);
        let too_high: BTreeSet<_> = open.iter().filter_map(measures).collect();
        let settled: BTreeSet<_> = certain.iter().filter_map(measures).collect();
        let in_its_place = |fact: &FactId| {
            let measure = law.measure_of(fact);
            measure.is_some_and(|it| too_high.contains(&it) && !settled.contains(&it))
        };
        let known = open.iter().map(|bound| {
            let facts = bound.if_known.iter().cloned().collect();
            (bound.rule.clone(), facts)
        });
        let unstated = self
            .unstated
            .iter()
            .filter(|(_, fact)| in_its_place(fact))
            .map(|(rule, fact)| (rule.clone(), BTreeSet::from([fact.clone()])));
        known.chain(unstated).collect()
    }
}

fn ground(rule: &Rule, open: &BTreeSet<FactId>) -> Ground {
    Ground {
        rule: rule.id.clone(),
        says: rule.says.clone(),
        authority: rule.authority.clone(),
        would_change: rule.would_change.clone(),
        instead: rule.instead.clone(),
        if_known: open.iter().cloned().collect(),
        checked: rule.checked,
    }
}

fn bound_ground(bound: &Bound) -> Ground {
    Ground {
        rule: bound.rule.clone(),
        says: bound.says.clone(),
        authority: bound.authority.clone(),
        would_change: bound.would_change.clone(),
        instead: Vec::new(),
        if_known: bound.if_known.clone(),
        checked: bound.checked,
    }
}
