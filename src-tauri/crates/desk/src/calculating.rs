//! The calculators: which there are, and reckoning with one.

use chrono::NaiveDate;
use law::Facts;
use reckoning::{Calculator, CalculatorId, Working};

use crate::{Act, Desk, Fault};

impl Desk {
    /// The calculators, in the edition's order.
    pub fn calculators(&self) -> Result<Vec<Calculator>, Fault> {
        self.leave(Act::ListCalculators, &[])?;
        Ok(Vec::new())
    }

    /// Reckons with a calculator. What is missing or beyond the law is part of the answer.
    pub fn calculate(
        &self,
        _calculator: &CalculatorId,
        _given: &Facts,
        _as_at: NaiveDate,
    ) -> Result<Working, Fault> {
        self.leave(Act::Calculate, &[])?;
        Err(Fault::NotFound)
    }
}
