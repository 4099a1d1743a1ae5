use super::*;
use crate::QuestionId;
use crate::sample::{a_case, a_form, a_source, full_answers, narrative, sources};

/// Every word of the court's copy of a report, as its reader meets them.
fn words(answers: &Answers, signed: bool) -> String {
    format!("{:?}", printed(answers, signed, Recipient::Court))
}

fn printed(answers: &Answers, signed: bool, recipient: Recipient) -> Document {
    let (form, case) = (a_form(), a_case());
    let author = Author {
        name: "Anne Author".into(),
        role: "Social worker".into(),
        registration: None,
        office: Vec::new(),
    };
    let at: DateTime<Utc> = "2026-11-09T15:20:00Z".parse().unwrap();
    let paper = ReportPaper {
        form: &form,
        answers,
        case: &case,
        reference: "DEMO-0001",
        author: &author,
        signed: signed.then_some(at),
        produced: at,
        demonstration: false,
        recipient,
    };
    paper.document()
}

fn with_sources() -> Answers {
    let mut answers = full_answers();
    let rows = [
        a_source("Crown summary", ""),
        a_source("A planted informant", "yes"),
        a_source("Landlord", "no"),
    ];
    answers.insert(QuestionId("read".into()), sources(&rows));
    answers
}

#[test]
fn the_courts_copy_holds_the_answers_and_the_facts_of_the_case() {
    let said = words(&full_answers(), true);

    for wanted in [
        "Morag Example",
        "1 January 1990 (aged 36 at the hearing)",
        "She told me what happened.",
        "Breach of the peace",
        "3 Feb 2020",
        "Anne Author",
    ] {
        assert!(said.contains(wanted), "{wanted} is not on the paper");
    }
}

#[test]
fn what_may_not_be_on_the_courts_copy_never_enters_the_document() {
    let mut answers = full_answers();
    let restricted = QuestionId("kept-apart".into());
    answers.insert(restricted, narrative("A planted restricted sentence."));

    let said = words(&answers, true);

    for banned in [
        "planted restricted",
        "Kept apart",
        "01632 960123",
        "ethnic",
        "Vandalism",
        "Fraud",
    ] {
        assert!(!said.contains(banned), "{banned} is on the paper");
    }
}

#[test]
fn an_answer_no_longer_asked_for_is_not_printed() {
    let mut answers = full_answers();
    answers.insert(QuestionId("gaps".into()), narrative("A gap once found."));

    assert!(!words(&answers, true).contains("A gap once found"));
}

#[test]
fn the_facts_of_person_and_court_are_one_table() {
    let document = printed(&full_answers(), true, Recipient::Court);

    let tables: Vec<_> = document
        .blocks
        .iter()
        .filter_map(|block| {
            let Block::KeyValues(pairs) = block else {
                return None;
            };
            Some(pairs.len())
        })
        .collect();
    assert_eq!(tables.len(), 2, "the facts, and the answers of the body");
    assert!(tables[0] > 6, "person and court together: {tables:?}");
}

#[test]
fn the_sources_are_numbered_and_the_court_sees_all_of_them() {
    let said = words(&with_sources(), true);

    assert!(said.contains("No."));
    assert!(said.contains("A planted informant"));
    assert!(!said.contains("The person’s copy"));
}

#[test]
fn the_persons_copy_says_so_and_leaves_out_what_is_kept_from_the_person() {
    let document = printed(&with_sources(), true, Recipient::Person);

    let said = format!("{document:?}");
    assert!(document.running_head.ends_with("The person’s copy"));
    assert!(said.contains("This is the person’s copy of the report."));
    assert!(
        !said.contains("planted informant"),
        "a kept source is on the copy"
    );
    assert!(
        !said.contains("Kept from the person"),
        "so is the column that kept it"
    );
    let numbers: Vec<String> = document
        .blocks
        .iter()
        .filter_map(|block| {
            let Block::Table(table) = block else {
                return None;
            };
            (table.caption == "What was read").then_some(table)
        })
        .flat_map(|table| table.rows.iter().map(|row| format!("{:?}", row.0[0])))
        .collect();
    let wanted = ["1", "3"].map(|n| format!("{:?}", document::Cell::text(n)));
    assert_eq!(
        numbers, wanted,
        "a number in the text still names its source"
    );
}

#[test]
fn the_marking_is_the_answer_to_the_question_of_that_role() {
    let mut answers = full_answers();
    let chosen = Answer::Choice {
        code: "plain".into(),
    };
    answers.insert(QuestionId("how-marked".into()), chosen);

    let marked = printed(&answers, true, Recipient::Court).marking;
    let unmarked = printed(&full_answers(), true, Recipient::Court).marking;

    assert_eq!(marked, "OFFICIAL");
    assert_eq!(unmarked, "OFFICIAL-SENSITIVE");
}

#[test]
fn a_draft_is_marked_on_each_page_and_unsigned() {
    assert!(words(&full_answers(), false).contains("overprint: Some(\"DRAFT\")"));
    assert!(words(&full_answers(), true).contains("overprint: None"));
}
