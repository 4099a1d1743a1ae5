//! What a rule asks of the facts and of a proposal.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Age, Amount, FactId, FactValue, Facts, Meaning, Measured, OptionId, Proposal, Term, Truth,
};

/// One question that is put to the facts, or to a proposal.
///
/// The list is closed and small on purpose: a new kind of question comes with a rule that needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Condition {
    /// The flag is recorded as yes.
    Yes(FactId),
    /// The flag is recorded as no.
    No(FactId),
    /// The flag is recorded as yes; where nothing is recorded it does not hold. For what matters
    /// only once somebody sees it ("if it appears to the court that …").
    RecordedYes(FactId),
    /// The flag is recorded as no; where nothing is recorded it does not hold. For what the court
    /// itself judges at the time, which the option is not held up for.
    RecordedNo(FactId),
    /// The choice is recorded as one of these; where nothing is recorded it does not hold.
    RecordedIs(OneOf),
    /// Something is recorded of the fact, whatever it is; where nothing is, it does not hold. For a
    /// maximum that binds once somebody has looked it up.
    Recorded(FactId),
    /// The choice is one of these.
    Is(OneOf),
    /// The age is within the range.
    Age(AgeRange),
    /// The date is within the range. `as_at` names the day for which the law is asked.
    Date(DateRange),
    /// The length of time is within the range.
    Term(TermRange),
    /// The sum is within the range.
    Amount(AmountRange),
    /// The number is within the range.
    Count(CountRange),
    /// The list has one of these.
    Has(OneOf),
    /// The list has none of these.
    Lacks(OneOf),
    /// A named meaning of the edition applies, such as one of the two of "child".
    Meaning(String),
    /// One of these holds.
    AnyOf(Vec<Condition>),
    /// All of these hold.
    AllOf(Vec<Condition>),
    /// None of these holds.
    NoneOf(Vec<Condition>),
    /// The proposal has one of these.
    Proposes(Vec<OptionId>),
    /// The proposal has none of these.
    Omits(Vec<OptionId>),
    /// The proposal has a part other than these.
    Beyond(Vec<OptionId>),
    /// The proposal has none of these. On a menu nothing is proposed yet, so there it holds.
    Unproposed(Vec<OptionId>),
    /// A part of the proposal that is one of these has a figure within the range.
    Figure(FigureRange),
    /// No part of the proposal that is one of these states its term. On a menu nothing is stated
    /// yet, so there it holds.
    TermUnstated(Vec<OptionId>),
}

/// A fact, and values it may have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OneOf {
    /// The choice or list.
    pub fact: FactId,
    /// The ids of its choices.
    pub one_of: Vec<String>,
}

/// An age at or above one bound and below another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AgeRange {
    /// The age.
    pub fact: FactId,
    /// The first age inside.
    #[serde(default)]
    pub from: Option<Age>,
    /// The first age above.
    #[serde(default)]
    pub under: Option<Age>,
}

/// A date between two days, both inside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DateRange {
    /// The date.
    pub fact: FactId,
    /// The first day inside.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// The last day inside.
    #[serde(default)]
    pub until: Option<NaiveDate>,
}

/// A length of time within bounds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TermRange {
    /// The term.
    pub fact: FactId,
    /// The shortest inside.
    #[serde(default)]
    pub at_least: Option<Term>,
    /// The longest inside.
    #[serde(default)]
    pub at_most: Option<Term>,
}

/// A sum within bounds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AmountRange {
    /// The sum.
    pub fact: FactId,
    /// The smallest inside.
    #[serde(default)]
    pub at_least: Option<Amount>,
    /// The largest inside.
    #[serde(default)]
    pub at_most: Option<Amount>,
}

/// A number within bounds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CountRange {
    /// The number.
    pub fact: FactId,
    /// The smallest inside.
    #[serde(default)]
    pub at_least: Option<u32>,
    /// The largest inside.
    #[serde(default)]
    pub at_most: Option<u32>,
}

