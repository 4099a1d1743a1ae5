//! What was carried and does not go out, said once for all entries.

use std::collections::{BTreeMap, BTreeSet};

/// How many different things are said.
const SAID: usize = 60;

/// What stayed behind, each thing with how many entries it is of.
#[derive(Debug, Default)]
pub(crate) struct Left {
    found: BTreeMap<String, u32>,
    more: BTreeSet<String>,
}

impl Left {
    /// Adds what stayed behind of one entry.
    pub(crate) fn add(&mut self, of_entry: BTreeSet<String>) {
        for says in of_entry {
            if let Some(count) = self.found.get_mut(&says) {
                *count += 1;
            } else if self.found.len() < SAID {
                self.found.insert(says, 1);
            } else if self.more.len() < 10_000 {
                self.more.insert(says);
            }
        }
    }

    pub(crate) fn sentences(self) -> Vec<String> {
        let sentences = self.found.into_iter().map(|(says, count)| match count {
            1 => format!("{says} (1 entry)."),
            many => format!("{says} ({many} entries)."),
        });
        let mut all: Vec<String> = sentences.collect();
        if !self.more.is_empty() {
            let count = self.more.len();
            all.push(format!("{count} further things of feeds are left out."));
        }
        all
    }
}
