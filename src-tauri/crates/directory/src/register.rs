//! The directory as it stands: the edition's entries with what was changed, added and closed here.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::sync::OnceLock;

use chrono::NaiveDate;
use law::OptionId;

use crate::code_book::CodeBook;
use crate::inside::Inside;
use crate::kinship::Kinship;
use crate::marks::Marks;
use crate::name_order::NameOrder;
use crate::typed::Everyday;
use crate::word_index::WordIndex;
use crate::{
    Assurance, Clock, CodeListEntry, Council, CouncilId, Court, CourtId, Entry, EverydayWord,
    Organisation, OrganisationId, Periods, Prison, PrisonId, Service, ServiceId, said, typed,
};

/// Every entry, and the places and words that they name. It answers without a disk.
#[derive(Clone, Debug, Default)]
pub struct Register {
    entries: Vec<Entry>,
    place_of: HashMap<ServiceId, usize>,
    deliveries_of: HashMap<ServiceId, BTreeSet<ServiceId>>,
    /// The places of the entries that hang on each option, in order.
    on_option: HashMap<OptionId, Vec<u32>>,
    inside: Inside,
    around: Surroundings,
    organisation_at: HashMap<OrganisationId, usize>,
    council_at: HashMap<CouncilId, usize>,
    court_at: HashMap<CourtId, usize>,
    prison_at: HashMap<PrisonId, usize>,
    code_at: HashMap<String, HashMap<String, usize>>,
    periods: Periods,
    /// What each entry is filtered and counted by, and its number among the words.
    marks: Vec<(Marks, u32)>,
    /// The entries by name, once it is asked for; none after a change.
    name_order: OnceLock<NameOrder>,
    /// Which is whose delivery, once it is asked for; none after a change.
    kinship: OnceLock<Kinship>,
    code_book: CodeBook,
    words: WordIndex,
    everyday: Everyday,
}

/// What a register stands on beside its entries.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// Who runs services.
    pub organisations: Vec<Organisation>,
    /// The councils.
    pub councils: Vec<Council>,
    /// The courts.
    pub courts: Vec<Court>,
    /// The prisons.
    pub prisons: Vec<Prison>,
    /// The words for codes.
    pub code_lists: Vec<CodeListEntry>,
    /// The words that people use for what the directory calls otherwise.
    pub everyday_words: Vec<EverydayWord>,
}

impl Register {
    /// A register of entries, which stand in the order given.
    pub fn new(entries: impl IntoIterator<Item = Entry>, around: Surroundings) -> Self {
        let mut register = Self {
            organisation_at: places(&around.organisations, |body| body.id.clone()),
            council_at: places(&around.councils, |council| council.id.clone()),
            court_at: places(&around.courts, |court| court.id.clone()),
            prison_at: places(&around.prisons, |prison| prison.id.clone()),
            code_at: code_places(&around.code_lists),
            code_book: CodeBook::new(&around),
            everyday: typed::everyday(&around.everyday_words),
            around,
            ..Self::default()
        };
        for entry in entries {
            register.put(entry);
        }
        register
    }

    /// Sets the periods by which it judges confirmations, in place of the directory's own.
    pub fn set_periods(&mut self, periods: Periods) {
        self.periods = periods;
    }

    /// The periods by which it judges confirmations.
    pub fn periods(&self) -> &Periods {
        &self.periods
    }

    /// The clock by which it judges when a service was confirmed: that of its kind.
    pub fn clock_of(&self, service: &Service) -> Clock {
        self.periods.clock(&service.kind)
    }

    /// How sure it is of a service, as at a day.
    pub fn assurance_of(&self, service: &Service, as_at: NaiveDate) -> Assurance {
        match service.assured_on {
            None => Assurance::NeverAssured,
            Some(_) => self.clock_of(service).state(service.assured_on, as_at),
        }
    }

    /// Puts an entry in the place of the one with its id, or last where there is none; gives the
    /// one that stood there.
    pub fn put(&mut self, mut entry: Entry) -> Option<Entry> {
        entry.shrink();
        let id = entry.id().clone();
        self.name_order.take();
        self.kinship.take();
        self.write_down(&entry);
        let at = self.place_of.get(&id).copied();
        let before = at.and_then(|at| self.entries.get(at)).cloned();
        let place = at.unwrap_or(self.entries.len());
        if let Some(before) = &before {
            self.forget_ties(before, place);
        }
        self.tie(&entry, place);
        if let Some(held) = at.and_then(|at| self.entries.get_mut(at)) {
            *held = entry;
        } else {
            self.place_of.insert(id, self.entries.len());
            self.entries.push(entry);
        }
        before
    }

