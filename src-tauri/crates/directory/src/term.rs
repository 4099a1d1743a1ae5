//! The words and abbreviations of the field.

use serde::{Deserialize, Serialize};

/// One entry of the glossary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Term {
    /// The word or abbreviation.
    pub term: String,
    /// What an abbreviation stands for.
    pub expansion: Option<String>,
    /// What it means.
    pub meaning: String,
    /// Where it is used.
    pub jurisdiction: Option<String>,
    /// When it was used.
    pub era: Option<String>,
    /// Where the meaning was taken from.
    pub source: Option<String>,
}
