//! By when unpaid work must be finished.

use law::{Checked, FactValue, Facts, Measured, OptionId, Term};
use serde::{Deserialize, Serialize};

use crate::Template;
use crate::civil_day::{after, in_full};
use crate::sheet::Sheet;

/// The periods in which unpaid work must be finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct UnpaidWork {
    /// The levels, by the option whose bounds of hours are the law's.
    #[serde(rename = "level")]
    pub levels: Vec<WorkLevel>,
    /// The label of the latest day.
    pub label: String,
    /// The label of the day where the period begins with the day of the order.
    pub label_beginning_with: String,
    /// The period that was specified; place `period`.
    pub specified: Template,
    /// How it is counted; places `period`, `from`, `day`.
    pub counted: Template,
    /// Which day is counted.
    pub first_day: String,
    /// The period specified is shorter than the statute's; places `specified`, `period`.
    pub shorter: Template,
    /// No level has so many hours; place `hours`.
    pub no_level: Template,
    /// It is beyond the calendar.
    pub too_far: String,
}

/// A level of unpaid work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct WorkLevel {
    /// The option of the level.
    pub option: OptionId,
    /// The period, unless a longer one is specified.
    pub period: Term,
    /// What the provision says; place `hours`.
    pub says: Template,
    /// The provision.
    pub authority: String,
    /// Whether it was checked.
    pub checked: Checked,
}

impl UnpaidWork {
    pub(crate) fn reckon(&self, sheet: &mut Sheet<'_>) {
        let from = sheet.need_date(&"sentence_date".into());
        let hours = sheet.need_count(&sheet.own("hours"));
        let (Some(from), Some(hours)) = (from, hours) else {
            return;
        };
        let Some(level) = self.level(sheet, hours) else {
            return;
        };
        let says = level.says.with(&[("hours", &hours.to_string())]);
        sheet.step(says, Some(&level.authority), level.checked);
        let specified = sheet.term(&sheet.own("specified"));
        if let Some(specified) = specified.filter(|specified| *specified < level.period) {
            let places = [
                ("specified", specified.to_string()),
                ("period", level.period.to_string()),
            ];
            let places = places
                .each_ref()
                .map(|(name, words)| (*name, words.as_str()));
            sheet.warn(self.shorter.with(&places));
            return;
        }
        let period = specified.unwrap_or(level.period);
        if specified.is_some() {
            sheet.sum(self.specified.with(&[("period", &period.to_string())]));
        }
        let end = after(from, period);
        let Some((end, eve)) = end.and_then(|end| Some((end, end.pred_opt()?))) else {
            sheet.warn(self.too_far.clone());
            return;
        };
        let places = [
            ("period", period.to_string()),
            ("from", in_full(from)),
            ("day", in_full(end)),
        ];
        let places = places
            .each_ref()
            .map(|(name, words)| (*name, words.as_str()));
        sheet.sum(self.counted.with(&places));
        sheet.step(&self.first_day, None, Checked::Unverified);
        sheet.answer(&self.label, in_full(end));
        sheet.answer(&self.label_beginning_with, in_full(eve));
    }

    /// The level whose hours these are, by the bounds that hold where nothing else is outstanding.
    fn level(&self, sheet: &mut Sheet<'_>, hours: u32) -> Option<&WorkLevel> {
        let mut alone = Facts::none();
        alone.record("outstanding_hours", FactValue::Count(0));
        let mut broken = Vec::new();
        for level in &self.levels {
            let found = sheet.assess(&level.option, &alone)?;
            let certain = found
                .limits
                .iter()
                .filter(|bound| bound.if_known.is_empty());
            let outside: Vec<_> = certain
                .filter(|bound| {
                    let least = bound.at_least.and_then(in_hours);
                    let most = bound.at_most.and_then(in_hours);
                    least.is_some_and(|least| hours < least)
                        || most.is_some_and(|most| most < hours)
                })
                .map(|bound| (bound.says.clone(), bound.authority.clone()))
                .collect();
            if outside.is_empty() {
                return Some(level);
            }
            broken.push(outside);
        }
        sheet.warn(self.no_level.with(&[("hours", &hours.to_string())]));
        // The bound that every level breaks is the reason.
        let mut shared = broken.first().cloned().unwrap_or_default();
        shared.retain(|bound| broken.iter().all(|others| others.contains(bound)));
        for (says, authority) in shared {
            sheet.warn(format!("{says} ({authority})"));
        }
        None
    }
}

fn in_hours(figure: Measured) -> Option<u32> {
    match figure {
        Measured::Hours(hours) => Some(hours),
        Measured::Term(_) | Measured::Amount(_) | Measured::HoursADay(_) => None,
    }
}
