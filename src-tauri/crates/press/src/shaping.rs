//! Words to glyphs. Each word is shaped once for each face and kept.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rustybuzz::{Direction, Feature, Script, ShapePlan, UnicodeBuffer, script, ttf_parser::Tag};
use unicode_normalization::UnicodeNormalization as _;

use crate::characters::{around, can_print, visible};
use crate::fonts::{Face, Fonts, Typeface};
use crate::measure::Pt;
use crate::warning::Warning;

/// What is printed where the fonts have no glyph.
const REPLACEMENT: char = '\u{FFFD}';

/// A soft hyphen: printed as a hyphen, read as a word that goes on.
const SOFT_HYPHEN: char = '\u{AD}';

/// A glyph, its place and the text it stands for. Lengths are thousandths of an em.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    /// How far the pen moves.
    pub(crate) advance: i32,
    /// How far the pen would move if the font alone decided.
    pub(crate) natural: i32,
    /// How far the glyph stands to the right of the pen.
    pub(crate) shift: i32,
    /// How far the glyph stands above the line.
    pub(crate) rise: i32,
    /// What it says, for copying and reading aloud.
    pub(crate) text: String,
}

/// A shaped word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shaped {
    pub(crate) glyphs: Vec<Glyph>,
    advance: i32,
}

impl Shaped {
    /// Gives how wide the word is at a size.
    pub(crate) fn width(&self, size: Pt) -> Pt {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a word is far shorter than 2^24 units"
        )]
        let ems = self.advance as f32 / 1000.0;
        size * ems
    }

    /// Gives the text the word stands for.
    pub(crate) fn text(&self) -> String {
        self.glyphs
            .iter()
            .map(|glyph| glyph.text.as_str())
            .collect()
    }
}

/// Shapes words and remembers them, and the characters it could not print.
pub(crate) struct Shaper<'f> {
    fonts: &'f Fonts,
    words: BTreeMap<Face, HashMap<String, Arc<Shaped>>>,
    plans: HashMap<(Face, Script), ShapePlan>,
    missing: BTreeMap<char, (u32, String)>,
}

impl<'f> Shaper<'f> {
    pub(crate) fn new(fonts: &'f Fonts) -> Self {
        Self {
            fonts,
            words: BTreeMap::new(),
            plans: HashMap::new(),
            missing: BTreeMap::new(),
        }
    }

    /// Gives text as it can be printed in a face: composed, without invisible characters, each
    /// character without a glyph replaced by U+FFFD and noted.
    pub(crate) fn printable(&mut self, face: Face, text: &str) -> String {
        let typeface = self.fonts.face(face);
        let composed: String = text.nfc().filter_map(visible).collect();
        for (at, character) in composed.char_indices() {
            if !can_print(typeface, character) {
                let note = self
                    .missing
                    .entry(character)
                    .or_insert_with(|| (0, around(&composed, at)));
                note.0 += 1;
            }
        }
        self.substituted(face, &composed)
    }

    /// Gives text as it can be printed in a face, without a note of what cannot.
    pub(crate) fn substituted(&self, face: Face, text: &str) -> String {
        let typeface = self.fonts.face(face);
        let print = |c| {
            if can_print(typeface, c) {
                c
            } else {
                REPLACEMENT
            }
        };
        text.nfc().filter_map(visible).map(print).collect()
    }

    /// Shapes text that is printable and on one line.
    pub(crate) fn shape(&mut self, face: Face, text: &str) -> Arc<Shaped> {
        if let Some(shaped) = self.words.get(&face).and_then(|words| words.get(text)) {
            return Arc::clone(shaped);
        }
        let shaped = Arc::new(self.shape_anew(face, text));
        self.words
            .entry(face)
            .or_default()
            .insert(text.to_owned(), Arc::clone(&shaped));
        shaped
    }

    /// Gives the hyphen printed where a word goes on in the next line.
    pub(crate) fn soft_hyphen(&self, face: Face) -> Arc<Shaped> {
        let typeface = self.fonts.face(face);
        let id = typeface.glyph(SOFT_HYPHEN).unwrap_or_default();
        let advance = typeface.advance(id);
        Arc::new(Shaped {
            glyphs: vec![Glyph {
                id,
                advance,
                natural: advance,
                shift: 0,
                rise: 0,
                text: SOFT_HYPHEN.to_string(),
            }],
            advance,
        })
    }

    /// Gives a warning for each character that could not be printed.
    pub(crate) fn warnings(&self) -> Vec<Warning> {
        let warning =
            |(character, (times, context)): (&char, &(u32, String))| Warning::MissingGlyph {
                character: *character,
                context: context.clone(),
                times: *times,
            };
        self.missing.iter().map(warning).collect()
    }

