//! Tables: column headings said again on each sheet, rows kept whole.

use document::{Align, Cell, Inline, Row, Table};

use crate::column_widths;
use crate::composer::{Composer, Frame, is_blank};
use crate::flow::{self, Piece};
use crate::line_breaking::Filled;
use crate::measure::Pt;
use crate::pages;
use crate::sheet::Rule;
use crate::stylesheet::{Ink, Style};
use crate::tags::{ElementId, Tag};
use crate::warning::Warning;

/// The share of a sheet that column headings may take if they are to be said again.
const TALLEST_HEAD: f32 = 0.4;

/// The share of a sheet up to which a table is kept whole rather than parted between two sheets.
const TALLEST_WHOLE: f32 = 0.3;

/// A column's place on the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Slot {
    pub(crate) left: Pt,
    pub(crate) width: Pt,
    pub(crate) align: Align,
}

/// The lines of a cell, by paragraph.
type Paragraphs = Vec<Vec<Filled>>;

impl Composer<'_, '_> {
    pub(crate) fn table(&mut self, table: &Table, frame: Frame) {
        if table.columns.is_empty() {
            return;
        }
        let element = self.tree.element(frame.parent, Tag::Table);
        let slots = column_widths::slots(table, self.stylesheet, frame, &mut self.shaper);
        let mut pieces = self.caption(&table.caption, element, frame);
        let mut head = self.column_headings(table, &slots, element, frame);
        let number = self.flow.table_heads.len();
        let mut head_height: Pt = head.iter().map(|piece| piece.height).sum();
        let mut again = pages::repeated(&head);
        if head_height > self.stylesheet.body_height() * TALLEST_HEAD {
            again.clear();
            head_height = Pt::ZERO;
        }
        self.flow.table_heads.push(again);
        pieces.append(&mut head);
        flow::keep_together(&mut pieces, true);

        let body = self.tree.element(element, Tag::TableBody);
        let room = self.stylesheet.body_height() - head_height;
        let count = table.rows.len();
        let mut rows = Vec::with_capacity(count);
        for (index, row) in table.rows.iter().enumerate() {
            let cells = self.cells(table, row, index);
            let set = self.row(&cells, table, &slots, body);
            let mut parts = self.row_pieces(set, &slots, room);
            let last = index + 1 == count;
            rule_under(parts.last_mut(), frame, last);
            // No row stands alone under column headings at the end of a table.
            if let Some(part) = parts.last_mut().filter(|_| count > 2 && index + 2 == count) {
                part.keep_with_next = true;
            }
            rows.append(&mut parts);
        }
        for row in &mut rows {
            row.table = Some(number);
        }
        pieces.append(&mut rows);
        let height: Pt = pieces.iter().map(|piece| piece.height).sum();
        if height < self.stylesheet.body_height() * TALLEST_WHOLE {
            flow::keep_together(&mut pieces, false);
        }
        self.push(pieces, self.stylesheet.gap * 1.6);
    }

    fn caption(&mut self, caption: &str, table: ElementId, frame: Frame) -> Vec<Piece> {
        if caption.trim().is_empty() {
            return Vec::new();
        }
        let style = self.stylesheet.caption;
        let element = self.tree.element(table, Tag::Caption);
        let lines = self.lines(&[Inline::text(caption)], &style, element, frame.width);
        let mut pieces = flow::pieces(lines, &style, frame.left);
        if let Some(last) = pieces.last_mut() {
            last.height += Pt(3.0);
        }
        pieces
    }

    fn column_headings(
        &mut self,
        table: &Table,
        slots: &[Slot],
        element: ElementId,
        frame: Frame,
    ) -> Vec<Piece> {
        if table
            .columns
            .iter()
            .all(|column| column.heading.trim().is_empty())
        {
            return Vec::new();
        }
        let style = self.stylesheet.table_head;
        let head = self.tree.element(element, Tag::TableHead);
        let row = self.tree.element(head, Tag::Row);
        let mut cells = Vec::new();
        for (column, slot) in table.columns.iter().zip(slots) {
            let cell = self.tree.element(row, Tag::ColumnHeader);
            let words = [Inline::text(column.heading.clone())];
            cells.push(vec![self.lines(&words, &style, cell, slot.width)]);
        }
        let mut piece = self.stacked(cells, slots, &style, Pt::ZERO);
        let rule = |top, height| Rule::across(frame.left, top, frame.width, height, Ink::BLACK);
        piece.rules.push(rule(Pt::ZERO, Pt(0.9)));
        piece.rules.push(rule(piece.height - Pt(0.6), Pt(0.6)));
        vec![piece]
    }

