//! The key that the council keeps in its safe.

use sha2::{Digest, Sha256};
use zeroize::{ZeroizeOnDrop, Zeroizing};

use crate::Error;
use crate::randomness::Randomness;
use crate::secret::{SECRET_BYTES, Secret};

/// Crockford's alphabet: no I, L, O or U, so that nothing copied by hand is mistaken.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHECK_BYTES: usize = 3;
const WRITTEN_BYTES: usize = SECRET_BYTES + CHECK_BYTES;
const CHARACTERS: usize = WRITTEN_BYTES * 8 / 5;
const GROUP: usize = 4;

/// A random key of 256 bits that opens the store when a passphrase is lost, wiped when dropped.
///
/// It is written as fourteen groups of four characters; the last 24 bits are a checksum, so that
/// a slip in copying is told from a wrong key.
pub struct RecoveryKey(Secret);

impl RecoveryKey {
    /// Draws a new recovery key.
    pub(crate) fn draw(randomness: &mut dyn Randomness) -> Result<Self, Error> {
        Secret::draw(randomness).map(Self)
    }

    /// Reads a recovery key as a person types it.
    ///
    /// Case, spaces and hyphens do not matter; the letter O is read as nought, I and L as one.
    pub fn read(typed: &str) -> Result<Self, Error> {
        let mut written = Zeroizing::new([0; WRITTEN_BYTES]);
        let (groups, _) = written.as_chunks_mut::<5>();
        let mut values = typed.chars().filter(|c| !is_separator(*c)).map(value);

        for group in groups {
            let mut bits = Zeroizing::new(0_u64);
            for _ in 0..8 {
                *bits = *bits << 5 | u64::from(values.next().ok_or(Error::RecoveryKeyLength)??);
            }
            let [_, _, _, bytes @ ..] = bits.to_be_bytes();
            *group = bytes;
        }
        match values.next() {
            None => Self::check(&written),
            Some(Ok(_)) => Err(Error::RecoveryKeyLength),
            Some(Err(fault)) => Err(fault),
        }
    }

    fn check(written: &[u8; WRITTEN_BYTES]) -> Result<Self, Error> {
        let mut key = Self(Secret::blank());
        let (secret, checksum) = written.split_at(SECRET_BYTES);
        key.0.bytes_mut().copy_from_slice(secret);
        if key.checksum() == checksum {
            Ok(key)
        } else {
            Err(Error::RecoveryKeyChecksum)
        }
    }

    /// Gives the key as it is shown, printed and kept: `XXXX-XXXX-…`, wiped when dropped.
    pub fn written(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new([0; WRITTEN_BYTES]);
        let (secret, checksum) = bytes.split_at_mut(SECRET_BYTES);
        secret.copy_from_slice(self.0.bytes());
        checksum.copy_from_slice(&self.checksum());

        let mut text = Zeroizing::new(String::with_capacity(CHARACTERS + CHARACTERS / GROUP));
        for (place, character) in characters(&bytes).enumerate() {
            if place > 0 && place % GROUP == 0 {
                text.push('-');
            }
            text.push(character);
        }
        text
    }

    pub(crate) fn bytes(&self) -> &[u8; SECRET_BYTES] {
        self.0.bytes()
    }

    fn checksum(&self) -> [u8; CHECK_BYTES] {
        let digest = Sha256::new()
            .chain_update(b"sederunt recovery key 1")
            .chain_update(self.0.bytes())
            .finalize();
        let mut checksum = [0; CHECK_BYTES];
        for (place, byte) in checksum.iter_mut().zip(digest) {
            *place = byte;
        }
        checksum
    }
}

impl ZeroizeOnDrop for RecoveryKey {}

/// The bytes, five bits at a time.
fn characters(bytes: &[u8; WRITTEN_BYTES]) -> impl Iterator<Item = char> {
    let (groups, _) = bytes.as_chunks::<5>();
    groups.iter().flat_map(|&[a, b, c, d, e]| {
        let bits = u64::from_be_bytes([0, 0, 0, a, b, c, d, e]);
        (0..8).rev().filter_map(move |place| {
            let value = usize::try_from(bits >> (5 * place) & 31).ok()?;
            ALPHABET.get(value).copied().map(char::from)
        })
    })
}

