//! Facts as pairs of a name and a value, in two columns.
//!
//! They are tagged as a table whose rows are named by their first cell, which readers announce
//! together with the value.

use document::Inline;

use crate::composer::{Composer, Frame};
use crate::flow::{self, Piece};
use crate::measure::Pt;
use crate::sheet::Rule;
use crate::stylesheet::Ink;
use crate::tags::{ElementId, Tag};

/// The widest share of the frame that names may take.
const NAMES: f32 = 0.36;

impl Composer<'_, '_> {
    pub(crate) fn key_values(&mut self, pairs: &[(String, Vec<Inline>)], frame: Frame) {
        if pairs.is_empty() {
            return;
        }
        let table = self.tree.element(frame.parent, Tag::Table);
        let body = self.tree.element(table, Tag::TableBody);
        let names = self.names_width(pairs, frame);
        let count = pairs.len();
        let mut pieces = Vec::with_capacity(count);
        for (index, (name, value)) in pairs.iter().enumerate() {
            let pair = self.pair(name, value, names, body, frame);
            let mut parts = self.whole_or_parted(pair, self.stylesheet.body.leading);
            if let Some(piece) = parts.last_mut().filter(|_| index + 1 < count) {
                piece.keep_with_next = index == 0 || index + 2 == count;
                let (top, width) = (piece.height, frame.width);
                let rule = Rule::across(frame.left, top, width, Pt(0.4), Ink::HAIRLINE);
                piece.rules.push(rule);
            }
            pieces.append(&mut parts);
        }
        self.push(pieces, self.stylesheet.gap);
    }

    fn whole_or_parted(&self, pair: Piece, leading: Pt) -> Vec<Piece> {
        if pair.height <= self.stylesheet.body_height() {
            vec![pair]
        } else {
            flow::parted(&pair, leading, self.stylesheet.cell_pad)
        }
    }

    fn names_width(&mut self, pairs: &[(String, Vec<Inline>)], frame: Frame) -> Pt {
        let mut widest = Pt::ZERO;
        for (name, _) in pairs {
            widest = widest.max(self.width_of(name, &self.stylesheet.label));
        }
        (widest + Pt(0.1)).min(frame.width * NAMES)
    }

    fn pair(
        &mut self,
        name: &str,
        value: &[Inline],
        names: Pt,
        body: ElementId,
        frame: Frame,
    ) -> Piece {
        let row = self.tree.element(body, Tag::Row);
        let header = self.tree.element(row, Tag::RowHeader);
        let style = self.stylesheet.label;
        let name = self.lines(&[Inline::text(name)], &style, header, names);
        let cell = self.tree.element(row, Tag::Cell);
        let body_style = self.stylesheet.body;
        let left = frame.left + names + self.stylesheet.gutter;
        let width = frame.width - names - self.stylesheet.gutter;
        let value = self.lines(value, &body_style, cell, width);
        let rows = name.len().max(value.len()).max(1);
        let pad = self.stylesheet.cell_pad;
        let mut piece = Piece::default();
        // Names and values share their lines of writing, whatever their sizes.
        let mut top = pad + body_style.baseline();
        for line in name {
            piece.lines.push(flow::placed(line, frame.left, top));
            top += body_style.leading;
        }
        top = pad + body_style.baseline();
        for line in value {
            piece.lines.push(flow::placed(line, left, top));
            top += body_style.leading;
        }
        piece.height = (0..rows).fold(pad * 2.0, |height, _| height + body_style.leading);
        piece
    }
}
