//! The key that opens the database.

use zeroize::{ZeroizeOnDrop, Zeroizing};

use crate::Error;
use crate::hex::write_hex;
use crate::randomness::Randomness;
use crate::secret::{SECRET_BYTES, Secret};

/// The random key of one database, wiped when dropped.
pub struct DatabaseKey(pub(crate) Secret);

impl DatabaseKey {
    /// Draws the key of a new database.
    pub fn draw(randomness: &mut dyn Randomness) -> Result<Self, Error> {
        Secret::draw(randomness).map(Self)
    }

    /// Gives the raw key as `SQLCipher` takes it, `x'…'` with 64 hexadecimal digits.
    ///
    /// The text is wiped when dropped. It holds no quotation mark but its own two, so it can stand
    /// inside the double quotes of `PRAGMA key`.
    pub fn raw_key_literal(&self) -> Zeroizing<String> {
        let mut literal = Zeroizing::new(String::with_capacity(2 * SECRET_BYTES + 3));
        literal.push_str("x'");
        write_hex(self.0.bytes(), &mut literal);
        literal.push('\'');
        literal
    }
}

impl ZeroizeOnDrop for DatabaseKey {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::randomness::test_sources::{Constant, Counter};
    use crate::secret::Unexposed;

    #[test]
    fn the_literal_is_sixty_four_digits_between_quotation_marks() {
        let key = DatabaseKey::draw(&mut Constant(0xa5)).unwrap();

        let literal = key.raw_key_literal();

        assert_eq!(*literal, format!("x'{}'", "a5".repeat(32)));
        assert_eq!(literal.capacity(), literal.len(), "the text never grew");
    }

    #[test]
    fn a_key_cannot_be_printed_copied_or_serialised() {
        <DatabaseKey as Unexposed<_>>::holds();
    }

    #[test]
    fn two_databases_have_two_keys() {
        let mut randomness = Counter(1);

        let first = DatabaseKey::draw(&mut randomness).unwrap();
        let second = DatabaseKey::draw(&mut randomness).unwrap();

        assert_ne!(first.raw_key_literal(), second.raw_key_literal());
    }
}
