//! Drafts: an answer at a time, with every text that an answer ever had.

use casework::{
    Answer, Answers, CaseId, Draft, FormId, Issued, QuestionId, ReportId, Rev, Saved, UserId,
};
use chrono::{DateTime, NaiveDateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params};
use serde::{Deserialize, Serialize};

use crate::audit::append;
use crate::columns::{Columns, json, kept, millis};
use crate::failure::Failure;
use crate::issue;
use crate::search_index::index_report;
use crate::{AuditEntry, Error, Issuing, Store, issued_case, owner};

/// A draft or report in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DraftRow {
    /// Its id.
    pub id: ReportId,
    /// The case it is about.
    pub case: CaseId,
    /// The case's reference.
    pub reference: String,
    /// The person: SURNAME, Forenames.
    pub listed_name: String,
    /// Its form.
    pub form: FormId,
    /// The form's edition.
    pub form_edition: String,
    /// When it is due at court.
    pub due: Option<NaiveDateTime>,
    /// When it was last written.
    pub saved_at: DateTime<Utc>,
    /// When it was issued; none while it is a draft.
    pub issued: Option<DateTime<Utc>>,
}

/// A text that an answer had, and the save that replaced it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ReplacedAnswer {
    /// The answer as it was.
    pub answer: Answer,
    /// The revision that the replacing save made.
    pub rev: Rev,
    /// When it was replaced.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: UserId,
}

impl Store {
    /// Begins a draft. Its revision is the first and it is not issued, whatever the value says.
    pub fn begin_draft(&mut self, draft: &Draft, audit: &AuditEntry) -> Result<(), Error> {
        self.write(|tx| {
            insert(tx, draft, audit.user)?;
            owner::insert(tx, draft.id.0, audit.user)?;
            for (question, answer) in &draft.answers {
                put_answer(tx, draft.id, question, answer)?;
            }
            index_report(tx, draft.id)?;
            append(tx, audit)
        })
    }

    /// Gives a draft or report; none where there is none.
    pub fn draft(&self, id: ReportId) -> Result<Option<Draft>, Error> {
        self.read(|store| held(store, id))
    }

    /// Gives every draft and report: first those not yet issued, the soonest due before the others.
    pub fn drafts(&self) -> Result<Vec<DraftRow>, Error> {
        self.draft_rows(None)
    }

    /// Gives the drafts and reports about a case, in the same order.
    pub fn drafts_of(&self, case: CaseId) -> Result<Vec<DraftRow>, Error> {
        self.draft_rows(Some(case))
    }

    /// Saves one answer over the revision that was seen, or clears it. The text it had is kept.
    /// The audit entry says when and by whom.
    pub fn save_answer(
        &mut self,
        id: ReportId,
        rev: Rev,
        question: &QuestionId,
        answer: Option<&Answer>,
        audit: &AuditEntry,
    ) -> Result<Saved, Error> {
        self.write(|tx| {
            if let Some(refused) = refusal(tx, id, rev)? {
                return Ok(refused);
            }
            advance(tx, id, rev, audit)?;
            match answer {
                Some(answer) => put_answer(tx, id, question, answer)?,
                None => clear_answer(tx, id, question)?,
            }
            index_report(tx, id)?;
            append(tx, audit)?;
            Ok(Saved::Done {
                rev: rev.next(),
                at: kept(audit.at),
            })
        })
    }

    /// Issues a report: its exact bytes and the facts of its case are kept, and neither it nor they
    /// ever change again.
    pub fn issue(
        &mut self,
        id: ReportId,
        rev: Rev,
        issuing: &Issuing<'_>,
        audit: &AuditEntry,
    ) -> Result<Saved, Error> {
        let issued = issuing.issued;
        let document = issue::Issue {
            id: issued.id,
            kind: issue::IssueKind::Report,
            of: Some(id.0),
            at: issued.at,
            signed_by: Some(issued.by.clone()),
            digest: issued.digest.clone(),
            pages: issued.pages,
        };
        self.write(|tx| {
            if let Some(refused) = refusal(tx, id, rev)? {
                return Ok(refused);
            }
            issue::insert(tx, &document, issuing.bytes, audit.user)?;
            issued_case::insert(tx, issuing)?;
            close(tx, id, rev, issued)?;
            append(tx, audit)?;
            Ok(Saved::Done {
                rev: rev.next(),
                at: kept(issued.at),
            })
        })
    }

