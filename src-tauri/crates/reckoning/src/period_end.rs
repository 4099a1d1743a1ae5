//! The last day of a period, by each way of counting the first.

use serde::{Deserialize, Serialize};

use crate::Template;
use crate::civil_day::{after, has_months, in_full};
use crate::sheet::Sheet;

/// What counting a period says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PeriodEnd {
    /// The label of the day where the first day is not counted.
    pub not_counted: String,
    /// The label of the day where it is.
    pub counted: String,
    /// How it is counted; places `length`, `from`, `day`.
    pub says: Template,
    /// How the first day changes it; place `day`.
    pub says_counted: Template,
    /// How months are counted.
    pub months: String,
    /// No day can be told for it.
    pub no_day: String,
}

impl PeriodEnd {
    pub(crate) fn reckon(&self, sheet: &mut Sheet<'_>) {
        let from = sheet.need_date(&sheet.own("from"));
        let length = sheet.own("length");
        let length = sheet.need(&length, sheet.term(&length));
        let (Some(from), Some(length)) = (from, length) else {
            return;
        };
        let end = after(from, length).filter(|end| *end > from);
        let Some((end, eve)) = end.and_then(|end| Some((end, end.pred_opt()?))) else {
            sheet.warn(self.no_day.clone());
            return;
        };
        if has_months(length) {
            sheet.sum(self.months.clone());
        }
        let places = [
            ("length", length.to_string()),
            ("from", in_full(from)),
            ("day", in_full(end)),
        ];
        let places = places
            .each_ref()
            .map(|(name, words)| (*name, words.as_str()));
        sheet.sum(self.says.with(&places));
        sheet.sum(self.says_counted.with(&[("day", &in_full(eve))]));
        sheet.answer(&self.not_counted, in_full(end));
        sheet.answer(&self.counted, in_full(eve));
    }
}
