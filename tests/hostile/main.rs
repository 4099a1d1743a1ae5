//! Files that nobody made in good faith: arbitrary bytes, and good files with something changed in
//! them. Whatever comes, it is read within its bounds or refused in words, and nothing panics.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "these are tests"
)]

mod changed;
mod editions;
mod tables_and_open_data;
