//! The answer of the directory to a question.

use chrono::NaiveDate;

use crate::families::Families;
use crate::filter::{Fails, Filter};
use crate::fold::fold;
use crate::person_counts::person_counts;
use crate::prison_counts::prison_counts;
use crate::tally::{Tried, counts};
use crate::{
    Area, Assurance, CouncilId, DirectoryResults, DirectorySearch, Entry, NearRow, Nearness,
    Register, Service, ServiceRow, ServiceState, UnsuitedRow, fit, typed,
};

/// How many of the rows beside the answer are given.
const BESIDE: usize = 20;

impl Register {
    /// What the directory answers.
    ///
    /// Rows stand by how well they match, where words were typed; then what has no local delivery
    /// last; where a place is asked for, what is local before what is national; what was confirmed
    /// lately before what never was, and that before what is stale; then by name.
    pub fn answer(&self, search: &DirectorySearch) -> DirectoryResults {
        self.answered(search, true)
    }

    /// What the directory answers, without the counts beside the filters: they are the half of the
    /// work, and a list can be shown before they are known.
    pub fn answer_uncounted(&self, search: &DirectorySearch) -> DirectoryResults {
        self.answered(search, false)
    }

    fn answered(&self, search: &DirectorySearch, counted: bool) -> DirectoryResults {
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
        let fits = |one: &&Tried, left_out| {
            one.fails.but_for(left_out) && !families.stands_back(one.place, left_out)
        };
        let rows: Vec<usize> = places(tried.iter().filter(|one| fits(one, Fails::NONE)));
        let unsuited = tried.iter().filter(|one| one.fails != Fails::NONE);
        let unsuited = places(unsuited.filter(|one| fits(one, Fails::PERSON)));
        let near = ranked.next_door(&tried, &families);
        let suggestion = if rows.is_empty() {
            self.did_you_mean(&search.words)
        } else {
            None
        };
        let [kinds, needs, groups, options, councils, courts] = if counted {
            counts(self, &tried, &families)
        } else {
            Default::default()
        };
        let [sexes, orders] = if counted {
            person_counts(self, &tried, &families)
        } else {
            Default::default()
        };
        let prisons = if counted {
            prison_counts(self, &tried, &families)
        } else {
            Vec::new()
        };
        DirectoryResults {
            matched: number(rows.len()),
            total: number(self.entries().len()),
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
            suggestion,
            kinds,
            needs,
            groups,
            options,
            councils,
            courts,
            prisons,
            sexes,
            orders,
            rows: ranked
                .first(rows, size(search.from), size(search.limit))
                .collect(),
        }
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
        // Most entries are of some councils and are no family: nothing is looked up for them.
        if here.is_empty() && service.area != Area::National {
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

/// How a row stands among others: by its key, then by its name; and its place.
type Rank = (u64, u32, usize);

/// The order of the rows of one question.
struct Ranked<'a> {
    register: &'a Register,
    filter: &'a Filter<'a>,
    weights: Option<&'a [u16]>,
    search: &'a DirectorySearch,
}

impl Ranked<'_> {
    /// Some of the rows at places, in order.
    fn first(
        &self,
        places: Vec<usize>,
        from: usize,
        most: usize,
    ) -> impl Iterator<Item = ServiceRow> {
        let mut ranked: Vec<Rank> = places.into_iter().map(|place| self.rank(place)).collect();
        let until = from.saturating_add(most);
        // Only what is shown is put in order.
        if let Some(last) = until.checked_sub(1)
            && until < ranked.len()
        {
            ranked.select_nth_unstable(last);
            ranked.truncate(until);
        }
        ranked.sort_unstable();
        let shown = ranked.into_iter().skip(from).take(most);
        shown.filter_map(|(_, _, place)| {
            let (entry, _) = self.register.at(place)?;
            let here = self.filter.here();
            Some(self.register.row(entry, here, self.search.as_at))
        })
    }

    fn rank(&self, place: usize) -> Rank {
        let by_name = self.register.name_order().rank(place);
        (self.key(place), by_name, place)
    }

    fn key(&self, place: usize) -> u64 {
        let weight = self.weights.and_then(|weights| weights.get(place));
        let weight = weight.copied().unwrap_or(0);
        let Some((entry, _)) = self.register.at(place) else {
            return u64::MAX;
        };
        let service = &entry.service;
        let here = self.filter.here();
        let national = service.area == Area::National;
        let asked = self.search.court.is_some() || self.search.council.is_some();
        let state = self.register.assurance_of(service, self.search.as_at);
        u64::from(u16::MAX - weight) << 16
            | u64::from(self.register.is_national_only(service, here)) << 8
            | u64::from(asked && national) << 7
            | u64::from(rank(state)) << 1
            | u64::from(national)
    }

    /// What neighbouring councils have that answers but for the place.
    fn next_door(
        &self,
        tried: &[Tried],
        families: &Families<'_>,
    ) -> Vec<(usize, CouncilId, Nearness)> {
        let near = self.neighbours();
        let lies = |one: &Tried| {
            let elsewhere = one.fails != Fails::NONE && one.fails.but_for(Fails::place());
            let (entry, _) = self.register.at(one.place).filter(|_| elsewhere)?;
            let here = self.filter.here();
            if here.iter().any(|id| entry.service.area.takes_in(id)) {
                return None;
            }
            let mut near = near.iter();
            near.find(|(id, _)| entry.service.area.takes_in(id))
        };
        let found = tried.iter().filter_map(|one| {
            let (council, nearness) = lies(one)?;
            let back = families.any_delivery(one.place, |delivery| lies(delivery).is_some());
            (!back).then(|| (one.place, council.clone(), *nearness))
        });
        found.collect()
    }

    /// The councils next to those that count as here: those with a border first, each by name.
    fn neighbours(&self) -> Vec<(CouncilId, Nearness)> {
        let mut near: Vec<(Nearness, &str, &CouncilId)> = Vec::new();
        for council in self.filter.councils_here() {
            let borders = council.neighbours.iter().map(|id| (Nearness::Border, id));
            let crossings = council.links.iter().map(|id| (Nearness::Crossing, id));
            for (nearness, id) in borders.chain(crossings) {
                if let Some(other) = self.register.council(id) {
                    near.push((nearness, other.name.as_str(), id));
                }
            }
        }
        near.sort_unstable();
        let near = near.into_iter();
        near.map(|(nearness, _, id)| (id.clone(), nearness))
            .collect()
    }

    fn near_rows(&self, near: Vec<(usize, CouncilId, Nearness)>) -> Vec<NearRow> {
        let mut ranked: Vec<_> = near
            .into_iter()
            .map(|(place, council, nearness)| (nearness, self.rank(place), council))
            .collect();
        ranked.sort_unstable_by_key(|(nearness, rank, _)| (*nearness, *rank));
        let shown = ranked.into_iter().take(BESIDE);
        let rows = shown.filter_map(|(nearness, (_, _, place), council)| {
            let (entry, _) = self.register.at(place)?;
            Some(NearRow {
                row: self.register.row(entry, &[], self.search.as_at),
                council: self.register.council_name(&council),
                nearness,
            })
        });
        rows.collect()
    }
}

/// The order of the states: what was confirmed, then what never was, then what was too long ago.
fn rank(assurance: Assurance) -> u8 {
    match assurance {
        Assurance::Fresh => 0,
        Assurance::Due => 1,
        Assurance::NeverAssured => 2,
        Assurance::Stale => 3,
        Assurance::Expired => 4,
        Assurance::InTheFuture => 5,
    }
}

fn places<'a>(tried: impl Iterator<Item = &'a Tried>) -> Vec<usize> {
    tried.map(|one| one.place).collect()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn size(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests;
