//! The entries of the directory that were changed or written here, and the one way to change them.

use directory::{Entry, EntryChange, Origin, Service, ServiceId};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params};

use crate::audit::append;
use crate::columns::{from_json, json};
use crate::directory_batch::{self, DirectoryBatch};
use crate::failure::Failure;
use crate::{AuditEntry, Error, Store};
use crate::{directory_carried, directory_history};

/// An entry as it stands here, over the edition's or in addition to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldEntry {
    /// The entry.
    pub entry: Entry,
    /// How often it was changed here.
    pub rev: u32,
    /// The edition's version that it was changed from; none where it is not of an edition.
    pub base: Option<Service>,
}

impl Store {
    /// Gives the entries that were changed or written here, in the order of their ids. One that was
    /// taken away again or given back to the edition is left out.
    pub fn directory_entries(&self) -> Result<Vec<HeldEntry>, Error> {
        let mut held = Vec::new();
        self.each_directory_entry(|entry| held.push(entry))?;
        Ok(held)
    }

    /// Hands over what [`Store::directory_entries`] gives, one by one: twenty thousand of them are
    /// not to stand in memory twice.
    pub fn each_directory_entry(&self, mut take: impl FnMut(HeldEntry)) -> Result<(), Error> {
        self.read(|store| {
            let mut statement = store.prepare_cached(
                "SELECT body, rev, base FROM directory_entry WHERE body IS NOT NULL ORDER BY id",
            )?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let entry = from_row(row)?;
                if entry.entry.origin != Origin::Edition {
                    take(entry);
                }
            }
            Ok(())
        })
    }

    /// Gives how often an entry was changed here: 0 for one that never was.
    pub fn directory_rev(&self, id: &ServiceId) -> Result<u32, Error> {
        self.read(|store| Ok(held(store, id)?.map_or(0, |held| held.rev)))
    }

    /// Writes changes of entries, all or nothing, with the file that brought them, if any.
    ///
    /// A change whose `before` is not what is held is [`Error::ChangedMeanwhile`]. Of an entry that is
    /// not held, the edition's version is taken at its word and kept as what it was changed from.
    pub fn put_directory_changes(
        &mut self,
        changes: &[EntryChange],
        batch: Option<&DirectoryBatch>,
        audit: &AuditEntry,
    ) -> Result<(), Error> {
        self.write(|tx| {
            if let Some(batch) = batch {
                directory_batch::insert(tx, batch)?;
            }
            put_all(tx, changes, batch)?;
            append(tx, audit)
        })
    }

    /// Writes what a newer edition changed in entries that were changed here, and notes the versions
    /// of it that they stand over from now on.
    pub fn take_in_edition(
        &mut self,
        changes: &[EntryChange],
        bases: &[&Service],
        audit: &AuditEntry,
    ) -> Result<(), Error> {
        self.write(|tx| {
            put_all(tx, changes, None)?;
            let mut rebase =
                tx.prepare_cached("UPDATE directory_entry SET base = :base WHERE id = :id")?;
            for base in bases {
                rebase.execute(named_params! { ":id": base.id.0, ":base": json(base)? })?;
            }
            append(tx, audit)
        })
    }
}

/// Writes changes in the transaction of the act.
pub(crate) fn put_all(
    tx: &Transaction<'_>,
    changes: &[EntryChange],
    batch: Option<&DirectoryBatch>,
) -> Result<(), Failure> {
    changes.iter().try_for_each(|change| put(tx, change, batch))
}

fn put(
    tx: &Transaction<'_>,
    change: &EntryChange,
    batch: Option<&DirectoryBatch>,
) -> Result<(), Failure> {
    if !is_of_one_entry(change) {
        return Err(Error::Unwritable.into());
    }
    let held = held(tx, &change.service)?;
    let rev = held.as_ref().map_or(0, |held| held.rev) + 1;
    let base = match follows(held.as_ref(), change.before.as_ref())? {
        Base::Kept => held.and_then(|held| held.base),
        Base::Edition(service) => Some(json(service)?),
        Base::None => None,
    };
    if change.after.is_none() {
        directory_carried::forget(tx, &change.service)?;
    }
    let body = change.after.as_ref().map(json).transpose()?;
    let mut statement = tx.prepare_cached(
        "INSERT INTO directory_entry (id, rev, body, base) VALUES (:id, :rev, :body, :base)
         ON CONFLICT (id) DO UPDATE
         SET rev = excluded.rev, body = excluded.body, base = excluded.base",
    )?;
    statement.execute(named_params! {
        ":id": change.service.0,
        ":rev": rev,
        ":body": body,
        ":base": base,
    })?;
    directory_history::insert(tx, change, rev, batch)
}

fn is_of_one_entry(change: &EntryChange) -> bool {
    let mut versions = change.before.iter().chain(&change.after).peekable();
    versions.peek().is_some() && versions.all(|entry| *entry.id() == change.service)
}

/// What an entry stands over once a change is made.
enum Base<'a> {
    Kept,
    Edition(&'a Service),
    None,
}

/// Gives what a change stands over, having seen that it begins from what is held.
fn follows<'a>(held: Option<&Held>, before: Option<&'a Entry>) -> Result<Base<'a>, Failure> {
    let body = held.and_then(|held| held.body.as_deref());
    match (body, before) {
        (None, None) => Ok(Base::None),
        (None, Some(before)) if before.origin == Origin::Edition => {
            Ok(Base::Edition(&before.service))
        }
        (Some(body), Some(before)) => {
            // The text is the same unless an older program wrote it.
            if body == json(before)? {
                return Ok(Base::Kept);
            }
            let entry: Entry = from_json(body)?;
            if entry == *before {
                Ok(Base::Kept)
            } else if entry.origin == Origin::Edition && before.origin == Origin::Edition {
                // Given back to the edition, it follows the edition.
                Ok(Base::Edition(&before.service))
            } else {
                Err(Error::ChangedMeanwhile.into())
            }
        }
        (Some(_), None) | (None, Some(_)) => Err(Error::ChangedMeanwhile.into()),
    }
}

/// A row of the entries, unread.
pub(crate) struct Held {
    pub(crate) rev: u32,
    pub(crate) body: Option<String>,
    base: Option<String>,
}

pub(crate) fn held(connection: &Connection, id: &ServiceId) -> Result<Option<Held>, Failure> {
    let mut statement =
        connection.prepare_cached("SELECT rev, body, base FROM directory_entry WHERE id = :id")?;
    let held = statement.query_row(named_params! { ":id": id.0 }, |row| {
        Ok(Held {
            rev: row.get("rev")?,
            body: row.get("body")?,
            base: row.get("base")?,
        })
    });
    Ok(held.optional()?)
}

fn from_row(row: &Row<'_>) -> Result<HeldEntry, Failure> {
    let body: String = row.get("body")?;
    let base: Option<String> = row.get("base")?;
    Ok(HeldEntry {
        entry: from_json(&body)?,
        rev: row.get("rev")?,
        base: base.as_deref().map(from_json).transpose()?,
    })
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod kill;
#[cfg(test)]
mod scale;
