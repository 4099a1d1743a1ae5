//! Failures on their way out: the engine's errors become the store's own before they leave.

use rusqlite::ErrorCode;
use rusqlite::ffi;

use crate::Error;

/// What stopped a piece of work inside the crate.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The engine.
    Engine(rusqlite::Error),
    /// The store itself.
    Store(Error),
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Engine(error)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Store(error)
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Engine(error) => of_engine(&error),
            Failure::Store(error) => error,
        }
    }
}

/// Gives the store's error for the engine's.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the engine's list is open, and not ours"
)]
fn of_engine(error: &rusqlite::Error) -> Error {
    match error {
        rusqlite::Error::SqliteFailure(failure, _) => of_code(*failure),
        rusqlite::Error::QueryReturnedNoRows => Error::NotFound,
        // A column that does not read back as it was written.
        rusqlite::Error::FromSqlConversionFailure(..)
        | rusqlite::Error::IntegralValueOutOfRange(..)
        | rusqlite::Error::Utf8Error(..)
        | rusqlite::Error::InvalidColumnType(..) => Error::Damaged,
        rusqlite::Error::ToSqlConversionFailure(_) => Error::Unwritable,
        other => Error::Refused {
            code: other
                .sqlite_error()
                .map_or(ffi::SQLITE_ERROR, |failure| failure.extended_code),
        },
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the engine's list is open, and not ours"
)]
fn of_code(failure: ffi::Error) -> Error {
    let code = failure.extended_code;
    match failure.code {
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Error::Busy,
        ErrorCode::DiskFull => Error::NoSpace,
        // The shared-memory file could not be grown, which is how a full disk shows there.
        ErrorCode::SystemIoFailure if code == ffi::SQLITE_IOERR_SHMSIZE => Error::NoSpace,
        ErrorCode::SystemIoFailure | ErrorCode::CannotOpen => Error::Disk,
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Error::Damaged,
        ErrorCode::ReadOnly => Error::ReadOnly,
        ErrorCode::ConstraintViolation => of_constraint(code),
        _ => Error::Refused { code },
    }
}

fn of_constraint(code: i32) -> Error {
    match code {
        ffi::SQLITE_CONSTRAINT_PRIMARYKEY
        | ffi::SQLITE_CONSTRAINT_UNIQUE
        | ffi::SQLITE_CONSTRAINT_ROWID => Error::AlreadyHeld,
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Error::DanglingReference,
        code => Error::Refused { code },
    }
}
