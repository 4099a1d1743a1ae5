//! The words of a page in the order in which they are drawn, for whoever cannot see the picture.
//! Headers, footers and overprints are artifacts and are left out.

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, SoftMask, interpret_page,
};
use hayro::hayro_syntax::object::Dict;
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, BezPath, Rect};

/// The words of a page: a line break where the line on the page breaks.
pub(crate) fn words(page: &Page<'_>) -> String {
    let (width, height) = page.render_dimensions();
    let cache = InterpreterCache::new();
    let mut context = Context::new(
        Affine::IDENTITY,
        Rect::new(0.0, 0.0, f64::from(width), f64::from(height)),
        &cache,
        page.xref(),
        InterpreterSettings::default(),
    );
    let mut reader = Reader::default();
    interpret_page(page, &mut context, &mut reader);
    let lines: Vec<&str> = reader.said.lines().map(str::trim).collect();
    let written: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    written.join("\n")
}

#[derive(Default)]
struct Reader {
    said: String,
    /// How many artifacts the place in the page is inside of, and every mark opened since.
    marks: Vec<bool>,
    line: Option<f64>,
}

impl Reader {
    fn in_artifact(&self) -> bool {
        self.marks.iter().any(|artifact| *artifact)
    }
}

impl<'a> Device<'a> for Reader {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        if self.in_artifact() {
            return;
        }
        for glyph in run.glyphs() {
            let [.., y] = (props.transform * glyph.transform()).as_coeffs();
            if self.line.is_some_and(|line| (line - y).abs() > 3.0) {
                self.said.push('\n');
            }
            self.line = Some(y);
            match glyph.as_unicode() {
                Some(BfString::Char(character)) => self.said.push(character),
                Some(BfString::String(text)) => self.said.push_str(&text),
                None => {}
            }
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], _: Option<&Dict<'_>>) {
        self.marks.push(tag == b"Artifact");
    }

    /// Each mark is a paragraph or a cell of its own, though the next may stand on the same line.
    fn end_marked_content(&mut self) {
        let artifact = self.in_artifact();
        self.marks.pop();
        if !artifact {
            self.said.push('\n');
            self.line = None;
        }
    }
}
