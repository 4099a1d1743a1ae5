//! Search: every word the beginning of a word, names before text.

use rusqlite::{Connection, named_params};
use serde::{Deserialize, Serialize};

use crate::columns::unreadable;
use crate::failure::Failure;
use crate::words::{query, readings};
use crate::{Error, Store};

/// How much of a text shows what it is, in characters, where no word of it was found.
const OPENING: u32 = 90;

/// What can be found.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum SearchKind {
    /// A bail option.
    BailOption,
    /// A disposal, order or requirement.
    Disposal,
    /// A service or programme.
    Service,
    /// A court.
    Court,
    /// A council.
    Council,
    /// A prison.
    Prison,
    /// A term of the glossary.
    Term,
    /// A case.
    Case,
    /// A draft or report.
    Report,
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Found {
    /// What it is.
    pub kind: SearchKind,
    /// Its id, as the edition or the record has it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// A few words of its text, those found among them.
    pub snippet: String,
}

impl SearchKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::BailOption,
        Self::Disposal,
        Self::Service,
        Self::Court,
        Self::Council,
        Self::Prison,
        Self::Term,
        Self::Case,
        Self::Report,
    ];

    /// Whether it is a record of the store rather than an entry of the edition.
    pub fn is_record(self) -> bool {
        matches!(self, Self::Case | Self::Report)
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::BailOption => "bail-option",
            Self::Disposal => "disposal",
            Self::Service => "service",
            Self::Court => "court",
            Self::Council => "council",
            Self::Prison => "prison",
            Self::Term => "term",
            Self::Case => "case",
            Self::Report => "report",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl Store {
    /// Finds up to `limit` entries of some kinds in which every word typed begins a word.
    ///
    /// First come those whose whole name begins as typed, then those with such an alias, then the
    /// rest, a word in the name weighing more than one in an alias and far more than one in the
    /// text. Words that are only marks find nothing.
    pub fn search(
        &self,
        typed: &str,
        kinds: &[SearchKind],
        limit: u32,
    ) -> Result<Vec<Found>, Error> {
        let question = Question {
            kinds: kind_names(kinds),
            limit,
            snippets: true,
        };
        self.read(|store| find(store, &readings(typed), &question))
    }

    /// Finds the ids of every entry of a kind that answers, in the order of [`Store::search`]. For a
    /// list that shows words of its own: to cut a snippet, a text is read and taken apart again.
    pub fn ids_found(&self, typed: &str, kind: SearchKind) -> Result<Vec<String>, Error> {
        let question = Question {
            kinds: kind_names(&[kind]),
            limit: u32::MAX,
            snippets: false,
        };
        let found = self.read(|store| find(store, &readings(typed), &question))?;
        Ok(found.into_iter().map(|found| found.id).collect())
    }
}

/// What of the index is asked for.
struct Question {
    /// The kinds, as [`kind_names`] writes them.
    kinds: String,
    limit: u32,
    snippets: bool,
}

/// Finds entries by any reading of what was typed; see [`Store::search`].
fn find(
    store: &Connection,
    readings: &[Vec<String>],
    question: &Question,
) -> Result<Vec<Found>, Failure> {
    let wanted = usize::try_from(question.limit).unwrap_or(usize::MAX);
    if readings.iter().all(Vec::is_empty) {
        return Ok(Vec::new());
    }
    let mut found: Vec<Found> = Vec::new();
    // Each step costs more than the one before, and the first often fill the list.
    for step in Step::ALL {
        if found.len() >= wanted {
            break;
        }
        for words in readings {
            for one in step.take(store, words, question)? {
                if !holds(&found, &one) {
                    found.push(one);
                }
            }
        }
    }
    found.truncate(wanted);
    Ok(found)
}

/// Whether a search would find anything.
pub(crate) fn finds(
    store: &Connection,
    words: &[String],
    kinds: &[SearchKind],
) -> Result<bool, Failure> {
    if words.is_empty() {
        return Ok(false);
    }
    let mut statement = store.prepare_cached(
        "SELECT 1 FROM search_word CROSS JOIN search_entry ON entry = search_word.rowid
         WHERE search_word MATCH :query AND +kind IN (SELECT value FROM json_each(:kinds))",
    )?;
    let params = named_params! { ":query": query(words), ":kinds": kind_names(kinds) };
    Ok(statement.exists(params)?)
}

/// The steps of a search, in the order in which what they find is shown.
#[derive(Clone, Copy)]
enum Step {
    ExactName,
    ExactAlias,
    BeginningOfName,
    BeginningOfAlias,
    WordsOfNames,
    AllWords,
}

impl Step {
    const ALL: [Self; 6] = [
        Self::ExactName,
        Self::ExactAlias,
        Self::BeginningOfName,
        Self::BeginningOfAlias,
        Self::WordsOfNames,
        Self::AllWords,
    ];

    fn take(
        self,
        store: &Connection,
        words: &[String],
        question: &Question,
    ) -> Result<Vec<Found>, Failure> {
        let whole = words.join(" ");
        let beginning = format!("{whole}{}", char::MAX);
        match self {
            Self::ExactName => by_name(store, false, (&whole, &whole), question),
            Self::ExactAlias => by_name(store, true, (&whole, &whole), question),
            Self::BeginningOfName => by_name(store, false, (&whole, &beginning), question),
            Self::BeginningOfAlias => by_name(store, true, (&whole, &beginning), question),
            Self::WordsOfNames => {
                let of_names = format!("{{name aliases}} : ({})", query(words));
                by_words(store, &of_names, question)
            }
            Self::AllWords => by_words(store, &query(words), question),
        }
    }
}

fn holds(found: &[Found], one: &Found) -> bool {
    found
        .iter()
        .any(|other| other.kind == one.kind && other.id == one.id)
}

/// Gives kinds as one JSON array, which binds as one value.
fn kind_names(kinds: &[SearchKind]) -> String {
    let names: Vec<String> = kinds
        .iter()
        .map(|kind| format!("\"{}\"", kind.name()))
        .collect();
    format!("[{}]", names.join(","))
}

/// Finds entries whose whole name, or an alias, lies between two texts, in alphabetical order.
fn by_name(
    store: &Connection,
    alias: bool,
    (from, until): (&str, &str),
    question: &Question,
) -> Result<Vec<Found>, Failure> {
    // The plus sign keeps the planner from walking whole kinds instead of the few names.
    let mut statement = store.prepare_cached(
        "SELECT kind, id, name, substr(body, 1, :opening) AS snippet
         FROM search_name CROSS JOIN search_entry USING (entry)
         WHERE alias = :alias AND folded BETWEEN :from AND :until
           AND +kind IN (SELECT value FROM json_each(:kinds))
         ORDER BY folded, entry
         LIMIT :limit",
    )?;
    let params = named_params! {
        ":opening": if question.snippets { OPENING } else { 0 },
        ":alias": alias,
        ":from": from,
        ":until": until,
        ":kinds": question.kinds,
        ":limit": question.limit,
    };
    let found = statement.query_map(params, |row| {
        let found = from_row(row)?;
        let snippet = opening(&found.snippet);
        Ok(Found { snippet, ..found })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Gives the beginning of a text, cut after a whole word.
fn opening(start: &str) -> String {
    let whole = usize::try_from(OPENING).is_ok_and(|most| start.chars().count() < most);
    match start.rsplit_once(char::is_whitespace) {
        Some((words, _)) if !whole => format!("{}…", words.trim_end()),
        Some(_) | None => start.to_owned(),
    }
}

/// Finds entries by their words, the nearest first.
fn by_words(store: &Connection, query: &str, question: &Question) -> Result<Vec<Found>, Failure> {
    let mut statement = store.prepare_cached(
        "SELECT kind, id, search_entry.name AS name,
                iif(:snippets, snippet(search_word, 2, '', '', '…', 14), '') AS snippet
         FROM search_word CROSS JOIN search_entry ON entry = search_word.rowid
         WHERE search_word MATCH :query AND +kind IN (SELECT value FROM json_each(:kinds))
         ORDER BY search_word.rank
         LIMIT :limit",
    )?;
    let params = named_params! {
        ":query": query,
        ":snippets": question.snippets,
        ":kinds": question.kinds,
        ":limit": question.limit,
    };
    let found = statement.query_map(params, from_row)?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Found> {
    let kind: String = row.get("kind")?;
    Ok(Found {
        kind: SearchKind::named(&kind).ok_or_else(|| unreadable(Error::Damaged))?,
        id: row.get("id")?,
        name: row.get("name")?,
        snippet: row.get("snippet")?,
    })
}

#[cfg(test)]
mod tests;
