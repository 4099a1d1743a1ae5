//! Files that are taken into the directory: read in a child process, watched, cancelled, taken back.

use desk::{
    ColumnChoice, Fault, ImportBatch, ImportPreview, ImportProgress, ImportTaken, TextEncoding,
};
use tauri::State;
use uuid::Uuid;

use crate::app::App;

/// The largest file that is read: 64 MiB. What it may hold is bounded where it is read.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Lets the person choose a file and says what it would do; none where nothing was chosen or the
/// reading was cancelled. The desk is free while the file is opened.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_import(
    encoding: TextEncoding,
    app: State<'_, App>,
) -> Result<Option<ImportPreview>, Fault> {
    app.at_desk(|desk| desk.may_read_import())?;
    let chosen = rfd::AsyncFileDialog::new()
        .set_title("Choose a file for the directory")
        .add_filter("Tables and open data", &["csv", "xlsx", "json", "zip"])
        .pick_file()
        .await;
    let Some(chosen) = chosen else {
        return Ok(None);
    };
    let name = chosen.file_name();
    let path = chosen.path().to_owned();
    let program = app.program().to_owned();
    let watch = app.importing();
    watch.begin();
    let read = tokio::task::spawn_blocking(move || {
        let unread = || Fault::BadInput {
            field: "file".into(),
        };
        let size = std::fs::metadata(&path).map_err(|_| unread())?.len();
        if size > LARGEST {
            return Err(unread());
        }
        let bytes = std::fs::read(&path).map_err(|_| unread())?;
        let windows_1252 = encoding == TextEncoding::Windows1252;
        let opened = intake::open_table(&program, &bytes, windows_1252, &|| watch.is_cancelled());
        Ok(opened.map(|opened| (bytes, opened)))
    });
    let Some((bytes, opened)) = read.await.map_err(|_| Fault::Unforeseen)?? else {
        return Ok(None);
    };
    app.at_desk(|desk| desk.read_import(&name, &bytes, opened))
        .map(Some)
}

/// Reads a held file again with other columns, and with the contacts of open data or without.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_columns(
    token: u32,
    columns: Vec<ColumnChoice>,
    contacts: bool,
    app: State<'_, App>,
) -> Result<ImportPreview, Fault> {
    app.at_desk(|desk| desk.choose_columns(token, &columns, contacts))
}

/// Takes a held file in; none where it was cancelled, and nothing changed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_import(
    token: u32,
    theirs: bool,
    app: State<'_, App>,
) -> Result<Option<ImportTaken>, Fault> {
    let watch = app.importing();
    watch.begin();
    app.at_desk(|desk| desk.take_import(token, theirs, &mut |progress| watch.told(progress)))
}

/// How far the taking in of a file is. It waits for no desk, and for no thread that waits for one:
/// it is answered on the window's own.
#[tauri::command]
#[specta::specta]
pub(crate) fn import_progress(app: State<'_, App>) -> Result<ImportProgress, Fault> {
    Ok(app.importing().progress())
}

/// Cancels the reading or taking in of a file, which ends soon after. It waits as little as
/// [`import_progress`] does.
#[tauri::command]
#[specta::specta]
pub(crate) fn cancel_import(app: State<'_, App>) -> Result<(), Fault> {
    app.importing().cancel();
    Ok(())
}

/// Takes a file back out.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn undo_import(batch: Uuid, app: State<'_, App>) -> Result<ImportTaken, Fault> {
    app.at_desk(|desk| desk.undo_import(batch))
}

/// The files that were taken in.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn imports(app: State<'_, App>) -> Result<Vec<ImportBatch>, Fault> {
    app.at_desk(|desk| desk.imports())
}
