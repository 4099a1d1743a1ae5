//! What was done to an entry, and taking one change of it back.

use std::collections::BTreeSet;

use directory::{ChangeId, Deed, Entry, EntryChange, Kept, Origin, ServiceId, part_changes, parts};
use directory::{PartChange, Register};
use store::EntryParts;

use super::text::bad;
use super::{changed_here, fields_of};
use crate::{Act, Desk, Fault, HistoryLine, ServicePage};

/// Parts that move with every change: they stand in nobody's way.
const MOVE_WITH_EVERY_CHANGE: [&str; 2] = ["/kept/changed-at", "/origin"];

impl Desk {
    /// What was done to an entry, the newest first.
    pub fn service_history(&self, id: &ServiceId) -> Result<Vec<HistoryLine>, Fault> {
        self.leave(Act::ReadServiceHistory, &[])?;
        let changes = self.store.directory_history(id)?;
        if changes.is_empty() && self.register.entry(id).is_none() {
            return Err(Fault::NotFound);
        }
        let mut later = Later::default();
        let mut lines = Vec::new();
        for change in changes {
            let can_be_taken_back = self.undone(&change, &later)?.is_some();
            later.add(&change)?;
            lines.push(HistoryLine {
                id: change.id,
                deed: change.deed,
                at: change.at,
                parts: told(&change, &self.register),
                by: change.by,
                can_be_taken_back,
            });
        }
        Ok(lines)
    }

    /// Takes one change back, where nothing changed the same parts after it. Of an entry that is
    /// thereby taken away again there is no page.
    pub fn take_back_change(&mut self, change: ChangeId) -> Result<ServicePage, Fault> {
        let mut audit = self.leave(Act::TakeBackChange, &[])?;
        let wanted = self.store.directory_change(change)?;
        let id = wanted.ok_or(Fault::NotFound)?.service;
        let mut later = Later::default();
        let mut undone = None;
        for made in self.store.directory_history(&id)? {
            if made.id == change {
                undone = self.undone(&made, &later)?;
                break;
            }
            later.add(&made)?;
        }
        let Undone { after } = undone.ok_or_else(|| bad("change"))?;
        let before = self.register.entry(&id).cloned();
        let change = self.a_change(Deed::TakenBack, before, after)?;
        audit.records = vec![id.0.clone(), change.id.0.to_string()];
        audit.fields = fields_of(&change)?;
        self.apply_directory_changes(vec![change], None, &audit)?;
        self.service_page(&id)
    }

    /// The entry without a change, the later ones standing; none where one of them is in the way.
    fn undone(&self, change: &EntryChange, later: &Later) -> Result<Option<Undone>, Fault> {
        let current = self.register.entry(&change.service);
        match (&change.before, &change.after) {
            (Some(before), Some(after)) => {
                let parts = turning_back(after, before)?;
                let (Some(current), true) = (current, later.leaves(&parts)) else {
                    return Ok(None);
                };
                let entry = self.of_edition_again(parts.put_into(current)?);
                let stands = self.trial().hangs_together(&entry.service);
                Ok(stands.then_some(Undone { after: Some(entry) }))
            }
            (None, Some(_)) => {
                let alone = self.register.deliveries(&change.service).next().is_none();
                let free = alone && later.none && current.is_some();
                Ok(free.then_some(Undone { after: None }))
            }
            (Some(before), None) => {
                let free = later.none && current.is_none();
                Ok(free.then(|| Undone {
                    after: Some(before.clone()),
                }))
            }
            (None, None) => Ok(None),
        }
    }

    /// An entry of which nothing differs from the edition any more is the edition's again, and one of
    /// which something does is no longer as it stands there.
    fn of_edition_again(&self, entry: Entry) -> Entry {
        let kept = Kept {
            changed_at: None,
            ..entry.kept.clone()
        };
        let mut services = self.edition.services.iter();
        let same = kept == Kept::default() && services.any(|service| *service == entry.service);
        let came_from_it = matches!(entry.origin, Origin::Edition | Origin::Changed);
        match (came_from_it, same) {
            (true, true) => Entry::of_edition(entry.service),
            (true, false) => changed_here(entry),
            (false, _) => entry,
        }
    }
}

/// An entry without a change; none where it is then taken away again.
struct Undone {
    after: Option<Entry>,
}

/// The parts that were changed after a change.
struct Later {
    parts: BTreeSet<String>,
    none: bool,
}

impl Default for Later {
    fn default() -> Self {
        Self {
            parts: BTreeSet::new(),
            none: true,
        }
    }
}

impl Later {
    fn add(&mut self, change: &EntryChange) -> Result<(), Fault> {
        self.none = false;
        if let (Some(before), Some(after)) = (&change.before, &change.after) {
            let parts = turning_back(after, before)?;
            self.parts
                .extend(parts.names().into_iter().map(str::to_owned));
        }
        Ok(())
    }

    fn leaves(&self, parts: &EntryParts) -> bool {
        parts
            .names()
            .into_iter()
            .all(|part| !self.parts.contains(part))
    }
}

fn turning_back(after: &Entry, before: &Entry) -> Result<EntryParts, Fault> {
    let parts = EntryParts::that_turn(after, before)?;
    Ok(parts.without(&MOVE_WITH_EVERY_CHANGE))
}

/// What a change changed, in words. Of an entry that was not there before, all that it says.
fn told(change: &EntryChange, register: &Register) -> Vec<PartChange> {
    match (&change.before, &change.after) {
        (Some(before), Some(after)) => part_changes(before, after, register),
        (None, Some(entry)) => said(entry, register)
            .map(|(part, after)| PartChange {
                part,
                before: String::new(),
                after,
            })
            .collect(),
        (Some(entry), None) => said(entry, register)
            .map(|(part, before)| PartChange {
                part,
                before,
                after: String::new(),
            })
            .collect(),
        (None, None) => Vec::new(),
    }
}

fn said(entry: &Entry, register: &Register) -> impl Iterator<Item = (String, String)> {
    let parts = parts(entry, register).into_iter();
    parts
        .filter(|(_, words)| !words.is_empty())
        .map(|(part, words)| (part.name().to_owned(), words))
}
