//! The organisations that no edition names, and what was done to each.

use directory::{ChangeId, Deed, Organisation, OrganisationChange, OrganisationId};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params};
use serde::Serialize;
use uuid::Uuid;

use crate::audit::append;
use crate::columns::{Columns, from_json, json, millis, unreadable};
use crate::directory_batch::{self, DirectoryBatch};
use crate::directory_entries;
use crate::directory_history::{name_of, named};
use crate::failure::Failure;
use crate::{AuditEntry, Error, Store, setting};

/// An organisation as it stands here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldOrganisation {
    /// The organisation.
    pub organisation: Organisation,
    /// How often it was changed here.
    pub rev: u32,
}

impl Store {
    /// Gives the organisations that were written or brought here, in the order of their ids. One
    /// that was taken away again is left out.
    pub fn directory_organisations(&self) -> Result<Vec<HeldOrganisation>, Error> {
        self.read(|store| {
            let mut statement = store.prepare_cached(
                "SELECT body, rev FROM directory_organisation WHERE body IS NOT NULL ORDER BY id",
            )?;
            let held = statement.query_map([], |row| {
                Ok(HeldOrganisation {
                    organisation: row.json("body")?,
                    rev: row.get("rev")?,
                })
            })?;
            Ok(held.collect::<Result<_, _>>()?)
        })
    }

    /// Gives how often an organisation was changed here: 0 for one that never was.
    pub fn organisation_rev(&self, id: &OrganisationId) -> Result<u32, Error> {
        self.read(|store| Ok(held(store, id)?.map_or(0, |(rev, _)| rev)))
    }

    /// Gives what was done to an organisation, the newest first.
    pub fn organisation_history(
        &self,
        id: &OrganisationId,
    ) -> Result<Vec<OrganisationChange>, Error> {
        self.read(|store| {
            let mut statement = store.prepare_cached(
                "SELECT id, organisation, deed, at, by, before, after
                 FROM directory_organisation_change
                 WHERE organisation = :organisation ORDER BY rev DESC",
            )?;
            let made = statement.query_map(named_params! { ":organisation": id.0 }, from_row)?;
            Ok(made.collect::<Result<_, _>>()?)
        })
    }

    /// Gives a change of an organisation by its id; none where there is none.
    pub fn organisation_change(&self, id: ChangeId) -> Result<Option<OrganisationChange>, Error> {
        self.read(|store| {
            let mut statement = store.prepare_cached(
                "SELECT id, organisation, deed, at, by, before, after
                 FROM directory_organisation_change WHERE id = :id",
            )?;
            let made = statement.query_row(named_params! { ":id": id.0.to_string() }, from_row);
            Ok(made.optional()?)
        })
    }

    /// Gives the changes of organisations that a file brought, in the order in which they were made.
    pub fn organisations_of_batch(&self, batch: Uuid) -> Result<Vec<OrganisationChange>, Error> {
        self.read(|store| {
            let mut statement = store.prepare_cached(
                "SELECT id, organisation, deed, at, by, before, after
                 FROM directory_organisation_change WHERE batch = :batch ORDER BY seq",
            )?;
            let made =
                statement.query_map(named_params! { ":batch": batch.to_string() }, from_row)?;
            Ok(made.collect::<Result<_, _>>()?)
        })
    }

    /// Writes a change of an organisation. One whose `before` is not what is held is
    /// [`Error::ChangedMeanwhile`].
    pub fn put_organisation_change(
        &mut self,
        change: &OrganisationChange,
        audit: &AuditEntry,
    ) -> Result<(), Error> {
        self.write(|tx| {
            put(tx, change, None)?;
            append(tx, audit)
        })
    }

    /// Writes what a local edition brings, the organisations before the entries that name them, and
    /// the setting that says it is installed, all or nothing.
    pub fn put_local_edition<T: Serialize>(
        &mut self,
        organisations: &[OrganisationChange],
        entries: &[directory::EntryChange],
        batch: &DirectoryBatch,
        (name, value): (&str, &T),
        audit: &AuditEntry,
    ) -> Result<(), Error> {
        let body = json(value)?;
        self.write(|tx| {
            setting::put(tx, name, &body)?;
            directory_batch::insert(tx, batch)?;
            put_all(tx, organisations, Some(batch))?;
            directory_entries::put_all(tx, entries, Some(batch))?;
            append(tx, audit)
        })
    }
}

/// Writes changes in the transaction of the act.
pub(crate) fn put_all(
    tx: &Transaction<'_>,
    changes: &[OrganisationChange],
    batch: Option<&DirectoryBatch>,
) -> Result<(), Failure> {
    changes.iter().try_for_each(|change| put(tx, change, batch))
}

fn put(
    tx: &Transaction<'_>,
    change: &OrganisationChange,
    batch: Option<&DirectoryBatch>,
) -> Result<(), Failure> {
    let mut versions = change.before.iter().chain(&change.after).peekable();
    if versions.peek().is_none() || !versions.all(|body| body.id == change.organisation) {
        return Err(Error::Unwritable.into());
    }
    let (rev, standing) = held(tx, &change.organisation)?.unwrap_or((0, None));
    if standing != change.before {
        return Err(Error::ChangedMeanwhile.into());
    }
    let rev = rev + 1;
    let (before, after) = (body(change.before.as_ref())?, body(change.after.as_ref())?);
    tx.execute(
        "INSERT INTO directory_organisation (id, rev, body) VALUES (:id, :rev, :body)
         ON CONFLICT (id) DO UPDATE SET rev = excluded.rev, body = excluded.body",
        named_params! { ":id": change.organisation.0, ":rev": rev, ":body": after },
    )?;
    tx.execute(
        "INSERT INTO directory_organisation_change
           (id, organisation, rev, deed, at, by, batch, before, after)
         VALUES (:id, :organisation, :rev, :deed, :at, :by, :batch, :before, :after)",
        named_params! {
            ":id": change.id.0.to_string(),
            ":organisation": change.organisation.0,
            ":rev": rev,
            ":deed": name_of(change.deed),
            ":at": millis(change.at),
            ":by": change.by,
            ":batch": batch.map(|batch| batch.id.to_string()),
            ":before": before,
            ":after": after,
        },
    )?;
    Ok(())
}

fn body(body: Option<&Organisation>) -> Result<Option<String>, Error> {
    body.map(json).transpose()
}

fn held(
    connection: &Connection,
    id: &OrganisationId,
) -> Result<Option<(u32, Option<Organisation>)>, Failure> {
    let mut statement =
        connection.prepare_cached("SELECT rev, body FROM directory_organisation WHERE id = :id")?;
    let held = statement.query_row(named_params! { ":id": id.0 }, |row| {
        Ok((row.get("rev")?, read(row, "body")?))
    });
    Ok(held.optional()?)
}

fn read(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Organisation>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| from_json(&text).map_err(unreadable))
        .transpose()
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<OrganisationChange> {
    let deed: String = row.get("deed")?;
    let deed: Deed = named(&deed).ok_or_else(|| unreadable(Error::Damaged))?;
    Ok(OrganisationChange {
        id: ChangeId(row.uuid("id")?),
        organisation: OrganisationId(row.get("organisation")?),
        deed,
        at: row.instant("at")?,
        by: row.get("by")?,
        before: read(row, "before")?,
        after: read(row, "after")?,
    })
}

#[cfg(test)]
mod tests;