    /// Takes the entry with an id out and gives it. The last entry moves to its place.
    pub fn remove(&mut self, id: &ServiceId) -> Option<Entry> {
        let at = self.place_of.remove(id)?;
        self.name_order.take();
        self.kinship.take();
        let removed = self.entries.swap_remove(at);
        let (_, number) = self.marks.swap_remove(at);
        self.words.forget(number);
        self.forget_ties(&removed, at);
        let last = self.entries.len();
        if let Some((moved, (_, number))) = self.entries.get(at).zip(self.marks.get(at)) {
            self.place_of.insert(moved.id().clone(), at);
            self.words.moved(*number, at);
            for option in &moved.service.options {
                if let Some(hanging) = self.on_option.get_mut(option) {
                    take_out(hanging, last);
                    put_in(hanging, at);
                }
            }
        }
        Some(removed)
    }

    /// Writes down what an entry is found, filtered and counted by, for the place it will have.
    fn write_down(&mut self, entry: &Entry) {
        let held = self.place_of.get(entry.id()).copied();
        let place = held.unwrap_or(self.entries.len());
        let marks = self.code_book.marks(entry);
        if let Some((_, number)) = self.marks.get(place) {
            self.words.forget(*number);
        }
        let number = self.words.add(place, &said::by(entry, self));
        match self.marks.get_mut(place) {
            Some(held) => *held = (marks, number),
            None => self.marks.push((marks, number)),
        }
        if self.words.is_worn() {
            self.write_words_again(place, entry);
        }
    }

    /// Writes every word again, `entry` for the place it will have.
    fn write_words_again(&mut self, place: usize, entry: &Entry) {
        let mut words = WordIndex::default();
        let places = self.marks.len();
        for at in 0..places {
            let entry = if at == place {
                Some(entry)
            } else {
                self.entries.get(at)
            };
            let number = entry.map(|entry| words.add(at, &said::by(entry, self)));
            if let Some((_, held)) = self.marks.get_mut(at)
                && let Some(number) = number
            {
                *held = number;
            }
        }
        self.words = words;
    }

    /// The entry at a place, and what it is filtered and counted by.
    pub(crate) fn at(&self, place: usize) -> Option<(&Entry, &Marks)> {
        let (marks, _) = self.marks.get(place)?;
        Some((self.entries.get(place)?, marks))
    }

    /// The place of the entry with an id.
    pub(crate) fn place(&self, id: &ServiceId) -> Option<usize> {
        self.place_of.get(id).copied()
    }

    /// The entries by name.
    pub(crate) fn name_order(&self) -> &NameOrder {
        self.name_order.get_or_init(|| {
            let marks = self.marks.iter().map(|(marks, _)| marks);
            NameOrder::of(self.entries.iter().zip(marks))
        })
    }

    /// Which entry is whose delivery.
    pub(crate) fn kinship(&self) -> &Kinship {
        self.kinship.get_or_init(|| Kinship::of(self))
    }

    pub(crate) fn words(&self) -> &WordIndex {
        &self.words
    }

    pub(crate) fn everyday(&self) -> &Everyday {
        &self.everyday
    }

    pub(crate) fn code_book(&self) -> &CodeBook {
        &self.code_book
    }

    pub(crate) fn inside(&self) -> &Inside {
        &self.inside
    }

    /// Ties an entry to its family, to the prisons it is offered in and to the options that it hangs
    /// on.
    fn tie(&mut self, entry: &Entry, place: usize) {
        let id = entry.id();
        self.inside.add(&entry.service);
        if let Some(parent) = &entry.service.parent {
            let deliveries = self.deliveries_of.entry(parent.clone()).or_default();
            deliveries.insert(id.clone());
        }
        for option in &entry.service.options {
            put_in(self.on_option.entry(option.clone()).or_default(), place);
        }
    }

    fn forget_ties(&mut self, entry: &Entry, place: usize) {
        let id = entry.id();
        self.inside.forget(&entry.service);
        let parent = entry.service.parent.as_ref();
        if let Some(deliveries) = parent.and_then(|parent| self.deliveries_of.get_mut(parent)) {
            deliveries.remove(id);
        }
        for option in &entry.service.options {
            if let Some(hanging) = self.on_option.get_mut(option) {
                take_out(hanging, place);
            }
        }
    }

