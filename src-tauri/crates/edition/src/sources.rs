//! The sources of an edition: TOML and CSV in one folder.

use std::collections::BTreeMap;
use std::path::Path;

use casework::{CaseFile, Form, MeetingType};
use law::{BailCondition, Competence, Contradiction, Fact, Family, Meaning, MenuOption, Rule};
use reckoning::{Calculators, CalendarWords, Entry};
use serde::{Deserialize, de::DeserializeOwned};

use crate::{ContentFault, Edition, Error, Label, calendar_sources, check, csv_sources};

/// The texts of the sources, by their path below the content folder, in order.
pub struct Sources(BTreeMap<String, String>);

/// How working days are counted, in words.
const CALENDAR: &str = "calculators/calendar.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OptionFile {
    family: Family,
    #[serde(rename = "option")]
    options: Vec<MenuOption>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConditionFile {
    #[serde(rename = "condition")]
    conditions: Vec<BailCondition>,
}

/// A source of the law of competence: any of its parts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CompetenceFile {
    #[serde(default, rename = "fact")]
    facts: Vec<Fact>,
    #[serde(default, rename = "meaning")]
    meanings: Vec<Meaning>,
    #[serde(default, rename = "contradiction")]
    contradictions: Vec<Contradiction>,
    #[serde(default, rename = "rule")]
    rules: Vec<Rule>,
}

/// Reads the sources in `folder` and makes the edition of them, or says every fault they have.
pub fn read(folder: &Path) -> Result<Edition, Error> {
    Sources::load(folder)?.edition()
}

impl Sources {
    /// Reads every TOML and CSV source below `folder`.
    pub fn load(folder: &Path) -> Result<Self, Error> {
        let mut texts = BTreeMap::new();
        for part in [
            "",
            "bail",
            "disposals",
            "competence",
            "calculators",
            "directory",
            "forms",
            "conferences",
            "demonstration",
        ] {
            load_folder(folder, part, &mut texts)?;
        }
        Ok(Self(texts))
    }

    /// The sources as given, for tests.
    pub fn from_texts(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(texts.into_iter().collect())
    }

    /// Makes the edition, or says every fault.
    pub fn edition(&self) -> Result<Edition, Error> {
        let mut faults = Vec::new();
        let edition = self.parse(&mut faults);
        let Some(edition) = edition else {
            return Err(Error::Faulty(faults));
        };
        faults.extend(check::faults(&edition, self));
        if faults.is_empty() {
            Ok(edition)
        } else {
            Err(Error::Faulty(faults))
        }
    }

    /// The file and line where `needle` first stands.
    pub(crate) fn locate(&self, prefix: &str, needle: &str) -> (String, Option<usize>) {
        for (file, text) in &self.0 {
            if !file.starts_with(prefix) {
                continue;
            }
            if let Some(place) = text.find(needle) {
                return (file.clone(), Some(line_at(text, place)));
            }
        }
        (prefix.to_owned(), None)
    }

    fn parse(&self, faults: &mut Vec<ContentFault>) -> Option<Edition> {
        let label: Option<Label> = self.toml("edition.toml", faults);
        let mut families = Vec::new();
        let mut options = Vec::new();
        let menus = self.below("bail/").chain(self.below("disposals/"));
        for name in menus.filter(|name| !name.ends_with("conditions.toml")) {
            if let Some(file) = self.toml::<OptionFile>(name, faults) {
                families.push(file.family);
                options.extend(file.options);
            }
        }
        let conditions = self
            .toml::<ConditionFile>("bail/conditions.toml", faults)
            .map(|file| file.conditions);
        let mut competence = Competence::default();
        for file in self.each::<CompetenceFile>("competence/", faults) {
            competence.facts.extend(file.facts);
            competence.meanings.extend(file.meanings);
            competence.contradictions.extend(file.contradictions);
            competence.rules.extend(file.rules);
        }
        let calculators = self.calculators(faults);
        let forms = self.each::<Form>("forms/", faults);
        let meeting_types = self.each::<MeetingType>("conferences/", faults);
        let demonstration = self.each::<CaseFile>("demonstration/", faults);
        let csv = csv_sources::read(|name| self.text(name), faults);
        if !faults.is_empty() {
            return None;
        }
        let csv = csv?;
        Some(Edition {
            label: label?,
            families,
            options,
            conditions: conditions?,
            competence,
            calculators: calculators?,
            councils: csv.councils,
            courts: csv.courts,
            prisons: csv.prisons,
            organisations: csv.organisations,
            services: csv.services,
            code_lists: csv.code_lists,
            terms: csv.terms,
            everyday_words: csv.everyday_words,
            forms,
            meeting_types,
            demonstration,
        })
    }

