//! An entry of the directory: a service, where it came from, and what was added here.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{Area, Service, ServiceId};

/// Where an entry came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "from", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Origin {
    /// The edition, as it stands there.
    Edition,
    /// The edition, and it was changed here.
    Changed,
    /// It was written here.
    Here,
    /// A file or feed.
    Import {
        /// The name of the file or feed.
        name: String,
    },
}

/// A confirmation that came with a feed. It is the feed's, and confirms nothing here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FeedAssurance {
    /// The day the feed gives.
    pub on: NaiveDate,
    /// The feed's name.
    pub feed: String,
}

/// What is kept here beside a service. Nothing of it is exported unless it is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Kept {
    /// A note that stays here.
    pub note: Option<String>,
    /// The post that looks after the entry.
    pub reviewer: Option<String>,
    /// The post that does so when the first cannot.
    pub deputy: Option<String>,
    /// How it was last confirmed, in words: by telephone, by e-mail, by a visit.
    pub assured_how: Option<String>,
    /// The confirmation that came with a feed.
    pub feed_assurance: Option<FeedAssurance>,
    /// The ids that feeds know it by.
    pub foreign_ids: Vec<String>,
    /// When any part of it last changed.
    pub changed_at: Option<DateTime<Utc>>,
    /// When a file brought it in.
    pub imported_at: Option<DateTime<Utc>>,
}

/// An entry of the directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Entry {
    /// The service, with what was changed, confirmed or closed here.
    pub service: Service,
    /// Where it came from.
    pub origin: Origin,
    /// What is kept here beside it.
    pub kept: Kept,
}

impl Entry {
    /// An entry as the edition has it.
    pub fn of_edition(service: Service) -> Self {
        Self {
            service,
            origin: Origin::Edition,
            kept: Kept::default(),
        }
    }

    /// Its id.
    pub fn id(&self) -> &ServiceId {
        &self.service.id
    }

    /// Gives back the room that its lists were read into and do not fill: of the lists of an entry,
    /// most hold one thing or two, and were read into room for four.
    pub(crate) fn shrink(&mut self) {
        let service = &mut self.service;
        if let Area::Councils { councils } = &mut service.area {
            councils.shrink_to_fit();
        }
        service.providers.shrink_to_fit();
        service.courts.shrink_to_fit();
        service.prisons.shrink_to_fit();
        service.options.shrink_to_fit();
        for list in [
            &mut service.other_names,
            &mut service.groups,
            &mut service.outcomes,
            &mut service.languages,
            &mut service.unverified,
            &mut self.kept.foreign_ids,
        ] {
            list.shrink_to_fit();
        }
    }
}
