//! How many rows there would be for a person of each sex, under an order or not, with the rest of the
//! question as it is. What does not take the person is no row.

use crate::families::Families;
use crate::filter::Fails;
use crate::fit::Sex;
use crate::tally::Tried;
use crate::{FacetCount, Register};

/// The counts by sex, then by whether the person is, or would be, under an order.
pub(crate) fn person_counts(
    register: &Register,
    tried: &[Tried],
    families: &Families<'_>,
) -> [Vec<FacetCount>; 2] {
    let mut sexes = Sex::ALL.map(|sex| (sex, 0));
    let (mut under, mut free) = (0, 0);
    for one in tried.iter().filter(|one| one.fails.but_for(Fails::PERSON)) {
        let Some((_, marks)) = register.at(one.place) else {
            continue;
        };
        if families.stands_back(one.place, Fails::PERSON) {
            continue;
        }
        let takes = marks.takes();
        if one.fails.but_for(Fails::SEX) {
            for (sex, count) in &mut sexes {
                *count += u32::from(takes.sex(*sex));
            }
        }
        if one.fails.but_for(Fails::ORDER) {
            under += 1;
            free += u32::from(!takes.needs_order);
        }
    }
    let sexes = sexes.map(|(sex, count)| counted(sex.code(), count));
    let orders = [
        counted(("yes", "Yes, or would be"), under),
        counted(("no", "No"), free),
    ];
    [sexes.into(), orders.into()]
}

fn counted((value, label): (&str, &str), count: u32) -> FacetCount {
    FacetCount {
        value: value.to_owned(),
        label: label.to_owned(),
        count,
    }
}
