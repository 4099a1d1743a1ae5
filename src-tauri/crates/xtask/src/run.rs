//! Opens the window on the demonstration store, or makes its PDFs where there is no display.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::headless::a_screen_is_here;
use crate::program::{cargo, program, run as run_program};
use crate::set_up::{self, Purpose};
use crate::test::{clear, papers_in};
use crate::trouble::Trouble;
use crate::workspace::Workspace;

pub(crate) fn run(workspace: &Workspace, release: bool) -> Result<(), Trouble> {
    if a_screen_is_here() {
        open_window(workspace, release)
    } else {
        println!("There is no display here, so no window can open.");
        println!("The demonstration PDFs are made instead.\n");
        make_papers(workspace, release)
    }
}

fn open_window(workspace: &Workspace, release: bool) -> Result<(), Trouble> {
    set_up::set_up(workspace, Purpose::Window)?;
    println!("Building the page.");
    build_page(workspace)?;
    build(workspace, release, &["sederunt"])?;
    println!("Opening the window on the demonstration store. Close it to end.");
    let mut window = program(workspace.built("sederunt", release));
    let ended = window.arg("--demonstration").stdin(Stdio::null()).status();
    match ended {
        Ok(status) if status.success() => Ok(()),
        Ok(status) if status.code() == Some(127) => {
            Err(Trouble::new("A library that the window needs is missing; its name is above.")
                .next("Run “cargo xtask set-up”, then try again."))
        }
        Ok(status) => Err(Trouble::new(format!("The window ended early ({status})."))
            .next("Why is above. If it speaks of a display, run this at a desktop, not over a plain connection.")),
        Err(e) => Err(Trouble::new(format!("The window could not be started ({e})."))),
    }
}

fn make_papers(workspace: &Workspace, release: bool) -> Result<(), Trouble> {
    set_up::set_up(workspace, Purpose::Papers)?;
    build(workspace, release, &["sederunt-cli"])?;
    let out = workspace.root().join("out").join("demo");
    let cli = workspace.built("sederunt-cli", release);
    clear(&out)?;
    run_program(program(cli).arg("demo").arg("--out").arg(&out))?;
    println!("\nThe PDFs are:");
    for paper in papers_in(&out)? {
        let shown = paper.strip_prefix(workspace.root()).unwrap_or(&paper);
        println!("  {}", shown.display());
    }
    Ok(())
}

/// Builds the page into `ui/dist`, which the window's build takes in.
pub(crate) fn build_page(workspace: &Workspace) -> Result<(), Trouble> {
    run_program(&mut set_up::npm_run(&workspace.page(), "build"))
}

/// Builds programs of the workspace.
pub(crate) fn build(workspace: &Workspace, release: bool, names: &[&str]) -> Result<(), Trouble> {
    if release {
        println!(
            "Building {} for release; the first time takes many minutes.",
            names.join(" and ")
        );
    } else {
        println!(
            "Building {} for development: sooner ready, slower at work. The first time takes minutes.",
            names.join(" and ")
        );
    }
    run_program(&mut build_command(workspace.root(), release, names)).map_err(|t| {
        t.next("The program did not build. If a library is missing, run “cargo xtask set-up”.")
    })
}

/// The whole workspace settles the features, so that every errand shares one set of built crates.
fn build_command(root: &Path, release: bool, names: &[&str]) -> Command {
    let mut command = cargo();
    command.current_dir(root);
    command.args(["build", "--locked", "--workspace"]);
    for name in names {
        command.args(["--bin", name]);
    }
    if release {
        command.arg("--release");
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_is_asked_for_only_when_wanted() {
        let line = |release| {
            let command = build_command(Path::new("."), release, &["sederunt"]);
            let words = command.get_args().map(|w| w.to_string_lossy().into_owned());
            words.collect::<Vec<_>>().join(" ")
        };

        assert_eq!(line(false), "build --locked --workspace --bin sederunt");
        assert_eq!(
            line(true),
            "build --locked --workspace --bin sederunt --release"
        );
    }
}
