//! Keys and passphrases: the only cryptography of the store.
//!
//! A random key opens the database. The key file beside the database holds that key wrapped, once
//! for each person's passphrase and once for the recovery key. Nothing here reads a clock, draws a
//! random number or knows where a file lives: the faces pass all three.
//!
//! Deliberately absent: the keystore of the operating system (the format has room for its secret),
//! signing keys, and any way to print, copy or serialise a secret.

mod attempts;
mod cost;
mod database_key;
mod durable_file;
mod error;
mod hex;
mod key_file;
mod passphrase;
mod randomness;
mod recovery_key;
mod secret;
mod slot;
mod word_list;

pub use attempts::Attempts;
pub use cost::Cost;
pub use database_key::DatabaseKey;
pub use durable_file::write_durably;
pub use error::Error;
pub use key_file::{DatabaseId, Enrolment, KeyFile};
pub use passphrase::{Judgement, Passphrase};
pub use randomness::{NoRandomness, Randomness};
pub use recovery_key::RecoveryKey;
