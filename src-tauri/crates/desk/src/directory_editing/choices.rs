//! What an entry can name: every code that the edition declares, and the organisations.

use crate::{Act, Desk, EntryChoices, Fault};

impl Desk {
    /// Every code of every list, and the organisations of the edition and of this office.
    pub fn entry_choices(&self) -> Result<EntryChoices, Fault> {
        self.leave(Act::ReadEntryChoices, &[])?;
        let mut organisations = self.organisation_rows()?;
        organisations.sort_by_cached_key(|row| row.organisation.name.to_lowercase());
        Ok(EntryChoices {
            codes: self.edition.code_lists.clone(),
            organisations,
        })
    }
}
