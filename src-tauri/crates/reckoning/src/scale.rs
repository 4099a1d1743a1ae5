//! The standard scale of fines and the prescribed sum, by the day of the offence.

use chrono::NaiveDate;
use law::{Amount, Checked};
use serde::{Deserialize, Serialize};

use crate::Template;
use crate::civil_day::in_short;
use crate::sheet::Sheet;

/// The scales, from the oldest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StandardScale {
    /// The scales, one after another.
    #[serde(rename = "scale")]
    pub scales: Vec<Scale>,
    /// The label of a level; place `level`.
    pub level: Template,
    /// The label of the prescribed sum.
    pub prescribed_sum: String,
    /// Which scale it is; places `day`, `from`, `until`.
    pub says: Template,
    /// The same of the scale that still holds; places `day`, `from`.
    pub says_now: Template,
    /// The offence is older than every scale; place `from`.
    pub too_old: Template,
}

/// A scale, and the offences for which it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Scale {
    /// The first day of offences for which it holds.
    pub from: NaiveDate,
    /// The last; none while it holds.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// The sums of levels 1 to 5.
    pub levels: Vec<Amount>,
    /// The prescribed sum.
    pub prescribed_sum: Amount,
    /// Whether it was checked.
    pub checked: Checked,
}

impl StandardScale {
    pub(crate) fn reckon(&self, sheet: &mut Sheet<'_>) {
        let Some(day) = sheet.need_date(&"offence_date".into()) else {
            return;
        };
        let holds = |scale: &&Scale| scale.from <= day && scale.until.is_none_or(|u| day <= u);
        let Some(scale) = self.scales.iter().find(holds) else {
            let first = self.scales.iter().map(|scale| scale.from).min();
            let first = first.map(in_short).unwrap_or_default();
            sheet.warn(self.too_old.with(&[("from", &first)]));
            return;
        };
        let until = scale.until.map(in_short).unwrap_or_default();
        let template = if scale.until.is_some() {
            &self.says
        } else {
            &self.says_now
        };
        let places = [
            ("day", in_short(day)),
            ("from", in_short(scale.from)),
            ("until", until),
        ];
        let places = places
            .each_ref()
            .map(|(name, words)| (*name, words.as_str()));
        let authority = sheet.entry.authority.as_str();
        sheet.step(template.with(&places), Some(authority), scale.checked);
        let wanted = sheet.choice(&sheet.own("level"));
        let levels = scale.levels.iter().zip(1_u8..).map(|(sum, level)| {
            let level = level.to_string();
            (self.level.with(&[("level", &level)]), level, *sum)
        });
        let prescribed = (
            self.prescribed_sum.clone(),
            "prescribed-sum".to_owned(),
            scale.prescribed_sum,
        );
        for (label, id, sum) in levels.chain([prescribed]) {
            if wanted.as_ref().is_none_or(|wanted| *wanted == id) {
                sheet.answer(label, sum.to_string());
            }
        }
    }
}
