//! Families and their deliveries in one answer: a family stands back where a delivery of its own
//! answers, since the delivery is what a court can use.

use std::collections::HashMap;

use crate::Register;
use crate::filter::{Fails, Filter};
use crate::marks::Facet;
use crate::tally::Tried;

/// The deliveries that were held against a question, by family.
pub(crate) struct Families<'a> {
    register: &'a Register,
    filter: &'a Filter<'a>,
    /// By the place of the family.
    deliveries: HashMap<usize, Vec<Tried>>,
}

impl<'a> Families<'a> {
    pub(crate) fn new(register: &'a Register, filter: &'a Filter<'a>, tried: &[Tried]) -> Self {
        let mut deliveries: HashMap<usize, Vec<Tried>> = HashMap::new();
        for one in tried {
            let entry = register.at(one.place).map(|(entry, _)| entry);
            let parent = entry.and_then(|entry| entry.service.parent.as_ref());
            if let Some(place) = parent.and_then(|parent| register.place(parent)) {
                deliveries.entry(place).or_default().push(*one);
            }
        }
        Self {
            register,
            filter,
            deliveries,
        }
    }

    /// Whether an entry is a family of which a delivery was held against the question.
    pub(crate) fn is_family(&self, place: usize) -> bool {
        self.of(place).is_some()
    }

    /// Whether a family stands back: a delivery fails nothing but what is left out of account and,
    /// where a value of a facet is asked about, has it. That a delivery would not take the person
    /// does not bring its family forward.
    pub(crate) fn stands_back(
        &self,
        place: usize,
        left_out: Fails,
        having: Option<(Facet, usize)>,
    ) -> bool {
        let left_out = left_out.and(Fails::PERSON);
        let mut deliveries = self.of(place).into_iter().flatten();
        deliveries.any(|delivery| {
            delivery.fails.but_for(left_out)
                && having.is_none_or(|(facet, number)| self.has(delivery.place, facet, number))
        })
    }

    /// Whether a delivery of the entry satisfies a test.
    pub(crate) fn any_delivery(&self, place: usize, test: impl Fn(&Tried) -> bool) -> bool {
        self.of(place).into_iter().flatten().any(test)
    }

    fn of(&self, place: usize) -> Option<&Vec<Tried>> {
        self.deliveries.get(&place)
    }

    fn has(&self, place: usize, facet: Facet, number: usize) -> bool {
        self.register.at(place).is_some_and(|(entry, marks)| {
            marks.has(facet, number)
                || (facet == Facet::Council && self.filter.is_everywhere(&entry.service))
        })
    }
}
