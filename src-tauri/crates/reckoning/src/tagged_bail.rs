//! Credit for time on bail with a monitored curfew.

use chrono::NaiveDate;
use law::Checked;
use serde::{Deserialize, Serialize};

use crate::Template;
use crate::civil_day::in_short;
use crate::sheet::Sheet;

/// The rule of the credit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TaggedBail {
    /// The fewest hours a day that the person must stay in.
    pub hours_a_day: u32,
    /// One day of credit for so many days of bail.
    pub days_for_one: u32,
    /// The first day from which it is known that bail counts.
    pub counts_from: NaiveDate,
    /// The label of the answer.
    pub label: String,
    /// What makes bail qualify; place `hours`.
    pub qualifies: Template,
    /// The bail does not qualify; place `hours` as entered, `least`.
    pub too_few_hours: Template,
    /// The curfew was not monitored.
    pub not_monitored: String,
    /// The days from the grant to the eve of the end; places `from`, `eve`, `days`.
    pub period: Template,
    /// The days that were entered; place `days`.
    pub entered: Template,
    /// The days that are left; places `days`, `disregarded`, `left`.
    pub left: Template,
    /// No day is disregarded.
    pub none_disregarded: String,
    /// The share; places `left`, `credit`.
    pub share: Template,
    /// The share, rounded up; places `left`, `half`, `credit`.
    pub rounded: Template,
    /// Reasons must be given for what is disregarded.
    pub reasons: String,
    /// Bail before the first day that is known to count.
    pub earlier: String,
    /// Only days were entered, so that it cannot be told whether some were earlier.
    pub days_alone: String,
    /// The bail ended before it was granted, or on that day.
    pub backwards: String,
    /// The days entered are not those between the dates; places `days`, `entered`.
    pub differ: Template,
    /// More is disregarded than there is; places `days`, `disregarded`.
    pub too_many: Template,
    /// A day has no more than 24 hours.
    pub hours_of_a_day: String,
    /// The bail ended after the day asked about.
    pub not_ended: String,
}

impl TaggedBail {
    pub(crate) fn reckon(&self, sheet: &mut Sheet<'_>) {
        let hours = sheet.need_count(&sheet.own("hours"));
        let monitored = sheet.own("monitored");
        let monitored = sheet.need(&monitored, sheet.flag(&monitored));
        if hours.is_some_and(|hours| hours > 24) {
            sheet.warn(self.hours_of_a_day.clone());
            return;
        }
        if self.does_not_qualify(sheet, hours, monitored) {
            return;
        }
        let Some(days) = self.days(sheet) else {
            return;
        };
        if sheet.is_whole() {
            self.credit(sheet, days);
        }
    }

    /// Whether what is known shuts credit out already.
    fn does_not_qualify(
        &self,
        sheet: &mut Sheet<'_>,
        hours: Option<u32>,
        monitored: Option<bool>,
    ) -> bool {
        let (authority, checked) = (sheet.entry.authority.clone(), sheet.entry.checked);
        let least = self.hours_a_day.to_string();
        let qualifies = self.qualifies.with(&[("hours", &least)]);
        let mut wrong = Vec::new();
        if let Some(hours) = hours.filter(|hours| *hours < self.hours_a_day) {
            let hours = hours.to_string();
            wrong.push(
                self.too_few_hours
                    .with(&[("hours", &hours), ("least", &least)]),
            );
        }
        if monitored == Some(false) {
            wrong.push(self.not_monitored.clone());
        }
        sheet.step(qualifies, Some(&authority), checked);
        let none = !wrong.is_empty();
        for says in wrong {
            sheet.step(says, Some(&authority), checked);
        }
        if none {
            sheet.answer(&self.label, days_words(0));
            sheet.forget_missing();
        }
        none
    }

