//! What the tests that cross crates are made with: builders, a fixed clock, readers of paper that
//! are not ours, and the driver of the real window.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    clippy::missing_panics_doc,
    reason = "everything here runs only in tests, where a failure is to stop with its own words"
)]

pub mod answers;
pub mod cases;
pub mod office;
pub mod paper;
pub mod places;
pub mod surroundings;
pub mod window;

pub use answers::{answers_that_complete, narrative};
pub use cases::{a_case, a_person};
pub use office::{Office, an_office};
pub use paper::Paper;
pub use surroundings::{Fixed, at, date};
