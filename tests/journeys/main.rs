//! Journeys: through the real window, by keyboard, one for each thing a person comes to do.
//!
//! They need a display and a message bus of their own, which `cargo xtask test` gives them. What
//! can be proved without the window is proved below it.
#![cfg(target_os = "linux")]
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a journey that goes wrong is to stop with its own words"
)]

mod accessibility;
mod filling;
mod finding;
mod first_run;
mod interruption;
mod locking;
mod pack;
mod proposing;
