//! What an entry can name: codes, organisations, and the programmes it can deliver.

use directory::Area;

use crate::{Act, Desk, EntryChoices, FamilyChoice, Fault};

impl Desk {
    /// What an entry can name.
    pub fn entry_choices(&self) -> Result<EntryChoices, Fault> {
        self.leave(Act::ReadEntryChoices, &[])?;
        let mut organisations = self.organisation_rows()?;
        organisations.sort_by_cached_key(|row| row.organisation.name.to_lowercase());
        Ok(EntryChoices {
            codes: self.edition.code_lists.clone(),
            organisations,
            families: self.families(),
        })
    }

    /// The entries that are delivered by others, or are for all Scotland and could be. A search does
    /// not find them: there a family stands back behind its deliveries.
    fn families(&self) -> Vec<FamilyChoice> {
        let today = self.today_date();
        let register = &self.register;
        let heads = register.entries().iter().filter(|entry| {
            let national = entry.service.area == Area::National;
            let delivered = || register.deliveries(entry.id()).next().is_some();
            entry.service.parent.is_none() && (national || delivered())
        });
        let mut families: Vec<FamilyChoice> = heads
            .map(|entry| FamilyChoice {
                id: entry.id().clone(),
                name: entry.service.name.clone(),
                area_label: self.service_row(entry, today).area_label,
            })
            .collect();
        families.sort_by_cached_key(|family| family.name.to_lowercase());
        families
    }
}
