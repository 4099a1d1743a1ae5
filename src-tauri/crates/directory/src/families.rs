//! Families and their deliveries in one answer: a family stands back where a delivery of its own
//! answers, since the delivery is what a court can use.

use std::iter::successors;

use crate::Register;
use crate::filter::Fails;
use crate::tally::Tried;

/// The deliveries that were held against a question, by family: for each family the first of them,
/// and for each of them the next.
pub(crate) struct Families<'a> {
    tried: &'a [Tried],
    /// By the place of the family.
    first: Vec<Option<u32>>,
    /// By the delivery's own number among those tried.
    next: Vec<Option<u32>>,
}

impl<'a> Families<'a> {
    pub(crate) fn new(register: &Register, tried: &'a [Tried]) -> Self {
        let mut first = vec![None; register.entries().len()];
        let mut next = vec![None; tried.len()];
        let kinship = register.kinship();
        // From the last to the first, so that each family's stand in order.
        for (at, (one, next)) in tried.iter().zip(&mut next).enumerate().rev() {
            let family = kinship.family_of(one.place);
            if let Some(first) = family.and_then(|family| first.get_mut(family)) {
                *next = first.replace(u32::try_from(at).unwrap_or(u32::MAX));
            }
        }
        Self { tried, first, next }
    }

    /// Whether an entry is a family of which a delivery was held against the question.
    pub(crate) fn is_family(&self, place: usize) -> bool {
        self.first_of(place).is_some()
    }

    fn first_of(&self, place: usize) -> Option<u32> {
        self.first.get(place).copied().flatten()
    }

    /// Whether an entry answers, but for what is left out of account: it fails nothing else, and it
    /// is no family that stands back.
    pub(crate) fn shows(&self, one: &Tried, left_out: Fails) -> bool {
        one.fails.but_for(left_out) && !self.stands_back(one.place, left_out)
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
        let at = |number: &u32| usize::try_from(*number).unwrap_or(usize::MAX);
        let all = successors(self.first_of(place), move |number| {
            self.next.get(at(number)).copied().flatten()
        });
        all.filter_map(move |number| self.tried.get(at(&number)))
    }
}
