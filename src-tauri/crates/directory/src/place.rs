//! Councils, courts and prisons.

use chrono::NaiveDate;
use law::Checked;
use serde::{Deserialize, Serialize};

/// A council's present GSS code, such as `S12000047`.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct CouncilId(pub String);

/// A court's id, such as `SC-GLA`.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct CourtId(pub String);

/// A prison's id, such as `PR-BAR`.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct PrisonId(pub String);

/// Whether a place is in use at the source's date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceState {
    /// In use.
    Open,
    /// No longer in use; kept because old papers name it.
    Closed,
    /// Announced and not yet in use.
    Planned,
    /// The source does not say.
    Unknown,
}

/// One of the 32 councils.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Council {
    /// Its GSS code.
    pub id: CouncilId,
    /// Its ISO 3166-2 code, whose last three letters name its tile.
    pub iso: String,
    /// Its full name.
    pub name: String,
    /// The name on a tile.
    pub short_name: String,
    /// The sheriffdoms it lies in.
    pub sheriffdoms: Vec<String>,
    /// The community justice authority of 2007–2017 that covered it.
    pub former_authority: String,
    /// Its health board.
    pub health_board: String,
    /// Its police division.
    pub police_division: String,
    /// Councils that share a land border.
    pub neighbours: Vec<CouncilId>,
    /// Councils across a bridge or ferry.
    pub links: Vec<CouncilId>,
    /// Column of its tile, from the left, from 0.
    pub tile_column: u32,
    /// Row of its tile, from the top, from 0.
    pub tile_row: u32,
    /// GSS codes it had before.
    pub previous: Vec<String>,
    /// What else a reader should know.
    pub note: Option<String>,
    /// The parts that were not checked.
    pub unverified: Vec<String>,
    /// Whether the rest was.
    pub checked: Checked,
}

/// A court building and the area it serves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Court {
    /// Its id.
    pub id: CourtId,
    /// Its name.
    pub name: String,
    /// What kind of court sits there, as the source names it.
    pub kind: String,
    /// Its sheriffdom.
    pub sheriffdom: Option<String>,
    /// The town.
    pub town: String,
    /// The councils whose people come to it.
    pub councils: Vec<CouncilId>,
    /// Whether it serves the whole of Scotland.
    pub national: bool,
    /// Whether it is in use.
    pub state: PlaceState,
    /// When it closed.
    pub closed_on: Option<NaiveDate>,
    /// Where its business went.
    pub transferred_to: Option<String>,
    /// A court in the same building.
    pub shares_with: Option<String>,
    /// What else a reader should know.
    pub note: Option<String>,
    /// Where the facts were taken from.
    pub source: Option<String>,
    /// The parts that were not checked.
    pub unverified: Vec<String>,
    /// Whether the rest was.
    pub checked: Checked,
}

/// A prison or young offenders institution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Prison {
    /// Its id.
    pub id: PrisonId,
    /// Its name.
    pub name: String,
    /// What kind of place it is, as the source names it.
    pub kind: String,
    /// The town.
    pub town: String,
    /// The council it stands in.
    pub council: Option<CouncilId>,
    /// Who runs it.
    pub operator: Option<String>,
    /// Whom it holds.
    pub populations: Option<String>,
    /// When it opened, as the source gives it: often only a year.
    pub opened: Option<String>,
    /// When it closed, as the source gives it.
    pub closed: Option<String>,
    /// Whether it is in use.
    pub state: PlaceState,
    /// What else a reader should know.
    pub note: Option<String>,
    /// Where the facts were taken from.
    pub source: Option<String>,
    /// The parts that were not checked.
    pub unverified: Vec<String>,
    /// Whether the rest was.
    pub checked: Checked,
}