    /// The calculators, in the order of their files, with the calendar that they share.
    fn calculators(&self, faults: &mut Vec<ContentFault>) -> Option<Calculators> {
        let calendar = self.toml::<CalendarWords>(CALENDAR, faults);
        let names = self.below("calculators/").filter(|name| *name != CALENDAR);
        let entries = names.filter_map(|name| self.toml::<Entry>(name, faults));
        let entries = entries.collect();
        let tables = self
            .0
            .iter()
            .filter(|(name, _)| name.starts_with("calculators/") && has_extension(name, "csv"));
        let mut holidays = Vec::new();
        for (name, text) in tables {
            holidays.extend(calendar_sources::read(name, text, faults));
        }
        Some(Calculators {
            entries,
            calendar: calendar?,
            holidays,
        })
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        let names = self.0.keys().map(String::as_str);
        names.filter(move |name| name.starts_with(folder) && has_extension(name, "toml"))
    }

    fn each<T: DeserializeOwned>(&self, folder: &str, faults: &mut Vec<ContentFault>) -> Vec<T> {
        let names: Vec<&str> = self.below(folder).collect();
        names
            .into_iter()
            .filter_map(|name| self.toml(name, faults))
            .collect()
    }

    fn toml<T: DeserializeOwned>(&self, name: &str, faults: &mut Vec<ContentFault>) -> Option<T> {
        let Some(text) = self.text(name) else {
            faults.push(missing_file(name));
            return None;
        };
        toml::from_str(text)
            .map_err(|error| faults.push(toml_fault(name, text, &error)))
            .ok()
    }
}

fn load_folder(
    folder: &Path,
    part: &str,
    texts: &mut BTreeMap<String, String>,
) -> Result<(), Error> {
    let unreadable = |source| Error::Unreadable {
        file: part.to_owned(),
        source,
    };
    for entry in std::fs::read_dir(folder.join(part)).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if !has_extension(name, "toml") && !has_extension(name, "csv") {
            continue;
        }
        let name = if part.is_empty() {
            name.to_owned()
        } else {
            format!("{part}/{name}")
        };
        let text = std::fs::read_to_string(&path).map_err(|source| Error::Unreadable {
            file: name.clone(),
            source,
        })?;
        texts.insert(name, text);
    }
    Ok(())
}

fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

fn missing_file(name: &str) -> ContentFault {
    ContentFault {
        file: name.to_owned(),
        line: None,
        field: "file".into(),
        says: "this source is missing".into(),
    }
}

fn toml_fault(name: &str, text: &str, error: &toml::de::Error) -> ContentFault {
    let says = error.message().to_owned();
    let line = error.span().map(|span| line_at(text, span.start));
    let field = says
        .split('`')
        .nth(1)
        .map_or_else(|| key_on(text, line), str::to_owned);
    ContentFault {
        file: name.to_owned(),
        line,
        field,
        says,
    }
}

/// The key that a line sets, for a fault whose message names none.
fn key_on(text: &str, line: Option<usize>) -> String {
    let on = line.and_then(|line| text.lines().nth(line.saturating_sub(1)));
    let key = on.and_then(|line| line.split_once('=')).map(|(key, _)| key);
    key.map_or_else(|| "syntax".to_owned(), |key| key.trim().to_owned())
}

fn line_at(text: &str, place: usize) -> usize {
    let before = text.get(..place).unwrap_or(text);
    before.matches('\n').count() + 1
}
