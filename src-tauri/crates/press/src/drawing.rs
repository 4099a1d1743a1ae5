//! A sheet to the operations that draw it, each stretch of words marked as what it is.

use std::collections::BTreeMap;

use printpdf::{
    Color, DictItem, Greyscale, LineCapStyle, LineDashPattern, LinePoint, Op, PaintMode, Point,
    Pt as PdfPt, Rect, Rgb, TextItem, TextMatrix, XObjectId, XObjectTransform,
};

use crate::embedding::Embedded;
use crate::fonts::Face;
use crate::measure::Pt;
use crate::overprint;
use crate::sheet::{Band, DOT_STEP, Line, Rule, Run, Sheet, Stroke};
use crate::stylesheet::Ink;
use crate::tags::ContentId;

/// What a stretch of operations is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stretch {
    Content(ContentId),
    Decoration(Band),
}

/// A sheet being drawn.
pub(crate) struct Drawing<'a> {
    ops: Vec<Op>,
    height: Pt,
    embedded: &'a Embedded,
    open: Option<Stretch>,
    contents: Vec<ContentId>,
    face: Option<(Face, f32)>,
    ink: Option<Ink>,
}

impl<'a> Drawing<'a> {
    pub(crate) fn new(height: Pt, embedded: &'a Embedded) -> Self {
        Self {
            ops: Vec::new(),
            height,
            embedded,
            open: None,
            contents: Vec::new(),
            face: None,
            ink: None,
        }
    }

    /// Gives the operations, and the words of each mark in order.
    pub(crate) fn finish(mut self) -> (Vec<Op>, Vec<ContentId>) {
        self.close();
        (self.ops, self.contents)
    }

    pub(crate) fn background(&mut self, sheet: &Sheet) {
        if sheet.overprint.is_none() {
            return;
        }
        self.ops.push(artifact(&[("Type", "Background")]));
        self.ops.push(Op::UseXobject {
            id: XObjectId(overprint::NAME.to_owned()),
            transform: XObjectTransform::default(),
        });
        self.ops.push(Op::EndMarkedContent);
    }

    pub(crate) fn rules(&mut self, rules: &[Rule]) {
        if rules.is_empty() {
            return;
        }
        self.ops.push(artifact(&[("Type", "Layout")]));
        for rule in rules {
            match rule.stroke {
                Stroke::Solid => self.solid(rule),
                Stroke::Dotted => self.dotted(rule),
            }
        }
        self.ops.push(Op::EndMarkedContent);
    }

