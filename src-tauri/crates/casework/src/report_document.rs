//! What a report says on paper.

use chrono::{DateTime, Utc};
use document::{Block, Document, Inline, NoteTone, PageSize, SignatureBlock};
use serde::{Deserialize, Serialize};

use crate::case_facts::Pair;
use crate::civil_words::{date, long_date_time};
use crate::completeness::is_asked;
use crate::report_table::{label_of, table};
use crate::{
    Answer, AnswerKind, Answers, Author, Case, CaseFacts, Form, Question, QuestionRole, Section,
    case_facts,
};

/// Whose copy of a report it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Recipient {
    /// The court's, which goes to judge, prosecutor and defence.
    Court,
    /// The person's own: without the rows of tables that the form lets the author keep from them.
    Person,
}

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
    /// Whose copy it is.
    pub recipient: Recipient,
}

impl ReportPaper<'_> {
    /// The report as a document for its recipient. Restricted answers are on nobody's copy.
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
            running_head: self.running_head(),
            running_foot: format!("{}, edition {}", self.form.id.0, self.form.edition),
            contents: false,
            produced: self.produced,
            blocks,
        }
    }

    /// The report's sections, the first level of headings at `level`.
    pub fn blocks(&self, level: u8) -> Vec<Block> {
        let mut blocks = Vec::new();
        if self.recipient == Recipient::Person {
            blocks.push(persons_copy_note());
        }
        for section in &self.form.sections {
            blocks.extend(self.section(section, level));
        }
        blocks.push(self.signature());
        blocks
    }

    /// The marking the author chose, where the form asks for one; the higher one otherwise.
    fn marking(&self) -> String {
        let asked = self.form.question_for(QuestionRole::Marking);
        let answer = asked.and_then(|question| self.answers.get(&question.id));
        match (asked.map(|question| &question.answer), answer) {
            (Some(AnswerKind::Choice { options }), Some(Answer::Choice { code })) => {
                label_of(options, code)
            }
            _ => "OFFICIAL-SENSITIVE".into(),
        }
    }

    fn running_head(&self) -> String {
        let head = format!("{} · {}", self.form.short_name, self.reference);
        match self.recipient {
            Recipient::Court => head,
            Recipient::Person => format!("{head} · The person’s copy"),
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
        let mut pairs: Vec<Pair> = Vec::new();
        let asked = section
            .questions
            .iter()
            .filter(|q| !q.restricted && is_asked(q.asked_if.as_ref(), self.answers));
        for question in asked {
            match self.printed(question, level + 1) {
                Printed::Nothing => {}
                Printed::Pairs(more) => pairs.extend(more),
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
            return self.facts(*shows);
        }
        let Some(answer) = self.answers.get(&question.id).filter(|a| !a.is_blank()) else {
            return Printed::Nothing;
        };
        let value = |words: String| {
            Printed::Pairs(vec![(question.label.clone(), vec![Inline::text(words)])])
        };
        match (answer, &question.answer) {
            (Answer::Narrative { text }, _) => {
                let mut blocks = vec![Block::heading(level, question.label.clone())];
                blocks.extend(text.blocks(level + 1));
                Printed::Blocks(blocks)
            }
            (Answer::Table { rows }, AnswerKind::Table { columns }) => {
                let printed = table(question, columns, rows, self.recipient);
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

    /// Facts of the person and of the court run on in one table.
    fn facts(&self, shows: CaseFacts) -> Printed {
        match shows {
            CaseFacts::Person => Printed::Pairs(case_facts::person(self.case, self.reference)),
            CaseFacts::Court => Printed::Pairs(case_facts::court(self.case)),
            CaseFacts::Charges => Printed::Blocks(case_facts::charges(self.case)),
            CaseFacts::PreviousConvictions => Printed::Blocks(case_facts::previous(self.case)),
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

enum Printed {
    Nothing,
    Pairs(Vec<Pair>),
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

fn flush(said: &mut Vec<Block>, pairs: &mut Vec<Pair>) {
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

fn persons_copy_note() -> Block {
    Block::Note {
        tone: NoteTone::Plain,
        blocks: vec![Block::paragraph(
            "This is the person’s copy of the report. Sources that are kept from the person are \
             not in it; their numbers are left out. Every other part is as the court has it.",
        )],
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
mod tests;
