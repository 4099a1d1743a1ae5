//! The edition that the program ships with.

use edition::{Edition, PINNED_KEYS};

use crate::Fault;

const FILE: &[u8] = include_bytes!("../../../content/edition.sederunt");

/// Verifies and reads the edition that the program ships with.
pub fn bundled_edition() -> Result<Edition, Fault> {
    Ok(edition::verify(FILE, &PINNED_KEYS)?)
}
