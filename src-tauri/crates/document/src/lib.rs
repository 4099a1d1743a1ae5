//! What a document says, in reading order, already redacted.
//!
//! It knows nothing of pages, fonts or PDF: `press` decides where things go.

mod block;
mod paper;
mod rich_text;

pub use block::{Align, Block, Cell, Column, Inline, NoteTone, Row, SignatureBlock, Table};
pub use paper::{Document, PageSize};
pub use rich_text::{RichBlock, RichSpan, RichText};
