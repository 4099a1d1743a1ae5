//! What stands at the head and foot of each sheet: marking, running words, page number.

use std::sync::Arc;

use document::Document;

use crate::measure::Pt;
use crate::shaping::Shaper;
use crate::sheet::{Band, Line, Rule, Run};
use crate::spans;
use crate::stylesheet::{Ink, Style, Stylesheet};
use crate::warning::Warning;
use crate::words;

/// Sets what stands around the body of each sheet.
pub(crate) struct Running<'a, 'f> {
    stylesheet: &'a Stylesheet,
    shaper: &'a mut Shaper<'f>,
    marking: String,
    head: String,
    foot: String,
    pages: usize,
}

/// How words stand between the margins.
#[derive(Clone, Copy)]
enum Stand {
    Left,
    Centre,
    Right,
}

impl<'a, 'f> Running<'a, 'f> {
    pub(crate) fn new(
        document: &Document,
        stylesheet: &'a Stylesheet,
        shaper: &'a mut Shaper<'f>,
        pages: usize,
        warnings: &mut Vec<Warning>,
    ) -> Self {
        let style = stylesheet.running;
        let marking = shaper.printable(stylesheet.marking.face, &document.marking);
        let mut running = Self {
            stylesheet,
            shaper,
            marking,
            head: String::new(),
            foot: String::new(),
            pages,
        };
        let numbers = running.width(&page_of(pages, pages), &style) + Pt(18.0);
        let measure = stylesheet.measure();
        running.head = running.fit(&document.running_head, measure, warnings);
        running.foot = running.fit(&document.running_foot, measure - numbers, warnings);
        running
    }

    /// Gives the lines above and below the body of a sheet, and the rules that part them from it.
    pub(crate) fn around(&mut self, number: usize) -> (Vec<Line>, Vec<Line>, Vec<Rule>) {
        let sheet = self.stylesheet;
        let (marking, running) = (sheet.marking, sheet.running);
        let above = sheet.margin_top * 0.42;
        let head_line = above + running.leading + Pt(2.0);
        let foot_rule = sheet.height - sheet.margin_bottom * 0.78;
        let foot_line = foot_rule + running.leading + Pt(1.0);
        let below = foot_line + marking.leading + Pt(2.0);

        let (words, head, foot) = (self.marking.clone(), self.head.clone(), self.foot.clone());
        let number = page_of(number, self.pages);
        let top = [
            self.line(&words, &marking, Stand::Centre, above, Band::Head),
            self.line(&head, &running, Stand::Left, head_line, Band::Head),
        ];
        let bottom = [
            self.line(&foot, &running, Stand::Left, foot_line, Band::Foot),
            self.line(&number, &running, Stand::Right, foot_line, Band::Foot),
            self.line(&words, &marking, Stand::Centre, below, Band::Foot),
        ];
        let (left, width) = (sheet.margin_side, sheet.measure());
        let rule = |top| Rule::across(left, top, width, Pt(0.5), Ink::HAIRLINE);
        let rules = vec![rule(head_line + Pt(5.0)), rule(foot_rule)];
        (
            top.into_iter().flatten().collect(),
            bottom.into_iter().flatten().collect(),
            rules,
        )
    }

    fn line(
        &mut self,
        words: &str,
        style: &Style,
        stand: Stand,
        baseline: Pt,
        band: Band,
    ) -> Option<Line> {
        let run = self.run(words, style)?;
        let room = self.stylesheet.measure() - run.width;
        let x = self.stylesheet.margin_side
            + match stand {
                Stand::Left => Pt::ZERO,
                Stand::Centre => room / 2.0,
                Stand::Right => room,
            };
        Some(Line {
            baseline,
            band,
            runs: vec![Run { x, ..run }],
        })
    }

    fn run(&mut self, words: &str, style: &Style) -> Option<Run> {
        if words.is_empty() {
            return None;
        }
        let shaped = self.shaper.shape(style.face, words);
        Some(Run {
            x: Pt::ZERO,
            width: shaped.width(style.size),
            face: style.face,
            size: style.size,
            ink: style.ink,
            parts: vec![Arc::clone(&shaped)],
            content: None,
            link: None,
            page_of: None,
        })
    }

    /// Gives as much of the text as fits, ending in an ellipsis if it is cut.
    fn fit(&mut self, text: &str, room: Pt, warnings: &mut Vec<Warning>) -> String {
        let style = self.stylesheet.running;
        let text = self.shaper.printable(style.face, text).replace('\n', " ");
        let text = text.trim();
        if self.width(text, &style) <= room {
            return text.to_owned();
        }
        warnings.push(Warning::RunningTextCut {
            text: text.to_owned(),
        });
        let mut kept = text.to_owned();
        while kept.pop().is_some() {
            let cut = format!("{}\u{2026}", kept.trim_end());
            if self.width(&cut, &style) <= room {
                return cut;
            }
        }
        String::new()
    }

    fn width(&mut self, words: &str, style: &Style) -> Pt {
        let spans = spans::decoration(words, style, self.shaper);
        words::widths(&spans, style, self.shaper).1
    }
}

fn page_of(number: usize, pages: usize) -> String {
    format!("Page {number} of {pages}")
}
