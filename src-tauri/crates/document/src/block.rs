//! The blocks of a document, in reading order.

use serde::Serialize;

/// A block of a document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Block {
    /// The document's own title, printed large; it becomes the first heading.
    Title {
        /// The title.
        text: String,
        /// A line below it: court, date, reference.
        sub: Option<String>,
    },
    /// A heading. Levels run from 1 without gaps; each becomes a bookmark.
    Heading {
        /// 1 for the largest.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// Numbered rather than marked.
        ordered: bool,
        /// What each item says.
        items: Vec<Vec<Block>>,
    },
    /// A quotation: another person's words.
    Quotation(Vec<Block>),
    /// A table with header cells.
    Table(Table),
    /// Facts as pairs of a name and a value.
    KeyValues(Vec<(String, Vec<Inline>)>),
    /// A note set apart by a rule and a word, never by colour alone.
    Note {
        /// What kind of note.
        tone: NoteTone,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// Where a person signs. Never split across pages.
    Signature(SignatureBlock),
    /// The next block starts a new page.
    PageBreak,
}

/// What kind of note a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum NoteTone {
    /// For information.
    Plain,
    /// Something the reader must not miss; printed with the word "Note".
    Warning,
}

/// A run of text inside a block.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Strong words.
    Strong(Vec<Inline>),
    /// Emphasised words.
    Emphasis(Vec<Inline>),
    /// Words in another language, marked so that they are spoken rightly.
    Foreign {
        /// BCP 47 tag.
        language: String,
        /// The words.
        text: String,
    },
    /// A link to an address outside the document.
    Link {
        /// The address.
        address: String,
        /// The words.
        text: String,
    },
    /// A line break inside a block, as in an address.
    Break,
}

/// A table. Header rows are repeated on each page; a row is never split.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// What the table shows; printed above it.
    pub caption: String,
    /// The columns, with a heading each.
    pub columns: Vec<Column>,
    /// The rows; the first cell of a row is its row header when `row_headers` is set.
    pub rows: Vec<Row>,
    /// Whether the first cell of each row names the row.
    pub row_headers: bool,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Its share of the width, against the other columns' shares.
    pub share: f32,
    /// How its cells are set.
    pub align: Align,
}

/// How text is set in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Align {
    /// At the start of the line.
    Start,
    /// At the end: figures.
    End,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row(pub Vec<Cell>);

/// A cell of a table: one or more paragraphs of text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell(pub Vec<Vec<Inline>>);

/// Where a person signs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SignatureBlock {
    /// In what capacity: "Author", "Chair".
    pub capacity: String,
    /// The name and office of the person who signs.
    pub name: String,
    /// Further lines: role, registration number, office.
    pub lines: Vec<String>,
    /// The date of signing, where it is known, already in words.
    pub date: Option<String>,
}

impl Inline {
    /// Plain words.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }

    /// Strong words.
    pub fn strong(words: impl Into<String>) -> Self {
        Self::Strong(vec![Self::Text(words.into())])
    }
}

impl Block {
    /// A paragraph of plain words.
    pub fn paragraph(words: impl Into<String>) -> Self {
        Self::Paragraph(vec![Inline::text(words)])
    }

    /// A heading.
    pub fn heading(level: u8, words: impl Into<String>) -> Self {
        Self::Heading {
            level,
            text: words.into(),
        }
    }
}

impl Cell {
    /// A cell with one paragraph of plain words.
    pub fn text(words: impl Into<String>) -> Self {
        Self(vec![vec![Inline::text(words)]])
    }
}

impl Column {
    /// A column of words taking `share` of the width.
    pub fn words(heading: impl Into<String>, share: f32) -> Self {
        Self {
            heading: heading.into(),
            share,
            align: Align::Start,
        }
    }
}
