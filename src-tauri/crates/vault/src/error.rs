//! What can stop work with keys.

use std::io;

use crate::randomness::NoRandomness;

/// What stopped the work.
///
/// No variant carries a passphrase, a key or any part of one.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The passphrase or recovery key does not open the slot, or the slot was altered, or nobody
    /// of that name has one. The three are not told apart: the cipher cannot, and a guesser must
    /// not learn which.
    #[error("the passphrase or recovery key does not open this key file")]
    NotOpened,
    /// The key file cannot be understood at all.
    #[error("the key file is damaged")]
    Damaged(#[source] serde_json::Error),
    /// The key file was written by a newer version of the program.
    #[error("the key file has version {found}, newer than this program reads")]
    NewerVersion {
        /// The version that the file states.
        found: u32,
    },
    /// A slot asks for less work than is safe, or for more than this program will do.
    #[error("the key file asks for a cost outside the accepted range")]
    CostRefused,
    /// The slot also needs the secret that the computer keeps, which this version does not read.
    #[error("the slot also needs a secret of the computer")]
    DeviceSecretNeeded,
    /// The passphrase has fewer than 14 characters.
    #[error("the passphrase is too short")]
    PassphraseTooShort,
    /// The passphrase has more than 256 characters.
    #[error("the passphrase is too long")]
    PassphraseTooLong,
    /// A guesser would find the passphrase too soon.
    #[error("the passphrase is too easily guessed")]
    PassphraseTooEasilyGuessed,
    /// The name is empty, too long, or holds characters that cannot be seen.
    #[error("the name cannot be used in a key file")]
    NameRefused,
    /// Somebody of that name already has a slot.
    #[error("the key file already has a slot of that name")]
    NameTaken,
    /// Nobody of that name has a slot.
    #[error("the key file has no slot of that name")]
    NoSuchUser,
    /// The key file has no room for another person.
    #[error("the key file is full")]
    Full,
    /// The recovery key has too few or too many characters.
    #[error("the recovery key is not complete")]
    RecoveryKeyLength,
    /// The recovery key holds a character that recovery keys never have.
    #[error("the recovery key holds a character that it cannot have")]
    RecoveryKeyCharacter,
    /// The recovery key has the right length, but its checksum says that it was copied wrongly.
    #[error("the recovery key was copied wrongly")]
    RecoveryKeyChecksum,
    /// No random numbers could be had.
    #[error("no random numbers could be had")]
    NoRandomness(#[from] NoRandomness),
    /// A key could not be derived, for want of memory as a rule.
    #[error("a key could not be derived")]
    Derivation(#[source] argon2::Error),
    /// A key could not be wrapped.
    #[error("a key could not be wrapped")]
    Wrapping,
    /// There is no room on the disk, or none left for this account.
    #[error("there is no space left to write the file")]
    NoSpace(#[source] io::Error),
    /// The file could not be written for another reason.
    #[error("the file could not be written")]
    Unwritten(#[source] io::Error),
}