    /// Gives as many cells as there are columns, without losing a word.
    fn cells(&mut self, table: &Table, row: &Row, index: usize) -> Vec<Cell> {
        let columns = table.columns.len();
        let mut cells = row.0.clone();
        if cells.len() != columns {
            self.warnings.push(Warning::UnevenRow {
                caption: table.caption.clone(),
                row: index + 1,
            });
        }
        let extra = cells.split_off(columns.min(cells.len()));
        if let Some(last) = cells.last_mut() {
            last.0.extend(extra.into_iter().flat_map(|cell| cell.0));
        }
        cells.resize(columns, Cell(Vec::new()));
        cells
    }

    fn row(
        &mut self,
        cells: &[Cell],
        table: &Table,
        slots: &[Slot],
        body: ElementId,
    ) -> Vec<Paragraphs> {
        let row = self.tree.element(body, Tag::Row);
        let mut set = Vec::with_capacity(cells.len());
        for (index, (cell, slot)) in cells.iter().zip(slots).enumerate() {
            // A single row needs no name to be told from the others, and readers take one for a
            // heading broken over two lines.
            let names_row = table.row_headers && table.rows.len() > 1 && index == 0;
            let (tag, style) = if names_row {
                (Tag::RowHeader, self.stylesheet.table_head)
            } else {
                (Tag::Cell, self.stylesheet.table)
            };
            let element = self.tree.element(row, tag);
            let paragraphs: Vec<&Vec<Inline>> =
                cell.0.iter().filter(|words| !is_blank(words)).collect();
            let alone = paragraphs.len() == 1;
            let mut lines = Vec::with_capacity(paragraphs.len());
            for words in paragraphs {
                let parent = if alone {
                    element
                } else {
                    self.tree.element(element, Tag::Paragraph)
                };
                lines.push(self.lines(words, &style, parent, slot.width));
            }
            set.push(lines);
        }
        set
    }

    /// Makes one piece of a row, or a piece of each of its lines if no sheet can hold it.
    fn row_pieces(&self, cells: Vec<Paragraphs>, slots: &[Slot], room: Pt) -> Vec<Piece> {
        let style = self.stylesheet.table;
        let whole = self.stacked(cells.clone(), slots, &style, style.leading * 0.4);
        if whole.height <= room {
            return vec![whole];
        }
        // Paragraphs a whole line apart put the lines of all cells on one grid.
        let gridded = self.stacked(cells, slots, &style, style.leading);
        flow::parted(&gridded, style.leading, self.stylesheet.cell_pad)
    }

    /// Stands the cells of a row side by side.
    fn stacked(&self, cells: Vec<Paragraphs>, slots: &[Slot], style: &Style, gap: Pt) -> Piece {
        let pad = self.stylesheet.cell_pad;
        let mut piece = Piece::default();
        let mut tallest = style.leading;
        for (paragraphs, slot) in cells.into_iter().zip(slots) {
            let mut top = Pt::ZERO;
            for (index, lines) in paragraphs.into_iter().enumerate() {
                if index > 0 {
                    top += gap;
                }
                for line in lines {
                    let left = match slot.align {
                        Align::Start => slot.left,
                        Align::End => slot.left + slot.width - line.width,
                    };
                    let baseline = pad + top + style.baseline();
                    piece.lines.push(flow::placed(line, left, baseline));
                    top += style.leading;
                }
            }
            tallest = tallest.max(top);
        }
        piece.height = tallest + pad * 2.0;
        piece
    }
}

/// Draws the rule under a row.
fn rule_under(piece: Option<&mut Piece>, frame: Frame, last: bool) {
    let (height, ink) = if last {
        (Pt(0.6), Ink::BLACK)
    } else {
        (Pt(0.4), Ink::HAIRLINE)
    };
    if let Some(piece) = piece {
        let top = piece.height - height;
        let rule = Rule::across(frame.left, top, frame.width, height, ink);
        piece.rules.push(rule);
    }
}