/// A figure of a part of the proposal within bounds. A part that does not state it has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FigureRange {
    /// The parts.
    pub of: Vec<OptionId>,
    /// The smallest inside.
    #[serde(default)]
    pub at_least: Option<Measured>,
    /// The largest inside.
    #[serde(default)]
    pub at_most: Option<Measured>,
}

/// What a condition is tried against.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Circumstances<'c> {
    pub facts: &'c Facts,
    pub meanings: &'c [Meaning],
    pub proposal: Option<&'c Proposal>,
    pub as_at: NaiveDate,
}

impl Condition {
    /// Whether it asks about a proposal: without one, it is not tried.
    pub fn is_of_proposal(&self) -> bool {
        match self {
            Self::Proposes(_) | Self::Omits(_) | Self::Beyond(_) | Self::Figure(_) => true,
            Self::AnyOf(parts) | Self::AllOf(parts) | Self::NoneOf(parts) => {
                parts.iter().any(Self::is_of_proposal)
            }
            Self::Yes(_)
            | Self::No(_)
            | Self::RecordedYes(_)
            | Self::RecordedNo(_)
            | Self::RecordedIs(_)
            | Self::Recorded(_)
            | Self::Is(_)
            | Self::Age(_)
            | Self::Date(_)
            | Self::Term(_)
            | Self::Amount(_)
            | Self::Count(_)
            | Self::Has(_)
            | Self::Lacks(_)
            | Self::Meaning(_)
            | Self::Unproposed(_)
            | Self::TermUnstated(_) => false,
        }
    }

    pub(crate) fn holds(&self, given: &Circumstances<'_>) -> Truth {
        let facts = given.facts;
        match self {
            Self::Yes(fact) => flag(facts, fact),
            Self::No(fact) => !flag(facts, fact),
            Self::RecordedYes(fact) => flag(facts, fact).settled(),
            Self::RecordedNo(fact) => (!flag(facts, fact)).settled(),
            Self::RecordedIs(choice) => choice.is_chosen(facts).settled(),
            Self::Recorded(fact) => Truth::from(facts.value(fact).is_some()),
            Self::Is(choice) => choice.is_chosen(facts),
            Self::Age(range) => facts.test(&range.fact, as_age, |age| range.holds(age)),
            Self::Date(range) => range.holds(given),
            Self::Term(range) => facts.test(&range.fact, as_term, |term| {
                within(term, range.at_least, range.at_most)
            }),
            Self::Amount(range) => facts.test(&range.fact, as_amount, |sum| {
                within(sum, range.at_least, range.at_most)
            }),
            Self::Count(range) => facts.test(&range.fact, as_count, |count| {
                within(count, range.at_least, range.at_most)
            }),
            Self::Has(list) => list.is_held(facts),
            Self::Lacks(list) => !list.is_held(facts),
            Self::Meaning(id) => meaning(id, given),
            Self::AnyOf(parts) => Truth::any(parts.iter().map(|part| part.holds(given))),
            Self::AllOf(parts) => Truth::all(parts.iter().map(|part| part.holds(given))),
            Self::NoneOf(parts) => !Truth::any(parts.iter().map(|part| part.holds(given))),
            Self::Proposes(options) => proposal(given, |it| it.has_any(options)),
            Self::Omits(options) => proposal(given, |it| !it.has_any(options)),
            Self::Beyond(options) => proposal(given, |it| it.goes_beyond(options)),
            Self::Unproposed(options) => !proposal(given, |it| it.has_any(options)),
            Self::Figure(range) => proposal(given, |it| range.holds(it)),
            Self::TermUnstated(options) => !proposal(given, |it| it.states_a_term(options)),
        }
    }

    /// Every fact that it may ask for, with the kind of value it needs.
    pub fn each<'c>(&'c self, visit: &mut impl FnMut(&'c Self)) {
        visit(self);
        if let Self::AnyOf(parts) | Self::AllOf(parts) | Self::NoneOf(parts) = self {
            for part in parts {
                part.each(visit);
            }
        }
    }
}

