//! The codes that entries use, and the words for them.

use serde::{Deserialize, Serialize};

/// One code of one list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CodeListEntry {
    /// The list.
    pub list: String,
    /// The code.
    pub code: String,
    /// The words for it.
    pub label: String,
    /// What else a reader should know.
    #[serde(default)]
    pub note: Option<String>,
}
