//! What a person should know before a document is issued.

use std::fmt;

/// Something on paper that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The fonts have no glyph for a character; U+FFFD is printed in its place.
    MissingGlyph {
        /// The character.
        character: char,
        /// The words around its first appearance.
        context: String,
        /// How often it appears.
        times: u32,
    },
    /// The words at the head or foot of each page did not fit and were cut.
    RunningTextCut {
        /// The whole text.
        text: String,
    },
    /// A row of a table has more or fewer cells than the table has columns.
    UnevenRow {
        /// The table's caption.
        caption: String,
        /// The number of the row, from 1.
        row: usize,
    },
    /// A heading's level left a gap after the heading before it, and was raised.
    HeadingRaised {
        /// The heading.
        text: String,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingGlyph {
                character,
                context,
                times,
            } => {
                let code = u32::from(*character);
                let first = if *times == 1 { "once" } else { "first" };
                write!(
                    f,
                    "The character U+{code:04X} cannot be printed. It appears {first} in \u{201c}{context}\u{201d}.",
                )
            }
            Self::RunningTextCut { text } => {
                write!(
                    f,
                    "\u{201c}{text}\u{201d} is too long for the edge of the page and was cut."
                )
            }
            Self::UnevenRow { caption, row } => write!(
                f,
                "Row {row} of the table \u{201c}{caption}\u{201d} does not match its columns.",
            ),
            Self::HeadingRaised { text } => write!(
                f,
                "The heading \u{201c}{text}\u{201d} skipped a level and was raised.",
            ),
        }
    }
}
