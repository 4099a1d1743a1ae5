//! What an author answers.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use document::RichText;
use serde::{Deserialize, Serialize};

use crate::{AnswerKind, QuestionId};

/// The answers of a draft or report, by question.
pub type Answers = BTreeMap<QuestionId, Answer>;

/// A row of a table answer: a cell's text by its column's id. A date is ISO, a yes-no is `yes` or
/// `no`, a choice is its code.
pub type TableRow = BTreeMap<String, String>;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case",
    deny_unknown_fields
)]
pub enum Answer {
    /// Paragraphs.
    Narrative {
        /// The words.
        text: RichText,
    },
    /// One line.
    Line {
        /// The words.
        text: String,
    },
    /// A whole number, as typed.
    Number {
        /// The figure.
        value: i32,
    },
    /// A date.
    Date {
        /// The day.
        on: NaiveDate,
    },
    /// Yes or no.
    YesNo {
        /// Whether.
        yes: bool,
        /// The note beside it.
        #[serde(default)]
        note: String,
    },
    /// One choice.
    Choice {
        /// Its code.
        code: String,
    },
    /// Several choices.
    Choices {
        /// Their codes.
        codes: Vec<String>,
    },
    /// Rows.
    Table {
        /// The rows, in order.
        rows: Vec<TableRow>,
    },
    /// An explicit "not known", which must say why.
    NotKnown {
        /// Why.
        why: String,
    },
}

impl Answer {
    /// Whether nothing has been said.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Narrative { text } => text.is_blank(),
            Self::Line { text } => text.trim().is_empty(),
            Self::Number { .. } | Self::Date { .. } | Self::YesNo { .. } => false,
            Self::Choice { code } => code.is_empty(),
            Self::Choices { codes } => codes.is_empty(),
            Self::Table { rows } => rows.is_empty(),
            Self::NotKnown { why } => why.trim().is_empty(),
        }
    }

    /// Whether the answer is of the kind a question asks for. "Not known" answers any question.
    pub fn fits(&self, kind: &AnswerKind) -> bool {
        matches!(
            (self, kind),
            (Self::Narrative { .. }, AnswerKind::Narrative)
                | (Self::Line { .. }, AnswerKind::Line)
                | (Self::Number { .. }, AnswerKind::Number { .. })
                | (Self::Date { .. }, AnswerKind::Date)
                | (Self::YesNo { .. }, AnswerKind::YesNo)
                | (Self::Choice { .. }, AnswerKind::Choice { .. })
                | (Self::Choices { .. }, AnswerKind::Choices { .. })
                | (Self::Table { .. }, AnswerKind::Table { .. })
                | (
                    Self::NotKnown { .. },
                    AnswerKind::Narrative
                        | AnswerKind::Line
                        | AnswerKind::Number { .. }
                        | AnswerKind::Date
                        | AnswerKind::YesNo
                        | AnswerKind::Choice { .. }
                        | AnswerKind::Choices { .. }
                        | AnswerKind::Table { .. }
                )
        )
    }

    /// Every word the author wrote in it, for search and for checks.
    pub fn words(&self) -> String {
        match self {
            Self::Narrative { text } => text.plain(),
            Self::Line { text } => text.clone(),
            Self::Number { .. }
            | Self::Date { .. }
            | Self::Choice { .. }
            | Self::Choices { .. } => String::new(),
            Self::YesNo { note, .. } => note.clone(),
            Self::Table { rows } => rows
                .iter()
                .flat_map(BTreeMap::values)
                .cloned()
                .collect::<Vec<_>>()
                .join("\n"),
            Self::NotKnown { why } => why.clone(),
        }
    }
}
