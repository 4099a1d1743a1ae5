//! Text made alike before it is compared: lower case, without accents and marks.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds text: lower case, without accents, words parted by one space. Apostrophes join what they
/// stand in, since hardly anyone types them.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        // Most text is, and there is nothing in it to take apart: thousands of entries are read
        // while a person waits.
        let letters = text.chars().map(|letter| letter.to_ascii_lowercase());
        letters.for_each(|letter| push(&mut folded, letter));
    } else {
        let bare = text.nfd().filter(|letter| !is_combining_mark(*letter));
        let letters = bare.nfc().flat_map(char::to_lowercase);
        letters.for_each(|letter| push(&mut folded, letter));
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn push(folded: &mut String, letter: char) {
    if letter.is_alphanumeric() {
        folded.push(letter);
    } else if !matches!(letter, '\'' | '’') && !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_marks_make_no_difference() {
        assert_eq!(fold("  Dùn Èideann—ÒBAN, (HMP)  "), "dun eideann oban hmp");
        assert_eq!(fold("Women's work: MF:MC"), "womens work mf mc");
        assert_eq!(fold("--- '"), "");
    }
}
