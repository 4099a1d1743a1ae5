//! The longest custody for default of a fine: the law's band for the whole of the fines, its caps,
//! and the reduction for what was paid.

use law::{
    Amount, Assessment, Bound, Checked, FactId, FactValue, Facts, Measured, OptionId, RuleId, Term,
};
use serde::{Deserialize, Serialize};

use crate::Template;
use crate::money::{added_up, total, with_pence};
use crate::sheet::Sheet;

/// What reckoning custody for default says. The bands and caps are rules of the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DefaultCustody {
    /// The option whose rules have the bands.
    pub option: OptionId,
    /// The flag that the whole calculator is about: taken as yes where it is not recorded.
    pub supposes: FactId,
    /// Rules of other options that cap it.
    #[serde(default, rename = "cap")]
    pub caps: Vec<Cap>,
    /// The label of the answer.
    pub label: String,
    /// The fines added; place `sum`.
    pub added: Template,
    /// What is unpaid of the whole; places `unpaid`, `total`, `paid`.
    pub unpaid: Template,
    /// Part payment reduces the period; places `longest`, `unpaid`, `total`, `period`.
    pub reduced: Template,
    /// What is said where a part of a day or month is left.
    pub part: String,
    /// Custody is not open on these facts; place `says`.
    pub not_open: Template,
    /// What is unpaid is more than was imposed; places `unpaid`, `total`.
    pub too_much: Template,
    /// Nothing is unpaid.
    pub nothing: String,
    /// A sum has no limit, or all of them pass counting.
    pub no_sum: String,
    /// No fines were entered: the sum in default is taken for the whole.
    pub whole: String,
}

/// A rule of another option that caps the period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Cap {
    /// The option.
    pub option: OptionId,
    /// Its rule.
    pub rule: RuleId,
}

const UNPAID: &str = "amount_in_default";

/// The fact on which it turns whether the cap of a court is raised.
const ON_BAIL: &str = "on_bail_libelled";

impl DefaultCustody {
    pub(crate) fn reckon(&self, sheet: &mut Sheet<'_>) {
        let court = sheet.choice(&"court".into());
        sheet.need(&"court".into(), court);
        let age = sheet.facts.age("age_now");
        sheet.need(&"age_now".into(), age);
        let unpaid = sheet.need(&UNPAID.into(), sheet.amount(&UNPAID.into()));
        let Some(unpaid) = unpaid.filter(|_| sheet.is_whole()) else {
            return;
        };
        let fines = sheet.amounts("fine");
        let Some(total) = self.total(sheet, &fines, unpaid) else {
            return;
        };
        self.warn_of_bars(sheet);
        let Some(longest) = self.longest(sheet, total) else {
            return;
        };
        self.answer(sheet, longest, unpaid, total);
    }

    fn total(&self, sheet: &mut Sheet<'_>, fines: &[Amount], unpaid: Amount) -> Option<Amount> {
        if unpaid == Amount::pence(0) {
            sheet.warn(self.nothing.clone());
            return None;
        }
        if fines.is_empty() {
            let total = total(&[unpaid]);
            if total.is_none() {
                sheet.warn(self.no_sum.clone());
            } else {
                sheet.sum(self.whole.clone());
            }
            return total;
        }
        let Some(total) = total(fines).filter(|_| unpaid != Amount::UNLIMITED) else {
            sheet.warn(self.no_sum.clone());
            return None;
        };
        if total < unpaid {
            let places = [("unpaid", with_pence(unpaid)), ("total", with_pence(total))];
            let places = places
                .each_ref()
                .map(|(name, words)| (*name, words.as_str()));
            sheet.warn(self.too_much.with(&places));
            return None;
        }
        let says = self.added.with(&[("sum", &added_up(fines, total))]);
        let (authority, checked) = (sheet.entry.authority.as_str(), sheet.entry.checked);
        sheet.step(says, Some(authority), checked);
        Some(total)
    }

    /// Warns of the rules that shut custody out whatever its length.
    fn warn_of_bars(&self, sheet: &mut Sheet<'_>) {
        let facts = self.supposed(sheet);
        let Some(found) = sheet.assess(&self.option, &facts) else {
            return;
        };
        for ground in &found.bars {
            let says = format!("{} ({})", ground.says, ground.authority);
            sheet.warn(self.not_open.with(&[("says", &says)]));
        }
        if found.bars.is_empty() {
            for awaited in &found.awaits {
                if sheet.entry.asks.contains(&awaited.fact) {
                    sheet.miss(awaited.fact.clone());
                }
            }
        }
    }

    /// The facts, of a fine in default.
    fn supposed(&self, sheet: &Sheet<'_>) -> Facts {
        let mut facts = sheet.facts.clone();
        if facts.value(&self.supposes).is_none() {
            facts.record(self.supposes.clone(), FactValue::Flag(true));
        }
        facts
    }

