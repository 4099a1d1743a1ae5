//! The commands, a module for each part of the desk.

pub(crate) mod casebook;
pub(crate) mod convening;
pub(crate) mod door;
pub(crate) mod looking_up;
pub(crate) mod paper;
pub(crate) mod reporting;
