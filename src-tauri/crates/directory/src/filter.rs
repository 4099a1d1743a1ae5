//! What of a question keeps an entry out.

use std::collections::HashSet;

use crate::marks::{Facet, Marks};
use crate::{
    Area, Assurance, Council, CouncilId, DirectorySearch, Entry, Intake, Register, Service,
    ServiceId, ServiceState, fit,
};

/// The filters that an entry fails, of those that can be counted without.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fails(u8);

impl Fails {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const COURT: Self = Self(1);
    pub(crate) const PERSON: Self = Self(2);

    /// The filter that a facet chooses.
    pub(crate) fn facet(facet: Facet) -> Self {
        match facet {
            Facet::Kind => Self(4),
            Facet::Need => Self(8),
            Facet::Group => Self(16),
            Facet::Option => Self(32),
            Facet::Council => Self(64),
        }
    }

    /// Where the person is, or comes to court.
    pub(crate) fn place() -> Self {
        Self::COURT.and(Self::facet(Facet::Council))
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
    facets: [(Facet, Option<Wanted>); 5],
    /// The councils that count as here: the one asked for, or those of the court.
    here: Vec<CouncilId>,
    court_is_national: bool,
    /// The families of what is offered in the prison asked for.
    families_inside: HashSet<&'a ServiceId>,
    of_england: bool,
}

/// A code that is asked for.
#[derive(Clone, Copy)]
enum Wanted {
    Number(usize),
    /// No entry has it.
    Unused,
}

/// What is offered to people before sentence, beside everything called bail.
const BEFORE_SENTENCE: [&str; 4] = [
    "diversion-from-prosecution",
    "fiscal-work-order",
    "arrest-contact",
    "none",
];

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
        let inside = register.entries().iter().filter(|entry| {
            let prison = search.prison.as_ref();
            prison.is_some_and(|prison| entry.service.prisons.contains(prison))
        });
        let typed = crate::fold::fold(&search.words);
        Self {
            facets: Facet::ALL.map(|facet| (facet, wanted(register, search, facet))),
            here,
            court_is_national: court.is_some_and(|court| court.national),
            families_inside: inside.map(|entry| family(&entry.service)).collect(),
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

    /// The filters that an entry fails; none where it is kept out by one that is not counted
    /// without.
    pub(crate) fn try_entry(&self, entry: &Entry, marks: &Marks) -> Option<Fails> {
        let service = &entry.service;
        if !self.runs(service, marks) || !self.is_relied_on(service) || !self.suits_the_day(service)
        {
            return None;
        }
        let inside = self.inside(service)?;
        let mut fails = Fails::NONE;
        for (facet, wanted) in &self.facets {
            let passes = match (facet, wanted) {
                (_, None) => true,
                (Facet::Council, Some(_)) => self.takes_from_council(service, inside),
                (_, Some(Wanted::Number(number))) => marks.has(*facet, *number),
                (_, Some(Wanted::Unused)) => false,
            };
            if !passes {
                fails = fails.and(Fails::facet(*facet));
            }
        }
        if !self.comes_to_court(service, inside) {
            fails = fails.and(Fails::COURT);
        }
        if !fit::suits(&service.eligibility, &self.search.person) {
            fails = fails.and(Fails::PERSON);
        }
        Some(fails)
    }

    /// Whether an entry answers every council that could be asked for.
    pub(crate) fn is_everywhere(&self, service: &Service) -> bool {
        service.area == Area::National || self.inside(service) == Some(true)
    }

    /// Whether it runs, and under this law. What is asked for by the name of its country is shown
    /// whatever its state.
    fn runs(&self, service: &Service, marks: &Marks) -> bool {
        if self.search.not_running || (self.of_england && !marks.is_scottish()) {
            return true;
        }
        let running = matches!(service.state, ServiceState::Current | ServiceState::Unknown);
        running && marks.is_scottish()
    }

    fn is_relied_on(&self, service: &Service) -> bool {
        let as_at = self.search.as_at;
        self.search.expired || self.register.assurance_of(service, as_at) != Assurance::Expired
    }

    fn suits_the_day(&self, service: &Service) -> bool {
        let taking = matches!(
            service.referrals.intake,
            Intake::Taking | Intake::WaitingList
        );
        (!self.search.taking || taking)
            && (!self.search.before_sentence || is_before_sentence(service))
    }

    /// Whether it is offered in the prison asked for, or at home for the same family; none where
    /// neither. A national service in custody that names no prison may be offered in any.
    fn inside(&self, service: &Service) -> Option<bool> {
        let Some(prison) = &self.search.prison else {
            return Some(false);
        };
        if service.prisons.contains(prison) {
            return Some(true);
        }
        let custody = matches!(service.setting.as_deref(), Some("custody" | "both"));
        let any = custody && service.prisons.is_empty() && service.area == Area::National;
        let at_home = self.families_inside.contains(family(service));
        (any || at_home).then_some(false)
    }

    fn takes_from_council(&self, service: &Service, inside: bool) -> bool {
        let council = self.search.council.as_ref();
        inside || council.is_none_or(|council| service.area.takes_in(council))
    }

    /// Whether it is there for people who come to the court asked for: by name where it names
    /// courts, as problem-solving courts do, else through the councils that the court serves.
    fn comes_to_court(&self, service: &Service, inside: bool) -> bool {
        let Some(id) = &self.search.court else {
            return true;
        };
        if inside || service.courts.contains(id) {
            return true;
        }
        let Some(court) = self.register.court(id) else {
            return false;
        };
        let scottish = !matches!(service.area, Area::Elsewhere { .. });
        let served = || court.councils.iter().any(|id| service.area.takes_in(id));
        service.courts.is_empty() && scottish && (self.court_is_national || served())
    }
}

fn wanted(register: &Register, search: &DirectorySearch, facet: Facet) -> Option<Wanted> {
    let code = match facet {
        Facet::Kind => search.kind.as_deref(),
        Facet::Need => search.need.as_deref(),
        Facet::Group => search.group.as_deref(),
        Facet::Option => search.option.as_ref().map(|id| id.0.as_str()),
        Facet::Council => search.council.as_ref().map(|id| id.0.as_str()),
    };
    let number = register.code_book().codes(facet).known(code?);
    Some(number.map_or(Wanted::Unused, Wanted::Number))
}

/// The family an entry belongs to: itself where it is none's delivery.
pub(crate) fn family(service: &Service) -> &ServiceId {
    service.parent.as_ref().unwrap_or(&service.id)
}

fn is_before_sentence(service: &Service) -> bool {
    let open = service.eligibility.order_needed.as_deref() == Some("no");
    open || service
        .options
        .iter()
        .any(|id| id.0.starts_with("bail-") || BEFORE_SENTENCE.contains(&id.0.as_str()))
}
