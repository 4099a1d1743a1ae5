//! Putting options of a menu into a report that is being written.

use casework::{
    Answer, CellKind, Draft, Form, Question, QuestionId, QuestionRole, ReportId, Rev, Saved,
    TableColumn, TableRow,
};
use edition::Edition;
use law::{MenuOption, OptionId};
use serde::{Deserialize, Serialize};

use crate::gate::Record;
use crate::option_codes;
use crate::{Act, Desk, Fault};

/// How often a table is saved: once more where somebody else saved the report in between.
const TRIES: usize = 2;

/// The column that names the option, and the one that says why.
const OPTION: &str = "option";
const REASONS: &str = "reasons";

/// An option for the table of options considered.
#[derive(Clone, Debug, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OptionForReport {
    /// The option.
    pub option: OptionId,
    /// What is said of it: whether it is competent, why, and who offers it here.
    pub words: String,
}

/// Where the options went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct PutInReport {
    /// The report.
    pub report: ReportId,
    /// The question they stand under.
    pub question: QuestionId,
    /// How many rows were added; an option that stands there already is left as it is.
    pub added: u32,
    /// The report's revision after it.
    pub rev: Rev,
}

impl Desk {
    /// Adds options to the table of options considered of a report that is being written. What the
    /// author wrote there stays as it is, and what only the author can judge is left blank.
    pub fn put_in_report(
        &mut self,
        report: ReportId,
        options: &[OptionForReport],
    ) -> Result<PutInReport, Fault> {
        for _ in 0..TRIES {
            if let Some(put) = self.try_to_put(report, options)? {
                return Ok(put);
            }
        }
        // Somebody else saves all the time: nothing was written, and it may be asked again.
        Err(Fault::StoreUnavailable)
    }

    /// Reads the report and saves the table with the options over what was read; none where
    /// somebody else saved in between.
    fn try_to_put(
        &mut self,
        report: ReportId,
        options: &[OptionForReport],
    ) -> Result<Option<PutInReport>, Fault> {
        let mut entry = self.leave(Act::PutInReport, &[Record::Report(report)])?;
        let draft = self.store.draft(report)?.ok_or(Fault::NotFound)?;
        let form = self.form_named(&draft.form)?;
        let question = table_of(&form)?;
        if draft.issued.is_some() {
            return Err(bad("report"));
        }
        entry.fields = vec![question.id.0.clone()];
        let mut rows = rows_of(&draft, question)?;
        let stood = rows.len();
        for wanted in options {
            let option = self.edition.option(&wanted.option);
            let option = option.ok_or_else(|| bad("option"))?;
            add(&self.edition, question, option, &wanted.words, &mut rows);
        }
        let added = u32::try_from(rows.len() - stood).unwrap_or(u32::MAX);
        let put = |rev| PutInReport {
            report,
            question: question.id.clone(),
            added,
            rev,
        };
        if added == 0 {
            return Ok(Some(put(draft.rev)));
        }
        let table = Answer::Table { rows };
        let saved =
            self.store
                .save_answer(report, draft.rev, &question.id, Some(&table), &entry)?;
        match saved {
            Saved::Done { rev, .. } => Ok(Some(put(rev))),
            Saved::Conflict { .. } => Ok(None),
            Saved::Issued => Err(bad("report")),
        }
    }
}

/// The table of options considered. A form that has none is named in the fault.
fn table_of(form: &Form) -> Result<&Question, Fault> {
    form.question_for(QuestionRole::OptionsConsidered)
        .filter(|question| QuestionRole::OptionsConsidered.fits(&question.answer))
        .ok_or_else(|| bad(&form.id.0))
}

/// The rows that stand there. An author who said that the options are not known is not overruled.
fn rows_of(draft: &Draft, question: &Question) -> Result<Vec<TableRow>, Fault> {
    match draft.answers.get(&question.id) {
        None => Ok(Vec::new()),
        Some(Answer::Table { rows }) => Ok(rows.clone()),
        Some(answer) if answer.is_blank() => Ok(Vec::new()),
        Some(_) => Err(bad(&question.id.0)),
    }
}

/// Adds a row for an option unless it stands there already.
fn add(
    edition: &Edition,
    question: &Question,
    option: &MenuOption,
    words: &str,
    rows: &mut Vec<TableRow>,
) {
    let Some(column) = column_of(question) else {
        return;
    };
    let code = match column.cell {
        CellKind::Choice => option_codes::code(column, &option.id),
        CellKind::Words | CellKind::Number | CellKind::Date | CellKind::YesNo => {
            Some(option.name.clone())
        }
    };
    let named: Vec<&str> = match (&code, column.cell) {
        (Some(code), CellKind::Choice) => option_codes::sharing(column, code, &edition.options)
            .map(|other| other.name.as_str())
            .collect(),
        _ => Vec::new(),
    };
    if rows
        .iter()
        .any(|row| stands(row, option, code.as_deref(), &named))
    {
        return;
    }
    // Where the form's own words would not tell the option from another, its name goes before.
    let reasons = if code.is_none() || named.len() > 1 {
        format!("{}. {words}", option.name)
    } else {
        words.to_owned()
    };
    let mut row = TableRow::new();
    row.extend(code.map(|code| (OPTION.to_owned(), code)));
    row.insert(REASONS.to_owned(), reasons.trim().to_owned());
    rows.push(row);
}

/// Whether a row is about an option. A row of a code that several options share is about the one
/// that it names, or about any of them where it names none.
fn stands(row: &TableRow, option: &MenuOption, code: Option<&str>, sharing: &[&str]) -> bool {
    let says = |name: &str| {
        let reasons = row.get(REASONS).map_or("", String::as_str);
        reasons.to_lowercase().contains(&name.to_lowercase())
    };
    let cell = row.get(OPTION).map_or("", |cell| cell.trim());
    match code {
        Some(code) if cell == code => {
            says(&option.name) || !sharing.iter().any(|other| says(other))
        }
        Some(_) => false,
        None => cell.is_empty() && says(&format!("{}.", option.name)),
    }
}

fn column_of(question: &Question) -> Option<&TableColumn> {
    match &question.answer {
        casework::AnswerKind::Table { columns } => {
            columns.iter().find(|column| column.id == OPTION)
        }
        casework::AnswerKind::Narrative
        | casework::AnswerKind::Line
        | casework::AnswerKind::Number { .. }
        | casework::AnswerKind::Date
        | casework::AnswerKind::YesNo
        | casework::AnswerKind::Choice { .. }
        | casework::AnswerKind::Choices { .. }
        | casework::AnswerKind::FromCase { .. } => None,
    }
}

fn bad(field: &str) -> Fault {
    Fault::BadInput {
        field: field.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundled_edition;

    #[test]
    fn a_form_without_a_table_of_options_is_named() {
        let edition = bundled_edition().unwrap();
        let mut form = edition.forms[0].clone();
        for section in &mut form.sections {
            for question in &mut section.questions {
                question.role = None;
            }
        }

        let refused = table_of(&form).err();

        let field = form.id.0;
        assert_eq!(refused, Some(Fault::BadInput { field }));
    }
}