    /// Every entry: those of the edition in its order, then those that were added, until one is
    /// taken out.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry with an id.
    pub fn entry(&self, id: &ServiceId) -> Option<&Entry> {
        self.place_of.get(id).and_then(|at| self.entries.get(*at))
    }

    /// The local deliveries of a family, by id.
    pub fn deliveries(&self, id: &ServiceId) -> impl Iterator<Item = &Entry> {
        let deliveries = self.deliveries_of.get(id).into_iter().flatten();
        deliveries.filter_map(|id| self.entry(id))
    }

    /// The entries that hang on an option, in their order.
    pub fn hanging_on(&self, option: &OptionId) -> impl Iterator<Item = &Entry> {
        let places = self.on_option.get(option).into_iter().flatten();
        places.filter_map(|at| self.entries.get(usize::try_from(*at).ok()?))
    }

    /// The council with a code.
    pub fn council(&self, id: &CouncilId) -> Option<&Council> {
        let at = self.council_at.get(id)?;
        self.around.councils.get(*at)
    }

    /// The councils.
    pub fn councils(&self) -> &[Council] {
        &self.around.councils
    }

    /// The court with an id.
    pub fn court(&self, id: &CourtId) -> Option<&Court> {
        let at = self.court_at.get(id)?;
        self.around.courts.get(*at)
    }

    /// The courts.
    pub fn courts(&self) -> &[Court] {
        &self.around.courts
    }

    /// The prison with an id.
    pub fn prison(&self, id: &PrisonId) -> Option<&Prison> {
        let at = self.prison_at.get(id)?;
        self.around.prisons.get(*at)
    }

    /// The prisons.
    pub fn prisons(&self) -> &[Prison] {
        &self.around.prisons
    }

    /// The codes of a list, in order.
    pub fn codes(&self, list: &str) -> impl Iterator<Item = &CodeListEntry> {
        let codes = self.around.code_lists.iter();
        codes.filter(move |code| code.list == list)
    }

    /// The words for a code of a list; the code itself where the list does not hold it.
    pub fn words_for<'a>(&'a self, list: &str, code: &'a str) -> &'a str {
        let at = self.code_at.get(list).and_then(|list| list.get(code));
        let found = at.and_then(|at| self.around.code_lists.get(*at));
        found.map_or(code, |entry| entry.label.as_str())
    }

    /// A council's name; its code where no council has it.
    pub fn council_name(&self, id: &CouncilId) -> String {
        let council = self.council(id);
        council.map_or_else(|| id.0.clone(), |council| council.name.clone())
    }

    /// A court's name; its id where no court has it.
    pub fn court_name(&self, id: &CourtId) -> String {
        let court = self.court(id);
        court.map_or_else(|| id.0.clone(), |court| court.name.clone())
    }

    /// A prison's name; its id where no prison has it.
    pub fn prison_name(&self, id: &PrisonId) -> String {
        let prison = self.prison(id);
        prison.map_or_else(|| id.0.clone(), |prison| prison.name.clone())
    }
}

/// Puts a place among others, which stand in order.
fn put_in(places: &mut Vec<u32>, place: usize) {
    // More entries than this no directory has.
    let Ok(place) = u32::try_from(place) else {
        return;
    };
    if let Err(at) = places.binary_search(&place) {
        places.insert(at, place);
    }
}

fn take_out(places: &mut Vec<u32>, place: usize) {
    let found = u32::try_from(place).map(|place| places.binary_search(&place));
    if let Ok(Ok(at)) = found {
        places.remove(at);
    }
}

fn places<T, Id: Eq + Hash>(all: &[T], id: impl Fn(&T) -> Id) -> HashMap<Id, usize> {
    let places = all.iter().enumerate().map(|(at, one)| (id(one), at));
    places.collect()
}

fn code_places(codes: &[CodeListEntry]) -> HashMap<String, HashMap<String, usize>> {
    let mut places: HashMap<String, HashMap<String, usize>> = HashMap::new();
    for (at, code) in codes.iter().enumerate() {
        let list = places.entry(code.list.clone()).or_default();
        list.entry(code.code.clone()).or_insert(at);
    }
    places
}

mod organisations;
#[cfg(test)]
mod tests;
