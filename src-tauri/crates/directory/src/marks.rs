//! What of an entry is filtered, counted and ordered by, made ready once so that a key typed does
//! not wait for it.

use std::collections::HashMap;

use crate::codes::Codes;
use crate::fit::Takes;
use crate::fold::fold;
use crate::{Area, Council, CouncilId, Court, Entry, Service, Surroundings};

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

/// The codes of every facet.
#[derive(Clone, Debug, Default)]
pub(crate) struct CodeBook {
    kinds: Codes,
    needs: Codes,
    groups: Codes,
    options: Codes,
    councils: Codes,
    courts: Codes,
    /// The courts that some council's people come to, or everybody's, by number.
    served: Vec<usize>,
    /// Those of them that everybody comes to.
    national: Vec<usize>,
    /// Those to which a council's people come.
    serving: HashMap<CouncilId, Vec<usize>>,
}

impl CodeBook {
    pub(crate) fn new(around: &Surroundings) -> Self {
        let list = |name: &str| {
            let codes = around.code_lists.iter();
            Codes::of_list(codes.filter(|code| code.list == name))
        };
        let council = |council: &Council| (council.id.0.clone(), council.name.clone());
        let court = |court: &Court| (court.id.0.clone(), court.name.clone());
        let mut book = Self {
            kinds: list("programme_kind"),
            needs: list("outcome"),
            groups: list("offender_group"),
            options: list("disposal"),
            councils: Codes::labelled(around.councils.iter().map(council)),
            courts: Codes::labelled(around.courts.iter().map(court)),
            ..Self::default()
        };
        for court in &around.courts {
            book.place(court);
        }
        book
    }

    /// Notes who comes to a court.
    fn place(&mut self, court: &Court) {
        let number = self.courts.number(&court.id.0);
        for council in &court.councils {
            let serving = self.serving.entry(council.clone()).or_default();
            serving.push(number);
        }
        if court.national {
            self.national.push(number);
        }
        if court.national || !court.councils.is_empty() {
            self.served.push(number);
        }
    }

    /// The values of a facet that everybody in Scotland answers, by number.
    pub(crate) fn served(&self, facet: Facet) -> &[usize] {
        match facet {
            Facet::Court => &self.served,
            Facet::Kind | Facet::Need | Facet::Group | Facet::Option | Facet::Council => &[],
        }
    }

    pub(crate) fn codes(&self, facet: Facet) -> &Codes {
        match facet {
            Facet::Kind => &self.kinds,
            Facet::Need => &self.needs,
            Facet::Group => &self.groups,
            Facet::Option => &self.options,
            Facet::Council => &self.councils,
            Facet::Court => &self.courts,
        }
    }

    /// The marks of an entry.
    pub(crate) fn marks(&mut self, entry: &Entry) -> Marks {
        let service = &entry.service;
        let mut marks = Gathered::default();
        marks.add(&mut self.kinds, [service.kind.as_str()]);
        marks.add(&mut self.needs, service.outcomes.iter().map(String::as_str));
        marks.add(&mut self.groups, service.groups.iter().map(String::as_str));
        let options = service.options.iter().map(|id| id.0.as_str());
        marks.add(&mut self.options, options);
        let councils = match &service.area {
            Area::Councils { councils } => councils.as_slice(),
            Area::National | Area::Elsewhere { .. } => &[],
        };
        marks.add(&mut self.councils, councils.iter().map(|id| id.0.as_str()));
        let courts = self.courts_of(service);
        marks.add_numbers(courts);
        let names = std::iter::once(&service.name).chain(&service.other_names);
        Marks {
            numbers: marks.numbers.into(),
            ends: marks.ends,
            names: names.map(|name| fold(name).into()).collect(),
            scottish: service.jurisdiction == "Scotland",
            national: service.area == Area::National,
            any_prison: is_in_any_prison(service),
            takes: Takes::of(&service.eligibility),
        }
    }

    /// The courts whose people an entry is there for: those it names, as problem-solving courts are
    /// named, else those that its councils' people come to. What is national names none of them.
    fn courts_of(&mut self, service: &Service) -> Vec<usize> {
        if !service.courts.is_empty() {
            let named = service.courts.iter();
            return named.map(|id| self.courts.number(&id.0)).collect();
        }
        let Area::Councils { councils } = &service.area else {
            return Vec::new();
        };
        let serving = councils.iter().filter_map(|id| self.serving.get(id));
        let serving = serving.flatten().chain(&self.national);
        serving.copied().collect()
    }
}

/// Whether it may be offered in any prison: a national service in custody that names none.
fn is_in_any_prison(service: &Service) -> bool {
    let custody = matches!(service.setting.as_deref(), Some("custody" | "both"));
    custody && service.prisons.is_empty() && service.area == Area::National
}

/// The numbers of an entry's codes, facet after facet in the order of [`Facet::ALL`].
#[derive(Default)]
struct Gathered {
    numbers: Vec<u16>,
    ends: [u16; Facet::ALL.len()],
    facets: usize,
}

impl Gathered {
    fn add<'a>(&mut self, codes: &mut Codes, used: impl IntoIterator<Item = &'a str>) {
        self.add_numbers(used.into_iter().map(|code| codes.number(code)));
    }

    fn add_numbers(&mut self, used: impl IntoIterator<Item = usize>) {
        let begun = self.numbers.len();
        // More codes than this no list has; one beyond is filtered and counted by nobody.
        let used = used.into_iter();
        self.numbers
            .extend(used.filter_map(|number| u16::try_from(number).ok()));
        if let Some(own) = self.numbers.get_mut(begun..) {
            own.sort_unstable();
        }
        let mut last = None;
        let mut at = 0;
        self.numbers.retain(|number| {
            let again = at >= begun && last.replace(*number) == Some(*number);
            at += 1;
            !again
        });
        if let Some(end) = self.ends.get_mut(self.facets) {
            *end = u16::try_from(self.numbers.len()).unwrap_or(u16::MAX);
        }
        self.facets += 1;
    }
}

/// What of an entry is filtered, counted and ordered by. Every key typed reads those of thousands of
/// entries, so the numbers of one lie side by side.
#[derive(Clone, Debug)]
pub(crate) struct Marks {
    numbers: Box<[u16]>,
    /// Where the numbers of each facet end, in the order of [`Facet::ALL`].
    ends: [u16; Facet::ALL.len()],
    /// Its name and its other names, folded.
    names: Box<[Box<str>]>,
    scottish: bool,
    national: bool,
    any_prison: bool,
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
