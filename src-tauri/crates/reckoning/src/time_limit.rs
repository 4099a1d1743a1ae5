//! Latest and earliest days that a statute counts from another: adjournments, bail reviews, appeals.

use chrono::{Datelike, NaiveDate, Weekday};
use law::{Checked, Term};
use serde::{Deserialize, Serialize};

use crate::Template;
use crate::calendar_facts::{Chosen, chosen};
use crate::civil_day::{after, in_full};
use crate::sheet::Sheet;

/// The time limits of one calculator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TimeLimits {
    /// The limits, one for each choice of what is asked.
    #[serde(rename = "limit")]
    pub limits: Vec<TimeLimit>,
    /// The day is counted from; places `length`, `from`, `day`.
    pub counted: Template,
    /// Which day is counted.
    pub rule: String,
    /// The day found is not a working day, and the nearest that is; places `day`, `why`, `working`.
    pub not_working: Template,
    /// It is beyond the calendar.
    pub too_far: String,
}

/// One time limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TimeLimit {
    /// The choice that asks for it.
    pub id: String,
    /// How far the day lies.
    pub length: Length,
    /// What the day is.
    pub label: String,
    /// How far it lies at most where the court is shown cause.
    #[serde(default)]
    pub on_cause: Option<Length>,
    /// What that day is.
    #[serde(default)]
    pub on_cause_label: Option<String>,
    /// What the provision says.
    pub says: String,
    /// What the reader must know beside it.
    #[serde(default)]
    pub warning: Option<String>,
    /// Whether the day found is the last one, so that a working day before it is looked for.
    pub is_latest: bool,
    /// The provision.
    pub authority: String,
    /// Whether it was checked.
    pub checked: Checked,
}

/// How far one day lies after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Length {
    /// By the calendar.
    Term(Term),
    /// So many working days of the court.
    CourtDays(u32),
    /// So many days with Sundays and holidays left out and Saturdays counted.
    DaysButSundays(u32),
}

impl Length {
    fn words(self) -> String {
        match self {
            Self::Term(term) => term.to_string(),
            Self::CourtDays(1) => "1 court day".to_owned(),
            Self::CourtDays(days) => format!("{days} court days"),
            Self::DaysButSundays(days) => format!("{days} days"),
        }
    }

    fn from(self, day: NaiveDate, chosen: &Chosen) -> Option<NaiveDate> {
        match self {
            Self::Term(term) => after(day, term),
            Self::CourtDays(number) => chosen.calendar.after(day, number),
            Self::DaysButSundays(number) => {
                let counted = |day: &NaiveDate| {
                    day.weekday() != Weekday::Sun && chosen.calendar.why_closed(*day).is_none()
                };
                let days = day.iter_days().skip(1);
                let place = usize::try_from(number).ok()?.checked_sub(1)?;
                days.filter(counted).nth(place)
            }
        }
    }

    fn counts_holidays_out(self) -> bool {
        matches!(self, Self::CourtDays(_) | Self::DaysButSundays(_))
    }
}

impl TimeLimits {
    pub(crate) fn reckon(&self, sheet: &mut Sheet<'_>) {
        let wanted = sheet.own("for");
        let wanted = sheet.need(&wanted, sheet.choice(&wanted));
        let from = sheet.need_date(&sheet.own("from"));
        let (Some(wanted), Some(from)) = (wanted, from) else {
            return;
        };
        let Some(limit) = self.limits.iter().find(|limit| limit.id == wanted) else {
            return;
        };
        sheet.step(&limit.says, Some(&limit.authority), limit.checked);
        sheet.sum(self.rule.clone());
        let chosen = chosen(sheet);
        let cause = limit.on_cause.zip(limit.on_cause_label.as_deref());
        let days = [Some((limit.length, limit.label.as_str())), cause];
        for (length, label) in days.into_iter().flatten() {
            self.answer(sheet, limit, (length, label), from, &chosen);
        }
        if let Some(warning) = &limit.warning {
            sheet.warn(warning.clone());
        }
    }

    fn answer(
        &self,
        sheet: &mut Sheet<'_>,
        limit: &TimeLimit,
        (length, label): (Length, &str),
        from: NaiveDate,
        chosen: &Chosen,
    ) {
        let Some(day) = length.from(from, chosen) else {
            sheet.warn(self.too_far.clone());
            return;
        };
        let places = [
            ("length", length.words()),
            ("from", in_full(from)),
            ("day", in_full(day)),
        ];
        let places = places
            .each_ref()
            .map(|(name, words)| (*name, words.as_str()));
        sheet.sum(self.counted.with(&places));
        if length.counts_holidays_out() {
            chosen.tell(sheet, from, day);
        }
        sheet.answer(label, in_full(day));
        if limit.is_latest
            && !length.counts_holidays_out()
            && let Some(why) = chosen.why_not(sheet, day)
            && let Some(working) = chosen.calendar.before(day, 1)
        {
            let places = [("why", why), ("working", in_full(working))];
            let places = places
                .each_ref()
                .map(|(name, words)| (*name, words.as_str()));
            sheet.warn(self.not_working.with(&places));
        }
    }
}
