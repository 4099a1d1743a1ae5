//! How ids, instants, civil times and whole records are written in columns, and read back.

use casework::Rev;
use chrono::{DateTime, NaiveDateTime, Utc};
use rusqlite::types::{FromSqlError, Type};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::Error;

/// Civil times are written as ISO text of one length, so that they sort as they fall.
const CIVIL: &str = "%Y-%m-%dT%H:%M:%S";

/// Gives an instant in the store's measure, whole milliseconds.
pub(crate) fn millis(at: DateTime<Utc>) -> i64 {
    at.timestamp_millis()
}

/// Gives an instant cut to what the store keeps of it.
pub(crate) fn kept(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(at.timestamp_millis()).unwrap_or(at)
}

/// Gives a civil time as text.
pub(crate) fn civil(at: NaiveDateTime) -> String {
    at.format(CIVIL).to_string()
}

/// Gives a record as JSON text.
pub(crate) fn json<T: Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|_| Error::Unwritable)
}

/// Reads a record from JSON text.
pub(crate) fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|_| Error::Damaged)
}

/// Reads typed columns from a row.
pub(crate) trait Columns {
    /// An id.
    fn uuid(&self, column: &str) -> rusqlite::Result<Uuid>;
    /// A revision.
    fn rev(&self, column: &str) -> rusqlite::Result<Rev>;
    /// An instant.
    fn instant(&self, column: &str) -> rusqlite::Result<DateTime<Utc>>;
    /// An instant that may be absent.
    fn instant_if_any(&self, column: &str) -> rusqlite::Result<Option<DateTime<Utc>>>;
    /// A civil time that may be absent.
    fn civil_if_any(&self, column: &str) -> rusqlite::Result<Option<NaiveDateTime>>;
    /// A record.
    fn json<T: DeserializeOwned>(&self, column: &str) -> rusqlite::Result<T>;
}

impl Columns for rusqlite::Row<'_> {
    fn uuid(&self, column: &str) -> rusqlite::Result<Uuid> {
        let text: String = self.get(column)?;
        Uuid::parse_str(&text).map_err(unreadable)
    }

    fn rev(&self, column: &str) -> rusqlite::Result<Rev> {
        self.get(column).map(Rev)
    }

    fn instant(&self, column: &str) -> rusqlite::Result<DateTime<Utc>> {
        instant(self.get(column)?)
    }

    fn instant_if_any(&self, column: &str) -> rusqlite::Result<Option<DateTime<Utc>>> {
        self.get::<_, Option<i64>>(column)?.map(instant).transpose()
    }

    fn civil_if_any(&self, column: &str) -> rusqlite::Result<Option<NaiveDateTime>> {
        let text: Option<String> = self.get(column)?;
        text.map(|text| NaiveDateTime::parse_from_str(&text, CIVIL).map_err(unreadable))
            .transpose()
    }

    fn json<T: DeserializeOwned>(&self, column: &str) -> rusqlite::Result<T> {
        let text: String = self.get(column)?;
        serde_json::from_str(&text).map_err(unreadable)
    }
}

fn instant(millis: i64) -> rusqlite::Result<DateTime<Utc>> {
    DateTime::from_timestamp_millis(millis)
        .ok_or_else(|| unreadable(FromSqlError::OutOfRange(millis)))
}

/// Marks a column whose contents are not what the store wrote. The column's number is not known
/// here, and nothing shows it.
pub(crate) fn unreadable<E>(error: E) -> rusqlite::Error
where
    E: std::error::Error + Send + Sync + 'static,
{
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error))
}
