//! A report form: the only description of what a report asks.

use serde::{Deserialize, Serialize};

/// The id of a form, such as `jswr-2023`.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct FormId(pub String);

/// The id of a question within a form; unique in the form.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct QuestionId(pub String);

/// When an answer is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Wanted {
    /// Before the report may be signed.
    ToSign,
    /// Only where it has something to say.
    IfAny,
}

/// A report form, in one edition. A published edition never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Form {
    /// Its id.
    pub id: FormId,
    /// Its edition, such as `2026.1`.
    pub edition: String,
    /// Its full name.
    pub name: String,
    /// What people call it.
    pub short_name: String,
    /// What it is for.
    pub purpose: String,
    /// When it was or is used, in words.
    pub used: String,
    /// What was not seen of the published form; shown to the author and never printed.
    #[serde(default)]
    pub unverified: Option<String>,
    /// The provision or guidance that founds it.
    pub authority: String,
    /// Who receives it.
    pub recipients: String,
    /// Its sections, in order.
    #[serde(rename = "section")]
    pub sections: Vec<Section>,
}

/// A section of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Section {
    /// Its id within the form.
    pub id: String,
    /// Its number as printed; empty where it has none.
    #[serde(default)]
    pub number: String,
    /// Its heading.
    pub title: String,
    /// What the section is for.
    #[serde(default)]
    pub guidance: Option<String>,
    /// What must be kept out of it.
    #[serde(default)]
    pub keep_out: Vec<String>,
    /// A guide length in words: from, to. Never a cap.
    #[serde(default)]
    pub guide_words: Option<(u32, u32)>,
    /// Its questions, in order.
    #[serde(rename = "question", default)]
    pub questions: Vec<Question>,
}

/// A question of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Question {
    /// Its id within the form.
    pub id: QuestionId,
    /// What it asks, as printed above the answer.
    pub label: String,
    /// Prompts for the author; never printed.
    #[serde(default)]
    pub prompts: Vec<String>,
    /// Whether an answer is needed.
    pub wanted: Wanted,
    /// What an answer looks like.
    pub answer: AnswerKind,
    /// Whether the answer is kept off the person's and the court's copies.
    #[serde(default)]
    pub restricted: bool,
    /// Asked only if another question of the form has this answer.
    #[serde(default)]
    pub asked_if: Option<AskedIf>,
    /// What it is for, where the program itself has to know.
    #[serde(default)]
    pub role: Option<QuestionRole>,
}

/// What a question is for, where the program itself has to know. A form has each at most once.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionRole {
    /// The table of the options considered, on which checks Q4 and Q5 are made.
    OptionsConsidered,
    /// The table of sources, whose rows the narratives cite by their number.
    Sources,
    /// The choice of the marking that every page carries.
    Marking,
}

/// A condition on an earlier answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AskedIf {
    /// The earlier question: a yes-no or a choice.
    pub question: QuestionId,
    /// `yes`, `no`, or a choice's code.
    pub is: String,
}

/// What an answer looks like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case",
    deny_unknown_fields
)]
pub enum AnswerKind {
    /// Paragraphs.
    Narrative,
    /// One line.
    Line,
    /// A whole number.
    Number {
        /// What it counts.
        unit: Option<String>,
    },
    /// A civil date.
    Date,
    /// Yes or no, with a note.
    YesNo,
    /// One of several.
    Choice {
        /// The choices.
        options: Vec<Choice>,
    },
    /// Any of several.
    Choices {
        /// The choices.
        options: Vec<Choice>,
    },
    /// Rows of cells.
    Table {
        /// The columns.
        columns: Vec<TableColumn>,
    },
    /// Facts that the case holds: shown and printed, never typed again.
    FromCase {
        /// Which facts.
        shows: CaseFacts,
    },
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Choice {
    /// Its code, kept for ever.
    pub code: String,
    /// Its words.
    pub label: String,
}

/// A column of a table answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TableColumn {
    /// Its id within the question.
    pub id: String,
    /// Its heading.
    pub label: String,
    /// What a cell holds.
    pub cell: CellKind,
    /// Whether a row may be without it.
    #[serde(default)]
    pub optional: bool,
    /// The choices, where a cell holds one.
    #[serde(default)]
    pub options: Vec<Choice>,
    /// Its share of the printed width.
    #[serde(default)]
    pub share: Option<u32>,
    /// Whether a yes in it keeps the row off the person's copy; the cells are then yes-no.
    #[serde(default)]
    pub keeps_from_person: bool,
}

/// What a cell of a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum CellKind {
    /// Words.
    Words,
    /// A whole number.
    Number,
    /// A civil date.
    Date,
    /// One of the column's choices.
    Choice,
    /// Yes or no.
    YesNo,
}

/// Facts that a report takes from its case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum CaseFacts {
    /// Name, date of birth, ages, numbers.
    Person,
    /// Court, diet, references, how the person stands.
    Court,
    /// The charges as convicted.
    Charges,
    /// The libelled convictions.
    PreviousConvictions,
}

impl QuestionRole {
    /// The columns that a table of this role must have, which the checks upon it read.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::OptionsConsidered => &["option", "suitable", "consent", "reasons"],
            Self::Sources | Self::Marking => &[],
        }
    }

    /// Whether a question with this kind of answer can have the role.
    pub fn fits(self, answer: &AnswerKind) -> bool {
        match self {
            Self::OptionsConsidered | Self::Sources => match answer {
                AnswerKind::Table { columns } => self
                    .columns()
                    .iter()
                    .all(|wanted| columns.iter().any(|column| column.id == *wanted)),
                AnswerKind::Narrative
                | AnswerKind::Line
                | AnswerKind::Number { .. }
                | AnswerKind::Date
                | AnswerKind::YesNo
                | AnswerKind::Choice { .. }
                | AnswerKind::Choices { .. }
                | AnswerKind::FromCase { .. } => false,
            },
            Self::Marking => matches!(answer, AnswerKind::Choice { .. }),
        }
    }
}

impl Form {
    /// The question of a role, where the form has one.
    pub fn question_for(&self, role: QuestionRole) -> Option<&Question> {
        self.questions()
            .map(|(_, question)| question)
            .find(|question| question.role == Some(role))
    }

    /// Every question with its section, in order.
    pub fn questions(&self) -> impl Iterator<Item = (&Section, &Question)> {
        self.sections.iter().flat_map(|section| {
            section
                .questions
                .iter()
                .map(move |question| (section, question))
        })
    }

    /// The question with an id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions()
            .map(|(_, question)| question)
            .find(|question| question.id == *id)
    }
}
