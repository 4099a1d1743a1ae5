//! Taking files into the directory, and writing it out.

use std::collections::BTreeSet;

use directory::{DirectorySearch, Entry, ServiceId};
use exchange::Carried;

use crate::{Act, Desk, ExportFormat, Exported, Fault};

impl Desk {
    /// What a search leaves, written in a format: its bytes, and what they do not carry. Contacts
    /// go out as open data only where a person chose it; our own table has them always. What open
    /// data said beside an entry goes out as open data again.
    pub fn export_directory(
        &mut self,
        search: &DirectorySearch,
        format: ExportFormat,
        contacts: bool,
    ) -> Result<(Exported, Vec<u8>), Fault> {
        let mut audit = self.leave(Act::ExportDirectory, &[])?;
        let whole = DirectorySearch {
            from: 0,
            limit: u32::MAX,
            ..search.clone()
        };
        let found = self.search_directory(&whole)?;
        let ids = found.rows.iter().map(|row| &row.service.id);
        let found: Vec<&Entry> = ids.filter_map(|id| self.register.entry(id)).collect();
        let entries = self.with_families(found);
        let (file, format) = match format {
            ExportFormat::Csv => ("directory.csv", exchange::Format::Csv),
            ExportFormat::Hsds => ("directory-hsds.json", exchange::Format::HsdsJson),
            ExportFormat::HsdsUk => ("directory-hsds-uk.json", exchange::Format::HsdsUk),
        };
        let mut failed = None;
        let mut carried = |id: &ServiceId| match self.store.directory_carried(id) {
            Ok(carried) => carried.map(Carried::from_text),
            Err(error) => {
                failed.get_or_insert(error);
                None
            }
        };
        let written =
            exchange::write_carrying(&entries, &self.register, format, contacts, &mut carried);
        if let Some(error) = failed {
            return Err(error.into());
        }
        let exported = Exported {
            file: file.to_owned(),
            count: u32::try_from(entries.len()).unwrap_or(u32::MAX),
            losses: written.losses,
        };
        audit.records = vec![file.to_owned()];
        self.store.record(&audit)?;
        Ok((exported, written.bytes))
    }

    /// Entries with the families that they deliver, which a search shows by their deliveries alone:
    /// without them a file would name families that it does not hold.
    fn with_families<'a>(&'a self, found: Vec<&'a Entry>) -> Vec<&'a Entry> {
        let mut held: BTreeSet<&ServiceId> = found.iter().map(|entry| entry.id()).collect();
        let parents = found
            .iter()
            .filter_map(|entry| entry.service.parent.as_ref());
        let families = parents.filter_map(|id| self.register.entry(id));
        let missing: Vec<&Entry> = families.filter(|family| held.insert(family.id())).collect();
        let mut entries = missing;
        entries.extend(found);
        entries
    }
}
