//! How many rows each prison would leave, with every other filter in force. Which prison is asked for
//! changes how an entry's council and court are judged, so each prison is reckoned by itself.

use std::collections::BTreeMap;

use crate::families::Families;
use crate::filter::{Fails, offered};
use crate::marks::Marks;
use crate::tally::Tried;
use crate::{FacetCount, PrisonId, Register, ServiceId};

/// The prisons that would leave any row, in their order.
pub(crate) fn prison_counts(
    register: &Register,
    tried: &[Tried],
    families: &Families<'_>,
) -> Vec<FacetCount> {
    let counting = Counting {
        register,
        tried,
        families,
    };
    let of_families = counting.of_families();
    let (in_any, families_in_any) = counting.in_any();
    let known = register.prisons().iter().map(|prison| &prison.id);
    let unknown = of_families.keys().copied();
    let unknown = unknown.filter(|id| register.prison(id).is_none());
    let counted = known.chain(unknown).map(|prison| {
        let forward = |family: &&Tried| !counting.stands_back(family.place, prison);
        let families = families_in_any.iter().copied().filter(forward).count();
        let own = of_families.get(prison).copied().unwrap_or(0);
        FacetCount {
            value: prison.0.clone(),
            label: register.prison_name(prison),
            count: own + in_any + u32::try_from(families).unwrap_or(u32::MAX),
        }
    });
    counted.filter(|counted| counted.count > 0).collect()
}

struct Counting<'a> {
    register: &'a Register,
    tried: &'a [Tried],
    families: &'a Families<'a>,
}

impl<'a> Counting<'a> {
    /// What is offered in a prison, or at home for the same family, but for what may be offered in
    /// any.
    fn of_families(&self) -> BTreeMap<&'a PrisonId, u32> {
        let mut counts = BTreeMap::new();
        for (family, prisons) in self.register.inside().families() {
            let members: Vec<&Tried> = self.members(family).collect();
            if members.is_empty() {
                continue;
            }
            for prison in prisons {
                let rows = members.iter().filter(|one| self.is_row(one, prison));
                let rows = u32::try_from(rows.count()).unwrap_or(u32::MAX);
                *counts.entry(prison).or_default() += rows;
            }
        }
        counts
    }

    /// What belongs to a family, so far as it was held against the question: its deliveries, and
    /// itself where it is none's delivery.
    fn members(&self, family: &'a ServiceId) -> impl Iterator<Item = &'a Tried> {
        let own = self.register.entry(family);
        let own = own.filter(|own| own.service.parent.is_none());
        let members = self.register.deliveries(family).chain(own);
        let places = members.filter_map(|member| self.register.place(member.id()));
        places.filter_map(|place| {
            let marks = self.register.at(place).map(|(_, marks)| marks);
            let any = marks.is_none_or(Marks::is_in_any_prison);
            self.tried(place).filter(|_| !any)
        })
    }

    fn tried(&self, place: usize) -> Option<&'a Tried> {
        let at = self.tried.binary_search_by_key(&place, |one| one.place);
        self.tried.get(at.ok()?)
    }

    /// How many rows any prison would leave that may be offered in each; and the families among
    /// them, which may stand back.
    fn in_any(&self) -> (u32, Vec<&'a Tried>) {
        let mut rows = 0;
        let mut families = Vec::new();
        let answering = self.tried.iter().filter(|one| one.elsewhere == Fails::NONE);
        for one in answering {
            let marks = self.register.at(one.place).map(|(_, marks)| marks);
            if !marks.is_some_and(Marks::is_in_any_prison) {
                continue;
            }
            if self.families.is_family(one.place) {
                families.push(one);
            } else {
                rows += 1;
            }
        }
        (rows, families)
    }

    fn is_row(&self, one: &Tried, prison: &PrisonId) -> bool {
        self.answers(one, prison, Fails::NONE) && !self.stands_back(one.place, prison)
    }

    fn stands_back(&self, place: usize, prison: &PrisonId) -> bool {
        let mut deliveries = self.families.deliveries(place);
        deliveries.any(|delivery| self.answers(delivery, prison, Fails::PERSON))
    }

    /// Whether an entry fails nothing but what is left out of account, where a prison is asked for.
    fn answers(&self, one: &Tried, prison: &PrisonId, left_out: Fails) -> bool {
        let Some((entry, marks)) = self.register.at(one.place) else {
            return false;
        };
        match offered(self.register, &entry.service, marks, prison) {
            Some(true) => one.elsewhere.but_for(left_out.and(Fails::place())),
            Some(false) => one.elsewhere.but_for(left_out),
            None => false,
        }
    }
}
