//! The faces a document is set in: four of Noto Sans, bundled with the program.

use std::sync::OnceLock;

use crate::Error;

/// One of the four faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Face {
    /// Upright, regular weight.
    Regular,
    /// Slanted.
    Italic,
    /// Heavy.
    Bold,
    /// Heavy and slanted.
    BoldItalic,
}

impl Face {
    /// All faces, in the order in which they are embedded.
    pub(crate) const ALL: [Self; 4] = [Self::Regular, Self::Italic, Self::Bold, Self::BoldItalic];

    /// Gives the heavy face with the same slant.
    pub(crate) fn strong(self) -> Self {
        match self {
            Self::Regular | Self::Bold => Self::Bold,
            Self::Italic | Self::BoldItalic => Self::BoldItalic,
        }
    }

    /// Gives the slanted face of the same weight.
    pub(crate) fn emphasised(self) -> Self {
        match self {
            Self::Regular | Self::Italic => Self::Italic,
            Self::Bold | Self::BoldItalic => Self::BoldItalic,
        }
    }

    /// Gives the PostScript name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Regular => "NotoSans",
            Self::Italic => "NotoSans-Italic",
            Self::Bold => "NotoSans-Bold",
            Self::BoldItalic => "NotoSans-BoldItalic",
        }
    }
}

/// A face read from its file.
pub(crate) struct Typeface {
    pub(crate) bytes: &'static [u8],
    pub(crate) shaper: rustybuzz::Face<'static>,
}

impl Typeface {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let shaper = rustybuzz::Face::from_slice(bytes, 0)?;
        Some(Self { bytes, shaper })
    }

    /// Gives the glyph for a character, where the face has one.
    pub(crate) fn glyph(&self, character: char) -> Option<u16> {
        self.shaper.glyph_index(character).map(|glyph| glyph.0)
    }

    /// Gives how far a glyph moves the pen, in thousandths of an em.
    pub(crate) fn advance(&self, glyph: u16) -> i32 {
        let units = self
            .shaper
            .glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(glyph));
        self.thousandths(i32::from(units.unwrap_or_default()))
    }

    /// Converts font units to thousandths of an em, rounding towards zero as the PDF writer does.
    pub(crate) fn thousandths(&self, units: i32) -> i32 {
        units * 1000 / self.shaper.units_per_em().max(1)
    }
}

/// The faces, read once.
pub struct Fonts {
    regular: Typeface,
    italic: Typeface,
    bold: Typeface,
    bold_italic: Typeface,
}

impl Fonts {
    /// Gives the bundled faces, read on first use and kept for the life of the process.
    pub fn bundled() -> Result<&'static Self, Error> {
        static FONTS: OnceLock<Option<Fonts>> = OnceLock::new();
        FONTS.get_or_init(Self::read).as_ref().ok_or(Error::Fonts)
    }

    fn read() -> Option<Self> {
        Some(Self {
            regular: Typeface::read(include_bytes!("../fonts/NotoSans-Regular.ttf"))?,
            italic: Typeface::read(include_bytes!("../fonts/NotoSans-Italic.ttf"))?,
            bold: Typeface::read(include_bytes!("../fonts/NotoSans-Bold.ttf"))?,
            bold_italic: Typeface::read(include_bytes!("../fonts/NotoSans-BoldItalic.ttf"))?,
        })
    }

    pub(crate) fn face(&self, face: Face) -> &Typeface {
        match face {
            Face::Regular => &self.regular,
            Face::Italic => &self.italic,
            Face::Bold => &self.bold,
            Face::BoldItalic => &self.bold_italic,
        }
    }
}
