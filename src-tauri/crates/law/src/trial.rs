//! Trying options and proposals by the rules.

use std::collections::{BTreeMap, BTreeSet};

use crate::bounds::largest;
use crate::condition::Circumstances;
use crate::unstated::Unstated;
use crate::{
    Assessment, Awaited, Bound, Competence, Effect, FactId, Facts, Finding, Ground, Limit,
    MenuOption, OneOf, OptionId, Part, Proposal, ProposalFinding, Rule, RuleId, Truth,
};

/// The rules that are law on the day, laid ready by the option that they try.
pub(crate) struct Trial<'t> {
    law: &'t Competence,
    given: &'t Circumstances<'t>,
    rules: BTreeMap<&'t OptionId, Vec<&'t Rule>>,
}

/// What the rules say of one option, while it is gathered.
pub(crate) struct Gathered<'g> {
    law: &'g Competence,
    /// The part of the proposal that is tried, where one is.
    pub(crate) part: Option<&'g Part>,
    pub(crate) bars: Vec<Ground>,
    awaits: Vec<Awaited>,
    pub(crate) duties: Vec<Ground>,
    pub(crate) limits: Vec<Bound>,
    /// The largest figures that turn on what is not recorded.
    pub(crate) unstated: Vec<Unstated>,
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
        let mut gathered = Gathered::of(self.law, None);
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
            let breaches = gathered.breaches(part);
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
    ) -> Gathered<'p>
    where
        't: 'p,
    {
        let mut gathered = Gathered::of(self.law, Some(part));
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

impl<'g> Gathered<'g> {
    fn of(law: &'g Competence, part: Option<&'g Part>) -> Self {
        Self {
            law,
            part,
            bars: Vec::new(),
            awaits: Vec::new(),
            duties: Vec::new(),
            limits: Vec::new(),
            unstated: Vec::new(),
        }
    }

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

    pub(crate) fn turns_on(&mut self, rule: &RuleId, facts: &BTreeSet<FactId>) {
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
        if let Some(unstated) = Unstated::of(rule, limit, &open, given, self.law) {
            if at_most.is_none() {
                // There is no bound to show, but the rule may set one.
                self.duties.push(ground(rule, &unstated.facts));
            }
            self.unstated.push(unstated);
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

    /// A smallest figure above the largest leaves nothing that could be imposed. Where it turns on
    /// what is not recorded whether both of them hold, so does the option.
    fn empty_range(&mut self) {
        let mut open = Vec::new();
        let mut certain = None;
        for (low, least) in self.limits.iter().filter_map(|b| Some((b, b.at_least?))) {
            let too_low = |high: &&Bound| high.at_most.is_some_and(|most| most.is_below(least));
            for high in self.limits.iter().filter(too_low) {
                if low.if_known.is_empty() && high.if_known.is_empty() {
                    certain = certain.or(Some([bound_ground(low), bound_ground(high)]));
                } else {
                    let facts = low.if_known.iter().chain(&high.if_known).cloned();
                    open.push((high.rule.clone(), facts.collect()));
                }
            }
        }
        for ground in certain.into_iter().flatten() {
            if !self.bars.contains(&ground) {
                self.bars.push(ground);
            }
        }
        for (rule, facts) in &open {
            self.turns_on(rule, facts);
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
}

pub(crate) fn ground(rule: &Rule, open: &BTreeSet<FactId>) -> Ground {
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

pub(crate) fn bound_ground(bound: &Bound) -> Ground {
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
