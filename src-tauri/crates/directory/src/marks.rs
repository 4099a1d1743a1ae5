//! What of an entry is filtered, counted and ordered by, made ready once so that a key typed does
//! not wait for it.

use chrono::NaiveDate;

use crate::fit::Takes;
use crate::fold::fold;
use crate::{Area, Assurance, Clock, Intake, Service, ServiceState};

/// What entries can be counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Facet {
    Kind,
    Need,
    Group,
    Option,
    Council,
    Court,
}

impl Facet {
    pub(crate) const ALL: [Self; 6] = [
        Self::Kind,
        Self::Need,
        Self::Group,
        Self::Option,
        Self::Council,
        Self::Court,
    ];
}

/// What is offered to people before sentence, beside everything called bail.
const BEFORE_SENTENCE: [&str; 4] = [
    "diversion-from-prosecution",
    "fiscal-work-order",
    "arrest-contact",
    "none",
];

fn is_before_sentence(service: &Service) -> bool {
    let open = service.eligibility.order_needed.as_deref() == Some("no");
    open || service
        .options
        .iter()
        .any(|id| id.0.starts_with("bail-") || BEFORE_SENTENCE.contains(&id.0.as_str()))
}

/// Whether it may be offered in any prison: a national service in custody that names none.
fn is_in_any_prison(service: &Service) -> bool {
    let custody = matches!(service.setting.as_deref(), Some("custody" | "both"));
    custody && service.prisons.is_empty() && service.area == Area::National
}

/// Where the numbers of each facet end, in the order of [`Facet::ALL`].
pub(crate) type Ends = [u16; Facet::ALL.len()];

/// What of an entry is filtered, counted and ordered by. Every key typed reads those of thousands of
/// entries: the numbers of one lie side by side, and nothing of the entry itself, which lies far from
/// the next one in the memory, is read beside them.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact by itself, and any may hold beside any other"
)]
pub(crate) struct Marks {
    numbers: Box<[u16]>,
    ends: Ends,
    /// Its name and its other names, folded.
    names: Box<[Box<str>]>,
    scottish: bool,
    national: bool,
    any_prison: bool,
    delivery: bool,
    before_sentence: bool,
    taking: bool,
    state: ServiceState,
    assured_on: Option<NaiveDate>,
    takes: Takes,
}

/// Which values of a facet an entry answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Every one.
    All,
    /// Every one that serves anybody.
    Served,
    /// Those whose numbers it has.
    Own,
}

impl Marks {
    /// The marks of a service with the numbers of its codes.
    pub(crate) fn of_service(service: &Service, numbers: Box<[u16]>, ends: Ends) -> Self {
        let names = std::iter::once(&service.name).chain(&service.other_names);
        Self {
            numbers,
            ends,
            names: names.map(|name| fold(name).into()).collect(),
            scottish: service.jurisdiction == "Scotland",
            national: service.area == Area::National,
            any_prison: is_in_any_prison(service),
            delivery: service.parent.is_some(),
            before_sentence: is_before_sentence(service),
            taking: matches!(
                service.referrals.intake,
                Intake::Taking | Intake::WaitingList
            ),
            state: service.state,
            assured_on: service.assured_on,
            takes: Takes::of(&service.eligibility),
        }
    }

    /// The numbers of its codes of a facet.
    pub(crate) fn of(&self, facet: Facet) -> impl Iterator<Item = usize> + '_ {
        let own = self.slice(facet).unwrap_or_default();
        own.iter().map(|number| usize::from(*number))
    }

    /// Whether it has the code of a facet with a number.
    pub(crate) fn has(&self, facet: Facet, number: usize) -> bool {
        self.of(facet).any(|own| own == number)
    }

    fn slice(&self, facet: Facet) -> Option<&[u16]> {
        // The facets stand in `ALL` as they are declared.
        let at = facet as usize;
        let end = *self.ends.get(at)?;
        let begun = match at.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.numbers.get(usize::from(begun)..usize::from(end))
    }

    /// Which values of a facet it answers, where it is offered in the prison asked for or is not.
    pub(crate) fn reach(&self, facet: Facet, inside: bool) -> Reach {
        match facet {
            Facet::Council if inside || self.national => Reach::All,
            Facet::Court if inside => Reach::All,
            Facet::Court if self.national && self.slice(facet).is_none_or(<[u16]>::is_empty) => {
                Reach::Served
            }
            Facet::Kind
            | Facet::Need
            | Facet::Group
            | Facet::Option
            | Facet::Council
            | Facet::Court => Reach::Own,
        }
    }

    /// Whether it may be offered in any prison.
    pub(crate) fn is_in_any_prison(&self) -> bool {
        self.any_prison
    }

    /// Whether it takes people from all Scotland.
    pub(crate) fn is_national(&self) -> bool {
        self.national
    }

    /// Whether it is a delivery of a family.
    pub(crate) fn is_delivery(&self) -> bool {
        self.delivery
    }

    /// Whether it is there for people before sentence.
    pub(crate) fn is_before_sentence(&self) -> bool {
        self.before_sentence
    }

    /// Whether it takes referrals, now or in turn.
    pub(crate) fn is_taking(&self) -> bool {
        self.taking
    }

    /// Whether it ran at the source's date.
    pub(crate) fn state(&self) -> ServiceState {
        self.state
    }

    /// How sure it is, by the clock of its kind.
    pub(crate) fn assurance(&self, clock: Option<&Clock>, as_at: NaiveDate) -> Assurance {
        clock.map_or(Assurance::NeverAssured, |clock| {
            clock.state(self.assured_on, as_at)
        })
    }

    /// Whom it takes.
    pub(crate) fn takes(&self) -> Takes {
        self.takes
    }

    /// Whether it is of Scotland.
    pub(crate) fn is_scottish(&self) -> bool {
        self.scottish
    }

    /// Its name and then its other names, folded.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(AsRef::as_ref)
    }

    /// One of its names by its number, folded.
    pub(crate) fn nth_name(&self, nth: u16) -> &str {
        let name = self.names.get(usize::from(nth));
        name.map_or("", AsRef::as_ref)
    }

    /// Its name, folded.
    pub(crate) fn name(&self) -> &str {
        self.names().next().unwrap_or("")
    }

    /// What it is worth that a name is, or begins with, all that was typed.
    pub(crate) fn whole_name(&self, typed: &str) -> u16 {
        let worth = self.names().enumerate().map(|(at, name)| {
            let own = if at == 0 { 2_000 } else { 0 };
            if name == typed {
                20_000 + own
            } else if name.starts_with(typed) {
                12_000 + own
            } else {
                0
            }
        });
        worth.max().unwrap_or(0)
    }
}
