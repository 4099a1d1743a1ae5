//! The words that people use for what the directory calls by other words.

use serde::{Deserialize, Serialize};

/// A word or phrase that people type, and the words that the directory uses for it. It helps to
/// find an entry; it says nothing of whom an entry takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct EverydayWord {
    /// What people type.
    pub word: String,
    /// What the directory says: each a word, or words that all stand in an entry.
    pub means: Vec<String>,
}
