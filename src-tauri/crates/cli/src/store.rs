//! `store`: looking after a store.

use std::io::{BufRead, stdin};
use std::path::Path;
use std::sync::Arc;

use desk::{Desk, Door, Unlocked, bundled_edition};
use vault::Cost;

use crate::Done;
use crate::arguments::Store;
use crate::ending::Ending;
use crate::surroundings::Terminal;

pub(crate) fn run(wanted: &Store) -> Done {
    match wanted {
        Store::Verify {
            folder,
            demonstration,
        } => verify(folder, *demonstration),
    }
}

fn verify(folder: &Path, demonstration: bool) -> Done {
    let (_door, mut desk) = opened(folder, demonstration)?;
    say(&desk.verify_store()?)
}

/// Opens a store, with the passphrase that is typed; a demonstration without one. The door keeps the
/// store from others for as long as it is held.
pub(crate) fn opened(folder: &Path, demonstration: bool) -> Result<(Door, Desk), Ending> {
    let surroundings = Arc::new(Terminal { fixed: None });
    let edition = Arc::new(bundled_edition()?);
    let mut door = Door::new(folder, edition, surroundings, Cost::standard());
    if demonstration {
        return Ok(door.held_demonstration()?);
    }
    if !door.has_store() {
        return Err(Ending::BadInput(format!(
            "{}: there is no store in this folder.",
            folder.display()
        )));
    }
    eprintln!("Type the passphrase, then Enter.");
    let mut typed = String::new();
    stdin()
        .lock()
        .read_line(&mut typed)
        .map_err(|_| Ending::BadInput("The passphrase could not be read.".into()))?;
    let (unlocked, desk) = door.unlock(typed.trim_end_matches(['\r', '\n']))?;
    let desk = desk.ok_or_else(|| Ending::Refused(refusal(&unlocked)))?;
    Ok((door, desk))
}

fn say(verdict: &desk::StoreVerdict) -> Done {
    if verdict.sound {
        println!(
            "The store is sound: every page, reference and {} audit entries were checked.",
            verdict.entries
        );
        Ok(())
    } else {
        Err(Ending::Refused(
            "The store is damaged. It was not changed. Copy its folder as it is to a safe place."
                .into(),
        ))
    }
}

fn refusal(unlocked: &Unlocked) -> String {
    match unlocked {
        Unlocked::Wrong { wait_seconds, .. } if *wait_seconds > 0 => {
            format!("That passphrase does not open the store. Wait {wait_seconds} seconds.")
        }
        Unlocked::Wrong { .. } => "That passphrase does not open the store.".into(),
        Unlocked::Wait { wait_seconds } => {
            format!("Too many wrong tries. Wait {wait_seconds} seconds.")
        }
        Unlocked::Open { .. } => "The store is open.".into(),
    }
}
