//! Tests of sheets as text, and of the PDF through readers that know nothing of this crate.

mod pages;
mod pdf;
mod properties;
mod words;

use chrono::{TimeZone as _, Utc};
use document::{Block, Cell, Column, Document, PageSize, Row, SignatureBlock, Table};

use crate::{Fonts, Layout, Stylesheet, lay_out};

/// A report that says `blocks` and nothing else.
fn a_report(blocks: Vec<Block>) -> Document {
    Document {
        title: "A report".to_owned(),
        language: "en-GB".to_owned(),
        size: PageSize::A4,
        marking: "OFFICIAL-SENSITIVE".to_owned(),
        overprint: None,
        running_head: "Report SM/0412/26".to_owned(),
        running_foot: "Edition 2026.1".to_owned(),
        contents: false,
        produced: Utc.with_ymd_and_hms(2026, 11, 23, 14, 5, 0).unwrap(),
        blocks,
    }
}

fn laid_out(document: &Document) -> Layout {
    let stylesheet = Stylesheet::for_size(document.size);
    lay_out(document, Fonts::bundled().unwrap(), &stylesheet)
}

/// Gives the body of each sheet, a printed line to a line.
fn bodies(layout: &Layout) -> Vec<Vec<String>> {
    let body = |sheet: &crate::Sheet| {
        let text = sheet.text();
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let last = lines.len() - 2;
        lines[2..last].to_vec()
    };
    layout.sheets.iter().map(body).collect()
}

/// Gives paragraphs of one line each.
fn short_paragraphs(count: usize) -> Vec<Block> {
    let paragraph = |number| Block::paragraph(format!("Paragraph {number}."));
    (1..=count).map(paragraph).collect()
}

fn a_table(rows: usize) -> Table {
    Table {
        caption: "The options".to_owned(),
        columns: vec![Column::words("Option", 1.0), Column::words("Finding", 2.0)],
        rows: (1..=rows)
            .map(|number| {
                Row(vec![
                    Cell::text(format!("Option {number}")),
                    Cell::text(format!("Finding {number}, which is long enough to be printed on two lines of its cell, so that the row could be split. End {number}")),
                ])
            })
            .collect(),
        row_headers: true,
    }
}

fn a_signature() -> SignatureBlock {
    SignatureBlock {
        capacity: "Author".to_owned(),
        name: "A. Examplar".to_owned(),
        lines: vec!["Strathmore Council".to_owned()],
        date: Some("23 November 2026".to_owned()),
    }
}
