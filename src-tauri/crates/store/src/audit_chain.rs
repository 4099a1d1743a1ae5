//! The chain of the audit log: each entry's hash covers the entry and the hash before it.
//!
//! A chain shows an entry that was altered, removed from the middle or put elsewhere. It cannot
//! show an end cut off or rewritten: for that its head is kept outside the store, and
//! [`Store::audit_extends`] compares.

use rusqlite::{Connection, OptionalExtension, named_params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::audit::from_row;
use crate::failure::Failure;
use crate::{AuditEntry, Error, Store};

/// A SHA-256 hash.
pub(crate) type Hash = [u8; 32];

/// The column that holds an entry's hash.
pub(crate) const HASH_COLUMN: &str = "hash";

/// Begins every hash, so that a hash of the log can be taken for nothing else.
const DOMAIN: &str = "sederunt audit entry 1";

/// The newest entry of the log: what a seal outside the store keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AuditHead {
    /// Its place in the log.
    pub seq: u32,
    /// Its hash, in hexadecimal.
    pub hash: String,
}

/// What a check of the log found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AuditVerdict {
    /// How many entries the log holds.
    pub entries: u32,
    /// The place of the first entry that is not as it was written; none where all are.
    pub first_bad: Option<u32>,
}

impl Store {
    /// Gives the newest entry's place and hash; none while the log is empty.
    pub fn audit_head(&self) -> Result<Option<AuditHead>, Error> {
        self.read(|store| {
            let head = store.query_row(
                "SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1",
                [],
                |row| {
                    let hash: Hash = row.get(HASH_COLUMN)?;
                    Ok(AuditHead {
                        seq: row.get("seq")?,
                        hash: hex(&hash),
                    })
                },
            );
            Ok(head.optional()?)
        })
    }

    /// Whether the log still holds, at its place, the entry of a head kept outside: false when the
    /// end was cut off or rewritten, or an older file was put back.
    pub fn audit_extends(&self, seal: &AuditHead) -> Result<bool, Error> {
        self.read(|store| {
            let held: Option<Hash> = store
                .query_row(
                    "SELECT hash FROM audit_entry WHERE seq = :seq",
                    named_params! { ":seq": seal.seq },
                    |row| row.get(HASH_COLUMN),
                )
                .optional()?;
            Ok(held.is_some_and(|held| hex(&held) == seal.hash))
        })
    }

    /// Checks every entry of the log against the one before it.
    pub fn verify_audit(&self) -> Result<AuditVerdict, Error> {
        self.read(verify)
    }
}

/// Checks the whole chain.
pub(crate) fn verify(connection: &Connection) -> Result<AuditVerdict, Failure> {
    let mut statement = connection.prepare(
        "SELECT seq, at, user, user_role, workstation, event, records, fields, reason,
                previous, hash
         FROM audit_entry ORDER BY seq",
    )?;
    let mut rows = statement.query([])?;
    let (mut entries, mut first_bad) = (0, None);
    let mut expected = genesis(connection)?;
    while let Some(row) = rows.next()? {
        entries += 1;
        if first_bad.is_some() {
            continue;
        }
        match follows(row, entries, &expected) {
            Some(hash) => expected = hash,
            None => first_bad = Some(entries),
        }
    }
    Ok(AuditVerdict { entries, first_bad })
}

/// Gives the hash of a row that stands where it should and follows the hash before it.
fn follows(row: &rusqlite::Row<'_>, place: u32, expected: &Hash) -> Option<Hash> {
    let (seq, entry) = from_row(row).ok()?;
    let previous: Hash = row.get("previous").ok()?;
    let hash: Hash = row.get(HASH_COLUMN).ok()?;
    let sound = seq == place && previous == *expected && hash == hash_of(seq, &entry, &previous);
    sound.then_some(hash)
}

/// Gives what stands for the hash before the first entry: it is the store's own, so that the log of
/// one store cannot be put into another.
pub(crate) fn genesis(connection: &Connection) -> Result<Hash, Failure> {
    let id: String = connection.query_row("SELECT id FROM about WHERE only = 1", [], |row| {
        row.get("id")
    })?;
    let mut encoding = Sha256::new();
    put(&mut encoding, DOMAIN);
    put(&mut encoding, &id);
    Ok(encoding.finalize().into())
}

/// Gives the hash of an entry in its place after another. Each part is led by its length, so that
/// no two entries have one encoding.
pub(crate) fn hash_of(seq: u32, entry: &AuditEntry, previous: &Hash) -> Hash {
    let mut encoding = Sha256::new();
    put(&mut encoding, DOMAIN);
    encoding.update(previous);
    encoding.update(seq.to_be_bytes());
    encoding.update(entry.at.timestamp_millis().to_be_bytes());
    put(&mut encoding, &entry.user.to_string());
    put(&mut encoding, &entry.user_role);
    put(&mut encoding, &entry.workstation);
    put(&mut encoding, &entry.event);
    put_all(&mut encoding, &entry.records);
    put_all(&mut encoding, &entry.fields);
    put_all(&mut encoding, entry.reason.as_slice());
    encoding.finalize().into()
}

fn put_all(encoding: &mut Sha256, texts: &[String]) {
    put_length(encoding, texts.len());
    for text in texts {
        put(encoding, text);
    }
}

fn put(encoding: &mut Sha256, text: &str) {
    put_length(encoding, text.len());
    encoding.update(text.as_bytes());
}

