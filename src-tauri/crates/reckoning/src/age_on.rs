//! How old a person is on a day, and on which days an age is reached.

use chrono::{Datelike, NaiveDate};
use law::{Age, Checked};
use serde::{Deserialize, Serialize};

use crate::Template;
use crate::civil_day::{after, in_full, in_short};
use crate::sheet::Sheet;

/// What reckoning an age says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AgeOn {
    /// The ages on which the law turns.
    pub ages: Vec<u16>,
    /// The label of the age on the day asked; place `day`.
    pub now: Template,
    /// The label of the age at the offence; place `day`.
    pub at_offence: Template,
    /// The label of the day on which an age is reached; place `age`.
    pub reaches: Template,
    /// How it is reckoned; places `born`, `day`, `age`.
    pub says: Template,
    /// A birthday of 29 February.
    pub leap_day: String,
    /// The birth comes after the day; place `day`.
    pub not_born: Template,
    /// Nobody is that old; place `day`.
    pub too_old: Template,
}

impl AgeOn {
    pub(crate) fn reckon(&self, sheet: &mut Sheet<'_>) {
        let Some(born) = sheet.need_date(&"date_of_birth".into()) else {
            return;
        };
        if (born.month(), born.day()) == (2, 29) {
            sheet.step(self.leap_day.clone(), None, Checked::Unverified);
        }
        let days = [
            (Some(sheet.given.as_at), &self.now),
            (sheet.date(&"offence_date".into()), &self.at_offence),
        ];
        for (day, label) in days {
            let Some(day) = day else { continue };
            if !self.age(sheet, born, day, label) {
                return;
            }
        }
        for age in &self.ages {
            if let Some(day) = birthday(born, *age) {
                let label = self.reaches.with(&[("age", &age.to_string())]);
                sheet.answer(label, in_full(day));
            }
        }
    }

    fn age(
        &self,
        sheet: &mut Sheet<'_>,
        born: NaiveDate,
        day: NaiveDate,
        label: &Template,
    ) -> bool {
        let place = in_short(day);
        let Some(age) = Age::on(day, born) else {
            sheet.warn(self.not_born.with(&[("day", &place)]));
            return false;
        };
        if Age::of_years(age.years()).is_none() {
            sheet.warn(self.too_old.with(&[("day", &place)]));
            return false;
        }
        let places = [
            ("born", in_short(born)),
            ("day", place.clone()),
            ("age", age.to_string()),
        ];
        let places = places
            .each_ref()
            .map(|(name, words)| (*name, words.as_str()));
        sheet.sum(self.says.with(&places));
        sheet.answer(label.with(&[("day", &place)]), age.to_string());
        true
    }
}

/// The day on which somebody reaches an age; for a birthday of 29 February the first of March of a
/// year that has none, as the law crate reckons ages.
fn birthday(born: NaiveDate, age: u16) -> Option<NaiveDate> {
    let day = after(born, law::Term::months(age.checked_mul(12)?))?;
    if day.day() == born.day() {
        Some(day)
    } else {
        day.succ_opt()
    }
}
