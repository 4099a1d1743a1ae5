//! The law of competence of one edition, and putting the facts of a case to it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::condition::Circumstances;
use crate::trial::Trial;
use crate::{
    Assessment, Contradiction, Fact, FactId, Facts, FigureFault, Meaning, MenuOption, Proposal,
    ProposalFinding, Rule, Truth,
};

/// Every fact that may be recorded, every meaning that changes and every rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Competence {
    /// The facts, in the order in which a person is asked for them.
    pub facts: Vec<Fact>,
    /// The words of the law with more than one meaning.
    pub meanings: Vec<Meaning>,
    /// The facts that cannot stand together.
    pub contradictions: Vec<Contradiction>,
    /// The rules, in the edition's order.
    pub rules: Vec<Rule>,
}

impl Competence {
    /// The declaration of a fact.
    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == *id)
    }

    /// Says of an option whether it is competent for the facts, taking the law as it stood `as_at`:
    /// by which rules it is not, or which facts it turns on.
    ///
    /// Every rule that bites comes back, not the first.
    pub fn assess(&self, option: &MenuOption, facts: &Facts, as_at: NaiveDate) -> Assessment {
        let facts = facts.with_what_follows(as_at);
        Trial::of(self, &self.circumstances(&facts, None, as_at)).assess(option)
    }

    /// Assesses each option in turn; the facts are prepared once.
    pub fn assess_all<'o>(
        &self,
        options: impl IntoIterator<Item = &'o MenuOption>,
        facts: &Facts,
        as_at: NaiveDate,
    ) -> Vec<Assessment> {
        let facts = facts.with_what_follows(as_at);
        let given = self.circumstances(&facts, None, as_at);
        let trial = Trial::of(self, &given);
        options
            .into_iter()
            .map(|option| trial.assess(option))
            .collect()
    }

    /// Tries this very proposal: every rule that it breaks, with the nearest competent figure where
    /// a figure is what breaks it, what it waits for, and what the court has to do or say if it
    /// takes it. `options` are those of the edition, for the courts and days of each part. Figures
    /// that its parts do not take are not passed over: they come back, and nothing is tried.
    pub fn try_proposal(
        &self,
        proposal: &Proposal,
        options: &[MenuOption],
        facts: &Facts,
        as_at: NaiveDate,
    ) -> Result<ProposalFinding, Vec<FigureFault>> {
        let faults = self.figure_faults(proposal);
        if !faults.is_empty() {
            return Err(faults);
        }
        let facts = facts.with_what_follows(as_at);
        let given = self.circumstances(&facts, Some(proposal), as_at);
        Ok(Trial::of(self, &given).try_proposal(proposal, options))
    }

    /// Gives the contradictions among the facts that are recorded.
    pub fn contradictions_in<'c>(
        &'c self,
        facts: &Facts,
        as_at: NaiveDate,
    ) -> Vec<&'c Contradiction> {
        let facts = facts.with_what_follows(as_at);
        let given = self.circumstances(&facts, None, as_at);
        let stands = |found: &&Contradiction| {
            Truth::all(found.when.iter().map(|part| part.holds(&given))) == Truth::True
        };
        self.contradictions.iter().filter(stands).collect()
    }

    fn circumstances<'c>(
        &'c self,
        facts: &'c Facts,
        proposal: Option<&'c Proposal>,
        as_at: NaiveDate,
    ) -> Circumstances<'c> {
        Circumstances {
            facts,
            meanings: &self.meanings,
            proposal,
            as_at,
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
