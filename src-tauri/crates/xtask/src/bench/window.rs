//! How soon the window shows something, and what memory it and its page take.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use crate::bench::figures::{median, milliseconds, write};
use crate::bench::running::Running;
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

/// Kilobytes held by the program and every process it started.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Memory {
    /// Resident, pages shared between processes counted in each.
    rss: u64,
    /// Proportional: a shared page is counted once in all.
    pss: u64,
    processes: u64,
}

pub(crate) fn measure(workspace: &Workspace, out: &Path, runs: usize) -> Result<String, Trouble> {
    if !cfg!(target_os = "linux") {
        return Err(Trouble::new("The window is measured only on Linux."));
    }
    let headless = Headless::start()?;
    let mut starts = Vec::new();
    for _ in 0..runs {
        starts.push(start(workspace, &headless)?);
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
        &out.join("window.json"),
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

fn start(workspace: &Workspace, headless: &Headless) -> Result<Start, Trouble> {
    let begun = Instant::now();
    let mut window = Running::start(workspace, headless)?;
    let own = window.first_paint()?;
    let whole = begun.elapsed();
    thread::sleep(REST);
    let memory = memory_of(window.process());
    Ok(Start { whole, own, memory })
}

fn memory_of(root: u32) -> Memory {
    let processes = family(root, &parents());
    let mut memory = Memory::default();
    for process in processes {
        let Ok(rollup) = fs::read_to_string(format!("/proc/{process}/smaps_rollup")) else {
            continue;
        };
        memory.rss += kilobytes(&rollup, "Rss:");
        memory.pss += kilobytes(&rollup, "Pss:");
        memory.processes += 1;
    }
    memory
}

/// Gives each process with the process that started it.
fn parents() -> Vec<(u32, u32)> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let stats = entries.filter_map(|e| fs::read_to_string(e.path().join("stat")).ok());
    stats.filter_map(|stat| parent_in(&stat)).collect()
}

/// Reads `12 (name) S 7 …`; the name may hold spaces and brackets.
fn parent_in(stat: &str) -> Option<(u32, u32)> {
    let (process, _) = stat.split_once(" (")?;
    let (_, after) = stat.rsplit_once(") ")?;
    let parent = after.split(' ').nth(1)?;
    Some((process.parse().ok()?, parent.parse().ok()?))
}

fn family(root: u32, parents: &[(u32, u32)]) -> Vec<u32> {
    let mut family = vec![root];
    let mut at = 0;
    while let Some(&member) = family.get(at) {
        let children = parents.iter().filter(|(_, parent)| *parent == member);
        family.extend(children.map(|(child, _)| *child));
        at += 1;
    }
    family
}

fn kilobytes(rollup: &str, field: &str) -> u64 {
    let line = rollup.lines().find_map(|line| line.strip_prefix(field));
    let number = line.and_then(|line| line.split_whitespace().next());
    number
        .and_then(|number| number.parse().ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_tells_its_parent_whatever_its_name() {
        assert_eq!(parent_in("12 (WebKit (web) x) S 7 12 12 0"), Some((12, 7)));
        assert_eq!(parent_in("nonsense"), None);
    }

    #[test]
    fn a_family_reaches_to_grandchildren() {
        let parents = [(2, 1), (3, 2), (4, 9), (5, 1)];

        assert_eq!(family(1, &parents), [1, 2, 5, 3]);
    }

    #[test]
    fn memory_is_read_by_name() {
        let rollup = "Rss:      2048 kB\nPss:       512 kB\nPss_Dirty:  40 kB\n";

        assert_eq!(kilobytes(rollup, "Rss:"), 2048);
        assert_eq!(kilobytes(rollup, "Pss:"), 512);
        assert_eq!(kilobytes(rollup, "Swap:"), 0);
    }
}
