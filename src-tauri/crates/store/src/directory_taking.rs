//! Taking a file into the directory: thousands of entries in one transaction, watched.

use std::ops::ControlFlow;

use directory::EntryChange;

use crate::audit::append;
use crate::{
    AuditEntry, CarriedChange, DirectoryBatch, Error, Store, directory_batch, directory_carried,
    directory_entries,
};

/// What a file brings.
#[derive(Clone, Copy, Debug)]
pub struct TakingIn<'a> {
    /// The changes of entries.
    pub changes: &'a [EntryChange],
    /// What it says beside entries, in place of what was carried before.
    pub carried: &'a [CarriedChange],
    /// The file.
    pub batch: &'a DirectoryBatch,
}

impl Store {
    /// Writes what a file brings, with the file, all or nothing.
    ///
    /// `watch` is told how many are written so far, from none to all, and says whether to go on.
    /// Where it does not, nothing is written and it is [`Error::Cancelled`]. A change is refused as
    /// [`Store::put_directory_changes`] refuses it.
    pub fn take_in_batch(
        &mut self,
        taking: &TakingIn<'_>,
        audit: &AuditEntry,
        watch: &mut dyn FnMut(usize) -> ControlFlow<()>,
    ) -> Result<(), Error> {
        let mut go_on = |done| match watch(done) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Error::Cancelled),
        };
        let TakingIn {
            changes,
            carried,
            batch,
        } = *taking;
        self.write(|tx| {
            directory_batch::insert(tx, batch)?;
            for (done, change) in changes.iter().enumerate() {
                go_on(done)?;
                directory_entries::put_all(tx, std::slice::from_ref(change), Some(batch))?;
            }
            directory_carried::put_all(tx, carried, batch)?;
            go_on(changes.len())?;
            append(tx, audit)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use directory::{Deed, Entry, Origin};
    use uuid::Uuid;

    use crate::fixture::{a_change, a_service, a_store, an_entry, at};

    fn a_batch() -> DirectoryBatch {
        DirectoryBatch {
            id: Uuid::from_u128(1),
            file: "list.csv".into(),
            digest: "0".repeat(64),
            licence: None,
            at: at(0),
            entries: 0,
            taken_back: false,
        }
    }

    fn brought(number: u32) -> EntryChange {
        let entry = Entry {
            origin: Origin::Here,
            ..Entry::of_edition(a_service(&format!("here-{number}"), "A service"))
        };
        a_change(u128::from(number) + 1, Deed::Imported, None, Some(&entry))
    }

    #[test]
    fn the_watch_is_told_of_each_change_from_none_to_all() {
        let mut store = a_store();
        let changes: Vec<EntryChange> = (0..4).map(brought).collect();
        let mut told = Vec::new();

        store
            .take_in_batch(
                &TakingIn {
                    changes: &changes,
                    carried: &[],
                    batch: &a_batch(),
                },
                &an_entry("directory.import"),
                &mut |done| {
                    told.push(done);
                    ControlFlow::Continue(())
                },
            )
            .unwrap();

        assert_eq!(told, [0, 1, 2, 3, 4]);
        assert_eq!(store.directory_entries().unwrap().len(), 4);
        assert_eq!(store.directory_batches().unwrap()[0].entries, 4);
    }

    #[test]
    fn a_watch_that_breaks_off_anywhere_leaves_nothing_written() {
        let changes: Vec<EntryChange> = (0..4).map(brought).collect();
        for last in 0..=4 {
            let mut store = a_store();

            let cancelled = store.take_in_batch(
                &TakingIn {
                    changes: &changes,
                    carried: &[],
                    batch: &a_batch(),
                },
                &an_entry("directory.import"),
                &mut |done| {
                    if done == last {
                        ControlFlow::Break(())
                    } else {
                        ControlFlow::Continue(())
                    }
                },
            );

            assert_eq!(cancelled, Err(Error::Cancelled), "at {last}");
            assert_eq!(store.directory_entries(), Ok(Vec::new()), "at {last}");
            assert_eq!(store.directory_batches(), Ok(Vec::new()), "at {last}");
            assert_eq!(store.audit(1, u32::MAX).unwrap(), [], "at {last}");
        }
    }
}
