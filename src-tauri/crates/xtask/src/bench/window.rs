//! How soon the window shows something, and what memory it and its page take.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use crate::bench::figures::{median, milliseconds, write};
use crate::bench::memory::{Memory, memory_of};
use crate::bench::running::{Running, Store};
use crate::headless::Headless;
use crate::trouble::Trouble;
use crate::workspace::Workspace;

/// Memory is read once the page has come to rest.
const REST: Duration = Duration::from_secs(3);

/// What one start showed.
#[derive(Debug, Clone, Copy)]
struct Start {
    /// From starting the program to hearing of the first paint.
    whole: Duration,
    /// What the program says it took, in milliseconds.
    own: u64,
    memory: Memory,
}

/// Starts the window on the demonstration and tells what that took.
pub(crate) fn measure(workspace: &Workspace, out: &Path, runs: usize) -> Result<String, Trouble> {
    measure_on(workspace, out, (runs, Store::Demonstration), "window")
}

/// Starts the window so many times on a store, and keeps the figures under a name.
pub(crate) fn measure_on(
    workspace: &Workspace,
    out: &Path,
    (runs, store): (usize, Store<'_>),
    name: &str,
) -> Result<String, Trouble> {
    if !cfg!(target_os = "linux") {
        return Err(Trouble::new("The window is measured only on Linux."));
    }
    let headless = Headless::start()?;
    let mut starts = Vec::new();
    for _ in 0..runs {
        starts.push(start(workspace, &headless, store)?);
    }
    let whole: Vec<Duration> = starts.iter().map(|s| s.whole).collect();
    let middle = |figure: fn(&Start) -> u64| {
        let figures: Vec<u64> = starts.iter().map(figure).collect();
        median(&figures).unwrap_or_default()
    };
    let whole = milliseconds(median(&whole).unwrap_or_default());
    let own = middle(|s| s.own);
    let (rss, pss) = (middle(|s| s.memory.rss), middle(|s| s.memory.pss));
    let processes = middle(|s| s.memory.processes);
    write(
        &out.join(format!("{name}.json")),
        &format!(
            "{{ \"runs\": {runs}, \"start_to_first_paint_ms\": {whole:.1}, \"own_first_paint_ms\": {own}, \
             \"rss_kb\": {rss}, \"pss_kb\": {pss}, \"processes\": {processes} }}\n"
        ),
    )?;
    Ok(format!(
        "Median of {runs} starts, under a software-drawn display:\n\
         \x20 first paint    {whole:>7.0} ms from starting the program ({own} ms by its own count)\n\
         \x20 memory         {:>7} MB proportional, {} MB resident, in {processes} processes",
        pss / 1024,
        rss / 1024,
    ))
}

fn start(workspace: &Workspace, headless: &Headless, store: Store<'_>) -> Result<Start, Trouble> {
    let begun = Instant::now();
    let mut window = Running::start(workspace, headless, store)?;
    let own = window.first_paint()?;
    let whole = begun.elapsed();
    thread::sleep(REST);
    let memory = memory_of(window.process());
    Ok(Start { whole, own, memory })
}