impl OneOf {
    /// Whether the choice is one of these.
    fn is_chosen(&self, facts: &Facts) -> Truth {
        facts.test(&self.fact, as_choice, |id| {
            Truth::from(self.one_of.iter().any(|other| other == id))
        })
    }

    /// Whether the list has one of these.
    pub(crate) fn is_held(&self, facts: &Facts) -> Truth {
        facts.test(&self.fact, as_list, |list| {
            Truth::from(self.one_of.iter().any(|id| list.contains(id)))
        })
    }
}

impl AgeRange {
    fn holds(&self, age: Age) -> Truth {
        let reached = self.from.map_or(Truth::True, |bound| age.reaches(bound));
        let passed = self.under.map_or(Truth::False, |bound| age.reaches(bound));
        Truth::all([reached, !passed])
    }
}

impl DateRange {
    fn holds(&self, given: &Circumstances<'_>) -> Truth {
        let inside = |day| within(day, self.from, self.until);
        if self.fact.0 == AS_AT {
            return inside(given.as_at);
        }
        given.facts.test(&self.fact, as_date, inside)
    }
}

/// The name by which content speaks of the day for which the law is asked.
pub(crate) const AS_AT: &str = "as_at";

impl FigureRange {
    fn holds(&self, proposal: &Proposal) -> bool {
        proposal.parts.iter().any(|part| {
            self.of.contains(&part.option)
                && self.at_least.is_none_or(|least| part.reaches(least))
                && self.at_most.is_none_or(|most| part.keeps_within(most))
        })
    }
}

fn flag(facts: &Facts, fact: &FactId) -> Truth {
    facts.test(fact, as_flag, Truth::from)
}

fn meaning(id: &str, given: &Circumstances<'_>) -> Truth {
    let mut found = given
        .meanings
        .iter()
        .filter(|meaning| meaning.id == id && meaning.in_force.includes(given.as_at));
    // The edition check sees to it that each meaning that is named covers every day.
    found
        .next()
        .map_or(Truth::False, |meaning| meaning.when.holds(given))
}

fn proposal(given: &Circumstances<'_>, test: impl FnOnce(&Proposal) -> bool) -> Truth {
    given
        .proposal
        .map_or(Truth::False, |proposal| Truth::from(test(proposal)))
}

fn within<T: Ord + Copy>(value: T, least: Option<T>, most: Option<T>) -> Truth {
    let low = least.is_none_or(|least| least <= value);
    let high = most.is_none_or(|most| value <= most);
    Truth::from(low && high)
}

fn as_flag(value: &FactValue) -> Option<bool> {
    if let FactValue::Flag(flag) = value {
        Some(*flag)
    } else {
        None
    }
}

fn as_age(value: &FactValue) -> Option<Age> {
    if let FactValue::Age(age) = value {
        Some(*age)
    } else {
        None
    }
}

fn as_date(value: &FactValue) -> Option<NaiveDate> {
    if let FactValue::Date(date) = value {
        Some(*date)
    } else {
        None
    }
}

fn as_term(value: &FactValue) -> Option<Term> {
    if let FactValue::Term(term) = value {
        Some(*term)
    } else {
        None
    }
}

fn as_amount(value: &FactValue) -> Option<Amount> {
    if let FactValue::Amount(sum) = value {
        Some(*sum)
    } else {
        None
    }
}

fn as_count(value: &FactValue) -> Option<u32> {
    if let FactValue::Count(count) = value {
        Some(*count)
    } else {
        None
    }
}

fn as_choice(value: &FactValue) -> Option<&String> {
    if let FactValue::Choice(id) = value {
        Some(id)
    } else {
        None
    }
}

fn as_list(value: &FactValue) -> Option<&std::collections::BTreeSet<String>> {
    if let FactValue::List(ids) = value {
        Some(ids)
    } else {
        None
    }
}
