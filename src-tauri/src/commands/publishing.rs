//! Local editions of the directory: proposing, approving and installing them.

use desk::{Fault, InstalledEdition, LocalEditionPage, ProposedEdition};
use tauri::State;

use crate::app::App;

/// The largest file that is read: 32 MiB.
const LARGEST: u64 = 32 * 1024 * 1024;

/// What the files are called.
const ENDING: &str = "sederunt-directory";

/// Lets the person choose where, and writes what was changed here as a local edition that they
/// propose; none where nothing was chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn propose_local_edition(
    office: String,
    app: State<'_, App>,
) -> Result<Option<ProposedEdition>, Fault> {
    app.at_desk(|desk| desk.may_propose(&office))?;
    let Some(chosen) = destination("Write the local edition", "directory-proposed").await else {
        return Ok(None);
    };
    let (mut proposed, bytes) = app.at_desk(|desk| desk.propose_local_edition(&office))?;
    vault::write_durably(chosen.path(), &bytes).map_err(|_| Fault::FileNotWritten)?;
    proposed.file = chosen.file_name();
    Ok(Some(proposed))
}

/// Lets the person choose a local edition and says what it would change; none where nothing was
/// chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_local_edition(
    app: State<'_, App>,
) -> Result<Option<LocalEditionPage>, Fault> {
    let chosen = rfd::AsyncFileDialog::new()
        .set_title("Choose a local edition")
        .add_filter("Local editions", &[ENDING])
        .pick_file()
        .await;
    let Some(chosen) = chosen else {
        return Ok(None);
    };
    let unread = || Fault::BadInput {
        field: "file".into(),
    };
    let size = std::fs::metadata(chosen.path())
        .map_err(|_| unread())?
        .len();
    if size > LARGEST {
        return Err(unread());
    }
    let bytes = std::fs::read(chosen.path()).map_err(|_| unread())?;
    let name = chosen.file_name();
    let mut page = app.at_desk(|desk| desk.read_local_edition(&name, &bytes))?;
    page.token = app.hold(name, bytes);
    Ok(Some(page))
}

/// Lets the person choose where, and writes the local edition that was read with their approval;
/// none where nothing was chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn approve_local_edition(
    token: u32,
    compared: bool,
    app: State<'_, App>,
) -> Result<Option<ProposedEdition>, Fault> {
    let held = app.held(token)?;
    let Some(chosen) = destination("Write the approved edition", "directory-approved").await else {
        return Ok(None);
    };
    let (mut approved, bytes) =
        app.at_desk(|desk| desk.approve_local_edition(&held.bytes, compared))?;
    vault::write_durably(chosen.path(), &bytes).map_err(|_| Fault::FileNotWritten)?;
    approved.file = chosen.file_name();
    Ok(Some(approved))
}

/// Installs the local edition that was read.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn install_local_edition(
    token: u32,
    compared: bool,
    theirs: bool,
    app: State<'_, App>,
) -> Result<InstalledEdition, Fault> {
    let held = app.held(token)?;
    app.at_desk(|desk| desk.install_local_edition(&held.name, &held.bytes, compared, theirs))
}

async fn destination(title: &str, name: &str) -> Option<rfd::FileHandle> {
    rfd::AsyncFileDialog::new()
        .set_title(title)
        .set_file_name(format!("{name}.{ENDING}"))
        .add_filter("Local editions", &[ENDING])
        .save_file()
        .await
}
