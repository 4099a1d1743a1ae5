//! What the law says of one option on the facts of one case.

use serde::{Deserialize, Serialize};

use crate::{Checked, FactId, Measured, OptionId, PartInWeek, RuleId};

/// Whether an option is competent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// Lawful for this court, person, charge and date, so far as the edition's rules go.
    Competent,
    /// It turns on something that is not recorded, or on a paper that is not there yet.
    Depends,
    /// A rule shuts it out, whatever else may be recorded save an exception that the rule names.
    NotCompetent,
}

/// The finding on one option, with its reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Assessment {
    /// The option.
    pub option: OptionId,
    /// The finding.
    pub finding: Finding,
    /// The rules that shut it out: never empty for *not competent*, always empty otherwise.
    pub bars: Vec<Ground>,
    /// What it waits for: facts not recorded and papers not held. Never empty for *depends*.
    pub awaits: Vec<Awaited>,
    /// What the court has to do or say if it takes this option.
    pub duties: Vec<Ground>,
    /// The bounds of its figures.
    pub limits: Vec<Bound>,
}

impl Assessment {
    /// The ids of the rules that the finding rests on, each once, in order.
    pub fn rules(&self) -> Vec<&RuleId> {
        let barring = self.bars.iter().map(|ground| &ground.rule);
        let awaiting = self.awaits.iter().flat_map(|awaited| &awaited.rules);
        let mut rules: Vec<&RuleId> = Vec::new();
        for rule in barring.chain(awaiting) {
            if !rules.contains(&rule) {
                rules.push(rule);
            }
        }
        rules
    }
}

/// A rule that bites, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Ground {
    /// The rule.
    pub rule: RuleId,
    /// What it says.
    pub says: String,
    /// The provision that founds it.
    pub authority: String,
    /// What would have to be different.
    pub would_change: Option<String>,
    /// Options to look at in its place.
    pub instead: Vec<OptionId>,
    /// Facts on which it turns whether the rule applies at all; empty where it certainly does.
    pub if_known: Vec<FactId>,
    /// Whether the rule was checked.
    pub checked: Checked,
}

/// Something an option waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Awaited {
    /// The id of what is missing: a fact, or an entry of a list such as a kind of report.
    pub missing: String,
    /// The fact to record: itself, or the list that the entry belongs in.
    pub fact: FactId,
    /// The rules that ask for it.
    pub rules: Vec<RuleId>,
}

impl Awaited {
    /// Other rules ask for it too.
    pub(crate) fn also(&mut self, rules: Vec<RuleId>) {
        for rule in rules {
            if !self.rules.contains(&rule) {
                self.rules.push(rule);
            }
        }
    }
}

/// One bound of a figure, and the rule that sets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Bound {
    /// The rule.
    pub rule: RuleId,
    /// What it says.
    pub says: String,
    /// The provision that founds it.
    pub authority: String,
    /// What would have to be different.
    pub would_change: Option<String>,
    /// The smallest figure.
    pub at_least: Option<Measured>,
    /// The largest figure.
    pub at_most: Option<Measured>,
    /// Facts on which it turns whether the bound applies; empty where it certainly does.
    pub if_known: Vec<FactId>,
    /// Whether the rule was checked.
    pub checked: Checked,
}

/// A rule that a proposal breaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Breach {
    /// The part of the proposal.
    pub option: OptionId,
    /// The rule, in words.
    pub ground: Ground,
    /// Whether it is certain, or turns on what is not recorded or not held.
    pub finding: Finding,
    /// The figure nearest to the proposed one that all the rules allow, where there is one.
    pub nearest: Option<Measured>,
    /// What that is a figure of, where it is not the part itself: another part of the proposal, or
    /// an option to take in place of the part.
    pub nearest_of: Option<OptionId>,
}

/// What the law says of one proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ProposalFinding {
    /// The rules that it breaks.
    pub breaches: Vec<Breach>,
    /// What it waits for: facts not recorded and papers not held.
    pub awaits: Vec<Awaited>,
    /// What the court has to do or say if it takes it.
    pub duties: Vec<Ground>,
    /// What the week of the person says of its parts, where a week was put beside it.
    pub in_week: Vec<PartInWeek>,
}

impl ProposalFinding {
    /// Whether it is competent, breaks a rule, or may break one that turns on what is not recorded.
    ///
    /// Two things of the week that cannot both be kept break no rule by themselves: the court is to
    /// avoid it. A day that asks for more than the law allows does.
    pub fn finding(&self) -> Finding {
        let certain = |breach: &Breach| breach.finding == Finding::NotCompetent;
        if self.breaches.iter().any(certain) || self.in_week.iter().any(PartInWeek::breaks) {
            Finding::NotCompetent
        } else if self.breaches.is_empty() && self.awaits.is_empty() {
            Finding::Competent
        } else {
            Finding::Depends
        }
    }
}
