//! The files that were taken into the directory.

use chrono::{DateTime, Utc};
use directory::{EntryChange, OrganisationChange, ServiceId};
use rusqlite::{Row, Transaction, named_params};
use uuid::Uuid;

use crate::audit::append;
use crate::columns::{Columns, kept, millis};
use crate::failure::Failure;
use crate::{
    AuditEntry, Error, Store, directory_carried, directory_entries, directory_history,
    directory_organisation,
};

/// A file that was taken into the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectoryBatch {
    /// Names it.
    pub id: Uuid,
    /// The file's name.
    pub file: String,
    /// SHA-256 of the file, in hexadecimal.
    pub digest: String,
    /// The licence it names.
    pub licence: Option<String>,
    /// When it was taken in.
    pub at: DateTime<Utc>,
    /// How many entries it brought or changed: counted when it is read, and not looked at when it is
    /// put.
    pub entries: u32,
    /// Whether it was taken back. It is not when it is put.
    pub taken_back: bool,
}

impl Store {
    /// Gives the files that were taken in, the newest first.
    pub fn directory_batches(&self) -> Result<Vec<DirectoryBatch>, Error> {
        self.read(|store| {
            let mut statement = store.prepare_cached(
                "SELECT id, file, digest, licence, at, taken_back_at IS NOT NULL AS taken_back,
                   (SELECT count(*) FROM directory_change WHERE batch = directory_batch.id)
                     AS entries
                 FROM directory_batch ORDER BY at DESC, id DESC",
            )?;
            let batches = statement.query_map([], from_row)?;
            Ok(batches.collect::<Result<_, _>>()?)
        })
    }

    /// Gives the changes that a file brought, in the order in which they were made. Where an entry
    /// was changed after, the file's change is given as it was.
    pub fn directory_batch_changes(&self, batch: Uuid) -> Result<Vec<EntryChange>, Error> {
        self.read(|store| {
            let mut statement = store.prepare_cached(
                "SELECT service, rev FROM directory_change WHERE batch = :batch ORDER BY seq",
            )?;
            let made = statement
                .query_map(named_params! { ":batch": batch.to_string() }, |row| {
                    Ok((ServiceId(row.get("service")?), row.get("rev")?))
                })?;
            let mut changes = Vec::new();
            for made in made {
                let (service, rev) = made?;
                changes.extend(directory_history::at(store, &service, rev)?);
            }
            Ok(changes)
        })
    }

    /// Marks a file as taken back, with the changes that take it back, all or nothing. One that was
    /// taken back already is [`Error::ChangedMeanwhile`]. What was carried beside the entries before
    /// it is put back.
    pub fn mark_batch_taken_back(
        &mut self,
        batch: Uuid,
        changes: &[EntryChange],
        organisations: &[OrganisationChange],
        audit: &AuditEntry,
    ) -> Result<(), Error> {
        self.write(|tx| {
            directory_entries::put_all(tx, changes, None)?;
            directory_carried::take_back(tx, batch, changes)?;
            directory_organisation::put_all(tx, organisations, None)?;
            let marked = tx.execute(
                "UPDATE directory_batch SET taken_back_at = :at
                 WHERE id = :id AND taken_back_at IS NULL",
                named_params! { ":id": batch.to_string(), ":at": millis(audit.at) },
            )?;
            if marked == 0 {
                return Err(Error::ChangedMeanwhile.into());
            }
            append(tx, audit)
        })
    }
}

/// Writes a file that is taken in, in the transaction that writes its changes.
pub(crate) fn insert(tx: &Transaction<'_>, batch: &DirectoryBatch) -> Result<(), Failure> {
    let mut statement = tx.prepare_cached(
        "INSERT INTO directory_batch (id, file, digest, licence, at)
         VALUES (:id, :file, :digest, :licence, :at)",
    )?;
    statement.execute(named_params! {
        ":id": batch.id.to_string(),
        ":file": batch.file,
        ":digest": batch.digest,
        ":licence": batch.licence,
        ":at": millis(kept(batch.at)),
    })?;
    Ok(())
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<DirectoryBatch> {
    Ok(DirectoryBatch {
        id: row.uuid("id")?,
        file: row.get("file")?,
        digest: row.get("digest")?,
        licence: row.get("licence")?,
        at: row.instant("at")?,
        entries: row.get("entries")?,
        taken_back: row.get("taken_back")?,
    })
}
