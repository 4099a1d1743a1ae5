//! What changed in the content since the person last looked, and which drafts it touches.

mod comparing;
mod in_time;
mod printed;
mod service_words;
mod touched;

use casework::ReportId;
use chrono::NaiveDate;
use law::{Menu, OptionId};
use serde::Serialize;
use store::SeenEdition;

use self::comparing::{Differing, changed_entries, differing_keys};
use self::in_time::law_changes_between;
pub(crate) use self::printed::PrintedEdition;
use crate::{Act, Desk, Fault};

/// What changed since the person last looked.
#[derive(Clone, Debug, Default, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Changes {
    /// The edition last looked at; none where none was, and then nothing counts as changed.
    pub since: Option<String>,
    /// The day on which it was looked at.
    pub looked: Option<NaiveDate>,
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
    /// What changed since the person last looked. The first look ever is taken as having seen all.
    pub fn what_changed(&mut self) -> Result<Changes, Fault> {
        self.leave(Act::SeeChanges, &[])?;
        let today = self.today_date();
        let mut changes = Changes {
            now: self.edition.label.name.clone(),
            ..Changes::default()
        };
        let Some(seen) = self.store.edition_seen(self.session.profile.user)? else {
            self.take_as_seen()?;
            return Ok(changes);
        };
        let printed = self.printed()?;
        let dated = law_changes_between(&self.edition, seen.day, today);
        if seen.digest != printed.digest || !dated.is_empty() {
            let differing = self.differing(&seen, printed)?;
            let of = (&*self.edition, &self.register);
            changes.entries = changed_entries(&differing, printed, of, dated);
            changes.drafts = self.touched_drafts(&changes.entries)?;
        }
        changes.since = Some(seen.edition);
        changes.looked = Some(seen.day);
        Ok(changes)
    }

    /// Takes the edition as looked at: from now on, changes are counted from it.
    pub fn changes_seen(&mut self) -> Result<(), Fault> {
        self.leave(Act::ChangesSeen, &[])?;
        self.take_as_seen()
    }

    fn take_as_seen(&mut self) -> Result<(), Fault> {
        let seen = SeenEdition {
            edition: self.edition.label.name.clone(),
            day: self.today_date(),
            digest: self.printed()?.digest.clone(),
        };
        let user = self.session.profile.user;
        let printed = self.printed.get().ok_or(Fault::Unforeseen)?;
        let entries = printed.entries.iter();
        // One by one: the words of a large directory are not held all at once.
        let entries = entries.filter_map(|entry| entry.seen(&self.edition, &self.register));
        self.store.set_edition_seen(user, &seen, entries)?;
        Ok(())
    }

    /// The edition and the directory in words. They are put into words once, and again when the
    /// directory changes.
    fn printed(&self) -> Result<&PrintedEdition, Fault> {
        if let Some(printed) = self.printed.get() {
            return Ok(printed);
        }
        let printed = PrintedEdition::of(&self.edition, &self.register)?;
        Ok(self.printed.get_or_init(|| printed))
    }

    fn differing(&self, seen: &SeenEdition, now: &PrintedEdition) -> Result<Differing, Fault> {
        if seen.digest == now.digest {
            return Ok(Differing::default());
        }
        let user = self.session.profile.user;
        let (differ, added) = differing_keys(&self.store.digests_seen(user)?, now);
        let differ: Vec<&str> = differ.iter().map(String::as_str).collect();
        let before = comparing::read(self.store.bodies_seen(user, &differ)?)?;
        Ok(Differing { before, added })
    }
}
