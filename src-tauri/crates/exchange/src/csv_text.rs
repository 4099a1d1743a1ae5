//! A table of text, read strictly: a comma between cells, quotes doubled, every row as wide as the
//! headings. What a kinder reader would guess at is a fault here, with its row and column.

use crate::faults::Faults;
use crate::table::{Row, Table, named};
use crate::{Refusal, limits};

/// Reads a table.
pub(crate) fn parse(text: &str) -> Result<Table, Refusal> {
    let mut reader = Reader::new(text);
    let Some(first) = reader.row()? else {
        return Err(Refusal::of_file("The file is empty: it has no headings."));
    };
    if first.len() == 1 {
        refuse_other_separators(first.first().map_or("", String::as_str))?;
    }
    if first.len() > limits::COLUMNS {
        return Err(Refusal::of_row(
            1,
            None,
            format!(
                "There are {} columns, and the most that is read is {}.",
                first.len(),
                limits::COLUMNS
            ),
        ));
    }
    let headings = named(first);
    reader.headings.clone_from(&headings);
    let mut rows = Vec::new();
    while let Some(cells) = reader.row()? {
        let number = reader.number;
        if rows.len() >= usize::try_from(limits::ROWS).unwrap_or(usize::MAX) {
            return Err(Refusal::of_row(
                number,
                None,
                format!(
                    "There are more than {} rows, which is the most that is read.",
                    limits::ROWS
                ),
            ));
        }
        // An empty line is no row.
        if cells.iter().all(|cell| cell.trim().is_empty()) && cells.len() <= 1 {
            continue;
        }
        if cells.len() == headings.len() {
            rows.push(Row { number, cells });
        } else {
            let at = cells.len().min(headings.len()).saturating_sub(1);
            let column = headings.get(at).cloned().unwrap_or_default();
            let says = format!(
                "The row has {} cells and the headings are {}: a comma or a quotation mark is \
                 missing, or the file is cut short.",
                cells.len(),
                headings.len()
            );
            reader.faults.add(number, &column, says);
        }
    }
    Ok(Table {
        headings,
        rows,
        faults: reader.faults.kept,
    })
}

/// The row and the column's heading that the end of a text stands in.
pub(crate) fn place_of(text: &str) -> (u32, Option<String>) {
    let mut reader = Reader::new(text);
    reader.lenient = true;
    let mut headings = Vec::new();
    while let Ok(Some(cells)) = reader.row() {
        if headings.is_empty() {
            headings = named(cells);
        }
    }
    let column = if reader.number > 1 || reader.ended_row {
        headings.get(reader.column).cloned()
    } else {
        None
    };
    let row = reader.number + u32::from(reader.ended_row);
    (row.max(1), column)
}

