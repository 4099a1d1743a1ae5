//! The stages of a case at which a bail option may be used.

use serde::{Deserialize, Serialize};

/// A stage of a case, as `bail` content and the bail screen name them.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Arrested and not charged.
    Arrested,
    /// Charged, before the first court date.
    Charged,
    /// The first appearance in court.
    FirstAppearance,
    /// Later, before a verdict.
    BeforeVerdict,
    /// After conviction and before sentence.
    BeforeSentence,
    /// An alleged breach of a court order.
    BreachOfOrder,
    /// An appeal is pending.
    AppealPending,
}

impl Stage {
    /// The name shown beside an option.
    pub fn name(self) -> &'static str {
        match self {
            Self::Arrested => "Arrested, not charged",
            Self::Charged => "Charged, before court",
            Self::FirstAppearance => "First appearance",
            Self::BeforeVerdict => "Before verdict",
            Self::BeforeSentence => "Before sentence",
            Self::BreachOfOrder => "Alleged breach of an order",
            Self::AppealPending => "Appeal pending",
        }
    }

    /// The code by which facts and rules name it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Arrested => "ARR",
            Self::Charged => "CHG",
            Self::FirstAppearance => "FIRST",
            Self::BeforeVerdict => "PRE",
            Self::BeforeSentence => "SENT",
            Self::BreachOfOrder => "ORD",
            Self::AppealPending => "APP",
        }
    }
}
