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

/// The counts of a facet.
pub(crate) fn counts(
    register: &Register,
    filter: &Filter<'_>,
    tried: &[Tried],
    families: &Families<'_>,
    facet: Facet,
) -> Vec<FacetCount> {
    let codes = register.code_book().codes(facet).all();
    let mut counts = vec![0_u32; codes.len()];
    let mut everywhere = 0_u32;
    let without = Fails::facet(facet);
    for one in tried.iter().filter(|one| one.fails.but_for(without)) {
        let Some((entry, marks)) = register.at(one.place) else {
            continue;
        };
        let all = facet == Facet::Council && filter.is_everywhere(&entry.service);
        let family = families.is_family(one.place);
        if all && !family {
            everywhere += 1;
        } else if all {
            for (number, count) in counts.iter_mut().enumerate() {
                *count +=
                    u32::from(!families.stands_back(one.place, without, Some((facet, number))));
            }
        } else {
            for number in marks.of(facet) {
                let back =
                    family && families.stands_back(one.place, without, Some((facet, *number)));
                if let Some(count) = counts.get_mut(*number)
                    && !back
                {
                    *count += 1;
                }
            }
        }
    }
    let counted = codes
        .iter()
        .zip(counts)
        .map(|((value, label), count)| FacetCount {
            value: value.clone(),
            label: label.clone(),
            count: count + everywhere,
        });
    counted
        .filter(|counted| counted.count > 0 || facet == Facet::Council)
        .collect()
}
