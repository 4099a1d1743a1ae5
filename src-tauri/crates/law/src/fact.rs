//! What may be recorded about a case, as the rules of competence ask for it.

use serde::{Deserialize, Serialize};

/// The id of a fact: the key under which a facts file records it.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct FactId(pub String);

impl From<&str> for FactId {
    fn from(id: &str) -> Self {
        Self(id.to_owned())
    }
}

/// What kind of value a fact has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// Yes or no.
    Flag,
    /// An age.
    Age,
    /// A civil date.
    Date,
    /// A length of time.
    Term,
    /// A sum of money.
    Amount,
    /// A whole number, such as hours.
    Count,
    /// One of its choices.
    Choice,
    /// Any of its choices. Where the list is recorded, what is not in it is known to be absent.
    List,
}

/// One of the values that a choice or a list may have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FactChoice {
    /// Its id, as a facts file writes it.
    pub id: String,
    /// Its name on screen and paper.
    pub name: String,
    /// Other ids by which the law or a paper knows it.
    #[serde(default)]
    pub also: Vec<String>,
}

/// The declaration of a fact: the only description of it. The facts file, its schema, the facts
/// panel and the words for what is missing are all made from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Fact {
    /// Its id.
    pub id: FactId,
    /// The group it stands in on screen.
    pub group: String,
    /// What kind of value it has.
    pub kind: FactKind,
    /// Its label on screen.
    pub label: String,
    /// What to enter, where the label is not enough.
    #[serde(default)]
    pub help: Option<String>,
    /// The values of a choice or a list.
    #[serde(default, rename = "choice")]
    pub choices: Vec<FactChoice>,
}

impl Fact {
    /// The choice that goes by an id or one of its other ids, letters in either case.
    pub fn choice(&self, id: &str) -> Option<&FactChoice> {
        self.choices.iter().find(|choice| {
            choice.id.eq_ignore_ascii_case(id)
                || choice
                    .also
                    .iter()
                    .any(|other| other.eq_ignore_ascii_case(id))
        })
    }
}
