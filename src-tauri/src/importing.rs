//! The taking in of a file, as it is seen from outside the desk while the desk is busy with it.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use desk::ImportProgress;

/// How far a file is, and whether the person cancelled it. Nobody waits for anybody here.
#[derive(Debug, Default)]
pub(crate) struct Importing {
    done: AtomicU32,
    of: AtomicU32,
    cancelled: AtomicBool,
}

impl Importing {
    /// Begins with a file of which nothing is done.
    pub(crate) fn begin(&self) {
        self.put(ImportProgress::default());
        self.cancelled.store(false, Ordering::Relaxed);
    }

    /// Notes how far it is, and says whether it goes on.
    pub(crate) fn told(&self, progress: ImportProgress) -> ControlFlow<()> {
        self.put(progress);
        if self.is_cancelled() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    /// How far it is.
    pub(crate) fn progress(&self) -> ImportProgress {
        ImportProgress {
            done: self.done.load(Ordering::Relaxed),
            of: self.of.load(Ordering::Relaxed),
        }
    }

    /// Cancels it.
    pub(crate) fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the person cancelled it.
    pub(crate) fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    fn put(&self, progress: ImportProgress) {
        self.done.store(progress.done, Ordering::Relaxed);
        self.of.store(progress.of, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_goes_on_until_it_is_cancelled_and_the_next_begins_anew() {
        let importing = Importing::default();
        importing.begin();
        let half = ImportProgress { done: 1, of: 2 };

        assert_eq!(importing.told(half), ControlFlow::Continue(()));
        assert_eq!(importing.progress(), half);
        importing.cancel();
        assert_eq!(importing.told(half), ControlFlow::Break(()));

        importing.begin();
        assert!(!importing.is_cancelled());
        assert_eq!(importing.progress(), ImportProgress::default());
    }
}
