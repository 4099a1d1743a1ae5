use casework::{CaseRecord, IssueId, UserId};
use document::RichText;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::fixture::{
    KEY, a_case, a_draft, a_pack, a_store, a_store_in_a_file, an_entry, at, later, with_a_draft,
};

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

/// What is issued of the bytes given.
fn issued(bytes: &[u8]) -> Issued {
    let pack = a_pack(500, bytes);
    Issued {
        id: pack.id,
        at: at(7),
        by: "A. Author".into(),
        digest: pack.digest,
        pages: 1,
    }
}

fn issuing<'i>(bytes: &'i [u8], issued: &'i Issued, record: &'i CaseRecord) -> Issuing<'i> {
    Issuing {
        issued,
        bytes,
        reference: &record.reference,
        case: &record.case,
    }
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

/// One step of a writer: read the draft again, or save over what was last read.
#[derive(Clone, Copy, Debug)]
enum Step {
    Read,
    Save { question: u8, clear: bool },
}

fn a_step() -> impl Strategy<Value = (usize, Step)> {
    let step = prop_oneof![
        1 => Just(Step::Read),
        2 => (0..2_u8, prop::bool::weighted(0.2))
            .prop_map(|(question, clear)| Step::Save { question, clear }),
    ];
    (0..4_usize, step)
}

struct Writer {
    store: Store,
    user: UserId,
    seen: Rev,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Requirement E4: 0 silent overwrites, 0 lost texts.
    #[test]
    fn no_interleaving_of_saves_loses_text(
        writers in 2..5_usize,
        steps in prop::collection::vec(a_step(), 1..40),
    ) {
        let (_folder, path, mut first) = a_store_in_a_file();
        let draft = with_a_draft(&mut first);
        let mut writers: Vec<Writer> = (0..writers)
            .map(|number| Writer {
                store: Store::open(&path, KEY).unwrap(),
                user: UserId(Uuid::from_u128(number as u128)),
                seen: draft.rev,
            })
            .collect();
        let mut acknowledged: Vec<(QuestionId, Answer)> = Vec::new();

        for (turn, (who, step)) in steps.into_iter().enumerate() {
            let number = who % writers.len();
            let writer = &mut writers[number];
            let before = first.draft(draft.id).unwrap().unwrap();
            match step {
                Step::Read => writer.seen = before.rev,
                Step::Save { question, clear } => {
                    let question = QuestionId(format!("q{question}"));
                    let answer = (!clear).then(|| says(&format!("turn {turn}")));
                    let entry = AuditEntry { user: writer.user, ..an_entry("draft.save") };

                    let saved = writer
                        .store
                        .save_answer(draft.id, writer.seen, &question, answer.as_ref(), &entry)
                        .unwrap();

                    match saved {
                        Saved::Done { rev, .. } => {
                            prop_assert_eq!(writer.seen, before.rev, "only over what was seen");
                            prop_assert_eq!(rev, before.rev.next());
                            writer.seen = rev;
                            acknowledged.extend(answer.map(|answer| (question, answer)));
                        }
                        Saved::Conflict { theirs } => {
                            prop_assert_ne!(writer.seen, before.rev);
                            prop_assert_eq!(*theirs, before, "their text, whole");
                        }
                        Saved::Issued => prop_assert!(false, "nothing was issued"),
                    }
                }
            }
        }

        let held = first.draft(draft.id).unwrap().unwrap();
        for (question, answer) in acknowledged {
            let current = held.answers.get(&question) == Some(&answer);
            let replaced = first.replaced_answers(draft.id, &question).unwrap();
            prop_assert!(current || replaced.iter().any(|one| one.answer == answer));
        }
        prop_assert_eq!(first.verify_audit().unwrap().first_bad, None);
    }
}

/// The same with real simultaneity: each writer saves until every text of its own is in.
#[test]
fn writers_at_the_same_moment_lose_nothing() {
    const EACH: usize = 15;
    let (_folder, path, mut store) = a_store_in_a_file();
    let draft = with_a_draft(&mut store);

    std::thread::scope(|scope| {
        for number in 0..3 {
            let (path, draft) = (&path, &draft);
            scope.spawn(move || {
                let mut store = Store::open(path, KEY).unwrap();
                let mut rev = draft.rev;
                for text in 0..EACH {
                    while let Some(theirs) =
                        conflict(save_or_see(&mut store, draft, &mut rev, number, text))
                    {
                        rev = theirs;
                    }
                }
            });
        }
    });

    let held = store.draft(draft.id).unwrap().unwrap();
    assert_eq!(held.rev.0 as usize, 1 + 3 * EACH);
    let mut all = texts(&store.replaced_answers(draft.id, &harm()).unwrap());
    all.push(held.answers[&harm()].words());
    all.sort();
    let mut wanted: Vec<String> = (0..3)
        .flat_map(|who| (0..EACH).map(move |text| format!("{who} {text}")))
        .collect();
    wanted.sort();
    assert_eq!(all, wanted);
    assert_eq!(store.verify_audit().unwrap().first_bad, None);
}

fn save_or_see(store: &mut Store, draft: &Draft, rev: &mut Rev, who: u32, text: usize) -> Saved {
    let saved = save(store, draft, rev.0, &format!("{who} {text}"));
    if let Saved::Done { rev: done, .. } = saved {
        *rev = done;
    }
    saved
}

fn conflict(saved: Saved) -> Option<Rev> {
    match saved {
        Saved::Conflict { theirs } => Some(theirs.rev),
        Saved::Done { .. } => None,
        Saved::Issued => panic!("nothing was issued"),
    }
}
