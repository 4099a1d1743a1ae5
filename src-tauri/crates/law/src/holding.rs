//! Putting conditions to the facts of a case outside a rule: a calculator asks as a rule does.

use chrono::NaiveDate;

use crate::condition::Circumstances;
use crate::{Competence, Condition, Facts, Truth};

impl Competence {
    /// Whether all the conditions hold on the facts, taking the law as it stood `as_at`; or on which
    /// facts that turns. Conditions on a proposal never hold, as there is none.
    pub fn holds(&self, conditions: &[Condition], facts: &Facts, as_at: NaiveDate) -> Truth {
        let facts = facts.with_what_follows(as_at);
        let given = Circumstances {
            facts: &facts,
            meanings: &self.meanings,
            proposal: None,
            as_at,
        };
        Truth::all(conditions.iter().map(|condition| condition.holds(&given)))
    }
}
