//! The text of a cell: what is taken off, and what is never let in.

/// What a spreadsheet would run where a cell begins with it.
const RUN: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Characters that change the direction of what follows, so that it reads as what it is not.
pub(crate) fn turns_direction(letter: char) -> bool {
    matches!(letter, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Takes off the apostrophe that keeps a spreadsheet from running a cell, and refuses a cell that
/// it would run.
pub(crate) fn unprotected(text: &str) -> Result<&str, String> {
    if let Some(rest) = text.strip_prefix('\'')
        && would_run(text)
    {
        return Ok(rest);
    }
    let trimmed = text.trim_start_matches([' ', '\u{FEFF}']);
    match trimmed.chars().next() {
        Some(first @ ('=' | '@')) => Err(format!(
            "The cell begins with \"{first}\", which a spreadsheet runs as a formula. Put the value \
             in its place."
        )),
        Some('\t' | '\r') => Err("The cell begins with a control character.".to_owned()),
        Some(first @ ('+' | '-')) if !is_number(trimmed) => Err(format!(
            "The cell begins with \"{first}\", which a spreadsheet runs as a formula. Begin it with \
             a letter, or put an apostrophe before it."
        )),
        Some(_) | None => Ok(text),
    }
}

/// The cell with an apostrophe before it where a spreadsheet would run it.
pub(crate) fn protected(text: &str) -> String {
    if would_run(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Whether a spreadsheet would run what stands behind any apostrophes. One more apostrophe then
/// goes on and comes off, so that what began with one is read back as it was.
fn would_run(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(RUN)
}

fn is_number(text: &str) -> bool {
    let digits = text.get(1..).unwrap_or_default();
    let plain =
        |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '.' | ',' | '(' | ')');
    digits.chars().any(|letter| letter.is_ascii_digit()) && digits.chars().all(plain)
}

/// The text with plain ends of line and nothing before or after it. A character that cannot be
/// seen, that turns the direction of reading or that stands for a lost one is refused.
pub(crate) fn plain(text: &str, several_lines: bool) -> Result<String, String> {
    let text = if text.contains('\r') {
        text.replace("\r\n", "\n")
    } else {
        text.to_owned()
    };
    let text = text.trim();
    for (place, letter) in text.chars().enumerate() {
        let says = if letter == '\n' {
            if several_lines {
                continue;
            }
            "is an end of line, and this part has one line only".to_owned()
        } else if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{FEFF}') {
            format!("is a control character (U+{:04X})", u32::from(letter))
        } else if turns_direction(letter) {
            format!(
                "turns the direction of reading (U+{:04X})",
                u32::from(letter)
            )
        } else if letter == '\u{FFFD}' {
            "stands for a letter that was lost when the file was written".to_owned()
        } else {
            continue;
        };
        return Err(format!("Character {} of the cell {says}.", place + 1));
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_cell_that_a_spreadsheet_would_run_is_refused() {
        for cell in [
            "=1+1",
            "@SUM(A1)",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "\t=1",
            "  =1",
        ] {
            assert!(unprotected(cell).is_err(), "{cell}");
        }
    }

    #[test]
    fn a_plain_number_with_its_sign_is_no_formula() {
        for cell in ["-5", "+44 1234 234567", "-0.5", "18", "", "men only"] {
            assert_eq!(unprotected(cell), Ok(cell));
        }
    }

    proptest! {
        #[test]
        fn what_is_protected_is_read_back_and_is_never_run(text in "['=+@\t\r a-c-]{0,6}") {
            let written = protected(&text);

            prop_assert!(!written.starts_with(RUN), "{written:?}");
            if !text.starts_with([' ']) {
                prop_assert_eq!(unprotected(&written), Ok(text.as_str()));
            }
        }
    }

    #[test]
    fn characters_that_cannot_be_seen_are_refused() {
        for text in [
            "a\u{0007}b",
            "a\u{202E}b",
            "a\u{2067}b",
            "a\u{FFFD}b",
            "a\tb",
            "a\rb",
            "a\u{0085}b",
        ] {
            assert!(plain(text, true).is_err(), "{text:?}");
        }
        assert_eq!(plain(" a\r\nb ", true).unwrap(), "a\nb");
        assert!(plain("a\nb", false).is_err());
    }
}
