//! Files as strangers send them: read, judged, refused, and written again.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "these are tests"
)]

mod carried;
mod carried_changes;
mod contacts;
mod lists;
mod office;
mod open_data;
mod refusals;
mod round_trips;
mod scale;
mod spreadsheets;
mod tables;
mod uk_profile;
