//! What one guess at a passphrase costs.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

use crate::Error;
use crate::passphrase::Passphrase;
use crate::secret::{SECRET_BYTES, Secret};

/// The work of turning a passphrase into a key with Argon2id.
///
/// A key file from elsewhere may state any figures. They are judged before any memory is taken,
/// so that a crafted file can neither weaken a passphrase nor exhaust the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Cost {
    const CEILING: Self = Self {
        memory_kib: 1024 * 1024,
        passes: 10,
        lanes: 16,
    };

    /// What a new slot uses: 256 MiB, three passes, four lanes.
    pub const fn standard() -> Self {
        Self {
            memory_kib: 256 * 1024,
            passes: 3,
            lanes: 4,
        }
    }

    /// The least that is accepted: 64 MiB, three passes, four lanes. For weak machines and tests.
    pub const fn floor() -> Self {
        Self {
            memory_kib: 64 * 1024,
            passes: 3,
            lanes: 4,
        }
    }

    /// Refuses figures below the floor or above 1 GiB, ten passes and sixteen lanes.
    pub(crate) fn accept(self) -> Result<Self, Error> {
        let (floor, ceiling) = (Self::floor(), Self::CEILING);
        let accepted = (floor.memory_kib..=ceiling.memory_kib).contains(&self.memory_kib)
            && (floor.passes..=ceiling.passes).contains(&self.passes)
            && (floor.lanes..=ceiling.lanes).contains(&self.lanes);
        if accepted {
            Ok(self)
        } else {
            Err(Error::CostRefused)
        }
    }

    /// The figures in a fixed order and width, for authentication.
    pub(crate) fn canonical(self) -> [u8; 12] {
        let mut bytes = [0; 12];
        let figures = [self.memory_kib, self.passes, self.lanes];
        let (places, _) = bytes.as_chunks_mut::<4>();
        for (place, figure) in places.iter_mut().zip(figures) {
            *place = figure.to_be_bytes();
        }
        bytes
    }

    /// Stretches a passphrase at this cost.
    pub(crate) fn stretch(self, passphrase: &Passphrase, salt: &[u8]) -> Result<Secret, Error> {
        self.accept()?;
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(SECRET_BYTES))
            .map_err(Error::Derivation)?;
        let mut memory = take_memory(params.block_count())?;
        let mut stretched = Secret::blank();

        let done = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into_with_memory(
                passphrase.as_str().as_bytes(),
                salt,
                stretched.bytes_mut(),
                memory.as_mut_slice(),
            );
        // The crate wipes its own variables but leaves the caller's blocks as they are.
        memory.iter_mut().for_each(Zeroize::zeroize);

        done.map_err(Error::Derivation)?;
        Ok(stretched)
    }
}

/// Takes the working memory, saying so when there is not enough instead of ending the program.
fn take_memory(blocks: usize) -> Result<Vec<Block>, Error> {
    let mut memory = Vec::new();
    memory
        .try_reserve_exact(blocks)
        .map_err(|_| Error::Derivation(argon2::Error::OutOfMemory))?;
    memory.resize(blocks, Block::new());
    Ok(memory)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(memory_kib: u32, passes: u32, lanes: u32) -> Cost {
        Cost {
            memory_kib,
            passes,
            lanes,
        }
    }

    #[test]
    fn the_floor_the_standard_and_the_ceiling_are_accepted() {
        for cost in [Cost::floor(), Cost::standard(), Cost::CEILING] {
            assert!(cost.accept().is_ok(), "{cost:?} was refused");
        }
    }

    #[test]
    fn figures_outside_the_range_are_refused_before_any_memory_is_taken() {
        let passphrase = Passphrase::new("any words at all").unwrap();
        let refused = [
            cost(64 * 1024 - 1, 3, 4),
            cost(64 * 1024, 2, 4),
            cost(64 * 1024, 3, 3),
            cost(1024 * 1024 + 1, 3, 4),
            cost(64 * 1024, 11, 4),
            cost(64 * 1024, 3, 17),
            cost(u32::MAX, u32::MAX, u32::MAX),
        ];

        for cost in refused {
            let stretched = cost.stretch(&passphrase, &[0; 16]);

            assert!(
                matches!(stretched.err(), Some(Error::CostRefused)),
                "{cost:?} was accepted"
            );
        }
    }

    /// The expected bytes come from another implementation (the reference library in C).
    #[test]
    fn stretching_agrees_with_the_reference_implementation() {
        let passphrase = Passphrase::new("correct horse battery staple").unwrap();

        let stretched = Cost::floor()
            .stretch(&passphrase, b"0123456789abcdef")
            .unwrap();

        let mut text = String::new();
        crate::hex::write_hex(stretched.bytes(), &mut text);
        assert_eq!(
            text,
            "efb51f9a76584f6dd6a4f7942a1a2f6ae5a6e4ec5142ff674dfd5d27eb45e446"
        );
    }
}
