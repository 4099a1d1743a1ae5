//! Blocks to pieces, growing the tree of tags in reading order.

use document::{Block, Inline, NoteTone};

use crate::flow::{self, Bar, Flow, Piece};
use crate::headings::Headings;
use crate::line_breaking::{self, Filled};
use crate::measure::Pt;
use crate::shaping::Shaper;
use crate::sheet::Rule;
use crate::spans;
use crate::stylesheet::{Ink, Style, Stylesheet};
use crate::tags::{ElementId, Tag, Tree};
use crate::warning::Warning;
use crate::words;

/// The narrowest that blocks inside blocks become.
const NARROWEST: Pt = Pt(120.0);

/// Where a block is set, and what it belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Frame {
    pub(crate) left: Pt,
    pub(crate) width: Pt,
    pub(crate) parent: ElementId,
    /// How many lists stand around it.
    pub(crate) depth: usize,
}

impl Frame {
    /// Gives the frame standing in, while there is room to stand in.
    pub(crate) fn indented(self, by: Pt, parent: ElementId) -> Self {
        let by = by.min((self.width - NARROWEST).max(Pt::ZERO));
        Self {
            left: self.left + by,
            width: self.width - by,
            parent,
            depth: self.depth,
        }
    }
}

/// Sets blocks one after the other.
pub(crate) struct Composer<'a, 'f> {
    pub(crate) stylesheet: &'a Stylesheet,
    pub(crate) shaper: Shaper<'f>,
    pub(crate) tree: Tree,
    pub(crate) flow: Flow,
    pub(crate) headings: Headings,
    pub(crate) warnings: Vec<Warning>,
    next_heading: usize,
    new_page: bool,
    /// How many pieces there were after the last signature.
    signed: usize,
}

impl<'a, 'f> Composer<'a, 'f> {
    pub(crate) fn new(stylesheet: &'a Stylesheet, shaper: Shaper<'f>, headings: Headings) -> Self {
        Self {
            stylesheet,
            shaper,
            tree: Tree::new(),
            flow: Flow::default(),
            headings,
            warnings: Vec::new(),
            next_heading: 0,
            new_page: false,
            signed: 0,
        }
    }

    /// Gives the frame between the margins.
    pub(crate) fn frame(&self) -> Frame {
        Frame {
            left: self.stylesheet.margin_side,
            width: self.stylesheet.measure(),
            parent: Tree::ROOT,
            depth: 0,
        }
    }

    /// Sets a block.
    pub(crate) fn block(&mut self, block: &Block, frame: Frame) {
        match block {
            Block::Title { text, sub } => self.title(text, sub.as_deref(), frame),
            Block::Heading { level, text } => self.heading(*level, text, frame),
            Block::Paragraph(inlines) => {
                let style = self.stylesheet.body;
                self.paragraph(inlines, Tag::Paragraph, &style, frame);
            }
            Block::List { ordered, items } => self.list(*ordered, items, frame),
            Block::Quotation(blocks) => self.quotation(blocks, frame),
            Block::Table(table) => self.table(table, frame),
            Block::KeyValues(pairs) => self.key_values(pairs, frame),
            Block::Note { tone, blocks } => self.note(*tone, blocks, frame),
            Block::Signature(signature) => {
                self.hold_for_signature();
                self.signature(signature, frame);
                self.signed = self.flow.pieces.len();
            }
            Block::PageBreak => self.page_break(),
        }
    }

    /// Makes the next piece start a sheet.
    pub(crate) fn page_break(&mut self) {
        self.new_page = !self.flow.pieces.is_empty();
    }

    /// Adds pieces after what has been set, the first of them `before` below it.
    pub(crate) fn push(&mut self, mut pieces: Vec<Piece>, before: Pt) {
        if let Some(first) = pieces.first_mut() {
            first.before = before;
            first.new_page = std::mem::take(&mut self.new_page);
        }
        self.flow.pieces.append(&mut pieces);
    }

    /// Breaks inline words under `parent` into lines.
    pub(crate) fn lines(
        &mut self,
        inlines: &[Inline],
        style: &Style,
        parent: ElementId,
        width: Pt,
    ) -> Vec<Filled> {
        let spans = spans::spans(inlines, style, parent, &mut self.tree, &mut self.shaper);
        line_breaking::fill(&spans, style, width, &mut self.shaper)
    }

    /// Gives how wide words are on one line.
    pub(crate) fn width_of(&mut self, words: &str, style: &Style) -> Pt {
        let spans = spans::decoration(words, style, &self.shaper);
        let (_, width) = words::widths(&spans, style, &mut self.shaper);
        width
    }

    /// Sets one paragraph as an element of its own.
    pub(crate) fn paragraph(&mut self, inlines: &[Inline], tag: Tag, style: &Style, frame: Frame) {
        if is_blank(inlines) {
            return;
        }
        let element = self.tree.element(frame.parent, tag);
        let lines = self.lines(inlines, style, element, frame.width);
        let pieces = flow::pieces(lines, style, frame.left);
        self.push(pieces, self.stylesheet.gap);
    }

