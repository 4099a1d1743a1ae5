//! A local edition of the directory: what an office changed over the national one, put into a file
//! that one person proposes, another approves, and other machines install.
//!
//! Nothing in it is read before its signatures are seen to be whole. Whose keys they are is for the
//! caller to know: a key is trusted once a person has compared its fingerprint.

mod comparing;
mod error;
mod local_edition;
mod signed;

pub use comparing::{Difference, InstallEffect, compare};
pub use error::Error;
pub use local_edition::{LocalEdition, PublishedEntry};
pub use signed::{Fingerprint, Signed, approve, propose, read};
