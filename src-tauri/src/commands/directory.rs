//! The directory: its map, its upkeep, its gaps, and what comes into it and goes out of it.

use chrono::NaiveDate;
use desk::{
    ConfirmServices, ExportFormat, Exported, Fault, GapSearch, Gaps, HistoryLine, Letter, NewGap,
    Preview, SaveService, ServiceNote, ServicePage, ServiceSaved, WorkList, WorkListSearch,
};
use directory::{ChangeId, DirectorySearch, GapId, ServiceId, TileMap};
use tauri::State;

use crate::app::App;

/// Coverage by council.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn directory_map(
    search: DirectorySearch,
    app: State<'_, App>,
) -> Result<TileMap, Fault> {
    app.at_desk(|desk| desk.directory_map(&search))
}

/// The tile map and its table as a document.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn print_map(search: DirectorySearch, app: State<'_, App>) -> Result<Preview, Fault> {
    app.at_desk(|desk| desk.print_map(&search))
}

/// A service as a sheet of one page.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn print_service(id: ServiceId, app: State<'_, App>) -> Result<Preview, Fault> {
    app.at_desk(|desk| desk.print_service(&id))
}

/// Keeps a service that was changed or written here.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_service(
    wanted: SaveService,
    app: State<'_, App>,
) -> Result<ServiceSaved, Fault> {
    app.at_desk(|desk| desk.save_service(&wanted))
}

/// Notes that a post confirmed entries.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn confirm_services(
    wanted: ConfirmServices,
    app: State<'_, App>,
) -> Result<Vec<ChangeId>, Fault> {
    app.at_desk(|desk| desk.confirm_services(&wanted))
}

/// Marks a service as ended.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn close_service(
    id: ServiceId,
    rev: u32,
    on: NaiveDate,
    app: State<'_, App>,
) -> Result<ServiceSaved, Fault> {
    app.at_desk(|desk| desk.close_service(&id, rev, on))
}

/// Keeps what stays here beside a service.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn keep_service_note(
    note: ServiceNote,
    app: State<'_, App>,
) -> Result<ServicePage, Fault> {
    app.at_desk(|desk| desk.keep_service_note(&note))
}

/// What was done to an entry.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn service_history(
    id: ServiceId,
    app: State<'_, App>,
) -> Result<Vec<HistoryLine>, Fault> {
    app.at_desk(|desk| desk.service_history(&id))
}

/// Takes one change back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_back_change(
    change: ChangeId,
    app: State<'_, App>,
) -> Result<ServicePage, Fault> {
    app.at_desk(|desk| desk.take_back_change(change))
}

/// The entries that are to be confirmed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn work_list(search: WorkListSearch, app: State<'_, App>) -> Result<WorkList, Fault> {
    app.at_desk(|desk| desk.work_list(&search))
}

/// Words that ask a provider to confirm.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn confirmation_letter(
    ids: Vec<ServiceId>,
    app: State<'_, App>,
) -> Result<Letter, Fault> {
    app.at_desk(|desk| desk.confirmation_letter(&ids))
}

/// Notes that nothing suitable was there.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn note_gap(gap: NewGap, app: State<'_, App>) -> Result<GapId, Fault> {
    app.at_desk(|desk| desk.note_gap(&gap))
}

/// Gaps, counted and listed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn gaps(search: GapSearch, app: State<'_, App>) -> Result<Gaps, Fault> {
    app.at_desk(|desk| desk.gaps(&search))
}

/// Lets the person choose where, and writes what a search leaves; none where nothing was chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_directory(
    search: DirectorySearch,
    format: ExportFormat,
    contacts: bool,
    app: State<'_, App>,
) -> Result<Option<Exported>, Fault> {
    let (name, ending) = match format {
        ExportFormat::Csv => ("directory.csv", "csv"),
        ExportFormat::Hsds => ("directory-hsds.json", "json"),
        ExportFormat::HsdsUk => ("directory-hsds-uk.json", "json"),
    };
    let chosen = rfd::AsyncFileDialog::new()
        .set_title("Write the directory to a file")
        .set_file_name(name)
        .add_filter("The format chosen", &[ending])
        .save_file()
        .await;
    let Some(chosen) = chosen else {
        return Ok(None);
    };
    let (mut exported, bytes) =
        app.at_desk(|desk| desk.export_directory(&search, format, contacts))?;
    vault::write_durably(chosen.path(), &bytes).map_err(|_| Fault::FileNotWritten)?;
    exported.file = chosen.file_name();
    Ok(Some(exported))
}
