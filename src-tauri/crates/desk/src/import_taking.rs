//! Taking a file into the directory, all of it or nothing, and taking it back out.

use std::collections::BTreeSet;

use directory::{Deed, EntryChange, ServiceId};
use store::DirectoryBatch;
use uuid::Uuid;

use crate::import_plan::Standing;
use crate::{Act, Desk, Fault, ImportBatch, ImportTaken};

impl Desk {
    /// Takes a held file in, all of it or nothing. Where it changes what was changed here too, what
    /// is here stands unless `theirs` is set.
    pub fn take_import(&mut self, token: u32, theirs: bool) -> Result<ImportTaken, Fault> {
        let mut audit = self.leave(Act::TakeImport, &[])?;
        let held = self
            .held_import
            .take_if(|held| held.token == token)
            .ok_or(Fault::NotFound)?;
        let Some(batch) = self
            .judged(&held)
            .ok()
            .filter(|batch| batch.fault_count == 0)
        else {
            self.held_import = Some(held);
            return Err(Fault::BadInput {
                field: "file".into(),
            });
        };
        let planned = self.plan(&batch, &held.file, theirs)?;
        let mut counted = ImportTaken {
            batch: self.surroundings.new_id(),
            new: 0,
            changed: 0,
        };
        let mut changes = Vec::new();
        for entry in planned {
            if entry.before.as_ref() == Some(&entry.after) {
                continue;
            }
            match entry.standing {
                Standing::New => counted.new += 1,
                Standing::Changed | Standing::Conflicting | Standing::Unchanged => {
                    counted.changed += 1;
                }
            }
            changes.push(self.a_change(Deed::Imported, entry.before, Some(entry.after))?);
        }
        let kept = DirectoryBatch {
            id: counted.batch,
            file: held.file.clone(),
            digest: held.digest.clone(),
            licence: batch.licence,
            at: self.now(),
            entries: 0,
            taken_back: false,
        };
        audit.records = vec![counted.batch.to_string(), held.digest.clone()];
        let done = self.apply_directory_changes(changes, Some(&kept), &audit);
        if let Err(fault) = done {
            // The file is held still, to be tried again.
            self.held_import = Some(held);
            return Err(fault);
        }
        Ok(counted)
    }

    /// Takes a file back out, but for entries that were changed after it.
    pub fn undo_import(&mut self, batch: Uuid) -> Result<ImportTaken, Fault> {
        let mut audit = self.leave(Act::UndoImport, &[])?;
        let batches = self.store.directory_batches()?;
        if !batches
            .iter()
            .any(|held| held.id == batch && !held.taken_back)
        {
            return Err(Fault::NotFound);
        }
        let made = self.store.directory_batch_changes(batch)?;
        let untouched = made
            .into_iter()
            .filter(|change| self.register.entry(&change.service) == change.after.as_ref());
        let untouched: Vec<EntryChange> = untouched.collect();
        let going: BTreeSet<ServiceId> = untouched
            .iter()
            .filter(|change| change.before.is_none())
            .map(|change| change.service.clone())
            .collect();
        let mut taken = ImportTaken {
            batch,
            new: 0,
            changed: 0,
        };
        let mut changes = Vec::new();
        for change in untouched {
            if change.before.is_none() {
                // A family stays while a delivery of it does.
                let mut deliveries = self.register.deliveries(&change.service);
                if deliveries.any(|delivery| !going.contains(delivery.id())) {
                    continue;
                }
                taken.new += 1;
            } else {
                taken.changed += 1;
            }
            changes.push(self.a_change(Deed::TakenBack, change.after, change.before)?);
        }
        audit.records = vec![batch.to_string()];
        self.take_back_batch(batch, changes, &audit)?;
        Ok(taken)
    }

    /// The files that were taken in, the newest first.
    pub fn imports(&self) -> Result<Vec<ImportBatch>, Fault> {
        self.leave(Act::ListImports, &[])?;
        let batches = self.store.directory_batches()?.into_iter();
        let shown = batches.map(|batch| ImportBatch {
            batch: batch.id,
            file: batch.file,
            digest: batch.digest,
            at: batch.at,
            entries: batch.entries,
            taken_back: batch.taken_back,
        });
        Ok(shown.collect())
    }
}
