//! The directory's sources, which are kept as tables because their editors keep them so.

use std::str::FromStr;

use chrono::NaiveDate;
use directory::{
    Area, CodeListEntry, Council, CouncilId, Court, CourtId, Eligibility, EverydayWord,
    Organisation, OrganisationId, PlaceState, Prison, PrisonId, Referrals, Service, ServiceId,
    ServiceState, Term,
};
use law::{Checked, OptionId};

use crate::ContentFault;

/// The tables, read.
pub(crate) struct Tables {
    pub councils: Vec<Council>,
    pub courts: Vec<Court>,
    pub prisons: Vec<Prison>,
    pub organisations: Vec<Organisation>,
    pub services: Vec<Service>,
    pub code_lists: Vec<CodeListEntry>,
    pub terms: Vec<Term>,
    pub everyday_words: Vec<EverydayWord>,
}

/// Reads every table; `None` where one is missing. Faults are added to `faults`.
pub(crate) fn read<'a>(
    text: impl Fn(&str) -> Option<&'a str>,
    faults: &mut Vec<ContentFault>,
) -> Option<Tables> {
    let mut table = |name: &str| {
        let found = text(name);
        if found.is_none() {
            faults.push(ContentFault {
                file: name.to_owned(),
                line: None,
                field: "file".into(),
                says: "this source is missing".into(),
            });
        }
        found.map(|text| (name.to_owned(), text))
    };
    let files = [
        table("directory/local-authorities.csv")?,
        table("directory/courts.csv")?,
        table("directory/prisons.csv")?,
        table("directory/organisations.csv")?,
        table("directory/programmes.csv")?,
        table("directory/code-lists.csv")?,
        table("directory/glossary.csv")?,
        table("directory/everyday-words.csv")?,
    ];
    let [
        councils,
        courts,
        prisons,
        organisations,
        services,
        code_lists,
        terms,
        everyday_words,
    ] = &files;
    Some(Tables {
        councils: rows(councils, faults, council),
        courts: rows(courts, faults, court),
        prisons: rows(prisons, faults, prison),
        organisations: rows(organisations, faults, organisation),
        services: rows(services, faults, service),
        code_lists: rows(code_lists, faults, code_list_entry),
        terms: rows(terms, faults, term),
        everyday_words: rows(everyday_words, faults, everyday_word),
    })
}

/// One row of a table, read by its headings. What is wrong with it is kept until the row ends.
pub(crate) struct Row<'r> {
    headings: &'r csv::StringRecord,
    record: &'r csv::StringRecord,
    wrong: Vec<(String, String)>,
}

pub(crate) fn rows<T>(
    (file, text): &(String, &str),
    faults: &mut Vec<ContentFault>,
    read: impl Fn(&mut Row) -> T,
) -> Vec<T> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headings = match reader.headers() {
        Ok(headings) => headings.clone(),
        Err(error) => {
            faults.push(csv_fault(file, text, &error));
            return Vec::new();
        }
    };
    let mut found = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let mut row = Row {
                    headings: &headings,
                    record: &record,
                    wrong: Vec::new(),
                };
                found.push(read(&mut row));
                let line = record.position().and_then(|p| line_of(text, p));
                faults.extend(row.wrong.into_iter().map(|(field, says)| ContentFault {
                    file: file.clone(),
                    line,
                    field,
                    says,
                }));
            }
            Err(error) => faults.push(csv_fault(file, text, &error)),
        }
    }
    found
}

/// The line a row begins on. The reader gives the place where the row before it ended, which is
/// still on that row's line.
fn line_of(text: &str, place: &csv::Position) -> Option<usize> {
    let place = usize::try_from(place.byte()).ok()?;
    let (before, row) = text.split_at_checked(place)?;
    let ends = row.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    let lines = before.bytes().chain(ends).filter(|byte| *byte == b'\n');
    Some(lines.count() + 1)
}

fn csv_fault(file: &str, text: &str, error: &csv::Error) -> ContentFault {
    let line = error.position().and_then(|place| line_of(text, place));
    ContentFault {
        file: file.to_owned(),
        line,
        field: "row".into(),
        says: "the row does not have the columns of the heading, or is not UTF-8".into(),
    }
}

