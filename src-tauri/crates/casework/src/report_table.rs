//! An answer of rows, as the recipient's copy shows it.

use document::{Cell, Column, Row, Table};

use crate::civil_words::short_date;
use crate::report_document::Recipient;
use crate::{CellKind, Choice, Question, QuestionRole, TableColumn, TableRow};

/// The table of a question's rows. On the person's copy a row that is kept from the person is not
/// in it, nor is the column that keeps it; a source keeps its number, by which the text cites it.
pub(crate) fn table(
    question: &Question,
    columns: &[TableColumn],
    rows: &[TableRow],
    recipient: Recipient,
) -> Table {
    let shown: Vec<(u32, &TableRow)> = (1_u32..)
        .zip(rows)
        .filter(|(_, row)| recipient == Recipient::Court || !is_kept_back(columns, row))
        .collect();
    let used: Vec<&TableColumn> = columns
        .iter()
        .filter(|column| recipient == Recipient::Court || !column.keeps_from_person)
        .filter(|column| !column.optional || shown.iter().any(|(_, row)| says(column, row)))
        .collect();
    let numbered = question.role == Some(QuestionRole::Sources);
    let mut headings: Vec<Column> = used.iter().map(|column| heading(column)).collect();
    if numbered {
        headings.insert(0, Column::words("No.", 6.0));
    }
    let printed = shown.iter().map(|(number, row)| {
        let number = numbered.then(|| Cell::text(number.to_string()));
        let cells = used.iter().map(|column| Cell::text(cell(column, row)));
        Row(number.into_iter().chain(cells).collect())
    });
    Table {
        caption: question.label.clone(),
        columns: headings,
        rows: printed.collect(),
        row_headers: true,
    }
}

/// The words of a choice; its code where the form has no such choice.
pub(crate) fn label_of(options: &[Choice], code: &str) -> String {
    let found = options.iter().find(|option| option.code == code);
    found.map_or_else(|| code.to_owned(), |option| option.label.clone())
}

fn is_kept_back(columns: &[TableColumn], row: &TableRow) -> bool {
    columns
        .iter()
        .filter(|column| column.keeps_from_person)
        .any(|column| row.get(&column.id).is_some_and(|cell| cell.trim() == "yes"))
}

fn says(column: &TableColumn, row: &TableRow) -> bool {
    row.get(&column.id)
        .is_some_and(|cell| !cell.trim().is_empty())
}

fn heading(column: &TableColumn) -> Column {
    let share = column.share.unwrap_or(2);
    Column::words(&column.label, f32::from(u16::try_from(share).unwrap_or(2)))
}

fn cell(column: &TableColumn, row: &TableRow) -> String {
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
