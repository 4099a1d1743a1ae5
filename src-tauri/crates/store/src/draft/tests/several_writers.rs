//! Several writers at one draft: no text is lost, whoever comes first.

use casework::UserId;
use proptest::prelude::*;
use uuid::Uuid;

use super::super::*;
use super::{harm, save, says, texts};
use crate::fixture::{KEY, a_store_in_a_file, an_entry, with_a_draft};

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
