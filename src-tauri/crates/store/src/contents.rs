//! What a store holds, as one digest: two stores with the same contents have the same one, whatever
//! their pages look like.

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

use crate::audit_chain::hex;
use crate::failure::Failure;
use crate::{Error, Store};

impl Store {
    /// Gives the SHA-256 of everything held but the search index, which is made from the rest.
    pub fn contents_digest(&self) -> Result<String, Error> {
        self.read(|store| {
            let mut digest = Sha256::new();
            for table in tables(store)? {
                add(&mut digest, b"t", table.as_bytes());
                add_table(&mut digest, store, &table)?;
            }
            Ok(hex(&digest.finalize()))
        })
    }
}

fn tables(store: &Connection) -> Result<Vec<String>, Failure> {
    let mut statement = store.prepare(
        "SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'search_*'
         ORDER BY name",
    )?;
    let names = statement.query_map([], |row| row.get("name"))?;
    Ok(names.collect::<Result<_, _>>()?)
}

/// Adds every row of a table. The first two columns of each are enough to put its rows in order.
fn add_table(digest: &mut Sha256, store: &Connection, table: &str) -> Result<(), Failure> {
    let mut statement = store.prepare(&format!("SELECT * FROM \"{table}\" ORDER BY 1, 2"))?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        digest.update(b"r");
        for column in 0..columns {
            match row.get_ref(column)? {
                ValueRef::Null => add(digest, b"n", &[]),
                ValueRef::Integer(number) => add(digest, b"i", &number.to_be_bytes()),
                ValueRef::Real(number) => add(digest, b"f", &number.to_be_bytes()),
                ValueRef::Text(text) => add(digest, b"s", text),
                ValueRef::Blob(bytes) => add(digest, b"b", bytes),
            }
        }
    }
    Ok(())
}

fn add(digest: &mut Sha256, kind: &[u8], bytes: &[u8]) {
    digest.update(kind);
    digest.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
    digest.update(bytes);
}
