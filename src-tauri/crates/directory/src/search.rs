//! What is asked of the directory, and what it answers.

use chrono::NaiveDate;
use law::OptionId;
use serde::{Deserialize, Serialize};

use crate::{Assurance, CouncilId, CourtId, Kept, Origin, PrisonId, Service, day};

/// Whom a service is looked for. What is absent is not known, and keeps nothing out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Sought {
    /// `male` or `female`.
    pub sex: Option<String>,
    /// Age in years.
    pub age: Option<u32>,
    /// Whether the person is, or would be, under an order that the service could hang on.
    pub under_order: Option<bool>,
}

/// What is asked of the directory. Every filter left out keeps nothing out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a box that is ticked by itself"
)]
pub struct DirectorySearch {
    /// What was typed.
    pub words: String,
    /// Services for people who come to this court: through the councils it serves, or by name.
    pub court: Option<CourtId>,
    /// Services for people who live in this council.
    pub council: Option<CouncilId>,
    /// Services offered in this prison, and their like at home.
    pub prison: Option<PrisonId>,
    /// Services of this kind (list `programme_kind`).
    pub kind: Option<String>,
    /// Services for this outcome or need (list `outcome`).
    pub need: Option<String>,
    /// Services for this group of people (list `offender_group`).
    pub group: Option<String>,
    /// Services recorded for this option.
    pub option: Option<OptionId>,
    /// Only what there is before sentence: bail, diversion, and what needs no order.
    pub before_sentence: bool,
    /// Whom it is looked for.
    pub person: Sought,
    /// Only services that are said to take referrals now, or on to a list.
    pub taking: bool,
    /// Whether ended and planned services are shown too, marked.
    pub not_running: bool,
    /// Whether entries that were last confirmed over a year ago are shown too, marked.
    pub expired: bool,
    /// The day for which confirmation is judged.
    pub as_at: NaiveDate,
    /// How many rows to pass over.
    pub from: u32,
    /// How many rows to give at most.
    pub limit: u32,
}

impl DirectorySearch {
    /// A question that keeps nothing out, for a day.
    pub fn of_everything(as_at: NaiveDate) -> Self {
        Self {
            words: String::new(),
            court: None,
            council: None,
            prison: None,
            kind: None,
            need: None,
            group: None,
            option: None,
            before_sentence: false,
            person: Sought::default(),
            taking: false,
            not_running: false,
            expired: false,
            as_at,
            from: 0,
            limit: u32::MAX,
        }
    }
}

/// How many rows a value of a filter would leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct FacetCount {
    /// The value's code.
    pub value: String,
    /// The value in words.
    pub label: String,
    /// How many rows it would leave.
    pub count: u32,
}

/// A row of the directory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ServiceRow {
    /// The service, with what was changed, confirmed or closed here.
    pub service: Service,
    /// Where it came from.
    pub origin: Origin,
    /// What is kept here beside it.
    pub kept: Kept,
    /// The words for its kind.
    pub kind_label: String,
    /// Where it takes people from, in words.
    pub area_label: String,
    /// How sure we are of it.
    pub assurance: Assurance,
    /// Whether it is known nationally and no local delivery is recorded.
    pub national_only: bool,
}

impl ServiceRow {
    /// When it was last confirmed, and what that is worth, in words.
    pub fn confirmed_in_words(&self) -> String {
        let day = self
            .service
            .assured_on
            .map_or_else(String::new, day::in_words);
        match self.assurance {
            Assurance::NeverAssured => "Not confirmed locally".to_owned(),
            Assurance::Fresh => format!("Confirmed {day}"),
            Assurance::Due => format!("Confirmed {day}; review due"),
            Assurance::Stale => format!("Stale: last confirmed {day}"),
            Assurance::Expired => format!("Do not rely on this: last confirmed {day}"),
            Assurance::InTheFuture => format!("Confirmed on a day to come, {day}: a fault"),
        }
    }
}

/// An entry that answers the question but for the person, and why it does not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct UnsuitedRow {
    /// The row.
    pub row: ServiceRow,
    /// Each reason, in a sentence.
    pub why: Vec<String>,
}

/// How a council lies to the one asked for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Nearness {
    /// They share a border on land.
    Border,
    /// A bridge or a ferry joins them.
    Crossing,
}

/// An entry of a neighbouring council: outside the person's area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct NearRow {
    /// The row.
    pub row: ServiceRow,
    /// The neighbouring council, by name.
    pub council: String,
    /// How it lies to the one asked for.
    pub nearness: Nearness,
}

/// The rows of an answer, with nothing that stands beside them: what a list that follows the keys
/// shows first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct DirectoryRows {
    /// The rows asked for, of those that match.
    pub rows: Vec<ServiceRow>,
    /// How many match.
    pub matched: u32,
    /// How many entries the directory has in all.
    pub total: u32,
    /// A word the person may have meant, where nothing matched.
    pub suggestion: Option<String>,
}

/// The answer of the directory. Counts are of what each value would leave with every other filter
/// in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct DirectoryResults {
    /// The rows asked for, of those that match.
    pub rows: Vec<ServiceRow>,
    /// How many match.
    pub matched: u32,
    /// How many entries the directory has in all.
    pub total: u32,
    /// What matches but for the person, up to twenty.
    pub unsuited: Vec<UnsuitedRow>,
    /// How many match but for the person.
    pub unsuited_count: u32,
    /// What neighbouring councils have, up to twenty, where a council is asked for. Never mixed
    /// with the rows.
    pub next_door: Vec<NearRow>,
    /// How many neighbouring councils' entries match.
    pub next_door_count: u32,
    /// A word the person may have meant, where nothing matched.
    pub suggestion: Option<String>,
    /// Counts by kind.
    pub kinds: Vec<FacetCount>,
    /// Counts by need.
    pub needs: Vec<FacetCount>,
    /// Counts by group.
    pub groups: Vec<FacetCount>,
    /// Counts by option.
    pub options: Vec<FacetCount>,
    /// Counts by council.
    pub councils: Vec<FacetCount>,
    /// Counts by court. One that is not here would leave none.
    pub courts: Vec<FacetCount>,
    /// Counts by prison. One that is not here would leave none.
    pub prisons: Vec<FacetCount>,
    /// Counts by sex, with the rest of the person as it is: `female` and `male`.
    pub sexes: Vec<FacetCount>,
    /// Counts by whether the person is, or would be, under an order: `yes` and `no`.
    pub orders: Vec<FacetCount>,
}
