//! `WebKitWebDriver`, started for one window and ended with all that it started.

use std::env;
use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::wait::{PATIENCE, until, within};
use crate::places::built;

const DRIVER: &str = "WebKitWebDriver";
const SAID: &str = "said.txt";

/// A running driver. Dropping it ends its whole process group: driver, window and page.
pub(super) struct Driver {
    child: Child,
    pub(super) port: u16,
    said: PathBuf,
}

impl Driver {
    /// Starts a driver whose windows keep everything of their own in `home`.
    pub(super) fn start(home: &Path) -> Self {
        assert!(
            named("DISPLAY"),
            "There is no display to open the window on. “cargo xtask test” gives one; \
             by hand: xvfb-run dbus-run-session cargo nextest run -p sederunt-tests"
        );
        let port = a_free_port();
        let mut command = Command::new(DRIVER);
        command
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("GDK_BACKEND", "x11")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .env("HOME", home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(home.join(SAID)).expect("a file in our own folder"));
        in_its_own_group(&mut command);
        let child = command.spawn().unwrap_or_else(|error| {
            panic!("{DRIVER} did not start ({error}). Debian has it in webkit2gtk-driver.")
        });
        let driver = Self {
            child,
            port,
            said: home.join(SAID),
        };
        until("the driver listens", || {
            TcpStream::connect((Ipv4Addr::LOCALHOST, port))
                .is_ok()
                .then_some(())
        });
        driver
    }

    /// What driver and window said on their error output.
    pub(super) fn said(&self) -> String {
        fs::read_to_string(&self.said).unwrap_or_default()
    }

    /// The leader of the process group.
    pub(super) fn leader(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The group outlives its leader, so it is ended first and as a whole.
        end_group(self.child.id());
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The window to drive: the one the runner names, or the one built beside the tests.
pub(super) fn window_program() -> PathBuf {
    let program = env::var_os("SEDERUNT_WINDOW").map_or_else(|| built("sederunt"), PathBuf::from);
    assert!(
        program.exists(),
        "The window {} is not there. “cargo build -p sederunt” makes it, once the page is built.",
        program.display()
    );
    program
}

fn named(key: &str) -> bool {
    env::var_os(key).is_some_and(|value| !value.is_empty())
}

fn a_free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("a bound port").port()
}

#[cfg(unix)]
fn in_its_own_group(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(not(unix))]
fn in_its_own_group(_: &mut Command) {}

/// Ends a process group as a power cut does, with no chance to tidy up, and waits until none of it
/// runs any more: until then it may still hold files.
pub(super) fn end_group(leader: u32) {
    let ended = Command::new("sh")
        .args(["-c", "kill -s KILL -- \"-$0\"", &leader.to_string()])
        .stderr(Stdio::null())
        .status();
    drop(ended);
    let _ = within(PATIENCE, || (!any_runs_in(leader)).then_some(()));
}

/// Whether a thread of the group still runs. The first thread of a program can have ended while
/// another still writes to disk, and files stay locked until the last has gone.
fn any_runs_in(group: u32) -> bool {
    let processes = entries("/proc".as_ref());
    let of_group = processes.filter(|process| {
        state_and_group(&process.join("stat")).is_some_and(|(_, of)| of == group)
    });
    let mut threads = of_group.flat_map(|process| entries(&process.join("task")));
    threads.any(|thread| {
        let stat = state_and_group(&thread.join("stat"));
        stat.is_some_and(|(state, _)| state != "Z" && state != "X")
    })
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path())
}

fn state_and_group(stat: &Path) -> Option<(String, u32)> {
    parsed(&fs::read_to_string(stat).ok()?)
}

/// Reads `12 (name) S 7 12 …`; the name may hold spaces and brackets.
fn parsed(stat: &str) -> Option<(String, u32)> {
    let (_, after) = stat.rsplit_once(") ")?;
    let mut fields = after.split(' ');
    let state = fields.next()?.to_owned();
    Some((state, fields.nth(1)?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::parsed;

    #[test]
    fn a_process_tells_its_state_and_group_whatever_its_name() {
        let told = parsed("12 (WebKit (web) x) S 7 44 44 0");

        assert_eq!(told, Some(("S".to_owned(), 44)));
        assert_eq!(parsed("nonsense"), None);
    }
}
