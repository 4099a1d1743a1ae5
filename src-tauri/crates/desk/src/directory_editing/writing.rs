//! The one way in which the directory changes: in the store, and then at the desk.

use std::ops::ControlFlow;

use directory::{ChangeId, Deed, Entry, EntryChange, OrganisationChange, Origin, ServiceId};
use serde::Serialize;
use store::{AuditEntry, CarriedChange, DirectoryBatch, TakingIn};
use uuid::Uuid;

use crate::{Desk, Fault};

impl Desk {
    /// How often an entry was changed here: what a change of it names.
    pub(crate) fn directory_rev(&self, id: &ServiceId) -> Result<u32, Fault> {
        Ok(self.store.directory_rev(id)?)
    }

    /// Writes changes of the directory with the file that brought them, all or nothing, and then
    /// changes the register. Whenever a part changed, the entry's own time of change moves with it.
    pub(crate) fn apply_directory_changes(
        &mut self,
        changes: Vec<EntryChange>,
        batch: Option<&DirectoryBatch>,
        audit: &AuditEntry,
    ) -> Result<(), Fault> {
        let changes = timed(changes);
        self.store.put_directory_changes(&changes, batch, audit)?;
        self.show(changes);
        Ok(())
    }

    /// Does the same for a file, watched. False where the watch broke it off, and nothing changed.
    pub(crate) fn take_in_changes(
        &mut self,
        changes: Vec<EntryChange>,
        carried: &[CarriedChange],
        batch: &DirectoryBatch,
        audit: &AuditEntry,
        watch: &mut dyn FnMut(usize) -> ControlFlow<()>,
    ) -> Result<bool, Fault> {
        let changes = timed(changes);
        let taking = TakingIn {
            changes: &changes,
            carried,
            batch,
        };
        match self.store.take_in_batch(&taking, audit, watch) {
            Ok(()) => {
                self.show(changes);
                Ok(true)
            }
            Err(store::Error::Cancelled) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Takes a file back with the changes that do so, all or nothing, and then changes the register.
    pub(crate) fn take_back_batch(
        &mut self,
        batch: Uuid,
        changes: Vec<EntryChange>,
        audit: &AuditEntry,
    ) -> Result<(), Fault> {
        let changes = timed(changes);
        let organisations = self.organisations_taken_back(batch, &changes)?;
        self.store
            .mark_batch_taken_back(batch, &changes, &organisations, audit)?;
        self.show(changes);
        self.show_organisations(organisations);
        Ok(())
    }

    /// Writes what a local edition brings with the setting that says it is installed, all or nothing,
    /// and then changes the register.
    pub(crate) fn apply_local_edition<T: Serialize>(
        &mut self,
        organisations: Vec<OrganisationChange>,
        changes: Vec<EntryChange>,
        batch: &DirectoryBatch,
        installed: (&str, &T),
        audit: &AuditEntry,
    ) -> Result<(), Fault> {
        let changes = timed(changes);
        self.store
            .put_local_edition(&organisations, &changes, batch, installed, audit)?;
        self.show_organisations(organisations);
        self.show(changes);
        Ok(())
    }

    /// A change of an entry by the signed-in person, now.
    pub(crate) fn a_change(
        &self,
        deed: Deed,
        before: Option<Entry>,
        after: Option<Entry>,
    ) -> Result<EntryChange, Fault> {
        let service = before.as_ref().or(after.as_ref()).map(Entry::id).cloned();
        Ok(EntryChange {
            id: ChangeId(self.surroundings.new_id()),
            service: service.ok_or(Fault::Unforeseen)?,
            deed,
            at: self.now(),
            by: self.by(),
            before,
            after,
        })
    }

    /// The signed-in person, by name and post.
    pub(crate) fn by(&self) -> String {
        let author = &self.session.profile.author;
        match author.role.trim() {
            "" => author.name.clone(),
            post => format!("{}, {post}", author.name),
        }
    }

    fn show(&mut self, changes: Vec<EntryChange>) {
        // What was put into words no longer says what stands.
        self.printed.take();
        for change in changes {
            match change.after {
                Some(entry) if entry.origin == Origin::Edition => {
                    self.show_edition(&change.service);
                }
                Some(entry) => {
                    self.register.put(entry);
                }
                None => {
                    self.register.remove(&change.service);
                }
            }
        }
    }

    /// An entry that was given back to the edition follows it.
    fn show_edition(&mut self, id: &ServiceId) {
        let services = &self.edition.services;
        if let Some(service) = services.iter().find(|service| service.id == *id) {
            self.register.put(Entry::of_edition(service.clone()));
        }
    }
}

fn timed(mut changes: Vec<EntryChange>) -> Vec<EntryChange> {
    for change in &mut changes {
        let Some(after) = &mut change.after else {
            continue;
        };
        let same = change
            .before
            .as_ref()
            .is_some_and(|before| before.service == after.service && before.kept == after.kept);
        if !same && after.origin != Origin::Edition {
            after.kept.changed_at = Some(change.at);
        }
    }
    changes
}
