//! Which entries say a word: every word the beginning of a word, names above aliases above text.
//!
//! An entry that changes is written anew and its old number goes out of use; the register writes
//! the whole index again once more numbers are out of use than in it.

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;

use crate::fold::fold;

/// Where in an entry a word stands, the heaviest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Text,
    Alias,
    Name,
}

impl Field {
    fn weight(self) -> u8 {
        match self {
            Self::Text => 2,
            Self::Alias => 8,
            Self::Name => 20,
        }
    }
}

/// What an entry says, by where it says it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Said {
    pub name: String,
    pub aliases: Vec<String>,
    pub text: Vec<String>,
}

/// That an entry says a word, and where. A directory of twenty thousand entries has some two million
/// of them, so the number of the entry and the field share four bytes.
#[derive(Clone, Copy, Debug)]
struct Posting(u32);

impl Posting {
    fn new(number: u32, field: Field) -> Self {
        let field = match field {
            Field::Text => 0,
            Field::Alias => 1,
            Field::Name => 2,
        };
        Self(number << 2 | field)
    }

    fn number(self) -> u32 {
        self.0 >> 2
    }

    fn field(self) -> Field {
        match self.0 & 3 {
            0 => Field::Text,
            1 => Field::Alias,
            _ => Field::Name,
        }
    }
}

/// The words of every entry.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordIndex {
    postings: BTreeMap<Box<str>, Vec<Posting>>,
    /// The place of each number in the register; [`NOWHERE`] once it is out of use.
    place_of: Vec<u32>,
    unused: usize,
}

/// The place of what is out of use.
const NOWHERE: u32 = u32::MAX;

/// A word that is typed exactly weighs a little more than one of which it is the beginning.
const WHOLE: u8 = 1;

impl WordIndex {
    /// Adds an entry that stands at a place of the register, and gives its number.
    pub(crate) fn add(&mut self, place: usize, said: &Said) -> u32 {
        let number = u32::try_from(self.place_of.len()).unwrap_or(u32::MAX);
        self.place_of.push(narrow(place));
        let texts = said.text.iter().map(|text| (Field::Text, text));
        let aliases = said.aliases.iter().map(|alias| (Field::Alias, alias));
        let fields = texts.chain(aliases).chain([(Field::Name, &said.name)]);
        let folded: Vec<(Field, String)> =
            fields.map(|(field, text)| (field, fold(text))).collect();
        // The heaviest field comes last and stands.
        let mut words: HashMap<&str, Field> = HashMap::new();
        for (field, text) in &folded {
            words.extend(text.split(' ').map(|word| (word, *field)));
        }
        words.remove("");
        for (word, field) in words {
            let posting = Posting::new(number, field);
            match self.postings.get_mut(word) {
                Some(postings) => postings.push(posting),
                None => {
                    self.postings.insert(word.into(), vec![posting]);
                }
            }
        }
        number
    }

    /// Takes a number out of use.
    pub(crate) fn forget(&mut self, number: u32) {
        if let Some(place) = self.slot(number)
            && *place != NOWHERE
        {
            *place = NOWHERE;
            self.unused += 1;
        }
    }

    /// Says that the entry of a number stands at another place of the register.
    pub(crate) fn moved(&mut self, number: u32, place: usize) {
        if let Some(held) = self.slot(number) {
            *held = narrow(place);
        }
    }

    /// Whether more numbers are out of use than in it.
    pub(crate) fn is_worn(&self) -> bool {
        self.unused > 64 && self.unused * 2 > self.place_of.len()
    }

    /// Whether an entry has a word that begins so.
    pub(crate) fn holds(&self, beginning: &str) -> bool {
        self.words_from(beginning).any(|(_, postings)| {
            let mut places = postings.iter().map(|posting| self.place(*posting));
            places.any(|place| place.is_some())
        })
    }

    /// Whether an entry has the word itself.
    pub(crate) fn says(&self, word: &str) -> bool {
        let postings = self.postings.get(word).into_iter().flatten();
        let mut places = postings.map(|posting| self.place(*posting));
        places.any(|place| place.is_some())
    }

    /// Every word, and how many entries have it.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&str, usize)> {
        let words = self.postings.iter();
        words.map(|(word, postings)| (word.as_ref(), postings.len()))
    }

    /// Raises the weight of each place whose entry has a word that begins so.
    pub(crate) fn weigh(&self, beginning: &str, weights: &mut [u8]) {
        for (word, postings) in self.words_from(beginning) {
            let whole = if word.len() == beginning.len() {
                WHOLE
            } else {
                0
            };
            for posting in postings {
                let held = self.place(*posting).and_then(|at| weights.get_mut(at));
                if let Some(held) = held {
                    *held = (*held).max(posting.field().weight() + whole);
                }
            }
        }
    }

    fn slot(&mut self, number: u32) -> Option<&mut u32> {
        let at = usize::try_from(number).ok()?;
        self.place_of.get_mut(at)
    }

    fn place(&self, posting: Posting) -> Option<usize> {
        let number = usize::try_from(posting.number()).ok()?;
        let place = self.place_of.get(number).copied()?;
        usize::try_from(place).ok().filter(|_| place != NOWHERE)
    }

    fn words_from<'a>(
        &'a self,
        beginning: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a Vec<Posting>)> {
        let from = (Bound::Included(beginning), Bound::Unbounded);
        let words = self.postings.range::<str, _>(from);
        words
            .map(|(word, postings)| (word.as_ref(), postings))
            .take_while(move |(word, _)| word.starts_with(beginning))
    }
}

fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(NOWHERE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(name: &str, alias: &str, text: &str) -> Said {
        Said {
            name: name.into(),
            aliases: vec![alias.into()],
            text: vec![text.into()],
        }
    }

    fn weights(index: &WordIndex, beginning: &str) -> [u8; 3] {
        let mut weights = [0; 3];
        index.weigh(beginning, &mut weights);
        weights
    }

    #[test]
    fn a_name_weighs_more_than_an_alias_and_an_alias_more_than_text() {
        let mut index = WordIndex::default();
        index.add(0, &said("Recovery house", "", "Drugs and alcohol."));
        index.add(1, &said("Housing first", "Drugs", "Drugs."));
        index.add(2, &said("Drugs team", "Drugs", "A house."));

        assert_eq!(weights(&index, "dru"), [2, 8, 20]);
        assert_eq!(weights(&index, "drugs"), [3, 9, 21]);
        assert_eq!(weights(&index, "hous"), [20, 20, 2]);
        assert_eq!(weights(&index, "rugs"), [0; 3]);
    }

    #[test]
    fn what_is_forgotten_is_found_no_more_and_what_moved_is_found_where_it_is() {
        let mut index = WordIndex::default();
        let first = index.add(0, &said("Bail", "", ""));
        let second = index.add(1, &said("Bail", "", ""));

        index.forget(first);
        index.moved(second, 0);

        assert_eq!(weights(&index, "bail"), [21, 0, 0]);
        index.forget(second);
        assert!(!index.holds("bail"));
    }
}
