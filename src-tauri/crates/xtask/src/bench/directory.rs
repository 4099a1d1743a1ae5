//! A directory as large as it may come to be: twenty thousand invented entries and two hundred
//! thousand changes of them, taken in, opened, searched and shown.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::bench::figures::{milliseconds, number_in, write};
use crate::bench::memory::{Memory, memory_of};
use crate::bench::painted::{self, Typing};
use crate::bench::running::Store;
use crate::bench::screen::{Folder, Region};
use crate::bench::window;
use crate::program::{listen, program};
use crate::trouble::Trouble;
use crate::workspace::Workspace;

/// How many entries and changes the program is made for.
const ENTRIES: usize = 20_000;
const CHANGES: usize = 200_000;

/// Between two looks at the memory of what takes a file in.
const BLINK: Duration = Duration::from_millis(25);

/// Where the rows of the list stand, below the box in which the keys are echoed and the counts.
const ROWS: Region = Region {
    left: 230,
    top: 285,
    right: 620,
    bottom: 700,
};

/// What people type for what they look for, in everyday words, with a slip here and there.
const TYPED: [&str; 14] = [
    "women",
    "heroin",
    "drink",
    "housing",
    "homeless",
    "domestic",
    "shoplifting",
    "mental health",
    "mentoring",
    "throughcare",
    "glasgow",
    "accomodation",
    "voilence",
    "unpaid work",
];

/// Makes the store, and measures each thing in a process of its own.
pub(crate) fn measure(workspace: &Workspace, out: &Path, runs: usize) -> Result<String, Trouble> {
    let folder = Folder::named(out, "directory-store")?;
    let errand = Errand {
        cli: workspace.built("sederunt-cli", true),
        store: folder.path().to_owned(),
        table: folder.path().join("directory.csv"),
    };
    errand.begin()?;
    let (dry, _) = errand.import(true)?;
    let (taken, memory) = errand.import(false)?;
    errand.grow()?;
    let json = errand.ask()?;
    write(&out.join("directory.json"), &json)?;
    let mut told = format!(
        "{ENTRIES} entries and {CHANGES} changes.\n\
         \x20 import         {:>7.0} ms, of which looking at it first {:.0} ms; {} MB at most\n{}",
        milliseconds(taken),
        milliseconds(dry),
        memory.rss / 1024,
        core_in_words(&json),
    );
    told.push_str(&shown(workspace, out, runs, folder.path()));
    Ok(told)
}

/// The window on that store. Where there can be none, the rest is told all the same.
fn shown(workspace: &Workspace, out: &Path, runs: usize, folder: &Path) -> String {
    let store = Store::In(folder);
    let keys = Typing {
        name: "directory-painted",
        what: "the directory",
        to: "ctrl+4",
        rows: ROWS,
        words: &TYPED,
    };
    let window = window::measure_on(workspace, out, (runs, store), "directory-window");
    let painted = painted::measure_on(workspace, out, &keys, store);
    let words = [window, painted].map(|told| told.unwrap_or_else(|why| why.to_string()));
    format!("\n{}", words.join("\n"))
}

/// The command line at work on the one store.
struct Errand {
    cli: PathBuf,
    store: PathBuf,
    table: PathBuf,
}

impl Errand {
    fn begin(&self) -> Result<(), Trouble> {
        let mut command = self.bench("begin");
        command.arg("--table").arg(&self.table);
        command.arg("--entries").arg(ENTRIES.to_string());
        listen(&mut command).map(drop)
    }

    fn grow(&self) -> Result<(), Trouble> {
        let mut command = self.bench("grow");
        command.arg("--changes").arg(CHANGES.to_string());
        listen(&mut command).map(drop)
    }

    fn ask(&self) -> Result<String, Trouble> {
        listen(&mut self.bench("measure"))
    }

    fn bench(&self, verb: &str) -> Command {
        let mut command = program(&self.cli);
        command.arg("bench-directory").arg(verb);
        command.arg("--store").arg(&self.store);
        command
    }

    /// Takes the table in, as anybody does, or only looks at it; gives the time and the most memory
    /// that it and what it started held.
    fn import(&self, dry: bool) -> Result<(Duration, Memory), Trouble> {
        let mut command = program(&self.cli);
        command.args(["directory", "import"]).arg(&self.table);
        if dry {
            command.arg("--dry-run");
        } else {
            command.arg("--store").arg(&self.store);
            command.arg("--demonstration");
        }
        watched(&mut command)
    }
}

fn watched(command: &mut Command) -> Result<(Duration, Memory), Trouble> {
    command.stdin(Stdio::null()).stdout(Stdio::null());
    let begun = Instant::now();
    let failed = |why: String| Trouble::new(format!("The table was not taken in ({why})."));
    let mut child = command.spawn().map_err(|e| failed(e.to_string()))?;
    let mut most = Memory::default();
    let status = loop {
        let ended = child.try_wait().map_err(|e| failed(e.to_string()))?;
        if let Some(status) = ended {
            break status;
        }
        let now = memory_of(child.id());
        if now.rss > most.rss {
            most = now;
        }
        thread::sleep(BLINK);
    };
    if status.success() {
        Ok((begun.elapsed(), most))
    } else {
        Err(failed(status.to_string()))
    }
}

/// What the command line measured in itself, a line for each thing.
fn core_in_words(json: &str) -> String {
    let ms = |part: &str, share: &str| {
        let micros = number_in(json, &[part, share]).unwrap_or_default();
        // Tenths of milliseconds are as fine as a person compares.
        format!("{}.{}", micros / 1000, micros % 1000 / 100)
    };
    let mb = |when: &str| number_in(json, &["memory-kb", when]).unwrap_or_default() / 1024;
    let opening = number_in(json, &["opening-us"]).unwrap_or_default() / 1000;
    // Writing to a string does not fail.
    let mut lines = format!("  opening        {opening:>7} ms\n");
    for (part, name) in [
        ("rows", "a key's rows"),
        ("rows-filtered", "with filters"),
        ("search", "a whole answer"),
        ("search-filtered", "with filters"),
        ("map", "the map"),
        ("work-list", "the work list"),
        ("history", "a history"),
        ("page", "an entry"),
    ] {
        let [middle, most, longest] = ["p50-us", "p95-us", "max-us"].map(|share| ms(part, share));
        let _ = writeln!(
            lines,
            "  {name:<14} {middle:>7} ms p50, {most} ms p95, {longest} ms longest"
        );
    }
    let _ = write!(
        lines,
        "  memory         {:>7} MB before the store, {} MB with it, {} MB after all that, {} MB at most",
        mb("bare"),
        mb("open"),
        mb("after"),
        mb("peak"),
    );
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_command_line_tells_is_told_in_milliseconds_and_megabytes() {
        let json = r#"{"memory-kb":{"open":102400},"opening-us":912345,
            "rows":{"max-us":21000,"p50-us":1250,"p95-us":9999}}"#;

        let told = core_in_words(json);

        assert!(told.contains("opening            912 ms"), "{told}");
        assert!(
            told.contains("a key's rows       1.2 ms p50, 9.9 ms p95, 21.0 ms longest"),
            "{told}"
        );
        assert!(told.contains("100 MB with it"), "{told}");
    }
}
