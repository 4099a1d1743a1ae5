//! How wide the columns of a table are: by share, but wide enough for their words.

use document::{Align, Cell, Inline, Table};

use crate::composer::Frame;
use crate::measure::Pt;
use crate::shaping::Shaper;
use crate::spans;
use crate::stylesheet::{Style, Stylesheet};
use crate::table::Slot;
use crate::words;

/// Gives the place of each column.
pub(crate) fn slots(
    table: &Table,
    stylesheet: &Stylesheet,
    frame: Frame,
    shaper: &mut Shaper,
) -> Vec<Slot> {
    let gutters: Pt = table
        .columns
        .iter()
        .skip(1)
        .map(|_| stylesheet.gutter)
        .sum();
    let room = frame.width - gutters;
    let needs = needs(table, stylesheet, shaper);
    let shares: Vec<f32> = table.columns.iter().map(|c| c.share.max(0.01)).collect();
    let mut left = frame.left;
    let mut slots = Vec::with_capacity(table.columns.len());
    for (column, width) in table.columns.iter().zip(shared(&shares, &needs, room)) {
        slots.push(Slot {
            left,
            width,
            align: column.align,
        });
        left += width + stylesheet.gutter;
    }
    slots
}

/// Shares `room`; a column that cannot hold its widest word takes from those that have more than
/// they need.
fn shared(shares: &[f32], needs: &[Pt], room: Pt) -> Vec<Pt> {
    let whole: f32 = shares.iter().sum();
    let by_share: Vec<Pt> = shares.iter().map(|share| room * (share / whole)).collect();
    let short: Pt = pairs(&by_share, needs)
        .map(|(width, need)| (need - width).max(Pt::ZERO))
        .sum();
    let spare: Pt = pairs(&by_share, needs)
        .map(|(width, need)| (width - need).max(Pt::ZERO))
        .sum();
    if short.0 <= 0.0 || spare.0 <= 0.0 {
        return by_share;
    }
    let moved = short.min(spare);
    pairs(&by_share, needs)
        .map(|(width, need)| {
            if need > width {
                width + (need - width) * (moved.0 / short.0)
            } else {
                width - (width - need) * (moved.0 / spare.0)
            }
        })
        .collect()
}

fn pairs<'a>(widths: &'a [Pt], needs: &'a [Pt]) -> impl Iterator<Item = (Pt, Pt)> + 'a {
    widths.iter().copied().zip(needs.iter().copied())
}

/// Gives the width of the widest word in each column.
fn needs(table: &Table, stylesheet: &Stylesheet, shaper: &mut Shaper) -> Vec<Pt> {
    let mut needs = Vec::with_capacity(table.columns.len());
    for (index, column) in table.columns.iter().enumerate() {
        let head = widest(&column.heading, &stylesheet.table_head, shaper);
        let names_rows = table.row_headers && table.rows.len() > 1 && index == 0;
        let style = if names_rows {
            stylesheet.table_head
        } else {
            stylesheet.table
        };
        let mut need = head;
        for cell in table.rows.iter().filter_map(|row| row.0.get(index)) {
            need = need.max(widest(&said(cell), &style, shaper));
        }
        // Figures stay on one line; words get room for a hair of rounding.
        let slack = match column.align {
            Align::Start => Pt(0.1),
            Align::End => Pt(0.2),
        };
        needs.push(need + slack);
    }
    needs
}

fn widest(words: &str, style: &Style, shaper: &mut Shaper) -> Pt {
    let spans = spans::decoration(words, style, shaper);
    words::widths(&spans, style, shaper).0
}

fn said(cell: &Cell) -> String {
    let mut text = String::new();
    for paragraph in &cell.0 {
        gather(paragraph, &mut text);
        text.push(' ');
    }
    text
}

fn gather(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(words)
            | Inline::Foreign { text: words, .. }
            | Inline::Link { text: words, .. } => text.push_str(words),
            Inline::Strong(inner) | Inline::Emphasis(inner) => gather(inner, text),
            Inline::Break => text.push(' '),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_column_takes_room_for_its_widest_word() {
        let widths = shared(&[1.0, 3.0], &[Pt(40.0), Pt(50.0)], Pt(100.0));

        assert_eq!(widths, [Pt(40.0), Pt(60.0)]);
    }

    #[test]
    fn columns_with_room_for_their_words_keep_their_shares() {
        let widths = shared(&[1.0, 3.0], &[Pt(10.0), Pt(10.0)], Pt(100.0));

        assert_eq!(widths, [Pt(25.0), Pt(75.0)]);
    }
}
