//! A stretch of the week: a circle of 10,080 minutes on which Monday follows Sunday.

use chrono::{NaiveTime, Timelike, Weekday};

pub(super) const DAY: u32 = 24 * 60;
const WEEK: u32 = 7 * DAY;

/// Some minutes on end. It begins within the week and is at most a week long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    start: u32,
    minutes: u32,
}

impl Stretch {
    fn new(start: u32, minutes: u32) -> Self {
        Self {
            start: start % WEEK,
            minutes: minutes.min(WEEK),
        }
    }

    /// What stands on a day; a time not after `from` is on the next day.
    ///
    /// A minute that is only partly taken up is taken up.
    pub(super) fn on(day: Weekday, from: NaiveTime, until: NaiveTime) -> Self {
        let begins = from.num_seconds_from_midnight() / 60;
        let ends = until.num_seconds_from_midnight().div_ceil(60);
        let next_day = if until <= from { DAY } else { 0 };
        let midnight = day.num_days_from_monday() * DAY;
        Self::new(midnight + begins, (ends + next_day).saturating_sub(begins))
    }

    /// With the same minutes before it and after it.
    pub(super) fn widened(self, by: u32) -> Self {
        let before = by.min(WEEK);
        Self::new(
            self.start + WEEK - before,
            self.minutes.saturating_add(before).saturating_add(before),
        )
    }

    /// The minutes that two stretches share: none, one stretch, or two where they meet at both ends.
    pub(super) fn shared(self, other: Self) -> impl Iterator<Item = Self> {
        let later = (other.start + WEEK - self.start) % WEEK;
        let round = (later + other.minutes).saturating_sub(WEEK);
        let met = [
            (later, (later + other.minutes).min(self.minutes)),
            (0, round.min(self.minutes)),
        ];
        met.into_iter()
            .filter(|(from, until)| from < until)
            .map(move |(from, until)| Self::new(self.start + from, until - from))
    }

    /// The minutes from the end of this one to the beginning of another.
    pub(super) fn gap_before(self, other: Self) -> u32 {
        (other.start + 2 * WEEK - self.start - self.minutes) % WEEK
    }

    /// Cut into pieces of a day at the most, so that each has one day and two times.
    pub(super) fn pieces(self) -> impl Iterator<Item = Self> {
        (0..self.minutes.div_ceil(DAY)).map(move |piece| {
            let before = piece * DAY;
            Self::new(self.start + before, (self.minutes - before).min(DAY))
        })
    }

    /// Its parts by day: the place of the day from Monday, and the minutes of that day between which
    /// the part lies.
    pub(super) fn by_day(self) -> impl Iterator<Item = (u32, u32, u32)> {
        let ends = self.start + self.minutes;
        (self.start / DAY..ends.div_ceil(DAY)).map(move |day| {
            let midnight = day * DAY;
            let from = self.start.max(midnight) - midnight;
            (day % 7, from, (ends - midnight).min(DAY))
        })
    }

    /// The day on which it begins.
    pub(super) fn day(self) -> Weekday {
        day_at(self.start / DAY)
    }

    /// The time at which it begins.
    pub(super) fn from(self) -> NaiveTime {
        time_at(self.start)
    }

    /// The time at which it ends.
    pub(super) fn until(self) -> NaiveTime {
        time_at(self.start + self.minutes)
    }
}

/// The day at a place from Monday.
pub(super) fn day_at(place: u32) -> Weekday {
    u8::try_from(place % 7)
        .ok()
        .and_then(|place| Weekday::try_from(place).ok())
        .unwrap_or(Weekday::Mon)
}

/// The time so many minutes after a midnight.
pub(super) fn time_at(minute: u32) -> NaiveTime {
    NaiveTime::from_num_seconds_from_midnight_opt(minute % DAY * 60, 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(day: Weekday, from: &str, until: &str) -> Stretch {
        Stretch::on(day, from.parse().unwrap(), until.parse().unwrap())
    }

    fn told(stretch: Stretch) -> String {
        let (from, until) = (stretch.from(), stretch.until());
        format!(
            "{} {} {}",
            stretch.day(),
            from.format("%H:%M"),
            until.format("%H:%M")
        )
    }

    fn shared(one: Stretch, other: Stretch) -> Vec<String> {
        one.shared(other).map(told).collect()
    }

    #[test]
    fn a_time_not_after_the_beginning_is_on_the_next_day() {
        assert_eq!(on(Weekday::Mon, "09:00", "17:00").minutes, 480);
        assert_eq!(on(Weekday::Mon, "19:00", "07:00").minutes, 720);
        assert_eq!(on(Weekday::Mon, "19:00", "00:00").minutes, 300);
    }

    #[test]
    fn the_same_time_twice_is_a_whole_day() {
        assert_eq!(on(Weekday::Wed, "00:00", "00:00").minutes, DAY);
        assert_eq!(on(Weekday::Wed, "08:30", "08:30").minutes, DAY);
    }

    #[test]
    fn a_minute_partly_taken_up_is_taken_up() {
        let held = on(Weekday::Mon, "10:00:30", "10:00:45");

        assert_eq!((held.start, held.minutes), (600, 1));
    }

    #[test]
    fn ends_that_touch_share_nothing() {
        let morning = on(Weekday::Tue, "09:00", "12:00");

        assert!(shared(morning, on(Weekday::Tue, "12:00", "14:00")).is_empty());
        assert_eq!(
            shared(morning, on(Weekday::Tue, "11:59", "14:00")),
            ["Tue 11:59 12:00"]
        );
    }

    #[test]
    fn sunday_night_runs_into_monday() {
        let night = on(Weekday::Sun, "22:00", "06:00");
        let early = on(Weekday::Mon, "05:00", "13:00");

        assert_eq!(shared(night, early), ["Mon 05:00 06:00"]);
        assert_eq!(shared(early, night), ["Mon 05:00 06:00"]);
    }

    #[test]
    fn two_that_go_round_the_week_may_meet_at_both_ends() {
        let most = Stretch::new(0, WEEK - 60);
        let other = Stretch::new(WEEK - 120, 240);

        assert_eq!(shared(most, other), ["Sun 22:00 23:00", "Mon 00:00 02:00"]);
    }

    #[test]
    fn travel_stands_before_and_after_and_never_fills_more_than_the_week() {
        let shift = on(Weekday::Mon, "00:10", "08:00").widened(30);

        assert_eq!(told(shift), "Sun 23:40 08:30");
        assert_eq!(shift.widened(u32::MAX).minutes, WEEK);
    }

    #[test]
    fn parts_by_day_end_at_midnight() {
        let night: Vec<_> = on(Weekday::Sun, "19:00", "07:00").by_day().collect();
        let evening: Vec<_> = on(Weekday::Fri, "19:00", "00:00").by_day().collect();

        assert_eq!(night, [(6, 1140, 1440), (0, 0, 420)]);
        assert_eq!(evening, [(4, 1140, 1440)]);
    }

    #[test]
    fn what_is_longer_than_a_day_is_cut_into_days() {
        let long: Vec<_> = Stretch::new(600, DAY + 60).pieces().map(told).collect();

        assert_eq!(long, ["Mon 10:00 10:00", "Tue 10:00 11:00"]);
    }
}
