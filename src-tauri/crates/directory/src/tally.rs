//! How many rows each value of a facet would leave, with every other filter in force.

use crate::families::Families;
use crate::filter::{Fails, Filter};
use crate::marks::Facet;
use crate::{FacetCount, Register};

/// An entry that was held against a question, and the filters it fails.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tried {
    pub place: usize,
    pub fails: Fails,
}

/// The counts of every facet, in the order of [`Facet::ALL`]. Each entry is looked at once for all of
/// them: what they cost is finding its marks.
pub(crate) fn counts(
    register: &Register,
    filter: &Filter<'_>,
    tried: &[Tried],
    families: &Families<'_>,
) -> [Vec<FacetCount>; Facet::ALL.len()] {
    let mut tallies = Facet::ALL.map(|facet| Tally::of(register, facet));
    for one in tried {
        let Some((entry, marks)) = register.at(one.place) else {
            continue;
        };
        let family = families.is_family(one.place);
        for tally in &mut tallies {
            let facet = tally.facet;
            let without = Fails::facet(facet);
            if !one.fails.but_for(without) {
                continue;
            }
            let back =
                |number| family && families.stands_back(one.place, without, Some((facet, number)));
            let all = facet == Facet::Council && filter.is_everywhere(&entry.service);
            if all && !family {
                tally.everywhere += 1;
            } else if all {
                for (number, count) in tally.counts.iter_mut().enumerate() {
                    *count += u32::from(!back(number));
                }
            } else {
                for number in marks.of(facet) {
                    if let Some(count) = tally.counts.get_mut(number) {
                        *count += u32::from(!back(number));
                    }
                }
            }
        }
    }
    tallies.map(|tally| tally.told(register))
}

/// A facet while it is counted.
struct Tally {
    facet: Facet,
    /// By the number of the code.
    counts: Vec<u32>,
    /// What answers every value.
    everywhere: u32,
}

impl Tally {
    fn of(register: &Register, facet: Facet) -> Self {
        Self {
            facet,
            counts: vec![0; register.code_book().codes(facet).all().len()],
            everywhere: 0,
        }
    }

    fn told(self, register: &Register) -> Vec<FacetCount> {
        let codes = register.code_book().codes(self.facet).all().iter();
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
