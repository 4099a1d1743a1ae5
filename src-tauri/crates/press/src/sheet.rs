//! Sheets of placed lines: where everything stands, before any of it is a PDF.

use std::fmt;
use std::sync::Arc;

use crate::fonts::Face;
use crate::measure::Pt;
use crate::shaping::Shaped;
use crate::stylesheet::Ink;
use crate::tags::{ContentId, LinkId};

/// A run of words in one manner on one line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Run {
    pub(crate) x: Pt,
    pub(crate) width: Pt,
    pub(crate) face: Face,
    pub(crate) size: Pt,
    pub(crate) ink: Ink,
    pub(crate) parts: Vec<Arc<Shaped>>,
    /// The words' place in the tree of tags; none if they are decoration.
    pub(crate) content: Option<ContentId>,
    pub(crate) link: Option<LinkId>,
    /// The heading whose page number is to be put here.
    pub(crate) page_of: Option<usize>,
}

impl Run {
    /// Gives the words of the run.
    pub(crate) fn text(&self) -> String {
        self.parts.iter().map(|part| part.text()).collect()
    }
}

/// Which part of a sheet a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// Above the body, the same on each sheet.
    Head,
    /// The body.
    Body,
    /// A table's column headings, said again on a further sheet.
    Repeated,
    /// Below the body.
    Foot,
}

/// A line of words.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub(crate) baseline: Pt,
    pub(crate) band: Band,
    pub(crate) runs: Vec<Run>,
}

/// How far it is from one dot of a dotted rule to the next.
pub(crate) const DOT_STEP: Pt = Pt(5.0);

/// How a rule is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stroke {
    Solid,
    /// Dots along its length, as from a heading to its page number.
    Dotted,
}

/// A rule between rows, a bar beside a quotation or a leader in the contents.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rule {
    pub(crate) x: Pt,
    pub(crate) top: Pt,
    pub(crate) width: Pt,
    pub(crate) height: Pt,
    pub(crate) ink: Ink,
    pub(crate) stroke: Stroke,
}

impl Rule {
    /// A solid rule across `width`.
    pub(crate) fn across(x: Pt, top: Pt, width: Pt, height: Pt, ink: Ink) -> Self {
        Self {
            x,
            top,
            width,
            height,
            ink,
            stroke: Stroke::Solid,
        }
    }
}

/// A sheet: its lines in reading order, its rules, measured from the top left.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The page number, from 1.
    pub number: usize,
    /// The words printed across the sheet, behind its text.
    pub overprint: Option<String>,
    pub(crate) lines: Vec<Line>,
    pub(crate) rules: Vec<Rule>,
}

impl Line {
    /// Gives the words of the line.
    pub fn text(&self) -> String {
        let text: String = self.runs.iter().map(Run::text).collect();
        text.trim_end().to_owned()
    }

    /// Gives which part of the sheet the line belongs to.
    pub fn band(&self) -> Band {
        self.band
    }

    /// Gives where the line begins and ends, and its distance from the top of the sheet.
    pub fn extent(&self) -> (Pt, Pt, Pt) {
        let ends = self.runs.iter().map(|run| (run.x, run.x + run.width));
        let (from, to) = ends.fold((Pt(f32::MAX), Pt::ZERO), |(from, to), (start, end)| {
            (from.min(start), to.max(end))
        });
        (from, to, self.baseline)
    }
}

impl Sheet {
    /// Gives the lines in reading order.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Gives the sheet as text, head to foot, one printed line to a line.
    ///
    /// Words that stand side by side, as in the cells of a row, are parted by ` | `.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for band in [Band::Head, Band::Body, Band::Foot] {
            for line in self.printed(band) {
                text.push_str(&line);
                text.push('\n');
            }
        }
        text
    }

    fn printed(&self, band: Band) -> Vec<String> {
        let belongs =
            |line: &&Line| line.band == band || (line.band == Band::Repeated && band == Band::Body);
        let mut lines: Vec<&Line> = self.lines.iter().filter(belongs).collect();
        lines.sort_by(|a, b| {
            let (a, b) = (a.extent(), b.extent());
            a.2.0.total_cmp(&b.2.0).then(a.0.0.total_cmp(&b.0.0))
        });
        let mut printed: Vec<(Pt, String)> = Vec::new();
        for line in lines {
            match printed.last_mut() {
                Some((baseline, text)) if (line.baseline.0 - baseline.0).abs() < 0.5 => {
                    text.push_str(" | ");
                    text.push_str(&line.text());
                }
                Some(_) | None => printed.push((line.baseline, line.text())),
            }
        }
        printed.into_iter().map(|(_, text)| text).collect()
    }
}

impl fmt::Display for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}
