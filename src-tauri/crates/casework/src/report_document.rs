//! What a report says on paper.

use chrono::{DateTime, Utc};
use document::{
    Block, Cell, Column, Document, Inline, NoteTone, PageSize, Row, SignatureBlock, Table,
};

use crate::civil_words::{date, long_date_time, short_date};
use crate::completeness::is_asked;
use crate::{
    Answer, AnswerKind, Answers, Author, Case, CellKind, Choice, Form, Question, QuestionId,
    Section, TableColumn, case_facts,
};

/// A report to be put on paper: the answers with all that they rest on.
#[derive(Clone, Copy, Debug)]
pub struct ReportPaper<'r> {
    /// The form.
    pub form: &'r Form,
    /// The answers.
    pub answers: &'r Answers,
    /// The case.
    pub case: &'r Case,
    /// The council's reference.
    pub reference: &'r str,
    /// Who signs.
    pub author: &'r Author,
    /// When it was signed; absent for a draft.
    pub signed: Option<DateTime<Utc>>,
    /// When the paper is made: the time of signing, or of the last change to the draft.
    pub produced: DateTime<Utc>,
    /// Whether the people in it are invented.
    pub demonstration: bool,
}

impl ReportPaper<'_> {
    /// The report as a document for the court. Restricted answers are not in it.
    pub fn document(&self) -> Document {
        let mut blocks = vec![Block::Title {
            text: self.form.name.clone(),
            sub: Some(self.subtitle()),
        }];
        blocks.extend(self.blocks(1));
        Document {
            title: format!("{} {}", self.form.short_name, self.reference),
            language: "en-GB".into(),
            size: PageSize::A4,
            marking: self.marking(),
            overprint: overprint(self.demonstration, self.signed.is_none()),
            running_head: format!("{} · {}", self.form.short_name, self.reference),
            running_foot: format!("{}, edition {}", self.form.id.0, self.form.edition),
            contents: false,
            produced: self.produced,
            blocks,
        }
    }

    /// The report's sections, the first level of headings at `level`.
    pub fn blocks(&self, level: u8) -> Vec<Block> {
        let mut blocks = Vec::new();
        for section in &self.form.sections {
            blocks.extend(self.section(section, level));
        }
        blocks.push(self.signature());
        blocks
    }

    /// The marking the author chose, where the form asks for one; the higher one otherwise.
    fn marking(&self) -> String {
        let asked = self
            .form
            .questions()
            .find(|(_, question)| question.id.0 == "marking");
        let answer = self.answers.get(&QuestionId("marking".into()));
        match (asked.map(|(_, question)| &question.answer), answer) {
            (Some(AnswerKind::Choice { options }), Some(Answer::Choice { code })) => {
                label_of(options, code)
            }
            _ => "OFFICIAL-SENSITIVE".into(),
        }
    }

    fn subtitle(&self) -> String {
        self.case.diet.map_or_else(
            || self.case.court.clone(),
            |diet| format!("{} · {}", self.case.court, long_date_time(diet)),
        )
    }

    fn section(&self, section: &Section, level: u8) -> Vec<Block> {
        let mut said = Vec::new();
        let mut pairs: Vec<(String, Vec<Inline>)> = Vec::new();
        let asked = section
            .questions
            .iter()
            .filter(|q| !q.restricted && is_asked(q.asked_if.as_ref(), self.answers));
        for question in asked {
            match self.printed(question, level + 1) {
                Printed::Nothing => {}
                Printed::Pair(value) => pairs.push((question.label.clone(), value)),
                Printed::Blocks(blocks) => {
                    flush(&mut said, &mut pairs);
                    said.extend(blocks);
                }
            }
        }
        flush(&mut said, &mut pairs);
        if said.is_empty() {
            return Vec::new();
        }
        let title = if section.number.is_empty() {
            section.title.clone()
        } else {
            format!("{} {}", section.number, section.title)
        };
        said.insert(0, Block::heading(level, title));
        said
    }

    fn printed(&self, question: &Question, level: u8) -> Printed {
        if let AnswerKind::FromCase { shows } = &question.answer {
            return Printed::Blocks(case_facts::blocks(*shows, self.case, self.reference));
        }
        let Some(answer) = self.answers.get(&question.id).filter(|a| !a.is_blank()) else {
            return Printed::Nothing;
        };
        let value = |words: String| Printed::Pair(vec![Inline::text(words)]);
        match (answer, &question.answer) {
            (Answer::Narrative { text }, _) => {
                let mut blocks = vec![Block::heading(level, question.label.clone())];
                blocks.extend(text.blocks(level + 1));
                Printed::Blocks(blocks)
            }
            (Answer::Table { rows }, AnswerKind::Table { columns }) => {
                let mut printed = table(&question.label, columns, rows);
                if question.id.0 == CITED {
                    number_rows(&mut printed);
                }
                Printed::Blocks(vec![Block::Table(printed)])
            }
            (Answer::Line { text }, _) => value(text.clone()),
            (Answer::Number { value: figure }, AnswerKind::Number { unit }) => value(
                unit.as_ref()
                    .map_or_else(|| figure.to_string(), |unit| format!("{figure} {unit}")),
            ),
            (Answer::Date { on }, _) => value(date(*on)),
            (Answer::YesNo { yes, note }, _) => value(yes_no(*yes, note)),
            (Answer::Choice { code }, AnswerKind::Choice { options }) => {
                value(label_of(options, code))
            }
            (Answer::Choices { codes }, AnswerKind::Choices { options }) => {
                let labels: Vec<String> = codes.iter().map(|c| label_of(options, c)).collect();
                value(labels.join("; "))
            }
            (Answer::NotKnown { why }, _) => value(format!("Not known: {why}")),
            (
                Answer::Number { .. }
                | Answer::Choice { .. }
                | Answer::Choices { .. }
                | Answer::Table { .. },
                _,
            ) => Printed::Nothing,
        }
    }

    fn signature(&self) -> Block {
        let mut lines = vec![self.author.role.clone()];
        let number = self.author.registration.as_ref();
        lines.extend(number.map(|n| format!("Social work register number {n}")));
        lines.extend(self.author.office.iter().cloned());
        Block::Signature(SignatureBlock {
            capacity: "Author".into(),
            name: self.author.name.clone(),
            lines,
            date: self.signed.map(|at| date(at.date_naive())),
        })
    }
}

