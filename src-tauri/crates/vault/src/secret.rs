//! Thirty-two bytes that nobody may see.

use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::Error;
use crate::randomness::Randomness;

/// The length of every key here.
pub(crate) const SECRET_BYTES: usize = 32;

/// Thirty-two secret bytes, wiped when dropped.
///
/// They live behind a box so that moving the value leaves no copy on the stack. There is no
/// `Debug`, `Clone` or `Serialize`, and there never should be.
pub(crate) struct Secret(Box<[u8; SECRET_BYTES]>);

impl Secret {
    /// Zeros, to be filled in place.
    pub(crate) fn blank() -> Self {
        Self(Box::new([0; SECRET_BYTES]))
    }

    /// Fresh random bytes.
    pub(crate) fn draw(randomness: &mut dyn Randomness) -> Result<Self, Error> {
        let mut secret = Self::blank();
        randomness.fill(secret.bytes_mut())?;
        Ok(secret)
    }

    pub(crate) fn bytes(&self) -> &[u8; SECRET_BYTES] {
        &self.0
    }

    pub(crate) fn bytes_mut(&mut self) -> &mut [u8; SECRET_BYTES] {
        &mut self.0
    }
}

impl Zeroize for Secret {
    fn zeroize(&mut self) {
        self.0.as_mut_slice().zeroize();
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.zeroize();
    }
}

impl ZeroizeOnDrop for Secret {}

/// A compile-time test: `<T as Unexposed<_>>::holds()` has one meaning only while `T` can be
/// neither printed, copied nor serialised.
#[cfg(test)]
pub(crate) trait Unexposed<Way> {
    fn holds() {}
}

#[cfg(test)]
mod ways {
    pub(super) struct Printed;
    pub(super) struct Copied;
    pub(super) struct Serialised;
}

#[cfg(test)]
impl<T> Unexposed<()> for T {}
#[cfg(test)]
impl<T: std::fmt::Debug> Unexposed<ways::Printed> for T {}
#[cfg(test)]
impl<T: Clone> Unexposed<ways::Copied> for T {}
#[cfg(test)]
impl<T: serde::Serialize> Unexposed<ways::Serialised> for T {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::randomness::test_sources::{Broken, Counter};

    #[test]
    fn a_secret_can_be_wiped_and_never_shown() {
        let mut secret = Secret::draw(&mut Counter(1)).unwrap();
        assert_ne!(secret.bytes(), &[0; SECRET_BYTES]);

        secret.zeroize();

        <Secret as Unexposed<_>>::holds();
        assert_eq!(secret.bytes(), &[0; SECRET_BYTES]);
    }

    #[test]
    fn no_secret_is_made_of_a_failed_source() {
        let drawn = Secret::draw(&mut Broken);

        assert!(matches!(drawn.err(), Some(Error::NoRandomness(_))));
    }
}
