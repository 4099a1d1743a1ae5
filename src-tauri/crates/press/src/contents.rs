//! The contents: headings with the pages they stand on, each a link.

use document::Inline;

use crate::composer::{Composer, Frame};
use crate::flow::{self, Piece};
use crate::line_breaking;
use crate::measure::Pt;
use crate::sheet::{DOT_STEP, Rule, Run, Stroke};
use crate::spans::Span;
use crate::stylesheet::Ink;
use crate::tags::{ElementId, Tag, Target};

/// What the page is called.
const CONTENTS: &str = "Contents";

/// How wide a dot of a leader is.
const DOT: Pt = Pt(0.9);

/// A heading as it stands in the contents.
struct Entry {
    heading: usize,
    /// How deep it stands, from 0.
    depth: u8,
    title: bool,
    text: String,
}

impl Composer<'_, '_> {
    /// Sets the contents, without page numbers: they are put in once pages are known.
    pub(crate) fn contents(&mut self, frame: Frame) {
        let entries = self.entries();
        if entries.is_empty() {
            return;
        }
        let style = self.stylesheet.heading(1);
        let tag = Tag::Heading(self.headings.above + 1);
        let heading = self.tree.element(frame.parent, tag);
        let lines = self.lines(&[Inline::text(CONTENTS)], &style, heading, frame.width);
        let mut pieces = flow::pieces(lines, &style, frame.left);
        flow::keep_together(&mut pieces, true);
        self.push(pieces, self.stylesheet.gap * 3.4);

        let mut open: Vec<ElementId> = vec![self.tree.element(frame.parent, Tag::Contents)];
        let count = entries.len();
        for (index, entry) in entries.iter().enumerate() {
            open.truncate(usize::from(entry.depth) + 1);
            while open.len() <= usize::from(entry.depth) {
                let parent = open.last().copied().unwrap_or(frame.parent);
                open.push(self.tree.element(parent, Tag::Contents));
            }
            let parent = open.last().copied().unwrap_or(frame.parent);
            let mut pieces = self.entry(entry, parent, frame);
            let keep = index == 0 || index + 2 == count;
            flow::keep_together(&mut pieces, keep && count > 1);
            let before = match (entry.depth, index) {
                (_, 0) => self.stylesheet.gap,
                (0, _) => self.stylesheet.item_gap * 1.6,
                (_, _) => self.stylesheet.item_gap * 0.5,
            };
            self.push(pieces, before);
        }
    }

    fn entries(&self) -> Vec<Entry> {
        let titles = self.headings.many_titles;
        let lowest = if titles { 1 } else { self.headings.above + 1 };
        let deepest = self.headings.above + self.stylesheet.contents_depth;
        let listed = |level: u8| level >= lowest && level <= deepest;
        let headings = self.headings.all.iter().enumerate();
        headings
            .filter(|(_, heading)| listed(heading.level))
            .map(|(number, heading)| Entry {
                heading: number,
                depth: heading.level - lowest,
                title: heading.title,
                text: heading.text.clone(),
            })
            .collect()
    }

    fn entry(&mut self, entry: &Entry, parent: ElementId, frame: Frame) -> Vec<Piece> {
        let mut style = self.stylesheet.body;
        if entry.title {
            style.face = style.face.strong();
        }
        style.hyphenate = false;
        let indent = self.stylesheet.indent * f32::from(entry.depth);
        let numbers = self.width_of("0000", &style);
        let right = frame.left + frame.width;

        let item = self.tree.element(parent, Tag::ContentsItem);
        let reference = self.tree.element(item, Tag::Reference);
        let element = self.tree.element(reference, Tag::Link);
        let content = self.tree.content(element);
        let target = Target::Heading(entry.heading);
        let link = self.tree.link(element, target, entry.text.clone());
        let span = Span {
            text: self.shaper.substituted(style.face, &entry.text) + " ",
            face: style.face,
            ink: style.ink,
            content: Some(content),
            link: Some(link),
            english: false,
        };
        let width = frame.width - indent - numbers * 1.5;
        let mut lines = line_breaking::fill(&[span], &style, width, &mut self.shaper);
        let mut end = Pt::ZERO;
        if let Some(last) = lines.last_mut() {
            end = frame.left + indent + last.width;
            let run = Run {
                x: right - frame.left - indent,
                width: Pt::ZERO,
                face: style.face,
                size: style.size,
                ink: style.ink,
                parts: Vec::new(),
                content: Some(content),
                link: Some(link),
                page_of: Some(entry.heading),
            };
            last.runs.push(run);
        }
        let mut pieces = flow::pieces(lines, &style, frame.left + indent);
        if let Some(last) = pieces.last_mut() {
            last.rules
                .extend(leader(end + Pt(6.0), right - numbers, style.baseline()));
        }
        pieces
    }
}

/// Gives dots from the end of an entry to its page number, in step with the dots of other entries.
fn leader(from: Pt, until: Pt, baseline: Pt) -> Option<Rule> {
    let steps = ((until - from).0 / DOT_STEP.0).floor();
    (steps > 1.0).then(|| Rule {
        x: until - DOT_STEP * steps,
        top: baseline - DOT,
        width: DOT_STEP * steps,
        height: DOT,
        ink: Ink::QUIET,
        stroke: Stroke::Dotted,
    })
}
