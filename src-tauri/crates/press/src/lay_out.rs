//! A document to sheets.

use chrono::{DateTime, Utc};
use document::{Block, Document, Inline};

use crate::composer::Composer;
use crate::flow;
use crate::fonts::Fonts;
use crate::headings::{Heading, Headings};
use crate::measure::Pt;
use crate::pages::{self, Paginated, Place};
use crate::running::Running;
use crate::shaping::Shaper;
use crate::sheet::{Line, Sheet};
use crate::stylesheet::{Ink, Stylesheet};
use crate::tags::{Tag, Tree};
use crate::warning::Warning;

/// A document laid out: everything the PDF says, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The sheets in order.
    pub sheets: Vec<Sheet>,
    /// What a person should know before the document is issued.
    pub warnings: Vec<Warning>,
    pub(crate) title: String,
    pub(crate) language: String,
    pub(crate) produced: DateTime<Utc>,
    pub(crate) stylesheet: Stylesheet,
    pub(crate) tree: Tree,
    pub(crate) headings: Vec<Heading>,
    /// Where each heading stands.
    pub(crate) places: Vec<Place>,
}

/// Lays a document out on sheets.
///
/// Nothing is refused: what cannot be printed as written is printed visibly otherwise and comes
/// back as a warning.
pub fn lay_out(document: &Document, fonts: &Fonts, stylesheet: &Stylesheet) -> Layout {
    let mut warnings = Vec::new();
    let headings = Headings::of(document, &mut warnings);
    let mut composer = Composer::new(stylesheet, Shaper::new(fonts), headings);
    compose(document, &mut composer);

    let paginated = pages::paginate(&composer.flow, stylesheet);
    let Composer {
        mut shaper,
        tree,
        headings,
        warnings: mut found,
        ..
    } = composer;
    warnings.append(&mut found);
    let places = paginated.headings.clone();
    let sheets = sheets(document, stylesheet, paginated, &mut shaper, &mut warnings);
    warnings.extend(shaper.warnings());
    Layout {
        sheets,
        warnings,
        title: document.title.clone(),
        language: document.language.clone(),
        produced: document.produced,
        stylesheet: stylesheet.clone(),
        tree,
        headings: headings.all,
        places,
    }
}

fn compose(document: &Document, composer: &mut Composer) {
    let frame = composer.frame();
    if let Some(words) = &document.overprint {
        // The words across the page are decoration; here they are read aloud, once.
        let mut style = composer.stylesheet.caption;
        style.ink = Ink::QUIET;
        let element = composer.tree.element(frame.parent, Tag::Paragraph);
        let said = [Inline::text(words.clone())];
        let lines = composer.lines(&said, &style, element, frame.width);
        let mut pieces = flow::pieces(lines, &style, frame.left);
        flow::keep_together(&mut pieces, true);
        composer.push(pieces, Pt::ZERO);
    }
    let first_heading = document
        .blocks
        .iter()
        .position(|block| matches!(block, Block::Heading { .. }));
    for (index, block) in document.blocks.iter().enumerate() {
        if document.contents && Some(index) == first_heading {
            composer.contents(frame);
            composer.page_break();
        }
        composer.block(block, frame);
    }
}

fn sheets(
    document: &Document,
    stylesheet: &Stylesheet,
    paginated: Paginated,
    shaper: &mut Shaper,
    warnings: &mut Vec<Warning>,
) -> Vec<Sheet> {
    let count = paginated.pages.len();
    let mut sheets = Vec::with_capacity(count);
    for page in paginated.pages {
        let mut lines = page.lines;
        for line in &mut lines {
            number_pages(line, &paginated.headings, shaper);
        }
        sheets.push(Sheet {
            number: sheets.len() + 1,
            overprint: document.overprint.clone(),
            lines,
            rules: page.rules,
        });
    }
    let mut running = Running::new(document, stylesheet, shaper, count, warnings);
    for sheet in &mut sheets {
        let (head, mut foot, mut rules) = running.around(sheet.number);
        sheet.lines.splice(0..0, head);
        sheet.lines.append(&mut foot);
        sheet.rules.append(&mut rules);
    }
    sheets
}

/// Puts in the page numbers of the contents, now that they are known.
fn number_pages(line: &mut Line, places: &[Place], shaper: &mut Shaper) {
    for run in &mut line.runs {
        let Some(place) = run.page_of.and_then(|heading| places.get(heading)) else {
            continue;
        };
        let number = shaper.shape(run.face, &(place.page + 1).to_string());
        run.width = number.width(run.size);
        run.x = run.x - run.width;
        run.parts = vec![number];
    }
}
