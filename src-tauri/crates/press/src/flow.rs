//! What runs down the pages: pieces that are never parted, and what must stay together.

use crate::line_breaking::Filled;
use crate::measure::Pt;
use crate::sheet::{Band, Line, Rule};
use crate::stylesheet::{Ink, Style};

/// A bar beside pieces, as beside a quotation.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bar {
    pub(crate) x: Pt,
    pub(crate) width: Pt,
    pub(crate) ink: Ink,
    /// Whether the bar goes on from the piece above.
    pub(crate) joined: bool,
}

/// A piece that stands on one sheet. Its lines and rules are measured from its top and from the
/// left edge of the sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Piece {
    /// The space above it, left out at the head of a sheet.
    pub(crate) before: Pt,
    pub(crate) height: Pt,
    pub(crate) lines: Vec<Line>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) bars: Vec<Bar>,
    /// Whether the next piece must stand on the same sheet.
    pub(crate) keep_with_next: bool,
    /// Whether it starts a sheet.
    pub(crate) new_page: bool,
    /// The heading that begins here, by its number in order.
    pub(crate) heading: Option<usize>,
    /// The table it is a row of, whose column headings are said again on a further sheet.
    pub(crate) table: Option<usize>,
}

/// All pieces in order, and the column headings of each table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Flow {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) table_heads: Vec<Vec<Piece>>,
}

/// Makes a piece of each line, so that no line of a block stands alone on a sheet.
pub(crate) fn pieces(filled: Vec<Filled>, style: &Style, left: Pt) -> Vec<Piece> {
    let count = filled.len();
    let mut pieces = Vec::with_capacity(count);
    for (index, line) in filled.into_iter().enumerate() {
        pieces.push(Piece {
            height: style.leading,
            lines: vec![placed(line, left, style.baseline())],
            keep_with_next: index + 1 < count && (index == 0 || index + 2 == count),
            ..Piece::default()
        });
    }
    pieces
}

/// Puts a filled line at a place.
pub(crate) fn placed(filled: Filled, left: Pt, baseline: Pt) -> Line {
    let mut runs = filled.runs;
    for run in &mut runs {
        run.x += left;
    }
    Line {
        baseline,
        band: Band::Body,
        runs,
    }
}

/// Keeps all pieces together, and with what follows if `with_next`.
pub(crate) fn keep_together(pieces: &mut [Piece], with_next: bool) {
    let count = pieces.len();
    for (index, piece) in pieces.iter_mut().enumerate() {
        piece.keep_with_next = index + 1 < count || with_next;
    }
}

/// Parts a row into a piece for each line of its grid.
pub(crate) fn parted(row: &Piece, leading: Pt, pad: Pt) -> Vec<Piece> {
    let mut pieces = vec![Piece {
        height: pad,
        keep_with_next: true,
        ..Piece::default()
    }];
    let mut top = pad;
    while top + leading * 0.5 < row.height - pad {
        let bottom = top + leading;
        let here = |line: &&Line| line.baseline >= top && line.baseline < bottom;
        let lines = row.lines.iter().filter(here).map(|line| Line {
            baseline: line.baseline - top,
            ..line.clone()
        });
        pieces.push(Piece {
            height: leading,
            lines: lines.collect(),
            ..Piece::default()
        });
        top = bottom;
    }
    let count = pieces.len();
    for (index, piece) in pieces.iter_mut().enumerate() {
        piece.keep_with_next = index < 2 || index + 2 == count;
    }
    if let Some(last) = pieces.last_mut() {
        last.height += pad;
        last.keep_with_next = false;
    }
    pieces
}
