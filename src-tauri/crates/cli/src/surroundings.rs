//! The clock, ids and randomness that the command line lends the desk.

use chrono::{DateTime, Utc};
use desk::Surroundings;
use uuid::Uuid;
use vault::{NoRandomness, Randomness};

/// The machine's own randomness, and its clock unless the instant is fixed.
pub(crate) struct Terminal {
    /// The instant at which everything happens, for the same bytes from the same input.
    pub fixed: Option<DateTime<Utc>>,
}

impl Surroundings for Terminal {
    #[expect(clippy::disallowed_methods, reason = "a face may read the clock")]
    fn now(&self) -> DateTime<Utc> {
        self.fixed.unwrap_or_else(Utc::now)
    }

    #[expect(clippy::disallowed_methods, reason = "a face may draw an id")]
    fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn randomness(&self) -> Box<dyn Randomness> {
        Box::new(Machine)
    }

    fn workstation(&self) -> String {
        "command line".into()
    }
}

struct Machine;

impl Randomness for Machine {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        getrandom::fill(bytes).map_err(|_| NoRandomness)
    }
}
