//! A file, opened: what stands in it, before anything is made of it. This is the part that reads
//! bytes from a stranger, and it needs nothing of the directory.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::table::Table;
use crate::{
    Format, Refusal, RowFault, archive, csv_text, hsds_json, hsds_package, letters, limits,
    workbook,
};

/// A file whose bytes were read, and of which nothing was judged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// What it is.
    pub format: Format,
    pub(crate) licence: Option<String>,
    pub(crate) hidden: Vec<String>,
    pub(crate) passed_over: Vec<String>,
    pub(crate) faults: Vec<RowFault>,
    pub(crate) body: Body,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Body {
    Table(Table),
    /// Services as open data tells them, each with its place in the list or its row.
    Services(Vec<(u32, Value)>),
}

impl Opened {
    /// The headings of its table; none for open data.
    pub fn headings(&self) -> &[String] {
        match &self.body {
            Body::Table(table) => &table.headings,
            Body::Services(_) => &[],
        }
    }

    pub(crate) fn of_table(format: Format, table: Table, hidden: Vec<String>) -> Self {
        Self {
            format,
            licence: None,
            hidden,
            passed_over: Vec::new(),
            faults: Vec::new(),
            body: Body::Table(table),
        }
    }
}

/// Opens a file. What it is, its content tells, and not its name.
pub fn open(bytes: &[u8], windows_1252: bool) -> Result<Opened, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::of_file("The file is empty."));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return open_archive(bytes);
    }
    refuse_others(bytes)?;
    let first = bytes
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(bytes)
        .iter()
        .find(|byte| !byte.is_ascii_whitespace());
    if matches!(first, Some(b'{' | b'[')) {
        return hsds_json::open(bytes);
    }
    refuse_large(bytes, limits::TABLE)?;
    let text = letters::text(bytes, windows_1252)?;
    Ok(Opened::of_table(
        Format::Csv,
        csv_text::parse(&text)?,
        Vec::new(),
    ))
}

fn open_archive(bytes: &[u8]) -> Result<Opened, Refusal> {
    refuse_large(bytes, limits::TABLE)?;
    let files = archive::files(bytes)?;
    if files.has("xl/workbook.xml") {
        let (table, hidden) = workbook::read(bytes, &files)?;
        Ok(Opened::of_table(Format::Xlsx, table, hidden))
    } else {
        hsds_package::open(&files)
    }
}

/// What is plainly neither a table nor open data, by its first bytes.
fn refuse_others(bytes: &[u8]) -> Result<(), Refusal> {
    let others: [(&[u8], &str); 4] = [
        (
            b"\xD0\xCF\x11\xE0",
            "The file is a spreadsheet of the old kind (.xls), or one locked with a password. Save \
             it as .xlsx or as CSV, without a password.",
        ),
        (
            b"%PDF",
            "The file is a PDF. A table or open data is read here.",
        ),
        (
            b"\x1F\x8B",
            "The file is packed with gzip. Unpack it first.",
        ),
        (
            b"<",
            "The file is a web page or XML. A table or open data is read here.",
        ),
    ];
    let found = others.iter().find(|(mark, _)| bytes.starts_with(mark));
    found.map_or(Ok(()), |(_, says)| Err(Refusal::of_file(*says)))
}

pub(crate) fn refuse_large(bytes: &[u8], most: usize) -> Result<(), Refusal> {
    if bytes.len() > most {
        return Err(Refusal::of_file(limits::too_large(bytes.len(), most)));
    }
    Ok(())
}
