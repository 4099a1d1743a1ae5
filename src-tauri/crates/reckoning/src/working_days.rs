//! Counting working days: after a day, before it, and between two.

use serde::{Deserialize, Serialize};

use crate::Template;
use crate::calendar_facts::{Chosen, chosen};
use crate::civil_day::in_full;
use crate::sheet::Sheet;

/// What counting working days says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct WorkingDays {
    /// The label of the answer to "after" and "before"; places `days`, `from`.
    pub after: Template,
    /// The same, backwards.
    pub before: Template,
    /// The label of the answer to "between"; places `from`, `to`.
    pub elapsed: Template,
    /// The label of the answer to "is it one"; place `from`.
    pub is_one: Template,
    /// The answers to it.
    pub yes: String,
    /// The answer that it is none.
    pub no: String,
    /// Which days are counted; it holds of all counting.
    pub rule: String,
    /// The day is its own zeroth day: there is nothing to count.
    pub none: String,
    /// The two days are the wrong way round.
    pub backwards: String,
    /// They are farther apart than is counted.
    pub too_far: String,
}

impl WorkingDays {
    pub(crate) fn reckon(&self, sheet: &mut Sheet<'_>) {
        let question = sheet.own("question");
        let question = sheet.need(&question, sheet.choice(&question));
        let from = sheet.need_date(&sheet.own("from"));
        let (Some(question), Some(from)) = (question, from) else {
            return;
        };
        let chosen = chosen(sheet);
        match question.as_str() {
            "is-one" => {
                let why = chosen.why_not(sheet, from);
                chosen.tell(sheet, from, from);
                let answer = if why.is_some() { &self.no } else { &self.yes };
                sheet.answer(self.is_one.with(&[("from", &in_full(from))]), answer);
                if let Some(why) = why {
                    sheet.warn(why);
                }
            }
            "elapsed" => self.elapsed(sheet, from, &chosen),
            _ => self.count(sheet, from, question == "before", &chosen),
        }
    }

    fn count(
        &self,
        sheet: &mut Sheet<'_>,
        from: chrono::NaiveDate,
        backwards: bool,
        chosen: &Chosen,
    ) {
        let Some(number) = sheet.need_count(&sheet.own("number")) else {
            return;
        };
        if number == 0 {
            sheet.warn(self.none.clone());
            return;
        }
        let (found, label) = if backwards {
            (chosen.calendar.before(from, number), &self.before)
        } else {
            (chosen.calendar.after(from, number), &self.after)
        };
        let Some(found) = found else {
            sheet.warn(self.too_far.clone());
            return;
        };
        sheet.sum(self.rule.clone());
        chosen.tell(sheet, from, found);
        let places = [("from", in_full(from)), ("days", days(number))];
        let places = places
            .each_ref()
            .map(|(name, words)| (*name, words.as_str()));
        sheet.answer(label.with(&places), in_full(found));
    }

    fn elapsed(&self, sheet: &mut Sheet<'_>, from: chrono::NaiveDate, chosen: &Chosen) {
        let Some(to) = sheet.need_date(&sheet.own("to")) else {
            return;
        };
        if to < from {
            sheet.warn(self.backwards.clone());
            return;
        }
        let Some(found) = chosen.calendar.elapsed(from, to) else {
            sheet.warn(self.too_far.clone());
            return;
        };
        sheet.sum(self.rule.clone());
        chosen.tell(sheet, from, to);
        let places = [("from", in_full(from)), ("to", in_full(to))];
        let places = places.each_ref().map(|(name, day)| (*name, day.as_str()));
        sheet.answer(self.elapsed.with(&places), days(found));
    }
}

pub(crate) fn days(number: u32) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} working day{ending}")
}
