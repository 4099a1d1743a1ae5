//! Looking after the store.

use serde::Serialize;

use crate::{Act, Desk, Fault};

/// What a verification of the store found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct StoreVerdict {
    /// How many audit entries were followed.
    pub entries: u32,
    /// Whether pages, references and the audit chain are whole.
    pub sound: bool,
}

impl Desk {
    /// Verifies the store's pages, references and audit chain, and records that it did.
    pub fn verify_store(&mut self) -> Result<StoreVerdict, Fault> {
        let entry = self.leave(Act::VerifyStore, &[])?;
        let verdict = self.store.verify()?;
        self.store.record(&entry)?;
        Ok(StoreVerdict {
            entries: verdict.audit.as_ref().map_or(0, |audit| audit.entries),
            sound: verdict.is_sound(),
        })
    }
}
