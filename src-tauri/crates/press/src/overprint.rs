//! Words printed across each sheet, behind its text.
//!
//! They are drawn as shapes, once for the whole document, so that they do not come between the
//! words of the text when it is copied, searched or read aloud.

use std::fmt::Write as _;

use lopdf::{Dictionary, Object, Stream, dictionary};
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};

use crate::fonts::Fonts;
use crate::measure::Pt;
use crate::shaping::Shaper;
use crate::stylesheet::Stylesheet;

/// The name by which pages know the shapes.
pub(crate) const NAME: &str = "Overprint";

/// How much of the sheet's diagonal the words may take.
const SHARE: f32 = 0.8;

/// Draws words along the diagonal of a sheet.
pub(crate) fn shapes(words: &str, stylesheet: &Stylesheet, fonts: &Fonts) -> Stream {
    let (width, height) = (stylesheet.width.0, stylesheet.height.0);
    let style = stylesheet.overprint;
    let mut shaper = Shaper::new(fonts);
    let words = shaper.substituted(style.face, words);
    let line = shaper.shape(style.face, &words);
    let diagonal = width.hypot(height);
    let natural = line.width(style.size).0.max(1.0);
    let size = style.size.0 * (diagonal * SHARE / natural).min(1.0);
    let length = line.width(Pt(size)).0;

    let face = &fonts.face(style.face).shaper;
    let scale = size / 1000.0;
    let angle = height.atan2(width);
    let (sin, cos) = angle.sin_cos();
    let capital = f32::from(face.capital_height().unwrap_or(700)) * scale;
    let mut outline = Outline {
        operations: String::new(),
        last: (0.0, 0.0),
        along: (scale * cos, scale * sin),
        up: (-scale * sin, scale * cos),
        origin: (
            width / 2.0 - length / 2.0 * cos + capital / 2.0 * sin,
            height / 2.0 - length / 2.0 * sin - capital / 2.0 * cos,
        ),
    };
    let grey = f32::from(style.ink.0) / 255.0;
    // Writing to a string cannot fail.
    let _ = writeln!(outline.operations, "{grey:.3} g");
    for glyph in &line.glyphs {
        face.outline_glyph(GlyphId(glyph.id), &mut outline);
        #[expect(clippy::cast_precision_loss, reason = "far below 2^24")]
        let step = glyph.advance as f32 * scale;
        outline.origin.0 += step * cos;
        outline.origin.1 += step * sin;
    }
    outline.operations.push_str("f\n");
    let form: Dictionary = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "FormType" => 1,
        "BBox" => vec![0.into(), 0.into(), Object::Real(width.ceil()), Object::Real(height.ceil())],
        "Resources" => Dictionary::new(),
    };
    Stream::new(form, outline.operations.into_bytes())
}

struct Outline {
    operations: String,
    last: (f32, f32),
    /// Where a unit of the font leads, along the words and up from them.
    along: (f32, f32),
    up: (f32, f32),
    origin: (f32, f32),
}

impl Outline {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        let (along, up) = (self.along, self.up);
        (
            self.origin.0 + along.0 * x + up.0 * y,
            self.origin.1 + along.1 * x + up.1 * y,
        )
    }

    fn write(&mut self, points: &[(f32, f32)], operator: &str) {
        for (x, y) in points {
            let _ = write!(self.operations, "{x:.1} {y:.1} ");
        }
        self.operations.push_str(operator);
        self.operations.push('\n');
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.last = self.at(x, y);
        self.write(&[self.last], "m");
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.last = self.at(x, y);
        self.write(&[self.last], "l");
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (from, bend, to) = (self.last, self.at(x1, y1), self.at(x, y));
        let third = |a: (f32, f32)| {
            (
                a.0 + (bend.0 - a.0) * 2.0 / 3.0,
                a.1 + (bend.1 - a.1) * 2.0 / 3.0,
            )
        };
        self.last = to;
        self.write(&[third(from), third(to), to], "c");
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let points = [self.at(x1, y1), self.at(x2, y2), self.at(x, y)];
        self.last = self.at(x, y);
        self.write(&points, "c");
    }

    fn close(&mut self) {
        self.operations.push_str("h\n");
    }
}
