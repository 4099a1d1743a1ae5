//! Tables and open data: read into entries of the directory, and written from them.
//!
//! Nothing here touches a disk, and nothing read here is trusted: a file is bytes from a stranger.

mod batch;

pub use batch::{Batch, Format, Incoming, MatchedBy, Reading, Refusal, RowFault, Written};
pub use batch::{read, write};
