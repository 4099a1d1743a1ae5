//! One sentence or set of orders that somebody thinks of proposing, with its figures.

use serde::{Deserialize, Serialize};

use crate::{Amount, OptionId, Term};

/// What is proposed for one offence: a disposal or several, each requirement a part of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(transparent)]
pub struct Proposal {
    /// The parts, in the order in which they were put.
    pub parts: Vec<Part>,
}

/// A disposal, an order or a requirement of one, with the figures proposed for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Part {
    /// The option.
    pub option: OptionId,
    /// How long it is to last.
    #[serde(default)]
    pub term: Option<Term>,
    /// Its hours, of unpaid work.
    #[serde(default)]
    pub hours: Option<u32>,
    /// The sum to be paid.
    #[serde(default)]
    pub amount: Option<Amount>,
    /// The most hours in a day that the person must stay in.
    #[serde(default)]
    pub hours_a_day: Option<u32>,
}

/// A figure with what it measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Measured {
    /// How long it lasts.
    Term(Term),
    /// Hours of unpaid work.
    Hours(u32),
    /// A sum.
    Amount(Amount),
    /// Hours in a day.
    HoursADay(u32),
}

impl Proposal {
    pub(crate) fn has_any(&self, options: &[OptionId]) -> bool {
        self.parts.iter().any(|part| options.contains(&part.option))
    }

    pub(crate) fn goes_beyond(&self, options: &[OptionId]) -> bool {
        self.parts
            .iter()
            .any(|part| !options.contains(&part.option))
    }

    /// The sum of the figures of the same measure of the parts that are one of `options`, without
    /// the part itself.
    pub(crate) fn beside(&self, part: &Part, options: &[OptionId], like: Measured) -> Measured {
        let others = self
            .parts
            .iter()
            .filter(|other| !std::ptr::eq(*other, part) && options.contains(&other.option));
        others
            .filter_map(|other| other.figure(like))
            .fold(like.none(), Measured::and)
    }

    /// The term of a part, where the proposal has the part and states it.
    pub(crate) fn term_of(&self, option: &OptionId) -> Option<Term> {
        let part = self.parts.iter().find(|part| part.option == *option);
        part.and_then(|part| part.term)
    }

    /// Whether a part that is one of these states its term.
    pub(crate) fn states_a_term(&self, options: &[OptionId]) -> bool {
        let mut parts = self.parts.iter();
        parts.any(|part| options.contains(&part.option) && part.term.is_some())
    }
}

impl Part {
    /// A part with no figures yet.
    pub fn of(option: impl Into<String>) -> Self {
        Self {
            option: OptionId(option.into()),
            term: None,
            hours: None,
            amount: None,
            hours_a_day: None,
        }
    }

    /// Every figure that it states.
    pub(crate) fn figures(&self) -> impl Iterator<Item = Measured> {
        let Self {
            option: _,
            term,
            hours,
            amount,
            hours_a_day,
        } = self;
        let figures = [
            term.map(Measured::Term),
            hours.map(Measured::Hours),
            amount.map(Measured::Amount),
            hours_a_day.map(Measured::HoursADay),
        ];
        figures.into_iter().flatten()
    }

    /// The same with another figure of its measure.
    pub(crate) fn with(mut self, figure: Measured) -> Self {
        match figure {
            Measured::Term(term) => self.term = Some(term),
            Measured::Hours(hours) => self.hours = Some(hours),
            Measured::Amount(sum) => self.amount = Some(sum),
            Measured::HoursADay(hours) => self.hours_a_day = Some(hours),
        }
        self
    }

    /// Its figure of the same measure.
    pub(crate) fn figure(&self, like: Measured) -> Option<Measured> {
        match like {
            Measured::Term(_) => self.term.map(Measured::Term),
            Measured::Hours(_) => self.hours.map(Measured::Hours),
            Measured::Amount(_) => self.amount.map(Measured::Amount),
            Measured::HoursADay(_) => self.hours_a_day.map(Measured::HoursADay),
        }
    }

    /// Whether it states a figure of that measure and the figure is not below it.
    pub(crate) fn reaches(&self, least: Measured) -> bool {
        self.figure(least)
            .is_some_and(|figure| !figure.is_below(least))
    }

