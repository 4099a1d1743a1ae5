//! Entries that tests begin with.

use chrono::NaiveDate;
use law::{Checked, OptionId};

use crate::{
    Area, CodeListEntry, Council, CouncilId, Court, CourtId, Eligibility, Entry, PlaceState,
    Prison, PrisonId, Referrals, Register, Service, ServiceId, ServiceState, Surroundings,
};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A service that says as little as one can.
pub(crate) fn a_service(id: &str, name: &str) -> Service {
    Service {
        id: ServiceId(id.into()),
        name: name.into(),
        other_names: Vec::new(),
        kind: "addiction".into(),
        description: "Help for people.".into(),
        provider: None,
        providers: Vec::new(),
        area: Area::National,
        courts: Vec::new(),
        prisons: Vec::new(),
        setting: None,
        groups: Vec::new(),
        outcomes: Vec::new(),
        eligibility: Eligibility {
            sex: None,
            age_from: None,
            age_to: None,
            offence: None,
            risk: None,
            order_needed: None,
            residence: None,
            not_for: None,
        },
        options: Vec::<OptionId>::new(),
        referrals: Referrals::default(),
        how_to_refer: None,
        contact: None,
        length: None,
        times: None,
        cost: None,
        evidence: None,
        access: None,
        languages: Vec::new(),
        active_from: None,
        active_to: None,
        parent: None,
        state: ServiceState::Current,
        jurisdiction: "Scotland".into(),
        source: None,
        source_date: None,
        assured_on: None,
        assured_by: None,
        unverified: Vec::new(),
        checked: Checked::Verified,
    }
}

pub(crate) const FIFE: &str = "S12000047";
pub(crate) const PERTH: &str = "S12000048";
pub(crate) const DUNDEE: &str = "S12000042";
pub(crate) const ORKNEY: &str = "S12000023";

pub(crate) fn councils(codes: &[&str]) -> Vec<CouncilId> {
    codes
        .iter()
        .map(|code| CouncilId((*code).to_owned()))
        .collect()
}

/// An area of councils.
pub(crate) fn only(codes: &[&str]) -> Area {
    Area::Councils {
        councils: councils(codes),
    }
}

fn a_council(code: &str, name: &str, column: u32, near: &[&str], across: &[&str]) -> Council {
    Council {
        id: CouncilId(code.into()),
        iso: format!("GB-{}", name.get(..3).unwrap_or(name).to_uppercase()),
        name: name.into(),
        short_name: name.into(),
        sheriffdoms: Vec::new(),
        former_authority: String::new(),
        health_board: String::new(),
        police_division: String::new(),
        neighbours: councils(near),
        links: councils(across),
        tile_column: column,
        tile_row: 0,
        previous: Vec::new(),
        note: None,
        unverified: Vec::new(),
        checked: Checked::Verified,
    }
}

pub(crate) fn a_court(id: &str, name: &str, serves: &[&str]) -> Court {
    Court {
        id: CourtId(id.into()),
        name: name.into(),
        kind: "sheriff".into(),
        sheriffdom: None,
        town: name.into(),
        councils: councils(serves),
        national: serves.is_empty(),
        state: PlaceState::Open,
        closed_on: None,
        transferred_to: None,
        shares_with: None,
        note: None,
        source: None,
        unverified: Vec::new(),
        checked: Checked::Verified,
    }
}

pub(crate) fn a_prison(id: &str) -> Prison {
    Prison {
        id: PrisonId(id.into()),
        name: id.into(),
        kind: "prison".into(),
        town: id.into(),
        council: None,
        operator: None,
        populations: None,
        opened: None,
        closed: None,
        state: PlaceState::Open,
        note: None,
        source: None,
        unverified: Vec::new(),
        checked: Checked::Verified,
    }
}

fn codes(list: &str, codes: &[(&str, &str)]) -> Vec<CodeListEntry> {
    let codes = codes.iter().map(|(code, label)| CodeListEntry {
        list: list.into(),
        code: (*code).into(),
        label: (*label).into(),
        note: None,
    });
    codes.collect()
}

/// Fife borders Perth and has a bridge to Dundee; Orkney is far from all of them.
pub(crate) fn surroundings() -> Surroundings {
    Surroundings {
        organisations: Vec::new(),
        councils: vec![
            a_council(DUNDEE, "Dundee City", 0, &[PERTH], &[FIFE]),
            a_council(FIFE, "Fife", 1, &[PERTH], &[DUNDEE]),
            a_council(ORKNEY, "Orkney Islands", 2, &[], &[]),
            a_council(PERTH, "Perth and Kinross", 3, &[FIFE, DUNDEE], &[]),
        ],
        courts: vec![
            a_court("SC-KKC", "Kirkcaldy Sheriff Court", &[FIFE]),
            a_court("SC-DUN", "Dundee Sheriff Court", &[DUNDEE, FIFE]),
            a_court("HC", "High Court", &[]),
        ],
        prisons: Vec::new(),
        code_lists: [
            codes(
                "programme_kind",
                &[
                    ("addiction", "Addiction"),
                    ("housing", "Housing"),
                    ("womens-service", "Womens service"),
                    ("throughcare", "Throughcare"),
                ],
            ),
            codes(
                "outcome",
                &[
                    ("O2", "Suitable accommodation reached and kept"),
                    ("O3", "Substance misuse reduced or stabilised"),
                    ("O5", "Employability improved"),
                ],
            ),
            codes(
                "offender_group",
                &[("women", "Women"), ("substance-misuse", "Substance misuse")],
            ),
            codes(
                "disposal",
                &[
                    ("cpo-programme", "Community payback order: programme"),
                    ("bail-supervised", "Bail with a supervision condition"),
                    ("none", "No order needed"),
                ],
            ),
            codes(
                "sex",
                &[
                    ("male", "Men only"),
                    ("female", "Women only"),
                    ("any", "Any"),
                ],
            ),
        ]
        .concat(),
        everyday_words: Vec::new(),
    }
}

/// A register of services as the edition has them.
pub(crate) fn a_register(services: impl IntoIterator<Item = Service>) -> Register {
    let entries = services.into_iter().map(Entry::of_edition);
    Register::new(entries, surroundings())
}
