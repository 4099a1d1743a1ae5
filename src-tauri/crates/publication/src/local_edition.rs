//! What a local edition holds.

use chrono::NaiveDate;
use directory::{Entry, Organisation, Origin, Service};
use serde::{Deserialize, Serialize};

/// An entry as an office has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PublishedEntry {
    /// The service, with the day on which a post of the office last confirmed it.
    pub service: Service,
    /// The national edition's version that it was changed from; none where the office wrote it.
    pub base: Option<Service>,
    /// How it was last confirmed.
    pub assured_how: Option<String>,
}

impl PublishedEntry {
    /// The entry as it stands once the edition is installed over the one that is held. A post's
    /// confirmation comes with it, unless a later one was made here; notes kept here stay.
    pub fn over(&self, held: Option<&Entry>, office: &str) -> Entry {
        let mut service = self.service.clone();
        let mut kept = held.map(|held| held.kept.clone()).unwrap_or_default();
        match held {
            Some(held) if held.service.assured_on > service.assured_on => {
                service.assured_on = held.service.assured_on;
                service.assured_by.clone_from(&held.service.assured_by);
            }
            _ => kept.assured_how.clone_from(&self.assured_how),
        }
        Entry {
            service,
            origin: Origin::Import {
                name: office.to_owned(),
            },
            kept,
        }
    }
}

/// What an office changed, added, confirmed and closed over a national edition. It holds no note
/// that stays in the office, and nothing of any person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LocalEdition {
    /// The office, in words.
    pub office: String,
    /// Its number: a newer edition of the office has a higher one.
    pub number: u32,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// The national edition it was made over, by name.
    pub over: String,
    /// The entries, by id.
    pub entries: Vec<PublishedEntry>,
    /// Who runs them, where the national edition does not name them.
    pub organisations: Vec<Organisation>,
}
