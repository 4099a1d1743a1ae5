//! Pictures of the real window for the manual, each after the keys that lead to it.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::headless::Headless;
use crate::program::{first_found, listen, program};
use crate::run::{build, build_page};
use crate::set_up::{self, Purpose};
use crate::trouble::Trouble;
use crate::workspace::Workspace;

/// A picture's name and the keys pressed before it is taken, each as xdotool writes it.
struct Scene {
    name: &'static str,
    keys: &'static [&'static str],
}

const SCENES: &[Scene] = &[
    scene("today", &["ctrl+1"]),
    scene("bail-options", &["ctrl+2"]),
    scene("disposals", &["ctrl+3"]),
    scene("directory", &["ctrl+4"]),
    scene("cases", &["ctrl+5"]),
    scene("conferences", &["ctrl+6"]),
    scene("actions", &["ctrl+7"]),
    scene("find-anything", &["ctrl+k"]),
];

const fn scene(name: &'static str, keys: &'static [&'static str]) -> Scene {
    Scene { name, keys }
}

/// How long the window may take to appear, and a picture to come to rest.
const PATIENCE: Duration = Duration::from_secs(30);
const REST: Duration = Duration::from_secs(3);
const PAUSE: Duration = Duration::from_millis(250);

pub(crate) fn screens(workspace: &Workspace, out: &Path) -> Result<(), Trouble> {
    set_up::set_up(workspace, Purpose::Tests)?;
    let camera = first_found(&["import"]).ok_or_else(|| {
        Trouble::new("Nothing here can take a picture of a window.")
            .next("Install ImageMagick: sudo apt-get install imagemagick")
    })?;
    build_page(workspace)?;
    build(workspace, false, &["sederunt"])?;
    fs::create_dir_all(out)
        .map_err(|e| Trouble::new(format!("{} cannot be written ({e}).", out.display())))?;
    let headless = Headless::start()?;
    let _window = Shown::open(workspace, &headless)?;
    for scene in SCENES {
        for key in scene.keys {
            listen(headless.host(program("xdotool").args(["key", key])))?;
        }
        let picture = out.join(format!("{}.png", scene.name));
        take(&picture, &|file| {
            let mut command = program(&camera);
            command.args(["-window", "root", "-strip"]).arg(file);
            listen(headless.host(&mut command)).map(drop)
        })?;
        println!("{}", picture.display());
    }
    Ok(())
}

/// The window on its display, ended when dropped.
struct Shown(Child);

impl Shown {
    /// Opens the window, waits until it is there, and gives it the keyboard.
    fn open(workspace: &Workspace, headless: &Headless) -> Result<Self, Trouble> {
        let mut command: Command = program(workspace.built("sederunt", false));
        command.arg("--demonstration").stdin(Stdio::null());
        let child = headless.host(&mut command).spawn();
        let child = child.map_err(|e| Trouble::new(format!("The window did not start ({e}).")))?;
        let shown = Self(child);
        let mut search = program("xdotool");
        search.args(["search", "--sync", "--onlyvisible", "--name", "Sederunt"]);
        search.args([
            "windowsize",
            "1280",
            "800",
            "windowmove",
            "0",
            "0",
            "windowfocus",
        ]);
        let mut limited = program("timeout");
        limited
            .arg(PATIENCE.as_secs().to_string())
            .arg(search.get_program());
        limited.args(search.get_args());
        listen(headless.host(&mut limited))
            .map_err(|_| Trouble::new("The window did not appear within half a minute."))?;
        Ok(shown)
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Takes a picture until two in a row are the same, or the patience for it ends.
fn take(picture: &Path, camera: &dyn Fn(&Path) -> Result<(), Trouble>) -> Result<(), Trouble> {
    let begun = Instant::now();
    let mut before = None;
    while begun.elapsed() < REST {
        thread::sleep(PAUSE);
        camera(picture)?;
        let now = fs::read(picture).ok();
        if now.is_some() && now == before {
            return Ok(());
        }
        before = now;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_picture_is_taken_again_until_it_rests() {
        let picture = std::env::temp_dir().join(format!("sederunt-rest-{}", std::process::id()));
        let taken = Cell::new(0);
        let camera = |file: &Path| {
            taken.set(taken.get() + 1);
            fs::write(file, taken.get().min(2).to_string()).unwrap();
            Ok(())
        };

        take(&picture, &camera).unwrap();

        assert_eq!(taken.get(), 3);
        fs::remove_file(&picture).unwrap();
    }

    #[test]
    fn every_picture_has_its_own_name() {
        let mut names: Vec<_> = SCENES.iter().map(|scene| scene.name).collect();
        names.sort_unstable();

        let doubled = names.windows(2).find(|pair| pair[0] == pair[1]);

        assert_eq!(doubled, None);
    }
}
