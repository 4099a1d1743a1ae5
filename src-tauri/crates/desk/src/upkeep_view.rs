//! What the upkeep of the directory asks and shows beside its entries: how long confirmations hold,
//! the codes and organisations that an entry can name.

use directory::{ChangeId, CodeListEntry, Organisation, PeriodSource, ServiceId};
use serde::{Deserialize, Serialize};

/// How long a confirmation holds, for one kind of service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ReviewPeriod {
    /// The kind (list `programme_kind`); none for every kind that has no period of its own.
    pub kind: Option<String>,
    /// The kind in words.
    pub label: String,
    /// How many months.
    pub months: u32,
    /// How many months were set for it here, if any.
    pub set: Option<u32>,
    /// How many can be set at most.
    pub longest: u32,
    /// Where the period comes from.
    pub source: PeriodSource,
    /// How many entries of it run.
    pub entries: u32,
    /// How many of those are to be confirmed.
    pub waiting: u32,
}

/// A period to be set.
#[derive(Clone, Debug, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SetReviewPeriod {
    /// The kind; none for every kind that has no period of its own.
    pub kind: Option<String>,
    /// How many months; none takes away what was set.
    pub months: Option<u32>,
}

/// What an entry can name.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct EntryChoices {
    /// Every code of every list that the edition declares.
    pub codes: Vec<CodeListEntry>,
    /// The organisations, by name.
    pub organisations: Vec<OrganisationRow>,
    /// The programmes that a service can deliver here, by name.
    pub families: Vec<FamilyChoice>,
}

/// A programme of which a service can be the local delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct FamilyChoice {
    /// Its entry.
    pub id: ServiceId,
    /// Its name.
    pub name: String,
    /// Where it is for, in words.
    pub area_label: String,
}

/// An organisation of the directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct OrganisationRow {
    /// The organisation.
    pub organisation: Organisation,
    /// The words for its kind.
    pub kind_label: String,
    /// Whether it was written or brought here; one of the edition is the edition's.
    pub here: bool,
    /// How often it was changed here: what a change of it names.
    pub rev: u32,
    /// How many entries name it.
    pub entries: u32,
}

/// An organisation to be kept.
#[derive(Clone, Debug, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SaveOrganisation {
    /// The organisation. One with an id that is not in the directory is new.
    pub organisation: Organisation,
    /// The revision that was changed; 0 for a new one.
    pub rev: u32,
}

/// What became of a change of an organisation.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum OrganisationSaved {
    /// It is kept.
    Done {
        /// The organisation now.
        row: Box<OrganisationRow>,
        /// The change, to take it back by.
        change: ChangeId,
    },
    /// Somebody else changed it meanwhile. Nothing was kept.
    Conflict {
        /// The organisation as they left it.
        theirs: Box<OrganisationRow>,
    },
}
