//! Spreadsheets: values only, what is hidden named, formulas refused.

use crate::office::{an_archive, empty_office};

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const RELS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK_RELS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Old" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Services" sheetId="2" r:id="rId2"/></sheets></workbook>"#;

fn a_book(columns: &str, rows: &str) -> Vec<u8> {
    let sheet = |columns: &str, rows: &str| {
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{columns}<sheetData>{rows}</sheetData></worksheet>"#
        )
    };
    let (old, new) = (sheet("", ""), sheet(columns, rows));
    an_archive(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS),
        ("xl/worksheets/sheet1.xml", &old),
        ("xl/worksheets/sheet2.xml", &new),
    ])
}

fn text(place: &str, text: &str) -> String {
    format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

fn headings() -> String {
    let names = ["Service name", "Council", "Age from", "Secret"];
    let cells = ["A1", "B1", "C1", "D1"]
        .iter()
        .zip(names)
        .map(|(at, name)| text(at, name));
    format!(r#"<row r="1">{}</row>"#, cells.collect::<String>())
}

#[test]
fn the_first_sheet_that_can_be_seen_is_read_and_what_is_hidden_is_named() {
    let row = format!(
        r#"<row r="2">{}{}<c r="C2"><v>18</v></c>{}</row>"#,
        text("A2", "A group"),
        text("B2", "Fife"),
        text("D2", "x")
    );
    let hidden_row = format!(r#"<row r="3" hidden="1">{}</row>"#, text("A3", "Not this"));
    let book = a_book(
        r#"<cols><col min="4" max="4" hidden="1"/></cols>"#,
        &format!("{}{row}{hidden_row}", headings()),
    );

    let batch = empty_office().read(&book).unwrap();

    assert_eq!(batch.faults, []);
    assert_eq!(batch.entries.len(), 1);
    assert_eq!(batch.entries[0].service.name, "A group");
    assert_eq!(batch.entries[0].service.eligibility.age_from, Some(18));
    assert_eq!(
        batch.hidden,
        [
            "The sheet \"Old\" is hidden, and was not read.",
            "Column D \"Secret\" is hidden, and was not read.",
            "1 rows are hidden, and were not read.",
        ]
    );
}

#[test]
fn a_formula_is_refused_where_it_stands() {
    let row = format!(
        r#"<row r="2">{}<c r="C2"><f>9+9</f><v>18</v></c></row>"#,
        text("A2", "A group")
    );
    let book = a_book("", &format!("{}{row}", headings()));

    let batch = empty_office().read(&book).unwrap();

    let [fault] = batch.faults.as_slice() else {
        panic!("{:?}", batch.faults)
    };
    assert_eq!(
        (fault.row, fault.column.as_deref()),
        (Some(2), Some("Age from"))
    );
    assert!(fault.says.contains("formula"));
}

#[test]
fn text_that_begins_as_a_formula_does_is_refused_too() {
    let row = format!(r#"<row r="2">{}</row>"#, text("A2", "=1+1"));

    let batch = empty_office()
        .read(&a_book("", &format!("{}{row}", headings())))
        .unwrap();

    assert_eq!(
        (batch.faults[0].row, batch.faults[0].column.as_deref()),
        (Some(2), Some("Service name"))
    );
}

#[test]
fn a_cell_far_away_is_refused_and_takes_no_memory() {
    let row = format!(r#"<row r="1048576">{}</row>"#, text("XFD1048576", "x"));

    let refused = empty_office()
        .read(&a_book("", &format!("{}{row}", headings())))
        .unwrap_err()
        .0;

    assert_eq!(refused.row, Some(1_048_576));
}

#[test]
fn a_damaged_spreadsheet_is_refused() {
    let book = a_book("", "<row><c></row>");
    assert!(empty_office().read(&book).is_err());
}