    fn shape_anew(&mut self, face: Face, text: &str) -> Shaped {
        let typeface = self.fonts.face(face);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let script = buffer.script();
        let plan = self.plans.entry((face, script)).or_insert_with(|| {
            ShapePlan::new(
                &typeface.shaper,
                Direction::LeftToRight,
                (script != script::UNKNOWN).then_some(script),
                None,
                &[no(*b"liga"), no(*b"clig")],
            )
        });
        let shaped = rustybuzz::shape_with_plan(&typeface.shaper, plan, buffer);
        gather(typeface, text, &shaped)
    }
}

/// Ligatures are left out: one glyph, one letter, so that text is copied and searched as typed.
fn no(feature: [u8; 4]) -> Feature {
    Feature::new(Tag::from_bytes(&feature), 0, ..)
}

fn gather(typeface: &Typeface, text: &str, shaped: &rustybuzz::GlyphBuffer) -> Shaped {
    let clusters: Vec<usize> = shaped
        .glyph_infos()
        .iter()
        .map(|info| info.cluster as usize)
        .collect();
    let mut glyphs = Vec::with_capacity(clusters.len());
    for (index, (info, place)) in shaped
        .glyph_infos()
        .iter()
        .zip(shaped.glyph_positions())
        .enumerate()
    {
        let id = u16::try_from(info.glyph_id).unwrap_or_default();
        glyphs.push(Glyph {
            id,
            advance: typeface.thousandths(place.x_advance),
            natural: typeface.advance(id),
            shift: typeface.thousandths(place.x_offset),
            rise: typeface.thousandths(place.y_offset),
            text: spoken(text, &clusters, index),
        });
    }
    Shaped {
        advance: glyphs.iter().map(|glyph| glyph.advance).sum(),
        glyphs,
    }
}

/// Shares the characters of a cluster among its glyphs: one each, the rest to the last.
fn spoken(text: &str, clusters: &[usize], index: usize) -> String {
    let Some(&start) = clusters.get(index) else {
        return String::new();
    };
    let end = clusters
        .iter()
        .copied()
        .filter(|&cluster| cluster > start)
        .min()
        .unwrap_or(text.len());
    let first = clusters.iter().position(|&c| c == start).unwrap_or(index);
    let count = clusters.iter().filter(|&&c| c == start).count();
    let place = index - first;
    let characters = text.get(start..end).unwrap_or_default().chars().skip(place);
    let share: String = if place + 1 == count {
        characters.collect()
    } else {
        characters.take(1).collect()
    };
    if share.is_empty() {
        '\u{200B}'.to_string()
    } else {
        share
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_typed_in_two_parts_is_printed_as_one() {
        let mut shaper = Shaper::new(Fonts::bundled().unwrap());

        let text = shaper.printable(Face::Regular, "Rene\u{301}e");
        let word = shaper.shape(Face::Regular, &text);

        assert_eq!(word.text(), "Ren\u{e9}e");
        assert_eq!(word.glyphs.len(), 5);
    }

    #[test]
    fn names_in_latin_extended_greek_and_cyrillic_are_printed_as_typed() {
        let mut shaper = Shaper::new(Fonts::bundled().unwrap());

        for name in [
            "Łukasz Żółć",
            "Ștefănescu",
            "Ὀδυσσεύς",
            "Щербаков",
            "Nguyễn",
        ] {
            let text = shaper.printable(Face::Bold, name);
            let spoken: String = text
                .split(' ')
                .map(|word| shaper.shape(Face::Bold, word).text())
                .collect::<Vec<_>>()
                .join(" ");

            assert_eq!(spoken, name);
        }
        assert_eq!(shaper.warnings(), []);
    }

    #[test]
    fn a_character_without_a_glyph_is_replaced_and_named() {
        let mut shaper = Shaper::new(Fonts::bundled().unwrap());

        let text = shaper.printable(Face::Regular, "Her name is 王, she says");

        assert_eq!(text, "Her name is \u{FFFD}, she says");
        assert_eq!(
            shaper.warnings(),
            [Warning::MissingGlyph {
                character: '王',
                context: "Her name is 王, she says".to_owned(),
                times: 1
            }]
        );
    }

    #[test]
    fn a_mark_without_a_composed_letter_keeps_its_own_glyph() {
        let mut shaper = Shaper::new(Fonts::bundled().unwrap());

        let text = shaper.printable(Face::Regular, "m\u{304}");
        let word = shaper.shape(Face::Regular, &text);

        assert_eq!(word.text(), "m\u{304}");
    }
}
