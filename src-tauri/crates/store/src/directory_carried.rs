//! What open data said beside the entries of the directory: kept by entry, read one at a time, and
//! never in memory as a whole.

use std::collections::BTreeSet;

use directory::{EntryChange, ServiceId};
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};
use uuid::Uuid;

use crate::failure::Failure;
use crate::{DirectoryBatch, Error, Store};

/// What is carried beside an entry from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedChange {
    /// The entry.
    pub service: ServiceId,
    /// The text; none where there is nothing more to carry.
    pub body: Option<String>,
}

impl Store {
    /// Gives what is carried beside an entry; none where nothing is.
    pub fn directory_carried(&self, service: &ServiceId) -> Result<Option<String>, Error> {
        self.read(|store| Ok(held(store, service)?.map(|held| held.body)))
    }
}

struct Held {
    batch: String,
    body: String,
}

fn held(connection: &Connection, service: &ServiceId) -> Result<Option<Held>, Failure> {
    let mut statement = connection
        .prepare_cached("SELECT batch, body FROM directory_carried WHERE service = :service")?;
    let held = statement.query_row(named_params! { ":service": service.0 }, |row| {
        Ok(Held {
            batch: row.get("batch")?,
            body: row.get("body")?,
        })
    });
    Ok(held.optional()?)
}

/// Writes what a file brings, with what was carried before it. What is carried already is no news.
pub(crate) fn put_all(
    tx: &Transaction<'_>,
    changes: &[CarriedChange],
    batch: &DirectoryBatch,
) -> Result<(), Failure> {
    let batch = batch.id.to_string();
    let mut keep = tx.prepare_cached(
        "INSERT INTO directory_carried_before (batch, service, body, of_batch)
         VALUES (:batch, :service, :body, :of_batch)
         ON CONFLICT (batch, service) DO NOTHING",
    )?;
    for CarriedChange { service, body } in changes {
        let before = held(tx, service)?;
        if before.as_ref().map(|held| &held.body) == body.as_ref() {
            continue;
        }
        keep.execute(named_params! {
            ":batch": batch,
            ":service": service.0,
            ":body": before.as_ref().map(|held| &held.body),
            ":of_batch": before.as_ref().map(|held| &held.batch),
        })?;
        write(
            tx,
            service,
            body.as_deref().map(|body| (body, batch.as_str())),
        )?;
    }
    Ok(())
}

/// Puts back what was carried before a file, but for entries that keep what the file said of them,
/// since they were changed after it, and for what a later file brought.
pub(crate) fn take_back(
    tx: &Transaction<'_>,
    batch: Uuid,
    changes: &[EntryChange],
) -> Result<(), Failure> {
    let batch = batch.to_string();
    let going: BTreeSet<&ServiceId> = changes.iter().map(|change| &change.service).collect();
    let mut statement = tx.prepare(
        "SELECT service, body, of_batch,
           EXISTS (SELECT 1 FROM directory_change
                   WHERE batch = directory_carried_before.batch
                     AND service = directory_carried_before.service) AS with_entry
         FROM directory_carried_before WHERE batch = :batch ORDER BY service",
    )?;
    let rows = statement.query_map(named_params! { ":batch": batch }, |row| {
        let body: Option<String> = row.get("body")?;
        let of_batch: Option<String> = row.get("of_batch")?;
        Ok((
            ServiceId(row.get("service")?),
            body.zip(of_batch),
            row.get::<_, bool>("with_entry")?,
        ))
    })?;
    for row in rows {
        let (service, before, with_entry) = row?;
        let stays = with_entry && !going.contains(&service);
        let later = held(tx, &service)?.is_some_and(|held| held.batch != batch);
        if !stays && !later {
            let before = before.as_ref();
            write(
                tx,
                &service,
                before.map(|(body, of)| (body.as_str(), of.as_str())),
            )?;
        }
    }
    Ok(())
}

/// An entry that is taken away loses what was carried beside it.
pub(crate) fn forget(tx: &Transaction<'_>, service: &ServiceId) -> Result<(), Failure> {
    write(tx, service, None)
}

fn write(
    tx: &Transaction<'_>,
    service: &ServiceId,
    body: Option<(&str, &str)>,
) -> Result<(), Failure> {
    let Some((body, batch)) = body else {
        let mut statement =
            tx.prepare_cached("DELETE FROM directory_carried WHERE service = :service")?;
        statement.execute(named_params! { ":service": service.0 })?;
        return Ok(());
    };
    let mut statement = tx.prepare_cached(
        "INSERT INTO directory_carried (service, batch, body) VALUES (:service, :batch, :body)
         ON CONFLICT (service) DO UPDATE SET batch = excluded.batch, body = excluded.body",
    )?;
    statement.execute(named_params! { ":service": service.0, ":batch": batch, ":body": body })?;
    Ok(())
}

#[cfg(test)]
mod tests;
