//! A draft issued: exact bytes, closed for ever.

use casework::{CaseRecord, IssueId};
use uuid::Uuid;

use super::super::*;
use super::{harm, save, says};
use crate::fixture::{a_case, a_pack, a_store, an_entry, at, with_a_draft};

/// What is issued of the bytes given.
pub(super) fn issued(bytes: &[u8]) -> Issued {
    let pack = a_pack(500, bytes);
    Issued {
        id: pack.id,
        at: at(7),
        by: "A. Author".into(),
        digest: pack.digest,
        pages: 1,
    }
}

pub(super) fn issuing<'i>(
    bytes: &'i [u8],
    issued: &'i Issued,
    record: &'i CaseRecord,
) -> Issuing<'i> {
    Issuing {
        issued,
        bytes,
        reference: &record.reference,
        case: &record.case,
    }
}

#[test]
fn an_issued_report_is_its_exact_bytes_and_never_changes() {
    let mut store = a_store();
    let draft = with_a_draft(&mut store);
    save(&mut store, &draft, 1, "Final.");

    let done = store.issue(
        draft.id,
        Rev(2),
        &issuing(b"%PDF", &issued(b"%PDF"), &a_case(1, "Morag", "Example")),
        &an_entry("report.issue"),
    );

    assert_eq!(
        done,
        Ok(Saved::Done {
            rev: Rev(3),
            at: at(7)
        })
    );
    assert_eq!(save(&mut store, &draft, 3, "After."), Saved::Issued);
    let again = store.issue(
        draft.id,
        Rev(3),
        &issuing(b"x", &issued(b"x"), &a_case(1, "Morag", "Example")),
        &an_entry("report.issue"),
    );
    assert_eq!(again, Ok(Saved::Issued));
    let held = store.draft(draft.id).unwrap().unwrap();
    assert_eq!(held.issued, Some(issued(b"%PDF")));
    assert_eq!(held.answers[&harm()], says("Final."));
    let bytes = store.issued_bytes(IssueId(Uuid::from_u128(500))).unwrap();
    assert_eq!(bytes.as_deref(), Some(b"%PDF".as_slice()));
}

#[test]
fn the_schema_itself_keeps_an_issued_report_closed() {
    let mut store = a_store();
    let draft = with_a_draft(&mut store);
    save(&mut store, &draft, 1, "Final.");
    store
        .issue(
            draft.id,
            Rev(2),
            &issuing(b"%PDF", &issued(b"%PDF"), &a_case(1, "Morag", "Example")),
            &an_entry("report.issue"),
        )
        .unwrap();
    let before = store.draft(draft.id).unwrap();

    for sql in [
        "UPDATE answer SET body = '{}'",
        "DELETE FROM answer",
        "INSERT INTO answer (draft, question, body) SELECT id, 'new', '{}' FROM draft",
        "INSERT OR REPLACE INTO answer (draft, question, body) SELECT id, 'harm', '{}' FROM draft",
        "UPDATE draft SET issue = NULL",
        "UPDATE draft SET rev = 1",
        "DELETE FROM draft",
        "UPDATE issue SET bytes = x'00'",
        "DELETE FROM issue",
        "UPDATE replaced_answer SET body = '{}'",
    ] {
        let refused = store.connection().execute_batch(sql);
        let nothing_to_change = sql.contains("replaced_answer");
        assert!(refused.is_err() || nothing_to_change, "{sql}");
    }
    assert_eq!(store.draft(draft.id).unwrap(), before);
}

#[test]
fn a_report_is_not_issued_over_words_its_author_has_not_seen() {
    let mut store = a_store();
    let draft = with_a_draft(&mut store);
    save(&mut store, &draft, 1, "Theirs.");

    let refused = store.issue(
        draft.id,
        Rev(1),
        &issuing(b"%PDF", &issued(b"%PDF"), &a_case(1, "Morag", "Example")),
        &an_entry("report.issue"),
    );

    assert!(matches!(refused, Ok(Saved::Conflict { .. })));
    assert_eq!(
        store.issued_bytes(IssueId(Uuid::from_u128(500))).unwrap(),
        None
    );
}
