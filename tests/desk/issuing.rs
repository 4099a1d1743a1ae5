//! What may be issued to the court, and what becomes of it.

use casework::{Answers, FormId, Lack, QuestionId};
use desk::{Fault, IssueOutcome};
use sederunt_tests::office::edition;
use sederunt_tests::{Paper, a_case, an_office, narrative};

#[test]
fn a_report_with_an_answer_missing_is_not_issued() {
    let mut office = an_office().open();
    let case = office.some_case();
    let draft = office
        .desk()
        .begin_report(case, &FormId("jswr-2023".into()))
        .expect("a draft");

    let outcome = office
        .desk()
        .issue_report(draft.id, draft.rev)
        .expect("an answer");

    let IssueOutcome::NotComplete { completeness } = outcome else {
        panic!("an empty report was issued: {outcome:?}");
    };
    assert!(
        completeness
            .flaws
            .iter()
            .any(|flaw| flaw.lack == Lack::Missing)
    );
    assert_eq!(
        office
            .desk()
            .open_draft(draft.id)
            .expect("the draft")
            .draft
            .issued,
        None
    );
}

#[test]
fn every_form_can_be_completed_and_issued() {
    for form in &edition().forms {
        let mut office = an_office().open();
        let case = office.some_case();
        let draft = office.a_complete_report(case, &form.id.0);

        let outcome = office
            .desk()
            .issue_report(draft.id, draft.rev)
            .expect("an answer");

        assert!(
            matches!(outcome, IssueOutcome::Issued { .. }),
            "{}: {outcome:?}",
            form.id.0
        );
    }
}

#[test]
fn a_report_that_names_what_must_not_be_named_is_not_issued() {
    let mut office = an_office().open();
    let guarded = a_case().never_printing("Rowan Specimen").build();
    let case = office.desk().add_case(guarded).expect("a case").id;
    let draft = office.a_complete_report(case, "jswr-2023");
    let (question, _) = draft
        .answers
        .iter()
        .find(|(_, answer)| matches!(answer, casework::Answer::Narrative { .. }))
        .expect("a narrative");
    let naming = Answers::from([(
        question.clone(),
        narrative("She met ROWAN  specimen there."),
    )]);
    let draft = office.answer(draft.id, &naming);

    let outcome = office
        .desk()
        .issue_report(draft.id, draft.rev)
        .expect("an answer");

    let IssueOutcome::NotComplete { completeness } = outcome else {
        panic!("the name was printed: {outcome:?}");
    };
    let lacks: Vec<&Lack> = completeness.flaws.iter().map(|flaw| &flaw.lack).collect();
    assert_eq!(lacks, [&Lack::StopWord]);
}

#[test]
fn what_was_issued_stays_the_same_to_the_byte() {
    let mut office = an_office().open();
    let case = office.some_case();
    let draft = office.a_complete_report(case, "jswr-2023");
    let outcome = office
        .desk()
        .issue_report(draft.id, draft.rev)
        .expect("an answer");
    let IssueOutcome::Issued { issued } = outcome else {
        panic!("it was not issued: {outcome:?}");
    };

    let (question, answer) = draft.answers.iter().next().expect("an answer");
    let rev = office
        .desk()
        .open_draft(draft.id)
        .expect("the report")
        .draft
        .rev;
    let late = office
        .desk()
        .save_answer(draft.id, rev, question, Some(answer));

    assert!(
        matches!(&late, Ok(saved) if saved.saved == casework::Saved::Issued),
        "an issued report was written to: {late:?}"
    );
    let bytes = |office: &mut sederunt_tests::Office| {
        let preview = office.desk().preview_issued(issued.id).expect("the issue");
        office
            .desk()
            .previewed(preview.token)
            .expect("its bytes")
            .1
            .to_vec()
    };
    let first = bytes(&mut office);
    assert_eq!(first, bytes(&mut office));
    Paper::of(&first).assert_whole();
}

#[test]
fn an_answer_to_a_question_the_form_does_not_ask_is_refused() {
    let mut office = an_office().open();
    let case = office.some_case();
    let draft = office
        .desk()
        .begin_report(case, &FormId("jswr-2023".into()))
        .expect("a draft");
    let question = QuestionId("no-such-question".into());

    let refused = office
        .desk()
        .save_answer(draft.id, draft.rev, &question, None)
        .err();

    let field = question.0;
    assert_eq!(refused, Some(Fault::BadInput { field }));
}

#[test]
fn an_issued_report_is_called_by_its_form_its_reference_and_its_day_and_by_no_name() {
    let mut office = an_office().open();
    let case = a_case().referred_to_as("JSW-26-00077").build();
    let case = office.desk().add_case(case).expect("a case").id;
    let draft = office.a_complete_report(case, "jswr-2023");
    let outcome = office.desk().issue_report(draft.id, draft.rev);
    let Ok(IssueOutcome::Issued { issued }) = outcome else {
        panic!("it was not issued: {outcome:?}");
    };

    let preview = office.desk().preview_issued(issued.id).expect("the issue");

    let form = edition();
    let form = form.form(&draft.form).expect("the form");
    let title = format!("{} JSW-26-00077 issued 23 November 2026", form.short_name);
    assert_eq!(preview.title, title);
}
