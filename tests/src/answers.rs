//! Answers to a form: the least that lets it be signed.

use casework::{
    Answer, AnswerKind, Answers, CellKind, Form, QuestionId, TableColumn, TableRow, Wanted,
};
use document::RichText;

/// A narrative answer.
pub fn narrative(words: &str) -> Answer {
    Answer::Narrative {
        text: RichText::from_plain(words),
    }
}

/// An answer to every question that must be answered before signing. Questions that are asked only
/// after an earlier answer are answered too, so that it does not matter which way that went.
pub fn answers_that_complete(form: &Form) -> Answers {
    let wanted = form.questions().map(|(_, question)| question);
    let wanted = wanted.filter(|question| question.wanted == Wanted::ToSign);
    wanted
        .filter_map(|question| {
            let answer = answer_to(&question.id, &question.answer)?;
            Some((question.id.clone(), answer))
        })
        .collect()
}

/// Words that name the question they answer, so that a test can find them again on paper.
fn words_for(id: &QuestionId) -> String {
    format!("What is said about {}.", id.0.replace('-', " "))
}

fn answer_to(id: &QuestionId, kind: &AnswerKind) -> Option<Answer> {
    Some(match kind {
        AnswerKind::Narrative => narrative(&words_for(id)),
        AnswerKind::Line => Answer::Line {
            text: words_for(id),
        },
        AnswerKind::Number { .. } => Answer::Number { value: 3 },
        AnswerKind::Date => Answer::Date {
            on: crate::date("2026-11-20"),
        },
        AnswerKind::YesNo => Answer::YesNo {
            yes: true,
            note: String::new(),
        },
        AnswerKind::Choice { options } => Answer::Choice {
            code: options.first()?.code.clone(),
        },
        AnswerKind::Choices { options } => Answer::Choices {
            codes: vec![options.first()?.code.clone()],
        },
        AnswerKind::Table { columns } => Answer::Table {
            rows: vec![row_of(columns)],
        },
        AnswerKind::FromCase { .. } => return None,
    })
}

fn row_of(columns: &[TableColumn]) -> TableRow {
    let cell = |column: &TableColumn| match column.cell {
        CellKind::Words => "Words in a cell".to_owned(),
        CellKind::Number => "3".to_owned(),
        CellKind::Date => "2026-11-20".to_owned(),
        CellKind::YesNo => "yes".to_owned(),
        CellKind::Choice => column.options.first().expect("a choice").code.clone(),
    };
    columns
        .iter()
        .map(|column| (column.id.clone(), cell(column)))
        .collect()
}
