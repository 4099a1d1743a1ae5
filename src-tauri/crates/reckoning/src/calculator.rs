//! A calculator, as the page and the command line show it.

use law::{Checked, Fact};
use serde::{Deserialize, Serialize};

/// The id of a calculator, in kebab case, never reused.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct CalculatorId(pub String);

/// What a calculator is for and what it asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Calculator {
    /// Its id.
    pub id: CalculatorId,
    /// Its name, in sentence case.
    pub title: String,
    /// What a person might type for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it answers, in a sentence.
    pub what: String,
    /// What it asks, in order. A fact of the law keeps its id, so that what is recorded of a case
    /// need not be typed again; an input of its own begins with the calculator's id.
    #[serde(default, rename = "input")]
    pub inputs: Vec<Fact>,
    /// The provision that founds it.
    pub authority: String,
    /// Whether its table or rule was checked.
    pub checked: Checked,
}
