//! What the office has set, by name.

use rusqlite::{OptionalExtension, Transaction, named_params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::audit::append;
use crate::columns::{from_json, json};
use crate::failure::Failure;
use crate::{AuditEntry, Error, Store};

impl Store {
    /// Gives a setting; none where it was never set.
    pub fn setting<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, Error> {
        let text: Option<String> = self.read(|store| {
            let mut statement =
                store.prepare_cached("SELECT body FROM setting WHERE name = :name")?;
            let params = named_params! { ":name": name };
            Ok(statement
                .query_row(params, |row| row.get("body"))
                .optional()?)
        })?;
        text.map(|text| from_json(&text)).transpose()
    }

    /// Sets a setting.
    pub fn set_setting<T: Serialize>(&mut self, name: &str, value: &T) -> Result<(), Error> {
        let body = json(value)?;
        self.write(|tx| put(tx, name, &body))
    }

    /// Sets a setting as part of an act, with its audit entry.
    pub fn set_setting_noted<T: Serialize>(
        &mut self,
        name: &str,
        value: &T,
        audit: &AuditEntry,
    ) -> Result<(), Error> {
        let body = json(value)?;
        self.write(|tx| {
            put(tx, name, &body)?;
            append(tx, audit)
        })
    }
}

/// Sets a setting in the transaction of an act.
pub(crate) fn put(tx: &Transaction<'_>, name: &str, body: &str) -> Result<(), Failure> {
    tx.execute(
        "INSERT INTO setting (name, body) VALUES (:name, :body)
         ON CONFLICT (name) DO UPDATE SET body = excluded.body",
        named_params! { ":name": name, ":body": body },
    )?;
    Ok(())
}
