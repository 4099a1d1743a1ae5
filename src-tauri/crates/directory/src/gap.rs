//! "Nothing suitable": an answer worth keeping.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use law::OptionId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::CouncilId;

/// A gap's id.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct GapId(pub Uuid);

/// What kind of provision was missing (outcome 5.1.3 of the 2006 strategy's plans).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Provision {
    /// A service of justice.
    Specialist,
    /// A service open to everybody: housing, health, money, work.
    Universal,
}

/// What was missing. It names nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Gap {
    /// Its id.
    pub id: GapId,
    /// The need (list `outcome`).
    pub need: String,
    /// Where the person lives.
    pub council: CouncilId,
    /// What kind of provision was missing.
    pub provision: Provision,
    /// The order that it was wanted for.
    pub option: Option<OptionId>,
    /// What would have suited, in words; no name and nothing that tells who it was for.
    pub wanted: Option<String>,
    /// The day.
    pub on: NaiveDate,
    /// The record it was noted from: a case or a report.
    pub record: Option<Uuid>,
}

/// Gaps of one need in one council.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct GapCount {
    /// The need's code.
    pub need: String,
    /// The council.
    pub council: CouncilId,
    /// How many asked for a service of justice.
    pub specialist: u32,
    /// How many asked for one open to everybody.
    pub universal: u32,
}

/// The gap matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct GapMatrix {
    /// Every pair of need and council that has a gap.
    pub counts: Vec<GapCount>,
    /// How many gaps in all.
    pub total: u32,
}

/// Counts gaps by need and council, in the order of both codes.
pub fn gap_matrix<'a>(gaps: impl IntoIterator<Item = &'a Gap>) -> GapMatrix {
    let mut counts: BTreeMap<(&str, &CouncilId), (u32, u32)> = BTreeMap::new();
    for gap in gaps {
        let (specialist, universal) = counts.entry((&gap.need, &gap.council)).or_default();
        match gap.provision {
            Provision::Specialist => *specialist += 1,
            Provision::Universal => *universal += 1,
        }
    }
    let total = counts.values().map(|(one, other)| one + other).sum();
    let counts = counts.into_iter();
    GapMatrix {
        counts: counts
            .map(|((need, council), (specialist, universal))| GapCount {
                need: need.to_owned(),
                council: council.clone(),
                specialist,
                universal,
            })
            .collect(),
        total,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{FIFE, PERTH, day};

    fn a_gap(need: &str, council: &str, provision: Provision) -> Gap {
        Gap {
            id: GapId(Uuid::nil()),
            need: need.into(),
            council: CouncilId(council.into()),
            provision,
            option: None,
            wanted: None,
            on: day("2026-11-22"),
            record: None,
        }
    }

    #[test]
    fn gaps_are_counted_by_need_council_and_kind_of_provision() {
        let gaps = [
            a_gap("O3", FIFE, Provision::Specialist),
            a_gap("O2", FIFE, Provision::Universal),
            a_gap("O3", FIFE, Provision::Universal),
            a_gap("O3", PERTH, Provision::Specialist),
            a_gap("O3", FIFE, Provision::Specialist),
        ];

        let matrix = gap_matrix(&gaps);

        let counts: Vec<_> = matrix
            .counts
            .iter()
            .map(|c| {
                (
                    c.need.as_str(),
                    c.council.0.as_str(),
                    c.specialist,
                    c.universal,
                )
            })
            .collect();
        assert_eq!(
            counts,
            [("O2", FIFE, 0, 1), ("O3", FIFE, 2, 1), ("O3", PERTH, 1, 0)]
        );
        assert_eq!(matrix.total, 5);
        assert_eq!(gap_matrix(&[]).total, 0);
    }
}
