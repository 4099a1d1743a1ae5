//! Cases.

use casework::{CaseId, CaseRecord, Rev};
use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};
use serde::{Deserialize, Serialize};

use crate::audit::append;
use crate::columns::{Columns, civil, json};
use crate::failure::Failure;
use crate::search_index::{index_case, index_reports_of};
use crate::{AuditEntry, Error, Store, owner};

/// A case in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CaseRow {
    /// Its id.
    pub id: CaseId,
    /// The council's reference.
    pub reference: String,
    /// The person: SURNAME, Forenames.
    pub listed_name: String,
    /// The court.
    pub court: String,
    /// The diet for which the report is wanted.
    pub diet: Option<NaiveDateTime>,
    /// When the report is due.
    pub due: Option<NaiveDateTime>,
    /// How many drafts and reports there are about it.
    pub drafts: u32,
}

/// What became of a save of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(
    tag = "outcome",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case"
)]
pub enum CaseSaved {
    /// It is on disk.
    Done {
        /// The revision it became.
        rev: Rev,
    },
    /// Somebody else wrote first. Nothing was overwritten.
    Conflict {
        /// What the store holds.
        theirs: Box<CaseRecord>,
    },
}

impl Store {
    /// Adds a case. Its revision is the first, whatever the record says.
    pub fn add_case(&mut self, record: &CaseRecord, audit: &AuditEntry) -> Result<(), Error> {
        let record = CaseRecord {
            rev: Rev::FIRST,
            ..record.clone()
        };
        self.write(|tx| {
            insert(tx, &record)?;
            owner::insert(tx, record.id.0, audit.user)?;
            index_case(tx, &record)?;
            append(tx, audit)
        })
    }

    /// Gives a case; none where there is none.
    pub fn case(&self, id: CaseId) -> Result<Option<CaseRecord>, Error> {
        self.read(|store| held(store, id))
    }

    /// Saves a case over the revision that the record names.
    pub fn save_case(
        &mut self,
        record: &CaseRecord,
        audit: &AuditEntry,
    ) -> Result<CaseSaved, Error> {
        self.write(|tx| {
            if !update(tx, record)? {
                let theirs = held(tx, record.id)?.ok_or(Error::NotFound)?;
                return Ok(CaseSaved::Conflict {
                    theirs: Box::new(theirs),
                });
            }
            index_case(tx, record)?;
            index_reports_of(tx, record)?;
            append(tx, audit)?;
            Ok(CaseSaved::Done {
                rev: record.rev.next(),
            })
        })
    }

