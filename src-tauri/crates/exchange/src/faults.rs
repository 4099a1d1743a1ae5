//! The faults of a file, counted, of which so many are kept.

use crate::RowFault;

/// The most faults that are kept. A file with more is wrong as a whole.
const KEPT: usize = 10_000;

/// Faults as they are found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Faults {
    pub kept: Vec<RowFault>,
    pub count: u32,
}

impl Faults {
    pub(crate) fn add(&mut self, row: u32, column: &str, says: impl Into<String>) {
        self.put(RowFault {
            row: Some(row),
            column: Some(column.to_owned()),
            says: says.into(),
            ..RowFault::default()
        });
    }

    pub(crate) fn put(&mut self, fault: RowFault) {
        self.count = self.count.saturating_add(1);
        if self.kept.len() < KEPT {
            self.kept.push(fault);
        }
    }

    /// The kept faults, in the order of their rows.
    pub(crate) fn in_order(mut self) -> (Vec<RowFault>, u32) {
        self.kept.sort_by_key(|fault| fault.row);
        (self.kept, self.count)
    }
}

/// A text as a sentence quotes it: the beginning of a long one.
pub(crate) fn shown(text: &str) -> String {
    const MOST: usize = 60;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let beginning: String = text.chars().take(MOST).collect();
    format!("{beginning}…")
}
