//! What a sheet says of its cells beside their values: hidden columns and rows, and formulas.

use std::ops::ControlFlow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::archive::Files;

/// Formulas that are named one by one; a sheet with more is full of them.
const NAMED: usize = 1_000;

/// The marks of a sheet. Rows and columns count from 0.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    hidden_columns: Vec<(u32, u32)>,
    hidden_rows: Vec<u32>,
    /// Where formulas stand: row, column.
    pub formulas: Vec<(u32, u32)>,
}

impl Marks {
    pub(crate) fn hides_column(&self, at: u32) -> bool {
        self.hidden_columns
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&at))
    }

    pub(crate) fn hides_row(&self, at: u32) -> bool {
        self.hidden_rows.binary_search(&at).is_ok()
    }
}

/// Reads the marks of the sheet with a name; none where the archive has no such sheet.
pub(crate) fn of(files: &Files, sheet: &str) -> Option<Marks> {
    let path = path_of(files, sheet)?;
    let mut marks = Marks::default();
    let (mut row, mut next_row) = (0, 0);
    let (mut column, mut next_column) = (0, 0);
    each_tag(files.get(&path)?, |tag| {
        match local(tag).as_str() {
            "col" if is_hidden(tag) => {
                let number = |name| attribute(tag, name)?.parse::<u32>().ok()?.checked_sub(1);
                if let (Some(first), Some(last)) = (number("min"), number("max")) {
                    marks.hidden_columns.push((first, last));
                }
            }
            "row" => {
                let given = attribute(tag, "r").and_then(|text| text.parse::<u32>().ok());
                row = given.map_or(next_row, |number| number.saturating_sub(1));
                next_row = row.saturating_add(1);
                next_column = 0;
                if is_hidden(tag) {
                    marks.hidden_rows.push(row);
                }
            }
            "c" => {
                let given = attribute(tag, "r").and_then(|text| column_of(&text));
                column = given.unwrap_or(next_column);
                next_column = column.saturating_add(1);
            }
            "f" if marks.formulas.len() < NAMED => marks.formulas.push((row, column)),
            _ => {}
        }
        ControlFlow::Continue(())
    })?;
    marks.hidden_rows.sort_unstable();
    Some(marks)
}

/// The part of the archive that holds a sheet.
fn path_of(files: &Files, sheet: &str) -> Option<String> {
    let id = find(files.get("xl/workbook.xml")?, "sheet", |tag| {
        (attribute(tag, "name")? == sheet)
            .then(|| attribute(tag, "id"))
            .flatten()
    })?;
    let target = find(
        files.get("xl/_rels/workbook.xml.rels")?,
        "Relationship",
        |tag| {
            (attribute(tag, "Id")? == id)
                .then(|| attribute(tag, "Target"))
                .flatten()
        },
    )?;
    Some(match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    })
}

/// The first answer that a tag of some name gives.
fn find(
    xml: &[u8],
    wanted: &str,
    answer: impl Fn(&BytesStart<'_>) -> Option<String>,
) -> Option<String> {
    let mut found = None;
    each_tag(xml, |tag| {
        if local(tag) == wanted {
            found = answer(tag);
        }
        match found {
            Some(_) => ControlFlow::Break(()),
            None => ControlFlow::Continue(()),
        }
    })?;
    found
}

/// Goes through the tags that open in a document, until it is told to leave off; none where it is
/// no XML as far as it goes.
fn each_tag(xml: &[u8], mut told: impl FnMut(&BytesStart<'_>) -> ControlFlow<()>) -> Option<()> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(tag) | Event::Empty(tag) => {
                if told(&tag).is_break() {
                    return Some(());
                }
            }
            Event::Eof => return Some(()),
            Event::End(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::GeneralRef(_) => {}
        }
    }
}

fn local(tag: &BytesStart<'_>) -> String {
    tag.local_name().as_ref().to_string()
}

fn is_hidden(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "hidden").is_some_and(|value| value == "1" || value == "true")
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes().filter_map(Result::ok);
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(
        found
            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
            .ok()?
            .into_owned(),
    )
}

/// The column of a reference such as `AB12`, from 0.
fn column_of(reference: &str) -> Option<u32> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.take(4).fold(0_u32, |sum, letter| {
        sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    column.checked_sub(1)
}
