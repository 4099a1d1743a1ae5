//! Waiting for a thing to be so, and for no longer than that.

use std::thread;
use std::time::{Duration, Instant};

/// How long a thing may take before it counts as not happening.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Between two looks.
const LOOK: Duration = Duration::from_millis(40);

/// Looks until there is something to see, and gives it.
///
/// # Panics
/// When there is nothing within [`PATIENCE`]; the message says what was waited for.
pub fn until<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    within(PATIENCE, look).unwrap_or_else(|| panic!("waited {PATIENCE:?} in vain until {what}"))
}

/// Looks until there is something to see or the time is over.
pub fn within<T>(patience: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let begun = Instant::now();
    loop {
        if let Some(seen) = look() {
            return Some(seen);
        }
        if begun.elapsed() > patience {
            return None;
        }
        thread::sleep(LOOK);
    }
}
