//! Taking a file into the directory, all of it or nothing, and taking it back out.

use std::collections::BTreeSet;

use directory::{Deed, EntryChange, ServiceId};
use exchange::Carried;
use store::{AuditEntry, CarriedChange, DirectoryBatch};
use uuid::Uuid;

use crate::import_plan::{Planned, Standing};
use crate::import_reading::HeldImport;
use crate::{Act, Desk, Fault, ImportBatch, ImportProgress, ImportTaken, Watch};

impl Desk {
    /// Takes a held file in, all of it or nothing. Where it changes what was changed here too, what
    /// is here stands unless `theirs` is set.
    ///
    /// None where `watch` broke it off: nothing changed, and the file is held still, as it is after
    /// any fault, to be taken again.
    pub fn take_import(
        &mut self,
        token: u32,
        theirs: bool,
        watch: Watch<'_>,
    ) -> Result<Option<ImportTaken>, Fault> {
        let audit = self.leave(Act::TakeImport, &[])?;
        let held = self
            .held_import
            .take_if(|held| held.token == token)
            .ok_or(Fault::NotFound)?;
        let done = self.take_held(&held, theirs, audit, watch);
        if !matches!(done, Ok(Some(_))) {
            self.held_import = Some(held);
        }
        done
    }

    fn take_held(
        &mut self,
        held: &HeldImport,
        theirs: bool,
        mut audit: AuditEntry,
        watch: Watch<'_>,
    ) -> Result<Option<ImportTaken>, Fault> {
        let judged = self.judged(held).ok();
        let batch = judged.filter(|batch| batch.fault_count == 0);
        let batch = batch.ok_or_else(|| Fault::BadInput {
            field: "file".into(),
        })?;
        let planned = self.plan(&batch, &held.file, theirs)?;
        let mut counted = ImportTaken {
            batch: self.surroundings.new_id(),
            new: 0,
            changed: 0,
        };
        let mut changes = Vec::new();
        let mut carried = Vec::new();
        for (entry, incoming) in planned.into_iter().zip(batch.entries) {
            carried.extend(self.carried_change(&entry, incoming.carried)?);
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
        let of = count(changes.len());
        let mut watch = |done| {
            watch(ImportProgress {
                done: count(done),
                of,
            })
        };
        let taken = self.take_in_changes(changes, &carried, &kept, &audit, &mut watch)?;
        Ok(taken.then_some(counted))
    }

    /// What is carried beside an entry from now on, where open data says anything else of it than
    /// what is carried.
    pub(crate) fn carried_change(
        &self,
        planned: &Planned,
        carried: Option<Carried>,
    ) -> Result<Option<CarriedChange>, Fault> {
        let Some(carried) = carried else {
            return Ok(None);
        };
        let service = planned.after.id().clone();
        let before = self.store.directory_carried(&service)?;
        let before = before.map(Carried::from_text);
        let carried = carried.over(before.as_ref());
        let body = (!carried.is_nothing()).then(|| carried.as_text().to_owned());
        let held = before.as_ref().map(Carried::as_text);
        Ok((held != body.as_deref()).then_some(CarriedChange { service, body }))
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

fn count(entries: usize) -> u32 {
    u32::try_from(entries).unwrap_or(u32::MAX)
}
