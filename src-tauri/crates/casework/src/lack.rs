//! What an answer lacks before its report may be signed.

use serde::{Deserialize, Serialize};

use crate::{
    Answer, AnswerKind, Case, CellKind, Question, QuestionRole, TableColumn, TableRow, Wanted,
};

/// Why a draft may not be signed yet. The page holds the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(
    tag = "why",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case"
)]
pub enum Lack {
    /// An answer is needed.
    Missing,
    /// "Not known" needs its reason.
    NoReason,
    /// A row lacks a cell, or a cell cannot be read.
    Cell {
        /// The row, from 1.
        row: u32,
        /// The column's heading.
        column: String,
    },
    /// A choice is not one of the form's.
    UnknownChoice,
    /// The answer is of another kind than the question asks.
    WrongKind,
    /// Custody is marked suitable or proposed (Q5, N1).
    CustodyProposed,
    /// An option is called suitable without consent or reasons (Q4).
    OptionUnsupported {
        /// The row, from 1.
        row: u32,
    },
    /// A word of the case's stop-list stands in the text (Q12).
    StopWord,
}

/// Everything that an answer lacks before its report may be signed.
pub(crate) fn lacks(question: &Question, answer: Option<&Answer>, case: &Case) -> Vec<Lack> {
    if matches!(question.answer, AnswerKind::FromCase { .. }) {
        return Vec::new();
    }
    let Some(answer) = answer.filter(|answer| !answer.is_blank()) else {
        return match (question.wanted, answer) {
            (_, Some(Answer::NotKnown { .. })) => vec![Lack::NoReason],
            (Wanted::ToSign, _) => vec![Lack::Missing],
            (Wanted::IfAny, _) => Vec::new(),
        };
    };
    if !answer.fits(&question.answer) {
        return vec![Lack::WrongKind];
    }
    let mut lacks = match (&question.answer, answer) {
        (AnswerKind::Choice { options }, Answer::Choice { code }) => {
            unknown(options.iter().any(|o| o.code == *code))
        }
        (AnswerKind::Choices { options }, Answer::Choices { codes }) => {
            unknown(codes.iter().all(|c| options.iter().any(|o| o.code == *c)))
        }
        (AnswerKind::Table { columns }, Answer::Table { rows }) => table_lacks(columns, rows),
        _ => Vec::new(),
    };
    if let (Some(QuestionRole::OptionsConsidered), Answer::Table { rows }) = (question.role, answer)
    {
        lacks.extend((1_u32..).zip(rows).filter_map(option_lack));
    }
    if holds_stop_word(&answer.words(), &case.stop_list) {
        lacks.push(Lack::StopWord);
    }
    lacks
}

fn unknown(known: bool) -> Vec<Lack> {
    if known {
        Vec::new()
    } else {
        vec![Lack::UnknownChoice]
    }
}

fn table_lacks(columns: &[TableColumn], rows: &[TableRow]) -> Vec<Lack> {
    (1_u32..)
        .zip(rows)
        .flat_map(|(number, row)| {
            columns
                .iter()
                .filter(|column| !cell_reads(column, row.get(&column.id)))
                .map(move |column| Lack::Cell {
                    row: number,
                    column: column.label.clone(),
                })
        })
        .collect()
}

fn cell_reads(column: &TableColumn, cell: Option<&String>) -> bool {
    let text = cell.map_or("", |text| text.trim());
    if text.is_empty() {
        return column.optional;
    }
    match column.cell {
        CellKind::Words => true,
        CellKind::Number => text.parse::<i64>().is_ok(),
        CellKind::Date => text.parse::<chrono::NaiveDate>().is_ok(),
        CellKind::Choice => column.options.iter().any(|option| option.code == text),
        CellKind::YesNo => matches!(text, "yes" | "no"),
    }
}

/// Checks Q4 and Q5 on a row of the options considered.
fn option_lack((number, row): (u32, &TableRow)) -> Option<Lack> {
    let cell = |id: &str| row.get(id).map_or("", |text| text.trim());
    let suitable = matches!(cell("suitable"), "suitable" | "suitable-with-conditions");
    if !suitable {
        return None;
    }
    if cell("option") == "cus" {
        return Some(Lack::CustodyProposed);
    }
    let unsupported = cell("reasons").is_empty() || cell("consent") == "refused";
    unsupported.then_some(Lack::OptionUnsupported { row: number })
}

fn holds_stop_word(words: &str, stop_list: &[String]) -> bool {
    let said = plain(words);
    stop_list
        .iter()
        .map(|word| plain(word.trim()))
        .any(|word| !word.is_empty() && said.contains(&word))
}

/// Words as they are compared: without case, with one kind of apostrophe and one kind of space.
fn plain(words: &str) -> String {
    let lower = words.to_lowercase().replace(['’', '‘'], "'");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}
