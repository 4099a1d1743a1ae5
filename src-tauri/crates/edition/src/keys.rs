//! The keys whose signature makes a file an edition.

use ed25519_dalek::SigningKey;

use crate::Error;

/// The public keys the program trusts: the one in use and the next. Both are the development
/// keys, whose secret halves are published beside the content; an office that publishes its own
/// editions builds with its own.
pub const PINNED_KEYS: [[u8; 32]; 2] = [
    [
        0x8c, 0xbf, 0x98, 0xf7, 0x8d, 0x32, 0xdf, 0x7a, 0xdf, 0xc4, 0x49, 0xb8, 0x5f, 0x6d, 0x07,
        0x0b, 0x96, 0x9c, 0xc0, 0x32, 0xbb, 0xb0, 0xa8, 0xb1, 0x69, 0x5a, 0x19, 0x37, 0xf9, 0xe3,
        0xe3, 0x3c,
    ],
    [
        0xc0, 0x63, 0x04, 0x74, 0xe7, 0x36, 0xb6, 0x69, 0xc1, 0xf2, 0x59, 0x21, 0x9b, 0xcb, 0xd4,
        0x76, 0xb2, 0xcc, 0xeb, 0x45, 0x06, 0x66, 0x97, 0x3c, 0x20, 0x41, 0xfe, 0x81, 0xab, 0x20,
        0xad, 0x0f,
    ],
];

/// Reads a signing key from 64 hexadecimal digits.
pub fn signing_key(digits: &str) -> Result<SigningKey, Error> {
    let digits = digits.trim();
    if digits.len() != 64 || !digits.is_ascii() {
        return Err(Error::BadKey);
    }
    let mut seed = [0; 32];
    for (byte, pair) in seed.iter_mut().zip(digits.as_bytes().chunks(2)) {
        let pair = std::str::from_utf8(pair).map_err(|_| Error::BadKey)?;
        *byte = u8::from_str_radix(pair, 16).map_err(|_| Error::BadKey)?;
    }
    Ok(SigningKey::from_bytes(&seed))
}
