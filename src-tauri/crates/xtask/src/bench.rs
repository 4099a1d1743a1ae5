//! Figures a person can compare: times, memory and ratios. They are told, never judged.

mod figures;
mod keystrokes;
mod painted;
mod report;
mod report_text;
mod running;
mod screen;
mod window;

use std::fs;

use crate::run::{build, build_page};
use crate::set_up::{self, Purpose};
use crate::trouble::Trouble;
use crate::workspace::Workspace;

/// Measures each thing in turn; one that cannot be measured here is told and passed over.
pub(crate) fn bench(workspace: &Workspace, runs: usize) -> Result<(), Trouble> {
    set_up::set_up(workspace, Purpose::Tests)?;
    build_page(workspace)?;
    build(workspace, true, &["sederunt", "sederunt-cli"])?;
    let out = workspace.target().join("bench");
    fs::create_dir_all(&out)
        .map_err(|e| Trouble::new(format!("{} cannot be written ({e}).", out.display())))?;
    let measured = [
        ("A 20-page report", report::measure(workspace, &out, runs)),
        (
            "Look-up key by key, and the law, in microseconds",
            keystrokes::measure(workspace, &out),
        ),
        ("The window", window::measure(workspace, &out, runs)),
        (
            "From a key to the list on the screen",
            painted::measure(workspace, &out),
        ),
    ];
    for (what, result) in measured {
        println!("\n━━ {what}");
        match result {
            Ok(words) => println!("{words}"),
            Err(trouble) => println!("Not measured.\n{trouble}"),
        }
    }
    println!("\nThe same figures as JSON are in {}.", out.display());
    Ok(())
}
