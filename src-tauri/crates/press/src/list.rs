//! Lists: a label before the first line of each item.

use document::{Block, Inline};

use crate::composer::{Composer, Frame};
use crate::flow;
use crate::line_breaking::Filled;
use crate::measure::Pt;
use crate::sheet::Run;
use crate::tags::Tag;

impl Composer<'_, '_> {
    pub(crate) fn list(&mut self, ordered: bool, items: &[Vec<Block>], frame: Frame) {
        if items.is_empty() {
            return;
        }
        let list = self.tree.element(frame.parent, Tag::List { ordered });
        let indent = self.stylesheet.indent + Pt(if items.len() > 99 { 8.0 } else { 0.0 });
        for (index, blocks) in items.iter().enumerate() {
            let item = self.tree.element(list, Tag::Item);
            let label = self.tree.element(item, Tag::Label);
            let mark = match (ordered, frame.depth % 2) {
                (true, _) => format!("{}.", index + 1),
                (false, 0) => "\u{2022}".to_owned(),
                (false, _) => "\u{2013}".to_owned(),
            };
            let style = self.stylesheet.body;
            let label = self.lines(&[Inline::text(mark + " ")], &style, label, indent * 2.0);
            let body = self.tree.element(item, Tag::ItemBody);
            let mut inner = frame.indented(indent, body);
            inner.depth += 1;
            let start = self.flow.pieces.len();
            for block in blocks {
                self.block(block, inner);
            }
            let before = if index == 0 {
                self.stylesheet.gap * 0.7
            } else {
                self.stylesheet.item_gap
            };
            self.label(start, label, before, frame);
        }
    }

    /// Puts a label before the first line set since `start`.
    fn label(&mut self, start: usize, label: Vec<Filled>, before: Pt, frame: Frame) {
        let style = self.stylesheet.body;
        if self.flow.pieces.len() == start {
            self.push(flow::pieces(label, &style, frame.left), before);
            return;
        }
        let runs: Vec<Run> = label.into_iter().flat_map(|line| line.runs).collect();
        let Some(piece) = self.flow.pieces.get_mut(start) else {
            return;
        };
        piece.before = before;
        let baseline = piece.lines.first().map_or(style.baseline(), |l| l.baseline);
        let filled = Filled {
            runs,
            width: Pt::ZERO,
        };
        piece
            .lines
            .insert(0, flow::placed(filled, frame.left, baseline));
    }
}
