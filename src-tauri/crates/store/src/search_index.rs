//! What search finds: the entries of an edition, and the cases and reports as they are written.

use std::collections::BTreeSet;

use casework::{Answer, CaseRecord, Person, ReportId};
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};

use crate::failure::Failure;
use crate::search::SearchKind;
use crate::words::fold;
use crate::{Error, Store, case, draft};

/// An entry of an edition, as search sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchEntry {
    /// What it is.
    pub kind: SearchKind,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What else people call it.
    pub aliases: Vec<String>,
    /// What it says.
    pub text: String,
}

impl Store {
    /// Indexes an edition's entries in place of those of the edition before; gives false, having
    /// done nothing, where that edition is the one indexed.
    pub fn index_edition(
        &mut self,
        edition_digest: &str,
        entries: impl Iterator<Item = SearchEntry>,
    ) -> Result<bool, Error> {
        self.write(|tx| {
            if indexed_edition(tx)?.as_deref() == Some(edition_digest) {
                return Ok(false);
            }
            tx.execute(
                "DELETE FROM search_entry WHERE kind NOT IN ('case', 'report')",
                [],
            )?;
            for entry in entries {
                if entry.kind.is_record() {
                    return Err(Error::NotOfAnEdition.into());
                }
                put(tx, &entry)?;
            }
            tx.execute(
                "INSERT INTO search_edition (only, digest) VALUES (1, :digest)
                 ON CONFLICT (only) DO UPDATE SET digest = excluded.digest",
                named_params! { ":digest": edition_digest },
            )?;
            Ok(true)
        })
    }
}

fn indexed_edition(connection: &Connection) -> Result<Option<String>, Failure> {
    let digest = connection.query_row(
        "SELECT digest FROM search_edition WHERE only = 1",
        [],
        |row| row.get("digest"),
    );
    Ok(digest.optional()?)
}

/// Indexes a case, in the transaction that writes it.
pub(crate) fn index_case(tx: &Transaction<'_>, record: &CaseRecord) -> Result<(), Failure> {
    put(tx, &entry_of_case(record))
}

/// Indexes a report, in the transaction that writes it.
pub(crate) fn index_report(tx: &Transaction<'_>, id: ReportId) -> Result<(), Failure> {
    let draft = draft::held(tx, id)?.ok_or(Error::NotFound)?;
    let record = case::held(tx, draft.case)?.ok_or(Error::NotFound)?;
    let written: Vec<String> = draft.answers.values().map(Answer::words).collect();
    put(
        tx,
        &SearchEntry {
            kind: SearchKind::Report,
            id: id.to_string(),
            name: record.case.person.listed_name(),
            aliases: aliases_of(&record),
            text: written.join("\n"),
        },
    )
}

/// Indexes the reports about a case again, which carry its names.
pub(crate) fn index_reports_of(tx: &Transaction<'_>, record: &CaseRecord) -> Result<(), Failure> {
    let mut statement = tx.prepare_cached(
        "UPDATE search_entry SET name = :name, aliases = :aliases
         WHERE kind = 'report' AND id = :id AND (name <> :name OR aliases <> :aliases)",
    )?;
    let name = record.case.person.listed_name();
    let aliases = aliases_of(record);
    for id in reports_of(tx, record)? {
        let params = named_params! { ":name": name, ":aliases": aliases.join("\n"), ":id": id };
        if statement.execute(params)? > 0 {
            put_names(tx, SearchKind::Report, &id, &name, &aliases)?;
        }
    }
    Ok(())
}

fn reports_of(tx: &Transaction<'_>, record: &CaseRecord) -> Result<Vec<String>, Failure> {
    let mut statement = tx.prepare_cached("SELECT id FROM draft WHERE of_case = :of_case")?;
    let params = named_params! { ":of_case": record.id.to_string() };
    let ids = statement.query_map(params, |row| row.get("id"))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

fn entry_of_case(record: &CaseRecord) -> SearchEntry {
    let case = &record.case;
    let charges = case.charges.iter().map(|charge| charge.offence.clone());
    let text: Vec<String> = std::iter::once(case.court.clone()).chain(charges).collect();
    SearchEntry {
        kind: SearchKind::Case,
        id: record.id.to_string(),
        name: case.person.listed_name(),
        aliases: aliases_of(record),
        text: text.join("\n"),
    }
}

/// Gives what else a case may be asked for by: the name in reading order, its numbers, and the name
/// as one types it who leaves out its marks.
fn aliases_of(record: &CaseRecord) -> Vec<String> {
    let case = &record.case;
    let person = &case.person;
    let numbers = [
        &case.pf_reference,
        &case.court_reference,
        &person.chs_number,
        &person.local_number,
        &person.known_as,
    ];
    let mut aliases = vec![person.name(), record.reference.clone()];
    aliases.extend(numbers.into_iter().flatten().cloned());
    aliases.extend(unmarked(person));
    aliases.retain(|alias| !alias.trim().is_empty());
    aliases
}

/// Gives the name without its marks, where it has any: O'Neil is also typed as one word.
fn unmarked(person: &Person) -> Option<String> {
    let name = person.name();
    let bare: String = name
        .chars()
        .filter(|c| !['\'', '’', '-'].contains(c))
        .collect();
    (bare != name).then_some(bare)
}

/// Writes an entry in place of the one with its kind and id, if it differs.
fn put(tx: &Transaction<'_>, entry: &SearchEntry) -> Result<(), Failure> {
    let aliases = entry.aliases.join("\n");
    let mut statement = tx.prepare_cached(
        "INSERT INTO search_entry (kind, id, name, aliases, body)
         VALUES (:kind, :id, :name, :aliases, :body)
         ON CONFLICT (kind, id) DO UPDATE
         SET name = excluded.name, aliases = excluded.aliases, body = excluded.body
         WHERE (name, aliases, body) IS NOT (excluded.name, excluded.aliases, excluded.body)",
    )?;
    let changed = statement.execute(named_params! {
        ":kind": entry.kind.name(),
        ":id": entry.id,
        ":name": entry.name,
        ":aliases": aliases,
        ":body": entry.text,
    })?;
    if changed > 0 {
        put_names(tx, entry.kind, &entry.id, &entry.name, &entry.aliases)?;
    }
    Ok(())
}

/// Writes the whole names of an entry in place of those it had.
fn put_names(
    tx: &Transaction<'_>,
    kind: SearchKind,
    id: &str,
    name: &str,
    aliases: &[String],
) -> Result<(), Failure> {
    let entry: i64 = tx
        .prepare_cached("SELECT entry FROM search_entry WHERE kind = :kind AND id = :id")?
        .query_row(named_params! { ":kind": kind.name(), ":id": id }, |row| {
            row.get("entry")
        })?;
    tx.prepare_cached("DELETE FROM search_name WHERE entry = :entry")?
        .execute(named_params! { ":entry": entry })?;
    let whole: BTreeSet<(bool, String)> = std::iter::once((false, fold(name)))
        .chain(aliases.iter().map(|alias| (true, fold(alias))))
        .filter(|(_, folded)| !folded.is_empty())
        .collect();
    let mut statement = tx.prepare_cached(
        "INSERT INTO search_name (folded, entry, alias) VALUES (:folded, :entry, :alias)",
    )?;
    for (alias, folded) in whole {
        statement.execute(named_params! { ":folded": folded, ":entry": entry, ":alias": alias })?;
    }
    Ok(())
}
