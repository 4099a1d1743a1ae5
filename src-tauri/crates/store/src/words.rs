//! What a person types into a search, made safe and alike.
//!
//! User text never becomes query syntax (requirement D2): only letters and digits leave here, each
//! word in quotes. [`query`] is the one function that writes a query.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// More words than this say no more than these do.
const MOST_WORDS: usize = 12;

/// No word that can be found is longer.
const LONGEST: usize = 64;

/// Folds text as the index folds it: lower case, without accents, words parted by one space.
pub(crate) fn fold(text: &str) -> String {
    let bare = text.nfd().filter(|letter| !is_combining_mark(*letter));
    let mut folded = String::with_capacity(text.len());
    for letter in bare.nfc().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            folded.push(letter);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Gives the words that are searched for.
pub(crate) fn words(typed: &str) -> Vec<String> {
    let folded = fold(typed);
    let words = folded
        .split(' ')
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS);
    words
        .map(|word| word.chars().take(LONGEST).collect())
        .collect()
}

/// Gives the readings of what was typed, the plain one first: a section of an Act is written `s.209`
/// and typed `section 209`, `s 209` or `s209`.
pub(crate) fn readings(typed: &str) -> Vec<Vec<String>> {
    let plain = words(typed);
    let mut cited = Vec::with_capacity(plain.len() + 1);
    for (place, word) in plain.iter().enumerate() {
        let before_a_number = plain.get(place + 1).is_some_and(|next| is_number(next));
        let number = word.strip_prefix('s').filter(|rest| is_number(rest));
        if before_a_number && SECTION.contains(&word.as_str()) {
            cited.push("s".to_owned());
        } else if let Some(number) = number {
            cited.extend(["s".to_owned(), number.to_owned()]);
        } else {
            cited.push(word.clone());
        }
    }
    if cited == plain {
        vec![plain]
    } else {
        vec![plain, cited]
    }
}

/// What people write before the number of a section.
const SECTION: [&str; 5] = ["section", "sections", "sect", "sec", "ss"];

fn is_number(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit())
}

/// Writes the query that finds every entry with words beginning as each of `words` does.
pub(crate) fn query(words: &[String]) -> String {
    let quoted = words
        .iter()
        .map(|word| format!("\"{}\"*", word.replace('"', "\"\"")));
    quoted.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn accents_case_and_marks_make_no_difference() {
        assert_eq!(fold("  Dùn Èideann—ÒBAN, (HMP)  "), "dun eideann oban hmp");
        assert_eq!(fold("Sheriff's"), "sheriff s");
        assert_eq!(fold("한국"), "한국");
    }

    #[test]
    fn a_section_is_found_however_it_is_cited() {
        let cited = |typed| readings(typed).pop().unwrap_or_default();

        assert_eq!(cited("s.227A"), ["s", "227a"]);
        assert_eq!(cited("section 227A"), ["s", "227a"]);
        assert_eq!(cited("s227A"), ["s", "227a"]);
        assert_eq!(readings("s2500123").len(), 2, "it may be a reference");
        assert_eq!(readings("section of the Act").len(), 1);
    }

    #[test]
    fn every_word_is_quoted_and_is_a_prefix() {
        assert_eq!(
            query(&words("tagged OR bail*")),
            "\"tagged\"* \"or\"* \"bail\"*"
        );
        assert_eq!(query(&words("\"'()*:^{}-\u{0}🙂")), "");
    }

    proptest! {
        #[test]
        fn nothing_but_letters_digits_and_our_own_marks_leaves(typed in "\\PC*") {
            let query = query(&words(&typed));

            let foreign = query.chars().find(|c| !c.is_alphanumeric() && !"\"* ".contains(*c));
            prop_assert_eq!(foreign, None);
        }
    }
}
