//! The little arithmetic of measuring, and writing it down as JSON.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use crate::trouble::Trouble;

/// Gives the middle value; of an even number, the lower of the two in the middle.
pub(crate) fn median<T: Ord + Copy>(values: &[T]) -> Option<T> {
    let mut values = values.to_vec();
    values.sort_unstable();
    values.get(values.len().checked_sub(1)? / 2).copied()
}

/// Gives a time in thousandths of a second.
pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Quotes a text for JSON.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            letter if letter.is_control() => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(letter));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

/// Finds a whole number in JSON that our own programs wrote: the value of the last key, inside the
/// objects of the keys before it.
pub(crate) fn number_in(json: &str, keys: &[&str]) -> Option<u64> {
    let inside = keys.iter().try_fold(json, |rest, key| {
        let (_, after) = rest.split_once(&format!("\"{key}\":"))?;
        Some(after)
    })?;
    let inside = inside.trim_start();
    let end = inside.find(|letter: char| !letter.is_ascii_digit());
    inside.get(..end.unwrap_or(inside.len()))?.parse().ok()
}

pub(crate) fn write(file: &Path, words: &str) -> Result<(), Trouble> {
    std::fs::write(file, words)
        .map_err(|e| Trouble::new(format!("{} cannot be written ({e}).", file.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_value_in_the_middle() {
        assert_eq!(median(&[9, 1, 5]), Some(5));
        assert_eq!(median(&[4, 1, 3, 2]), Some(2));
        assert_eq!(median::<u32>(&[]), None);
    }

    #[test]
    fn a_number_is_found_inside_its_object() {
        let json = r#"{ "a": { "p50": 3, "max": 9 }, "b": { "p50": 12 } }"#;

        assert_eq!(number_in(json, &["a", "max"]), Some(9));
        assert_eq!(number_in(json, &["b", "p50"]), Some(12));
        assert_eq!(number_in(json, &["c"]), None);
    }

    #[test]
    fn text_is_quoted_for_json() {
        assert_eq!(quoted("a \"b\"\n\\"), r#""a \"b\"\n\\""#);
        assert_eq!(quoted("\u{1}"), r#""\u0001""#);
    }
}
