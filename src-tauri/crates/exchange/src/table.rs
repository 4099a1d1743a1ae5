//! A table as it was read: headings and rows of text, with nothing judged yet.

use serde::{Deserialize, Serialize};

use crate::RowFault;

/// A row, with the place it has in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Row {
    /// From 1 for the headings.
    pub number: u32,
    /// One for each heading.
    pub cells: Vec<String>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Table {
    /// The headings; a column without one is named by its place.
    pub headings: Vec<String>,
    /// The rows below them.
    pub rows: Vec<Row>,
    /// What was wrong with the table as a table.
    pub faults: Vec<RowFault>,
}

/// The name of a column by its place, from 0, as a spreadsheet names it.
pub(crate) fn column_letters(at: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    match at / 26 {
        0 => letter(at).to_string(),
        more => format!("{}{}", letter(more - 1), letter(at)),
    }
}

/// The headings as they are shown: trimmed, and one that is empty named by its place.
pub(crate) fn named(headings: Vec<String>) -> Vec<String> {
    let named = headings.into_iter().enumerate().map(|(at, heading)| {
        let trimmed = heading.trim();
        if trimmed.is_empty() {
            format!("Column {}", column_letters(at))
        } else {
            trimmed.to_owned()
        }
    });
    named.collect()
}