fn refuse_other_separators(heading: &str) -> Result<(), Refusal> {
    for (mark, name) in [(';', "semicolons"), ('\t', "tabs")] {
        if heading.contains(mark) {
            return Err(Refusal::of_row(
                1,
                None,
                format!("The columns are separated by {name}. Save the file with commas."),
            ));
        }
    }
    Ok(())
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// The row that was read last, from 1.
    number: u32,
    /// The cell of it that was read last, from 0.
    column: usize,
    /// Whether the row that was read last had an end of line.
    ended_row: bool,
    headings: Vec<String>,
    faults: Faults,
    lenient: bool,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            number: 0,
            column: 0,
            ended_row: true,
            headings: Vec::new(),
            faults: Faults::default(),
            lenient: false,
        }
    }

    fn row(&mut self) -> Result<Option<Vec<String>>, Refusal> {
        if self.at >= self.text.len() {
            if self.ended_row {
                self.column = 0;
            }
            return Ok(None);
        }
        self.number += 1;
        self.column = 0;
        self.ended_row = false;
        let mut cells = Vec::with_capacity(self.headings.len());
        loop {
            let cell = self.cell()?;
            self.measure(&cell);
            cells.push(cell);
            match self.rest().as_bytes().first() {
                Some(b',') => {
                    self.at += 1;
                    self.column += 1;
                }
                Some(b'\r') => {
                    self.at += 1;
                    if self.rest().starts_with('\n') {
                        self.at += 1;
                    }
                    self.ended_row = true;
                    break;
                }
                Some(b'\n') => {
                    self.at += 1;
                    self.ended_row = true;
                    break;
                }
                Some(_) | None => break,
            }
        }
        Ok(Some(cells))
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn cell(&mut self) -> Result<String, Refusal> {
        if self.rest().starts_with('"') {
            self.at += 1;
            return self.quoted();
        }
        let rest = self.rest();
        let end = rest.find([',', '\r', '\n']).unwrap_or(rest.len());
        let cell = rest.get(..end).unwrap_or_default();
        self.at += end;
        if cell.contains('"') {
            self.fault("A quotation mark stands inside a cell that does not begin with one.");
        }
        Ok(cell.to_owned())
    }

    fn quoted(&mut self) -> Result<String, Refusal> {
        let (row, opened) = (self.number, self.heading());
        let mut cell = String::new();
        loop {
            let rest = self.rest();
            let Some(end) = rest.find('"') else {
                self.at = self.text.len();
                if self.lenient {
                    return Ok(cell);
                }
                return Err(Refusal::of_row(
                    row,
                    opened,
                    "The quotation mark that opens this cell is never closed: the file is cut \
                     short, or a mark is missing.",
                ));
            };
            cell.push_str(rest.get(..end).unwrap_or_default());
            self.at += end + 1;
            if self.rest().starts_with('"') {
                cell.push('"');
                self.at += 1;
                continue;
            }
            let rest = self.rest();
            let after = rest.find([',', '\r', '\n']).unwrap_or(rest.len());
            if !rest.get(..after).unwrap_or_default().trim().is_empty() {
                self.fault("Something stands between the closing quotation mark and the comma.");
            }
            self.at += after;
            return Ok(cell);
        }
    }

    fn heading(&self) -> Option<String> {
        self.headings.get(self.column).cloned()
    }

    fn measure(&mut self, cell: &str) {
        if cell.len() > limits::CELL {
            self.fault(format!(
                "The cell is {} bytes long, and the most that is read is {} (32 KiB).",
                cell.len(),
                limits::CELL
            ));
        }
    }

    fn fault(&mut self, says: impl Into<String>) {
        let column = self
            .heading()
            .unwrap_or_else(|| format!("Column {}", crate::table::column_letters(self.column)));
        self.faults.add(self.number, &column, says);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(table: &Table) -> Vec<(u32, Vec<&str>)> {
        let rows = table.rows.iter();
        rows.map(|row| (row.number, row.cells.iter().map(String::as_str).collect()))
            .collect()
    }

    #[test]
    fn quotes_commas_and_lines_inside_a_cell_are_read() {
        let table = parse("a,b\r\n\"x, \"\"y\"\"\",\"two\r\nlines\"\r\n,z").unwrap();

        assert_eq!(table.headings, ["a", "b"]);
        let expected = [(2, vec!["x, \"y\"", "two\r\nlines"]), (3, vec!["", "z"])];
        assert_eq!(cells(&table), expected);
        assert_eq!(table.faults, []);
    }

    #[test]
    fn a_ragged_row_is_a_fault_of_that_row() {
        let table = parse("a,b,c\n1,2,3\n1,2\n1,2,3,4\n").unwrap();

        let faults: Vec<_> = table.faults.iter().map(|fault| fault.row).collect();
        assert_eq!(faults, [Some(3), Some(4)]);
        assert_eq!(table.faults[0].column.as_deref(), Some("b"));
    }

    #[test]
    fn a_file_cut_short_inside_quotes_is_refused_with_the_cell_that_was_open() {
        let refused = parse("a,b\n1,2\n3,\"four, and then").unwrap_err().0;

        assert_eq!(
            (refused.row, refused.column.as_deref()),
            (Some(3), Some("b"))
        );
    }

    #[test]
    fn stray_quotation_marks_are_faults() {
        let table = parse("a,b\nx\"y,\"z\"z\n").unwrap();

        let columns: Vec<_> = table
            .faults
            .iter()
            .filter_map(|f| f.column.as_deref())
            .collect();
        assert_eq!(columns, ["a", "b"]);
    }

    #[test]
    fn an_empty_line_is_passed_over_and_still_counted() {
        let table = parse("a,b\n\n1,2\n\n").unwrap();

        assert_eq!(cells(&table), [(3, vec!["1", "2"])]);
    }

    #[test]
    fn other_separators_and_too_many_columns_and_rows_are_refused() {
        assert!(
            parse("a;b\n1;2\n")
                .unwrap_err()
                .0
                .says
                .contains("semicolons")
        );
        assert!(parse("a\tb\n").unwrap_err().0.says.contains("tabs"));
        assert!(
            parse(&"x,".repeat(100))
                .unwrap_err()
                .0
                .says
                .contains("101 columns")
        );
        let long = format!("a\n{}", "x\n".repeat(50_001));
        assert_eq!(parse(&long).unwrap_err().0.row, Some(50_002));
    }

    #[test]
    fn a_cell_of_32_kib_is_read_and_one_byte_more_is_a_fault() {
        let long = "x".repeat(limits::CELL);

        assert_eq!(parse(&format!("a,b\n{long},1\n")).unwrap().faults, []);
        let table = parse(&format!("a,b\n1,{long}x\n")).unwrap();
        assert_eq!(table.faults[0].column.as_deref(), Some("b"));
    }

    #[test]
    fn the_place_of_a_text_end_is_named() {
        assert_eq!(place_of("a,b\r\n1,"), (2, Some("b".into())));
        assert_eq!(place_of("a,b\r\n1,2\r\n"), (3, Some("a".into())));
        assert_eq!(place_of("a,\"b\n"), (1, None));
    }
}
