//! Characters as they can be printed.

use unicode_normalization::UnicodeNormalization as _;

use crate::fonts::Typeface;

/// How much of the text around a character is shown, in characters.
const CONTEXT: usize = 24;

/// Whether a face has a glyph for a character, or for each of its parts.
pub(crate) fn can_print(typeface: &Typeface, character: char) -> bool {
    if character == '\n' || typeface.glyph(character).is_some() {
        return true;
    }
    let mut parts = 0;
    std::iter::once(character).nfd().all(|part| {
        parts += 1;
        typeface.glyph(part).is_some()
    }) && parts > 1
}

/// Gives the character to print: white space as a space, nothing for what is never seen.
pub(crate) fn visible(character: char) -> Option<char> {
    match character {
        '\t' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\n' => Some('\n'),
        '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{E0000}'..='\u{E0FFF}' => None,
        c if c.is_control() => None,
        c => Some(c),
    }
}

/// Gives the words around a place in a text.
pub(crate) fn around(text: &str, at: usize) -> String {
    let before = text
        .get(..at)
        .unwrap_or_default()
        .chars()
        .rev()
        .take(CONTEXT);
    let before: String = before.collect::<Vec<_>>().into_iter().rev().collect();
    let after = text.get(at..).unwrap_or_default().chars().take(CONTEXT + 1);
    before
        .chars()
        .chain(after)
        .map(|c| if c == '\n' { ' ' } else { c })
        .collect()
}
