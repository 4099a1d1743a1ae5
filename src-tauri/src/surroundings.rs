//! The clock, ids and randomness that the window lends the desk.

use chrono::{DateTime, Utc};
use desk::Surroundings;
use uuid::Uuid;
use vault::{NoRandomness, Randomness};

/// The machine's own clock and randomness.
pub(crate) struct Machine;

impl Surroundings for Machine {
    #[expect(clippy::disallowed_methods, reason = "a face may read the clock")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    #[expect(clippy::disallowed_methods, reason = "a face may draw an id")]
    fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn randomness(&self) -> Box<dyn Randomness> {
        Box::new(Drawn)
    }

    fn workstation(&self) -> String {
        "window".into()
    }
}

struct Drawn;

impl Randomness for Drawn {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        getrandom::fill(bytes).map_err(|_| NoRandomness)
    }
}
