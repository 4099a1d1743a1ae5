//! The hours that commitments of one kind take up, day by day.

use super::stretch::{DAY, Stretch, day_at, time_at};
use super::{Clash, Commitment, CommitmentKind, StayInLimit, words};

/// One day's hours of a kind. Hours that two commitments both ask for are counted once.
///
/// A day is that of the calendar, from midnight to midnight: what runs through the night counts on
/// each of its two days.
pub(super) struct DayOf {
    place: u32,
    /// The stretches, in order and apart, in minutes of the day.
    stretches: Vec<(u32, u32)>,
    /// The places in the week of the commitments that ask for them.
    asked_by: Vec<u32>,
}

/// The hours of a kind, from Monday.
pub(super) fn days_of(kind: CommitmentKind, commitments: &[Commitment]) -> Vec<DayOf> {
    (0..7)
        .map(|place| DayOf::of(kind, place, commitments))
        .collect()
}

impl DayOf {
    fn of(kind: CommitmentKind, place: u32, commitments: &[Commitment]) -> Self {
        let mut parts = Vec::new();
        let mut asked_by = Vec::new();
        for (at, commitment) in (0..).zip(commitments) {
            if commitment.kind != kind {
                continue;
            }
            let before = parts.len();
            let days = commitment.stretches().into_iter();
            let of_the_day = days
                .flat_map(Stretch::by_day)
                .filter(|(day, ..)| *day == place);
            parts.extend(of_the_day.map(|(_, from, until)| (from, until)));
            if parts.len() > before {
                asked_by.push(at);
            }
        }
        Self {
            place,
            stretches: joined(parts),
            asked_by,
        }
    }

    fn total(&self) -> u32 {
        self.stretches
            .iter()
            .map(|(from, until)| until - from)
            .sum()
    }

    /// How many minutes.
    pub(super) fn minutes(&self) -> u16 {
        u16::try_from(self.total()).unwrap_or(u16::MAX)
    }

    /// What goes beyond the most that there may be: from the minute at which it is reached.
    pub(super) fn beyond(&self, limit: &StayInLimit) -> Option<Clash> {
        let most = limit.most_hours_a_day.saturating_mul(60);
        let mut left = most;
        let mut reached = None;
        for (from, until) in &self.stretches {
            if until - from > left {
                reached = Some(from + left);
                break;
            }
            left -= until - from;
        }
        let (_, ends) = self.stretches.last()?;
        Some(Clash {
            between: self.asked_by.clone(),
            day: day_at(self.place),
            from: time_at(reached?),
            until: time_at(*ends),
            says: words::long_in(self.total()),
            rule: Some(words::the_most_in(limit.most_hours_a_day)),
            authority: Some(limit.authority.clone()),
            breaks: true,
        })
    }
}

/// Joins what overlaps or touches.
fn joined(mut parts: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    parts.sort_unstable();
    let mut apart: Vec<(u32, u32)> = Vec::new();
    for (from, until) in parts {
        match apart.last_mut() {
            Some((_, ends)) if from <= *ends => *ends = until.max(*ends),
            Some(_) | None => apart.push((from, until)),
        }
    }
    debug_assert!(apart.iter().all(|(_, until)| *until <= DAY));
    apart
}
