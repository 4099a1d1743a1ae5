//! A clock that stands still and chance that repeats itself.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use desk::Surroundings;
use uuid::{Builder, Uuid};
use vault::{NoRandomness, Randomness};

/// Reads a date.
pub fn date(written: &str) -> NaiveDate {
    written.parse().expect("a date such as 2026-11-23")
}

/// Reads an instant.
pub fn at(written: &str) -> DateTime<Utc> {
    written
        .parse()
        .expect("an instant such as 2026-11-23T10:00:00Z")
}

/// Surroundings that a test sets: the same on every run.
pub struct Fixed {
    now: Mutex<DateTime<Utc>>,
    drawn: AtomicU64,
}

impl Fixed {
    pub fn at(instant: &str) -> Self {
        Self {
            now: Mutex::new(at(instant)),
            drawn: AtomicU64::new(0),
        }
    }

    /// Moves the clock on.
    pub fn pass(&self, time: TimeDelta) {
        *self.now.lock().unwrap() += time;
    }

    fn next(&self) -> u64 {
        self.drawn.fetch_add(1, Ordering::SeqCst)
    }
}

impl Surroundings for Fixed {
    fn now(&self) -> DateTime<Utc> {
        *self.now.lock().unwrap()
    }

    fn new_id(&self) -> Uuid {
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap();
        let mut rest = [0; 10];
        rest[2..].copy_from_slice(&self.next().to_be_bytes());
        Builder::from_unix_timestamp_millis(millis, &rest).into_uuid()
    }

    fn randomness(&self) -> Box<dyn Randomness> {
        Box::new(Mixed(self.next()))
    }

    fn workstation(&self) -> String {
        "a test".into()
    }
}

/// Bytes that look drawn and are the same on every run (`SplitMix64`).
struct Mixed(u64);

impl Randomness for Mixed {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        for chunk in bytes.chunks_mut(8) {
            self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut mixed = self.0;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            mixed ^= mixed >> 31;
            chunk.copy_from_slice(&mixed.to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}