/// The question whose rows a narrative cites by their number.
const CITED: &str = "sources";

fn number_rows(table: &mut Table) {
    table.columns.insert(0, Column::words("No.", 6.0));
    for (number, row) in (1_u32..).zip(&mut table.rows) {
        row.0.insert(0, Cell::text(number.to_string()));
    }
}

enum Printed {
    Nothing,
    Pair(Vec<Inline>),
    Blocks(Vec<Block>),
}

/// The words printed across the pages of what is not real or not final.
pub(crate) fn overprint(demonstration: bool, draft: bool) -> Option<String> {
    match (demonstration, draft) {
        (true, true) => Some("DEMONSTRATION DRAFT".into()),
        (true, false) => Some("DEMONSTRATION".into()),
        (false, true) => Some("DRAFT".into()),
        (false, false) => None,
    }
}

fn flush(said: &mut Vec<Block>, pairs: &mut Vec<(String, Vec<Inline>)>) {
    if !pairs.is_empty() {
        said.push(Block::KeyValues(std::mem::take(pairs)));
    }
}

fn yes_no(yes: bool, note: &str) -> String {
    let word = if yes { "Yes" } else { "No" };
    if note.trim().is_empty() {
        word.to_owned()
    } else {
        format!("{word}. {}", note.trim())
    }
}

fn label_of(options: &[Choice], code: &str) -> String {
    let found = options.iter().find(|option| option.code == code);
    found.map_or_else(|| code.to_owned(), |option| option.label.clone())
}

fn table(caption: &str, columns: &[TableColumn], rows: &[crate::TableRow]) -> Table {
    let used: Vec<&TableColumn> = columns
        .iter()
        .filter(|column| {
            !column.optional
                || rows.iter().any(|row| {
                    row.get(&column.id)
                        .is_some_and(|cell| !cell.trim().is_empty())
                })
        })
        .collect();
    let headings = used.iter().map(|column| {
        let share = column.share.unwrap_or(2);
        Column::words(&column.label, f32::from(u16::try_from(share).unwrap_or(2)))
    });
    let printed = rows.iter().map(|row| {
        let cells = used.iter().map(|column| Cell::text(cell(column, row)));
        Row(cells.collect())
    });
    Table {
        caption: caption.to_owned(),
        columns: headings.collect(),
        rows: printed.collect(),
        row_headers: true,
    }
}

fn cell(column: &TableColumn, row: &crate::TableRow) -> String {
    let text = row.get(&column.id).map_or("", |text| text.trim());
    if text.is_empty() {
        return "–".into();
    }
    match column.cell {
        CellKind::Words | CellKind::Number => text.to_owned(),
        CellKind::Date => text.parse().map_or_else(|_| text.to_owned(), short_date),
        CellKind::Choice => label_of(&column.options, text),
        CellKind::YesNo => if text == "yes" { "Yes" } else { "No" }.into(),
    }
}

/// A note that a document is a demonstration, for the top of what is made of invented people.
pub(crate) fn invented_note() -> Block {
    Block::Note {
        tone: NoteTone::Plain,
        blocks: vec![Block::paragraph(
            "Demonstration: the people, places and events in this document are invented.",
        )],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{a_case, a_form, full_answers, narrative};

    /// Every word of a report, as its reader meets them.
    fn words(answers: &Answers, signed: bool) -> String {
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
        };
        format!("{:?}", paper.document())
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
    fn a_draft_is_marked_on_each_page_and_unsigned() {
        assert!(words(&full_answers(), false).contains("overprint: Some(\"DRAFT\")"));
        assert!(words(&full_answers(), true).contains("overprint: None"));
    }
}
