//! Where a person signs: one piece, never parted.

use document::{Inline, SignatureBlock};

use crate::composer::{Composer, Frame};
use crate::flow::{self, Piece};
use crate::line_breaking::Filled;
use crate::measure::{Mm, Pt};
use crate::sheet::Rule;
use crate::stylesheet::{Ink, Style};
use crate::tags::{ElementId, Tag};

const SIGNED: &str = "Signed:";
const NAME: &str = "Name:";
const DATE: &str = "Date:";

impl Composer<'_, '_> {
    pub(crate) fn signature(&mut self, signature: &SignatureBlock, frame: Frame) {
        let labels = [SIGNED, NAME, DATE].map(|label| self.width_of(label, &self.stylesheet.label));
        let mut signing = Signing {
            piece: Piece::default(),
            section: self.tree.element(frame.parent, Tag::Section),
            frame,
            labels: labels.into_iter().fold(Pt::ZERO, Pt::max) + self.stylesheet.gutter,
        };
        signing.capacity(self, &signature.capacity);
        signing.piece.height += self.stylesheet.signing_space;
        signing.blank(self, SIGNED);
        signing.piece.height += Pt(4.0);
        signing.words(self, NAME, &signature.name);
        for line in &signature.lines {
            signing.words(self, "", line);
        }
        signing.piece.height += Pt(4.0);
        if let Some(date) = &signature.date {
            signing.words(self, DATE, date);
        } else {
            signing.piece.height += self.stylesheet.signing_space * 0.3;
            signing.blank(self, DATE);
        }
        self.push(vec![signing.piece], self.stylesheet.gap * 3.0);
    }
}

/// A signature block being set, line by line.
struct Signing {
    piece: Piece,
    section: ElementId,
    frame: Frame,
    /// The width of the labels and the space after them.
    labels: Pt,
}

impl Signing {
    fn capacity(&mut self, composer: &mut Composer, capacity: &str) {
        let style = composer.stylesheet.body;
        let element = composer.tree.element(self.section, Tag::Paragraph);
        let said = [Inline::strong(capacity)];
        let lines = composer.lines(&said, &style, element, self.frame.width);
        self.place(lines, self.frame.left, &style);
    }

    /// Adds words after a label.
    fn words(&mut self, composer: &mut Composer, label: &str, words: &str) {
        let style = composer.stylesheet.body;
        let element = composer.tree.element(self.section, Tag::Paragraph);
        self.label(composer, label, element);
        let width = self.frame.width - self.labels;
        let lines = composer.lines(&[Inline::text(words)], &style, element, width);
        self.place(lines, self.frame.left + self.labels, &style);
    }

    /// Adds a label and a rule to write on.
    fn blank(&mut self, composer: &mut Composer, label: &str) {
        let style = composer.stylesheet.body;
        let element = composer.tree.element(self.section, Tag::Paragraph);
        self.label(composer, label, element);
        let left = self.frame.left + self.labels;
        let top = self.piece.height + style.baseline() + Pt(2.0);
        let width = Pt::from(Mm(82.0)).min(self.frame.width - self.labels);
        let rule = Rule::across(left, top, width, Pt(0.6), Ink::BLACK);
        self.piece.rules.push(rule);
        self.piece.height += style.leading;
    }

    fn label(&mut self, composer: &mut Composer, label: &str, element: ElementId) {
        if label.is_empty() {
            return;
        }
        let said = [Inline::Text(format!("{label} "))];
        let lines = composer.lines(&said, &composer.stylesheet.label, element, self.frame.width);
        let baseline = composer.stylesheet.body.baseline();
        let place = |line| flow::placed(line, self.frame.left, self.piece.height + baseline);
        let lines: Vec<_> = lines.into_iter().map(place).collect();
        self.piece.lines.extend(lines);
    }

    fn place(&mut self, lines: Vec<Filled>, left: Pt, style: &Style) {
        for line in lines {
            let baseline = self.piece.height + style.baseline();
            self.piece.lines.push(flow::placed(line, left, baseline));
            self.piece.height += style.leading;
        }
    }
}
