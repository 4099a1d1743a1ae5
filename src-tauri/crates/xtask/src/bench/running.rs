//! The window while it runs, for whatever is measured of it.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::headless::Headless;
use crate::program::program;
use crate::trouble::Trouble;
use crate::workspace::Workspace;

/// After this long without a first paint something is wrong, not slow.
const PATIENCE: Duration = Duration::from_mins(1);

/// Which store the window is opened on. Each is a demonstration, which asks for no passphrase.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Store<'a> {
    /// The demonstration of whoever measures.
    Demonstration,
    /// The one in a folder.
    In(&'a Path),
}

/// A running window, ended when dropped; its page's processes end with it.
pub(crate) struct Running(Child);

impl Running {
    /// Starts the program on a store, where nobody watches.
    pub(crate) fn start(
        workspace: &Workspace,
        headless: &Headless,
        store: Store<'_>,
    ) -> Result<Self, Trouble> {
        let mut command = program(workspace.built("sederunt", true));
        command.arg("--demonstration").env("SEDERUNT_BENCH", "1");
        if let Store::In(folder) = store {
            command.arg("--store").arg(folder);
        }
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let child = headless.host(&mut command).spawn();
        let child = child.map_err(|e| Trouble::new(format!("The window did not start ({e}).")))?;
        Ok(Self(child))
    }

    /// The number of its process.
    pub(crate) fn process(&self) -> u32 {
        self.0.id()
    }

    /// Waits for the line `first-paint-ms N` and gives the number.
    pub(crate) fn first_paint(&mut self) -> Result<u64, Trouble> {
        let Some(said) = self.0.stderr.take() else {
            return Err(Trouble::new("The window cannot be heard."));
        };
        let (tell, told) = mpsc::channel();
        thread::spawn(move || {
            // Reads on after the line, so that the window never waits for a listener.
            for line in BufReader::new(said).lines().map_while(Result::ok) {
                if let Some(time) = first_paint_in(&line) {
                    let _ = tell.send(time);
                }
            }
        });
        told.recv_timeout(PATIENCE).map_err(|_| {
            Trouble::new("The window never told of its first paint.")
                .next("With SEDERUNT_BENCH=1 it prints “first-paint-ms N” on its error output.")
        })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn first_paint_in(line: &str) -> Option<u64> {
    let number = line.trim().strip_prefix("first-paint-ms ")?;
    let whole = number.split('.').next()?;
    whole.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_paint_is_read_from_its_line_and_no_other() {
        assert_eq!(first_paint_in("first-paint-ms 412"), Some(412));
        assert_eq!(first_paint_in("first-paint-ms 412.7\n"), Some(412));
        assert_eq!(first_paint_in("a warning"), None);
    }
}
