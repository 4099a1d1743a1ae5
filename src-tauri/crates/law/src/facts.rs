//! The facts of one case, so far as they are recorded.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Age, Amount, FactId, Term, Truth};

/// The value of a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "kind", content = "value", rename_all = "kebab-case")]
pub enum FactValue {
    /// Yes or no.
    Flag(bool),
    /// An age.
    Age(Age),
    /// A civil date.
    Date(NaiveDate),
    /// A length of time.
    Term(Term),
    /// A sum of money.
    Amount(Amount),
    /// A whole number.
    Count(u32),
    /// The id of a choice.
    Choice(String),
    /// The ids of the choices that are present; the others are known to be absent.
    List(BTreeSet<String>),
}

/// The facts that are recorded. A fact that is not here is not known, which is never a no.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(transparent)]
pub struct Facts(BTreeMap<FactId, FactValue>);

impl Facts {
    /// Nothing recorded.
    pub fn none() -> Self {
        Self::default()
    }

    /// Records a fact in place of what was recorded before.
    pub fn record(&mut self, fact: impl Into<FactId>, value: FactValue) {
        self.0.insert(fact.into(), value);
    }

    /// What is recorded of a fact.
    pub fn value(&self, fact: &FactId) -> Option<&FactValue> {
        self.0.get(fact)
    }

    /// Every recorded fact.
    pub fn iter(&self) -> impl Iterator<Item = (&FactId, &FactValue)> {
        self.0.iter()
    }

    /// The facts with what follows from them where it is not recorded itself: the ages that a date
    /// of birth gives, `age_now` on the day for which the law is asked and `age_at_offence` on the
    /// day of the offence; the age at the offence so far as the age now tells it; and from the court, whether the conviction is on indictment.
    #[must_use]
    pub fn with_what_follows(&self, as_at: NaiveDate) -> Self {
        let mut facts = self.clone();
        let days = [
            ("age_now", Some(as_at)),
            ("age_at_offence", self.date("offence_date")),
        ];
        for (fact, day) in days {
            let born = self.date("date_of_birth");
            let age = born.zip(day).and_then(|(born, day)| Age::on(day, born));
            facts.follow(fact, age.map(FactValue::Age));
        }
        let earlier = facts.date("offence_date").zip(facts.age("age_now"));
        let then = earlier.and_then(|(day, now)| now.before(as_at, day));
        facts.follow("age_at_offence", then.map(FactValue::Age));
        let on_indictment = match self.value(&"court".into()) {
            Some(FactValue::Choice(court)) => match court.as_str() {
                "HC" | "SO" => Some(true),
                "SS" | "JP" => Some(false),
                _ => None,
            },
            _ => None,
        };
        facts.follow(
            "conviction_on_indictment",
            on_indictment.map(FactValue::Flag),
        );
        facts
    }

    fn follow(&mut self, fact: &str, value: Option<FactValue>) {
        if let Some(value) = value {
            self.0.entry(fact.into()).or_insert(value);
        }
    }

    /// The date recorded for a fact.
    pub fn date(&self, fact: &str) -> Option<NaiveDate> {
        match self.value(&fact.into()) {
            Some(FactValue::Date(date)) => Some(*date),
            _ => None,
        }
    }

    /// The age recorded for a fact.
    pub fn age(&self, fact: &str) -> Option<Age> {
        match self.value(&fact.into()) {
            Some(FactValue::Age(age)) => Some(*age),
            _ => None,
        }
    }

    /// The term recorded for a fact.
    pub(crate) fn term(&self, fact: &FactId) -> Option<Term> {
        match self.value(fact) {
            Some(FactValue::Term(term)) => Some(*term),
            _ => None,
        }
    }

    /// The sum recorded for a fact.
    pub(crate) fn amount(&self, fact: &FactId) -> Option<Amount> {
        match self.value(fact) {
            Some(FactValue::Amount(amount)) => Some(*amount),
            _ => None,
        }
    }

    /// The number recorded for a fact.
    pub(crate) fn count(&self, fact: &FactId) -> Option<u32> {
        match self.value(fact) {
            Some(FactValue::Count(count)) => Some(*count),
            _ => None,
        }
    }

    /// Whether a test holds of what is recorded; not known where nothing is.
    ///
    /// A value of another kind than the test asks for counts as not recorded: reading a facts file
    /// refuses it, so it does not arise.
    pub(crate) fn test<'f, T>(
        &'f self,
        fact: &FactId,
        of: impl FnOnce(&'f FactValue) -> Option<T>,
        test: impl FnOnce(T) -> Truth,
    ) -> Truth {
        let found = self.value(fact).and_then(of);
        found.map_or_else(|| Truth::unknown(&fact.0), test)
    }
}

impl From<String> for FactId {
    fn from(id: String) -> Self {
        Self(id)
    }
}
