//! A draft begun, saved and listed.

mod issuing;
mod several_writers;

use document::RichText;
use uuid::Uuid;

use self::issuing::{issued, issuing};
use super::*;
use crate::fixture::{a_case, a_draft, a_store, an_entry, at, later, with_a_draft};

fn says(words: &str) -> Answer {
    Answer::Narrative {
        text: RichText::from_plain(words),
    }
}

fn harm() -> QuestionId {
    QuestionId("harm".into())
}

fn save(store: &mut Store, draft: &Draft, rev: u32, words: &str) -> Saved {
    let entry = an_entry("draft.save");
    store
        .save_answer(draft.id, Rev(rev), &harm(), Some(&says(words)), &entry)
        .unwrap()
}

fn texts(replaced: &[ReplacedAnswer]) -> Vec<String> {
    replaced.iter().map(|one| one.answer.words()).collect()
}

#[test]
fn a_draft_reads_back_as_it_was_begun() {
    let mut store = a_store();
    let mut draft = a_draft(100, 1);
    draft.answers.insert(harm(), says("Serious."));
    draft
        .answers
        .insert(QuestionId("age".into()), Answer::Number { value: 19 });
    store
        .add_case(&a_case(1, "Morag", "Example"), &an_entry("case.create"))
        .unwrap();

    store.begin_draft(&draft, &an_entry("draft.begin")).unwrap();

    assert_eq!(store.draft(draft.id).unwrap(), Some(draft));
}

#[test]
fn a_draft_about_a_case_that_is_not_held_is_refused() {
    let mut store = a_store();

    let begun = store.begin_draft(&a_draft(100, 1), &an_entry("draft.begin"));

    assert_eq!(begun, Err(Error::DanglingReference));
    assert_eq!(store.audit(1, 10).unwrap(), []);
}

#[test]
fn a_save_says_which_revision_it_made_and_when() {
    let mut store = a_store();
    let draft = with_a_draft(&mut store);
    let entry = later(&an_entry("draft.save"), 3);

    let saved = store
        .save_answer(draft.id, Rev(1), &harm(), Some(&says("One.")), &entry)
        .unwrap();

    assert_eq!(
        saved,
        Saved::Done {
            rev: Rev(2),
            at: entry.at
        }
    );
    let held = store.draft(draft.id).unwrap().unwrap();
    assert_eq!((held.rev, held.saved_at), (Rev(2), entry.at));
    assert_eq!(held.answers[&harm()], says("One."));
}

#[test]
fn a_save_over_an_older_revision_gets_their_text_and_changes_nothing() {
    let mut store = a_store();
    let draft = with_a_draft(&mut store);
    save(&mut store, &draft, 1, "Theirs.");
    let log = store.audit(1, 10).unwrap();

    let refused = save(&mut store, &draft, 1, "Mine.");

    let theirs = store.draft(draft.id).unwrap().unwrap();
    assert_eq!(theirs.answers[&harm()], says("Theirs."));
    assert_eq!(
        refused,
        Saved::Conflict {
            theirs: Box::new(theirs)
        }
    );
    assert_eq!(store.audit(1, 10).unwrap(), log);
}

#[test]
fn every_text_that_was_replaced_or_cleared_is_kept() {
    let mut store = a_store();
    let draft = with_a_draft(&mut store);
    save(&mut store, &draft, 1, "One.");
    save(&mut store, &draft, 2, "Two.");
    save(&mut store, &draft, 3, "Two.");

    let cleared = an_entry("draft.save");
    store
        .save_answer(draft.id, Rev(4), &harm(), None, &cleared)
        .unwrap();

    assert_eq!(
        store.draft(draft.id).unwrap().unwrap().answers.get(&harm()),
        None
    );
    let replaced = store.replaced_answers(draft.id, &harm()).unwrap();
    assert_eq!(texts(&replaced), ["One.", "Two."]);
    assert_eq!(replaced[1].rev, Rev(5));
    assert_eq!(replaced[1].by, cleared.user);
}

#[test]
fn a_draft_that_is_not_held_cannot_be_saved() {
    let saved = a_store().save_answer(
        ReportId(Uuid::nil()),
        Rev(1),
        &harm(),
        Some(&says("x")),
        &an_entry("draft.save"),
    );

    assert_eq!(saved, Err(Error::NotFound));
}

#[test]
fn drafts_are_listed_before_reports_and_by_case() {
    let mut store = a_store();
    let draft = with_a_draft(&mut store);
    store
        .add_case(&a_case(2, "Ewan", "Sample"), &an_entry("case.create"))
        .unwrap();
    store
        .begin_draft(&a_draft(200, 2), &an_entry("draft.begin"))
        .unwrap();
    store
        .issue(
            draft.id,
            Rev(1),
            &issuing(b"%PDF", &issued(b"%PDF"), &a_case(1, "Morag", "Example")),
            &an_entry("report.issue"),
        )
        .unwrap();

    let rows = store.drafts().unwrap();

    let listed: Vec<_> = rows.iter().map(|row| row.id.0.as_u128()).collect();
    assert_eq!(listed, [200, 100]);
    assert_eq!(rows[1].issued, Some(at(7)));
    assert_eq!(rows[0].listed_name, "SAMPLE, Ewan");
    assert_eq!(store.drafts_of(a_case(2, "", "").id).unwrap(), rows[..1]);
    assert_eq!(store.cases().unwrap()[0].drafts, 1);
}
