//! A display and a message bus of our own, for a window that nobody watches.
//!
//! Own ones, even where a desktop is running: a test must not take the developer's focus, and a
//! machine without a screen must do the same as one with.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::program::program;
use crate::trouble::Trouble;

/// Says whether a person could see a window opened from here.
pub(crate) fn a_screen_is_here() -> bool {
    let named = |key: &str| env::var_os(key).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

/// A running display and message bus; both end when this is dropped.
#[derive(Debug)]
pub(crate) struct Headless {
    _screen: Server,
    _bus: Server,
    display: String,
    address: String,
}

impl Headless {
    /// Starts both, on a screen of 1280 by 800.
    pub(crate) fn start() -> Result<Self, Trouble> {
        Self::on(program("Xvfb"))
    }

    /// Starts both, with the picture of the screen kept in a file of a folder.
    pub(crate) fn start_drawing_in(folder: &Path) -> Result<Self, Trouble> {
        let mut screen = program("Xvfb");
        screen.arg("-fbdir").arg(folder);
        Self::on(screen)
    }

    fn on(mut screen: Command) -> Result<Self, Trouble> {
        screen.args(["-displayfd", "1", "-screen", "0", "1280x800x24"]);
        screen.args(["-nolisten", "tcp", "-noreset"]);
        let (screen, number) = Server::start(screen)?;
        let mut bus = program("dbus-daemon");
        bus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        let (bus, address) = Server::start(bus)?;
        Ok(Self {
            _screen: screen,
            _bus: bus,
            display: format!(":{number}"),
            address,
        })
    }

    /// Sends a program's windows here.
    pub(crate) fn host<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .env("GDK_BACKEND", "x11")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env_remove("WAYLAND_DISPLAY")
    }
}

/// A program that serves until it is stopped, and is stopped when dropped.
#[derive(Debug)]
struct Server(Child);

impl Server {
    /// Starts it and waits for the first line it prints, which says where it can be reached.
    fn start(mut command: Command) -> Result<(Self, String), Trouble> {
        let name = command.get_program().to_string_lossy().into_owned();
        let failed = |why: &str| {
            Trouble::new(format!("{name} did not start: {why}."))
                .next("“cargo xtask set-up” installs it where it is missing.")
        };
        command.stdin(Stdio::null()).stderr(Stdio::null());
        let child = command.stdout(Stdio::piped()).spawn();
        let mut server = Self(child.map_err(|e| failed(&e.to_string()))?);
        let mut line = String::new();
        if let Some(said) = server.0.stdout.take() {
            let read = BufReader::new(said).read_line(&mut line);
            read.map_err(|e| failed(&e.to_string()))?;
        }
        match line.trim() {
            "" => Err(failed("it ended before saying where it is")),
            place => Ok((server, place.to_owned())),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; either way nothing is left running.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_says_nothing_is_trouble() {
        let trouble = Server::start(Command::new("true")).unwrap_err();

        assert!(trouble.to_string().contains("true did not start"));
    }

    #[cfg(unix)]
    #[test]
    fn a_server_tells_where_it_can_be_reached() {
        let mut command = Command::new("echo");
        command.arg(":7");

        let (_server, place) = Server::start(command).unwrap();

        assert_eq!(place, ":7");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_program_finds_the_display_and_the_bus() {
        let headless = Headless::start().unwrap();

        let size =
            crate::program::listen(headless.host(program("xdotool").arg("getdisplaygeometry")));

        assert_eq!(size.unwrap().trim(), "1280 800");
        assert!(headless.address.starts_with("unix:"));
    }
}
