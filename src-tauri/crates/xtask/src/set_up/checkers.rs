//! Independent checkers that come from the Python index, in an environment of their own.

use std::fs;

use crate::program::{program, run};
use crate::trouble::Trouble;
use crate::workspace::Workspace;

/// Exact versions, so that a check means the same on every machine.
const CHECKERS: &[&str] = &["pdfua==0.1.3", "outloud==0.2.1", "typos==1.52.0"];

/// Makes the environment, or does nothing when it already holds these versions.
pub(crate) fn install(workspace: &Workspace) -> Result<(), Trouble> {
    let folder = workspace.checkers();
    let stamp = folder.join("installed.txt");
    let wanted = CHECKERS.join("\n");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Installing the checkers: {}.", CHECKERS.join(", "));
    let mut venv = program(if cfg!(windows) { "python" } else { "python3" });
    run(venv.args(["-m", "venv", "--clear"]).arg(&folder))?;
    let mut pip = program(workspace.checker("python"));
    pip.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]);
    run(pip.args(CHECKERS))?;
    fs::write(&stamp, wanted).map_err(|e| {
        Trouble::new(format!(
            "{} cannot be written ({e}).",
            workspace.checkers().display()
        ))
    })
}
