//! The order of the rows that answer a question, and what is cut from it.

use crate::families::Families;
use crate::filter::{Fails, Filter};
use crate::marks::Marks;
use crate::tally::Tried;
use crate::{
    Assurance, CouncilId, DirectoryRows, DirectorySearch, Entry, NearRow, Nearness, Register,
    ServiceRow,
};

/// How many of the rows beside the answer are given.
pub(crate) const BESIDE: usize = 20;

/// How a row stands among others: by its key, then by its name; and its place.
type Rank = (u64, u32, usize);

/// The order of the rows of one question.
pub(crate) struct Ranked<'a> {
    pub(crate) register: &'a Register,
    pub(crate) filter: &'a Filter<'a>,
    pub(crate) weights: Option<&'a [u16]>,
    pub(crate) search: &'a DirectorySearch,
}

impl Ranked<'_> {
    pub(crate) fn rows(&self, tried: &[Tried], families: &Families<'_>) -> DirectoryRows {
        let fit = tried.iter().filter(|one| families.shows(one, Fails::NONE));
        let fit = places(fit);
        let suggestion = if fit.is_empty() {
            self.register.did_you_mean(&self.search.words)
        } else {
            None
        };
        DirectoryRows {
            matched: number(fit.len()),
            total: number(self.register.entries().len()),
            suggestion,
            rows: self
                .first(fit, size(self.search.from), size(self.search.limit))
                .collect(),
        }
    }

    /// Some of the rows at places, in order.
    pub(crate) fn first(
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
        let Some((entry, marks)) = self.register.at(place) else {
            return u64::MAX;
        };
        let national = marks.is_national();
        let asked = self.search.court.is_some() || self.search.council.is_some();
        u64::from(u16::MAX - weight) << 16
            | u64::from(self.is_national_only(place, entry, marks)) << 8
            | u64::from(asked && national) << 7
            | u64::from(rank(self.filter.assurance(marks))) << 1
            | u64::from(national)
    }

    fn is_national_only(&self, place: usize, entry: &Entry, marks: &Marks) -> bool {
        if !self.register.kinship().is_family(place) {
            return marks.is_national() && !marks.is_delivery();
        }
        self.register
            .is_national_only(&entry.service, self.filter.here())
    }

    /// What neighbouring councils have that answers but for the place.
    pub(crate) fn next_door(
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

    pub(crate) fn near_rows(&self, near: Vec<(usize, CouncilId, Nearness)>) -> Vec<NearRow> {
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

pub(crate) fn places<'a>(tried: impl Iterator<Item = &'a Tried>) -> Vec<usize> {
    tried.map(|one| one.place).collect()
}

pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn size(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
