//! The directory that files are held against: the edition that the program ships with.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Write};

use chrono::NaiveDate;
use directory::{
    Area, CodeListEntry, Council, CouncilId, Court, CourtId, Entry, FeedAssurance, Kept,
    Organisation, OrganisationId, Origin, PlaceState, Prison, PrisonId, Register, Surroundings,
};
use exchange::{Batch, Incoming, Reading, Refusal};
use law::{Checked, OptionId};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const COUNCILS: &str = include_str!("../../../../content/directory/local-authorities.csv");
const COURTS: &str = include_str!("../../../../content/directory/courts.csv");
const PRISONS: &str = include_str!("../../../../content/directory/prisons.csv");
const BODIES: &str = include_str!("../../../../content/directory/organisations.csv");
const CODES: &str = include_str!("../../../../content/directory/code-lists.csv");
pub const PROGRAMMES: &str = include_str!("../../../../content/directory/programmes.csv");

pub struct Office {
    pub register: Register,
    pub options: BTreeSet<OptionId>,
}

/// The rows of one of the edition's tables, each cell under its heading.
pub fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

fn listed(cell: &str) -> Vec<String> {
    cell.split(';')
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

fn around() -> Surroundings {
    let councils = rows(COUNCILS).into_iter().map(|row| Council {
        id: CouncilId(row["gss_code"].clone()),
        iso: row["iso_3166_2"].clone(),
        name: row["name"].clone(),
        short_name: row["short_name"].clone(),
        sheriffdoms: Vec::new(),
        former_authority: String::new(),
        health_board: String::new(),
        police_division: String::new(),
        neighbours: Vec::new(),
        links: Vec::new(),
        tile_column: 0,
        tile_row: 0,
        previous: listed(&row["previous_gss"]),
        note: None,
        unverified: Vec::new(),
        checked: Checked::Verified,
    });
    let courts = rows(COURTS).into_iter().map(|row| Court {
        id: CourtId(row["id"].clone()),
        name: row["name"].clone(),
        kind: row["type"].clone(),
        sheriffdom: None,
        town: String::new(),
        councils: Vec::new(),
        national: false,
        state: PlaceState::Open,
        closed_on: None,
        transferred_to: None,
        shares_with: None,
        note: None,
        source: None,
        unverified: Vec::new(),
        checked: Checked::Verified,
    });
    let prisons = rows(PRISONS).into_iter().map(|row| Prison {
        id: PrisonId(row["id"].clone()),
        name: row["name"].clone(),
        kind: row["type"].clone(),
        town: String::new(),
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
    });
    let organisations = rows(BODIES).into_iter().map(|row| Organisation {
        id: OrganisationId(row["id"].clone()),
        name: row["name"].clone(),
        kind: row["kind"].clone(),
        area: Area::National,
        website: Some(row["website"].clone()).filter(|site| !site.is_empty()),
        source: None,
        note: None,
        checked: Checked::Verified,
    });
    let code_lists = rows(CODES).into_iter().map(|row| CodeListEntry {
        list: row["list"].clone(),
        code: row["code"].clone(),
        label: row["label"].clone(),
        note: None,
    });
    Surroundings {
        organisations: organisations.collect(),
        councils: councils.collect(),
        courts: courts.collect(),
        prisons: prisons.collect(),
        code_lists: code_lists.collect(),
        ..Surroundings::default()
    }
}

/// The directory of the edition.
pub fn office() -> Office {
    let empty = empty_office();
    let mut register = empty.register.clone();
    for entry in empty.entries(PROGRAMMES.as_bytes()) {
        register.put(Entry::of_edition(entry.service));
    }
    Office { register, ..empty }
}

/// A directory without an entry.
pub fn empty_office() -> Office {
    Office {
        register: Register::new(Vec::new(), around()),
        options: BTreeSet::new(),
    }
}

impl Office {
    pub fn read(&self, bytes: &[u8]) -> Result<Batch, Refusal> {
        self.read_as(bytes, false, None)
    }

    pub fn read_as(
        &self,
        bytes: &[u8],
        windows_1252: bool,
        columns: Option<&[(String, Option<String>)]>,
    ) -> Result<Batch, Refusal> {
        let reading = Reading {
            name: "list.csv",
            windows_1252,
            columns,
            today: "2026-11-22".parse::<NaiveDate>().unwrap(),
            contacts: false,
            options: &self.options,
        };
        exchange::read(bytes, &reading, &self.register)
    }

    /// Reads open data with its contacts.
    pub fn read_with_contacts(&self, bytes: &[u8]) -> Result<Batch, Refusal> {
        let reading = Reading {
            name: "list.json",
            windows_1252: false,
            columns: None,
            today: "2026-11-22".parse::<NaiveDate>().unwrap(),
            contacts: true,
            options: &self.options,
        };
        exchange::read(bytes, &reading, &self.register)
    }

    /// The entries of a file that has no fault, as they would stand.
    pub fn entries(&self, bytes: &[u8]) -> Vec<Entry> {
        let batch = self.read(bytes).unwrap();
        assert_eq!(batch.faults, [], "the file has no fault");
        batch.entries.into_iter().map(as_it_would_stand).collect()
    }
}

/// An entry of a file, as it would stand.
pub fn as_it_would_stand(incoming: Incoming) -> Entry {
    let feed_assurance: Option<FeedAssurance> = incoming.feed_assurance;
    Entry {
        service: incoming.service,
        origin: Origin::Import {
            name: "list.csv".into(),
        },
        kept: Kept {
            feed_assurance,
            foreign_ids: incoming.foreign_ids,
            ..Kept::default()
        },
    }
}

/// A table of three columns and what follows: `id,name,COLUMN` and one row with `cell` in the last.
pub fn a_row_with(column: &str, cell: &str) -> String {
    format!("id,name,{column}\r\na,A service,{cell}\r\n")
}

/// An archive of files.
pub fn an_archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, body) in files {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(body.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
