//! How a document looks: the page box and the type scale, in one value.

use document::PageSize;

use crate::fonts::Face;
use crate::measure::{Mm, Pt};

/// A colour of ink, as red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ink(pub(crate) u8, pub(crate) u8, pub(crate) u8);

impl Ink {
    /// Words to be read.
    pub(crate) const BLACK: Self = Self(0, 0, 0);
    /// Words at the edges of a page, 7:1 against white.
    pub(crate) const QUIET: Self = Self(0x55, 0x55, 0x55);
    /// The one accent, 9:1 against white.
    pub(crate) const ACCENT: Self = Self(0x00, 0x43, 0x7E);
    /// Thin rules between rows.
    pub(crate) const HAIRLINE: Self = Self(0xB4, 0xB9, 0xBE);
    /// Words behind the text.
    pub(crate) const GHOST: Self = Self(0xEE, 0xEE, 0xEE);
}

/// A manner of setting words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Style {
    pub(crate) face: Face,
    pub(crate) size: Pt,
    /// The distance from one line to the next.
    pub(crate) leading: Pt,
    pub(crate) ink: Ink,
    /// Whether long words may be parted.
    pub(crate) hyphenate: bool,
}

impl Style {
    const fn new(face: Face, size: f32, leading: f32, ink: Ink) -> Self {
        Self {
            face,
            size: Pt(size),
            leading: Pt(leading),
            ink,
            hyphenate: true,
        }
    }

    const fn whole_words(mut self) -> Self {
        self.hyphenate = false;
        self
    }

    /// Gives how far the line of writing stands below the top of its line.
    pub(crate) fn baseline(&self) -> Pt {
        // Noto Sans stands 1.069 em above the line of writing and 0.293 em below it.
        (self.leading - self.size * 1.362) / 2.0 + self.size * 1.069
    }
}

/// The page box and the type scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Stylesheet {
    /// The sheet's width.
    pub width: Pt,
    /// The sheet's height.
    pub height: Pt,
    pub(crate) margin_side: Pt,
    pub(crate) margin_top: Pt,
    pub(crate) margin_bottom: Pt,
    pub(crate) marking: Style,
    pub(crate) running: Style,
    pub(crate) overprint: Style,
    pub(crate) title: Style,
    pub(crate) subtitle: Style,
    pub(crate) headings: [Style; 4],
    pub(crate) body: Style,
    pub(crate) table: Style,
    pub(crate) table_head: Style,
    pub(crate) caption: Style,
    pub(crate) label: Style,
    /// The space between paragraphs.
    pub(crate) gap: Pt,
    /// The space between the items of a list.
    pub(crate) item_gap: Pt,
    /// How far a list, quotation or note stands in.
    pub(crate) indent: Pt,
    /// The space between the columns of a table.
    pub(crate) gutter: Pt,
    /// The space above and below the words of a cell.
    pub(crate) cell_pad: Pt,
    /// The space left to sign in.
    pub(crate) signing_space: Pt,
    /// How many levels of heading below the title stand in the contents.
    pub(crate) contents_depth: u8,
}

impl Stylesheet {
    /// Gives the stylesheet for a size of sheet.
    pub fn for_size(size: PageSize) -> Self {
        match size {
            PageSize::A4 => Self::report(),
            PageSize::A5 => Self::card(),
        }
    }

    /// A report: A4, 11 pt.
    pub fn report() -> Self {
        Self {
            width: Mm(210.0).into(),
            height: Mm(297.0).into(),
            margin_side: Mm(24.0).into(),
            margin_top: Mm(27.0).into(),
            margin_bottom: Mm(26.0).into(),
            marking: Style::new(Face::Bold, 9.0, 12.0, Ink::BLACK),
            running: Style::new(Face::Regular, 8.5, 11.0, Ink::QUIET),
            overprint: Style::new(Face::Bold, 84.0, 84.0, Ink::GHOST),
            title: Style::new(Face::Bold, 20.0, 26.0, Ink::BLACK).whole_words(),
            subtitle: Style::new(Face::Regular, 11.5, 16.0, Ink::QUIET).whole_words(),
            headings: [
                Style::new(Face::Bold, 14.5, 19.0, Ink::ACCENT).whole_words(),
                Style::new(Face::Bold, 12.0, 16.5, Ink::BLACK).whole_words(),
                Style::new(Face::Bold, 11.0, 15.5, Ink::BLACK).whole_words(),
                Style::new(Face::BoldItalic, 11.0, 15.5, Ink::BLACK).whole_words(),
            ],
            body: Style::new(Face::Regular, 11.0, 15.5, Ink::BLACK),
            table: Style::new(Face::Regular, 9.5, 13.0, Ink::BLACK),
            table_head: Style::new(Face::Bold, 9.5, 13.0, Ink::BLACK),
            caption: Style::new(Face::Bold, 10.0, 14.0, Ink::BLACK).whole_words(),
            label: Style::new(Face::Bold, 10.0, 15.5, Ink::BLACK),
            gap: Pt(7.0),
            item_gap: Pt(3.0),
            indent: Pt(17.0),
            gutter: Pt(12.0),
            cell_pad: Pt(3.5),
            signing_space: Pt(34.0),
            contents_depth: 2,
        }
    }

