//! Content: read from its sources, checked, packed into one signed file, and verified before a
//! byte of it is parsed.
//!
//! An [`Edition`] is immutable. Law and services change by publishing another.

mod book;
mod calculator_words;
mod calendar_sources;
mod check;
mod check_calculator_methods;
mod check_calculator_tables;
mod check_calculators;
mod check_codes;
mod check_competence;
mod check_conditions;
mod check_holidays;
mod container;
mod csv_sources;
mod error;
mod fault;
mod keys;
mod sources;

pub use book::{Edition, Label};
pub use container::{pack, verify};
pub use error::Error;
pub use fault::ContentFault;
pub use keys::{PINNED_KEYS, signing_key};
pub use sources::{Sources, read};
