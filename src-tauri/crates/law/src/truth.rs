//! Three-valued logic: what is not recorded is not known, and says which fact would tell.

use std::collections::BTreeSet;

use crate::FactId;

/// Whether something holds, on facts that may be incomplete (Kleene's strong logic).
///
/// Recording another fact may turn `Unknown` into either of the others and never turns one of them
/// into anything else: that is what makes a finding of *not competent* final. Only an exception that
/// a rule names ([`crate::Rule::unless`]) stands outside this logic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Truth {
    /// It holds.
    True,
    /// It does not hold.
    False,
    /// It turns on these facts.
    Unknown(BTreeSet<FactId>),
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

impl Truth {
    /// Turns on one fact.
    pub fn unknown(fact: &str) -> Self {
        Self::Unknown(BTreeSet::from([FactId(fact.to_owned())]))
    }

    /// Whether all of them hold. It asks for every fact that is still open.
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut open = BTreeSet::new();
        for part in parts {
            match part {
                Self::True => {}
                Self::False => return Self::False,
                Self::Unknown(facts) => open.extend(facts),
            }
        }
        if open.is_empty() {
            Self::True
        } else {
            Self::Unknown(open)
        }
    }

    /// Takes what is not recorded as a no.
    pub(crate) fn settled(self) -> Self {
        match self {
            Self::True => Self::True,
            Self::False | Self::Unknown(_) => Self::False,
        }
    }

    /// Whether any of them holds.
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        !Self::all(parts.into_iter().map(|part| !part))
    }
}

impl std::ops::Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown(facts) => Self::Unknown(facts),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_false_part_settles_all_of_them() {
        let parts = [Truth::unknown("willing"), Truth::False, Truth::True];

        assert_eq!(Truth::all(parts), Truth::False);
    }

    #[test]
    fn one_true_part_settles_any_of_them() {
        let parts = [Truth::unknown("willing"), Truth::True];

        assert_eq!(Truth::any(parts), Truth::True);
    }

    #[test]
    fn every_open_fact_is_asked_for() {
        let parts = [
            Truth::unknown("willing"),
            Truth::unknown("cso"),
            Truth::True,
        ];

        let Truth::Unknown(facts) = Truth::all(parts) else {
            panic!("it turns on facts");
        };

        let facts: Vec<_> = facts.iter().map(|fact| fact.0.as_str()).collect();
        assert_eq!(facts, ["cso", "willing"]);
    }
}