impl Row<'_> {
    fn text(&mut self, heading: &str) -> String {
        let column = self.headings.iter().position(|found| found == heading);
        let cell = column.and_then(|column| self.record.get(column));
        if cell.is_none() {
            self.fault(heading, "the column is missing");
        }
        cell.unwrap_or_default().trim().to_owned()
    }

    pub(crate) fn needed(&mut self, heading: &str) -> String {
        let text = self.text(heading);
        if text.is_empty() {
            self.fault(heading, "a value is needed here");
        }
        text
    }

    fn optional(&mut self, heading: &str) -> Option<String> {
        Some(self.text(heading)).filter(|text| !text.is_empty())
    }

    /// A column that a table need not have.
    fn optional_if_there(&mut self, heading: &str) -> Option<String> {
        let there = self.headings.iter().any(|found| found == heading);
        there.then(|| self.optional(heading)).flatten()
    }

    fn list_if_there(&mut self, heading: &str) -> Vec<String> {
        let there = self.headings.iter().any(|found| found == heading);
        if there {
            self.list(heading)
        } else {
            Vec::new()
        }
    }

    fn list(&mut self, heading: &str) -> Vec<String> {
        let text = self.text(heading);
        let parts = text.split(';').map(str::trim);
        parts
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }

    pub(crate) fn parsed<T: FromStr>(&mut self, heading: &str, wanted: &str) -> Option<T> {
        let text = self.optional(heading)?;
        let value = text.parse().ok();
        if value.is_none() {
            self.fault(heading, &format!("\"{text}\" is not {wanted}"));
        }
        value
    }

    pub(crate) fn one_of<T: Copy>(&mut self, heading: &str, known: &[(&str, T)]) -> Option<T> {
        let text = self.text(heading);
        let found = known.iter().find(|(code, _)| *code == text);
        if found.is_none() {
            let codes: Vec<&str> = known.iter().map(|(code, _)| *code).collect();
            self.fault(
                heading,
                &format!("\"{text}\" is not one of {}", codes.join(", ")),
            );
        }
        found.map(|(_, value)| *value)
    }

    pub(crate) fn checked(&mut self) -> Checked {
        let known = [
            ("verified", Checked::Verified),
            ("unverified", Checked::Unverified),
        ];
        self.one_of("status", &known).unwrap_or(Checked::Unverified)
    }

    fn state(&mut self) -> PlaceState {
        let known = [
            ("open", PlaceState::Open),
            ("closed", PlaceState::Closed),
            ("planned", PlaceState::Planned),
            ("unknown", PlaceState::Unknown),
        ];
        self.one_of("state", &known).unwrap_or(PlaceState::Unknown)
    }

    fn area(&mut self, heading: &str) -> Area {
        let parts = self.list(heading);
        match parts.as_slice() {
            [only] if only == "national" => Area::National,
            parts if !parts.is_empty() && parts.iter().all(|part| part.starts_with("S12")) => {
                Area::Councils {
                    councils: parts.iter().cloned().map(CouncilId).collect(),
                }
            }
            parts => Area::Elsewhere {
                says: parts.join(", "),
            },
        }
    }

    fn fault(&mut self, field: &str, says: &str) {
        self.wrong.push((field.to_owned(), says.to_owned()));
    }
}

fn councils_of(codes: Vec<String>) -> Vec<CouncilId> {
    codes.into_iter().map(CouncilId).collect()
}

fn council(row: &mut Row) -> Council {
    Council {
        id: CouncilId(row.needed("gss_code")),
        iso: row.needed("iso_3166_2"),
        name: row.needed("name"),
        short_name: row.needed("short_name"),
        sheriffdoms: row.list("sheriffdoms"),
        former_authority: row.text("former_cja_2007_2017"),
        health_board: row.text("health_board"),
        police_division: row.text("police_division"),
        neighbours: councils_of(row.list("neighbours_gss")),
        links: councils_of(row.list("bridge_or_ferry_links_gss")),
        tile_column: row.parsed("tile_col", "a whole number").unwrap_or(0),
        tile_row: row.parsed("tile_row", "a whole number").unwrap_or(0),
        previous: row.list("previous_gss"),
        note: row.optional("note"),
        unverified: row.list("unverified_fields"),
        checked: row.checked(),
    }
}

fn court(row: &mut Row) -> Court {
    let councils = row.list("areas_served");
    let national = councils.iter().any(|code| code == "national");
    Court {
        id: CourtId(row.needed("id")),
        name: row.needed("name"),
        kind: row.needed("type"),
        sheriffdom: row.optional("sheriffdom"),
        town: row.text("town"),
        councils: if national {
            Vec::new()
        } else {
            councils_of(councils)
        },
        national,
        state: row.state(),
        closed_on: row.parsed::<NaiveDate>("closed_on", "a date such as 2014-05-31"),
        transferred_to: row.optional("business_transferred_to"),
        shares_with: row.optional("colocated_with"),
        note: row.optional("note"),
        source: row.optional("source"),
        unverified: row.list("unverified_fields"),
        checked: row.checked(),
    }
}

