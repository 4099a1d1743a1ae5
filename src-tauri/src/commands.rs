//! The commands, a module for each part of the desk.
#![expect(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    reason = "a command is given values, and gives a result, whatever it does with them"
)]

pub(crate) mod casebook;
pub(crate) mod convening;
pub(crate) mod directory;
pub(crate) mod door;
pub(crate) mod importing;
pub(crate) mod looking_up;
pub(crate) mod paper;
pub(crate) mod publishing;
pub(crate) mod reporting;
pub(crate) mod upkeep;
