//! By when compensation under a requirement must be paid: the earlier of two days.

use chrono::NaiveDate;
use law::{Checked, Facts, Measured, OptionId, Term};
use serde::{Deserialize, Serialize};

use crate::Template;
use crate::civil_day::{after, in_full, months_before};
use crate::sheet::Sheet;

/// The rule of the latest day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CompensationLatest {
    /// The option whose longest term is the one day.
    pub option: OptionId,
    /// The option whose term is the supervision.
    pub supervision: OptionId,
    /// So many months before the supervision ends is the other.
    pub months_before_end: u32,
    /// The label of the answer.
    pub label: String,
    /// The one day; places `term`, `from`, `day`.
    pub by_term: Template,
    /// The end of the supervision; places `term`, `from`, `day`.
    pub supervision_ends: Template,
    /// The other day; places `months`, `end`, `day`.
    pub by_end: Template,
    /// Which of them is the earlier; place `day`.
    pub earlier: Template,
    /// Which day is counted.
    pub first_day: String,
    /// The end and the length that were entered differ; places `day`, `entered`.
    pub differ: Template,
    /// There is no time left; place `day`.
    pub no_time: Template,
    /// It is beyond the calendar.
    pub too_far: String,
}

impl CompensationLatest {
    pub(crate) fn reckon(&self, sheet: &mut Sheet<'_>) {
        let from = sheet.need_date(&"sentence_date".into());
        let (length, end) = (sheet.own("supervision"), sheet.own("supervision-ends"));
        let entered = (sheet.term(&length), sheet.date(&end));
        if entered == (None, None) {
            sheet.miss(length);
        }
        let Some(from) = from.filter(|_| sheet.is_whole()) else {
            return;
        };
        let Some(end) = self.end(sheet, from, entered) else {
            return;
        };
        let Some((term, authority, checked)) = self.longest(sheet) else {
            return;
        };
        let (by_term, by_end) = (
            after(from, term),
            months_before(end, self.months_before_end),
        );
        let (Some(by_term), Some(by_end)) = (by_term, by_end) else {
            sheet.warn(self.too_far.clone());
            return;
        };
        let places = [
            ("term", term.to_string()),
            ("from", in_full(from)),
            ("day", in_full(by_term)),
        ];
        let places = places
            .each_ref()
            .map(|(name, words)| (*name, words.as_str()));
        sheet.step(self.by_term.with(&places), Some(&authority), checked);
        let places = [
            ("months", self.months_before_end.to_string()),
            ("end", in_full(end)),
            ("day", in_full(by_end)),
        ];
        let places = places
            .each_ref()
            .map(|(name, words)| (*name, words.as_str()));
        sheet.step(self.by_end.with(&places), Some(&authority), checked);
        let latest = by_term.min(by_end);
        if latest <= from {
            sheet.warn(self.no_time.with(&[("day", &in_full(latest))]));
            return;
        }
        sheet.sum(self.earlier.with(&[("day", &in_full(latest))]));
        sheet.step(&self.first_day, None, Checked::Unverified);
        sheet.answer(&self.label, in_full(latest));
    }

    /// The day on which the supervision ends.
    fn end(
        &self,
        sheet: &mut Sheet<'_>,
        from: NaiveDate,
        entered: (Option<Term>, Option<NaiveDate>),
    ) -> Option<NaiveDate> {
        let Some(length) = entered.0 else {
            return entered.1;
        };
        self.warn_of_bounds(sheet, length);
        let Some(end) = after(from, length) else {
            sheet.warn(self.too_far.clone());
            return None;
        };
        if let Some(other) = entered.1
            && (other - end).num_days().abs() > 1
        {
            let places = [("day", in_full(end)), ("entered", in_full(other))];
            let places = places
                .each_ref()
                .map(|(name, words)| (*name, words.as_str()));
            sheet.warn(self.differ.with(&places));
            return None;
        }
        let end = entered.1.unwrap_or(end);
        let places = [
            ("term", length.to_string()),
            ("from", in_full(from)),
            ("day", in_full(end)),
        ];
        let places = places
            .each_ref()
            .map(|(name, words)| (*name, words.as_str()));
        sheet.sum(self.supervision_ends.with(&places));
        Some(end)
    }

    /// The longest term that the law's own rule allows for payment.
    fn longest(&self, sheet: &Sheet<'_>) -> Option<(Term, String, Checked)> {
        let found = sheet.assess(&self.option, &Facts::none())?;
        let terms = found.limits.into_iter().filter_map(|bound| {
            let certain = bound.if_known.is_empty();
            match bound.at_most {
                Some(Measured::Term(term)) if certain => {
                    Some((term, bound.authority, bound.checked))
                }
                _ => None,
            }
        });
        terms.min_by_key(|(term, ..)| *term)
    }

    /// Warns where the supervision is longer than the law allows.
    fn warn_of_bounds(&self, sheet: &mut Sheet<'_>, length: Term) {
        let found = sheet.assess(&self.supervision, &Facts::none());
        let bounds = found.into_iter().flat_map(|found| found.limits);
        for bound in bounds.filter(|bound| bound.if_known.is_empty()) {
            let high = matches!(bound.at_most, Some(Measured::Term(most)) if most < length);
            let low = matches!(bound.at_least, Some(Measured::Term(least)) if length < least);
            if high || low {
                sheet.warn(format!("{} ({})", bound.says, bound.authority));
            }
        }
    }
}
