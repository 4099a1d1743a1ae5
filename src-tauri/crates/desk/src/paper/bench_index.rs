//! The index that opens a bench print: each option in legal order, and the page it stands on.
//!
//! A page is known only once the paper is laid out, so it is laid out until the numbers in the index
//! are those of the pages.

use document::{Align, Block, Cell, Column, Document, Row, Table};
use press::{Band, Fonts, Layout, Printed, Stylesheet};

use super::card::printed;
use crate::Fault;

/// The caption of the index, by which it is found again on the sheets.
const CAPTION: &str = "Every option of this paper, in legal order";

/// How often a paper is laid out at most: numbers of pages settle at the second time.
const TRIES: usize = 4;

/// An index without its pages.
pub(crate) struct Index {
    /// The columns between the option and the page.
    pub(crate) columns: Vec<Column>,
    /// The options, in the order of the index.
    pub(crate) lines: Vec<IndexLine>,
    /// The names of the options as they follow each other in the paper itself.
    pub(crate) in_paper: Vec<String>,
}

/// A line of an index.
pub(crate) struct IndexLine {
    pub(crate) name: String,
    pub(crate) cells: Vec<String>,
}

impl Index {
    /// Prints a document in which the index stands at a place among the blocks.
    pub(crate) fn print(
        &self,
        mut document: Document,
        at: usize,
    ) -> Result<(Document, Printed), Fault> {
        let fonts = Fonts::bundled().map_err(|_| Fault::PaperFailed)?;
        let stylesheet = Stylesheet::bench();
        let mut pages = vec![1; self.lines.len()];
        document.blocks.insert(at, self.table(&pages));
        let mut layout = press::lay_out(&document, fonts, &stylesheet);
        for _ in 0..TRIES {
            let found = self.pages(&layout);
            if found == pages {
                break;
            }
            pages = found;
            if let Some(block) = document.blocks.get_mut(at) {
                *block = self.table(&pages);
            }
            layout = press::lay_out(&document, fonts, &stylesheet);
        }
        Ok((document, printed(layout)?))
    }

    fn table(&self, pages: &[usize]) -> Block {
        let mut columns = vec![Column::words("Option", 5.0)];
        columns.extend(self.columns.iter().cloned());
        columns.push(Column {
            align: Align::End,
            ..Column::words("Page", 0.8)
        });
        let rows = self.lines.iter().zip(pages).map(|(line, page)| {
            let mut cells = vec![Cell::text(&line.name)];
            cells.extend(line.cells.iter().map(Cell::text));
            cells.push(Cell::text(page.to_string()));
            Row(cells)
        });
        Block::Table(Table {
            caption: CAPTION.into(),
            rows: rows.collect(),
            columns,
            row_headers: true,
        })
    }

    /// The page on which each option stands, by the first words of its entry.
    fn pages(&self, layout: &Layout) -> Vec<usize> {
        let mut reader = Margin::of(layout);
        reader.next(CAPTION);
        for line in &self.lines {
            reader.next(&line.name);
        }
        let in_paper: Vec<(&String, usize)> = self
            .in_paper
            .iter()
            .map(|name| (name, reader.next(name)))
            .collect();
        let page_of = |line: &IndexLine| {
            let found = in_paper.iter().find(|(name, _)| **name == line.name);
            found.map_or(1, |(_, page)| *page)
        };
        self.lines.iter().map(page_of).collect()
    }
}

/// What begins at the left margin, letter by letter with its page: headings and the names of rows.
struct Margin {
    letters: Vec<(char, usize)>,
    at: usize,
}

impl Margin {
    fn of(layout: &Layout) -> Self {
        let body = || {
            let sheets = layout.sheets.iter();
            sheets.flat_map(|sheet| {
                let lines = sheet.lines().iter();
                let body = lines.filter(|line| line.band() == Band::Body);
                body.map(|line| (line, sheet.number))
            })
        };
        let left = body().map(|(line, _)| line.extent().0.0);
        let left = left.fold(f32::MAX, f32::min);
        let letters = body()
            .filter(|(line, _)| line.extent().0.0 - left < 0.5)
            .flat_map(|(line, page)| {
                letters(&line.text())
                    .map(move |letter| (letter, page))
                    .collect::<Vec<_>>()
            });
        Self {
            letters: letters.collect(),
            at: 0,
        }
    }

    /// The page on which words stand next, from where the last were found.
    fn next(&mut self, words: &str) -> usize {
        let wanted: Vec<char> = letters(words).collect();
        let rest = self.letters.get(self.at..).unwrap_or_default();
        let found = rest.windows(wanted.len().max(1)).position(|window| {
            let here = window.iter().map(|(letter, _)| letter);
            here.eq(wanted.iter())
        });
        let Some(place) = found else {
            return self.page();
        };
        let page = rest.get(place).map_or(1, |(_, page)| *page);
        self.at += place + wanted.len();
        page
    }

    fn page(&self) -> usize {
        let last = self.letters.get(self.at.saturating_sub(1));
        last.map_or(1, |(_, page)| *page)
    }
}

/// Letters and figures alone: lines are broken and words parted where the page wants it.
fn letters(words: &str) -> impl Iterator<Item = char> + '_ {
    words.chars().filter(|letter| letter.is_alphanumeric())
}