fn put_length(encoding: &mut Sha256, length: usize) {
    encoding.update(u64::try_from(length).unwrap_or(u64::MAX).to_be_bytes());
}

/// Gives bytes in lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            // Writing to a string does not fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fixture::{a_store, an_entry, later};

    /// A store whose log has five entries.
    fn a_log() -> Store {
        let mut store = a_store();
        for second in 0..5 {
            store
                .record(&later(&an_entry("case.open"), second))
                .unwrap();
        }
        store
    }

    /// Does to the log what the program never does, behind the triggers that forbid it.
    fn tamper(store: &Store, sql: &str) {
        let connection = store.connection();
        let triggers: Vec<(String, String)> = connection
            .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit_entry'")
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        for (name, _) in &triggers {
            connection
                .execute_batch(&format!("DROP TRIGGER {name}"))
                .unwrap();
        }
        connection.execute_batch(sql).unwrap();
        for (_, sql) in &triggers {
            connection.execute_batch(sql).unwrap();
        }
    }

    #[test]
    fn an_untouched_log_is_sound() {
        let verdict = a_log().verify_audit().unwrap();

        assert_eq!(
            verdict,
            AuditVerdict {
                entries: 5,
                first_bad: None
            }
        );
    }

    #[test]
    fn every_column_that_is_edited_is_found() {
        let edits = [
            "at = at + 1",
            "user = '00000000-0000-0000-0000-0000000000ff'",
            "user_role = 'chair'",
            "workstation = 'elsewhere'",
            "event = 'case.openx'",
            "records = '[\"x\"]'",
            "fields = '[\"x\"]'",
            "reason = ''",
            "previous = zeroblob(32)",
            "hash = zeroblob(32)",
        ];
        for edit in edits {
            let store = a_log();

            tamper(
                &store,
                &format!("UPDATE audit_entry SET {edit} WHERE seq = 3"),
            );

            assert_eq!(store.verify_audit().unwrap().first_bad, Some(3), "{edit}");
        }
    }

    #[test]
    fn an_entry_that_is_removed_is_found() {
        let store = a_log();

        tamper(&store, "DELETE FROM audit_entry WHERE seq = 2");

        assert_eq!(
            store.verify_audit().unwrap(),
            AuditVerdict {
                entries: 4,
                first_bad: Some(2)
            }
        );
    }

    #[test]
    fn an_entry_that_is_removed_and_the_rest_moved_up_is_found() {
        let store = a_log();

        tamper(
            &store,
            "DELETE FROM audit_entry WHERE seq = 2;
             UPDATE audit_entry SET seq = 2 WHERE seq = 3;
             UPDATE audit_entry SET seq = 3 WHERE seq = 4;
             UPDATE audit_entry SET seq = 4 WHERE seq = 5;",
        );

        assert_eq!(
            store.verify_audit().unwrap(),
            AuditVerdict {
                entries: 4,
                first_bad: Some(2)
            }
        );
    }

    #[test]
    fn entries_that_change_places_are_found() {
        let store = a_log();

        tamper(
            &store,
            "UPDATE audit_entry SET seq = 99 WHERE seq = 2;
             UPDATE audit_entry SET seq = 2 WHERE seq = 3;
             UPDATE audit_entry SET seq = 3 WHERE seq = 99;",
        );

        assert_eq!(store.verify_audit().unwrap().first_bad, Some(2));
    }

    #[test]
    fn an_end_cut_off_is_found_by_the_head_kept_outside() {
        let store = a_log();
        let seal = store.audit_head().unwrap().unwrap();
        assert!(store.audit_extends(&seal).unwrap());

        tamper(&store, "DELETE FROM audit_entry WHERE seq = 5");

        assert_eq!(
            store.verify_audit().unwrap().first_bad,
            None,
            "a chain alone cannot show it"
        );
        assert!(!store.audit_extends(&seal).unwrap());
    }

    #[test]
    fn the_log_itself_cannot_be_edited() {
        let store = a_log();
        let connection = store.connection();

        connection
            .execute_batch("UPDATE audit_entry SET reason = 'x'")
            .unwrap_err();
        connection
            .execute_batch("DELETE FROM audit_entry")
            .unwrap_err();

        assert_eq!(
            store.verify_audit().unwrap(),
            AuditVerdict {
                entries: 5,
                first_bad: None
            }
        );
    }

    proptest! {
        #[test]
        fn no_two_entries_have_one_hash(a in parts(), b in parts()) {
            let (a, b) = (entry_of(&a), entry_of(&b));
            let same = hash_of(1, &a, &[0; 32]) == hash_of(1, &b, &[0; 32]);

            prop_assert_eq!(same, a == b);
        }
    }

    /// Few letters, so that parts often run into each other.
    fn parts() -> impl Strategy<Value = (Vec<String>, Vec<String>, Option<String>, String)> {
        let texts = || prop::collection::vec("[ab]{0,2}", 0..3);
        (texts(), texts(), prop::option::of("[ab]{0,2}"), "[ab]{0,2}")
    }

    fn entry_of(parts: &(Vec<String>, Vec<String>, Option<String>, String)) -> AuditEntry {
        let (records, fields, reason, role) = parts.clone();
        AuditEntry {
            records,
            fields,
            reason,
            user_role: role,
            ..an_entry("x")
        }
    }
}
