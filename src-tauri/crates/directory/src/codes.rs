//! The codes by which entries are filtered and counted, as numbers.

use std::collections::HashMap;

use crate::CodeListEntry;

/// The codes of one list, in its order; codes that entries use and the list does not hold follow.
#[derive(Clone, Debug, Default)]
pub(crate) struct Codes {
    numbers: HashMap<String, usize>,
    labelled: Vec<(String, String)>,
}

impl Codes {
    /// The codes of a list.
    pub(crate) fn of_list<'a>(list: impl Iterator<Item = &'a CodeListEntry>) -> Self {
        Self::labelled(list.map(|entry| (entry.code.clone(), entry.label.clone())))
    }

    /// Codes with the words for each.
    pub(crate) fn labelled(codes: impl Iterator<Item = (String, String)>) -> Self {
        let mut all = Self::default();
        for (code, label) in codes {
            all.add(code, label);
        }
        all
    }

    /// The number of a code that an entry uses.
    pub(crate) fn number(&mut self, code: &str) -> usize {
        match self.known(code) {
            Some(number) => number,
            None => self.add(code.to_owned(), code.to_owned()),
        }
    }

    /// The number of a code; none where neither the list nor an entry has it.
    pub(crate) fn known(&self, code: &str) -> Option<usize> {
        self.numbers.get(code).copied()
    }

    /// Every code with the words for it, by number.
    pub(crate) fn all(&self) -> &[(String, String)] {
        &self.labelled
    }

    fn add(&mut self, code: String, label: String) -> usize {
        if let Some(number) = self.known(&code) {
            return number;
        }
        let number = self.labelled.len();
        self.numbers.insert(code.clone(), number);
        self.labelled.push((code, label));
        number
    }
}
