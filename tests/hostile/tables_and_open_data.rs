//! Files for the directory. What was read of one is bounded by what may be read, whatever the file
//! says of itself.

use std::io::{Cursor, Write as _};
use std::sync::LazyLock;

use directory::{Entry, Register};
use exchange::{Format, Opened, Refusal, open, write};
use proptest::prelude::*;
use sederunt_tests::places::content;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::changed::changes;

/// The bounds of `exchange`, as the manual gives them.
const ROWS: usize = 50_000;
const COLUMNS: usize = 100;
const UNPACKED: usize = 50 * 1024 * 1024;

/// What was read of a file, counted in what it was read into.
struct Read {
    rows: usize,
    bytes: usize,
}

impl Read {
    fn of(opened: &Opened) -> Self {
        let json = serde_json::to_value(opened).expect("it is written");
        let body = &json["body"];
        let rows = body["Table"]["rows"]
            .as_array()
            .or(body["Services"].as_array());
        Self {
            rows: rows.map_or(0, Vec::len),
            bytes: text_of(&json),
        }
    }
}

/// How much text there is in a value.
fn text_of(value: &serde_json::Value) -> usize {
    match value {
        serde_json::Value::String(text) => text.len(),
        serde_json::Value::Array(items) => items.iter().map(text_of).sum(),
        serde_json::Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| key.len() + text_of(value))
            .sum(),
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => 0,
    }
}

/// Refused in words, or read within the bounds.
fn is_bounded(opened: &Result<Opened, Refusal>) -> Result<(), TestCaseError> {
    match opened {
        Err(Refusal(fault)) => {
            prop_assert!(fault.says.ends_with('.'), "{:?}", fault.says);
            prop_assert!(fault.says.chars().count() > 10);
        }
        Ok(opened) => {
            let read = Read::of(opened);
            prop_assert!(opened.headings().len() <= COLUMNS);
            prop_assert!(read.rows <= ROWS, "{} rows", read.rows);
            prop_assert!(read.bytes <= 2 * UNPACKED, "{} bytes", read.bytes);
        }
    }
    Ok(())
}

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, body) in files {
        let began = archive.start_file(*name, SimpleFileOptions::default());
        began.expect("it is begun");
        archive.write_all(body).expect("it is written");
    }
    archive.finish().expect("it is finished").into_inner()
}

static SERVICES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let bytes = std::fs::read(content().join("edition.sederunt")).expect("the edition");
    let edition = edition::verify(&bytes, &edition::PINNED_KEYS).expect("it is signed");
    let services = edition.services.into_iter().take(4);
    services.map(Entry::of_edition).collect()
});

fn written(format: Format) -> Vec<u8> {
    let entries: Vec<&Entry> = SERVICES.iter().collect();
    write(&entries, &Register::default(), format).bytes
}

static TABLE: LazyLock<Vec<u8>> = LazyLock::new(|| written(Format::Csv));
static OPEN_DATA: LazyLock<Vec<u8>> = LazyLock::new(|| written(Format::HsdsJson));

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>"#;
const RELS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK_RELS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Services" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const STRINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="2" uniqueCount="2"><si><t>name</t></si><si><t>elig_age_min</t></si></sst>"#;
const ROWS_OF_TWO: &str = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>A group</t></is></c><c r="B2"><v>18</v></c></row>"#;

fn a_sheet(before: &str, rows: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{before}<sheetData>{rows}</sheetData></worksheet>"#
    )
}

/// A workbook of whose parts one may be put in the place of the good one.
fn a_book(part: &str, instead: &[u8]) -> Vec<u8> {
    let sheet = a_sheet("", ROWS_OF_TWO);
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS),
        ("xl/sharedStrings.xml", STRINGS),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    let parts = parts.map(|(name, body)| {
        let body = if name == part {
            instead
        } else {
            body.as_bytes()
        };
        (name, body)
    });
    archive(&parts)
}

const BOOK_PARTS: [(&str, &str); 5] = [
    ("[Content_Types].xml", TYPES),
    ("xl/workbook.xml", BOOK),
    ("xl/_rels/workbook.xml.rels", BOOK_RELS),
    ("xl/sharedStrings.xml", STRINGS),
    ("xl/worksheets/sheet1.xml", ""),
];

fn a_package(services: &[u8], areas: &[u8]) -> Vec<u8> {
    archive(&[
        (
            "datapackage.json",
            br#"{"licenses":[{"name":"CC-BY-4.0"}]}"#,
        ),
        ("services.csv", services),
        ("service_areas.csv", areas),
    ])
}

const PACKED_SERVICES: &[u8] = b"id,name,status,organization_id\r\nac148810-d857-441c-9679-408f346de14b,A group,active,d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610\r\n";
const PACKED_AREAS: &[u8] = b"id,service_id,name,extent\r\n74c37e53-6d6a-4e42-8e5e-e0d4e0d4e0d4,ac148810-d857-441c-9679-408f346de14b,Fife,S12000047\r\n";

