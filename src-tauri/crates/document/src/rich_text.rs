//! What a person wrote: a small typed tree, never HTML.

use serde::{Deserialize, Serialize};

use crate::{Block, Inline};

/// A narrative answer: blocks of words with little else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(transparent)]
pub struct RichText(pub Vec<RichBlock>);

/// A block of a narrative answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(
    tag = "block",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case",
    deny_unknown_fields
)]
pub enum RichBlock {
    /// A paragraph.
    Paragraph {
        /// Its words.
        spans: Vec<RichSpan>,
    },
    /// A heading below the section's own.
    SubHeading {
        /// Its words.
        text: String,
    },
    /// A list; each item is one paragraph.
    List {
        /// Numbered rather than marked.
        ordered: bool,
        /// The items.
        items: Vec<Vec<RichSpan>>,
    },
    /// Another person's words.
    Quotation {
        /// The words.
        spans: Vec<RichSpan>,
    },
}

/// A run of words in one manner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RichSpan {
    /// The words.
    pub text: String,
    /// Strong.
    #[serde(default)]
    pub strong: bool,
    /// Emphasised.
    #[serde(default)]
    pub emphasis: bool,
    /// The number of the source that the words rest on, in the report's list of sources.
    #[serde(default)]
    pub source: Option<u32>,
}

impl RichSpan {
    /// Plain words.
    pub fn plain(words: impl Into<String>) -> Self {
        Self {
            text: words.into(),
            strong: false,
            emphasis: false,
            source: None,
        }
    }
}

impl RichText {
    /// Reads plain words: a blank line parts paragraphs, lines starting `- ` make a list.
    pub fn from_plain(words: &str) -> Self {
        let mut blocks = Vec::new();
        for part in words.replace("\r\n", "\n").split("\n\n") {
            let lines: Vec<&str> = part
                .lines()
                .map(str::trim)
                .filter(|l| !l.is_empty())
                .collect();
            if lines.is_empty() {
                continue;
            }
            if lines.iter().all(|line| line.starts_with("- ")) {
                let items = lines.iter().map(|line| vec![RichSpan::plain(&line[2..])]);
                blocks.push(RichBlock::List {
                    ordered: false,
                    items: items.collect(),
                });
            } else {
                blocks.push(RichBlock::Paragraph {
                    spans: vec![RichSpan::plain(lines.join(" "))],
                });
            }
        }
        Self(blocks)
    }

    /// Whether nothing has been written.
    pub fn is_blank(&self) -> bool {
        self.plain().trim().is_empty()
    }

    /// How many words have been written.
    pub fn word_count(&self) -> usize {
        self.plain().split_whitespace().count()
    }

    /// The words without their manner, a line for each block or item.
    pub fn plain(&self) -> String {
        let mut lines = Vec::new();
        for block in &self.0 {
            match block {
                RichBlock::Paragraph { spans } | RichBlock::Quotation { spans } => {
                    lines.push(words(spans));
                }
                RichBlock::SubHeading { text } => lines.push(text.clone()),
                RichBlock::List { items, .. } => lines.extend(items.iter().map(|i| words(i))),
            }
        }
        lines.join("\n")
    }

    /// The blocks it prints as; sub-headings stand at `heading_level`.
    pub fn blocks(&self, heading_level: u8) -> Vec<Block> {
        self.0.iter().map(|b| printed(b, heading_level)).collect()
    }
}

fn words(spans: &[RichSpan]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

fn printed(block: &RichBlock, heading_level: u8) -> Block {
    match block {
        RichBlock::Paragraph { spans } => Block::Paragraph(inlines(spans)),
        RichBlock::SubHeading { text } => Block::heading(heading_level, text.clone()),
        RichBlock::List { ordered, items } => Block::List {
            ordered: *ordered,
            items: items
                .iter()
                .map(|item| vec![Block::Paragraph(inlines(item))])
                .collect(),
        },
        RichBlock::Quotation { spans } => Block::Quotation(vec![Block::Paragraph(inlines(spans))]),
    }
}

fn inlines(spans: &[RichSpan]) -> Vec<Inline> {
    let mut run = Vec::new();
    let mut rest = spans.iter().peekable();
    while let Some(span) = rest.next() {
        run.push(inline(span));
        // Words that rest on one source are cited once, after the last of them.
        let goes_on = rest.peek().is_some_and(|next| next.source == span.source);
        if let Some(source) = span.source.filter(|_| !goes_on) {
            run.push(Inline::Text(format!(" [{source}]")));
        }
    }
    run
}

fn inline(span: &RichSpan) -> Inline {
    let text = Inline::Text(span.text.clone());
    let emphasised = if span.emphasis {
        Inline::Emphasis(vec![text])
    } else {
        text
    };
    if span.strong {
        Inline::Strong(vec![emphasised])
    } else {
        emphasised
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_paragraphs_and_dashes_make_a_list() {
        let text = RichText::from_plain("One line\nthat goes on.\n\n- first\n- second\n\nEnd.");

        let plain = text.plain();

        assert_eq!(plain, "One line that goes on.\nfirst\nsecond\nEnd.");
        assert_eq!(text.0.len(), 3);
    }

    #[test]
    fn words_that_rest_on_one_source_are_cited_once() {
        let cited = |text: &str, strong, source| RichSpan {
            text: text.into(),
            strong,
            emphasis: false,
            source,
        };
        let spans = vec![
            cited("He has ", false, Some(2)),
            cited("two", true, Some(2)),
            cited(" children.", false, None),
        ];

        let printed = RichText(vec![RichBlock::Paragraph { spans }]).blocks(2);

        let wanted = vec![
            Inline::text("He has "),
            Inline::strong("two"),
            Inline::text(" [2]"),
            Inline::text(" children."),
        ];
        assert_eq!(printed, [Block::Paragraph(wanted)]);
    }

    #[test]
    fn white_space_alone_is_blank() {
        let text = RichText::from_plain(" \n\n \t ");

        assert!(text.is_blank());
    }
}
