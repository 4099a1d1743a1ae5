//! A spreadsheet: the values of its first visible sheet. What is hidden is named and not read, and
//! a formula is refused where it stands.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx};

use crate::archive::Files;
use crate::sheet_marks::{self, Marks};
use crate::table::{Row, Table, column_letters, named};
use crate::{Refusal, RowFault, limits};

/// Reads a spreadsheet whose archive was tried already. Gives what is hidden in it beside the table.
pub(crate) fn read(bytes: &[u8], files: &Files) -> Result<(Table, Vec<String>), Refusal> {
    let broken = || Refusal::of_file("The spreadsheet is damaged or cut short.");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let sheets = book.sheets_metadata().to_vec();
    let mut hidden = Vec::new();
    let mut chosen = None;
    for sheet in &sheets {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        if sheet.visible != SheetVisible::Visible {
            hidden.push(format!(
                "The sheet \"{}\" is hidden, and was not read.",
                sheet.name
            ));
        } else if chosen.is_none() {
            chosen = Some(sheet.name.clone());
        } else {
            hidden.push(format!(
                "The sheet \"{}\" was not read: only the first sheet is.",
                sheet.name
            ));
        }
    }
    let Some(sheet) = chosen else {
        return Err(Refusal::of_file(
            "The spreadsheet has no sheet that can be seen.",
        ));
    };
    let marks = sheet_marks::of(files, &sheet).ok_or_else(broken)?;
    let rows = cells(&mut book, &sheet)?;
    Ok((table(rows, &marks, &mut hidden), hidden))
}

/// The filled cells of a sheet, row by row, from 0.
type Filled = BTreeMap<u32, BTreeMap<u32, String>>;

fn cells(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Filled, Refusal> {
    let broken = || Refusal::of_file("The first sheet is damaged or cut short.");
    let mut reader = book.worksheet_cells_reader(sheet).map_err(|_| broken())?;
    let mut rows = Filled::new();
    // Many cells may name one text, and it would be written out for each: a small file could be
    // hundreds of times as large in memory as it was unpacked.
    let mut bytes = 0_u64;
    while let Some(cell) = reader.next_cell().map_err(|_| broken())? {
        let (row, column) = cell.get_position();
        let text = in_words(cell.get_value());
        if text.trim().is_empty() {
            continue;
        }
        bytes = bytes.saturating_add(text.len() as u64);
        if bytes > limits::UNPACKED {
            let says = format!(
                "The cells down to here hold more than {} MiB of text, which is the most that is read.",
                limits::UNPACKED / (1024 * 1024)
            );
            return Err(Refusal::of_row(row.saturating_add(1), None, says));
        }
        if row > limits::ROWS {
            let says = format!(
                "There are more than {} rows, which is the most that is read.",
                limits::ROWS
            );
            return Err(Refusal::of_row(row.saturating_add(1), None, says));
        }
        if column as usize >= limits::COLUMNS {
            let says = format!(
                "There are more than {} columns, which is the most that is read.",
                limits::COLUMNS
            );
            return Err(Refusal::of_row(row.saturating_add(1), None, says));
        }
        rows.entry(row).or_default().insert(column, text);
    }
    Ok(rows)
}

fn in_words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        DataRef::DateTime(when) => {
            let (year, month, day, hour, minute, second, _) = when.to_ymd_hms_milli();
            if (hour, minute, second) == (0, 0, 0) {
                format!("{year:04}-{month:02}-{day:02}")
            } else {
                format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
            }
        }
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn table(mut rows: Filled, marks: &Marks, hidden: &mut Vec<String>) -> Table {
    let Some((heading_row, headings)) = rows.pop_first() else {
        return Table::default();
    };
    let last = headings.keys().next_back().copied().unwrap_or(0);
    let shown: Vec<u32> = (0..=last).filter(|at| !marks.hides_column(*at)).collect();
    for at in (0..=last).filter(|at| marks.hides_column(*at)) {
        let name = headings.get(&at).cloned().unwrap_or_default();
        let letters = column_letters(at as usize);
        hidden.push(format!(
            "Column {letters} \"{}\" is hidden, and was not read.",
            name.trim()
        ));
    }
    let mut table = Table {
        headings: named(
            shown
                .iter()
                .map(|at| headings.get(at).cloned().unwrap_or_default())
                .collect(),
        ),
        ..Table::default()
    };
    let heading = |at: u32| {
        let place = shown.iter().position(|shown| *shown == at);
        let named = place.and_then(|place| table.headings.get(place));
        named.map_or_else(
            || format!("Column {}", column_letters(at as usize)),
            Clone::clone,
        )
    };
    let fault = |row: u32, at: u32, says: String| RowFault {
        row: Some(row + 1),
        column: Some(heading(at)),
        says,
        ..RowFault::default()
    };
    let mut faults = Vec::new();
    let mut hidden_rows = 0_u32;
    for (number, cells) in rows {
        if marks.hides_row(number) {
            hidden_rows += 1;
            continue;
        }
        for (at, text) in &cells {
            if *at > last && !marks.hides_column(*at) {
                faults.push(fault(number, *at, "The column has no heading.".into()));
            }
            if text.len() > limits::CELL {
                let says = format!(
                    "The cell is {} bytes long, and the most that is read is {} (32 KiB).",
                    text.len(),
                    limits::CELL
                );
                faults.push(fault(number, *at, says));
            }
        }
        let row = shown
            .iter()
            .map(|at| cells.get(at).cloned().unwrap_or_default());
        table.rows.push(Row {
            number: number + 1,
            cells: row.collect(),
        });
    }
    for (row, at) in &marks.formulas {
        let seen = *row >= heading_row && !marks.hides_row(*row) && !marks.hides_column(*at);
        if seen {
            let says =
                "The cell holds a formula. Only values are read: put the value in its place.";
            faults.push(fault(*row, *at, says.into()));
        }
    }
    if hidden_rows > 0 {
        hidden.push(format!("{hidden_rows} rows are hidden, and were not read."));
    }
    table.faults = faults;
    table
}
