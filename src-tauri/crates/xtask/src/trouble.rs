//! What stopped an errand, in words for the person at the terminal.

use std::fmt;

/// What happened, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trouble {
    happened: String,
    next: Option<String>,
}

impl Trouble {
    pub(crate) fn new(happened: impl Into<String>) -> Self {
        Self {
            happened: happened.into(),
            next: None,
        }
    }

    /// Adds what the person can do.
    pub(crate) fn next(mut self, next: impl Into<String>) -> Self {
        self.next = Some(next.into());
        self
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.happened)?;
        match &self.next {
            Some(next) => write!(f, "\n{next}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_to_do_follows_what_happened() {
        let trouble = Trouble::new("There is no display.").next("Start one.");

        let words = trouble.to_string();

        assert_eq!(words, "There is no display.\nStart one.");
    }
}
