//! What a file said that the directory cannot hold, counted, so that each thing is said once.

use std::collections::BTreeMap;

/// How many different things are said; a file with more is of another kind.
const SAID: usize = 200;

/// What was passed over.
#[derive(Debug, Default)]
pub(crate) struct PassedOver {
    found: BTreeMap<String, u32>,
    more: u32,
}

impl PassedOver {
    /// Notes a thing: a sentence without its end, such as `Telephone numbers are not taken in`.
    pub(crate) fn note(&mut self, says: String) {
        if let Some(count) = self.found.get_mut(&says) {
            *count += 1;
        } else if self.found.len() < SAID {
            self.found.insert(says, 1);
        } else {
            self.more += 1;
        }
    }

    pub(crate) fn sentences(self) -> Vec<String> {
        let sentences = self.found.into_iter().map(|(says, count)| match count {
            1 => format!("{says} (one service)."),
            many => format!("{says} ({many} services)."),
        });
        let mut all: Vec<String> = sentences.collect();
        if self.more > 0 {
            all.push(format!("{} further things were passed over.", self.more));
        }
        all
    }
}
