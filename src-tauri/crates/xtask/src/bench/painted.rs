//! From a key to the new list on the screen: the real window, real keys, real pixels.

use std::io::Write as _;
use std::path::Path;
use std::process::{Child, ChildStdin, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::bench::figures::{milliseconds, write};
use crate::bench::running::{Running, Store};
use crate::bench::screen::{Folder, Region, Screen};
use crate::headless::Headless;
use crate::program::program;
use crate::trouble::Trouble;
use crate::workspace::Workspace;

/// Where the rows of the menu stand, without the box in which the keys are echoed.
const ROWS: Region = Region {
    left: 230,
    top: 330,
    right: 520,
    bottom: 700,
};

/// Where anything of a screen stands.
const SCREEN: Region = Region {
    left: 210,
    top: 80,
    right: 1190,
    bottom: 760,
};

/// A key that changed nothing by now will not: the same options answer it.
const UNCHANGED: Duration = Duration::from_millis(400);

/// The picture is at rest when it has not changed for so long.
const REST: Duration = Duration::from_millis(250);

/// Between two looks.
const BLINK: Duration = Duration::from_micros(500);

/// What people type for what they look for.
const TYPED: [&str; 12] = [
    "supervised",
    "tag",
    "curfew",
    "undertaking",
    "remand",
    "witness",
    "hospital",
    "fiscal",
    "appeal",
    "release",
    "reports",
    "drug",
];

/// What is typed into which list.
pub(crate) struct Typing {
    /// The name under which the figures are kept.
    pub(crate) name: &'static str,
    /// The list, in words.
    pub(crate) what: &'static str,
    /// The key that leads to it.
    pub(crate) to: &'static str,
    /// Where its rows stand.
    pub(crate) rows: Region,
    /// What is typed.
    pub(crate) words: &'static [&'static str],
}

/// Types into the menu of bail options and tells how soon each key had changed the list.
pub(crate) fn measure(workspace: &Workspace, out: &Path) -> Result<String, Trouble> {
    let bail = Typing {
        name: "painted",
        what: "the list of bail options",
        to: "ctrl+2",
        rows: ROWS,
        words: &TYPED,
    };
    measure_on(workspace, out, &bail, Store::Demonstration)
}

/// Types into a list of a store and tells how soon each key had changed it.
pub(crate) fn measure_on(
    workspace: &Workspace,
    out: &Path,
    typing: &Typing,
    store: Store<'_>,
) -> Result<String, Trouble> {
    if !cfg!(target_os = "linux") {
        return Err(Trouble::new("Keys are measured only on Linux."));
    }
    let folder = Folder::below(out)?;
    let headless = Headless::start_drawing_in(folder.path())?;
    let mut window = Running::start(workspace, &headless, store)?;
    window.first_paint()?;
    let mut screen = Screen::open(folder.path())?;
    let mut keys = Keys::start(&headless)?;
    at_rest(&mut screen, SCREEN)?;
    keys.press(typing.to)?;
    at_rest(&mut screen, SCREEN)?;

    let mut times = Vec::new();
    let mut unchanged = 0;
    for word in typing.words {
        for letter in word.chars() {
            let key = if letter == ' ' {
                "space".to_owned()
            } else {
                letter.to_string()
            };
            match pressed(&mut screen, &mut keys, (&key, typing.rows))? {
                Some(time) => times.push(milliseconds(time)),
                None => unchanged += 1,
            }
        }
        keys.press("Escape")?;
        at_rest(&mut screen, SCREEN)?;
    }
    told(out, typing, (&mut times, unchanged))
}

/// Presses a key and waits until the rows have changed; none where they do not.
fn pressed(
    screen: &mut Screen,
    keys: &mut Keys,
    (key, rows): (&str, Region),
) -> Result<Option<Duration>, Trouble> {
    let before = at_rest(screen, rows)?;
    let begun = Instant::now();
    keys.press(key)?;
    while begun.elapsed() < UNCHANGED {
        if screen.look(rows)? != before {
            return Ok(Some(begun.elapsed()));
        }
        thread::sleep(BLINK);
    }
    Ok(None)
}

/// Waits until a part of the screen has come to rest, and gives it.
fn at_rest(screen: &mut Screen, region: Region) -> Result<Vec<u8>, Trouble> {
    let mut seen = screen.look(region)?;
    let mut since = Instant::now();
    while since.elapsed() < REST {
        thread::sleep(Duration::from_millis(5));
        let now = screen.look(region)?;
        if now != seen {
            seen = now;
            since = Instant::now();
        }
    }
    Ok(seen)
}

fn told(
    out: &Path,
    typing: &Typing,
    (times, unchanged): (&mut [f64], usize),
) -> Result<String, Trouble> {
    times.sort_by(f64::total_cmp);
    let at = |hundredth: usize| {
        let place = times.len().saturating_sub(1) * hundredth / 100;
        times.get(place).copied()
    };
    let (Some(middle), Some(most), Some(longest)) = (at(50), at(95), at(100)) else {
        return Err(Trouble::new("No key changed the list."));
    };
    let keys = times.len();
    write(
        &out.join(format!("{}.json", typing.name)),
        &format!(
            "{{ \"keys\": {keys}, \"unchanged\": {unchanged}, \"p50_ms\": {middle:.1}, \
             \"p95_ms\": {most:.1}, \"longest_ms\": {longest:.1} }}\n"
        ),
    )?;
    Ok(format!(
        "{keys} keys that changed {} ({unchanged} did not), from the key to the first new \
         pixel:\n  p50 {middle:.0} ms, p95 {most:.0} ms, longest {longest:.0} ms",
        typing.what
    ))
}

/// A keyboard of the display. It takes one line for each key, so that no program is started while
/// time runs.
struct Keys {
    child: Child,
    lines: ChildStdin,
}

impl Keys {
    fn start(headless: &Headless) -> Result<Self, Trouble> {
        let mut command = program("xdotool");
        command.arg("-").stdin(Stdio::piped()).stdout(Stdio::null());
        let failed = || Trouble::new("xdotool did not start.");
        let mut child = headless.host(&mut command).spawn().map_err(|_| failed())?;
        let lines = child.stdin.take().ok_or_else(failed)?;
        Ok(Self { child, lines })
    }

    fn press(&mut self, key: &str) -> Result<(), Trouble> {
        let line = format!("key --delay 0 {key}\n");
        let sent = self.lines.write_all(line.as_bytes());
        sent.and_then(|()| self.lines.flush())
            .map_err(|e| Trouble::new(format!("The key could not be pressed ({e}).")))
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        // It may have ended by itself; either way nothing is left running.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
