//! What stopped an act, as the page treats it: a closed list of codes. The words are in the one
//! catalogue, `words.rs` for paper and terminal and `words.ts` for the page.

use serde::Serialize;

/// What stopped an act. A fault without words does not compile, here or on the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type, thiserror::Error)]
#[serde(
    tag = "code",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case"
)]
pub enum Fault {
    /// The store is locked: nothing may be done before a passphrase opens it.
    #[error("the store is locked")]
    Locked,
    /// The signed-in person's roles do not allow the act.
    #[error("not allowed: {act}")]
    NotAllowed {
        /// The act, by its name in the registry.
        act: String,
    },
    /// The record is another person's, and the signed-in person has no part in it.
    #[error("not theirs: {act}")]
    NotYours {
        /// The act, by its name in the registry.
        act: String,
    },
    /// Somebody else saved the conference since it was read, so no pack was built of it.
    #[error("the conference has changed")]
    ConferenceChanged,
    /// The record or entry does not exist.
    #[error("not found")]
    NotFound,
    /// What was given does not have the form it must have.
    #[error("bad input in {field}")]
    BadInput {
        /// The field at fault.
        field: String,
    },
    /// A passphrase that is too short or too easily guessed.
    #[error("the passphrase is too weak")]
    WeakPassphrase,
    /// A recovery key whose checksum does not fit.
    #[error("the recovery key is mistyped")]
    RecoveryKeyMistyped,
    /// The disk is full. Nothing was half-written.
    #[error("the disk is full")]
    DiskFull,
    /// The store could not be read or written just now.
    #[error("the store is unavailable")]
    StoreUnavailable,
    /// Another copy of the program has the store open.
    #[error("the store is open elsewhere")]
    StoreInUse,
    /// The file is not a store of ours, or the key is not its key.
    #[error("the store is foreign")]
    StoreForeign,
    /// The store is damaged.
    #[error("the store is damaged")]
    StoreDamaged,
    /// A newer version of the program wrote the store.
    #[error("the store is from a newer version")]
    StoreNewer,
    /// The key file is missing or damaged.
    #[error("the key file is damaged")]
    KeyFileDamaged,
    /// The content edition is not signed by a key the program knows.
    #[error("the edition is forged")]
    EditionForged,
    /// The content edition is signed and cannot be read.
    #[error("the edition is damaged")]
    EditionDamaged,
    /// A document could not be made.
    #[error("the document could not be made")]
    PaperFailed,
    /// A page picture could not be made.
    #[error("the page picture could not be made")]
    PictureFailed,
    /// A file could not be written where it was asked for.
    #[error("the file could not be written")]
    FileNotWritten,
    /// Something the program did not foresee.
    #[error("unforeseen")]
    Unforeseen,
}