    fn title(&mut self, text: &str, sub: Option<&str>, frame: Frame) {
        if self.next_heading > 0 {
            self.page_break();
        }
        let style = self.stylesheet.title;
        let element = self.tree.element(frame.parent, Tag::Heading(1));
        let lines = self.lines(&[Inline::text(text)], &style, element, frame.width);
        let mut pieces = flow::pieces(lines, &style, frame.left);
        self.mark_heading(&mut pieces);
        if let Some(sub) = sub.filter(|sub| !sub.trim().is_empty()) {
            let style = self.stylesheet.subtitle;
            let element = self.tree.element(frame.parent, Tag::Paragraph);
            let lines = self.lines(&[Inline::text(sub)], &style, element, frame.width);
            let mut below = flow::pieces(lines, &style, frame.left);
            if let Some(first) = below.first_mut() {
                first.before = Pt(2.0);
            }
            pieces.append(&mut below);
        }
        pieces.push(ruled(frame, Pt(1.6), Ink::ACCENT, Pt(6.0)));
        flow::keep_together(&mut pieces, true);
        self.push(pieces, Pt::ZERO);
    }

    fn heading(&mut self, level: u8, text: &str, frame: Frame) {
        let tagged = self.headings.all.get(self.next_heading);
        let tagged = tagged.map_or(level, |heading| heading.level);
        let level = tagged.saturating_sub(self.headings.above);
        let style = self.stylesheet.heading(level);
        let tag = Tag::Heading(tagged);
        let element = self.tree.element(frame.parent, tag);
        let lines = self.lines(&[Inline::text(text)], &style, element, frame.width);
        let mut pieces = flow::pieces(lines, &style, frame.left);
        self.mark_heading(&mut pieces);
        if level <= 1 {
            pieces.push(ruled(frame, Pt(0.6), Ink::ACCENT, Pt(2.0)));
        }
        flow::keep_together(&mut pieces, true);
        let gap = self.stylesheet.gap;
        let before = match level {
            0 | 1 => gap * 2.9,
            2 => gap * 2.2,
            _ => gap * 1.6,
        };
        self.push(pieces, before);
    }

    /// Keeps what stands before a signature with it: nobody signs a page that says nothing.
    fn hold_for_signature(&mut self) {
        if self.flow.pieces.len() != self.signed
            && let Some(before) = self.flow.pieces.last_mut()
        {
            before.keep_with_next = true;
        }
    }

    fn mark_heading(&mut self, pieces: &mut [Piece]) {
        if let Some(first) = pieces.first_mut() {
            first.heading = Some(self.next_heading);
        }
        self.next_heading += 1;
    }

    fn quotation(&mut self, blocks: &[Block], frame: Frame) {
        if blocks.is_empty() {
            return;
        }
        let element = self.tree.element(frame.parent, Tag::Quotation);
        let inner = frame.indented(self.stylesheet.indent, element);
        let start = self.flow.pieces.len();
        for block in blocks {
            self.block(block, inner);
        }
        self.bar(start, frame.left + Pt(4.0), Pt(1.5), Ink::HAIRLINE);
    }

    fn note(&mut self, tone: NoteTone, blocks: &[Block], frame: Frame) {
        if blocks.is_empty() {
            return;
        }
        let element = self.tree.element(frame.parent, Tag::Section);
        let inner = frame.indented(self.stylesheet.indent, element);
        let (word, ink, width) = match tone {
            NoteTone::Plain => ("For information", Ink::QUIET, Pt(1.5)),
            NoteTone::Warning => ("Note", Ink::ACCENT, Pt(3.0)),
        };
        let start = self.flow.pieces.len();
        let style = self.stylesheet.label;
        self.paragraph(&[Inline::text(word)], Tag::Paragraph, &style, inner);
        if let Some(piece) = self.flow.pieces.get_mut(start) {
            piece.keep_with_next = true;
            piece.before = self.stylesheet.gap * 1.3;
        }
        for block in blocks {
            self.block(block, inner);
        }
        if let Some(piece) = self.flow.pieces.get_mut(start + 1) {
            piece.before = Pt(2.0);
        }
        self.bar(start, frame.left + Pt(3.0), width, ink);
    }

    fn bar(&mut self, start: usize, x: Pt, width: Pt, ink: Ink) {
        for (index, piece) in self.flow.pieces.iter_mut().skip(start).enumerate() {
            piece.bars.push(Bar {
                x,
                width,
                ink,
                joined: index > 0,
            });
        }
    }
}

/// Whether inline words print nothing.
pub(crate) fn is_blank(inlines: &[Inline]) -> bool {
    inlines.iter().all(|inline| match inline {
        Inline::Text(text) | Inline::Foreign { text, .. } | Inline::Link { text, .. } => {
            text.trim().is_empty()
        }
        Inline::Strong(inner) | Inline::Emphasis(inner) => is_blank(inner),
        Inline::Break => true,
    })
}

/// A piece that is nothing but a rule across the frame, `above` below what stands before it.
fn ruled(frame: Frame, thickness: Pt, ink: Ink, above: Pt) -> Piece {
    Piece {
        height: above + thickness,
        rules: vec![Rule::across(frame.left, above, frame.width, thickness, ink)],
        ..Piece::default()
    }
}
