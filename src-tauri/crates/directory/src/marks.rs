//! What of an entry is filtered, counted and ordered by, made ready once so that a key typed does
//! not wait for it.

use crate::codes::Codes;
use crate::fold::fold;
use crate::{Area, Council, Entry, Surroundings};

/// What entries can be counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Facet {
    Kind,
    Need,
    Group,
    Option,
    Council,
}

impl Facet {
    pub(crate) const ALL: [Self; 5] = [
        Self::Kind,
        Self::Need,
        Self::Group,
        Self::Option,
        Self::Council,
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
}

impl CodeBook {
    pub(crate) fn new(around: &Surroundings) -> Self {
        let list = |name: &str| {
            let codes = around.code_lists.iter();
            Codes::of_list(codes.filter(|code| code.list == name))
        };
        let council = |council: &Council| (council.id.0.clone(), council.name.clone());
        Self {
            kinds: list("programme_kind"),
            needs: list("outcome"),
            groups: list("offender_group"),
            options: list("disposal"),
            councils: Codes::labelled(around.councils.iter().map(council)),
        }
    }

    pub(crate) fn codes(&self, facet: Facet) -> &Codes {
        match facet {
            Facet::Kind => &self.kinds,
            Facet::Need => &self.needs,
            Facet::Group => &self.groups,
            Facet::Option => &self.options,
            Facet::Council => &self.councils,
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
        let names = std::iter::once(&service.name).chain(&service.other_names);
        Marks {
            numbers: marks.numbers.into(),
            ends: marks.ends,
            names: names.map(|name| fold(name).into()).collect(),
            scottish: service.jurisdiction == "Scotland",
        }
    }
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
        let begun = self.numbers.len();
        let used = used.into_iter().map(|code| codes.number(code));
        // More codes than this no list has; one beyond is filtered and counted by nobody.
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
        let at = Facet::ALL.iter().position(|one| *one == facet)?;
        let end = *self.ends.get(at)?;
        let begun = match at.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.numbers.get(usize::from(begun)..usize::from(end))
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
