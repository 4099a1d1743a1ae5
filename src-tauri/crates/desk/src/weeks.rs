//! The week of a person under orders.

use chrono::NaiveDate;
use law::{Checked, Effect, Limit, Measured, Rule, StayInLimit, Week, WeekFinding, WeekLaw};

use crate::{Act, Desk, Fault};

/// The rule that says how long a person may be made to stay in on one day.
const STAYING_IN: &str = "R-46";
/// The rule that requirements must fit together, and with religion, work and education.
const FITTING_TOGETHER: &str = "cpo.compatibility";

impl Desk {
    /// Finds what cannot stand together in a week, taking the law as it stood `as_at`.
    pub fn try_week(&self, week: &Week, as_at: NaiveDate) -> Result<WeekFinding, Fault> {
        self.leave(Act::TryWeek, &[])?;
        let law = week_law(&self.edition.competence.rules, as_at);
        Ok(week.try_out(&law))
    }
}

/// What the edition's rules say of a week on a day.
fn week_law(rules: &[Rule], as_at: NaiveDate) -> WeekLaw {
    let in_force = || rules.iter().filter(|rule| rule.in_force(as_at));
    let limits = in_force()
        .filter(|rule| rule.id.0 == STAYING_IN)
        .filter_map(|rule| {
            Some(StayInLimit {
                most_hours_a_day: most_hours(&rule.effect)?,
                authority: authority(rule),
            })
        });
    let fitting = in_force().find(|rule| rule.id.0 == FITTING_TOGETHER);
    WeekLaw {
        stay_in: limits.min_by_key(|limit| limit.most_hours_a_day),
        compatibility: fitting.map(authority),
    }
}

fn most_hours(effect: &Effect) -> Option<u32> {
    let Effect::Limits(Limit { at_most, .. }) = effect else {
        return None;
    };
    match at_most {
        Some(Measured::HoursADay(hours)) => Some(*hours),
        Some(Measured::Term(_) | Measured::Hours(_) | Measured::Amount(_)) | None => None,
    }
}

/// The provision, with the mark of one that was not checked.
fn authority(rule: &Rule) -> String {
    match rule.checked {
        Checked::Verified => rule.authority.clone(),
        Checked::Unverified => format!("{} [?]", rule.authority),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundled_edition;

    fn law_on(day: &str) -> WeekLaw {
        let edition = bundled_edition().unwrap();
        week_law(&edition.competence.rules, day.parse().unwrap())
    }

    #[test]
    fn the_figure_and_the_provisions_are_those_of_the_edition() {
        let law = law_on("2026-11-22");

        let limit = law.stay_in.unwrap();
        assert_eq!(limit.most_hours_a_day, 12);
        assert_eq!(limit.authority, "CP95 ss.227ZF(3), 245A(2A)");
        assert_eq!(law.compatibility.unwrap(), "CP95 ss.227B(3), 227E");
    }

    #[test]
    fn before_there_were_payback_orders_no_such_provision_is_named() {
        let law = law_on("2011-01-31");

        assert_eq!(law.compatibility, None);
        assert!(law.stay_in.is_some(), "of a restriction of liberty order");
        assert_eq!(law_on("1998-06-30").stay_in, None);
    }
}
