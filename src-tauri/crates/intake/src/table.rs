//! A table or open data, opened in a child process.
//!
//! A request is one byte, 1 for Windows-1252 and 0 for UTF-8, and then the file. The answer is what
//! the file holds, or why it is not read, as JSON.

use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

use exchange::{Opened, Refusal, RowFault};

use crate::asking::ask;
use crate::{Errand, Error};

/// Reading a table or open data.
pub const TABLES: Errand = Errand {
    argument: "--read-one-table",
    // The widest table and the longest open data that are allowed take 300 MiB.
    memory: 512 * 1024 * 1024,
    seconds: 10,
    patience: Duration::from_mins(1),
    // What a file may be, its reader bounds: this only keeps the pipe from being endless.
    request: 64 * 1024 * 1024 + 1,
    // A character of a table is six at most in the answer, and a table is 10 MiB at most.
    answer: 128 * 1024 * 1024,
    read,
};

/// Opens a file of a stranger's in a child process; none where `stop` said so before it was done.
///
/// `program` is the executable that serves as the child. A child that does not come to its end, for
/// want of memory, of time, or because the file broke it, is a refusal of the file.
pub fn open_table(
    program: &Path,
    bytes: &[u8],
    windows_1252: bool,
    stop: &dyn Fn() -> bool,
) -> Option<Result<Opened, Refusal>> {
    let mut request = Vec::with_capacity(bytes.len() + 1);
    request.push(u8::from(windows_1252));
    request.extend_from_slice(bytes);
    let answer = match ask(program, &TABLES, request, stop) {
        Ok(answer) => answer,
        Err(Error::Cancelled) => return None,
        Err(Error::Child(_)) => {
            return Some(Err(refusal(
                "The file could not be read: the process that reads files could not be started.",
            )));
        }
        Err(Error::Stopped | Error::Unreadable) => return Some(Err(stopped())),
    };
    let told: Result<Result<Opened, Refusal>, _> = serde_json::from_slice(&answer);
    Some(told.unwrap_or_else(|_| Err(stopped())))
}

fn read(request: &[u8], to: &mut dyn Write) -> io::Result<()> {
    let (encoding, bytes) = request.split_first().ok_or(io::ErrorKind::UnexpectedEof)?;
    let opened = exchange::open(bytes, *encoding == 1);
    serde_json::to_writer(to, &opened).map_err(io::Error::from)
}

fn stopped() -> Refusal {
    refusal("The file could not be read: reading it took more memory or time than is allowed.")
}

fn refusal(says: &str) -> Refusal {
    Refusal(RowFault {
        says: says.to_owned(),
        ..RowFault::default()
    })
}
