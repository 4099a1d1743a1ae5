//! The program's side: start itself as a child, ask, and take the answer or end the child.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Errand, Error};

/// How often it is asked whether to go on waiting.
const LOOK: Duration = Duration::from_millis(50);

/// Asks a child for an answer. `program` is the executable that serves as the child; it is given
/// nothing of the environment. Whatever ends the asking, the child is gone when this returns.
pub(crate) fn ask(
    program: &Path,
    errand: &Errand,
    request: Vec<u8>,
    stop: &dyn Fn() -> bool,
) -> Result<Vec<u8>, Error> {
    let mut command = Command::new(program);
    command.arg(errand.argument);
    ask_by(command, errand, request, stop)
}

pub(crate) fn ask_by(
    mut command: Command,
    errand: &Errand,
    request: Vec<u8>,
    stop: &dyn Fn() -> bool,
) -> Result<Vec<u8>, Error> {
    let until = Instant::now() + errand.patience;
    let mut running = Running(
        command
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?,
    );
    let (Some(input), Some(output)) = (running.0.stdin.take(), running.0.stdout.take()) else {
        return Err(Error::Stopped);
    };
    let (tell, told) = mpsc::channel();
    let most = errand.answer;
    // The thread ends with the child, whose pipes it holds; nobody waits for it.
    thread::spawn(move || tell.send(talk(input, output, &request, most)));
    loop {
        match told.recv_timeout(LOOK) {
            Ok(Ok(answer)) if running.ended_well(until) => return Ok(answer),
            Ok(_) | Err(RecvTimeoutError::Disconnected) => return Err(Error::Stopped),
            Err(RecvTimeoutError::Timeout) if stop() => return Err(Error::Cancelled),
            Err(RecvTimeoutError::Timeout) if Instant::now() > until => return Err(Error::Stopped),
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

/// Hands the request over, and takes the whole answer.
fn talk(
    mut input: ChildStdin,
    output: ChildStdout,
    request: &[u8],
    most: u64,
) -> io::Result<Vec<u8>> {
    input.write_all(request)?;
    drop(input);
    let mut answer = Vec::new();
    output
        .take(most.saturating_add(1))
        .read_to_end(&mut answer)?;
    if answer.len() as u64 > most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(answer)
}

/// A child, which does not outlive the asking.
struct Running(Child);

impl Running {
    /// Whether the child came to its own end in time. It is at its end when it has answered.
    fn ended_well(&mut self, until: Instant) -> bool {
        loop {
            match self.0.try_wait() {
                Ok(Some(status)) => return status.success(),
                Ok(None) if Instant::now() < until => thread::sleep(Duration::from_millis(1)),
                Ok(None) | Err(_) => return false,
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // One that has ended already cannot be ended, and is only to be forgotten.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[cfg(test)]
mod tests;
