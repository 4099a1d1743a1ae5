//! The order of the entries by name, ready to be sorted and searched by: twenty thousand names are
//! not compared again at every key.

use crate::Entry;
use crate::marks::Marks;

/// The entries by name. It is of one state of the register, and made again after a change.
#[derive(Clone, Debug)]
pub(crate) struct NameOrder {
    /// By place: where the entry stands by its name, and by its id among those of one name.
    ranks: Vec<u32>,
    /// Every name and other name in order, by place and by its number among the entry's names.
    names: Vec<(u32, u16)>,
}

impl NameOrder {
    /// The order of some entries, each with its marks, by place.
    pub(crate) fn of<'a>(entries: impl Iterator<Item = (&'a Entry, &'a Marks)>) -> Self {
        let (mut by_name, mut names) = (Vec::new(), Vec::new());
        for ((entry, marks), place) in entries.zip(0_u32..) {
            by_name.push((marks.name(), entry.id(), place));
            let all = marks.names().zip(0_u16..);
            names.extend(all.map(|(name, nth)| (name, place, nth)));
        }
        by_name.sort_unstable();
        names.sort_unstable();
        let mut ranks = vec![0; by_name.len()];
        for ((_, _, place), rank) in by_name.into_iter().zip(0_u32..) {
            let held = usize::try_from(place).ok().and_then(|at| ranks.get_mut(at));
            if let Some(held) = held {
                *held = rank;
            }
        }
        Self {
            ranks,
            names: names
                .into_iter()
                .map(|(_, place, nth)| (place, nth))
                .collect(),
        }
    }

    /// Where the entry at a place stands.
    pub(crate) fn rank(&self, place: usize) -> u32 {
        self.ranks.get(place).copied().unwrap_or(u32::MAX)
    }

    /// The places of entries of which a name, or another name, begins with a text, each once. `name`
    /// gives an entry's name by its place and number.
    pub(crate) fn beginning_with<'n>(
        &self,
        text: &str,
        name: impl Fn(usize, u16) -> &'n str,
    ) -> Vec<usize> {
        let read = |(place, nth): &(u32, u16)| {
            let place = usize::try_from(*place).unwrap_or(usize::MAX);
            (place, name(place, *nth))
        };
        let from = self.names.partition_point(|one| read(one).1 < text);
        let rest = self.names.get(from..).unwrap_or_default().iter().map(read);
        let begun = rest.take_while(|(_, name)| name.starts_with(text));
        let mut places: Vec<usize> = begun.map(|(place, _)| place).collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}