    /// The longest period for the whole, after the caps.
    fn longest(&self, sheet: &mut Sheet<'_>, total: Amount) -> Option<Term> {
        let mut facts = self.supposed(sheet);
        facts.record(UNPAID, FactValue::Amount(total));
        // Bail raises the maximum for an offence, and a default is none.
        facts.record(ON_BAIL, FactValue::Flag(false));
        let found = sheet.assess(&self.option, &facts)?;
        let mut bounds = certain_terms(found);
        for cap in &self.caps {
            let found = sheet.assess(&cap.option, &facts);
            let of_rule = found.into_iter().flat_map(certain_terms);
            bounds.extend(of_rule.filter(|(_, bound)| bound.rule == cap.rule));
        }
        let longest = bounds.iter().map(|(term, _)| *term).min()?;
        for (_, bound) in &bounds {
            // A bound that does not bite is shown and rested on too: it was compared.
            sheet.step(&bound.says, Some(&bound.authority), bound.checked);
        }
        Some(longest)
    }

    fn answer(&self, sheet: &mut Sheet<'_>, longest: Term, unpaid: Amount, total: Amount) {
        let (authority, checked) = (sheet.entry.authority.clone(), sheet.entry.checked);
        if unpaid == total {
            sheet.answer(&self.label, longest.to_string());
            return;
        }
        let paid = Amount::pence(total.in_pence().saturating_sub(unpaid.in_pence()));
        let places = [
            ("unpaid", with_pence(unpaid)),
            ("total", with_pence(total)),
            ("paid", with_pence(paid)),
        ];
        let places = places
            .each_ref()
            .map(|(name, words)| (*name, words.as_str()));
        sheet.sum(self.unpaid.with(&places));
        let Some((period, whole)) = in_proportion(longest, unpaid, total) else {
            return;
        };
        let places = [
            ("longest", longest.to_string()),
            ("unpaid", with_pence(unpaid)),
            ("total", with_pence(total)),
            ("period", period.clone()),
        ];
        let places = places
            .each_ref()
            .map(|(name, words)| (*name, words.as_str()));
        sheet.step(self.reduced.with(&places), Some(&authority), checked);
        if !whole {
            sheet.step(&self.part, None, Checked::Unverified);
            sheet.warn(self.part.clone());
        }
        sheet.answer(&self.label, period);
    }
}

/// The longest terms that certainly bound an option, with their rules.
fn certain_terms(found: Assessment) -> Vec<(Term, Bound)> {
    let certain = found
        .limits
        .into_iter()
        .filter(|bound| bound.if_known.is_empty());
    let term = |bound: Bound| match bound.at_most {
        Some(Measured::Term(term)) => Some((term, bound)),
        _ => None,
    };
    certain.filter_map(term).collect()
}

/// A term reduced in proportion, in its own unit, and whether it came out whole.
fn in_proportion(term: Term, part: Amount, whole: Amount) -> Option<(String, bool)> {
    let (number, unit) = match term {
        Term::Fixed {
            years: 0,
            months: 0,
            weeks,
            days,
        } => (weeks * 7 + days, "day"),
        Term::Fixed {
            years,
            months,
            weeks: 0,
            days: 0,
        } => (years * 12 + months, "month"),
        Term::Fixed { .. } | Term::Life => return None,
    };
    let share = u128::from(number) * u128::from(part.in_pence());
    let by = u128::from(whole.in_pence());
    let (full, rest) = (share.checked_div(by)?, share.checked_rem(by)?);
    if rest == 0 {
        let ending = if full == 1 { "" } else { "s" };
        return Some((format!("{full} {unit}{ending}"), true));
    }
    let hundredths = rest * 100 / by;
    let exact = rest * 100 % by == 0;
    let about = if exact { "" } else { "about " };
    let decimal = format!("{full}.{hundredths:02}");
    let decimal = decimal.trim_end_matches('0').trim_end_matches('.');
    Some((format!("{about}{decimal} {unit}s"), false))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(term: &str, part: u64, whole: u64) -> (String, bool) {
        let term = Term::read(term).unwrap();
        in_proportion(term, Amount::pounds(part), Amount::pounds(whole)).unwrap()
    }

    #[test]
    fn a_period_is_reduced_in_its_own_unit_and_nothing_is_rounded_away() {
        assert_eq!(share("14 days", 250, 500), ("7 days".into(), true));
        assert_eq!(share("14 days", 300, 500), ("8.4 days".into(), false));
        assert_eq!(share("28 days", 1, 3), ("about 9.33 days".into(), false));
        assert_eq!(share("3 months", 1_000, 3_000), ("1 month".into(), true));
        assert_eq!(share("2 years", 50, 100), ("12 months".into(), true));
    }
}
