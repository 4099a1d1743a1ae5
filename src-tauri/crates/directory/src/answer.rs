//! The answer of the directory to a question.

use chrono::NaiveDate;

use crate::families::Families;
use crate::filter::{Fails, Filter};
use crate::fold::fold;
use crate::person_counts::person_counts;
use crate::prison_counts::prison_counts;
use crate::ranked::{BESIDE, Ranked, number, places};
use crate::tally::{Tried, counts};
use crate::{
    Area, CouncilId, DirectoryResults, DirectoryRows, DirectorySearch, Entry, Register, Service,
    ServiceRow, ServiceState, UnsuitedRow, fit, typed,
};

impl Register {
    /// What the directory answers.
    ///
    /// Rows stand by how well they match, where words were typed; then what has no local delivery
    /// last; where a place is asked for, what is local before what is national; what was confirmed
    /// lately before what never was, and that before what is stale; then by name.
    pub fn answer(&self, search: &DirectorySearch) -> DirectoryResults {
        let filter = Filter::new(self, search);
        let weights = self.weights(&search.words);
        let tried = self.try_all(&filter, weights.as_deref());
        let families = Families::new(self, &tried);
        let ranked = Ranked {
            register: self,
            filter: &filter,
            weights: weights.as_deref(),
            search,
        };
        let DirectoryRows {
            rows,
            matched,
            total,
            suggestion,
        } = ranked.rows(&tried, &families);
        let unsuited = tried
            .iter()
            .filter(|one| one.fails != Fails::NONE && families.shows(one, Fails::PERSON));
        let unsuited = places(unsuited);
        let near = ranked.next_door(&tried, &families);
        let [kinds, needs, groups, options, councils, courts] = counts(self, &tried, &families);
        let [sexes, orders] = person_counts(self, &tried, &families);
        DirectoryResults {
            rows,
            matched,
            total,
            suggestion,
            unsuited_count: number(unsuited.len()),
            unsuited: ranked
                .first(unsuited, 0, BESIDE)
                .map(|row| {
                    let why = fit::unsuited(&row.service.eligibility, &search.person);
                    UnsuitedRow { row, why }
                })
                .collect(),
            next_door_count: number(near.len()),
            next_door: ranked.near_rows(near),
            kinds,
            needs,
            groups,
            options,
            councils,
            courts,
            prisons: prison_counts(self, &tried, &families),
            sexes,
            orders,
        }
    }

    /// The rows of what the directory answers, without what stands beside them.
    pub fn answer_rows(&self, search: &DirectorySearch) -> DirectoryRows {
        let filter = Filter::new(self, search);
        let weights = self.weights(&search.words);
        let tried = self.try_all(&filter, weights.as_deref());
        let ranked = Ranked {
            register: self,
            filter: &filter,
            weights: weights.as_deref(),
            search,
        };
        ranked.rows(&tried, &Families::new(self, &tried))
    }

    /// A word that may have been meant: what was typed with each word that finds nothing replaced
    /// by the nearest.
    pub fn did_you_mean(&self, typed: &str) -> Option<String> {
        typed::did_you_mean(typed, self.words(), self.everyday())
    }

    /// Whether an entry says every one of some words, or begins to.
    pub fn says(&self, words: &str) -> bool {
        typed::is_said(words, self.words(), self.entries().len())
    }

    /// The row of an entry. Where councils count as here, a family is told to be known nationally
    /// when none of its deliveries takes people from them.
    pub fn row(&self, entry: &Entry, here: &[CouncilId], as_at: NaiveDate) -> ServiceRow {
        let service = &entry.service;
        ServiceRow {
            kind_label: self.words_for("programme_kind", &service.kind).to_owned(),
            area_label: self.area_label(&service.area),
            assurance: self.assurance_of(service, as_at),
            national_only: self.is_national_only(service, here),
            service: service.clone(),
            origin: entry.origin.clone(),
            kept: entry.kept.clone(),
        }
    }

    /// Where a service takes people from, in a few words.
    pub fn area_label(&self, area: &Area) -> String {
        match area {
            Area::National => "All Scotland".to_owned(),
            Area::Elsewhere { .. } => "Outside Scotland".to_owned(),
            Area::Councils { councils } => {
                let name = |id: &CouncilId| self.council_name(id);
                match councils.as_slice() {
                    [first, second, third, rest @ ..] if !rest.is_empty() => format!(
                        "{}, {}, {} and {} more",
                        name(first),
                        name(second),
                        name(third),
                        rest.len()
                    ),
                    all => all.iter().map(name).collect::<Vec<_>>().join(", "),
                }
            }
        }
    }

    /// Whether a service is known nationally and no local delivery is recorded: here, where a place
    /// is asked about, else anywhere.
    pub(crate) fn is_national_only(&self, service: &Service, here: &[CouncilId]) -> bool {
        if service.parent.is_some() {
            return false;
        }
        let mut deliveries = self.deliveries(&service.id).peekable();
        if deliveries.peek().is_none() {
            return service.area == Area::National;
        }
        !here.is_empty()
            && !deliveries.any(|delivery| {
                delivery.service.state != ServiceState::Historical
                    && here.iter().any(|id| delivery.service.area.takes_in(id))
            })
    }

    /// How well each entry answers what was typed; none where nothing was.
    fn weights(&self, words: &str) -> Option<Vec<u16>> {
        let places = self.entries().len();
        let mut weights = typed::weigh(words, self.words(), self.everyday(), places)?;
        let typed = fold(words);
        let name = |place, nth| self.at(place).map_or("", |(_, marks)| marks.nth_name(nth));
        for place in self.name_order().beginning_with(&typed, name) {
            if let Some(weight) = weights.get_mut(place)
                && *weight > 0
                && let Some((_, marks)) = self.at(place)
            {
                *weight = weight.saturating_add(marks.whole_name(&typed));
            }
        }
        Some(weights)
    }

    /// Holds every entry that says what was typed against the filters.
    pub(crate) fn try_all(&self, filter: &Filter<'_>, weights: Option<&[u16]>) -> Vec<Tried> {
        let places = 0..self.entries().len();
        let said = places.filter(|place| {
            weights.is_none_or(|weights| weights.get(*place).is_some_and(|weight| *weight > 0))
        });
        let tried = said.filter_map(|place| {
            let (entry, marks) = self.at(place)?;
            filter.try_entry(place, entry, marks)
        });
        tried.collect()
    }
}

#[cfg(test)]
mod tests;
