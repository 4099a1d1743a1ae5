//! The headings of a document in order, with the levels they are tagged and listed at.

use document::{Block, Document};

use crate::warning::Warning;

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    /// 1 for the largest, without gaps: what the tag and the bookmark say.
    pub(crate) level: u8,
    /// Whether it is a title.
    pub(crate) title: bool,
    pub(crate) text: String,
}

/// The headings, by their number in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Headings {
    pub(crate) all: Vec<Heading>,
    /// How many levels stand above a first-level heading: 1 where there is a title.
    pub(crate) above: u8,
    /// Whether the document has more than one title, as a pack has.
    pub(crate) many_titles: bool,
}

impl Headings {
    /// Reads the headings of a document, raising those whose level would leave a gap.
    pub(crate) fn of(document: &Document, warnings: &mut Vec<Warning>) -> Self {
        let mut found = Vec::new();
        gather(&document.blocks, &mut found);
        let titles = found.iter().filter(|(level, _)| *level == 0).count();
        let above = u8::from(titles > 0);
        let mut all: Vec<Heading> = Vec::with_capacity(found.len());
        for (level, text) in found {
            let deepest = all.last().map_or(1, |before| before.level + 1);
            let wanted = if level == 0 { 1 } else { level + above };
            let level_given = wanted.min(deepest).min(6);
            if wanted > deepest {
                warnings.push(Warning::HeadingRaised { text: text.clone() });
            }
            all.push(Heading {
                level: level_given,
                title: level == 0,
                text,
            });
        }
        Self {
            all,
            above,
            many_titles: titles > 1,
        }
    }
}

fn gather(blocks: &[Block], found: &mut Vec<(u8, String)>) {
    for block in blocks {
        match block {
            Block::Title { text, .. } => found.push((0, text.clone())),
            Block::Heading { level, text } => found.push(((*level).max(1), text.clone())),
            Block::List { items, .. } => items.iter().for_each(|item| gather(item, found)),
            Block::Quotation(inner) | Block::Note { blocks: inner, .. } => gather(inner, found),
            Block::Paragraph(_)
            | Block::Table(_)
            | Block::KeyValues(_)
            | Block::Signature(_)
            | Block::PageBreak => {}
        }
    }
}
