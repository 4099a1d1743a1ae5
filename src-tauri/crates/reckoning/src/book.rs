//! The calculators of one edition, and reckoning with one of them.

use chrono::NaiveDate;
use law::{Competence, Facts, MenuOption, Truth, contradictory};
use serde::{Deserialize, Serialize};

use crate::sheet::Sheet;
use crate::{
    Calculator, CalculatorId, CalendarWords, Entry, Holiday, KeptCalendar, Outcome, Working,
};

/// The calculators of one edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Calculators {
    /// The calculators, in order.
    pub entries: Vec<Entry>,
    /// How working days are counted, in words.
    pub calendar: CalendarWords,
    /// The named days of each year that has a table.
    pub holidays: Vec<Holiday>,
}

/// What is given to a calculator: the law of the edition, the facts, and the day for which it is
/// asked.
#[derive(Clone, Copy, Debug)]
pub struct Given<'g> {
    /// The law of competence.
    pub law: &'g Competence,
    /// The options of the menus.
    pub options: &'g [MenuOption],
    /// What was entered.
    pub facts: &'g Facts,
    /// The day for which the law is asked.
    pub as_at: NaiveDate,
    /// The calendars that are kept here.
    pub kept: &'g [KeptCalendar],
}

impl Calculators {
    /// Every calculator, as the page and the command line show it. Where a calendar is kept, it can
    /// be chosen.
    pub fn shown(&self, law: &Competence, kept: &[KeptCalendar]) -> Vec<Calculator> {
        let entries = self.entries.iter();
        let shown = entries.map(|entry| {
            let mut calculator = entry.calculator(law, &self.entries);
            self.calendar.offer(&mut calculator, kept);
            calculator
        });
        shown.collect()
    }

    /// The calculator with an id.
    pub fn entry(&self, id: &CalculatorId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == *id)
    }

    /// Reckons with a calculator; nothing where there is none of this id. What is missing, what
    /// cannot be and what was not checked is part of the answer.
    pub fn reckon(&self, id: &CalculatorId, given: Given<'_>) -> Option<Working> {
        let entry = self.entry(id)?;
        let mut sheet = Sheet::new(self, entry, given);
        if !contradicted(&mut sheet) && !turned(&mut sheet) {
            entry.method.reckon(&mut sheet);
        }
        Some(sheet.finished())
    }
}

/// Tells of what among the inputs cannot stand together.
fn contradicted(sheet: &mut Sheet<'_>) -> bool {
    let given = sheet.given;
    let faults = contradictory(given.facts, given.law, given.as_at);
    let mut any = false;
    for fault in faults {
        let concerns = sheet.entry.asks.iter().any(|id| id.0 == fault.field);
        if concerns {
            let label = given.law.fact(&fault.field.as_str().into());
            let label = label.map_or(fault.field.as_str(), |fact| fact.label.as_str());
            let says = fault.says.trim_end_matches('.');
            sheet.warn(format!("{label}: {says}."));
            any = true;
        }
    }
    any
}

/// Follows the turns; whether one of them leaves nothing to reckon.
fn turned(sheet: &mut Sheet<'_>) -> bool {
    let entry = sheet.entry;
    for turn in &entry.turns {
        if sheet.holds(&turn.when) != Truth::True {
            continue;
        }
        match &turn.then {
            Outcome::Settles(settled) => {
                sheet.step(&turn.says, turn.authority.as_deref(), turn.checked);
                sheet.answer(&settled.label, &settled.value);
                return true;
            }
            Outcome::Refuses => {
                sheet.warn(turn.says.clone());
                return true;
            }
            Outcome::Cautions => {
                sheet.warn(turn.says.clone());
                sheet.rests_on(turn.checked);
            }
        }
    }
    false
}
