//! The faces as they are embedded: cut to the glyphs in use and numbered anew.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{Codepoint, FontId, FontMetrics, ParsedFont, PdfFont, PdfFontHandle, TextItem};
use sha2::{Digest as _, Sha256};
use subsetter::GlyphRemapper;

use crate::error::Error;
use crate::fonts::{Face, Fonts, Typeface};
use crate::shaping::Glyph;
use crate::sheet::Sheet;

/// The faces in use.
pub(crate) struct Embedded {
    faces: BTreeMap<Face, EmbeddedFace>,
}

struct EmbeddedFace {
    /// From the face's own glyph numbers to those of the cut face.
    numbers: GlyphRemapper,
    /// Characters whose glyph can be written as the character.
    characters: BTreeMap<char, u16>,
    font: PdfFont,
}

impl Embedded {
    /// Cuts each face to the glyphs that the sheets use.
    pub(crate) fn of(sheets: &[Sheet], fonts: &Fonts) -> Result<Self, Error> {
        let used = used(sheets);
        let mut faces = BTreeMap::new();
        for face in Face::ALL {
            if let Some(glyphs) = used.get(&face) {
                faces.insert(face, cut(face, fonts.face(face), glyphs)?);
            }
        }
        Ok(Self { faces })
    }

    /// Gives the fonts by the names that pages know them by.
    pub(crate) fn fonts(&self) -> impl Iterator<Item = (FontId, PdfFont)> + '_ {
        let font = |(face, embedded): (&Face, &EmbeddedFace)| (id(*face), embedded.font.clone());
        self.faces.iter().map(font)
    }

    /// Gives the handle by which a page takes up a face.
    pub(crate) fn handle(face: Face) -> PdfFontHandle {
        PdfFontHandle::External(id(face))
    }

    /// Adds a glyph to what is shown, and what moves the pen from where the font would leave it.
    pub(crate) fn show(&self, face: Face, glyph: &Glyph, items: &mut Vec<TextItem>) {
        let Some(embedded) = self.faces.get(&face) else {
            return;
        };
        let number = embedded.numbers.get(glyph.id).unwrap_or_default();
        if glyph.shift != 0 {
            moved(-glyph.shift, items);
        }
        let alone = only(&glyph.text);
        match alone.filter(|c| embedded.characters.get(c) == Some(&number)) {
            Some(character) => match items.last_mut() {
                Some(TextItem::Text(text)) => text.push(character),
                Some(TextItem::Offset(_) | TextItem::GlyphIds(_)) | None => {
                    items.push(TextItem::Text(character.to_string()));
                }
            },
            None => items.push(TextItem::GlyphIds(vec![Codepoint::with_cid(
                number,
                0.0,
                glyph.text.clone(),
            )])),
        }
        let back = glyph.natural - glyph.advance + glyph.shift;
        if back != 0 {
            moved(back, items);
        }
    }
}

/// Moves the pen back by thousandths of an em.
#[expect(clippy::cast_precision_loss, reason = "far below 2^24")]
fn moved(back: i32, items: &mut Vec<TextItem>) {
    items.push(TextItem::Offset(back as f32));
}

fn only(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}

fn id(face: Face) -> FontId {
    let name = match face {
        Face::Regular => "Regular",
        Face::Italic => "Italic",
        Face::Bold => "Bold",
        Face::BoldItalic => "BoldItalic",
    };
    FontId(name.to_owned())
}

type Used = BTreeMap<Face, BTreeMap<u16, BTreeSet<String>>>;

fn used(sheets: &[Sheet]) -> Used {
    let mut used = Used::new();
    let lines = sheets.iter().flat_map(|sheet| &sheet.lines);
    for run in lines.flat_map(|line| &line.runs) {
        let glyphs = used.entry(run.face).or_default();
        for glyph in run.parts.iter().flat_map(|part| &part.glyphs) {
            let texts = glyphs.entry(glyph.id).or_default();
            if !texts.contains(&glyph.text) {
                texts.insert(glyph.text.clone());
            }
        }
    }
    used.retain(|_, glyphs| !glyphs.is_empty());
    used
}

fn cut(
    face: Face,
    typeface: &Typeface,
    glyphs: &BTreeMap<u16, BTreeSet<String>>,
) -> Result<EmbeddedFace, Error> {
    let mut numbers = GlyphRemapper::new();
    let mut characters = BTreeMap::new();
    let mut widths = BTreeMap::new();
    for (&glyph, texts) in glyphs {
        let number = numbers.remap(glyph);
        widths.insert(number, width(typeface, glyph));
        for character in texts.iter().filter_map(|text| only(text)) {
            characters.entry(character).or_insert(number);
        }
    }
    let bytes = subsetter::subset(typeface.bytes, 0, &numbers).map_err(|error| Error::Subset {
        face: face.name(),
        reason: error.to_string(),
    })?;
    let codes = characters
        .iter()
        .map(|(c, number)| (u32::from(*c), *number));
    let shaper = &typeface.shaper;
    let units = u16::try_from(shaper.units_per_em()).unwrap_or(1000);
    let metrics = FontMetrics {
        ascent: shaper.ascender(),
        descent: shaper.descender(),
    };
    let name = format!("{}+{}", tag(&bytes), face.name());
    let mut parsed = ParsedFont::with_glyph_data(
        bytes,
        0,
        Some(name),
        codes.collect(),
        widths,
        units,
        metrics,
    );
    let bounds = shaper.global_bounding_box();
    let descriptor = &mut parsed.pdf_font_metrics;
    (descriptor.x_min, descriptor.y_min) = (bounds.x_min, bounds.y_min);
    (descriptor.x_max, descriptor.y_max) = (bounds.x_max, bounds.y_max);
    descriptor.us_weight_class = shaper.weight().to_number();
    if let Some(angle) = Some(shaper.italic_angle()).filter(|angle| *angle != 0.0) {
        descriptor.caret_slope_rise = 1000;
        #[expect(clippy::cast_possible_truncation, reason = "a slant is a small angle")]
        let run = (-angle.to_radians().tan() * 1000.0) as i16;
        descriptor.caret_slope_run = run;
    }
    Ok(EmbeddedFace {
        numbers,
        characters,
        font: PdfFont::new(parsed),
    })
}

fn width(typeface: &Typeface, glyph: u16) -> u16 {
    let glyph = rustybuzz::ttf_parser::GlyphId(glyph);
    typeface.shaper.glyph_hor_advance(glyph).unwrap_or_default()
}

/// Gives the six letters that mark a cut face, the same for the same glyphs.
fn tag(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let letter = |byte: &u8| char::from(b'A' + byte % 26);
    digest.iter().take(6).map(letter).collect()
}
