//! How long to wait after wrong passphrases.

use std::time::Duration;

use serde::{Deserialize, Serialize};

const FREE_TRIES: u32 = 5;
const LONGEST_STEP_MS: i64 = 60_000;
const WINDOW_MS: i64 = 5 * 60_000;
const MOST_IN_WINDOW: usize = 10;

/// The wrong passphrases since the last right one.
///
/// Five tries are free; then the wait is 1, 2, 4 … 60 seconds, and there are never more than ten
/// tries in five minutes. Nothing is ever wiped. The value must survive a restart: keep it on disk
/// and write it before the passphrase is tried, so that ending the program wins no free try.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attempts {
    failures: u32,
    /// UTC milliseconds of the latest failures, earliest first, at most ten.
    times: Vec<i64>,
}

impl Attempts {
    /// Gives the time still to wait at `now` (UTC milliseconds) before the next try, at most five
    /// minutes; zero means now.
    ///
    /// Failures dated after `now` are dated `now`: a clock that is put back neither ends the wait
    /// nor makes it endless. That is why the value may change.
    pub fn wait_before_next(&mut self, now: i64) -> Duration {
        self.settle(now);
        let wait = self.step_wait(now).max(self.window_wait(now));
        Duration::from_millis(u64::try_from(wait).unwrap_or(0))
    }

    /// Records a wrong passphrase at `now` (UTC milliseconds).
    pub fn failed(&mut self, now: i64) {
        self.failures = self.failures.saturating_add(1);
        self.times.push(now);
        self.settle(now);
    }

    /// Records the right passphrase, which clears all that went before.
    pub fn succeeded(&mut self) {
        *self = Self::default();
    }

    /// How many wrong passphrases there were since the last right one.
    pub fn failures(&self) -> u32 {
        self.failures
    }

    /// Restores what always holds, also for a value read from a damaged file.
    fn settle(&mut self, now: i64) {
        for time in &mut self.times {
            *time = now.min(*time);
        }
        self.times.sort_unstable();
        let surplus = self.times.len().saturating_sub(MOST_IN_WINDOW);
        self.times.drain(..surplus);
    }

    fn step_wait(&self, now: i64) -> i64 {
        let Some(last) = self.times.last() else {
            return 0;
        };
        let Some(steps) = self.failures.checked_sub(FREE_TRIES) else {
            return 0;
        };
        // Six doublings of a second already pass the longest step.
        let step = (1_000_i64 << steps.min(6)).min(LONGEST_STEP_MS);
        step - now.saturating_sub(*last)
    }

    fn window_wait(&self, now: i64) -> i64 {
        match self.times.first() {
            Some(first) if self.times.len() >= MOST_IN_WINDOW => {
                WINDOW_MS - now.saturating_sub(*first)
            }
            Some(_) | None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOON: i64 = 1_793_880_000_000;

    /// Tries a wrong passphrase as soon as it is allowed and gives the waits in seconds.
    fn waits_of_an_impatient_guesser(tries: usize) -> Vec<u64> {
        let mut attempts = Attempts::default();
        let mut now = NOON;
        let mut waits = Vec::new();
        for _ in 0..tries {
            let wait = attempts.wait_before_next(now);
            waits.push(wait.as_secs());
            now += i64::try_from(wait.as_millis()).unwrap();
            attempts.failed(now);
        }
        waits
    }

    #[test]
    fn five_tries_are_free_and_then_the_wait_doubles() {
        let waits = waits_of_an_impatient_guesser(10);

        assert_eq!(waits, [0, 0, 0, 0, 0, 1, 2, 4, 8, 16]);
    }

    #[test]
    fn the_eleventh_try_waits_until_the_first_is_five_minutes_old() {
        let waits = waits_of_an_impatient_guesser(11);

        assert_eq!(waits[10], 300 - 31);
    }

    #[test]
    fn the_step_never_passes_a_minute() {
        for failures in [11, 12, 37, 60, 68, 69, 1000, u32::MAX] {
            let mut attempts = Attempts {
                failures,
                times: vec![NOON],
            };

            assert_eq!(
                attempts.wait_before_next(NOON),
                Duration::from_mins(1),
                "{failures}"
            );
        }
    }

    #[test]
    fn the_right_passphrase_clears_the_count() {
        let mut attempts = Attempts::default();
        (0..20).for_each(|n| attempts.failed(NOON + n));

        attempts.succeeded();

        assert_eq!(attempts.failures(), 0);
        assert_eq!(attempts.wait_before_next(NOON + 20), Duration::ZERO);
    }

    #[test]
    fn the_wait_runs_down_and_survives_a_restart() {
        let mut attempts = Attempts::default();
        (0..6).for_each(|_| attempts.failed(NOON));

        let written = serde_json::to_string(&attempts).unwrap();
        let mut restarted: Attempts = serde_json::from_str(&written).unwrap();

        let waits =
            [0, 1_500, 2_000].map(|later| restarted.wait_before_next(NOON + later).as_millis());
        assert_eq!(waits, [2_000, 500, 0]);
    }

    #[test]
    fn a_clock_put_back_neither_ends_the_wait_nor_makes_it_endless() {
        let mut attempts = Attempts::default();
        (0..7).for_each(|_| attempts.failed(NOON));
        let yesterday = NOON - 86_400_000;

        let waits = [0, 4_000].map(|later| attempts.wait_before_next(yesterday + later).as_secs());

        assert_eq!(waits, [4, 0]);
    }

    #[test]
    fn the_latest_failure_counts_wherever_a_file_puts_it() {
        let mut attempts = Attempts {
            failures: 5,
            times: vec![NOON, NOON - 60_000],
        };

        assert_eq!(attempts.wait_before_next(NOON), Duration::from_secs(1));
    }

    proptest! {
        #[test]
        fn there_are_never_more_than_ten_tries_in_five_minutes(
            pauses in prop::collection::vec(0_i64..90_000, 1..60),
        ) {
            let mut attempts = Attempts::default();
            let mut now = NOON;
            let mut tried = Vec::new();
            for pause in pauses {
                now += pause;
                now += i64::try_from(attempts.wait_before_next(now).as_millis()).unwrap();
                attempts.failed(now);
                tried.push(now);
            }

            for eleven in tried.windows(11) {
                prop_assert!(eleven[10] - eleven[0] >= WINDOW_MS);
            }
        }

        #[test]
        fn whatever_a_file_says_the_wait_is_at_most_five_minutes(
            failures: u32,
            times in prop::collection::vec(any::<i64>(), 0..30),
            now: i64,
        ) {
            let mut attempts = Attempts { failures, times };

            let wait = attempts.wait_before_next(now);
            attempts.failed(now);

            prop_assert!(wait <= Duration::from_mins(5));
            prop_assert!(attempts.times.len() <= 10);
        }
    }
}