    /// Whether it states a figure of that measure and the figure is not above it.
    pub(crate) fn keeps_within(&self, most: Measured) -> bool {
        self.figure(most)
            .is_some_and(|figure| !most.is_below(figure))
    }
}

impl Measured {
    /// Whether it is less than another of the same measure.
    pub(crate) fn is_below(self, other: Self) -> bool {
        match (self, other) {
            (Self::Term(mine), Self::Term(theirs)) => mine < theirs,
            (Self::Hours(mine), Self::Hours(theirs))
            | (Self::HoursADay(mine), Self::HoursADay(theirs)) => mine < theirs,
            (Self::Amount(mine), Self::Amount(theirs)) => mine < theirs,
            (Self::Term(_) | Self::Hours(_) | Self::Amount(_) | Self::HoursADay(_), _) => false,
        }
    }

    /// The next figure below, where there is one that could be imposed.
    pub(crate) fn just_below(self) -> Option<Self> {
        let below = match self {
            Self::Term(term) => Self::Term(term.just_below()?),
            Self::Hours(hours) => Self::Hours(hours.checked_sub(1)?),
            Self::Amount(sum) => Self::Amount(sum.less(Amount::pence(1))),
            Self::HoursADay(hours) => Self::HoursADay(hours.checked_sub(1)?),
        };
        self.none().is_below(below).then_some(below)
    }

    /// The next figure above.
    pub(crate) fn just_above(self) -> Self {
        self.and(match self {
            Self::Term(_) => Self::Term(Term::days(1)),
            Self::Hours(_) => Self::Hours(1),
            Self::Amount(_) => Self::Amount(Amount::pence(1)),
            Self::HoursADay(_) => Self::HoursADay(1),
        })
    }

    /// How far it is from another of the same measure.
    pub(crate) fn apart_from(self, other: Self) -> Self {
        if self.is_below(other) {
            other.less(self)
        } else {
            self.less(other)
        }
    }

    /// Whether both measure the same thing.
    pub fn same_measure(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// Nothing of the same measure.
    pub(crate) fn none(self) -> Self {
        match self {
            Self::Term(_) => Self::Term(Term::days(0)),
            Self::Hours(_) => Self::Hours(0),
            Self::Amount(_) => Self::Amount(Amount::pounds(0)),
            Self::HoursADay(_) => Self::HoursADay(0),
        }
    }

    /// The two together, where they measure the same thing.
    pub(crate) fn and(self, more: Self) -> Self {
        match (self, more) {
            (Self::Term(mine), Self::Term(more)) => Self::Term(mine.and(more)),
            (Self::Hours(mine), Self::Hours(more)) => Self::Hours(mine.saturating_add(more)),
            (Self::Amount(mine), Self::Amount(more)) => Self::Amount(mine.and(more)),
            (Self::HoursADay(mine), Self::HoursADay(more)) => {
                Self::HoursADay(mine.saturating_add(more))
            }
            (Self::Term(_) | Self::Hours(_) | Self::Amount(_) | Self::HoursADay(_), _) => self,
        }
    }

    /// What is left of it, where they measure the same thing; nothing is the least.
    pub(crate) fn less(self, other: Self) -> Self {
        match (self, other) {
            (Self::Term(mine), Self::Term(other)) => Self::Term(mine.less(other)),
            (Self::Hours(mine), Self::Hours(other)) => Self::Hours(mine.saturating_sub(other)),
            (Self::Amount(mine), Self::Amount(other)) => Self::Amount(mine.less(other)),
            (Self::HoursADay(mine), Self::HoursADay(other)) => {
                Self::HoursADay(mine.saturating_sub(other))
            }
            (Self::Term(_) | Self::Hours(_) | Self::Amount(_) | Self::HoursADay(_), _) => self,
        }
    }
}

impl std::fmt::Display for Measured {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Term(term) => term.fmt(out),
            Self::Hours(hours) => write!(out, "{hours} hours"),
            Self::Amount(sum) => sum.fmt(out),
            Self::HoursADay(hours) => write!(out, "{hours} hours a day"),
        }
    }
}
