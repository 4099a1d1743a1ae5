//! Conferences.

use casework::{ConferenceId, ConferenceRecord, Rev};
use desk::{
    ConferencePage, ConferenceRow, ConferenceSaved, Fault, MeetingTypeRow, NewConference, Preview,
};
use tauri::State;

use crate::app::App;

/// Every conference the person may read.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn conferences(app: State<'_, App>) -> Result<Vec<ConferenceRow>, Fault> {
    app.at_desk(|desk| desk.conferences())
}

/// A conference's page.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn conference_page(
    id: ConferenceId,
    app: State<'_, App>,
) -> Result<ConferencePage, Fault> {
    app.at_desk(|desk| desk.conference_page(id))
}

/// Convenes a conference.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_conference(
    new_conference: NewConference,
    app: State<'_, App>,
) -> Result<ConferenceRecord, Fault> {
    app.at_desk(|desk| desk.add_conference(new_conference))
}

/// Saves a conference over the revision that was seen.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_conference(
    record: ConferenceRecord,
    app: State<'_, App>,
) -> Result<ConferenceSaved, Fault> {
    app.at_desk(|desk| desk.save_conference(&record))
}

/// Builds the next edition of the pack.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn build_pack(
    id: ConferenceId,
    rev: Rev,
    app: State<'_, App>,
) -> Result<Preview, Fault> {
    app.at_desk(|desk| desk.build_pack(id, rev))
}

/// A pack that was built, as it was built.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn preview_pack(
    id: ConferenceId,
    edition: String,
    app: State<'_, App>,
) -> Result<Preview, Fault> {
    app.at_desk(|desk| desk.preview_pack(id, &edition))
}

/// The minute as it stands.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn preview_minutes(id: ConferenceId, app: State<'_, App>) -> Result<Preview, Fault> {
    app.at_desk(|desk| desk.preview_minutes(id))
}

/// The types of meeting that one may convene.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn meeting_types(app: State<'_, App>) -> Result<Vec<MeetingTypeRow>, Fault> {
    app.at_desk(|desk| desk.meeting_types())
}
