//! Spans to lines: ragged right, parted by the rules of Unicode.
//!
//! A word is hyphenated only where the line would otherwise be bad: the word is long and the line
//! would be left short, or the word is wider than the measure.

use std::sync::Arc;

use crate::fonts::Face;
use crate::hyphenation;
use crate::measure::Pt;
use crate::shaping::Shaper;
use crate::sheet::Run;
use crate::spans::Span;
use crate::stylesheet::Style;
use crate::words::{Fragment, Word, width, words};

/// A line shorter than this share of the measure is worth a hyphen.
const SHORT: f32 = 0.82;

/// A line that has been filled, its runs placed from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Filled {
    pub(crate) runs: Vec<Run>,
    pub(crate) width: Pt,
}

/// Breaks spans into lines no wider than `measure`.
pub(crate) fn fill(spans: &[Span], style: &Style, measure: Pt, shaper: &mut Shaper) -> Vec<Filled> {
    Filling {
        spans,
        style,
        measure,
        shaper,
        line: Vec::new(),
        width: Pt::ZERO,
        lines: Vec::new(),
    }
    .fill()
}

struct Filling<'a, 'f> {
    spans: &'a [Span],
    style: &'a Style,
    measure: Pt,
    shaper: &'a mut Shaper<'f>,
    line: Vec<Word>,
    /// The width of the line with the space after its last word.
    width: Pt,
    lines: Vec<Filled>,
}

impl Filling<'_, '_> {
    fn fill(mut self) -> Vec<Filled> {
        for word in words(self.spans, self.shaper) {
            self.place(word);
        }
        if !self.line.is_empty() {
            self.end_line();
        }
        self.lines
    }

    fn place(&mut self, word: Word) {
        let mut rest = word;
        while self.width + width(&rest.letters, self.style.size) > self.measure {
            let room = self.measure - self.width;
            if let Some((head, tail)) = self.part(&rest, room) {
                self.push(head);
                rest = tail;
            } else if self.line.is_empty() {
                let (head, tail) = self.cut(&rest);
                self.push(head);
                match tail {
                    Some(tail) => rest = tail,
                    None => return,
                }
            }
            self.end_line();
        }
        let ends_line = rest.ends_line;
        self.push(rest);
        if ends_line {
            self.end_line();
        }
    }

    fn push(&mut self, word: Word) {
        self.width += width(&word.letters, self.style.size) + width(&word.space, self.style.size);
        self.line.push(word);
    }

    /// Parts a word with a hyphen so that its head fits in `room`, where that is worth it.
    fn part(&mut self, word: &Word, room: Pt) -> Option<(Word, Word)> {
        let [letters] = word.letters.as_slice() else {
            return None;
        };
        let span = self.spans.get(letters.span)?;
        let too_wide = width(&word.letters, self.style.size) > self.measure;
        let long = hyphenation::is_long(&letters.text) && self.width < self.measure * SHORT;
        if !span.english || !self.style.hyphenate || !(too_wide || long) {
            return None;
        }
        if too_wide && !self.line.is_empty() && room < self.measure * 0.4 {
            return None;
        }
        let hyphen = self.shaper.soft_hyphen(span.face);
        for at in hyphenation::places(&letters.text).into_iter().rev() {
            let (head, tail) = letters.text.split_at_checked(at)?;
            let shaped = self.shaper.shape(span.face, head);
            if shaped.width(self.style.size) + hyphen.width(self.style.size) <= room {
                let mut first = Fragment::new(letters.span, head, shaped);
                let mut parts = vec![first.clone()];
                first.text = String::new();
                first.shaped = hyphen;
                parts.push(first);
                let head = Word {
                    letters: parts,
                    ..Word::default()
                };
                let shaped = self.shaper.shape(span.face, tail);
                let tail = Word {
                    letters: vec![Fragment::new(letters.span, tail, shaped)],
                    ..word.clone()
                };
                return Some((head, tail));
            }
        }
        None
    }

    /// Cuts a word that no line can hold at the last letter that fits; at least one is taken.
    fn cut(&mut self, word: &Word) -> (Word, Option<Word>) {
        let mut head = Word::default();
        let mut used = Pt::ZERO;
        for (index, letters) in word.letters.iter().enumerate() {
            let whole = letters.shaped.width(self.style.size);
            if used + whole <= self.measure {
                used += whole;
                head.letters.push(letters.clone());
                continue;
            }
            let at = self.fitting(letters, self.measure - used, head.letters.is_empty());
            let (first, second) = letters.text.split_at_checked(at).unwrap_or_default();
            let face = self.face(letters.span);
            if !first.is_empty() {
                let shaped = self.shaper.shape(face, first);
                head.letters
                    .push(Fragment::new(letters.span, first, shaped));
            }
            let mut rest = Vec::new();
            if !second.is_empty() {
                let shaped = self.shaper.shape(face, second);
                rest.push(Fragment::new(letters.span, second, shaped));
            }
            rest.extend(word.letters.iter().skip(index + 1).cloned());
            let tail = Word {
                letters: rest,
                ..word.clone()
            };
            return (head, (!tail.letters.is_empty()).then_some(tail));
        }
        (head, None)
    }

