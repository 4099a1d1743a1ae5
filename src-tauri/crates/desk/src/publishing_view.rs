//! What publishing a local edition of the directory asks and shows.

use chrono::NaiveDate;
use publication::{Difference, Fingerprint};
use serde::Serialize;
use uuid::Uuid;

/// A local edition, put into a file.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ProposedEdition {
    /// The file's name.
    pub file: String,
    /// Its number.
    pub number: u32,
    /// How many entries it holds.
    pub entries: u32,
    /// The fingerprint of the key that signed it, to be read to whoever receives it.
    pub fingerprint: Fingerprint,
}

/// How far a local edition has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum EditionStage {
    /// One person proposes it, and nobody has approved it.
    Proposed,
    /// Another person approved it.
    Approved,
}

/// A local edition that was read from a file, and what it would change here.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct LocalEditionPage {
    /// Names the file that was read last; the next one that is read takes its place.
    pub token: u32,
    /// The file's name.
    pub file: String,
    /// The office that made it.
    pub office: String,
    /// Its number.
    pub number: u32,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// The national edition it was made over, by name.
    pub over: String,
    /// How many entries it holds.
    pub entries: u32,
    /// How far it has come.
    pub stage: EditionStage,
    /// Whose key proposed it.
    pub proposed_by: Fingerprint,
    /// Whose key approved it.
    pub approved_by: Option<Fingerprint>,
    /// Whether the key of this store proposed it: then another person approves.
    pub own: bool,
    /// Whether each of its keys was compared with its owner before.
    pub trusted: bool,
    /// The number that is installed here, where that is newer.
    pub installed: Option<u32>,
    /// Up to two hundred of the entries that it would change.
    pub differences: Vec<Difference>,
    /// How many it would change.
    pub difference_count: u32,
    /// How many of them were changed here too.
    pub disputed: u32,
    /// The organisations that it would add or change, by name.
    pub organisations: Vec<String>,
}

/// What was installed.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct InstalledEdition {
    /// Names it among the files taken in, to take it back by; none where it changed nothing.
    pub batch: Option<Uuid>,
    /// How many entries it changed or added.
    pub entries: u32,
    /// How many were left as they stand here.
    pub kept: u32,
}
