//! The full check of a store: pages, structure, references, audit log.

use rusqlite::{Connection, ErrorCode};
use serde::{Deserialize, Serialize};

use crate::audit_chain::verify;
use crate::failure::Failure;
use crate::{AuditVerdict, Error, Store};

/// What a full check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Verdict {
    /// How many pages are not as they were written.
    pub bad_pages: u32,
    /// How many faults there are in tables and indexes.
    pub bad_structure: u32,
    /// How many records name another that is not held.
    pub bad_references: u32,
    /// What the check of the audit log found; none where damage kept it from being read.
    pub audit: Option<AuditVerdict>,
}

impl Verdict {
    /// Whether everything is as it was written.
    pub fn is_sound(&self) -> bool {
        let audit_sound = self
            .audit
            .as_ref()
            .is_some_and(|audit| audit.first_bad.is_none());
        audit_sound && self.bad_pages == 0 && self.bad_structure == 0 && self.bad_references == 0
    }
}

impl Store {
    /// Checks everything there is to check. It reads the whole store, and repairs nothing.
    pub fn verify(&self) -> Result<Verdict, Error> {
        let verdict = check(self.connection());
        Ok(verdict?)
    }
}

fn check(store: &Connection) -> Result<Verdict, Failure> {
    Ok(Verdict {
        // Gives a line for each bad page; without a key there is nothing to check.
        bad_pages: complaints(store, "PRAGMA cipher_integrity_check")?,
        bad_structure: complaints(store, "PRAGMA integrity_check")?,
        bad_references: complaints(store, "PRAGMA foreign_key_check")?,
        audit: match verify(store) {
            Ok(verdict) => Some(verdict),
            Err(failure) if is_damage(&failure) => None,
            Err(failure) => return Err(failure),
        },
    })
}

/// Counts the lines of a check that are not "ok". A check that damage keeps from ending is one more.
fn complaints(store: &Connection, pragma: &str) -> Result<u32, Failure> {
    let counted = count_lines(store, pragma);
    match counted {
        Err(failure) if is_damage(&failure) => Ok(1),
        other => other,
    }
}

fn count_lines(store: &Connection, pragma: &str) -> Result<u32, Failure> {
    let mut statement = store.prepare(pragma)?;
    let mut rows = statement.query([])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        let fine = row.get_ref(0)?.as_str().is_ok_and(|line| line == "ok");
        count += u32::from(!fine);
    }
    Ok(count)
}

fn is_damage(failure: &Failure) -> bool {
    match failure {
        Failure::Store(error) => *error == Error::Damaged,
        Failure::Engine(error) => matches!(
            error.sqlite_error_code(),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
        ),
    }
}
