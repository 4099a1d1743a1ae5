//! Which mark on which page is which words, and where links stand.

use std::collections::BTreeMap;

use printpdf::{Mm as PdfMm, PdfPage, Pt as PdfPt, Rect};

use crate::drawing::{self, Drawing};
use crate::embedding::Embedded;
use crate::measure::Pt;
use crate::sheet::{Line, Sheet};
use crate::stylesheet::Stylesheet;
use crate::tags::{ContentId, LinkId};

/// A piece of a link on a sheet: left, bottom, right, top, from the bottom left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LinkArea {
    pub(crate) page: usize,
    pub(crate) link: LinkId,
    pub(crate) area: [f32; 4],
}

/// What the pages say about the tree: which content each mark is, and where links stand.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    /// For each page, the content of each mark in order.
    pub(crate) contents: Vec<Vec<ContentId>>,
    pub(crate) links: Vec<LinkArea>,
}

impl Marks {
    /// Draws a sheet, noting its marks.
    pub(crate) fn page(
        &mut self,
        sheet: &Sheet,
        stylesheet: &Stylesheet,
        embedded: &Embedded,
    ) -> PdfPage {
        let mut drawing = Drawing::new(stylesheet.height, embedded);
        drawing.background(sheet);
        drawing.rules(&sheet.rules);
        for line in &sheet.lines {
            for run in &line.runs {
                drawing.run(line, run);
            }
            self.link_areas(line, stylesheet.height);
        }
        let (ops, contents) = drawing.finish();
        self.contents.push(contents);
        let [width, height] =
            [stylesheet.width, stylesheet.height].map(|edge| PdfPt(drawing::hundredths(edge.0)));
        let mut page = PdfPage::new(PdfMm(0.0), PdfMm(0.0), ops);
        let sheet_box = Rect::from_wh(width, height);
        page.media_box = sheet_box.clone();
        page.trim_box = sheet_box.clone();
        page.crop_box = sheet_box;
        page
    }

    fn link_areas(&mut self, line: &Line, height: Pt) {
        let mut areas: BTreeMap<LinkId, [f32; 4]> = BTreeMap::new();
        for run in &line.runs {
            let Some(id) = run.link else {
                continue;
            };
            let baseline = height - line.baseline;
            let area = [
                run.x,
                baseline - run.size * 0.3,
                run.x + run.width,
                baseline + run.size * 1.05,
            ]
            .map(|edge| drawing::hundredths(edge.0));
            let [left, bottom, right, top] = area;
            areas
                .entry(id)
                .and_modify(|[l, b, r, t]| {
                    *l = l.min(left);
                    *b = b.min(bottom);
                    *r = r.max(right);
                    *t = t.max(top);
                })
                .or_insert(area);
        }
        let page = self.contents.len();
        self.links.extend(
            areas
                .into_iter()
                .map(|(link, area)| LinkArea { page, link, area }),
        );
    }
}
