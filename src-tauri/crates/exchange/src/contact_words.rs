//! The e-mail addresses and telephone numbers that stand in a contact, which is one text.
//!
//! What is not plainly one is passed over: the text itself always goes out whole, and no address is
//! made of a part of another.

use std::collections::BTreeSet;

/// The most digits that a number has anywhere.
const DIGITS: usize = 15;

/// The e-mail addresses of a text, as they stand in it.
pub(crate) fn addresses(text: &str) -> Vec<&str> {
    let ends = |letter: char| {
        letter.is_whitespace()
            || matches!(
                letter,
                ',' | ';' | ':' | '<' | '>' | '(' | ')' | '[' | ']' | '"'
            )
    };
    let words = text.split(ends);
    let words = words.map(|word| word.trim_matches(['.', '!', '?', '\'', '“', '”', '‘', '’']));
    words.filter(|word| is_address(word)).collect()
}

/// Whether a text is an e-mail address, of the plain kind.
pub(crate) fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let named = |label: &str, also: &[char]| {
        !label.is_empty()
            && label
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || also.contains(&letter))
    };
    let host = |label: &str| {
        named(label, &['-'])
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let top = domain.rsplit_once('.').map(|(_, top)| top);
    text.len() <= 254
        && local.len() <= 64
        && local
            .split('.')
            .all(|label| named(label, &['_', '-', '+', '%']))
        && domain.split('.').all(host)
        && top.is_some_and(|top| top.starts_with(|letter: char| letter.is_ascii_alphabetic()))
}

/// The telephone numbers of a text, as they stand in it, each once.
pub(crate) fn numbers(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut before = None;
    let mut done = 0;
    for (at, letter) in text.char_indices() {
        let begins = matches!(letter, '+' | '0' | '(') && at >= done && before.is_none_or(parts);
        before = Some(letter);
        let Some(run) = begins.then(|| run(text.get(at..)?)).flatten() else {
            continue;
        };
        // Of a run that is too long no part is a number.
        done = at + run.passed;
        if let Some(number) = run.number
            && seen.insert(key(number))
        {
            found.push(number);
        }
    }
    found
}

/// Whether a letter may stand before a number: not one of a code, an address or another number.
fn parts(letter: char) -> bool {
    !letter.is_alphanumeric()
        && !matches!(letter, '@' | '/' | '.' | '_' | '-' | '+' | '#' | '=' | '%')
}

/// Figures with what may stand between them.
struct Run<'t> {
    number: Option<&'t str>,
    /// How much of the text was read, in bytes.
    passed: usize,
}

/// The run of figures that a text begins with, and the number in it, if it is one.
fn run(text: &str) -> Option<Run<'_>> {
    let mut end = 0;
    let mut digits = 0;
    let mut opened = false;
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let after_digits =
            before.is_some_and(|letter: char| letter.is_ascii_digit() || letter == ')');
        let goes_on = match letter {
            '0'..='9' => {
                digits += 1;
                end = at + 1;
                true
            }
            '+' => at == 0 || (at == 1 && opened),
            ' ' | '\u{A0}' | '-' => after_digits,
            // `+44 (0)131`, and not the hours that stand behind a number.
            '(' if digits < 5 && !opened => {
                opened = true;
                true
            }
            ')' => opened && after_digits,
            _ => false,
        };
        if !goes_on {
            break;
        }
        before = Some(letter);
    }
    let mut number = text.get(..end)?;
    let behind = text.get(end..)?.chars().next();
    if behind.is_some_and(|letter| letter.is_alphanumeric() || matches!(letter, '@' | '_')) {
        return None;
    }
    if number.starts_with('(') && !number.contains(')') {
        number = number.get(1..)?;
    }
    let number = is_number(number).then_some(number);
    let whole = number.is_some() || digits > DIGITS;
    Some(Run {
        number,
        passed: if whole { end } else { 0 },
    })
}

/// Whether so many digits are a number: of this country, or of another with its code.
fn is_number(text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if text.contains('+') {
        (8..=DIGITS).contains(&digits.len())
    } else if digits.starts_with("00") {
        (10..=DIGITS).contains(&digits.len())
    } else {
        digits.starts_with('0') && (10..=11).contains(&digits.len())
    }
}

/// What every way of writing a number has in common.
pub(crate) fn key(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return number.to_lowercase();
    }
    let abroad = if number.contains('+') {
        Some(digits.as_str())
    } else {
        digits.strip_prefix("00")
    };
    match abroad {
        None => digits,
        Some(abroad) => match abroad.strip_prefix("44") {
            Some(here) => format!("0{}", here.strip_prefix('0').unwrap_or(here)),
            None => format!("+{abroad}"),
        },
    }
}

/// Whether a text says some words already, and not as a part of others. Capitals do not matter.
pub(crate) fn holds(text: &str, words: &str) -> bool {
    let (text, words) = (text.to_ascii_lowercase(), words.to_ascii_lowercase());
    text.match_indices(&words).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + words.len()..);
        let after = after.and_then(|text| text.chars().next());
        let stands_alone = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
        stands_alone(before) && stands_alone(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_whole_or_not_at_all() {
        let text = "Duty desk <duty.desk@example.org>, or mailto:Night@example.org. \
                    o'brien@example.org éa@example.org a@b @example.org x@@example.org";

        assert_eq!(
            addresses(text),
            ["duty.desk@example.org", "Night@example.org"]
        );
    }

    #[test]
    fn numbers_are_found_as_they_are_written() {
        for (text, found) in [
            ("Desk 01592 123 456, day and night", "01592 123 456"),
            ("Ring (0131) 222-3333 (9 to 5)", "(0131) 222-3333"),
            ("Desk (0131 222 3333)", "0131 222 3333"),
            ("+44 (0)1592 123456 or 123457", "+44 (0)1592 123456"),
            ("Tel:0131 222 3333 - 9 to 5", "0131 222 3333"),
            ("01592 123456 ext. 12", "01592 123456"),
        ] {
            assert_eq!(numbers(text), [found], "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_passed_over() {
        for text in [
            "09-10-2026",
            "01/02/2026 to 03/04/2026",
            "SC012345678",
            "https://example.org/01592123456",
            "01592123456@example.org",
            "Room 01, floor 02",
            "01592 123456 24 hours",
            "0159212345a",
        ] {
            assert_eq!(numbers(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_number_is_one_however_it_is_written() {
        for written in ["01592 123456", "+44 1592 123456", "0044 (0)1592-123456"] {
            assert_eq!(key(written), "01592123456");
        }
        assert_eq!(numbers("01592 123456 or +44 1592 123456").len(), 1);
        assert_ne!(key("01592 123457"), "01592123456");
        assert_ne!(key("+33 1592 123456"), "01592123456");
        assert_ne!(key("ask"), key("tell"));
    }

    #[test]
    fn figures_without_end_are_no_number() {
        assert_eq!(numbers(&"0 ".repeat(16_000)), Vec::<&str>::new());
    }

    #[test]
    fn words_are_held_where_they_stand_alone() {
        assert!(holds("Write to Duty@example.org.", "duty@example.org"));
        assert!(!holds("offduty@example.org", "duty@example.org"));
    }
}