    /// The days of bail, from the dates or as they were entered.
    fn days(&self, sheet: &mut Sheet<'_>) -> Option<u32> {
        let from = sheet.date(&sheet.own("from"));
        let ended = sheet.date(&sheet.own("ended"));
        let entered = sheet.count(&sheet.own("days"));
        if from.is_none() && ended.is_none() {
            let days = sheet.need(&sheet.own("days"), entered)?;
            sheet.sum(self.entered.with(&[("days", &days_words(days))]));
            sheet.warn(self.days_alone.clone());
            return Some(days);
        }
        let from = sheet.need(&sheet.own("from"), from);
        let ended = sheet.need(&sheet.own("ended"), ended);
        let (from, ended) = (from?, ended?);
        let Some(days) = u32::try_from((ended - from).num_days())
            .ok()
            .filter(|d| *d > 0)
        else {
            sheet.warn(self.backwards.clone());
            return None;
        };
        if let Some(entered) = entered.filter(|entered| *entered != days) {
            let places = [("days", days_words(days)), ("entered", days_words(entered))];
            let places = places
                .each_ref()
                .map(|(name, words)| (*name, words.as_str()));
            sheet.warn(self.differ.with(&places));
            return None;
        }
        if ended > sheet.given.as_at {
            sheet.warn(self.not_ended.clone());
        }
        let eve = ended.pred_opt().unwrap_or(ended);
        let places = [
            ("from", in_short(from)),
            ("eve", in_short(eve)),
            ("days", days_words(days)),
        ];
        let places = places
            .each_ref()
            .map(|(name, words)| (*name, words.as_str()));
        let (authority, checked) = (sheet.entry.authority.as_str(), sheet.entry.checked);
        sheet.step(self.period.with(&places), Some(authority), checked);
        if from < self.counts_from {
            sheet.warn(self.earlier.clone());
            sheet.rests_on(Checked::Unverified);
        }
        Some(days)
    }

    fn credit(&self, sheet: &mut Sheet<'_>, days: u32) {
        let disregarded = sheet.count(&sheet.own("disregarded")).unwrap_or(0);
        let Some(left) = days.checked_sub(disregarded) else {
            let places = [
                ("days", days_words(days)),
                ("disregarded", days_words(disregarded)),
            ];
            let places = places
                .each_ref()
                .map(|(name, words)| (*name, words.as_str()));
            sheet.warn(self.too_many.with(&places));
            return;
        };
        if disregarded == 0 {
            sheet.sum(self.none_disregarded.clone());
        } else {
            let places = [
                ("days", days.to_string()),
                ("disregarded", disregarded.to_string()),
                ("left", days_words(left)),
            ];
            let places = places
                .each_ref()
                .map(|(name, words)| (*name, words.as_str()));
            sheet.sum(self.left.with(&places));
            sheet.warn(self.reasons.clone());
        }
        let credit = left.div_ceil(self.days_for_one.max(1));
        let whole = left.is_multiple_of(self.days_for_one.max(1));
        let half = decimal(left, self.days_for_one.max(1));
        let places = [
            ("left", left.to_string()),
            ("half", half),
            ("credit", days_words(credit)),
        ];
        let places = places
            .each_ref()
            .map(|(name, words)| (*name, words.as_str()));
        let says = if whole { &self.share } else { &self.rounded };
        let (authority, checked) = (sheet.entry.authority.as_str(), sheet.entry.checked);
        sheet.step(says.with(&places), Some(authority), checked);
        sheet.answer(&self.label, days_words(credit));
    }
}

/// A quotient to two places, without needless noughts.
pub(crate) fn decimal(number: u32, by: u32) -> String {
    let hundredths = u64::from(number) * 100 / u64::from(by.max(1));
    match (hundredths / 100, hundredths % 100) {
        (whole, 0) => whole.to_string(),
        (whole, part) if part.is_multiple_of(10) => format!("{whole}.{}", part / 10),
        (whole, part) => format!("{whole}.{part:02}"),
    }
}

fn days_words(days: u32) -> String {
    let ending = if days == 1 { "" } else { "s" };
    format!("{days} day{ending}")
}
