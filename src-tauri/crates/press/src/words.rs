//! Spans to words: what stands between two places where a line may end.

use std::ops::Range;
use std::sync::Arc;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use crate::measure::Pt;
use crate::shaping::{Shaped, Shaper};
use crate::spans::Span;
use crate::stylesheet::Style;

/// Part of a word in one manner.
#[derive(Clone, Debug)]
pub(crate) struct Fragment {
    pub(crate) span: usize,
    pub(crate) text: String,
    pub(crate) shaped: Arc<Shaped>,
}

/// What stands between two places where a line may end.
#[derive(Clone, Debug, Default)]
pub(crate) struct Word {
    pub(crate) letters: Vec<Fragment>,
    pub(crate) space: Vec<Fragment>,
    /// Whether the line must end after it.
    pub(crate) ends_line: bool,
}

impl Fragment {
    pub(crate) fn new(span: usize, text: &str, shaped: Arc<Shaped>) -> Self {
        Self {
            span,
            text: text.to_owned(),
            shaped,
        }
    }
}

/// Gives the width of the widest word that cannot be parted without a hyphen, and of the whole.
pub(crate) fn widths(spans: &[Span], style: &Style, shaper: &mut Shaper) -> (Pt, Pt) {
    let words = words(spans, shaper);
    let letters = |word: &Word| width(&word.letters, style.size);
    let widest = words.iter().map(letters).fold(Pt::ZERO, Pt::max);
    let mut line = Pt::ZERO;
    let mut longest = Pt::ZERO;
    for word in &words {
        longest = longest.max(line + letters(word));
        line = if word.ends_line {
            Pt::ZERO
        } else {
            line + letters(word) + width(&word.space, style.size)
        };
    }
    (widest, longest)
}

/// Parts spans into words, wherever a line may end.
pub(crate) fn words(spans: &[Span], shaper: &mut Shaper) -> Vec<Word> {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    let mut words = Vec::new();
    let mut start = 0;
    for (end, opportunity) in linebreaks(&text) {
        let segment = text.get(start..end).unwrap_or_default();
        if is_day(segment, text.get(end..).unwrap_or_default()) {
            continue;
        }
        let letters = segment.trim_end_matches([' ', '\n']).len();
        let asked_for = opportunity == BreakOpportunity::Mandatory && segment.ends_with('\n');
        words.push(Word {
            letters: fragments(spans, start..start + letters, shaper),
            space: fragments(spans, start + letters..end, shaper),
            ends_line: asked_for,
        });
        start = end;
    }
    words
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Whether a number is the day of the month named after it, from which it is not parted.
fn is_day(segment: &str, after: &str) -> bool {
    let number = segment.trim_end_matches(' ');
    (1..=2).contains(&number.len())
        && number.len() < segment.len()
        && number.bytes().all(|digit| digit.is_ascii_digit())
        && MONTHS.iter().any(|month| after.starts_with(month))
}

fn fragments(spans: &[Span], range: Range<usize>, shaper: &mut Shaper) -> Vec<Fragment> {
    let mut fragments = Vec::new();
    let mut offset = 0;
    for (index, span) in spans.iter().enumerate() {
        let start = range.start.clamp(offset, offset + span.text.len()) - offset;
        let end = range.end.clamp(offset, offset + span.text.len()) - offset;
        let part = span.text.get(start..end).unwrap_or_default();
        let part = part.trim_end_matches('\n');
        if !part.is_empty() {
            let word = shaper.shape(span.face, part);
            fragments.push(Fragment::new(index, part, word));
        }
        offset += span.text.len();
    }
    fragments
}

/// Gives the width of fragments side by side.
pub(crate) fn width(fragments: &[Fragment], size: Pt) -> Pt {
    let width = |fragment: &Fragment| fragment.shaped.width(size);
    fragments.iter().map(width).sum()
}
