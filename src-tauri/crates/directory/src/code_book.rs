//! The codes by which entries are filtered and counted, facet by facet, and whom each court serves.

use std::collections::HashMap;

use crate::codes::Codes;
use crate::marks::{Ends, Facet, Marks};
use crate::{Area, Council, CouncilId, Court, Entry, Service, Surroundings};

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
        Marks::of_service(service, marks.numbers.into(), marks.ends)
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

/// The numbers of an entry's codes, facet after facet in the order of [`Facet::ALL`].
#[derive(Default)]
struct Gathered {
    numbers: Vec<u16>,
    ends: Ends,
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
