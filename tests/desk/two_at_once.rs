//! Two people, or one person twice, at one record: both texts are kept.

use casework::{Answers, FormId, QuestionId, Saved};
use desk::CaseSaved;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use sederunt_tests::{an_office, narrative};

#[test]
fn a_save_over_an_older_text_of_the_same_answer_keeps_both() {
    let mut office = an_office().open();
    let case = office.some_case();
    let form = FormId("jswr-2023".into());
    let seen = office.desk().begin_report(case, &form).expect("a draft");
    let question = a_narrative_question();
    office.answer(
        seen.id,
        &Answers::from([(question.clone(), narrative("The first."))]),
    );

    let second = narrative("The second.");
    let saved = office
        .desk()
        .save_answer(seen.id, seen.rev, &question, Some(&second));

    let Ok(Saved::Conflict { theirs }) = saved.map(|saved| saved.saved) else {
        panic!("the older text was overwritten unseen");
    };
    assert_eq!(
        theirs.answers.get(&question),
        Some(&narrative("The first."))
    );
    let held = office.desk().open_draft(seen.id).expect("the draft").draft;
    assert_eq!(held.answers.get(&question), Some(&narrative("The first.")));
}

#[test]
fn a_case_saved_over_a_newer_one_is_a_conflict_and_changes_nothing() {
    let mut office = an_office().open();
    let case = office.some_case();
    let seen = office.desk().case_page(case).expect("the case").record;
    let mut first = seen.clone();
    first.case.standing_note = Some("The first.".into());
    office.desk().save_case(&first).expect("a save");
    let mut second = seen;
    second.case.standing_note = Some("The second.".into());

    let saved = office.desk().save_case(&second).expect("an answer");

    let CaseSaved::Conflict { theirs } = saved else {
        panic!("the newer case was overwritten unseen: {saved:?}");
    };
    assert_eq!(theirs.case.standing_note.as_deref(), Some("The first."));
}

/// One of two writers saves: the text they type, over the revision they last saw.
#[derive(Clone, Debug)]
struct Save {
    second_writer: bool,
    words: String,
}

fn saves() -> impl Strategy<Value = Vec<Save>> {
    let save = (any::<bool>(), "[a-z]{1,8}");
    let save = save.prop_map(|(second_writer, words)| Save {
        second_writer,
        words,
    });
    prop::collection::vec(save, 1..10)
}

/// Whoever is told that a text is saved finds it in the store until somebody who saw it writes
/// over it.
#[test]
fn no_interleaving_of_saves_loses_a_text_unseen() {
    // One office for all, since making a store takes longer than all that is tried in it.
    let mut office = an_office().open();
    let case = office.some_case();
    let office = std::cell::RefCell::new(office);
    let mut runner = TestRunner::new(Config {
        cases: 24,
        ..Config::with_source_file(file!())
    });

    let proved = runner.run(&saves(), |saves| {
        let mut office = office.borrow_mut();
        let desk = office.desk();
        let draft = desk
            .begin_report(case, &FormId("jswr-2023".into()))
            .expect("a draft");
        let question = a_narrative_question();
        let mut seen = [draft.rev, draft.rev];
        let mut held = None;
        for save in saves {
            let writer = usize::from(save.second_writer);
            let text = narrative(&save.words);
            let saved = desk.save_answer(draft.id, seen[writer], &question, Some(&text));
            match saved.expect("an answer").saved {
                Saved::Done { rev, .. } => {
                    seen[writer] = rev;
                    held = Some(text);
                }
                Saved::Conflict { theirs } => {
                    prop_assert_eq!(theirs.answers.get(&question), held.as_ref());
                    seen[writer] = theirs.rev;
                }
                Saved::Issued => prop_assert!(false, "nothing was issued"),
            }
        }
        let now = desk.open_draft(draft.id).expect("the draft").draft;
        prop_assert_eq!(now.answers.get(&question), held.as_ref());
        Ok(())
    });

    proved.expect("no text is lost");
}

fn a_narrative_question() -> QuestionId {
    let edition = sederunt_tests::office::edition();
    let form = edition.form(&FormId("jswr-2023".into())).expect("the form");
    let mut narratives = form
        .questions()
        .filter(|(_, question)| question.answer == casework::AnswerKind::Narrative);
    narratives.next().expect("a narrative").1.id.clone()
}
