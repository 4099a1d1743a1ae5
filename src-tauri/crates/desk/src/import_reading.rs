//! Reading a file that somebody brings: what it holds, and what it would do. Nothing of it reaches
//! the directory here.

use std::collections::BTreeSet;

use directory::PartChange;
use exchange::{Batch, MatchedBy, Opened, Reading, Refusal, RowFault};
use law::OptionId;

use crate::desk::digest;
use crate::import_plan::{Planned, Standing};
use crate::{Act, ColumnChoice, Desk, Fault, ImportFault, ImportLine, ImportPreview};

/// How many faults and how many entries are shown at first.
const SHOWN: usize = 200;

/// A file that was opened and waits to be taken. Only the last one is held.
pub(crate) struct HeldImport {
    pub token: u32,
    pub file: String,
    pub digest: String,
    opened: Opened,
    columns: Option<Vec<(String, Option<String>)>>,
    /// Whether the contacts of open data are taken in too.
    contacts: bool,
}

/// The setting that remembers the columns of files with the same headings.
fn setting(headings: &[String]) -> String {
    let digest = digest(headings.join("\u{1F}").as_bytes());
    format!("import-columns-{digest}")
}

impl Desk {
    /// Whether the person may bring a file. It is asked before the file is opened, which is done
    /// elsewhere: a stranger's bytes are not parsed at the desk.
    pub fn may_read_import(&self) -> Result<(), Fault> {
        self.leave(Act::ReadImport, &[]).map(drop)
    }

    /// Says what a file would do, from what was found in it when it was opened. Nothing reaches the
    /// directory.
    pub fn read_import(
        &mut self,
        name: &str,
        bytes: &[u8],
        opened: Result<Opened, Refusal>,
    ) -> Result<ImportPreview, Fault> {
        self.leave(Act::ReadImport, &[])?;
        self.last_import = self.last_import.wrapping_add(1);
        self.held_import = None;
        let opened = match opened {
            Ok(opened) => opened,
            Err(refusal) => return Ok(self.refused(name, digest(bytes), refusal)),
        };
        let columns = match opened.headings() {
            [] => None,
            headings => self.store.setting(&setting(headings))?,
        };
        let held = HeldImport {
            token: self.last_import,
            file: name.to_owned(),
            digest: digest(bytes),
            opened,
            columns,
            contacts: false,
        };
        self.preview(held)
    }

    /// Reads a held file again as the person chose: with other columns, which are remembered for the
    /// next like it, and with or without the contacts of open data, which nothing remembers.
    pub fn choose_columns(
        &mut self,
        token: u32,
        columns: &[ColumnChoice],
        contacts: bool,
    ) -> Result<ImportPreview, Fault> {
        self.leave(Act::ChooseColumns, &[])?;
        let mut held = self
            .held_import
            .take_if(|held| held.token == token)
            .ok_or(Fault::NotFound)?;
        let chosen = columns
            .iter()
            .map(|choice| (choice.heading.clone(), choice.part.clone()));
        let chosen: Vec<(String, Option<String>)> = chosen.collect();
        let known = chosen.iter().all(|(heading, part)| {
            let part = part.as_deref();
            held.opened.headings().contains(heading)
                && part
                    .is_none_or(|part| exchange::COLUMNS.iter().any(|known| known.heading == part))
        });
        if !known {
            self.held_import = Some(held);
            return Err(Fault::BadInput {
                field: "columns".into(),
            });
        }
        if !held.opened.headings().is_empty() {
            self.store
                .set_setting(&setting(held.opened.headings()), &chosen)?;
            held.columns = Some(chosen);
        }
        held.contacts = contacts;
        self.preview(held)
    }

    /// A held file, judged against the directory as it stands now.
    pub(crate) fn judged(&self, held: &HeldImport) -> Result<Batch, Refusal> {
        let options: BTreeSet<OptionId> = self
            .edition
            .options
            .iter()
            .map(|option| option.id.clone())
            .collect();
        let reading = Reading {
            name: &held.file,
            windows_1252: false,
            columns: held.columns.as_deref(),
            today: self.today_date(),
            contacts: held.contacts,
            options: &options,
        };
        exchange::judge(&held.opened, &reading, &self.register)
    }

    fn preview(&mut self, held: HeldImport) -> Result<ImportPreview, Fault> {
        let batch = match self.judged(&held) {
            Ok(batch) => batch,
            Err(refusal) => return Ok(self.refused(&held.file, held.digest, refusal)),
        };
        // An entry with a fault is shown with it, and not as it would stand.
        let planned = if batch.fault_count == 0 {
            self.plan(&batch, &held.file, true)?
        } else {
            Vec::new()
        };
        let mut beside_changed = 0;
        for (entry, incoming) in planned.iter().zip(&batch.entries) {
            let carried = incoming.carried.clone();
            beside_changed += u32::from(self.carried_change(entry, carried)?.is_some());
        }
        let preview = ImportPreview {
            beside_changed,
            ..self.shown(&held, batch, &planned)
        };
        self.held_import = Some(held);
        Ok(preview)
    }

