//! Bytes as letters: UTF-8, strictly, or Windows-1252 where a person chose it.

use crate::csv_text::place_of;
use crate::{Refusal, limits};

/// What Windows-1252 puts at 0x80 to 0x9F; the bytes it leaves without a letter are absent.
const UPPER: [Option<char>; 32] = [
    Some('€'),
    None,
    Some('‚'),
    Some('ƒ'),
    Some('„'),
    Some('…'),
    Some('†'),
    Some('‡'),
    Some('ˆ'),
    Some('‰'),
    Some('Š'),
    Some('‹'),
    Some('Œ'),
    None,
    Some('Ž'),
    None,
    None,
    Some('‘'),
    Some('’'),
    Some('“'),
    Some('”'),
    Some('•'),
    Some('–'),
    Some('—'),
    Some('˜'),
    Some('™'),
    Some('š'),
    Some('›'),
    Some('œ'),
    None,
    Some('ž'),
    Some('Ÿ'),
];

/// The text of a file. A byte that has no letter is refused, with the row it stands in.
pub(crate) fn text(bytes: &[u8], windows_1252: bool) -> Result<String, Refusal> {
    if bytes.len() > limits::JSON {
        return Err(Refusal::of_file(limits::too_large(
            bytes.len(),
            limits::JSON,
        )));
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Refusal::of_file(
            "The file is written in UTF-16. Save it as \"CSV UTF-8\".",
        ));
    }
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        let says = format!(
            "Byte {} is zero, which no text holds: the file is written in UTF-16, or is no text.",
            at + 1
        );
        return Err(at_byte(bytes, at, says));
    }
    if windows_1252 {
        return of_windows(bytes);
    }
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let read = std::str::from_utf8(body).map(str::to_owned);
    read.map_err(|error| {
        let at = error.valid_up_to();
        let says = format!(
            "Byte {} is not UTF-8. Save the file as \"CSV UTF-8\", or choose Windows-1252 if an \
             older spreadsheet wrote it.",
            at + 1 + (bytes.len() - body.len())
        );
        at_byte(body, at, says)
    })
}

fn of_windows(bytes: &[u8]) -> Result<String, Refusal> {
    let in_utf8 = std::str::from_utf8(bytes);
    if in_utf8.is_ok_and(|text| !text.is_ascii()) {
        return Err(Refusal::of_file(
            "The file is written in UTF-8, and would be misread as Windows-1252.",
        ));
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    for (at, byte) in bytes.iter().enumerate() {
        let letter = match byte {
            0x80..=0x9F => UPPER.get(usize::from(byte - 0x80)).copied().flatten(),
            other => Some(char::from(*other)),
        };
        let Some(letter) = letter else {
            let says = format!(
                "Byte {} (hexadecimal {byte:02X}) stands for no letter of Windows-1252.",
                at + 1
            );
            return Err(at_byte(bytes, at, says));
        };
        text.push(letter);
    }
    Ok(text)
}

fn at_byte(bytes: &[u8], at: usize, says: String) -> Refusal {
    let before = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default());
    let (row, column) = place_of(&before);
    Refusal::of_row(row, column, says)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_that_is_not_utf_8_is_named_with_its_row_and_column() {
        let refused = text(b"id,name\r\na,Caf\xE9\r\n", false).unwrap_err().0;

        assert_eq!(refused.row, Some(2));
        assert_eq!(refused.column.as_deref(), Some("name"));
        assert!(
            refused.says.starts_with("Byte 15 is not UTF-8"),
            "{}",
            refused.says
        );
    }

    #[test]
    fn windows_1252_is_read_only_where_it_was_chosen() {
        assert_eq!(text(b"Caf\xE9 \x96 \x80", true).unwrap(), "Café – €");
        assert!(text("Café".as_bytes(), true).is_err(), "it is UTF-8");
        assert!(text(b"\x81", true).is_err(), "there is no such letter");
    }

    #[test]
    fn a_byte_order_mark_of_utf_8_is_passed_over_and_utf_16_is_named() {
        assert_eq!(text(b"\xEF\xBB\xBFid", false).unwrap(), "id");
        let refused = text(b"\xFF\xFEi\0d\0", false).unwrap_err().0;
        assert!(refused.says.contains("UTF-16"), "{}", refused.says);
        let refused = text(b"i\0d\0", false).unwrap_err().0;
        assert_eq!(refused.row, Some(1));
    }
}