#[test]
fn the_good_files_are_read() {
    let table = open(&TABLE, false).expect("it is read");
    let open_data = open(&OPEN_DATA, false).expect("it is read");
    let book = open(&a_book("", b""), false).expect("it is read");
    let package = open(&a_package(PACKED_SERVICES, PACKED_AREAS), false).expect("it is read");

    assert_eq!(table.format, Format::Csv);
    assert_eq!(Read::of(&table).rows, SERVICES.len());
    assert_eq!(open_data.format, Format::HsdsJson);
    assert_eq!(Read::of(&open_data).rows, SERVICES.len());
    assert_eq!(book.format, Format::Xlsx);
    assert_eq!(book.headings(), ["name", "elig_age_min"]);
    assert_eq!(package.format, Format::HsdsPackage);
    assert_eq!(Read::of(&package).rows, 1);
}

#[test]
fn nesting_without_end_is_refused() {
    for open_with in ["[", "{\"a\":", "[{\"a\":["] {
        let deep = open_with.repeat(300_000);

        assert!(open(deep.as_bytes(), false).is_err());
    }
}

#[test]
fn a_cell_at_the_far_end_of_a_sheet_takes_no_room_for_what_lies_between() {
    let far = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    let sheet = a_sheet(r#"<dimension ref="A1:XFD1048576"/>"#, far);

    let opened = open(&a_book("xl/worksheets/sheet1.xml", sheet.as_bytes()), false);

    assert!(opened.is_err());
}

#[test]
fn entities_that_multiply_are_not_multiplied() {
    let mut entities = String::from("<!ENTITY a0 \"lol\">");
    for at in 1..12 {
        let before = format!("&a{};", at - 1).repeat(10);
        entities.extend(["<!ENTITY a", &at.to_string(), " \"", &before, "\">"]);
    }
    let strings = format!(
        r#"<?xml version="1.0"?><!DOCTYPE sst [{entities}]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&a11;</t></si><si><t>x</t></si></sst>"#
    );

    let opened = open(&a_book("xl/sharedStrings.xml", strings.as_bytes()), false);

    assert!(opened.map_or(0, |opened| Read::of(&opened).bytes) < 10_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn whatever_bytes_come_they_are_read_within_bounds_or_refused(
        bytes in prop::collection::vec(any::<u8>(), 0..2_000),
        windows_1252: bool,
    ) {
        is_bounded(&open(&bytes, windows_1252))?;
        is_bounded(&open(&[b"PK\x03\x04".as_slice(), &bytes].concat(), windows_1252))?;
        is_bounded(&open(&[b"[".as_slice(), &bytes].concat(), windows_1252))?;
    }

    #[test]
    fn a_changed_table_is_read_within_bounds_or_refused(changes in changes(), windows_1252: bool) {
        is_bounded(&open(&changes.of(&TABLE), windows_1252))?;
    }

    #[test]
    fn changed_open_data_is_read_within_bounds_or_refused(changes in changes()) {
        is_bounded(&open(&changes.of(&OPEN_DATA), false))?;
    }

    #[test]
    fn a_changed_archive_is_read_within_bounds_or_refused(changes in changes(), book: bool) {
        let good = if book { a_book("", b"") } else { a_package(PACKED_SERVICES, PACKED_AREAS) };

        is_bounded(&open(&changes.of(&good), false))?;
    }

    #[test]
    fn a_workbook_with_a_changed_part_is_read_within_bounds_or_refused(
        changes in changes(),
        (part, good) in prop::sample::select(BOOK_PARTS.as_slice()),
    ) {
        let sheet = a_sheet("", ROWS_OF_TWO);
        let good = if good.is_empty() { &sheet } else { good };

        is_bounded(&open(&a_book(part, &changes.of(good.as_bytes())), false))?;
    }

    #[test]
    fn a_package_with_a_changed_table_is_read_within_bounds_or_refused(
        services in changes(),
        areas in changes(),
    ) {
        let package = a_package(&services.of(PACKED_SERVICES), &areas.of(PACKED_AREAS));

        is_bounded(&open(&package, false))?;
    }
}

#[test]
fn a_text_that_every_cell_points_at_is_not_written_out_for_each() {
    // 30 KB of text and 20,000 cells that name it: a file of 90 KB that would be 600 MB.
    let long = "x".repeat(30_000);
    let strings = format!(
        r#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>name</t></si><si><t>{long}</t></si></sst>"#
    );
    let cells = (2..20_002)
        .map(|row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>1</v></c></row>"#))
        .collect::<Vec<_>>()
        .concat();
    let heading = r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#;
    let sheet = a_sheet("", &format!("{heading}{cells}"));
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS),
        ("xl/sharedStrings.xml", strings.as_str()),
        ("xl/worksheets/sheet1.xml", sheet.as_str()),
    ];
    let book = archive(&parts.map(|(name, body)| (name, body.as_bytes())));

    let opened = open(&book, false);
    is_bounded(&opened).expect("bounded");
}
