//! What changed in the content since the person last looked, and which drafts it touches.

use casework::ReportId;
use law::{Menu, OptionId};
use serde::Serialize;

use crate::{Act, Desk, Fault};

/// What changed since the person last looked.
#[derive(Clone, Debug, Default, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Changes {
    /// The edition last looked at; none where none was, and then nothing counts as changed.
    pub since: Option<String>,
    /// The edition now.
    pub now: String,
    /// The entries that are new, changed or gone: options of both menus, their rules, services.
    pub entries: Vec<ChangedEntry>,
    /// Reports that are being written and name a changed option.
    pub drafts: Vec<TouchedDraft>,
}

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Became {
    /// It was added.
    Added,
    /// Its words, days or rules changed.
    Changed,
    /// It was taken out.
    Removed,
}

/// An entry that changed.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ChangedEntry {
    /// Its id.
    pub id: String,
    /// The menu it stands on; none for a service.
    pub menu: Option<Menu>,
    /// Its name.
    pub name: String,
    /// What became of it.
    pub became: Became,
    /// What changed in it, part by part; empty where all of it is new or gone.
    pub parts: Vec<ChangedPart>,
}

/// A part of an entry that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ChangedPart {
    /// The part, such as "Limits" or "Rule R-29".
    pub label: String,
    /// What it said.
    pub before: String,
    /// What it says.
    pub now: String,
}

/// A report that is being written and names a changed option.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct TouchedDraft {
    /// The report.
    pub report: ReportId,
    /// Whom it is about: SURNAME, Forenames.
    pub name: String,
    /// The form's short name.
    pub form: String,
    /// The changed options it names.
    pub options: Vec<OptionId>,
}

impl Desk {
    /// What changed since the person last looked.
    pub fn what_changed(&mut self) -> Result<Changes, Fault> {
        self.leave(Act::SeeChanges, &[])?;
        Ok(Changes::default())
    }

    /// Takes the edition as looked at: from now on, changes are counted from it.
    pub fn changes_seen(&mut self) -> Result<(), Fault> {
        self.leave(Act::ChangesSeen, &[])?;
        Ok(())
    }
}
