//! The victim surcharge: one sum for the proceedings, by bands of the total of the fines.

use law::{Amount, Checked, Finding, OptionId, Part, Proposal};
use serde::{Deserialize, Serialize};

use crate::Template;
use crate::money::{added_up, total, with_pence};
use crate::sheet::Sheet;

/// The table of the surcharge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Surcharge {
    /// The option whose rules say whether there is a surcharge at all.
    pub option: OptionId,
    /// The fine that it follows.
    pub follows: OptionId,
    /// The order that shuts it out.
    pub shut_out_by: OptionId,
    /// The bands, from the lowest sum up.
    #[serde(rename = "band")]
    pub bands: Vec<Band>,
    /// The label of the answer.
    pub label: String,
    /// What stands in its place where there is none.
    pub none: String,
    /// The total; place `sum`.
    pub added: Template,
    /// The band; places `band`, `surcharge`.
    pub falls: Template,
    /// How a share is reckoned; places `per-thousand`, `total`, `surcharge`.
    pub share: Template,
    /// A part of a penny was left off.
    pub part_of_a_penny: String,
    /// Nothing was fined.
    pub no_fine: String,
    /// A sum has no limit, or all of them pass counting.
    pub no_sum: String,
}

/// One band of sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Band {
    /// The smallest sum inside.
    pub from: Amount,
    /// The largest inside; none in the highest band.
    #[serde(default)]
    pub to: Option<Amount>,
    /// What follows.
    pub is: SurchargeSum,
}

/// What follows from a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum SurchargeSum {
    /// A fixed sum.
    Sum(Amount),
    /// So many thousandths of the whole: 75 for 7.5%.
    PerThousand(u32),
}

impl Surcharge {
    pub(crate) fn reckon(&self, sheet: &mut Sheet<'_>) {
        let offence = sheet.need_date(&"offence_date".into());
        let restitution = sheet.own("restitution");
        let restitution = sheet.need(&restitution, sheet.flag(&restitution));
        let fines = sheet.amounts("fine");
        if fines.is_empty() {
            sheet.miss(sheet.own("fine-1"));
        }
        let (Some(_), Some(restitution)) = (offence, restitution) else {
            return;
        };
        if self.shut_out(sheet, restitution) || fines.is_empty() {
            return;
        }
        let Some(total) = total(&fines) else {
            sheet.warn(self.no_sum.clone());
            return;
        };
        let band = self.bands.iter().find(|band| band.holds(total));
        let Some(band) = band else {
            sheet.warn(self.no_fine.clone());
            return;
        };
        sheet.sum(self.added.with(&[("sum", &added_up(&fines, total))]));
        self.answer(sheet, *band, total);
    }

    /// Whether a rule of the law leaves no surcharge; then the rule is the working.
    fn shut_out(&self, sheet: &mut Sheet<'_>, restitution: bool) -> bool {
        let mut parts = vec![Part::of(&self.follows.0), Part::of(&self.option.0)];
        if restitution {
            parts.push(Part::of(&self.shut_out_by.0));
        }
        let given = sheet.given;
        let tried =
            given
                .law
                .try_proposal(&Proposal { parts }, given.options, given.facts, given.as_at);
        // The parts state no figure, so none can be one that they do not take.
        let found = tried.unwrap_or_default();
        let mut any = false;
        let certain = found.breaches.iter().filter(|breach| {
            breach.option == self.option && breach.finding == Finding::NotCompetent
        });
        for breach in certain {
            let ground = &breach.ground;
            sheet.step(&ground.says, Some(&ground.authority), ground.checked);
            any = true;
        }
        if any {
            sheet.answer(&self.label, &self.none);
            sheet.forget_missing();
        }
        any
    }

    fn answer(&self, sheet: &mut Sheet<'_>, band: Band, total: Amount) {
        let authority = sheet.entry.authority.as_str();
        let (surcharge, whole) = band.is.of(total);
        let written = surcharge.to_string();
        let places = [
            ("band", band.to_string()),
            ("surcharge", band.is.to_string()),
        ];
        let places = places
            .each_ref()
            .map(|(name, words)| (*name, words.as_str()));
        sheet.step(
            self.falls.with(&places),
            Some(authority),
            sheet.entry.checked,
        );
        if let SurchargeSum::PerThousand(_) = band.is {
            let places = [
                ("share", band.is.to_string()),
                ("total", with_pence(total)),
                ("surcharge", with_pence(surcharge)),
            ];
            let places = places
                .each_ref()
                .map(|(name, words)| (*name, words.as_str()));
            sheet.sum(self.share.with(&places));
        }
        if !whole {
            sheet.step(&self.part_of_a_penny, None, Checked::Unverified);
        }
        sheet.answer(&self.label, written);
    }
}

impl Band {
    fn holds(&self, sum: Amount) -> bool {
        self.from <= sum && self.to.is_none_or(|to| sum <= to)
    }
}

impl std::fmt::Display for Band {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.to {
            Some(to) => write!(out, "{}–{to}", self.from),
            None => write!(out, "{} and over", self.from),
        }
    }
}

impl SurchargeSum {
    /// What follows, in whole pence, and whether nothing was left off.
    fn of(self, total: Amount) -> (Amount, bool) {
        match self {
            Self::Sum(sum) => (sum, true),
            Self::PerThousand(share) => {
                let thousandths = total.in_pence().saturating_mul(u64::from(share));
                let pence = Amount::pence(thousandths / 1_000);
                (pence, thousandths.is_multiple_of(1_000))
            }
        }
    }
}

impl std::fmt::Display for SurchargeSum {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sum(sum) => sum.fmt(out),
            Self::PerThousand(share) if share.is_multiple_of(10) => write!(out, "{}%", share / 10),
            Self::PerThousand(share) => write!(out, "{}.{}%", share / 10, share % 10),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_reckoned_in_pence_and_says_when_a_part_is_left_off() {
        let share = SurchargeSum::PerThousand(75);

        assert_eq!(
            share.of(Amount::pounds(12_000)),
            (Amount::pounds(900), true)
        );
        assert_eq!(
            share.of(Amount::pence(1_000_001)),
            (Amount::pence(75_000), false)
        );
        assert_eq!(share.to_string(), "7.5%");
    }

    #[test]
    fn both_ends_of_a_band_are_inside_it() {
        let band = Band {
            from: Amount::pence(20_001),
            to: Some(Amount::pounds(500)),
            is: SurchargeSum::Sum(Amount::pounds(20)),
        };

        let inside = [20_000, 20_001, 50_000, 50_001].map(|pence| band.holds(Amount::pence(pence)));

        assert_eq!(inside, [false, true, true, false]);
        assert_eq!(band.to_string(), "£200.01–£500");
    }
}
