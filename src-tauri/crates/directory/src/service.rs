//! Programmes and services.

use chrono::NaiveDate;
use law::{Checked, OptionId};
use serde::{Deserialize, Serialize};

use crate::{CouncilId, CourtId, OrganisationId, PrisonId, Referrals};

/// A service's id, such as `pg-caledonian-fife`.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct ServiceId(pub String);

/// Where a person must live for an entry to take them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "area", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Area {
    /// Every council; local delivery has still to be asked about.
    National,
    /// These councils.
    Councils {
        /// Their codes.
        councils: Vec<CouncilId>,
    },
    /// Somewhere outside Scotland, or nowhere stated; the words say which.
    Elsewhere {
        /// The source's words.
        says: String,
    },
}

impl Area {
    /// Whether a person who lives in `council` is inside the area.
    pub fn takes_in(&self, council: &CouncilId) -> bool {
        match self {
            Self::National => true,
            Self::Councils { councils } => councils.contains(council),
            Self::Elsewhere { .. } => false,
        }
    }
}

/// Whether a service runs, at the source's date. It is not a promise that it runs today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ServiceState {
    /// Running at the source's date.
    Current,
    /// Ended; kept because old orders name it.
    Historical,
    /// Announced and not yet running.
    Planned,
    /// The source does not say.
    Unknown,
}

/// Whom a service takes. What is absent is not stated; it is not "no limit".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Eligibility {
    /// `male`, `female` or `any`.
    pub sex: Option<String>,
    /// Youngest age in years.
    pub age_from: Option<u32>,
    /// Oldest age in years.
    pub age_to: Option<u32>,
    /// The offences it is for, in words.
    pub offence: Option<String>,
    /// The level of risk it is for, in words.
    pub risk: Option<String>,
    /// Whether an order is needed: `yes`, `no` or `either`.
    pub order_needed: Option<String>,
    /// What is asked of where the person lives, beyond the area, in words.
    pub residence: Option<String>,
    /// Whom it does not take, in words.
    pub not_for: Option<String>,
}

/// A programme or service. One with `parent` is a local delivery of that family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Service {
    /// Its id.
    pub id: ServiceId,
    /// Its name.
    pub name: String,
    /// Other names that people use for it.
    pub other_names: Vec<String>,
    /// What kind of service it is: a code of the list `programme_kind`.
    pub kind: String,
    /// What it involves.
    pub description: String,
    /// Who provides it, in words.
    pub provider: Option<String>,
    /// Who provides it, as entries.
    pub providers: Vec<OrganisationId>,
    /// Where people must live.
    pub area: Area,
    /// The courts that it is tied to: empty where it is reached through its councils, as most are.
    pub courts: Vec<CourtId>,
    /// The prisons it is offered in.
    pub prisons: Vec<PrisonId>,
    /// `community`, `custody` or both, as the source says.
    pub setting: Option<String>,
    /// The groups of people it serves: codes of the list `offender_group`, a period name.
    pub groups: Vec<String>,
    /// The outcomes O1–O9 it works towards.
    pub outcomes: Vec<String>,
    /// Whom it takes.
    pub eligibility: Eligibility,
    /// The orders and options it can hang on.
    pub options: Vec<OptionId>,
    /// Whether it takes referrals, as last told.
    pub referrals: Referrals,
    /// How to refer somebody, in words.
    pub how_to_refer: Option<String>,
    /// The post and the public number or address to refer to. Never a person who uses the service.
    pub contact: Option<String>,
    /// How long it lasts, in words.
    pub length: Option<String>,
    /// Where and when it is held, in words.
    pub times: Option<String>,
    /// What it costs, in words.
    pub cost: Option<String>,
    /// What is known of whether it works, in words.
    pub evidence: Option<String>,
    /// How it can be reached and used by a disabled person, in words.
    pub access: Option<String>,
    /// The languages it is offered in, as ISO 639 codes.
    pub languages: Vec<String>,
    /// When it began, as the source gives it: often only a year.
    pub active_from: Option<String>,
    /// When it ended, as the source gives it.
    pub active_to: Option<String>,
    /// The family it is a delivery of.
    pub parent: Option<ServiceId>,
    /// Whether it ran at the source's date.
    pub state: ServiceState,
    /// Scotland, or England and Wales.
    pub jurisdiction: String,
    /// Where the facts were taken from.
    pub source: Option<String>,
    /// The source's own date, as it gives it.
    pub source_date: Option<String>,
    /// When a named post last confirmed the entry; importing is not confirming.
    pub assured_on: Option<NaiveDate>,
    /// The post that confirmed it.
    pub assured_by: Option<String>,
    /// The parts that were not checked.
    pub unverified: Vec<String>,
    /// Whether the rest was.
    pub checked: Checked,
}
