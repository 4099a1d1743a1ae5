//! A whole document: its blocks and what every page of it says.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::Block;

/// The sheet a document is laid out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum PageSize {
    /// 210 × 297 mm.
    A4,
    /// 148 × 210 mm, for a print card.
    A5,
}

/// A document ready to be laid out. Same document, same bytes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Document {
    /// The title, for the reader's window and the file's metadata; neutral, never a person's name.
    pub title: String,
    /// The language of the text as a BCP 47 tag.
    pub language: String,
    /// The sheet.
    pub size: PageSize,
    /// The protective marking, at the head and foot of each page, such as `OFFICIAL-SENSITIVE`.
    pub marking: String,
    /// Words printed across each page of what is not real, such as `DEMONSTRATION`.
    pub overprint: Option<String>,
    /// What stands at the head of each page: what it is, and whose.
    pub running_head: String,
    /// What stands at the foot of each page before the page number: edition, reference.
    pub running_foot: String,
    /// Whether a contents page stands after the first heading's front matter.
    pub contents: bool,
    /// When the document was made, for the file's metadata.
    pub produced: DateTime<Utc>,
    /// What it says.
    pub blocks: Vec<Block>,
}