fn prison(row: &mut Row) -> Prison {
    Prison {
        id: PrisonId(row.needed("id")),
        name: row.needed("name"),
        kind: row.needed("type"),
        town: row.text("town"),
        council: row.optional("local_authority").map(CouncilId),
        operator: row.optional("operator"),
        populations: row.optional("populations"),
        opened: row.optional("opened"),
        closed: row.optional("closed"),
        state: row.state(),
        note: row.optional("note"),
        source: row.optional("source"),
        unverified: row.list("unverified_fields"),
        checked: row.checked(),
    }
}

fn organisation(row: &mut Row) -> Organisation {
    Organisation {
        id: OrganisationId(row.needed("id")),
        name: row.needed("name"),
        kind: row.needed("kind"),
        area: row.area("areas_served"),
        website: row.optional("website"),
        source: row.optional("source"),
        note: row.optional("note"),
        checked: row.checked(),
    }
}

fn service(row: &mut Row) -> Service {
    let states = [
        ("current", ServiceState::Current),
        ("historical", ServiceState::Historical),
        ("planned", ServiceState::Planned),
        ("unknown", ServiceState::Unknown),
    ];
    Service {
        id: ServiceId(row.needed("id")),
        name: row.needed("name"),
        other_names: row.list_if_there("other_names"),
        kind: row.needed("kind"),
        description: row.needed("description"),
        provider: row.optional("provider"),
        providers: row
            .list("provider_org_ids")
            .into_iter()
            .map(OrganisationId)
            .collect(),
        area: row.area("areas_served"),
        courts: row
            .list_if_there("court_ids")
            .into_iter()
            .map(CourtId)
            .collect(),
        prisons: row
            .list_if_there("prison_ids")
            .into_iter()
            .map(PrisonId)
            .collect(),
        setting: row.optional("setting"),
        groups: row.list("offender_groups"),
        outcomes: row.list("outcomes"),
        eligibility: Eligibility {
            sex: row.optional("elig_sex"),
            age_from: row.parsed("elig_age_min", "an age in years"),
            age_to: row.parsed("elig_age_max", "an age in years"),
            offence: row.optional("elig_offence"),
            risk: row.optional("elig_risk"),
            order_needed: row.optional("order_needed"),
            residence: row.optional_if_there("elig_residence"),
            not_for: row.optional_if_there("not_for"),
        },
        options: row.list("disposal_ids").into_iter().map(OptionId).collect(),
        // What a source can say only of the day it was written.
        referrals: Referrals::default(),
        how_to_refer: row.optional_if_there("how_to_refer"),
        contact: None,
        length: row.optional_if_there("length"),
        times: row.optional_if_there("times"),
        cost: row.optional_if_there("cost"),
        evidence: row.optional_if_there("evidence"),
        access: row.optional_if_there("access"),
        languages: row.list_if_there("languages"),
        active_from: row.optional("active_from"),
        active_to: row.optional("active_to"),
        parent: row.optional("parent_id").map(ServiceId),
        state: row
            .one_of("state", &states)
            .unwrap_or(ServiceState::Unknown),
        jurisdiction: row.needed("jurisdiction"),
        source: row.optional("source"),
        source_date: row.optional("source_date"),
        // Importing is not confirming: nobody here has confirmed a row of the edition.
        assured_on: None,
        assured_by: None,
        unverified: row.list("unverified_fields"),
        checked: row.checked(),
    }
}

fn code_list_entry(row: &mut Row) -> CodeListEntry {
    CodeListEntry {
        list: row.needed("list"),
        code: row.needed("code"),
        label: row.needed("label"),
        note: row.optional("note"),
    }
}

fn term(row: &mut Row) -> Term {
    Term {
        term: row.needed("term"),
        expansion: row.optional("expansion"),
        meaning: row.needed("meaning"),
        jurisdiction: row.optional("jurisdiction"),
        era: row.optional("era"),
        source: row.optional("source"),
    }
}

fn everyday_word(row: &mut Row) -> EverydayWord {
    EverydayWord {
        word: row.needed("word"),
        means: {
            row.needed("means");
            row.list("means")
        },
    }
}
