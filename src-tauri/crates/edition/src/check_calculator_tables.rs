//! What parsing cannot see in the tables of a calculator: gaps, overlaps and rows that nothing leads
//! to.

use std::collections::BTreeSet;

use reckoning::{Entry, StandardScale, Surcharge, TimeLimits};

use crate::check_calculators::Wrong;

impl Wrong {
    /// Each choice has its limit, and each limit its choice.
    pub(crate) fn time_limits(&mut self, method: &TimeLimits, entry: &Entry) {
        let asked = entry
            .inputs
            .iter()
            .find(|fact| fact.id.0 == format!("{}-for", entry.id.0));
        let choices: BTreeSet<&str> = asked
            .into_iter()
            .flat_map(|fact| &fact.choices)
            .map(|choice| choice.id.as_str())
            .collect();
        let limits: BTreeSet<&str> = method
            .limits
            .iter()
            .map(|limit| limit.id.as_str())
            .collect();
        if limits.len() != method.limits.len() {
            self.say("limit", "an id is used twice");
        }
        for id in choices.symmetric_difference(&limits) {
            let needle = format!("id = \"{id}\"");
            self.at(
                &needle,
                "limit",
                format!("\"{id}\" is not both a choice and a limit"),
            );
        }
        for limit in &method.limits {
            let needle = format!("id = \"{}\"", limit.id);
            if limit.authority.trim().is_empty() || limit.says.trim().is_empty() {
                self.at(&needle, "authority", "a limit must say what it is and cite");
            }
            if limit.on_cause.is_some() != limit.on_cause_label.is_some() {
                self.at(
                    &needle,
                    "on-cause",
                    "a second length needs its label, and the other way",
                );
            }
        }
    }

    /// The bands follow each other penny by penny, and the last is open.
    pub(crate) fn bands(&mut self, method: &Surcharge) {
        for (place, band) in method.bands.iter().enumerate() {
            let needle = format!("from = \"{}\"", band.from);
            if band.to.is_some_and(|to| to < band.from) {
                self.at(&needle, "to", "the band ends before it begins");
            }
            let next = method.bands.get(place + 1);
            match (band.to, next) {
                (None, Some(_)) => self.at(&needle, "to", "only the highest band may be open"),
                (Some(_), None) => self.at(&needle, "to", "the highest band must be open"),
                (Some(to), Some(next)) if next.from > to.and(law::Amount::pence(1)) => {
                    self.at(
                        &needle,
                        "band",
                        format!("there is a gap between {to} and {}", next.from),
                    );
                }
                (Some(to), Some(next)) if next.from <= to => {
                    self.at(&needle, "band", format!("{to} and {} overlap", next.from));
                }
                (None, None) | (Some(_), Some(_)) => {}
            }
        }
        if method.bands.is_empty() {
            self.say("band", "the table is empty");
        }
    }

    /// The scales follow each other day by day, each with five levels that rise.
    pub(crate) fn scales(&mut self, method: &StandardScale) {
        for (place, scale) in method.scales.iter().enumerate() {
            let needle = format!("from = \"{}\"", scale.from);
            let rises = scale
                .levels
                .iter()
                .zip(scale.levels.iter().skip(1))
                .all(|(a, b)| a < b);
            if scale.levels.len() != 5 || !rises {
                self.at(&needle, "levels", "a scale has five levels that rise");
            }
            let after = scale.until.and_then(|until| until.succ_opt());
            match (after, method.scales.get(place + 1)) {
                (None, Some(_)) => self.at(&needle, "until", "only the last scale may be open"),
                (Some(_), None) => self.at(&needle, "until", "the last scale must be open"),
                (Some(after), Some(next)) if next.from > after => {
                    self.at(
                        &needle,
                        "scale",
                        "there is a gap between this scale and the next",
                    );
                }
                (Some(after), Some(next)) if next.from < after => {
                    self.at(&needle, "scale", "this scale and the next overlap");
                }
                (None, None) | (Some(_), Some(_)) => {}
            }
        }
    }
}
