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

    pub(crate) fn outlasts(&self, parts: &[OptionId], than: &OptionId) -> bool {
        let lasting = self.parts.iter().find(|part| part.option == *than);
        let Some(limit) = lasting.and_then(|part| part.term) else {
            return false;
        };
        let mut longer = self
            .parts
            .iter()
            .filter(|part| parts.contains(&part.option));
        longer.any(|part| part.term.is_some_and(|term| term > limit))
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

    pub(crate) fn same_measure(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
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
