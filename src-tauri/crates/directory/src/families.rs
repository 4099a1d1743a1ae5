//! Families and their deliveries in one answer: a family stands back where a delivery of its own
//! answers, since the delivery is what a court can use.

use std::collections::HashMap;

use crate::Register;
use crate::filter::Fails;
use crate::tally::Tried;

/// The deliveries that were held against a question, by family.
pub(crate) struct Families<'a> {
    /// By the place of the family.
    deliveries: HashMap<usize, Vec<&'a Tried>>,
    /// Whether an entry is a family, by its place: it is asked of each, and of most in vain.
    is_family: Vec<bool>,
}

impl<'a> Families<'a> {
    pub(crate) fn new(register: &Register, tried: &'a [Tried]) -> Self {
        let mut deliveries: HashMap<usize, Vec<&Tried>> = HashMap::new();
        let mut is_family = vec![false; register.entries().len()];
        for one in tried {
            let entry = register.at(one.place).map(|(entry, _)| entry);
            let parent = entry.and_then(|entry| entry.service.parent.as_ref());
            if let Some(place) = parent.and_then(|parent| register.place(parent)) {
                deliveries.entry(place).or_default().push(one);
                if let Some(is_family) = is_family.get_mut(place) {
                    *is_family = true;
                }
            }
        }
        Self {
            deliveries,
            is_family,
        }
    }

    /// Whether an entry is a family of which a delivery was held against the question.
    pub(crate) fn is_family(&self, place: usize) -> bool {
        self.is_family.get(place).copied().unwrap_or(false)
    }

    /// Whether a family stands back: a delivery fails nothing but what is left out of account. That a
    /// delivery would not take the person does not bring its family forward.
    pub(crate) fn stands_back(&self, place: usize, left_out: Fails) -> bool {
        let left_out = left_out.and(Fails::PERSON);
        self.any_delivery(place, |delivery| delivery.fails.but_for(left_out))
    }

    /// Whether a delivery of the entry satisfies a test.
    pub(crate) fn any_delivery(&self, place: usize, test: impl Fn(&Tried) -> bool) -> bool {
        self.deliveries(place).any(test)
    }

    /// The deliveries of an entry that were held against the question.
    pub(crate) fn deliveries(&self, place: usize) -> impl Iterator<Item = &'a Tried> + '_ {
        let known = self.is_family(place).then(|| self.deliveries.get(&place));
        known.flatten().into_iter().flatten().copied()
    }
}
