//! A sum of money.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A sum in pence, or no upper limit. It is written `£2,500`, `£200.01` or `unlimited`.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(try_from = "String", into = "String")]
#[specta(type = String)]
pub struct Amount(u64);

impl Amount {
    /// No upper limit.
    pub const UNLIMITED: Self = Self(u64::MAX);

    /// A sum of whole pounds.
    pub const fn pounds(pounds: u64) -> Self {
        Self(pounds.saturating_mul(100))
    }

    /// A sum of pence.
    pub const fn pence(pence: u64) -> Self {
        Self(pence)
    }

    /// The sum in pence.
    pub const fn in_pence(self) -> u64 {
        self.0
    }

    /// The two together.
    #[must_use]
    pub const fn and(self, more: Self) -> Self {
        Self(self.0.saturating_add(more.0))
    }

    /// What is left after another sum is taken away; nothing is the least.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Reads a sum as a court would write it; nothing for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("unlimited") {
            return Some(Self::UNLIMITED);
        }
        let text = text.strip_prefix('£').unwrap_or(text).replace(',', "");
        let (pounds, pence) = text
            .split_once('.')
            .map_or((text.as_str(), "00"), |(p, q)| (p, q));
        let all_digits = |part: &str| part.bytes().all(|letter| letter.is_ascii_digit());
        if pounds.is_empty() || pence.len() != 2 || !all_digits(pounds) || !all_digits(pence) {
            return None;
        }
        let pounds: u64 = pounds.parse().ok()?;
        let pence: u64 = pence.parse().ok()?;
        let sum = pounds.checked_mul(100)?.checked_add(pence).map(Self);
        // A figure is never no limit, however large it is.
        sum.filter(|sum| *sum != Self::UNLIMITED)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::UNLIMITED {
            return out.write_str("unlimited");
        }
        let digits = (self.0 / 100).to_string();
        out.write_str("£")?;
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                out.write_str(",")?;
            }
            write!(out, "{digit}")?;
        }
        match self.0 % 100 {
            0 => Ok(()),
            pence => write!(out, ".{pence:02}"),
        }
    }
}

impl TryFrom<String> for Amount {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::read(&text).ok_or_else(|| {
            let text: String = text.chars().take(60).collect();
            format!("\"{text}\" is not a sum: write it as \"£2,500\" or \"£12.50\"")
        })
    }
}

impl From<Amount> for String {
    fn from(amount: Amount) -> Self {
        amount.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_read_and_written_as_a_court_writes_it() {
        let read = |text| Amount::read(text).map(|sum| sum.to_string());

        assert_eq!(read("£2,500").as_deref(), Some("£2,500"));
        assert_eq!(read("200.01").as_deref(), Some("£200.01"));
        assert_eq!(read("1000000").as_deref(), Some("£1,000,000"));
        assert_eq!(read("unlimited").as_deref(), Some("unlimited"));
    }

    #[test]
    fn what_is_no_sum_is_not_guessed() {
        for text in [
            "",
            "£",
            "ten",
            "1.5",
            "-3",
            "1.505",
            "£99999999999999999999",
            "£184467440737095516.15",
        ] {
            assert!(Amount::read(text).is_none(), "{text}");
        }
    }
}
