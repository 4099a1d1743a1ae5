//! Measures on paper.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Sub};

/// A length in points: 72 to the inch.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Pt(pub f32);

/// A length in millimetres.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Mm(pub f32);

impl Pt {
    /// No length.
    pub const ZERO: Self = Self(0.0);

    /// Gives the longer of two lengths.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self(self.0.max(other.0))
    }

    /// Gives the shorter of two lengths.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Self(self.0.min(other.0))
    }
}

impl From<Mm> for Pt {
    fn from(length: Mm) -> Self {
        Self(length.0 * 72.0 / 25.4)
    }
}

impl Add for Pt {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Pt {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul<f32> for Pt {
    type Output = Self;

    fn mul(self, by: f32) -> Self {
        Self(self.0 * by)
    }
}

impl Div<f32> for Pt {
    type Output = Self;

    fn div(self, by: f32) -> Self {
        Self(self.0 / by)
    }
}

impl AddAssign for Pt {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sum for Pt {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}