    fn shown(&self, held: &HeldImport, batch: Batch, planned: &[Planned]) -> ImportPreview {
        let standing = |wanted| {
            let count = planned
                .iter()
                .filter(|entry| entry.standing == wanted)
                .count();
            u32::try_from(count).unwrap_or(u32::MAX)
        };
        let mut passed_over = batch.passed_over;
        passed_over.extend(contacts_that_stand(planned));
        let telling = planned
            .iter()
            .filter(|entry| entry.standing != Standing::Unchanged);
        ImportPreview {
            token: held.token,
            file: held.file.clone(),
            digest: held.digest.clone(),
            format: format_name(batch.format).to_owned(),
            licence: batch.licence,
            hidden: batch.hidden,
            columns: batch
                .columns
                .into_iter()
                .map(|(heading, part)| ColumnChoice { heading, part })
                .collect(),
            new: standing(Standing::New),
            changed: standing(Standing::Changed),
            unchanged: standing(Standing::Unchanged),
            conflicting: standing(Standing::Conflicting),
            fault_count: batch.fault_count,
            faults: batch
                .faults
                .into_iter()
                .take(SHOWN)
                .map(import_fault)
                .collect(),
            sample: telling.take(SHOWN).map(|entry| self.line(entry)).collect(),
            contacts: is_open_data(batch.format).then_some(held.contacts),
            passed_over,
            beside: batch.beside,
            beside_changed: 0,
        }
    }

    fn line(&self, entry: &Planned) -> ImportLine {
        let parts: Vec<PartChange> = match &entry.before {
            Some(before) => directory::part_changes(before, &entry.after, &self.register),
            None => directory::parts(&entry.after, &self.register)
                .into_iter()
                .filter(|(_, after)| !after.is_empty())
                .map(|(part, after)| PartChange {
                    part: part.name().to_owned(),
                    before: String::new(),
                    after,
                })
                .collect(),
        };
        let matches = entry.matches.as_ref();
        let resembles = entry.resembles.as_ref().map(|id| {
            format!(
                "The entry {} has the same name and the same area. This one comes in beside it.",
                id.0
            )
        });
        ImportLine {
            row: entry.row,
            name: entry.after.service.name.clone(),
            matches: matches.map(|(id, _)| id.clone()),
            matched_by: matches
                .map(|(_, by)| matched_by(*by).to_owned())
                .or(resembles),
            parts,
            conflicting: entry.standing == Standing::Conflicting,
        }
    }

    /// A file that was not read: its one fault, and nothing held.
    fn refused(&self, file: &str, digest: String, refusal: Refusal) -> ImportPreview {
        ImportPreview {
            token: self.last_import,
            file: file.to_owned(),
            digest,
            format: String::new(),
            licence: None,
            hidden: Vec::new(),
            columns: Vec::new(),
            new: 0,
            changed: 0,
            unchanged: 0,
            conflicting: 0,
            faults: vec![import_fault(refusal.0)],
            fault_count: 1,
            sample: Vec::new(),
            contacts: None,
            passed_over: Vec::new(),
            beside: Vec::new(),
            beside_changed: 0,
        }
    }
}

/// What is said of the contacts that a post here confirmed so lately that a file changes none.
fn contacts_that_stand(planned: &[Planned]) -> Option<String> {
    match planned.iter().filter(|entry| entry.contact_stands).count() {
        0 => None,
        1 => Some(
            "The contact of one entry is not taken in: a post here confirmed that entry in the \
             last three months, and what stands here stands."
                .to_owned(),
        ),
        many => Some(format!(
            "The contacts of {many} entries are not taken in: a post here confirmed those entries \
             in the last three months, and what stands here stands."
        )),
    }
}

fn import_fault(fault: RowFault) -> ImportFault {
    ImportFault {
        row: fault.row,
        column: fault.column,
        says: fault.says,
        offers: fault.offers,
    }
}

/// Whether it is open data, whose contacts a person chooses. Of a table, its columns say it.
pub(crate) fn is_open_data(format: exchange::Format) -> bool {
    match format {
        exchange::Format::Csv | exchange::Format::Xlsx => false,
        exchange::Format::HsdsJson | exchange::Format::HsdsPackage | exchange::Format::HsdsUk => {
            true
        }
    }
}

fn format_name(format: exchange::Format) -> &'static str {
    match format {
        exchange::Format::Csv => "csv",
        exchange::Format::Xlsx => "xlsx",
        exchange::Format::HsdsJson | exchange::Format::HsdsUk => "hsds-json",
        exchange::Format::HsdsPackage => "hsds-package",
    }
}

fn matched_by(by: MatchedBy) -> &'static str {
    match by {
        MatchedBy::Id => "It has the same id.",
        MatchedBy::ForeignId => "The feed knows it by the same id as before.",
        MatchedBy::ProviderAndName => "The same provider gives a service of this name.",
    }
}
