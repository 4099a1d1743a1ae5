//! The bundled list of words for generated passphrases.
//!
//! The notice beside the list says whose it is.

use crate::Error;
use crate::randomness::{NoRandomness, Randomness};

/// How many words the list has: five throws of a die, 12.9 bits for each word.
pub(crate) const WORDS: u16 = 7_776;

/// Numbers from here up are drawn again, because 65,536 is not a multiple of 7,776 and the words
/// at the head of the list would otherwise come up more often.
const UNFAIR_FROM: u16 = u16::MAX - (u16::MAX % WORDS);

/// More unfair numbers than this in a row mean that the source is broken (one chance in 2⁵⁵⁰).
const MOST_DRAWS: usize = 128;

static LIST: &str = include_str!("../words/eff-large.txt");

/// Draws one word, each as likely as any other.
pub(crate) fn draw_word(randomness: &mut dyn Randomness) -> Result<&'static str, Error> {
    for _ in 0..MOST_DRAWS {
        let mut bytes = [0; 2];
        randomness.fill(&mut bytes)?;
        if let Some(place) = fair_place(u16::from_be_bytes(bytes)) {
            return LIST
                .lines()
                .nth(place)
                .ok_or(Error::NoRandomness(NoRandomness));
        }
    }
    Err(NoRandomness.into())
}

/// The place in the list that a random number stands for, if it can be used.
fn fair_place(number: u16) -> Option<usize> {
    (number < UNFAIR_FROM).then_some(usize::from(number % WORDS))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::randomness::test_sources::Constant;

    #[test]
    fn the_list_has_as_many_distinct_words_as_it_says() {
        let words: HashSet<&str> = LIST.lines().collect();

        assert_eq!(LIST.lines().count(), usize::from(WORDS));
        assert_eq!(words.len(), usize::from(WORDS));
    }

    #[test]
    fn every_word_can_be_typed_on_any_keyboard() {
        for word in LIST.lines() {
            let plain = word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');

            assert!(plain && word.len() >= 3, "{word:?}");
        }
    }

    #[test]
    fn every_word_is_as_likely_as_any_other() {
        let mut counts = vec![0; usize::from(WORDS)];

        for place in (0..=u16::MAX).filter_map(fair_place) {
            counts[place] += 1;
        }

        assert!(counts.iter().all(|count| *count == 8));
    }

    #[test]
    fn a_source_that_never_gives_a_fair_number_is_refused() {
        let drawn = draw_word(&mut Constant(0xff));

        assert!(matches!(drawn, Err(Error::NoRandomness(_))));
    }
}
