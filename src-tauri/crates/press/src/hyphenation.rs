//! Where an English word may be parted.

use hypher::{Lang, hyphenate_bounded};

/// Words of up to this many letters stay whole unless no line can hold them.
const WHOLE: usize = 14;

/// The longest word, in bytes, that the patterns can be tried on.
const LONGEST: usize = 45;

/// Letters that must stand on each side of a hyphen.
const SIDE: usize = 3;

/// Whether a word is long enough to be parted where a line would be left short.
///
/// Names stay whole: a word with a capital letter is never long.
pub(crate) fn is_long(word: &str) -> bool {
    let letters = letters(word);
    letters.chars().count() > WHOLE && !letters.chars().any(char::is_uppercase)
}

/// Gives where a word may be parted, as byte offsets in order.
pub(crate) fn places(word: &str) -> Vec<usize> {
    let letters = letters(word);
    if letters.len() > LONGEST || !letters.chars().all(char::is_alphabetic) {
        return Vec::new();
    }
    let offset = word.find(letters).unwrap_or_default();
    let mut at = offset;
    let mut places = Vec::new();
    for syllable in hyphenate_bounded(letters, Lang::English, SIDE, SIDE) {
        at += syllable.len();
        places.push(at);
    }
    places.pop();
    places
}

/// Gives a word without the punctuation around it.
fn letters(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_around_a_word_stays_with_its_ends() {
        let places = places("(representation),");

        assert!(places.iter().all(|at| (4..=12).contains(at)), "{places:?}");
        assert!(!places.is_empty());
    }

    #[test]
    fn names_and_short_words_stay_whole() {
        assert!(!is_long("Kirkcudbrightshire"));
        assert!(!is_long("supervision"));
        assert!(is_long("misrepresentation"));
    }

    #[test]
    fn figures_and_very_long_words_are_not_tried() {
        assert!(places("227G(2)(b)").is_empty());
        assert!(places(&"a".repeat(80)).is_empty());
    }
}
