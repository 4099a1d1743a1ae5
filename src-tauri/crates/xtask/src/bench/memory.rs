//! What memory a program and everything it started hold: only Linux tells.

use std::fs;

/// Kilobytes held by a program and every process it started.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Memory {
    /// Resident, pages shared between processes counted in each.
    pub(crate) rss: u64,
    /// Proportional: a shared page is counted once in all.
    pub(crate) pss: u64,
    pub(crate) processes: u64,
}

pub(crate) fn memory_of(root: u32) -> Memory {
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
