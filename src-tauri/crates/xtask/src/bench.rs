//! Figures a person can compare: times, memory and ratios. They are told, never judged.

mod directory;
mod figures;
mod keystrokes;
mod memory;
mod painted;
mod report;
mod report_text;
mod running;
mod screen;
mod window;

use std::fs;

use crate::errand::Bench;
use crate::run::{build, build_page};
use crate::set_up::{self, Purpose};
use crate::trouble::Trouble;
use crate::workspace::Workspace;

/// A thing that is measured: its name, and how.
type Part<'a> = (&'static str, &'a dyn Fn() -> Result<String, Trouble>);

/// Measures each thing in turn; one that cannot be measured here is told and passed over.
pub(crate) fn bench(workspace: &Workspace, asked: &Bench) -> Result<(), Trouble> {
    let runs = asked.runs;
    if !asked.as_built {
        set_up::set_up(workspace, Purpose::Tests)?;
        build_page(workspace)?;
        build(workspace, true, &["sederunt", "sederunt-cli"])?;
    }
    let out = workspace.target().join("bench");
    fs::create_dir_all(&out)
        .map_err(|e| Trouble::new(format!("{} cannot be written ({e}).", out.display())))?;
    let parts: [Part<'_>; 5] = [
        ("A 20-page report", &|| {
            report::measure(workspace, &out, runs)
        }),
        ("Look-up key by key, and the law, in microseconds", &|| {
            keystrokes::measure(workspace, &out)
        }),
        ("The window", &|| window::measure(workspace, &out, runs)),
        ("From a key to the list on the screen", &|| {
            painted::measure(workspace, &out)
        }),
        ("A large directory", &|| {
            directory::measure(workspace, &out, runs)
        }),
    ];
    let wanted = parts.iter().filter(|(what, _)| {
        let only = asked.only.as_ref().map(|words| words.to_lowercase());
        only.is_none_or(|words| what.to_lowercase().contains(&words))
    });
    for (what, measure) in wanted {
        println!("\n━━ {what}");
        match measure() {
            Ok(words) => println!("{words}"),
            Err(trouble) => println!("Not measured.\n{trouble}"),
        }
    }
    println!("\nThe same figures as JSON are in {}.", out.display());
    Ok(())
}
