//! The week of a person under orders.

use chrono::NaiveDate;
use edition::Edition;
use law::{
    Checked, Compatibility, Effect, Limit, Measured, OptionId, PartInWeek, Proposal, Rule,
    StayInLimit, Week, WeekFinding, WeekLaw,
};

use serde::Serialize;

use crate::{Act, Desk, Fault};

/// The rule that says how long a person may be made to stay in on one day.
const STAYING_IN: &str = "R-46";
/// The rule that requirements must fit together, and with religion, work and education.
const FITTING_TOGETHER: &str = "cpo.compatibility";

/// What is found of a week, and of the parts of a proposal beside it.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct TriedWeek {
    /// What cannot stand together.
    pub finding: WeekFinding,
    /// Each part of the proposal that takes up time in a week.
    pub parts: Vec<PartInWeek>,
}

impl Desk {
    /// Finds what cannot stand together in a week, and what it says of the parts of a proposal,
    /// taking the law as it stood `as_at`.
    pub fn try_week(
        &self,
        week: &Week,
        proposal: &Proposal,
        as_at: NaiveDate,
    ) -> Result<TriedWeek, Fault> {
        self.leave(Act::TryWeek, &[])?;
        let law = week_law(&self.edition, as_at);
        Ok(TriedWeek {
            finding: week.try_out(&law),
            parts: week.beside(proposal, &self.edition.options, &law),
        })
    }

    /// What a week says of the parts of a proposal; nothing of a week in which nothing stands.
    pub(crate) fn in_week(
        &self,
        week: &Week,
        proposal: &Proposal,
        as_at: NaiveDate,
    ) -> Vec<PartInWeek> {
        if week.commitments.is_empty() {
            return Vec::new();
        }
        let law = week_law(&self.edition, as_at);
        week.beside(proposal, &self.edition.options, &law)
    }
}

/// What the edition's rules say of a week on a day.
fn week_law(edition: &Edition, as_at: NaiveDate) -> WeekLaw {
    let rules = &edition.competence.rules;
    let in_force = || rules.iter().filter(|rule| rule.in_force(as_at));
    let staying_in = || in_force().filter(|rule| rule.id.0 == STAYING_IN);
    let limited: Vec<OptionId> = staying_in().flat_map(|rule| rule.on.clone()).collect();
    let limits = staying_in().filter_map(|rule| {
        Some(StayInLimit {
            most_hours_a_day: most_hours(&rule.effect)?,
            authority: authority(rule),
            of: limited.clone(),
        })
    });
    let fitting = in_force().find(|rule| rule.id.0 == FITTING_TOGETHER);
    WeekLaw {
        stay_in: limits.min_by_key(|limit| limit.most_hours_a_day),
        compatibility: fitting.map(|rule| Compatibility {
            authority: authority(rule),
            of: with_requirements(edition, &rule.on),
        }),
    }
}

/// Orders with their requirements, which stand in the same family of the menu.
fn with_requirements(edition: &Edition, orders: &[OptionId]) -> Vec<OptionId> {
    let of = |id: &OptionId| Some(edition.option(id)?.family.as_str());
    let families: Vec<&str> = orders.iter().filter_map(of).collect();
    let options = edition.options.iter();
    options
        .filter(|option| families.contains(&option.family.as_str()))
        .map(|option| option.id.clone())
        .collect()
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
        week_law(&edition, day.parse().unwrap())
    }

    #[test]
    fn the_figure_and_the_provisions_are_those_of_the_edition() {
        let law = law_on("2026-11-22");

        let limit = law.stay_in.unwrap();
        assert_eq!(limit.most_hours_a_day, 12);
        assert_eq!(limit.authority, "CP95 ss.227ZF(3), 245A(2A)");
        assert_eq!(
            law.compatibility.unwrap().authority,
            "CP95 ss.227B(3), 227E"
        );
    }

    #[test]
    fn before_there_were_payback_orders_no_such_provision_is_named() {
        let law = law_on("2011-01-31");

        assert_eq!(law.compatibility, None);
        assert!(law.stay_in.is_some(), "of a restriction of liberty order");
        assert_eq!(law_on("1998-06-30").stay_in, None);
    }
}
