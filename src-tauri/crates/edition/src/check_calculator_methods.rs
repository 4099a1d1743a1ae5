//! What parsing cannot see in the method of a calculator: options, rules and facts that nobody
//! declares.

use std::collections::BTreeSet;

use law::{Checked, FactKind, OptionId};
use reckoning::{Entry, Method, Powers, ReportNeeded};

use crate::Edition;
use crate::check_calculators::{Wrong, declared};

impl Wrong {
    pub(crate) fn method(&mut self, entry: &Entry, edition: &Edition) {
        match &entry.method {
            Method::ReportNeeded(method) => self.triggers(method),
            Method::TimeLimits(method) => self.time_limits(method, entry),
            Method::UnpaidWork(method) => {
                self.options(method.levels.iter().map(|level| &level.option), edition);
            }
            Method::Compensation(method) => {
                self.options([&method.option, &method.supervision], edition);
            }
            Method::Surcharge(method) => {
                let options = [&method.option, &method.follows, &method.shut_out_by];
                self.options(options, edition);
                self.bands(method);
            }
            Method::DefaultCustody(method) => {
                let caps = method.caps.iter().map(|cap| &cap.option);
                self.options(caps.chain([&method.option]), edition);
                let supposed = edition.competence.fact(&method.supposes);
                if supposed.is_none_or(|fact| fact.kind != FactKind::Flag) {
                    self.say(
                        "supposes",
                        format!("there is no flag \"{}\"", method.supposes.0),
                    );
                }
                for cap in &method.caps {
                    let rules = &edition.competence.rules;
                    let stands =
                        |rule: &law::Rule| rule.id == cap.rule && rule.on.contains(&cap.option);
                    if !rules.iter().any(stands) {
                        self.say("cap", format!("there is no rule \"{}\" on it", cap.rule.0));
                    }
                }
            }
            Method::Powers(method) => self.powers(method, edition),
            Method::StandardScale(method) => self.scales(method),
            Method::TaggedBail(_)
            | Method::WorkingDays(_)
            | Method::ReportDue(_)
            | Method::PeriodEnd(_)
            | Method::AgeOn(_) => {}
        }
    }

    fn options<'o>(&mut self, options: impl IntoIterator<Item = &'o OptionId>, edition: &Edition) {
        for id in options {
            if edition.option(id).is_none() {
                let needle = format!("option = \"{}\"", id.0);
                self.at(&needle, "option", format!("there is no entry \"{}\"", id.0));
            }
        }
    }

    fn triggers(&mut self, method: &ReportNeeded) {
        let mut seen = BTreeSet::new();
        for trigger in &method.triggers {
            let needle = format!("id = \"{}\"", trigger.id);
            if !seen.insert(&trigger.id) {
                self.at(&needle, "id", "this id is used twice");
            }
            if trigger.authority.trim().is_empty() || trigger.says.trim().is_empty() {
                self.at(
                    &needle,
                    "authority",
                    "a trigger must say what it is and cite",
                );
            }
            if trigger.when.is_empty() {
                self.at(&needle, "when", "a trigger must have a condition");
            }
            if trigger.checked == Checked::Verified && trigger.authority.contains("[?]") {
                self.at(
                    &needle,
                    "checked",
                    "an unchecked authority cannot be verified",
                );
            }
        }
    }

    fn powers(&mut self, method: &Powers, edition: &Edition) {
        let rows = method.rows.iter().map(|row| &row.option);
        self.options(rows.clone(), edition);
        for open in &method.open_ends {
            if !rows.clone().any(|row| *row == open.option) {
                self.say("open-end", format!("\"{}\" is no row", open.option.0));
            }
            if open.authority.trim().is_empty() {
                self.say("authority", "an open end must cite");
            }
        }
        for fact in method.rows.iter().filter_map(|row| row.statute.as_ref()) {
            if declared(fact, edition).is_none() {
                self.say("statute", format!("there is no fact \"{}\"", fact.0));
            }
        }
    }
}
