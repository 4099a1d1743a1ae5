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
        let councils = match &service.area {
            Area::Councils { councils } => councils.as_slice(),
            Area::National | Area::Elsewhere { .. } => &[],
        };
        let all = |codes: &mut Codes, used: &mut dyn Iterator<Item = &str>| {
            let mut numbers: Vec<usize> = used.map(|code| codes.number(code)).collect();
            numbers.sort_unstable();
            numbers.dedup();
            numbers
        };
        let names = std::iter::once(&service.name).chain(&service.other_names);
        Marks {
            kinds: vec![self.kinds.number(&service.kind)],
            needs: all(
                &mut self.needs,
                &mut service.outcomes.iter().map(String::as_str),
            ),
            groups: all(
                &mut self.groups,
                &mut service.groups.iter().map(String::as_str),
            ),
            options: all(
                &mut self.options,
                &mut service.options.iter().map(|id| id.0.as_str()),
            ),
            councils: all(
                &mut self.councils,
                &mut councils.iter().map(|id| id.0.as_str()),
            ),
            names: names.map(|name| fold(name)).collect(),
        }
    }
}

/// What of an entry is filtered, counted and ordered by.
#[derive(Clone, Debug)]
pub(crate) struct Marks {
    kinds: Vec<usize>,
    needs: Vec<usize>,
    groups: Vec<usize>,
    options: Vec<usize>,
    councils: Vec<usize>,
    /// Its name and its other names, folded.
    names: Vec<String>,
}

impl Marks {
    /// The numbers of its codes of a facet.
    pub(crate) fn of(&self, facet: Facet) -> &[usize] {
        match facet {
            Facet::Kind => &self.kinds,
            Facet::Need => &self.needs,
            Facet::Group => &self.groups,
            Facet::Option => &self.options,
            Facet::Council => &self.councils,
        }
    }

    /// Its name, folded.
    pub(crate) fn name(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }

    /// What it is worth that a name is, or begins with, all that was typed.
    pub(crate) fn whole_name(&self, typed: &str) -> u16 {
        let worth = self.names.iter().enumerate().map(|(at, name)| {
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