    /// Gives every text that an answer had before the one it has, oldest first.
    pub fn replaced_answers(
        &self,
        id: ReportId,
        question: &QuestionId,
    ) -> Result<Vec<ReplacedAnswer>, Error> {
        self.read(|store| {
            let mut statement = store.prepare_cached(
                "SELECT body, rev, at, by_user FROM replaced_answer
                 WHERE draft = :draft AND question = :question ORDER BY seq",
            )?;
            let params = named_params! { ":draft": id.to_string(), ":question": question.0 };
            let replaced = statement.query_map(params, |row| {
                Ok(ReplacedAnswer {
                    answer: row.json("body")?,
                    rev: row.rev("rev")?,
                    at: row.instant("at")?,
                    by: UserId(row.uuid("by_user")?),
                })
            })?;
            Ok(replaced.collect::<Result<_, _>>()?)
        })
    }

    fn draft_rows(&self, of: Option<CaseId>) -> Result<Vec<DraftRow>, Error> {
        self.read(|store| {
            let mut statement = store.prepare_cached(
                "SELECT draft.id AS id, of_case, reference, listed_name, form, form_edition, due,
                        saved_at, issue.at AS issued
                 FROM draft
                 JOIN case_record ON case_record.id = of_case
                 LEFT JOIN issue ON issue.id = draft.issue
                 WHERE :of IS NULL OR of_case = :of
                 ORDER BY issued IS NOT NULL, issued DESC, due IS NULL, due, listed_name, draft.id",
            )?;
            let params = named_params! { ":of": of.map(|case| case.to_string()) };
            let rows = statement.query_map(params, row_of)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}

fn row_of(row: &Row<'_>) -> rusqlite::Result<DraftRow> {
    Ok(DraftRow {
        id: ReportId(row.uuid("id")?),
        case: CaseId(row.uuid("of_case")?),
        reference: row.get("reference")?,
        listed_name: row.get("listed_name")?,
        form: FormId(row.get("form")?),
        form_edition: row.get("form_edition")?,
        due: row.civil_if_any("due")?,
        saved_at: row.instant("saved_at")?,
        issued: row.instant_if_any("issued")?,
    })
}

/// Reads a draft with its answers.
pub(crate) fn held(connection: &Connection, id: ReportId) -> Result<Option<Draft>, Failure> {
    let mut statement = connection.prepare_cached(
        "SELECT of_case, form, form_edition, author, rev, saved_at, issue,
                issue.at AS issued_at, signed_by, digest, pages
         FROM draft LEFT JOIN issue ON issue.id = draft.issue WHERE draft.id = :id",
    )?;
    let draft = statement.query_row(named_params! { ":id": id.to_string() }, |row| {
        Ok(Draft {
            id,
            case: CaseId(row.uuid("of_case")?),
            form: FormId(row.get("form")?),
            form_edition: row.get("form_edition")?,
            author: row.json("author")?,
            rev: row.rev("rev")?,
            answers: Answers::new(),
            saved_at: row.instant("saved_at")?,
            issued: issued_of(row)?,
        })
    });
    let Some(mut draft) = draft.optional()? else {
        return Ok(None);
    };
    draft.answers = answers_of(connection, id)?;
    Ok(Some(draft))
}

fn issued_of(row: &Row<'_>) -> rusqlite::Result<Option<Issued>> {
    if row.get::<_, Option<String>>("issue")?.is_none() {
        return Ok(None);
    }
    Ok(Some(Issued {
        id: casework::IssueId(row.uuid("issue")?),
        at: row.instant("issued_at")?,
        by: row.get("signed_by")?,
        digest: row.get("digest")?,
        pages: row.get("pages")?,
    }))
}

/// Reads the answers of a draft.
pub(crate) fn answers_of(connection: &Connection, id: ReportId) -> Result<Answers, Failure> {
    let mut statement =
        connection.prepare_cached("SELECT question, body FROM answer WHERE draft = :draft")?;
    let answers = statement.query_map(named_params! { ":draft": id.to_string() }, |row| {
        Ok((QuestionId(row.get("question")?), row.json("body")?))
    })?;
    Ok(answers.collect::<Result<_, _>>()?)
}

/// Gives why a save over `rev` cannot be, as the answer to it; none where it can.
fn refusal(tx: &Transaction<'_>, id: ReportId, rev: Rev) -> Result<Option<Saved>, Failure> {
    let mut statement =
        tx.prepare_cached("SELECT rev, issue IS NOT NULL AS issued FROM draft WHERE id = :id")?;
    let found = statement.query_row(named_params! { ":id": id.to_string() }, |row| {
        Ok((row.rev("rev")?, row.get::<_, bool>("issued")?))
    });
    let (held_rev, issued) = found.optional()?.ok_or(Error::NotFound)?;
    if issued {
        return Ok(Some(Saved::Issued));
    }
    if held_rev == rev {
        return Ok(None);
    }
    let theirs = held(tx, id)?.ok_or(Error::NotFound)?;
    Ok(Some(Saved::Conflict {
        theirs: Box::new(theirs),
    }))
}

fn insert(tx: &Transaction<'_>, draft: &Draft, user: UserId) -> Result<(), Failure> {
    tx.execute(
        "INSERT INTO draft (id, of_case, form, form_edition, author, rev, saved_at, saved_by)
         VALUES (:id, :of_case, :form, :form_edition, :author, :rev, :saved_at, :saved_by)",
        named_params! {
            ":id": draft.id.to_string(),
            ":of_case": draft.case.to_string(),
            ":form": draft.form.0,
            ":form_edition": draft.form_edition,
            ":author": json(&draft.author)?,
            ":rev": Rev::FIRST.0,
            ":saved_at": millis(draft.saved_at),
            ":saved_by": user.to_string(),
        },
    )?;
    Ok(())
}

fn advance(
    tx: &Transaction<'_>,
    id: ReportId,
    rev: Rev,
    audit: &AuditEntry,
) -> Result<(), Failure> {
    let mut statement = tx.prepare_cached(
        "UPDATE draft SET rev = rev + 1, saved_at = :saved_at, saved_by = :saved_by
         WHERE id = :id AND rev = :rev AND issue IS NULL",
    )?;
    let changed = statement.execute(named_params! {
        ":id": id.to_string(),
        ":rev": rev.0,
        ":saved_at": millis(audit.at),
        ":saved_by": audit.user.to_string(),
    })?;
    one(changed)
}

fn close(tx: &Transaction<'_>, id: ReportId, rev: Rev, issued: &Issued) -> Result<(), Failure> {
    let changed = tx.execute(
        "UPDATE draft SET rev = rev + 1, saved_at = :saved_at, issue = :issue
         WHERE id = :id AND rev = :rev AND issue IS NULL",
        named_params! {
            ":id": id.to_string(),
            ":rev": rev.0,
            ":saved_at": millis(issued.at),
            ":issue": issued.id.to_string(),
        },
    )?;
    one(changed)
}

/// The revision was seen in this same transaction, so the row is there.
fn one(changed: usize) -> Result<(), Failure> {
    if changed == 1 {
        Ok(())
    } else {
        Err(Error::NotFound.into())
    }
}

fn put_answer(
    tx: &Transaction<'_>,
    id: ReportId,
    question: &QuestionId,
    answer: &Answer,
) -> Result<(), Failure> {
    let mut statement = tx.prepare_cached(
        "INSERT INTO answer (draft, question, body) VALUES (:draft, :question, :body)
         ON CONFLICT (draft, question) DO UPDATE SET body = excluded.body",
    )?;
    statement.execute(named_params! {
        ":draft": id.to_string(),
        ":question": question.0,
        ":body": json(answer)?,
    })?;
    Ok(())
}

fn clear_answer(tx: &Transaction<'_>, id: ReportId, question: &QuestionId) -> Result<(), Failure> {
    tx.execute(
        "DELETE FROM answer WHERE draft = :draft AND question = :question",
        named_params! { ":draft": id.to_string(), ":question": question.0 },
    )?;
    Ok(())
}

#[cfg(test)]
mod tests;
