//! Why a service would not take a person, in sentences.

use crate::filter::Fails;
use crate::{Eligibility, Sought};

/// Each reason for which a service, by what it says of itself, would not take a person. What the
/// service does not state, and what is not known of the person, is never a reason.
pub fn unsuited(takes: &Eligibility, person: &Sought) -> Vec<String> {
    let reasons = [sex(takes, person), age(takes, person), order(takes, person)];
    reasons.into_iter().flatten().collect()
}

/// The sexes that a service may keep to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sex {
    Female,
    Male,
}

impl Sex {
    pub(crate) const ALL: [Self; 2] = [Self::Female, Self::Male];

    /// Its code and the words for it.
    pub(crate) fn code(self) -> (&'static str, &'static str) {
        match self {
            Self::Female => ("female", "Female"),
            Self::Male => ("male", "Male"),
        }
    }

    pub(crate) fn read(code: Option<&str>) -> Option<Self> {
        Self::ALL.into_iter().find(|sex| code == Some(sex.code().0))
    }
}

/// Whom a service takes, as people are held against it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Takes {
    only: Option<Sex>,
    age_from: Option<u32>,
    age_to: Option<u32>,
    /// Whether it takes nobody who is not under an order.
    pub needs_order: bool,
}

impl Takes {
    pub(crate) fn of(eligibility: &Eligibility) -> Self {
        Self {
            only: Sex::read(eligibility.sex.as_deref()),
            age_from: eligibility.age_from,
            age_to: eligibility.age_to,
            needs_order: eligibility.order_needed.as_deref() == Some("yes"),
        }
    }

    pub(crate) fn sex(self, sex: Sex) -> bool {
        self.only.is_none_or(|only| only == sex)
    }
}

/// Which of them there are, by what is asked of the person.
pub(crate) fn fails(takes: Takes, person: &Sought) -> Fails {
    let sex = Sex::read(person.sex.as_deref());
    let age = person.age.is_some_and(|age| {
        takes.age_from.is_some_and(|from| age < from) || takes.age_to.is_some_and(|to| age > to)
    });
    let order = takes.needs_order && person.under_order == Some(false);
    let mut fails = Fails::NONE;
    if sex.is_some_and(|sex| !takes.sex(sex)) {
        fails = fails.and(Fails::SEX);
    }
    if age {
        fails = fails.and(Fails::AGE);
    }
    if order {
        fails = fails.and(Fails::ORDER);
    }
    fails
}

fn sex(takes: &Eligibility, person: &Sought) -> Option<String> {
    let grown = person.age.is_none_or(|age| age >= 18);
    match (takes.sex.as_deref()?, person.sex.as_deref()?) {
        ("female", "male") => Some(format!(
            "Takes women only; the person sought is {}.",
            if grown { "a man" } else { "male" }
        )),
        ("male", "female") => Some(format!(
            "Takes men only; the person sought is {}.",
            if grown { "a woman" } else { "female" }
        )),
        _ => None,
    }
}

fn age(takes: &Eligibility, person: &Sought) -> Option<String> {
    let age = person.age?;
    let too_young = takes.age_from.is_some_and(|from| age < from);
    let too_old = takes.age_to.is_some_and(|to| age > to);
    if !too_young && !too_old {
        return None;
    }
    let aged = match (takes.age_from, takes.age_to) {
        (Some(from), Some(to)) => format!("aged {from} to {to}"),
        (Some(from), None) => format!("aged {from} or over"),
        (None, Some(to)) => format!("aged {to} or under"),
        (None, None) => return None,
    };
    Some(format!("Takes people {aged}; the person sought is {age}."))
}