    fn solid(&mut self, rule: &Rule) {
        self.ink(rule.ink);
        let bottom = self.height - rule.top - rule.height;
        let [x, y, width, height] =
            [rule.x, bottom, rule.width, rule.height].map(|length| rounded(PdfPt(length.0)));
        let mut rectangle = Rect::from_xywh(x, y, width, height);
        rectangle.mode = Some(PaintMode::Fill);
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn dotted(&mut self, rule: &Rule) {
        let y = rounded(PdfPt((self.height - rule.top - rule.height / 2.0).0));
        let point = |x: Pt| LinePoint {
            p: Point {
                x: rounded(PdfPt(x.0)),
                y,
            },
            bezier: false,
        };
        // Round ends on marks of no length are dots.
        self.ops.extend([
            Op::SaveGraphicsState,
            Op::SetOutlineColor {
                col: colour(rule.ink),
            },
            Op::SetOutlineThickness {
                pt: PdfPt(rule.height.0),
            },
            Op::SetLineCapStyle {
                cap: LineCapStyle::Round,
            },
            Op::SetLineDashPattern { dash: dots() },
            Op::DrawLine {
                line: printpdf::Line {
                    points: vec![point(rule.x), point(rule.x + rule.width)],
                    is_closed: false,
                },
            },
            Op::RestoreGraphicsState,
        ]);
    }

    pub(crate) fn run(&mut self, line: &Line, run: &Run) {
        if run.parts.is_empty() {
            return;
        }
        let stretch = match run.content {
            Some(content) => Stretch::Content(content),
            None => Stretch::Decoration(line.band),
        };
        if self.open != Some(stretch) {
            self.close();
            self.begin(stretch);
        }
        self.ink(run.ink);
        if self.face != Some((run.face, run.size.0)) {
            self.face = Some((run.face, run.size.0));
            self.ops.push(Op::SetFont {
                font: Embedded::handle(run.face),
                size: PdfPt(run.size.0),
            });
        }
        let baseline = self.height - line.baseline;
        self.ops.push(Op::SetTextMatrix {
            matrix: TextMatrix::Translate(rounded(PdfPt(run.x.0)), rounded(PdfPt(baseline.0))),
        });
        self.glyphs(run);
    }

    fn glyphs(&mut self, run: &Run) {
        let mut items = Vec::new();
        let mut rise = 0;
        for glyph in run.parts.iter().flat_map(|part| &part.glyphs) {
            if glyph.rise != rise {
                self.show(&mut items);
                rise = glyph.rise;
                self.rise(rise, run.size);
            }
            self.embedded.show(run.face, glyph, &mut items);
        }
        self.show(&mut items);
        if rise != 0 {
            self.rise(0, run.size);
        }
    }

    fn show(&mut self, items: &mut Vec<TextItem>) {
        let items = std::mem::take(items);
        if !items.is_empty() {
            self.ops.push(Op::ShowText { items });
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "far below 2^24")]
    fn rise(&mut self, thousandths: i32, size: Pt) {
        let multiplier = hundredths(size.0 * thousandths as f32 / 1000.0);
        self.ops.push(Op::SetLineOffset { multiplier });
    }

    fn begin(&mut self, stretch: Stretch) {
        self.open = Some(stretch);
        self.ops.push(match stretch {
            Stretch::Content(content) => {
                let mark = i64::try_from(self.contents.len()).unwrap_or(i64::MAX);
                self.contents.push(content);
                marked(
                    "Span",
                    BTreeMap::from([("MCID".to_owned(), DictItem::Int(mark))]),
                )
            }
            Stretch::Decoration(Band::Head) => {
                artifact(&[("Type", "Pagination"), ("Subtype", "Header")])
            }
            Stretch::Decoration(Band::Foot) => {
                artifact(&[("Type", "Pagination"), ("Subtype", "Footer")])
            }
            Stretch::Decoration(Band::Repeated) => artifact(&[("Type", "Pagination")]),
            Stretch::Decoration(Band::Body) => artifact(&[("Type", "Layout")]),
        });
        self.ops.push(Op::StartTextSection);
        self.face = None;
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.ops.push(Op::EndTextSection);
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn ink(&mut self, ink: Ink) {
        if self.ink == Some(ink) {
            return;
        }
        self.ink = Some(ink);
        self.ops.push(Op::SetFillColor { col: colour(ink) });
    }
}

fn colour(ink: Ink) -> Color {
    let share = |part: u8| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0;
    if ink.0 == ink.1 && ink.1 == ink.2 {
        Color::Greyscale(Greyscale::new(share(ink.0), None))
    } else {
        Color::Rgb(Rgb::new(share(ink.0), share(ink.1), share(ink.2), None))
    }
}

fn dots() -> LineDashPattern {
    LineDashPattern::new(0.0, &[0.0, DOT_STEP.0])
}

fn artifact(properties: &[(&str, &str)]) -> Op {
    let name = |(key, value): &(&str, &str)| {
        ((*key).to_owned(), DictItem::Name(value.as_bytes().to_vec()))
    };
    marked("Artifact", properties.iter().map(name).collect())
}

fn marked(tag: &str, map: BTreeMap<String, DictItem>) -> Op {
    Op::BeginMarkedContentWithProperties {
        tag: tag.to_owned(),
        properties: DictItem::Dict { map },
    }
}

fn rounded(length: PdfPt) -> PdfPt {
    PdfPt(hundredths(length.0))
}

/// Rounds to hundredths of a point, finer than any printer.
pub(crate) fn hundredths(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}
