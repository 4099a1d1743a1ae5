//! A rule of competence, as data.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::condition::Circumstances;
use crate::{Amount, Checked, Condition, FactId, InForce, Measured, OneOf, OptionId, Term, Truth};

/// The id of a rule, as the edition numbers it: `R-29`, `B-06`, or `rlo.courts` for a rule that
/// only repeats the entry of an option.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct RuleId(pub String);

/// One test of competence: when it bites, what it does and which provision says so.
///
/// A rule never changes once published: a change in the law ends it and adds another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rule {
    /// Its id. A rule with several effects stands several times under one id.
    pub id: RuleId,
    /// The options that it tries.
    pub on: Vec<OptionId>,
    /// What must hold, all of it, for the rule to bite; nothing where it always does.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// Exceptional cases in which it does not bite, any of them: each must be recorded, and where
    /// it is not the rule stands. An exception opens what the rule had shut out, which no other
    /// fact may do once it is recorded.
    #[serde(default)]
    pub unless: Vec<Condition>,
    /// What it does.
    pub effect: Effect,
    /// What it says, to the person reading.
    pub says: String,
    /// What would have to be different for it not to bite.
    #[serde(default)]
    pub would_change: Option<String>,
    /// Options to look at in its place.
    #[serde(default)]
    pub instead: Vec<OptionId>,
    /// The provision that founds it.
    pub authority: String,
    /// The first day for which it may be asked.
    pub from: NaiveDate,
    /// The last.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Whether it was checked.
    pub checked: Checked,
}

/// What a rule does when it bites.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Effect {
    /// The option is not competent.
    Bars,
    /// The option is not open until one of these is in the list.
    Awaits(OneOf),
    /// The option is open and the court has something to do or to say.
    Duty,
    /// The option's figure has bounds.
    Limits(Limit),
    /// The maxima that other rules set are raised.
    Raises(Raise),
}

/// The bounds of a figure, both inside.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Limit {
    /// The smallest figure.
    #[serde(default)]
    pub at_least: Option<Measured>,
    /// The largest figure.
    #[serde(default)]
    pub at_most: Option<Measured>,
    /// The fact that is the largest figure: the maximum in the statute. While it is not recorded, a
    /// proposal with a figure turns on it.
    #[serde(default)]
    pub at_most_fact: Option<FactId>,
    /// A number that the largest figure is reduced by: hours that are still to be worked.
    #[serde(default)]
    pub less_fact: Option<FactId>,
    /// The part of a proposal whose term is the largest figure. Without a proposal, or where the
    /// part states no term, there is no such bound.
    #[serde(default)]
    pub at_most_part: Option<TermOfPart>,
    /// Parts of a proposal whose figures count together: the largest figure is for the sum.
    #[serde(default)]
    pub together: Vec<OptionId>,
}

/// The term of another part of the proposal, or less.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TermOfPart {
    /// The part.
    pub of: OptionId,
    /// How much shorter than it.
    #[serde(default)]
    pub less: Option<Term>,
}

/// How far the maxima of other rules are raised. Of the raises under one id only one applies, such as
/// that of one court.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Raise {
    /// The rules whose maxima are raised.
    pub rules: Vec<RuleId>,
    /// By how long.
    #[serde(default)]
    pub term: Option<Term>,
    /// By how much; without a limit where that is not in the edition and somebody has found it out.
    #[serde(default)]
    pub amount: Option<Amount>,
}

/// A word of the law with more than one meaning, or one that changes: when it applies to a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Meaning {
    /// Its id, such as `child-in-hearings`.
    pub id: String,
    /// What it means, to the person reading.
    pub says: String,
    /// When it applies.
    pub when: Condition,
    /// The provision that gives it.
    pub authority: String,
    /// The days on which it is the meaning.
    pub in_force: InForce,
    /// Whether it was checked.
    pub checked: Checked,
}

/// Facts that cannot stand together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Contradiction {
    /// The fact that is named to the person.
    pub field: FactId,
    /// What all holds when the facts contradict each other.
    pub when: Vec<Condition>,
    /// Why that cannot be, to the person reading.
    pub says: String,
}

impl Rule {
    /// Whether the rule is law on a day.
    pub fn in_force(&self, as_at: NaiveDate) -> bool {
        self.from <= as_at && self.until.is_none_or(|until| as_at <= until)
    }

    /// Whether it asks about a proposal: without one, it is not tried.
    pub fn is_of_proposal(&self) -> bool {
        self.when.iter().any(Condition::is_of_proposal)
    }

    pub(crate) fn bites(&self, given: &Circumstances<'_>) -> Truth {
        let excepted = |condition: &Condition| condition.holds(given) == Truth::True;
        if self.unless.iter().any(excepted) {
            return Truth::False;
        }
        Truth::all(self.when.iter().map(|condition| condition.holds(given)))
    }
}
