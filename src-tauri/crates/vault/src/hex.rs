//! Bytes written as hexadecimal, in one way only.

use serde::de::{Deserialize, Deserializer, Visitor};
use serde::{Serialize, Serializer};

use crate::Error;
use crate::randomness::Randomness;

/// Exactly `N` bytes that are no secret, written in lower-case hexadecimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hex<const N: usize>(pub(crate) [u8; N]);

impl<const N: usize> Hex<N> {
    /// Fresh random bytes.
    pub(crate) fn draw(randomness: &mut dyn Randomness) -> Result<Self, Error> {
        let mut bytes = [0; N];
        randomness.fill(&mut bytes)?;
        Ok(Self(bytes))
    }
}

/// Appends `bytes` to `text`. The caller reserves the room where the bytes are secret, since a
/// string that grows leaves its old self behind.
pub(crate) fn write_hex(bytes: &[u8], text: &mut String) {
    for byte in bytes {
        for half in [byte >> 4, byte & 0x0f] {
            text.extend(char::from_digit(u32::from(half), 16));
        }
    }
}

fn digit(character: u8) -> Option<u8> {
    match character {
        b'0'..=b'9' => Some(character - b'0'),
        b'a'..=b'f' => Some(character - b'a' + 10),
        _ => None,
    }
}

fn read_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != N || !rest.is_empty() {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, &[high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = digit(high)? << 4 | digit(low)?;
    }
    Some(bytes)
}

impl<const N: usize> Serialize for Hex<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut text = String::with_capacity(2 * N);
        write_hex(&self.0, &mut text);
        serializer.serialize_str(&text)
    }
}

struct HexVisitor<const N: usize>;

impl<const N: usize> Visitor<'_> for HexVisitor<N> {
    type Value = Hex<N>;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{N} bytes in lower-case hexadecimal")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
        let wrong = || E::invalid_value(serde::de::Unexpected::Other("other text"), &self);
        read_hex(text).map(Hex).ok_or_else(wrong)
    }
}

impl<'de, const N: usize> Deserialize<'de> for Hex<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(HexVisitor::<N>)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_from_their_text() {
        let written = serde_json::to_string(&Hex([0x00, 0x7f, 0xff])).unwrap();

        let read: Hex<3> = serde_json::from_str(&written).unwrap();

        assert_eq!(written, "\"007fff\"");
        assert_eq!(read, Hex([0x00, 0x7f, 0xff]));
    }

    #[test]
    fn there_is_one_way_to_write_bytes() {
        for text in ["007FFF", "007ff", "007fff00", "00 7fff", "007fé", ""] {
            let read = serde_json::from_value::<Hex<3>>(text.into());

            assert!(read.is_err(), "{text:?} was accepted");
        }
    }
}
