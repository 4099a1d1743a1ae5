//! Where random bytes come from.

/// Gives random bytes.
///
/// The faces pass the operating system's source and tests pass a counter, so that everything here
/// can be repeated.
pub trait Randomness {
    /// Overwrites all of `bytes`, or says that it could not.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness>;
}

/// The source of random bytes failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the source of random numbers failed")]
pub struct NoRandomness;

#[cfg(test)]
pub(crate) mod test_sources {
    use super::{NoRandomness, Randomness};

    /// Bytes that never repeat but are the same in every run (`SplitMix64`).
    pub(crate) struct Counter(pub(crate) u64);

    impl Randomness for Counter {
        fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
            for chunk in bytes.chunks_mut(8) {
                self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
                let mut mixed = self.0;
                mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
                mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
                mixed ^= mixed >> 31;
                let size = chunk.len();
                chunk.copy_from_slice(&mixed.to_le_bytes()[..size]);
            }
            Ok(())
        }
    }

    /// A source that always gives one byte.
    pub(crate) struct Constant(pub(crate) u8);

    impl Randomness for Constant {
        fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
            bytes.fill(self.0);
            Ok(())
        }
    }

    /// A source that has failed.
    pub(crate) struct Broken;

    impl Randomness for Broken {
        fn fill(&mut self, _: &mut [u8]) -> Result<(), NoRandomness> {
            Err(NoRandomness)
        }
    }
}
