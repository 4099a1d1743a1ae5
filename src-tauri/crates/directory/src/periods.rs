//! How long a confirmation holds, by kind of service.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Clock;

/// How many months a confirmation holds where nothing else is set: the directory's own period.
const OWN: u32 = 3;

/// How many months can be set at most.
const LONGEST: u32 = 60;

/// The kinds that keep the three months strictly. Theirs can be made shorter and not longer.
const STRICT: [&str; 1] = ["victim"];

/// The periods that an office set, in months; where it set none, the directory's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Periods {
    usual: Option<u32>,
    of_kind: BTreeMap<String, u32>,
}

/// Where a period comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum PeriodSource {
    /// The directory's own: nothing was set.
    Own,
    /// What was set for every kind that has none of its own.
    Usual,
    /// It was set for this kind, or, asked of every kind, for them all.
    Set,
}

impl Periods {
    /// How many months a confirmation of a kind holds; of every kind that has none of its own where
    /// no kind is named.
    pub fn months(&self, kind: Option<&str>) -> u32 {
        let months = self.set_for(kind).or(self.usual).unwrap_or(OWN);
        months.min(Self::longest(kind))
    }

    /// Where the period of a kind comes from.
    pub fn source(&self, kind: Option<&str>) -> PeriodSource {
        if self.set_for(kind).is_some() {
            PeriodSource::Set
        } else if self.usual.is_some_and(|usual| usual == self.months(kind)) {
            PeriodSource::Usual
        } else {
            PeriodSource::Own
        }
    }

    /// How many months were set for a kind, or for every kind that has none of its own.
    pub fn set_for(&self, kind: Option<&str>) -> Option<u32> {
        match kind {
            Some(kind) => self.of_kind.get(kind).copied(),
            None => self.usual,
        }
    }

    /// How many months can be set for a kind at most.
    pub fn longest(kind: Option<&str>) -> u32 {
        match kind {
            Some(kind) if STRICT.contains(&kind) => OWN,
            Some(_) | None => LONGEST,
        }
    }

    /// Sets the period of a kind, or of every kind that has none of its own; none takes away what
    /// was set. Gives whether the figure can be a period: if not, nothing is set.
    #[must_use]
    pub fn set(&mut self, kind: Option<&str>, months: Option<u32>) -> bool {
        if months.is_some_and(|months| months == 0 || months > Self::longest(kind)) {
            return false;
        }
        match (kind, months) {
            (None, months) => self.usual = months,
            (Some(kind), Some(months)) => {
                self.of_kind.insert(kind.to_owned(), months);
            }
            (Some(kind), None) => {
                self.of_kind.remove(kind);
            }
        }
        true
    }

    /// The clock of a kind.
    pub fn clock(&self, kind: &str) -> Clock {
        Clock::of_months(self.months(Some(kind)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_has_its_own_period_or_the_usual_one_or_the_directory_s() {
        let mut periods = Periods::default();
        assert_eq!(periods.months(Some("housing")), 3);
        assert_eq!(periods.source(Some("housing")), PeriodSource::Own);

        assert!(periods.set(None, Some(6)));
        assert!(periods.set(Some("housing"), Some(12)));

        assert_eq!(periods.months(Some("housing")), 12);
        assert_eq!(periods.source(Some("housing")), PeriodSource::Set);
        assert_eq!(periods.months(Some("literacy")), 6);
        assert_eq!(periods.source(Some("literacy")), PeriodSource::Usual);

        assert!(periods.set(Some("housing"), None));
        assert_eq!(periods.months(Some("housing")), 6);
    }

    #[test]
    fn a_period_is_of_one_month_to_sixty() {
        let mut periods = Periods::default();

        assert!(!periods.set(Some("housing"), Some(0)));
        assert!(!periods.set(None, Some(61)));
        assert_eq!(periods, Periods::default());
        assert!(periods.set(Some("housing"), Some(60)));
        assert!(periods.set(Some("housing"), Some(1)));
    }

    #[test]
    fn what_is_there_for_victims_keeps_the_three_months() {
        let mut periods = Periods::default();

        assert!(periods.set(None, Some(12)));
        assert!(!periods.set(Some("victim"), Some(4)));

        assert_eq!(periods.months(Some("victim")), 3);
        assert_eq!(periods.source(Some("victim")), PeriodSource::Own);
        assert!(periods.set(Some("victim"), Some(2)));
        assert_eq!(periods.months(Some("victim")), 2);
    }
}
