//! What `cargo xtask bench` asks of a directory of many entries that was kept for years: made, grown
//! and measured, each in a process of its own, so that the memory told is of the one thing alone.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use chrono::NaiveDate;
use desk::{ConfirmServices, Desk, Door, Fault, WorkListSearch, bundled_edition};
use directory::{CouncilId, CourtId, DirectorySearch, Entry, ServiceId, Sought};
use serde_json::json;
use vault::Cost;

use crate::Done;
use crate::arguments::BenchDirectory;
use crate::bench::spread;
use crate::ending::Ending;
use crate::invented;
use crate::surroundings::Terminal;

/// How many rows the page asks for first.
const SCREENFUL: u32 = 16;

/// What is typed: needs and groups in everyday words, places, names, and slips of the fingers.
const TYPED: [&str; 40] = [
    "women",
    "heroin",
    "drink",
    "housing",
    "homeless",
    "job",
    "debt",
    "anger",
    "domestic abuse",
    "shoplifting",
    "supervised bail",
    "tagged",
    "unpaid work",
    "caledonian",
    "mental health",
    "addiction",
    "mentoring",
    "young men",
    "veterans",
    "gambling",
    "throughcare",
    "coming out of prison",
    "needle exchange",
    "driving",
    "detox",
    "literacy",
    "fife",
    "glasgow",
    "dundee recovery",
    "women fife heroin",
    "accomodation",
    "alcahol",
    "homless",
    "suprevised bail",
    "voilence",
    "employmnet",
    "glasgow cirty drugs",
    "woman of 24, shoplifting and heroin, at risk of custody",
    "strathbalmor",
    "qqqqq",
];

/// How often what does not depend on words is asked.
const ASKED: usize = 25;

/// How many rows the window asks for at once.
const ROWS: u32 = 50;

/// Each entry that is confirmed at all is confirmed so often that three quarters of them make nine
/// tenths of the changes; the others were never confirmed, and wait on the work list.
const CONFIRMED: usize = 4;

pub(crate) fn run(wanted: &BenchDirectory) -> Done {
    match wanted {
        BenchDirectory::Begin {
            store,
            table,
            entries,
        } => begin(store, table, *entries),
        BenchDirectory::Grow { store, changes } => grow(store, *changes),
        BenchDirectory::Measure { store } => measure(store),
    }
}

/// Makes a demonstration to take entries into, and the table of them.
fn begin(store: &Path, table: &Path, entries: usize) -> Done {
    let door = door(store)?;
    door.erase_demonstration()?;
    let (_held, desk) = door.demonstration()?;
    let services = invented::services(desk.edition(), entries);
    let entries: Vec<Entry> = services.into_iter().map(Entry::of_edition).collect();
    let entries: Vec<&Entry> = entries.iter().collect();
    let written = exchange::write(
        &entries,
        &directory::Register::default(),
        exchange::Format::Csv,
    );
    fs::write(table, &written.bytes)
        .map_err(|_| Ending::Undone(format!("{} could not be written.", table.display())))?;
    desk.close()?;
    println!("{}", json!({ "table-bytes": written.bytes.len() }));
    Ok(())
}

/// Confirms entries again and again until the history has so many changes.
fn grow(store: &Path, wanted: usize) -> Done {
    let (_held, mut desk) = door(store)?.held_demonstration()?;
    let ids = invented_ids(&desk)?;
    let mut changes = ids.len();
    let mut round = 0;
    while changes < wanted {
        round += 1;
        let waiting = ids.iter().enumerate();
        let asked = waiting.filter(|(at, _)| at % CONFIRMED != 0);
        let ids: Vec<ServiceId> = asked
            .map(|(_, id)| id.clone())
            .take(wanted - changes)
            .collect();
        changes += ids.len();
        if ids.is_empty() {
            break;
        }
        let how = format!("By telephone, call {round}");
        desk.confirm_services(&ConfirmServices { ids, how })?;
    }
    desk.close()?;
    println!("{}", json!({ "changes": changes }));
    Ok(())
}

