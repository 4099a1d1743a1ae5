//! What of a question keeps an entry out.

use crate::marks::{Facet, Marks, Reach};
use crate::tally::Tried;
use crate::{
    Assurance, Clock, Council, CouncilId, DirectorySearch, Entry, PrisonId, Register, Service,
    ServiceId, ServiceState, fit,
};

/// The filters that an entry fails, of those that can be counted without.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fails(u16);

impl Fails {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const SEX: Self = Self(1);
    pub(crate) const AGE: Self = Self(2);
    pub(crate) const ORDER: Self = Self(4);
    pub(crate) const PRISON: Self = Self(8);
    /// Whatever is asked of the person.
    pub(crate) const PERSON: Self = Self(1 | 2 | 4);

    /// The filter that a facet chooses.
    pub(crate) fn facet(facet: Facet) -> Self {
        match facet {
            Facet::Kind => Self(16),
            Facet::Need => Self(32),
            Facet::Group => Self(64),
            Facet::Option => Self(128),
            Facet::Council => Self(256),
            Facet::Court => Self(512),
        }
    }

    /// Where the person is, or comes to court.
    pub(crate) fn place() -> Self {
        Self::facet(Facet::Court).and(Self::facet(Facet::Council))
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether nothing is failed but what is left out of account.
    pub(crate) fn but_for(self, left_out: Self) -> bool {
        self.0 & !left_out.0 == 0
    }
}

/// A question, made ready to be held against every entry.
pub(crate) struct Filter<'a> {
    register: &'a Register,
    search: &'a DirectorySearch,
    facets: [(Facet, Option<Wanted>); Facet::ALL.len()],
    /// The councils that count as here: the one asked for, or those of the court.
    here: Vec<CouncilId>,
    /// The clock of each kind, by its number.
    clocks: Vec<Clock>,
    of_england: bool,
}

/// A code that is asked for.
#[derive(Clone, Copy)]
enum Wanted {
    Number(usize),
    /// No entry has it.
    Unused,
}

/// The words by which England and Wales are asked for.
const ENGLAND: [&str; 4] = ["england", "english", "wales", "welsh"];

impl<'a> Filter<'a> {
    pub(crate) fn new(register: &'a Register, search: &'a DirectorySearch) -> Self {
        let court = search.court.as_ref().and_then(|id| register.court(id));
        let here = match (&search.council, court) {
            (Some(council), _) => vec![council.clone()],
            (None, Some(court)) => court.councils.clone(),
            (None, None) => Vec::new(),
        };
        let typed = crate::fold::fold(&search.words);
        let kinds = register.code_book().codes(Facet::Kind);
        Self {
            facets: Facet::ALL.map(|facet| (facet, wanted(register, search, facet))),
            here,
            clocks: kinds
                .all()
                .iter()
                .map(|(kind, _)| register.periods().clock(kind))
                .collect(),
            of_england: typed.split(' ').any(|word| ENGLAND.contains(&word)),
            register,
            search,
        }
    }

    /// The councils that count as here; none where no place is asked for.
    pub(crate) fn here(&self) -> &[CouncilId] {
        &self.here
    }

    /// The councils that count as here, as they stand in the register.
    pub(crate) fn councils_here(&self) -> impl Iterator<Item = &'a Council> {
        let register = self.register;
        self.here.iter().filter_map(|id| register.council(id))
    }

    /// An entry held against every filter; none where it is kept out by one that is not counted
    /// without.
    pub(crate) fn try_entry(&self, place: usize, entry: &Entry, marks: &Marks) -> Option<Tried> {
        if !self.runs(marks) || !self.is_relied_on(marks) || !self.suits_the_day(marks) {
            return None;
        }
        let person = fit::fails(marks.takes(), &self.search.person);
        let elsewhere = person.and(self.fails_facets(marks, false));
        let (fails, inside) = match self.inside(&entry.service, marks) {
            None => (elsewhere.and(Fails::PRISON), false),
            Some(false) => (elsewhere, false),
            Some(true) => (person.and(self.fails_facets(marks, true)), true),
        };
        Some(Tried {
            place,
            fails,
            elsewhere,
            inside,
        })
    }

    fn fails_facets(&self, marks: &Marks, inside: bool) -> Fails {
        let mut fails = Fails::NONE;
        for (facet, wanted) in &self.facets {
            let Some(wanted) = wanted else {
                continue;
            };
            let passes = match (marks.reach(*facet, inside), wanted) {
                (Reach::All, _) => true,
                (Reach::Served, Wanted::Number(number)) => {
                    let served = self.register.code_book().served(*facet);
                    served.contains(number)
                }
                (Reach::Own, Wanted::Number(number)) => marks.has(*facet, *number),
                (Reach::Served | Reach::Own, Wanted::Unused) => false,
            };
            if !passes {
                fails = fails.and(Fails::facet(*facet));
            }
        }
        fails
    }

    /// Whether it runs, and under this law. What is asked for by the name of its country is shown
    /// whatever its state.
    fn runs(&self, marks: &Marks) -> bool {
        if self.search.not_running || (self.of_england && !marks.is_scottish()) {
            return true;
        }
        let running = matches!(marks.state(), ServiceState::Current | ServiceState::Unknown);
        running && marks.is_scottish()
    }

    fn is_relied_on(&self, marks: &Marks) -> bool {
        self.search.expired || self.assurance(marks) != Assurance::Expired
    }

    /// How sure the register is of an entry, as at the day asked.
    pub(crate) fn assurance(&self, marks: &Marks) -> Assurance {
        let kind = marks.of(Facet::Kind).next();
        let clock = kind.and_then(|kind| self.clocks.get(kind));
        marks.assurance(clock, self.search.as_at)
    }

    fn suits_the_day(&self, marks: &Marks) -> bool {
        (!self.search.taking || marks.is_taking())
            && (!self.search.before_sentence || marks.is_before_sentence())
    }

    /// Whether it is offered in the prison asked for; none where neither there nor at home.
    fn inside(&self, service: &Service, marks: &Marks) -> Option<bool> {
        let Some(prison) = &self.search.prison else {
            return Some(false);
        };
        offered(self.register, service, marks, prison)
    }
}

/// Whether an entry is offered in a prison, or at home for the same family; none where neither. A
/// national service in custody that names no prison may be offered in any.
pub(crate) fn offered(
    register: &Register,
    service: &Service,
    marks: &Marks,
    prison: &PrisonId,
) -> Option<bool> {
    if service.prisons.contains(prison) {
        return Some(true);
    }
    let at_home = || register.inside().offers(family(service), prison);
    (marks.is_in_any_prison() || at_home()).then_some(false)
}

fn wanted(register: &Register, search: &DirectorySearch, facet: Facet) -> Option<Wanted> {
    let code = match facet {
        Facet::Kind => search.kind.as_deref(),
        Facet::Need => search.need.as_deref(),
        Facet::Group => search.group.as_deref(),
        Facet::Option => search.option.as_ref().map(|id| id.0.as_str()),
        Facet::Council => search.council.as_ref().map(|id| id.0.as_str()),
        Facet::Court => search.court.as_ref().map(|id| id.0.as_str()),
    };
    let number = register.code_book().codes(facet).known(code?);
    Some(number.map_or(Wanted::Unused, Wanted::Number))
}

/// The family an entry belongs to: itself where it is none's delivery.
pub(crate) fn family(service: &Service) -> &ServiceId {
    service.parent.as_ref().unwrap_or(&service.id)
}
