//! The facts of a case as an issued report took them, kept with the issue.

use casework::{Case, IssueId, Issued, IssuedCase};
use rusqlite::{OptionalExtension, Transaction, named_params};

use crate::columns::{Columns, json};
use crate::failure::Failure;
use crate::{Error, Store};

/// A report to be issued: all that is kept of it, in one transaction.
#[derive(Clone, Copy, Debug)]
pub struct Issuing<'i> {
    /// The issue.
    pub issued: &'i Issued,
    /// Its exact bytes.
    pub bytes: &'i [u8],
    /// The council's reference that stands on it.
    pub reference: &'i str,
    /// The case that it was laid out with.
    pub case: &'i Case,
}

impl Store {
    /// Gives the facts of the case that an issued report was made of; none where nothing was issued
    /// under that id, or what was is no report.
    pub fn issued_case(&self, issue: IssueId) -> Result<Option<IssuedCase>, Error> {
        self.read(|store| {
            let mut statement = store.prepare_cached(
                "SELECT reference, body, as_issued FROM issued_case WHERE issue = :issue",
            )?;
            let frozen =
                statement.query_row(named_params! { ":issue": issue.to_string() }, |row| {
                    Ok(IssuedCase {
                        reference: row.get("reference")?,
                        case: row.json("body")?,
                        as_issued: row.get("as_issued")?,
                    })
                });
            Ok(frozen.optional()?)
        })
    }
}

/// Keeps the facts, in the transaction that issues the report.
pub(crate) fn insert(tx: &Transaction<'_>, issuing: &Issuing<'_>) -> Result<(), Failure> {
    tx.execute(
        "INSERT INTO issued_case (issue, reference, body, as_issued)
         VALUES (:issue, :reference, :body, 1)",
        named_params! {
            ":issue": issuing.issued.id.to_string(),
            ":reference": issuing.reference,
            ":body": json(issuing.case)?,
        },
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use casework::{Rev, Saved};
    use sha2::{Digest, Sha256};
    use uuid::Uuid;

    use super::*;
    use crate::audit_chain::hex;
    use crate::fixture::{a_store, an_entry, at, with_a_draft};

    /// A store with a report that was issued.
    fn with_a_report() -> (Store, IssueId) {
        let mut store = a_store();
        let draft = with_a_draft(&mut store);
        let record = store.case(draft.case).unwrap().unwrap();
        let issued = Issued {
            id: IssueId(Uuid::from_u128(500)),
            at: at(0),
            by: "Anne Author".into(),
            digest: hex(&Sha256::digest(b"%PDF")),
            pages: 1,
        };
        let issuing = Issuing {
            issued: &issued,
            bytes: b"%PDF",
            reference: &record.reference,
            case: &record.case,
        };
        let done = store.issue(draft.id, Rev(1), &issuing, &an_entry("report.issue"));
        assert!(matches!(done, Ok(Saved::Done { .. })));
        (store, issued.id)
    }

    #[test]
    fn an_issue_keeps_the_case_it_was_made_of_when_the_case_changes() {
        let (mut store, issue) = with_a_report();
        let before = store.issued_case(issue).unwrap().unwrap();
        let id = store.cases().unwrap()[0].id;
        let mut record = store.case(id).unwrap().unwrap();
        record.case.court = "Perth Sheriff Court".into();
        record.reference = "KB-other".into();

        store.save_case(&record, &an_entry("case.change")).unwrap();

        assert_eq!(store.issued_case(issue), Ok(Some(before.clone())));
        assert_eq!(before.case.court, "Kirkbrae Sheriff Court");
        assert_eq!(before.reference, "KB-1");
        assert!(before.as_issued);
    }

    #[test]
    fn the_schema_itself_keeps_the_facts_of_an_issue() {
        let (store, issue) = with_a_report();
        let before = store.issued_case(issue).unwrap();

        for sql in [
            "UPDATE issued_case SET body = '{}'",
            "DELETE FROM issued_case",
        ] {
            store.connection().execute_batch(sql).unwrap_err();
        }

        assert_eq!(store.issued_case(issue).unwrap(), before);
    }
}
