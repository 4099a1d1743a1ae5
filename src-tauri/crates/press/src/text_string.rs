//! Text in the dictionaries of a PDF.

use lopdf::{Object, StringFormat};

/// Gives text as a PDF text string: plain where it is ASCII, UTF-16 otherwise.
pub(crate) fn text_string(text: &str) -> Object {
    if text.is_ascii() {
        return Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}