fn is_separator(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn value(character: char) -> Result<u8, Error> {
    let plain = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    (0..)
        .zip(ALPHABET)
        .find_map(|(value, letter)| (char::from(*letter) == plain).then_some(value))
        .ok_or(Error::RecoveryKeyCharacter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::randomness::test_sources::{Constant, Counter};
    use crate::secret::Unexposed;

    fn a_key() -> RecoveryKey {
        RecoveryKey::draw(&mut Counter(11)).unwrap()
    }

    #[test]
    fn a_key_is_shown_as_fourteen_groups_of_four() {
        let written = a_key().written();

        let groups: Vec<usize> = written.split('-').map(str::len).collect();
        assert_eq!(groups, [4; 14]);
    }

    #[test]
    fn the_alphabet_is_crockford_s() {
        let key = RecoveryKey::draw(&mut Constant(0xff)).unwrap();

        assert!(key.written().starts_with("ZZZZ-ZZZZ-ZZZZ"));
    }

    #[test]
    fn a_key_is_read_however_it_is_typed() {
        let key = a_key();
        let shown = key.written();
        let ways = [
            shown.to_lowercase(),
            shown.replace('-', " "),
            shown.replace('-', ""),
            shown.replace('-', " \u{2013}\n"),
            shown.replace('0', "o").replace('1', "l"),
            shown.replace('0', "O").replace('1', "I"),
        ];

        for typed in ways {
            let read = RecoveryKey::read(&typed).unwrap();

            assert_eq!(read.bytes(), key.bytes(), "{typed}");
        }
        assert!(
            shown.contains('0') && shown.contains('1'),
            "the letters were tried"
        );
    }

    #[test]
    fn every_slip_of_one_character_is_noticed() {
        let shown = a_key().written();

        for place in (0..shown.len()).filter(|place| place % 5 != 4) {
            let mut typed: Vec<u8> = shown.bytes().collect();
            typed[place] = if typed[place] == b'7' { b'8' } else { b'7' };

            let read = RecoveryKey::read(&String::from_utf8(typed).unwrap());

            assert!(
                matches!(read.err(), Some(Error::RecoveryKeyChecksum)),
                "the slip at {place} went unnoticed"
            );
        }
    }

    #[test]
    fn an_incomplete_key_and_a_strange_character_have_their_own_errors() {
        let shown = a_key().written();

        let short = RecoveryKey::read(&shown[..shown.len() - 1]);
        let long = RecoveryKey::read(&format!("{}7", *shown));
        let strange = RecoveryKey::read(&shown.replacen(|c: char| c != '-', "U", 1));
        let strange_end = RecoveryKey::read(&format!("{}?", *shown));

        assert!(matches!(short.err(), Some(Error::RecoveryKeyLength)));
        assert!(matches!(long.err(), Some(Error::RecoveryKeyLength)));
        assert!(matches!(strange.err(), Some(Error::RecoveryKeyCharacter)));
        assert!(matches!(
            strange_end.err(),
            Some(Error::RecoveryKeyCharacter)
        ));
    }

    #[test]
    fn a_recovery_key_cannot_be_printed_copied_or_serialised() {
        <RecoveryKey as Unexposed<_>>::holds();
    }

    proptest! {
        #[test]
        fn every_key_comes_back_from_its_text(seed: u64) {
            let key = RecoveryKey::draw(&mut Counter(seed)).unwrap();

            let read = RecoveryKey::read(&key.written()).unwrap();

            prop_assert_eq!(read.bytes(), key.bytes());
        }

        #[test]
        fn no_text_makes_reading_fail_badly(text in "\\PC*") {
            let _ = RecoveryKey::read(&text);
        }
    }
}