    /// Gives every case: first those with a report due, the soonest before the others.
    pub fn cases(&self) -> Result<Vec<CaseRow>, Error> {
        self.read(|store| {
            let mut statement = store.prepare_cached(
                "SELECT id, reference, listed_name, court, diet, due,
                        (SELECT count(*) FROM draft WHERE of_case = case_record.id) AS drafts
                 FROM case_record
                 ORDER BY due IS NULL, due, listed_name, id",
            )?;
            let rows = statement.query_map([], |row| {
                Ok(CaseRow {
                    id: CaseId(row.uuid("id")?),
                    reference: row.get("reference")?,
                    listed_name: row.get("listed_name")?,
                    court: row.get("court")?,
                    diet: row.civil_if_any("diet")?,
                    due: row.civil_if_any("due")?,
                    drafts: row.get("drafts")?,
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}

/// Reads a case.
pub(crate) fn held(connection: &Connection, id: CaseId) -> Result<Option<CaseRecord>, Failure> {
    let mut statement =
        connection.prepare_cached("SELECT rev, reference, body FROM case_record WHERE id = :id")?;
    let record = statement.query_row(named_params! { ":id": id.to_string() }, |row| {
        Ok(CaseRecord {
            id,
            rev: row.rev("rev")?,
            reference: row.get("reference")?,
            case: row.json("body")?,
        })
    });
    Ok(record.optional()?)
}

fn insert(tx: &Transaction<'_>, record: &CaseRecord) -> Result<(), Failure> {
    let case = &record.case;
    tx.execute(
        "INSERT INTO case_record (id, rev, reference, listed_name, court, diet, due, body)
         VALUES (:id, :rev, :reference, :listed_name, :court, :diet, :due, :body)",
        named_params! {
            ":id": record.id.to_string(),
            ":rev": record.rev.0,
            ":reference": record.reference,
            ":listed_name": case.person.listed_name(),
            ":court": case.court,
            ":diet": case.diet.map(civil),
            ":due": case.due.map(civil),
            ":body": json(case)?,
        },
    )?;
    Ok(())
}

/// Writes over the revision that was seen; false where the store holds another.
fn update(tx: &Transaction<'_>, record: &CaseRecord) -> Result<bool, Failure> {
    let case = &record.case;
    let changed = tx.execute(
        "UPDATE case_record
         SET rev = rev + 1, reference = :reference, listed_name = :listed_name, court = :court,
             diet = :diet, due = :due, body = :body
         WHERE id = :id AND rev = :rev",
        named_params! {
            ":id": record.id.to_string(),
            ":rev": record.rev.0,
            ":reference": record.reference,
            ":listed_name": case.person.listed_name(),
            ":court": case.court,
            ":diet": case.diet.map(civil),
            ":due": case.due.map(civil),
            ":body": json(case)?,
        },
    )?;
    Ok(changed == 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{a_case, a_store, an_entry};

    #[test]
    fn a_case_reads_back_as_it_was_added() {
        let mut store = a_store();
        let record = a_case(1, "Morag", "Example");

        store.add_case(&record, &an_entry("case.create")).unwrap();

        assert_eq!(store.case(record.id).unwrap(), Some(record.clone()));
        assert_eq!(store.audit(1, 10).unwrap().len(), 1);
        let again = store.add_case(&record, &an_entry("case.create"));
        assert_eq!(again, Err(Error::AlreadyHeld));
        assert_eq!(
            store.audit(1, 10).unwrap().len(),
            1,
            "what did not happen is not in the log"
        );
    }

    #[test]
    fn a_case_that_another_saved_first_is_not_overwritten() {
        let mut store = a_store();
        let seen = a_case(1, "Morag", "Example");
        store.add_case(&seen, &an_entry("case.create")).unwrap();
        let mut mine = seen.clone();
        mine.case.court = "Aberdeen Sheriff Court".into();
        let mut theirs = seen.clone();
        theirs.case.court = "Perth Sheriff Court".into();

        let first = store.save_case(&theirs, &an_entry("case.edit")).unwrap();
        let second = store.save_case(&mine, &an_entry("case.edit")).unwrap();

        assert_eq!(first, CaseSaved::Done { rev: Rev(2) });
        let held = CaseRecord {
            rev: Rev(2),
            ..theirs
        };
        assert_eq!(
            second,
            CaseSaved::Conflict {
                theirs: Box::new(held)
            }
        );
        assert_eq!(
            store.audit(1, 10).unwrap().len(),
            2,
            "a refused save changed nothing"
        );
    }

    #[test]
    fn a_case_that_is_not_held_cannot_be_saved() {
        let saved = a_store().save_case(&a_case(1, "Morag", "Example"), &an_entry("case.edit"));

        assert_eq!(saved, Err(Error::NotFound));
    }

    #[test]
    fn the_case_due_soonest_is_listed_first() {
        let mut store = a_store();
        for (number, due) in [(1, None), (2, Some("2026-12-02")), (3, Some("2026-12-01"))] {
            let mut record = a_case(number, "Morag", "Example");
            record.case.due = due.map(|day| format!("{day}T12:00:00").parse().unwrap());
            store.add_case(&record, &an_entry("case.create")).unwrap();
        }

        let rows = store.cases().unwrap();

        let listed: Vec<_> = rows.iter().map(|row| row.id.0.as_u128()).collect();
        assert_eq!(listed, [3, 2, 1]);
        assert_eq!(rows[0].listed_name, "EXAMPLE, Morag");
    }
}
