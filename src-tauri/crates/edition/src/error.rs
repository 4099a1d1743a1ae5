//! What stops an edition from being read.

use crate::ContentFault;

/// What stops an edition from being read, packed or verified.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A source could not be read from disk.
    #[error("could not read {file}")]
    Unreadable {
        /// The file, below the content folder.
        file: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The sources have faults.
    #[error("the content has {} faults", .0.len())]
    Faulty(Vec<ContentFault>),
    /// The file is not an edition.
    #[error("the file is not an edition")]
    NotAnEdition,
    /// No key the program knows has signed the file, or a byte of it was changed.
    #[error("the signature is not of a key this program knows")]
    Forged,
    /// The file is signed and cannot be read: it is of a newer kind, or larger than allowed.
    #[error("the edition cannot be read")]
    Unparsable,
    /// The signing key is not 64 hexadecimal digits.
    #[error("the signing key is not 64 hexadecimal digits")]
    BadKey,
}
