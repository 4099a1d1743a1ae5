//! The calculators: periods, dates and sums that a court reckons with, each with its working and its
//! authority. Figures, tables and words are content; here is only the way in which they are reckoned.

mod calculator;
mod working;

pub use calculator::{Calculator, CalculatorId};
pub use working::{Reckoned, Step, Working};
