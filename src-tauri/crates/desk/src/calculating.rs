//! The calculators: which there are, and reckoning with one.

use chrono::NaiveDate;
use edition::Edition;
use law::{Competence, FactFault, Facts, FactsFile};
use reckoning::{Calculator, CalculatorId, Given, Working};

use crate::{Act, Desk, Fault};

impl Desk {
    /// The calculators, in the edition's order.
    pub fn calculators(&self) -> Result<Vec<Calculator>, Fault> {
        self.leave(Act::ListCalculators, &[])?;
        let kept = self.kept_calendars_now()?;
        let Edition {
            calculators,
            competence,
            ..
        } = self.edition.as_ref();
        Ok(calculators.shown(competence, &kept))
    }

    /// Reckons with a calculator. What is missing or beyond the law is part of the answer.
    pub fn calculate(
        &self,
        calculator: &CalculatorId,
        given: &Facts,
        as_at: NaiveDate,
    ) -> Result<Working, Fault> {
        self.leave(Act::Calculate, &[])?;
        let kept = self.kept_calendars_now()?;
        let given = Given {
            kept: &kept,
            law: &self.edition.competence,
            options: &self.edition.options,
            facts: given,
            as_at,
        };
        let working = self.edition.calculators.reckon(calculator, given);
        working.ok_or(Fault::NotFound)
    }

    /// Reads what is given to a calculator, or says which field of it is wrong. A key is a fact of
    /// the law or an input of the calculator. Dates and ages that cannot follow one another are refused.
    pub fn read_given(
        &self,
        calculator: &CalculatorId,
        value: &serde_json::Value,
        today: NaiveDate,
    ) -> Result<Facts, Vec<FactFault>> {
        let law = &self.edition.competence;
        let mut facts = law.facts.clone();
        let all = self.edition.calculators.shown(law, &[]);
        let asked = all.into_iter().filter(|shown| shown.id == *calculator);
        for input in asked.flat_map(|shown| shown.inputs) {
            if law.fact(&input.id).is_none() {
                facts.push(input);
            }
        }
        let known = Competence {
            facts,
            ..Competence::default()
        };
        FactsFile::read(value, &known, today).map(|file| file.facts)
    }
}
