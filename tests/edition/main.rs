//! The edition the program ships with: whole, true to its sources, and not to be forged.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "these are tests, and what they are made with stands beside them"
)]

mod competence;
mod completeness;
mod faults;
mod forgery;
