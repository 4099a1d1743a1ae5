//! The store itself: making, opening and closing it, and the one way in and out of its transactions.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, named_params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::columns::{Columns, millis};
use crate::failure::Failure;
use crate::{Error, connection, migration};

/// Names a store. Its audit chain begins from it, so that no chain can stand for another store's.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct StoreId(pub Uuid);

/// What store it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StoreAbout {
    /// Its id.
    pub id: StoreId,
    /// Whether it holds fictional cases only.
    pub demonstration: bool,
    /// The office whose store it is.
    pub office: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
}

/// An open store. One process holds one; a shared one stands behind a lock.
pub struct Store {
    connection: Connection,
    about: StoreAbout,
}

impl Store {
    /// Makes a store in a new file. The key is a raw key, `x'` and 64 hexadecimal digits and `'`.
    ///
    /// What cannot be made whole is not left behind, and one that is killed half-way does not open.
    pub fn create(path: &Path, key: &str, about: &StoreAbout) -> Result<Self, Error> {
        let made = connection::make(path, key, |connection| Self::fill(connection, about));
        Ok(made?)
    }

    /// Opens a store, bringing an older one up to date: take a backup first where
    /// [`Store::needs_upgrade`] says so.
    pub fn open(path: &Path, key: &str) -> Result<Self, Error> {
        Ok(Self::settle(connection::open(path, key)?)?)
    }

    /// Opens a store of this version to be read only, damaged or not: every write is refused, and
    /// what cannot be read says so.
    pub fn open_to_read(path: &Path, key: &str) -> Result<Self, Error> {
        let connection = connection::open_to_read(path, key)?;
        migration::version(&connection)?;
        let about = read_about(&connection)?;
        Ok(Self { connection, about })
    }

    /// Makes a store in memory, without a key, for tests and for work that is not kept.
    pub fn in_memory(about: &StoreAbout) -> Result<Self, Error> {
        Ok(Self::fill(connection::in_memory()?, about)?)
    }

    /// Whether opening the store would bring it to a newer version.
    pub fn needs_upgrade(path: &Path, key: &str) -> Result<bool, Error> {
        let connection = connection::open(path, key)?;
        Ok(migration::version(&connection)? < migration::latest())
    }

    /// Gives what store it is.
    pub fn about(&self) -> &StoreAbout {
        &self.about
    }

    /// Closes the store, folding what is still in the write-ahead log into the file.
    pub fn close(self) -> Result<(), Error> {
        self.connection
            .close()
            .map_err(|(_, error)| Failure::from(error).into())
    }

    fn fill(mut connection: Connection, about: &StoreAbout) -> Result<Self, Failure> {
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        migration::make(&tx)?;
        tx.execute(
            "INSERT INTO about (only, id, demonstration, office, made_at)
             VALUES (1, :id, :demonstration, :office, :made_at)",
            named_params! {
                ":id": about.id.0.to_string(),
                ":demonstration": about.demonstration,
                ":office": about.office,
                ":made_at": millis(about.made_at),
            },
        )?;
        tx.commit()?;
        Self::settle(connection)
    }

    fn settle(mut connection: Connection) -> Result<Self, Failure> {
        migration::upgrade(&mut connection)?;
        migration::check_schema(&connection)?;
        let about = read_about(&connection)?;
        Ok(Self { connection, about })
    }

    /// Reads, in one view of the store.
    pub(crate) fn read<T>(
        &self,
        reading: impl FnOnce(&Connection) -> Result<T, Failure>,
    ) -> Result<T, Error> {
        let view = self
            .connection
            .unchecked_transaction()
            .map_err(Failure::from)?;
        Ok(reading(&view)?)
    }

    /// Writes, all or nothing; when this returns, it is on disk.
    pub(crate) fn write<T>(
        &mut self,
        act: impl FnOnce(&Transaction<'_>) -> Result<T, Failure>,
    ) -> Result<T, Error> {
        let tx = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(Failure::from)?;
        let done = act(&tx)?;
        tx.commit().map_err(Failure::from)?;
        Ok(done)
    }

    /// The connection itself, for what a transaction would stand in the way of.
    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }
}

fn read_about(connection: &Connection) -> Result<StoreAbout, Failure> {
    let about = connection.query_row(
        "SELECT id, demonstration, office, made_at FROM about WHERE only = 1",
        [],
        |row| {
            Ok(StoreAbout {
                id: StoreId(row.uuid("id")?),
                demonstration: row.get("demonstration")?,
                office: row.get("office")?,
                made_at: row.instant("made_at")?,
            })
        },
    );
    Ok(about.optional()?.ok_or(Error::Damaged)?)
}

#[cfg(test)]
mod tests;
