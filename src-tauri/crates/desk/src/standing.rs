//! Who is signed in, and what the program shows before anyone is.

use casework::{Author, UserId};
use serde::{Deserialize, Serialize};

use crate::Role;

/// The person a store belongs to, as set-up recorded them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Profile {
    /// The user's id.
    pub user: UserId,
    /// How the person signs.
    pub author: Author,
    /// The offices the person holds.
    pub roles: Vec<Role>,
    /// The court the person works at, by id, for look-ups.
    pub court: Option<String>,
    /// The council whose services come first, by GSS code.
    pub council: Option<String>,
}

/// What set-up asks.
#[derive(Clone, Debug, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SetUp {
    /// How the person signs.
    pub author: Author,
    /// The offices the person holds.
    pub roles: Vec<Role>,
    /// The court the person works at.
    pub court: Option<String>,
    /// The council whose services come first.
    pub council: Option<String>,
    /// The passphrase.
    pub passphrase: String,
}

/// The edition of the content that answers are taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct EditionLabel {
    /// Its number; a newer edition has a higher one.
    pub number: u32,
    /// Its name, such as `2026-11`.
    pub name: String,
    /// The day to which the law in it was checked, in words.
    pub checked_to: String,
}

/// A person at work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Session {
    /// Who.
    pub profile: Profile,
    /// Whether the store is the demonstration.
    pub demonstration: bool,
    /// The edition in use.
    pub edition: EditionLabel,
}

/// How the program stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(
    tag = "state",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case"
)]
pub enum Standing {
    /// No store yet.
    FirstRun,
    /// A store waits for its passphrase.
    Locked {
        /// Whose it is.
        name: String,
        /// Seconds to wait before the next try.
        wait_seconds: u32,
    },
    /// Someone is at work.
    Open {
        /// Who, on what.
        session: Box<Session>,
    },
}

/// What became of a try to unlock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(
    tag = "outcome",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case"
)]
pub enum Unlocked {
    /// It opened.
    Open {
        /// Who, on what.
        session: Box<Session>,
    },
    /// The passphrase was not right.
    Wrong {
        /// How many have been wrong since the last right one.
        tries: u32,
        /// Seconds to wait before the next try.
        wait_seconds: u32,
    },
    /// Too soon after wrong ones: this try was not looked at.
    Wait {
        /// Seconds to wait.
        wait_seconds: u32,
    },
}

/// What the council must keep safe: shown once at set-up.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct RecoverySheet {
    /// The recovery key, in groups.
    pub recovery_key: String,
    /// The session that set-up opened.
    pub session: Session,
}

/// Whether a passphrase will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum PassphraseVerdict {
    /// Fewer than 14 characters.
    TooShort,
    /// Too easily guessed.
    TooEasy,
    /// It will do.
    Fine,
}
