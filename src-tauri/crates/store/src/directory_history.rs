//! What was done to each entry of the directory.
//!
//! Of a change, only what turns the entry back is kept: what an entry said at any time is found by
//! walking back from what it says now. One entry's history is read at a time, never the whole.

use chrono::{DateTime, Utc};
use directory::{ChangeId, Deed, Entry, EntryChange, ServiceId};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params};
use serde::{Deserialize, Serialize};

use crate::columns::{Columns, from_json, json, millis, unreadable};
use crate::directory_batch::DirectoryBatch;
use crate::directory_entries::held;
use crate::entry_parts::EntryParts;
use crate::failure::Failure;
use crate::{Error, Store};

impl Store {
    /// Gives what was done to an entry, the newest first.
    pub fn directory_history(&self, id: &ServiceId) -> Result<Vec<EntryChange>, Error> {
        self.read(|store| back_to(store, id, 1))
    }

    /// Gives a change by its id; none where there is none.
    pub fn directory_change(&self, id: ChangeId) -> Result<Option<EntryChange>, Error> {
        self.read(|store| {
            let mut statement =
                store.prepare_cached("SELECT service, rev FROM directory_change WHERE id = :id")?;
            let made = statement.query_row(named_params! { ":id": id.0.to_string() }, |row| {
                Ok((ServiceId(row.get("service")?), row.get("rev")?))
            });
            match made.optional()? {
                Some((service, rev)) => at(store, &service, rev),
                None => Ok(None),
            }
        })
    }
}

/// Gives the change that made a revision of an entry.
pub(crate) fn at(
    connection: &Connection,
    service: &ServiceId,
    rev: u32,
) -> Result<Option<EntryChange>, Failure> {
    Ok(back_to(connection, service, rev)?.pop())
}

/// Writes a change in the transaction that makes it.
pub(crate) fn insert(
    tx: &Transaction<'_>,
    change: &EntryChange,
    rev: u32,
    batch: Option<&DirectoryBatch>,
) -> Result<(), Failure> {
    let undo = Undo::of(change)?;
    let mut statement = tx.prepare_cached(
        "INSERT INTO directory_change (id, service, rev, deed, at, by, batch, undo)
         VALUES (:id, :service, :rev, :deed, :at, :by, :batch, :undo)",
    )?;
    statement.execute(named_params! {
        ":id": change.id.0.to_string(),
        ":service": change.service.0,
        ":rev": rev,
        ":deed": name_of(change.deed),
        ":at": millis(change.at),
        ":by": change.by,
        ":batch": batch.map(|batch| batch.id.to_string()),
        ":undo": undo.as_ref().map(json).transpose()?,
    })?;
    Ok(())
}

/// What turns an entry as a change left it into the entry as it was.
#[derive(Serialize, Deserialize)]
#[serde(tag = "undo", rename_all = "kebab-case")]
enum Undo {
    /// It is there no more: the whole of it as it was.
    Whole { entry: Box<Entry> },
    /// The parts of it that differ, as they were.
    Parts { parts: EntryParts },
}

impl Undo {
    fn of(change: &EntryChange) -> Result<Option<Self>, Error> {
        match (&change.before, &change.after) {
            (None, _) => Ok(None),
            (Some(before), None) => Ok(Some(Self::Whole {
                entry: Box::new(before.clone()),
            })),
            (Some(before), Some(after)) => {
                let parts = EntryParts::that_turn(after, before)?;
                Ok(Some(Self::Parts { parts }))
            }
        }
    }

    fn turn_back(undo: Option<Self>, after: Option<&Entry>) -> Result<Option<Entry>, Error> {
        match (undo, after) {
            (None, _) => Ok(None),
            (Some(Self::Whole { entry }), _) => Ok(Some(*entry)),
            (Some(Self::Parts { parts }), Some(after)) => parts.put_into(after).map(Some),
            (Some(Self::Parts { .. }), None) => Err(Error::Damaged),
        }
    }
}

/// A row of the changes.
struct Made {
    id: ChangeId,
    rev: u32,
    deed: Deed,
    at: DateTime<Utc>,
    by: String,
    undo: Option<Undo>,
}

impl Made {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let deed: String = row.get("deed")?;
        let undo: Option<String> = row.get("undo")?;
        Ok(Self {
            id: ChangeId(row.uuid("id")?),
            rev: row.get("rev")?,
            deed: named(&deed).ok_or_else(|| unreadable(Error::Damaged))?,
            at: row.instant("at")?,
            by: row.get("by")?,
            undo: undo
                .map(|undo| from_json(&undo).map_err(unreadable))
                .transpose()?,
        })
    }
}

/// Walks an entry's changes back from what it says now to the one that made a revision, the newest
/// first.
fn back_to(
    connection: &Connection,
    service: &ServiceId,
    first: u32,
) -> Result<Vec<EntryChange>, Failure> {
    let Some(held) = held(connection, service)? else {
        return Ok(Vec::new());
    };
    let body = held.body.as_deref();
    let mut after: Option<Entry> = body.map(from_json).transpose()?;
    let mut statement = connection.prepare_cached(
        "SELECT id, rev, deed, at, by, undo FROM directory_change
         WHERE service = :service AND rev >= :first ORDER BY rev DESC",
    )?;
    let params = named_params! { ":service": service.0, ":first": first };
    let made = statement.query_map(params, Made::from_row)?;
    let mut changes = Vec::new();
    for (made, rev) in made.zip((first..=held.rev).rev()) {
        let made = made?;
        if made.rev != rev {
            return Err(Error::Damaged.into());
        }
        let before = Undo::turn_back(made.undo, after.as_ref())?;
        changes.push(EntryChange {
            id: made.id,
            service: service.clone(),
            deed: made.deed,
            at: made.at,
            by: made.by,
            before: before.clone(),
            after,
        });
        after = before;
    }
    Ok(changes)
}

const DEEDS: [Deed; 7] = [
    Deed::Added,
    Deed::Edited,
    Deed::Confirmed,
    Deed::Closed,
    Deed::Noted,
    Deed::Imported,
    Deed::TakenBack,
];

pub(crate) fn name_of(deed: Deed) -> &'static str {
    match deed {
        Deed::Added => "added",
        Deed::Edited => "edited",
        Deed::Confirmed => "confirmed",
        Deed::Closed => "closed",
        Deed::Noted => "noted",
        Deed::Imported => "imported",
        Deed::TakenBack => "taken-back",
    }
}

pub(crate) fn named(name: &str) -> Option<Deed> {
    DEEDS.into_iter().find(|deed| name_of(*deed) == name)
}
