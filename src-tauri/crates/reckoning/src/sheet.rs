//! The sheet that a calculator works on: what was entered, and the working as it grows.

use chrono::NaiveDate;
use law::{
    Amount, Assessment, Checked, Condition, FactId, FactValue, Facts, OptionId, Term, Truth,
};

use crate::{Calculators, Entry, Given, Reckoned, Step, Working};

pub(crate) struct Sheet<'s> {
    pub book: &'s Calculators,
    pub entry: &'s Entry,
    pub given: Given<'s>,
    /// The facts, with what follows from them.
    pub facts: Facts,
    working: Working,
    checked: Checked,
}

impl<'s> Sheet<'s> {
    pub(crate) fn new(book: &'s Calculators, entry: &'s Entry, given: Given<'s>) -> Self {
        Self {
            book,
            entry,
            given,
            facts: given.facts.with_what_follows(given.as_at),
            working: Working::default(),
            checked: entry.checked,
        }
    }

    pub(crate) fn finished(self) -> Working {
        self.working
    }

    /// The id of an input of this calculator.
    pub(crate) fn own(&self, name: &str) -> FactId {
        FactId(format!("{}-{name}", self.entry.id.0))
    }

    pub(crate) fn holds(&self, conditions: &[Condition]) -> Truth {
        let given = self.given;
        given.law.holds(conditions, given.facts, given.as_at)
    }

    /// What the law says of an option on these facts.
    pub(crate) fn assess(&self, option: &OptionId, facts: &Facts) -> Option<Assessment> {
        let found = self.given.options.iter().find(|o| o.id == *option)?;
        Some(self.given.law.assess(found, facts, self.given.as_at))
    }

    pub(crate) fn date(&self, id: &FactId) -> Option<NaiveDate> {
        self.facts.date(&id.0)
    }

    pub(crate) fn count(&self, id: &FactId) -> Option<u32> {
        match self.facts.value(id) {
            Some(FactValue::Count(count)) => Some(*count),
            _ => None,
        }
    }

    pub(crate) fn amount(&self, id: &FactId) -> Option<Amount> {
        match self.facts.value(id) {
            Some(FactValue::Amount(sum)) => Some(*sum),
            _ => None,
        }
    }

    pub(crate) fn term(&self, id: &FactId) -> Option<Term> {
        match self.facts.value(id) {
            Some(FactValue::Term(term)) => Some(*term),
            _ => None,
        }
    }

    pub(crate) fn flag(&self, id: &FactId) -> Option<bool> {
        match self.facts.value(id) {
            Some(FactValue::Flag(flag)) => Some(*flag),
            _ => None,
        }
    }

    pub(crate) fn choice(&self, id: &FactId) -> Option<String> {
        match self.facts.value(id) {
            Some(FactValue::Choice(choice)) => Some(choice.clone()),
            _ => None,
        }
    }

    pub(crate) fn list(&self, id: &FactId) -> Option<Vec<String>> {
        match self.facts.value(id) {
            Some(FactValue::List(ids)) => Some(ids.iter().cloned().collect()),
            _ => None,
        }
    }

    /// The sums entered in a row of inputs, `fine-1`, `fine-2` and so on; those left empty are
    /// passed over.
    pub(crate) fn amounts(&self, name: &str) -> Vec<Amount> {
        let first = self.own(name);
        let inputs = self.entry.asks.iter();
        let row = inputs.filter(|id| is_in_row(id, &first));
        row.filter_map(|id| self.amount(id)).collect()
    }

    /// Takes what was entered, or notes that it has to be.
    pub(crate) fn need<T>(&mut self, id: &FactId, entered: Option<T>) -> Option<T> {
        if entered.is_none() {
            self.miss(id.clone());
        }
        entered
    }

    pub(crate) fn need_date(&mut self, id: &FactId) -> Option<NaiveDate> {
        self.need(id, self.date(id))
    }

    pub(crate) fn need_count(&mut self, id: &FactId) -> Option<u32> {
        self.need(id, self.count(id))
    }

    pub(crate) fn miss(&mut self, id: FactId) {
        if !self.working.missing.contains(&id) {
            self.working.missing.push(id);
        }
    }

    /// What was missed no longer matters: the answer is known without it.
    pub(crate) fn forget_missing(&mut self) {
        self.working.missing.clear();
    }

    /// What an input is called.
    pub(crate) fn label(&self, id: &FactId) -> String {
        let entries = &self.book.entries;
        let own = || {
            let mut inputs = entries.iter().flat_map(|entry| &entry.inputs);
            inputs.find(|fact| fact.id == *id)
        };
        let fact = self.given.law.fact(id).or_else(own);
        fact.map_or_else(|| id.0.clone(), |fact| fact.label.clone())
    }

    /// What inputs are called, in a row.
    pub(crate) fn labels<'i>(&self, ids: impl IntoIterator<Item = &'i FactId>) -> String {
        let labels: Vec<String> = ids.into_iter().map(|id| self.label(id)).collect();
        labels.join("; ")
    }

    /// Whether everything that was needed was entered.
    pub(crate) fn is_whole(&self) -> bool {
        self.working.missing.is_empty()
    }

    /// All answers from here on rest on it.
    pub(crate) fn rests_on(&mut self, checked: Checked) {
        if checked == Checked::Unverified {
            self.checked = checked;
        }
    }

    /// A step on which the answers after it rest.
    pub(crate) fn step(
        &mut self,
        says: impl Into<String>,
        authority: Option<&str>,
        checked: Checked,
    ) {
        let says = says.into();
        let checked = if says.contains("[?]") {
            Checked::Unverified
        } else {
            checked
        };
        self.rests_on(checked);
        self.note(says, authority, checked);
    }

    /// A step that no answer rests on.
    pub(crate) fn note(
        &mut self,
        says: impl Into<String>,
        authority: Option<&str>,
        checked: Checked,
    ) {
        self.working.steps.push(Step {
            says: says.into(),
            authority: authority.map(str::to_owned),
            checked,
        });
    }

    /// A step of plain arithmetic.
    pub(crate) fn sum(&mut self, says: impl Into<String>) {
        self.note(says, None, Checked::Verified);
    }

    pub(crate) fn answer(&mut self, label: impl Into<String>, value: impl Into<String>) {
        self.answer_checked(label, value, Checked::Verified);
    }

    /// An answer with something unchecked of its own.
    pub(crate) fn answer_checked(
        &mut self,
        label: impl Into<String>,
        value: impl Into<String>,
        checked: Checked,
    ) {
        let checked = match checked {
            Checked::Verified => self.checked,
            Checked::Unverified => checked,
        };
        self.working.answers.push(Reckoned {
            label: label.into(),
            value: value.into(),
            checked,
        });
    }

    pub(crate) fn warn(&mut self, says: impl Into<String>) {
        let says = says.into();
        if !self.working.warnings.contains(&says) {
            self.working.warnings.push(says);
        }
    }
}

/// Whether an input is one of a numbered row.
fn is_in_row(id: &FactId, row: &FactId) -> bool {
    let number =
        id.0.strip_prefix(&row.0)
            .and_then(|rest| rest.strip_prefix('-'));
    number.is_some_and(|number| number.parse::<u8>().is_ok())
}
