//! Which column of a table holds which part.

use std::collections::BTreeSet;

use crate::column::{Column, column, column_for};
use crate::faults::Faults;
use crate::{Refusal, RowFault};

/// A table's columns in their order, and the part each holds.
#[derive(Clone, Debug)]
pub(crate) struct HeadingMap {
    parts: Vec<Option<&'static Column>>,
}

impl HeadingMap {
    /// Takes the columns as a person chose them; a heading that nobody chose for, and every heading
    /// where nobody chose, by its name.
    pub(crate) fn new(
        headings: &[String],
        chosen: Option<&[(String, Option<String>)]>,
        faults: &mut Faults,
    ) -> Result<Self, Refusal> {
        let mut seen = BTreeSet::new();
        for heading in headings {
            if !seen.insert(heading.as_str()) {
                return Err(Refusal::of_row(
                    1,
                    Some(heading.clone()),
                    "Two columns have this heading.",
                ));
            }
        }
        let mut parts = Vec::with_capacity(headings.len());
        for heading in headings {
            let choice = chosen
                .and_then(|chosen| chosen.iter().find(|(name, _)| name == heading))
                .map(|(_, part)| part);
            let part = match choice {
                None => column_for(heading),
                Some(None) => None,
                Some(Some(part)) => {
                    let known = column(part);
                    if known.is_none() {
                        faults.add(1, heading, format!("\"{part}\" is no part of an entry."));
                    }
                    known
                }
            };
            parts.push(part);
        }
        let mut taken = BTreeSet::new();
        for (heading, part) in headings.iter().zip(&parts) {
            if let Some(part) = part
                && !taken.insert(part.heading)
            {
                faults.add(
                    1,
                    heading,
                    format!("Another column is taken for \"{}\" already.", part.heading),
                );
            }
        }
        let map = Self { parts };
        if map.place("name").is_none() {
            faults.put(RowFault {
                row: Some(1),
                says: "No column is taken for the name of the service.".into(),
                ..RowFault::default()
            });
        }
        Ok(map)
    }

    /// The place of the column that holds a part.
    pub(crate) fn place(&self, heading: &str) -> Option<usize> {
        self.parts
            .iter()
            .position(|part| part.is_some_and(|part| part.heading == heading))
    }

    /// The parts, each with its place.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (usize, &'static Column)> {
        let parts = self.parts.iter().enumerate();
        parts.filter_map(|(at, part)| part.map(|part| (at, part)))
    }

    /// The columns as they are shown.
    pub(crate) fn shown(&self, headings: &[String]) -> Vec<(String, Option<String>)> {
        let parts = self
            .parts
            .iter()
            .map(|part| part.map(|part| part.heading.to_owned()));
        headings.iter().cloned().zip(parts).collect()
    }
}