fn measure(store: &Path) -> Done {
    let bare = memory();
    let began = Instant::now();
    let (_held, desk) = door(store)?.held_demonstration()?;
    let opened = began.elapsed().as_micros();
    let open = memory();
    let places = places();
    let (mut plain, mut filtered) = (Vec::new(), Vec::new());
    let (mut rows, mut rows_filtered) = (Vec::new(), Vec::new());
    for words in TYPED {
        for end in ends(words) {
            for (at, place) in places.iter().enumerate() {
                let search = DirectorySearch {
                    words: words.get(..end).unwrap_or(words).to_owned(),
                    ..place.clone()
                };
                let whole = timed(|| desk.search_directory(&search))?;
                let first = DirectorySearch {
                    limit: SCREENFUL,
                    ..search
                };
                let first = timed(|| desk.directory_rows(&first))?;
                if at == 0 {
                    plain.push(whole);
                    rows.push(first);
                } else {
                    filtered.push(whole);
                    rows_filtered.push(first);
                }
            }
        }
    }
    let ids = invented_ids(&desk)?;
    // An odd step, so that entries that were confirmed and others come.
    let every = (ids.len() / ASKED) | 1;
    let some: Vec<&ServiceId> = ids.iter().step_by(every).take(ASKED).collect();
    let maps = ask(&places, |place| timed(|| desk.directory_map(place)))?;
    let work = ask(&[work_list()], |list| timed(|| desk.work_list(list)))?;
    let histories = some
        .iter()
        .map(|id| timed(|| desk.service_history(id)))
        .collect::<Result<Vec<_>, _>>()?;
    let pages = some
        .iter()
        .map(|id| timed(|| desk.service_page(id)))
        .collect::<Result<Vec<_>, _>>()?;
    let first = some.get(1).or(some.first());
    let history = first.map_or(Ok(0), |id| desk.service_history(id).map(|all| all.len()))?;
    let asked = json!({
        "entries": total(&desk)?,
        "history-of-one": history,
        "opening-us": opened,
        "search": spread(plain),
        "search-filtered": spread(filtered),
        "rows": spread(rows),
        "rows-filtered": spread(rows_filtered),
        "map": spread(maps),
        "work-list": spread(work),
        "history": spread(histories),
        "page": spread(pages),
        "memory-kb": { "bare": bare.0, "open": open.0, "after": memory().0, "peak": memory().1 },
    });
    desk.close()?;
    println!("{asked}");
    Ok(())
}

fn ask<T>(questions: &[T], one: impl FnMut(&T) -> Result<u128, Fault>) -> Result<Vec<u128>, Fault> {
    let again = questions.iter().cycle().take(questions.len() * ASKED);
    again.map(one).collect()
}

/// Microseconds until an answer is there; that it is let go of again is not counted.
fn timed<T>(act: impl FnOnce() -> Result<T, Fault>) -> Result<u128, Fault> {
    let began = Instant::now();
    let answer = act()?;
    let micros = began.elapsed().as_micros();
    drop(answer);
    Ok(micros)
}

/// Where each letter of some words ends.
fn ends(words: &str) -> impl Iterator<Item = usize> {
    words
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8())
}

/// No filter; a person at home; a court and a need.
fn places() -> [DirectorySearch; 3] {
    let everything = DirectorySearch {
        limit: ROWS,
        ..DirectorySearch::of_everything(today())
    };
    let at_home = DirectorySearch {
        council: Some(CouncilId("S12000047".to_owned())),
        person: Sought {
            sex: Some("female".to_owned()),
            age: Some(24),
            under_order: None,
        },
        ..everything.clone()
    };
    let at_court = DirectorySearch {
        court: Some(CourtId("SC-DUN".to_owned())),
        need: Some("O3".to_owned()),
        ..everything.clone()
    };
    [everything, at_home, at_court]
}

fn work_list() -> WorkListSearch {
    WorkListSearch {
        council: None,
        assurance: None,
        words: String::new(),
        from: 0,
        limit: ROWS,
    }
}

/// The invented entries. A search would leave out the families of which a delivery answers.
fn invented_ids(desk: &Desk) -> Result<Vec<ServiceId>, Fault> {
    let edition = desk.edition();
    let entries = total(desk)?.saturating_sub(edition.services.len());
    let services = invented::services(edition, entries).into_iter();
    Ok(services.map(|service| service.id).collect())
}

fn total(desk: &Desk) -> Result<usize, Fault> {
    let everything = DirectorySearch::of_everything(today());
    let found = desk.search_directory(&DirectorySearch {
        limit: 0,
        ..everything
    })?;
    Ok(usize::try_from(found.total).unwrap_or(usize::MAX))
}

fn door(store: &Path) -> Result<Door, Ending> {
    let edition = Arc::new(bundled_edition()?);
    let surroundings = Arc::new(Terminal { fixed: None });
    Ok(Door::new(store, edition, surroundings, Cost::standard()))
}

fn today() -> NaiveDate {
    use desk::Surroundings as _;
    desk::civil_date(Terminal { fixed: None }.now())
}

/// What this process holds, and the most it held, in kilobytes: only Linux tells.
fn memory() -> (u64, u64) {
    let told = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let number = |name: &str| {
        let line = told.lines().find_map(|line| line.strip_prefix(name));
        let number = line.and_then(|line| line.split_whitespace().next());
        number.and_then(|number| number.parse().ok()).unwrap_or(0)
    };
    (number("VmRSS:"), number("VmHWM:"))
}
