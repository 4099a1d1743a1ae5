//! The store whose directory is asked for: the one named, or the window's own.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use desk::{Desk, Door, Fault, bundled_edition};
use vault::Cost;

use crate::arguments::{DirectoryStore, NamedStore};
use crate::ending::Ending;
use crate::store;
use crate::surroundings::Terminal;

/// The name of the window's folder among a person's own data.
const WINDOW: &str = "scot.sederunt.desktop";

/// Opens the store that is named, or else the window's own.
pub(crate) fn opened(at: &DirectoryStore) -> Result<(Door, Desk), Ending> {
    let Some(folder) = at.store.clone().or_else(window_folder) else {
        return Err(Ending::BadInput(
            "store: name the folder of the store.".into(),
        ));
    };
    if at.demonstration && !has_demonstration(&folder)? {
        return Err(Ending::BadInput(format!(
            "{}: there is no demonstration in this folder.",
            folder.display()
        )));
    }
    store::opened(&folder, at.demonstration)
}

/// Opens a store as [`opened`] does; where none is named and the window has none, the directory as
/// the program ships with it, which can be read and not changed.
pub(crate) fn opened_or_edition(at: &DirectoryStore) -> Result<(Door, Desk), Ending> {
    let named = at.store.is_some() || at.demonstration;
    let there =
        window_folder().is_some_and(|folder| door(&folder).is_ok_and(|door| door.has_store()));
    if named || there {
        return opened(at);
    }
    let door = door(Path::new("."))?;
    let desk = door.look_up_desk()?;
    Ok((door, desk))
}

/// Opens the store that is named; where none is, the directory as the program ships with it, for
/// holding a file against.
pub(crate) fn compared(at: &NamedStore) -> Result<(Door, Desk), Ending> {
    named_or(at, Door::comparing_desk)
}

/// Opens the store that is named; where none is, the directory as the program ships with it.
pub(crate) fn searched(at: &NamedStore) -> Result<(Door, Desk), Ending> {
    named_or(at, Door::look_up_desk)
}

fn named_or(
    at: &NamedStore,
    shipped: impl FnOnce(&Door) -> Result<Desk, Fault>,
) -> Result<(Door, Desk), Ending> {
    if at.store.is_some() {
        return opened(&DirectoryStore {
            store: at.store.clone(),
            demonstration: at.demonstration,
        });
    }
    let door = door(Path::new("."))?;
    let desk = shipped(&door)?;
    Ok((door, desk))
}

fn door(folder: &Path) -> Result<Door, Ending> {
    let edition = Arc::new(bundled_edition()?);
    let surroundings = Arc::new(Terminal { fixed: None });
    Ok(Door::new(folder, edition, surroundings, Cost::standard()))
}

fn has_demonstration(folder: &Path) -> Result<bool, Ending> {
    match door(folder)?.held_demonstration() {
        Ok(_) => Ok(true),
        Err(desk::Fault::NotFound) => Ok(false),
        Err(fault) => Err(fault.into()),
    }
}

/// Where the window keeps a person's store.
fn window_folder() -> Option<PathBuf> {
    let folder = |name: &str| {
        env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    let data = if cfg!(windows) {
        folder("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library/Application Support"))
    } else {
        folder("XDG_DATA_HOME").or_else(|| folder("HOME").map(|home| home.join(".local/share")))
    };
    data.map(|data| data.join(WINDOW))
}
