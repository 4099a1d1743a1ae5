//! The kinds of criminal court, as the statutes part their powers.

use serde::{Deserialize, Serialize};

/// A criminal court as the Criminal Procedure (Scotland) Act 1995 parts their powers (ss.3–7).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum CourtKind {
    /// The High Court of Justiciary.
    HighCourt,
    /// A sheriff sitting with a jury (solemn procedure).
    SheriffSolemn,
    /// A sheriff or summary sheriff sitting alone (summary procedure).
    SheriffSummary,
    /// A justice of the peace court.
    JusticeOfThePeace,
    /// The Sheriff Appeal Court.
    SheriffAppeal,
}

impl CourtKind {
    /// The name a person in court would use.
    pub fn name(self) -> &'static str {
        match self {
            Self::HighCourt => "High Court",
            Self::SheriffSolemn => "Sheriff court, solemn",
            Self::SheriffSummary => "Sheriff court, summary",
            Self::JusticeOfThePeace => "Justice of the peace court",
            Self::SheriffAppeal => "Sheriff Appeal Court",
        }
    }

    /// The code by which facts and rules name it.
    pub fn code(self) -> &'static str {
        match self {
            Self::HighCourt => "HC",
            Self::SheriffSolemn => "SO",
            Self::SheriffSummary => "SS",
            Self::JusticeOfThePeace => "JP",
            Self::SheriffAppeal => "SAC",
        }
    }
}
