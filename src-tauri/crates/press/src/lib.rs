//! Documents to paper: laid out on sheets, then written as tagged PDF (PDF/UA-1).
//!
//! `lay_out` decides where everything goes and gives sheets that can be compared as text; `pdf`
//! writes them with their tags. Nothing here reads a clock or a file, so the same document always
//! gives the same bytes.

mod characters;
mod column_widths;
mod composer;
mod contents;
mod drawing;
mod embedding;
mod error;
mod flow;
mod fonts;
mod headings;
mod hyphenation;
mod key_values;
mod lay_out;
mod line_breaking;
mod list;
mod marks;
mod measure;
mod metadata;
mod outline;
mod overprint;
mod pages;
mod pdf;
mod running;
mod shaping;
mod sheet;
mod signature;
mod spans;
mod structure;
mod stylesheet;
mod table;
mod tags;
mod text_string;
mod warning;
mod words;

#[cfg(test)]
mod tests;

pub use error::Error;
pub use fonts::Fonts;
pub use lay_out::{Layout, lay_out};
pub use measure::{Mm, Pt};
pub use pdf::{Printed, pdf, print};
pub use sheet::{Band, Line, Sheet};
pub use stylesheet::Stylesheet;
pub use warning::Warning;
