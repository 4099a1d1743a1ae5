//! The tile map: coverage by council.

use serde::{Deserialize, Serialize};

use crate::CouncilId;

/// How a council is covered by what a filter leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Cover {
    /// A local delivery that was confirmed in the last 92 days takes people now.
    Full,
    /// A local delivery was confirmed in the last 92 days; it has a waiting list, is paused, or
    /// nobody said whether it takes people.
    Part,
    /// Local deliveries are recorded, and nobody has confirmed one in the last 92 days.
    NotChecked,
    /// No local delivery is recorded.
    Nothing,
}

/// A council's square.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Tile {
    /// The council.
    pub council: CouncilId,
    /// Its three letters.
    pub letters: String,
    /// Its name.
    pub name: String,
    /// Column, from the left, from 0.
    pub column: u32,
    /// Row, from the top, from 0.
    pub row: u32,
    /// How it is covered.
    pub cover: Cover,
    /// How many local deliveries the filter leaves here.
    pub local: u32,
    /// How many of those are said to take people now.
    pub taking: u32,
    /// How many of those have a waiting list.
    pub waiting: u32,
    /// How many of those nobody has confirmed in the last 92 days.
    pub not_checked: u32,
    /// How many national programmes the filter leaves, which have still to be asked about.
    pub national: u32,
    /// How many gaps were noted here.
    pub gaps: u32,
}

/// The tile map for a filter, whose table holds the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct TileMap {
    /// The 32 squares, in the order of the councils' names.
    pub tiles: Vec<Tile>,
    /// The filter, in words.
    pub filter: String,
}