    fn fitting(&mut self, letters: &Fragment, room: Pt, at_least_one: bool) -> usize {
        let face = self.face(letters.span);
        let mut fits = 0;
        for (at, character) in letters.text.char_indices() {
            let end = at + character.len_utf8();
            let head = letters.text.get(..end).unwrap_or_default();
            let shaped = self.shaper.shape(face, head);
            if shaped.width(self.style.size) > room && !(at_least_one && fits == 0) {
                break;
            }
            fits = end;
        }
        fits
    }

    fn face(&self, span: usize) -> Face {
        self.spans.get(span).map_or(self.style.face, |s| s.face)
    }

    fn end_line(&mut self) {
        let mut words = std::mem::take(&mut self.line);
        self.width = Pt::ZERO;
        if let Some(last) = words.last_mut() {
            self.keep_one_space(last);
        }
        let mut filled = Filled::default();
        let mut pen = Pt::ZERO;
        for word in &words {
            for letters in &word.letters {
                pen = self.set(&mut filled.runs, letters, pen);
            }
            filled.width = pen;
            for space in &word.space {
                pen = self.set(&mut filled.runs, space, pen);
            }
        }
        self.lines.push(filled);
    }

    /// Keeps one space at the end of a line, so that words are not read as one; more would stand
    /// past the measure, and their link with them.
    fn keep_one_space(&mut self, last: &mut Word) {
        last.space.truncate(1);
        for space in &mut last.space {
            let face = self.face(space.span);
            *space = Fragment::new(space.span, " ", self.shaper.shape(face, " "));
        }
    }

    fn set(&self, runs: &mut Vec<Run>, fragment: &Fragment, pen: Pt) -> Pt {
        let Some(span) = self.spans.get(fragment.span) else {
            return pen;
        };
        let width = fragment.shaped.width(self.style.size);
        let part = Arc::clone(&fragment.shaped);
        match runs.last_mut() {
            Some(run)
                if run.face == span.face
                    && run.ink == span.ink
                    && run.content == span.content
                    && run.link == span.link =>
            {
                run.parts.push(part);
                run.width += width;
            }
            Some(_) | None => runs.push(Run {
                x: pen,
                width,
                face: span.face,
                size: self.style.size,
                ink: span.ink,
                parts: vec![part],
                content: span.content,
                link: span.link,
                page_of: None,
            }),
        }
        pen + width
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::Fonts;
    use crate::spans;
    use crate::stylesheet::Stylesheet;

    fn lines(words: &str, measure: Pt) -> Vec<String> {
        let mut shaper = Shaper::new(Fonts::bundled().unwrap());
        let style = Stylesheet::report().body;
        let spans = spans::decoration(words, &style, &shaper);
        let filled = fill(&spans, &style, measure, &mut shaper);
        assert!(filled.iter().all(|line| line.width <= measure));
        let text = |line: Filled| line.runs.iter().map(Run::text).collect::<String>();
        filled.into_iter().map(text).collect()
    }

    #[test]
    fn a_line_keeps_the_space_at_its_end_so_that_words_are_not_read_as_one() {
        assert_eq!(lines("one two three", Pt(50.0)), ["one two ", "three"]);
    }

    #[test]
    fn of_many_spaces_at_the_end_of_a_line_one_is_kept() {
        assert_eq!(
            lines("one two      three   ", Pt(50.0)),
            ["one two ", "three "]
        );
    }

    #[test]
    fn a_long_word_is_parted_where_the_line_would_be_left_short() {
        assert_eq!(
            lines("It was misrepresentation", Pt(100.0)),
            ["It was misrepre\u{AD}", "sentation"]
        );
    }

    #[test]
    fn a_long_word_stays_whole_where_the_line_is_full_enough() {
        assert_eq!(
            lines("It was said of the misrepresentation", Pt(110.0)),
            ["It was said of the ", "misrepresentation"]
        );
    }

    #[test]
    fn a_shorter_word_stays_whole() {
        assert_eq!(
            lines("It was supervision", Pt(80.0)),
            ["It was ", "supervision"]
        );
    }

    #[test]
    fn a_day_is_not_parted_from_its_month() {
        assert_eq!(
            lines("It was on 9 September", Pt(75.0)),
            ["It was on ", "9 September"]
        );
    }

    #[test]
    fn an_address_is_parted_at_its_strokes() {
        assert_eq!(
            lines("www.example.org/guidance/reports", Pt(140.0)),
            ["www.example.org/", "guidance/reports"]
        );
    }
}
