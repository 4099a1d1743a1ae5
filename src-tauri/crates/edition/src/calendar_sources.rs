//! The tables of named days, one file a year: which days much is closed, and what makes them so.

use chrono::NaiveDate;
use reckoning::Holiday;

use crate::ContentFault;
use crate::csv_sources::{Row, rows};

/// Reads one table. Faults are added to `faults`; a row with one is left out.
pub(crate) fn read(name: &str, text: &str, faults: &mut Vec<ContentFault>) -> Vec<Holiday> {
    let table = (name.to_owned(), text);
    rows(&table, faults, holiday)
        .into_iter()
        .flatten()
        .collect()
}

fn holiday(row: &mut Row) -> Option<Holiday> {
    let day: Option<NaiveDate> = row.parsed("date", "a day of the calendar");
    let id = row.needed("holiday");
    let name = row.needed("name");
    let national = row.one_of("national", &[("yes", true), ("no", false)]);
    let authority = row.needed("authority");
    let checked = row.checked();
    Some(Holiday {
        day: day?,
        id,
        name,
        national: national?,
        authority,
        checked,
    })
}
