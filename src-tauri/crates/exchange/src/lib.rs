//! Tables and open data: read into entries of the directory, and written from them.
//!
//! Nothing here touches a disk, and nothing read here is trusted: a file is bytes from a stranger.
//! [`open`] reads the bytes and needs nothing of the directory; [`judge`] holds what they say
//! against it.
//!
//! What open data says and an entry does not hold is [`Carried`]: it comes out of reading as text
//! for a store to keep, and goes into writing again. Nothing else of the program reads it.

mod archive;
mod batch;
mod carried;
mod carrying;
mod cell;
mod column;
mod contact_words;
mod csv_text;
mod csv_writing;
mod dates;
mod eligibility_words;
mod faults;
mod feed_words;
mod folded_words;
mod heading_map;
mod hsds_json;
mod hsds_lists;
mod hsds_package;
mod hsds_service;
mod hsds_tables;
mod hsds_writing;
mod ids;
mod judging;
mod known;
mod letters;
mod limits;
mod losses;
mod markup;
mod matching;
mod opened;
mod own_codes;
mod passed_over;
mod row_reading;
mod sheet_marks;
mod strict_json;
mod table;
mod taxonomy;
mod workbook;
mod writing;

pub use batch::{Batch, Format, Incoming, MatchedBy, Reading, Refusal, RowFault, Written};
pub use carried::Carried;
pub use column::{COLUMNS, Column};
pub use judging::{judge, read};
pub use opened::{Opened, open};
pub use strict_json::json_once;
pub use writing::{write, write_carrying, write_with_contacts};
