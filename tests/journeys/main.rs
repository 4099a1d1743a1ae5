//! Journeys: through the real window, by keyboard, one for each thing a person comes to do.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a journey that goes wrong is to stop with its own words"
)]

mod opening;
