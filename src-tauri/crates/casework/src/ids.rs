//! The ids of records. Each is a `UUIDv7` with its own type, so that one cannot stand for another.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! record_id {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
            specta::Type,
        )]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

record_id! {
    /// Names a case.
    CaseId,
    /// Names a draft, and the report it becomes.
    ReportId,
    /// Names a conference.
    ConferenceId,
    /// Names a paper of a conference.
    PaperId,
    /// Names a built pack or another issued document.
    IssueId,
    /// Names a user of the store.
    UserId,
}

/// How often a record has been written. A write names the revision it saw.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct Rev(pub u32);

impl Rev {
    /// The revision of a record just made.
    pub const FIRST: Self = Self(1);

    /// The revision after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}
