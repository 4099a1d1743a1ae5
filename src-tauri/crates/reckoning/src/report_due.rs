//! When a report is due: at an hour of the latest working day before the hearing.

use serde::{Deserialize, Serialize};

use crate::Template;
use crate::calendar_facts::chosen;
use crate::civil_day::in_full;
use crate::sheet::Sheet;
use crate::working_days::days;

/// The rule by which a report is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ReportDue {
    /// The hour, as it is written: `12:00`.
    pub hour: String,
    /// How many working days before the hearing, unless another number is entered.
    pub working_days: u32,
    /// How many working days before it is due to think of it again.
    pub reminders: Vec<u32>,
    /// The label of the answer.
    pub label: String,
    /// The rule; places `hour`, `days`.
    pub rule: Template,
    /// The court set another day; places `day`, `reckoned`.
    pub court_set: Template,
    /// The label of a reminder; place `days`.
    pub reminder: Template,
    /// The request came when the report was already due; places `received`, `due`.
    pub late: Template,
    /// The due day would be the hearing itself.
    pub none: String,
    /// It is farther off than is counted.
    pub too_far: String,
    /// The day that the court set is not before the hearing.
    pub after_hearing: String,
}

impl ReportDue {
    pub(crate) fn reckon(&self, sheet: &mut Sheet<'_>) {
        let Some(hearing) = sheet.need_date(&sheet.own("hearing")) else {
            return;
        };
        let set = sheet.date(&sheet.own("court-set"));
        let number = sheet.count(&sheet.own("days-before"));
        let number = number.unwrap_or(self.working_days);
        if number == 0 {
            sheet.warn(self.none.clone());
            return;
        }
        if set.is_some_and(|set| set > hearing) {
            sheet.warn(self.after_hearing.clone());
            return;
        }
        let chosen = chosen(sheet);
        let Some(due) = chosen.calendar.before(hearing, number) else {
            sheet.warn(self.too_far.clone());
            return;
        };
        let (checked, authority) = (sheet.entry.checked, sheet.entry.authority.as_str());
        let rule = [("hour", self.hour.as_str()), ("days", &days(number))];
        sheet.step(self.rule.with(&rule), Some(authority), checked);
        chosen.tell(sheet, due, hearing);
        if let Some(why) = chosen.why_not(sheet, hearing) {
            sheet.warn(why);
        }
        let due_words = format!("{} {}", in_full(due), self.hour);
        if let Some(set) = set {
            let set = in_full(set);
            sheet.sum(
                self.court_set
                    .with(&[("day", &set), ("reckoned", &due_words)]),
            );
            sheet.answer(&self.label, set);
        } else {
            sheet.answer(&self.label, &due_words);
        }
        let due = set.unwrap_or(due);
        for number in &self.reminders {
            if let Some(day) = chosen.calendar.before(due, *number) {
                let label = self.reminder.with(&[("days", &days(*number))]);
                sheet.answer(label, in_full(day));
            }
        }
        let received = sheet.date(&sheet.own("received"));
        if let Some(received) = received.filter(|received| *received > due) {
            let places = [("received", in_full(received)), ("due", in_full(due))];
            let places = places.each_ref().map(|(name, day)| (*name, day.as_str()));
            sheet.warn(self.late.with(&places));
        }
    }
}