fn order(takes: &Eligibility, person: &Sought) -> Option<String> {
    let needed = takes.order_needed.as_deref() == Some("yes");
    (needed && person.under_order == Some(false)).then(|| {
        "An order is needed; the person sought is not, and would not be, under one.".into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::a_service;

    #[test]
    fn a_person_suits_where_there_is_no_reason_against() {
        let some = |value: &[Option<&'static str>]| value.to_vec();
        let ages = [None, Some(17), Some(20), Some(30)];
        for sex in some(&[None, Some("male"), Some("female"), Some("any")]) {
            for from in ages {
                for order_needed in [None, Some("yes".to_owned()), Some("no".to_owned())] {
                    let takes = Eligibility {
                        order_needed,
                        ..takes(sex, from, Some(25))
                    };
                    for under_order in [None, Some(false), Some(true)] {
                        for (sex, age) in [
                            (None, Some(26)),
                            (Some("male"), None),
                            (Some("female"), Some(18)),
                        ] {
                            let person = Sought {
                                under_order,
                                ..person(sex, age)
                            };
                            assert_eq!(
                                fails(Takes::of(&takes), &person) == Fails::NONE,
                                unsuited(&takes, &person).is_empty()
                            );
                        }
                    }
                }
            }
        }
    }

    fn takes(sex: Option<&str>, from: Option<u32>, to: Option<u32>) -> Eligibility {
        Eligibility {
            sex: sex.map(str::to_owned),
            age_from: from,
            age_to: to,
            ..a_service("a", "A").eligibility
        }
    }

    fn person(sex: Option<&str>, age: Option<u32>) -> Sought {
        Sought {
            sex: sex.map(str::to_owned),
            age,
            under_order: None,
        }
    }

    #[test]
    fn sex_keeps_out_only_where_the_service_states_it_and_the_person_s_is_known() {
        let women = takes(Some("female"), None, None);

        assert_eq!(
            unsuited(&women, &person(Some("male"), Some(34))),
            ["Takes women only; the person sought is a man."]
        );
        assert_eq!(
            unsuited(
                &takes(Some("male"), None, None),
                &person(Some("female"), Some(17))
            ),
            ["Takes men only; the person sought is female."]
        );
        assert!(unsuited(&women, &person(Some("female"), None)).is_empty());
        assert!(unsuited(&women, &person(None, None)).is_empty());
        for states in [None, Some("any")] {
            let takes = takes(states, None, None);
            assert!(unsuited(&takes, &person(Some("male"), None)).is_empty());
        }
    }

    #[test]
    fn the_youngest_and_the_oldest_age_are_both_taken() {
        let young = takes(None, Some(16), Some(25));
        let why = |age| unsuited(&young, &person(None, age));

        assert!(why(Some(16)).is_empty());
        assert!(why(Some(25)).is_empty());
        assert!(why(None).is_empty());
        assert_eq!(
            why(Some(15)),
            ["Takes people aged 16 to 25; the person sought is 15."]
        );
        assert_eq!(
            why(Some(26)),
            ["Takes people aged 16 to 25; the person sought is 26."]
        );
        assert_eq!(
            unsuited(&takes(None, Some(18), None), &person(None, Some(17))),
            ["Takes people aged 18 or over; the person sought is 17."]
        );
        assert_eq!(
            unsuited(&takes(None, None, Some(17)), &person(None, Some(18))),
            ["Takes people aged 17 or under; the person sought is 18."]
        );
        assert!(unsuited(&takes(None, None, None), &person(None, Some(99))).is_empty());
    }

    #[test]
    fn an_order_that_is_needed_keeps_out_only_who_is_known_to_be_under_none() {
        let needs = |needed: Option<&str>, under_order| {
            let takes = Eligibility {
                order_needed: needed.map(str::to_owned),
                ..takes(None, None, None)
            };
            let person = Sought {
                under_order,
                ..Sought::default()
            };
            unsuited(&takes, &person).len()
        };

        assert_eq!(needs(Some("yes"), Some(false)), 1);
        assert_eq!(needs(Some("yes"), None), 0);
        assert_eq!(needs(Some("yes"), Some(true)), 0);
        assert_eq!(needs(Some("either"), Some(false)), 0);
        assert_eq!(needs(Some("no"), Some(true)), 0);
        assert_eq!(needs(None, Some(false)), 0);
    }
}
