//! How long a confirmation holds, by kind of service: shown, set and taken back.

use std::collections::HashMap;

use directory::{Assurance, Periods};

use super::{number, runs};
use crate::directory_editing::text::bad;
use crate::{Act, Desk, Fault, ReviewPeriod, SetReviewPeriod};

/// The setting that holds the periods.
pub(crate) const SETTING: &str = "directory-clock";

/// The list of the kinds of services.
const KINDS: &str = "programme_kind";

impl Desk {
    /// How long a confirmation holds: for every kind, and for each.
    pub fn review_periods(&self) -> Result<Vec<ReviewPeriod>, Fault> {
        self.leave(Act::ReadPeriods, &[])?;
        Ok(self.periods_now())
    }

    /// Sets how long a confirmation of a kind holds, and judges every entry by it from now on.
    pub fn set_review_period(
        &mut self,
        wanted: &SetReviewPeriod,
    ) -> Result<Vec<ReviewPeriod>, Fault> {
        let mut audit = self.leave(Act::SetPeriod, &[])?;
        let kind = wanted.kind.as_deref();
        let is_kind = |kind| self.register.codes(KINDS).any(|entry| entry.code == kind);
        if !kind.is_none_or(is_kind) {
            return Err(bad("kind"));
        }
        let mut periods = self.register.periods().clone();
        if !periods.set(kind, wanted.months) {
            return Err(bad("months"));
        }
        if periods != *self.register.periods() {
            audit.records = vec![kind.unwrap_or("every-kind").to_owned()];
            audit.reason = Some(match periods.months(kind) {
                1 => "1 month".to_owned(),
                months => format!("{months} months"),
            });
            self.store.set_setting_noted(SETTING, &periods, &audit)?;
            self.register.set_periods(periods);
        }
        Ok(self.periods_now())
    }

    fn periods_now(&self) -> Vec<ReviewPeriod> {
        let today = self.today_date();
        let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
        for entry in self.register.entries().iter().filter(|entry| runs(entry)) {
            let state = self.register.assurance_of(&entry.service, today);
            let (all, waiting) = counts.entry(entry.service.kind.as_str()).or_default();
            *all += 1;
            *waiting += usize::from(state != Assurance::Fresh);
        }
        let periods = self.register.periods();
        let row = |kind: Option<&str>, label: &str, (all, waiting): (usize, usize)| ReviewPeriod {
            kind: kind.map(str::to_owned),
            label: label.to_owned(),
            months: periods.months(kind),
            set: periods.set_for(kind),
            longest: Periods::longest(kind),
            source: periods.source(kind),
            entries: number(all),
            waiting: number(waiting),
        };
        let every = counts.values().fold((0, 0), |(all, waiting), more| {
            (all + more.0, waiting + more.1)
        });
        let mut rows = vec![row(None, "Every kind without its own period", every)];
        let mut kinds: Vec<_> = self.register.codes(KINDS).collect();
        kinds.sort_by(|one, other| one.label.cmp(&other.label));
        rows.extend(kinds.into_iter().map(|kind| {
            let counted = counts.get(kind.code.as_str()).copied().unwrap_or_default();
            row(Some(&kind.code), &kind.label, counted)
        }));
        rows
    }
}
