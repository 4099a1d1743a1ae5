//! Brings to the machine what the other errands need, and nothing twice.

mod checkers;
mod node;
mod system;

use std::path::Path;
use std::process::Command;

use crate::program::{answers, cargo, program};
use crate::trouble::Trouble;
use crate::workspace::Workspace;

/// What the machine is to be made ready for; each includes those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Purpose {
    /// The command line and its PDFs.
    Papers,
    /// The window.
    Window,
    /// Every check.
    Tests,
}

/// Installs what is missing for a purpose; a moment's work when nothing is.
pub(crate) fn set_up(workspace: &Workspace, purpose: Purpose) -> Result<(), Trouble> {
    system::install(purpose)?;
    if purpose >= Purpose::Window {
        node::install(&workspace.page())?;
    }
    if purpose >= Purpose::Tests {
        install_cargo_parts()?;
        checkers::install(workspace)?;
    }
    Ok(())
}

/// Says whether `cargo nextest` is here; without it `cargo test` serves.
pub(crate) fn nextest_is_here() -> bool {
    answers(cargo().args(["nextest", "--version"]))
}

/// Prepares one of the page's own scripts.
pub(crate) fn npm_run(page: &Path, script: &str) -> Command {
    let mut command = node::npm();
    command.current_dir(page).args(["run", "--silent", script]);
    command
}

fn install_cargo_parts() -> Result<(), Trouble> {
    for part in ["fmt", "clippy"] {
        if answers(cargo().args([part, "--version"])) {
            continue;
        }
        let component = if part == "fmt" { "rustfmt" } else { part };
        println!("Installing {component}, which checks the Rust sources.");
        if !answers(program("rustup").args(["component", "add", component])) {
            return Err(
                Trouble::new(format!("{component} could not be installed.")).next(format!(
                    "Install it, for instance with: rustup component add {component}"
                )),
            );
        }
    }
    if !nextest_is_here() {
        println!("cargo-nextest is not here: “cargo test” will be used instead.");
    }
    Ok(())
}
