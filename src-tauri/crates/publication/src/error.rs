//! What stops a local edition from being read or signed.

/// What stops a local edition from being read or signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The file is not a local edition.
    #[error("the file is not a local edition of the directory")]
    NotAnEdition,
    /// A byte was changed after it was signed.
    #[error("the file was changed after it was signed")]
    Forged,
    /// It is signed and cannot be read: it is of a newer kind, or larger than allowed.
    #[error("the local edition cannot be read")]
    Unparsable,
    /// Whoever proposed it may not approve it too.
    #[error("a second person approves")]
    SamePerson,
    /// It was approved already.
    #[error("the local edition is approved already")]
    ApprovedAlready,
}
