//! A calculator in the content: what it asks, what settles it at once, and how it reckons.

use law::{Checked, Competence, Condition, Fact, FactId};
use serde::{Deserialize, Serialize};

use crate::{Calculator, CalculatorId, Method};

/// A calculator as the content states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Entry {
    /// Its id.
    pub id: CalculatorId,
    /// Its name, in sentence case.
    pub title: String,
    /// What a person might type for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it answers, in a sentence.
    pub what: String,
    /// The ids of what it asks, in order: facts of the law, its own inputs, and those of another
    /// calculator.
    pub asks: Vec<FactId>,
    /// Its own inputs.
    #[serde(default, rename = "input")]
    pub inputs: Vec<Fact>,
    /// The provision that founds it.
    pub authority: String,
    /// Whether its table or rule was checked.
    pub checked: Checked,
    /// What turns the answer before anything is reckoned.
    #[serde(default, rename = "turn")]
    pub turns: Vec<Turn>,
    /// How it reckons.
    pub method: Method,
}

/// Circumstances in which there is nothing to reckon, or something to know beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Turn {
    /// What all must hold.
    pub when: Vec<Condition>,
    /// What follows.
    pub then: Outcome,
    /// Why, to the person reading.
    pub says: String,
    /// The provision.
    #[serde(default)]
    pub authority: Option<String>,
    /// Whether it was checked.
    pub checked: Checked,
}

/// What follows from a turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Outcome {
    /// The answer is known at once.
    Settles(Settled),
    /// There is no answer: what was entered is impossible, or no source covers it.
    Refuses,
    /// The reader is warned. Where the turn is not checked, the answers are not either.
    Cautions,
}

/// An answer that needs no reckoning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Settled {
    /// What it is.
    pub label: String,
    /// The answer.
    pub value: String,
}

impl Entry {
    /// The calculator as the page and the command line show it. The declaration of each input comes
    /// from where it stands: the law, here, or another calculator.
    pub fn calculator(&self, law: &Competence, others: &[Self]) -> Calculator {
        let inputs = self.asks.iter();
        Calculator {
            id: self.id.clone(),
            title: self.title.clone(),
            aliases: self.aliases.clone(),
            what: self.what.clone(),
            inputs: inputs.filter_map(|id| declared(id, law, others)).collect(),
            authority: self.authority.clone(),
            checked: self.checked,
        }
    }
}

/// The declaration of an input.
fn declared(id: &FactId, law: &Competence, entries: &[Entry]) -> Option<Fact> {
    let of_law = law.fact(id);
    let own = || {
        let mut all = entries.iter().flat_map(|entry| &entry.inputs);
        all.find(|fact| fact.id == *id)
    };
    of_law.or_else(own).cloned()
}
