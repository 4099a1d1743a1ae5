//! The editor's work list, and the letters that ask providers to confirm.

use directory::ServiceId;

use crate::{Act, Desk, Fault, Letter, WorkList, WorkListSearch};

impl Desk {
    /// The entries that are to be confirmed, the most overdue first.
    pub fn work_list(&self, search: &WorkListSearch) -> Result<WorkList, Fault> {
        self.leave(Act::ReadWorkList, &[])?;
        let _ = search;
        Err(Fault::NotFound)
    }

    /// Words that ask the provider of entries to confirm them.
    pub fn confirmation_letter(&self, ids: &[ServiceId]) -> Result<Letter, Fault> {
        self.leave(Act::WriteLetter, &[])?;
        let _ = ids;
        Err(Fault::NotFound)
    }
}
