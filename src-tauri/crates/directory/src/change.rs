//! What was done to an entry, in order.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Entry, Organisation, OrganisationId, ServiceId};

/// A change's id.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct ChangeId(pub Uuid);

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// It was written here.
    Added,
    /// Some of it was changed.
    Edited,
    /// A post confirmed it.
    Confirmed,
    /// It was marked as ended.
    Closed,
    /// The note kept here, its reviewer or its deputy changed.
    Noted,
    /// A file brought it in or changed it.
    Imported,
    /// An earlier change was taken back.
    TakenBack,
}

/// One change of one entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct EntryChange {
    /// Its id.
    pub id: ChangeId,
    /// The entry.
    pub service: ServiceId,
    /// What was done.
    pub deed: Deed,
    /// When.
    pub at: DateTime<Utc>,
    /// Who did it, by name and post.
    pub by: String,
    /// The entry before; none where it was not there.
    pub before: Option<Entry>,
    /// The entry after; none where a change took it away again.
    pub after: Option<Entry>,
}

/// One change of one organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationChange {
    /// Its id.
    pub id: ChangeId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// What was done.
    pub deed: Deed,
    /// When.
    pub at: DateTime<Utc>,
    /// Who did it, by name and post.
    pub by: String,
    /// The organisation before; none where it was not there.
    pub before: Option<Organisation>,
    /// The organisation after; none where a change took it away again.
    pub after: Option<Organisation>,
}

/// A part of an entry that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct PartChange {
    /// The part, in words.
    pub part: String,
    /// What it said before; empty where it said nothing.
    pub before: String,
    /// What it says after.
    pub after: String,
}
