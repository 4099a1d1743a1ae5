//! How many rows each value of a facet would leave, with every other filter in force.

use crate::families::Families;
use crate::filter::Fails;
use crate::marks::{Facet, Marks, Reach};
use crate::{FacetCount, Register};

/// An entry that was held against a question, and the filters it fails.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tried {
    pub place: usize,
    pub fails: Fails,
    /// What it fails where nobody asks for a prison, or asks for one that it is not offered in: who
    /// is inside comes from anywhere.
    pub elsewhere: Fails,
    /// Whether it is offered in the prison that is asked for.
    pub inside: bool,
}

/// The counts of every facet, in the order of [`Facet::ALL`]. Each entry is looked at once for all of
/// them: what they cost is finding its marks.
pub(crate) fn counts(
    register: &Register,
    tried: &[Tried],
    families: &Families<'_>,
) -> [Vec<FacetCount>; Facet::ALL.len()] {
    let mut tallies = Facet::ALL.map(|facet| Tally::of(register, facet));
    for one in tried {
        let Some((_, marks)) = register.at(one.place) else {
            continue;
        };
        let family = families.is_family(one.place);
        for tally in &mut tallies {
            if !one.fails.but_for(Fails::facet(tally.facet)) {
                continue;
            }
            if family {
                tally.add_family(one, marks, families);
            } else {
                tally.add(one, marks);
            }
        }
    }
    tallies.map(Tally::told)
}

/// A facet while it is counted.
struct Tally<'a> {
    register: &'a Register,
    facet: Facet,
    /// By the number of the code.
    counts: Vec<u32>,
    /// What answers every value.
    everywhere: u32,
    /// What answers every value that serves anybody.
    served: u32,
    /// The values that the deliveries of one family answer.
    delivered: Vec<bool>,
}

impl<'a> Tally<'a> {
    fn of(register: &'a Register, facet: Facet) -> Self {
        let codes = register.code_book().codes(facet).all().len();
        Self {
            register,
            facet,
            counts: vec![0; codes],
            everywhere: 0,
            served: 0,
            delivered: vec![false; codes],
        }
    }

    fn add(&mut self, one: &Tried, marks: &Marks) {
        match marks.reach(self.facet, one.inside) {
            Reach::All => self.everywhere += 1,
            Reach::Served => self.served += 1,
            Reach::Own => {
                for number in marks.of(self.facet) {
                    if let Some(count) = self.counts.get_mut(number) {
                        *count += 1;
                    }
                }
            }
        }
    }

    /// Counts a family for the values for which it does not stand back: that a delivery would not
    /// take the person does not bring its family forward.
    fn add_family(&mut self, one: &Tried, marks: &Marks, families: &Families<'_>) {
        let without = Fails::facet(self.facet).and(Fails::PERSON);
        self.delivered.fill(false);
        for delivery in families.deliveries(one.place) {
            if !delivery.fails.but_for(without) {
                continue;
            }
            if let Some((_, marks)) = self.register.at(delivery.place) {
                let reach = marks.reach(self.facet, delivery.inside);
                let delivered = &mut self.delivered;
                answered(self.register, self.facet, reach, marks, |number| {
                    if let Some(delivered) = delivered.get_mut(number) {
                        *delivered = true;
                    }
                });
            }
        }
        let reach = marks.reach(self.facet, one.inside);
        let (counts, delivered) = (&mut self.counts, &self.delivered);
        answered(self.register, self.facet, reach, marks, |number| {
            let back = delivered.get(number).copied().unwrap_or(false);
            if let Some(count) = counts.get_mut(number) {
                *count += u32::from(!back);
            }
        });
    }

    /// A court or a prison that is not told would leave nothing; a council is told whatever it leaves.
    fn told(mut self) -> Vec<FacetCount> {
        let book = self.register.code_book();
        for number in book.served(self.facet) {
            if let Some(count) = self.counts.get_mut(*number) {
                *count += self.served;
            }
        }
        let codes = book.codes(self.facet).all().iter();
        let counted = codes
            .zip(self.counts)
            .map(|((value, label), count)| FacetCount {
                value: value.clone(),
                label: label.clone(),
                count: count + self.everywhere,
            });
        counted
            .filter(|counted| counted.count > 0 || self.facet == Facet::Council)
            .collect()
    }
}

/// Gives the number of every value that an entry answers.
fn answered(
    register: &Register,
    facet: Facet,
    reach: Reach,
    marks: &Marks,
    mut each: impl FnMut(usize),
) {
    let book = register.code_book();
    match reach {
        Reach::All => (0..book.codes(facet).all().len()).for_each(each),
        Reach::Served => book.served(facet).iter().copied().for_each(each),
        Reach::Own => {
            for number in marks.of(facet) {
                each(number);
            }
        }
    }
}