    /// A paper for the bench: A4, set closer than a report, since what is looked for in it is a
    /// name, a figure or a section.
    pub fn bench() -> Self {
        Self {
            margin_side: Mm(20.0).into(),
            margin_top: Mm(22.0).into(),
            margin_bottom: Mm(21.0).into(),
            title: Style::new(Face::Bold, 18.0, 23.0, Ink::BLACK).whole_words(),
            subtitle: Style::new(Face::Regular, 11.0, 15.0, Ink::QUIET).whole_words(),
            headings: [
                Style::new(Face::Bold, 13.5, 17.5, Ink::ACCENT).whole_words(),
                Style::new(Face::Bold, 10.5, 14.0, Ink::BLACK).whole_words(),
                Style::new(Face::Bold, 10.0, 13.5, Ink::BLACK).whole_words(),
                Style::new(Face::BoldItalic, 10.0, 13.5, Ink::BLACK).whole_words(),
            ],
            body: Style::new(Face::Regular, 9.5, 12.75, Ink::BLACK),
            table: Style::new(Face::Regular, 9.25, 12.25, Ink::BLACK),
            table_head: Style::new(Face::Bold, 9.25, 12.25, Ink::BLACK),
            caption: Style::new(Face::Bold, 9.5, 13.0, Ink::BLACK).whole_words(),
            label: Style::new(Face::Bold, 9.0, 12.75, Ink::BLACK),
            gap: Pt(4.5),
            item_gap: Pt(2.0),
            indent: Pt(14.0),
            gutter: Pt(10.0),
            cell_pad: Pt(1.5),
            ..Self::report()
        }
    }

    /// A card: A5, on one side if it can be.
    pub fn card() -> Self {
        Self {
            width: Mm(148.0).into(),
            height: Mm(210.0).into(),
            margin_side: Mm(14.0).into(),
            margin_top: Mm(21.0).into(),
            margin_bottom: Mm(20.0).into(),
            marking: Style::new(Face::Bold, 8.5, 11.0, Ink::BLACK),
            running: Style::new(Face::Regular, 8.0, 10.0, Ink::QUIET),
            overprint: Style::new(Face::Bold, 58.0, 58.0, Ink::GHOST),
            title: Style::new(Face::Bold, 15.0, 19.5, Ink::BLACK).whole_words(),
            subtitle: Style::new(Face::Regular, 10.0, 13.5, Ink::QUIET).whole_words(),
            headings: [
                Style::new(Face::Bold, 11.5, 15.0, Ink::ACCENT).whole_words(),
                Style::new(Face::Bold, 10.0, 13.5, Ink::BLACK).whole_words(),
                Style::new(Face::Bold, 9.5, 13.0, Ink::BLACK).whole_words(),
                Style::new(Face::BoldItalic, 9.5, 13.0, Ink::BLACK).whole_words(),
            ],
            body: Style::new(Face::Regular, 9.5, 13.0, Ink::BLACK),
            table: Style::new(Face::Regular, 8.5, 11.5, Ink::BLACK),
            table_head: Style::new(Face::Bold, 8.5, 11.5, Ink::BLACK),
            caption: Style::new(Face::Bold, 9.0, 12.0, Ink::BLACK).whole_words(),
            label: Style::new(Face::Bold, 9.0, 13.0, Ink::BLACK),
            gap: Pt(5.0),
            item_gap: Pt(2.0),
            indent: Pt(14.0),
            gutter: Pt(9.0),
            cell_pad: Pt(2.5),
            signing_space: Pt(26.0),
            contents_depth: 1,
        }
    }

    /// Gives the width between the margins.
    pub(crate) fn measure(&self) -> Pt {
        self.width - self.margin_side * 2.0
    }

    /// Gives the height between the head and the foot.
    pub(crate) fn body_height(&self) -> Pt {
        self.height - self.margin_top - self.margin_bottom
    }

    /// Gives the style of a heading, 1 for the largest below the title.
    pub(crate) fn heading(&self, level: u8) -> Style {
        let [first, second, third, fourth] = self.headings;
        match level {
            0 | 1 => first,
            2 => second,
            3 => third,
            _ => fourth,
        }
    }
}
