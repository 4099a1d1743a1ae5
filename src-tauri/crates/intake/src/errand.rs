//! What a child process may be started for.

use std::io::{self, Write};
use std::time::Duration;

/// Something that is read in a child process: by which argument the program knows that it is the
/// child, and what it is held to.
#[derive(Clone, Copy, Debug)]
pub struct Errand {
    /// The first argument, which makes the program the child and nothing else.
    pub(crate) argument: &'static str,
    /// The most memory, in bytes of addresses, beyond what the program is mapped at when it starts:
    /// the window's libraries alone take hundreds of megabytes of addresses, and the command line's
    /// hardly any.
    pub(crate) memory: u64,
    /// The most processor time, in seconds.
    pub(crate) seconds: u64,
    /// How long the program waits for an answer. It is longer than the processor time, since other
    /// programs want the processor too.
    pub(crate) patience: Duration,
    /// The longest request, in bytes.
    pub(crate) request: u64,
    /// The longest answer, in bytes.
    pub(crate) answer: u64,
    /// Reads a request and writes the answer.
    pub(crate) read: fn(&[u8], &mut dyn Write) -> io::Result<()>,
}
