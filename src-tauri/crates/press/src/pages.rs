//! Pieces to sheets: where pages end.

use crate::flow::{Flow, Piece};
use crate::measure::Pt;
use crate::sheet::{Band, Line, Rule};
use crate::stylesheet::Stylesheet;

/// The body of a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Page {
    pub(crate) lines: Vec<Line>,
    pub(crate) rules: Vec<Rule>,
}

/// Where a heading stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Place {
    /// The sheet, from 0.
    pub(crate) page: usize,
    /// The distance from the top of the sheet.
    pub(crate) top: Pt,
}

/// The bodies of all sheets, and where each heading stands.
pub(crate) struct Paginated {
    pub(crate) pages: Vec<Page>,
    pub(crate) headings: Vec<Place>,
}

/// Shares the pieces of a flow among sheets.
pub(crate) fn paginate(flow: &Flow, stylesheet: &Stylesheet) -> Paginated {
    let mut pagination = Pagination {
        flow,
        top: stylesheet.margin_top,
        bottom: stylesheet.height - stylesheet.margin_bottom,
        y: stylesheet.margin_top,
        fresh: true,
        page: Page::default(),
        pages: Vec::new(),
        headings: Vec::new(),
    };
    let mut rest = flow.pieces.as_slice();
    while !rest.is_empty() {
        let (together, after) = rest.split_at(chain(rest));
        pagination.place(together);
        rest = after;
    }
    pagination.finish()
}

/// Gives how many pieces from the first must stay on one sheet.
fn chain(pieces: &[Piece]) -> usize {
    let mut length = 1;
    for (piece, next) in pieces.iter().zip(pieces.iter().skip(1)) {
        if !piece.keep_with_next || next.new_page {
            break;
        }
        length += 1;
    }
    length
}

struct Pagination<'a> {
    flow: &'a Flow,
    top: Pt,
    bottom: Pt,
    y: Pt,
    /// Whether nothing but column headings stands on the sheet.
    fresh: bool,
    page: Page,
    pages: Vec<Page>,
    headings: Vec<Place>,
}

impl Pagination<'_> {
    fn place(&mut self, together: &[Piece]) {
        let Some(first) = together.first() else {
            return;
        };
        if !self.fresh && (first.new_page || !self.fits(together)) {
            self.turn(first);
        }
        let whole = self.fits(together);
        for piece in together {
            // Only what no sheet can hold is parted against its wish.
            if !whole && !self.fresh && !self.fits(std::slice::from_ref(piece)) {
                self.turn(piece);
            }
            self.put(piece);
        }
    }

    fn fits(&self, pieces: &[Piece]) -> bool {
        let mut height = Pt::ZERO;
        for (index, piece) in pieces.iter().enumerate() {
            if index > 0 || !self.fresh {
                height += piece.before;
            }
            height += piece.height;
        }
        // Lengths are sums of fractions: a hair over is not over.
        self.y + height <= self.bottom + Pt(0.01)
    }

    /// Starts a sheet for `next`, saying its table's column headings again.
    fn turn(&mut self, next: &Piece) {
        self.pages.push(std::mem::take(&mut self.page));
        self.y = self.top;
        self.fresh = true;
        let head = next
            .table
            .and_then(|table| self.flow.table_heads.get(table));
        for piece in head.into_iter().flatten() {
            self.put(piece);
            self.fresh = true;
        }
    }

    fn put(&mut self, piece: &Piece) {
        let top = if self.fresh {
            self.y
        } else {
            self.y + piece.before
        };
        for line in &piece.lines {
            let mut line = line.clone();
            line.baseline += top;
            self.page.lines.push(line);
        }
        for rule in &piece.rules {
            let mut rule = rule.clone();
            rule.top += top;
            self.page.rules.push(rule);
        }
        let bottom = top + piece.height;
        for bar in &piece.bars {
            let from = if bar.joined && !self.fresh {
                self.y
            } else {
                top
            };
            self.bar(Rule::across(bar.x, from, bar.width, bottom - from, bar.ink));
        }
        if let Some(heading) = piece.heading {
            if self.headings.len() <= heading {
                self.headings.resize(heading + 1, Place::default());
            }
            if let Some(place) = self.headings.get_mut(heading) {
                *place = Place {
                    page: self.pages.len(),
                    top,
                };
            }
        }
        self.y = bottom;
        self.fresh = false;
    }

    /// Draws a bar, or goes on with the bar that ends where it begins.
    fn bar(&mut self, bar: Rule) {
        let above = self.page.rules.iter_mut().rev().find(|rule| {
            rule.x == bar.x
                && rule.width == bar.width
                && rule.ink == bar.ink
                && (rule.top.0 + rule.height.0 - bar.top.0).abs() < 0.01
        });
        match above {
            Some(rule) => rule.height = bar.top + bar.height - rule.top,
            None => self.page.rules.push(bar),
        }
    }

    fn finish(mut self) -> Paginated {
        if !self.fresh || self.pages.is_empty() {
            self.pages.push(self.page);
        }
        Paginated {
            pages: self.pages,
            headings: self.headings,
        }
    }
}

/// Marks lines as said again.
pub(crate) fn repeated(pieces: &[Piece]) -> Vec<Piece> {
    let mut again = pieces.to_vec();
    for line in again.iter_mut().flat_map(|piece| &mut piece.lines) {
        line.band = Band::Repeated;
        for run in &mut line.runs {
            run.content = None;
            run.link = None;
        }
    }
    again
}
