//! The upkeep of the directory beside its entries: how long confirmations hold, and what an entry
//! can name.

use desk::{
    EntryChoices, Fault, HistoryLine, OrganisationRow, OrganisationSaved, ReviewPeriod,
    SaveOrganisation, SetReviewPeriod,
};
use directory::{ChangeId, OrganisationId};
use tauri::State;

use crate::app::App;

/// How long a confirmation holds, by kind of service.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn review_periods(app: State<'_, App>) -> Result<Vec<ReviewPeriod>, Fault> {
    app.at_desk(|desk| desk.review_periods())
}

/// Sets how long a confirmation of a kind holds.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_review_period(
    wanted: SetReviewPeriod,
    app: State<'_, App>,
) -> Result<Vec<ReviewPeriod>, Fault> {
    app.at_desk(|desk| desk.set_review_period(&wanted))
}

/// What an entry can name.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn entry_choices(app: State<'_, App>) -> Result<EntryChoices, Fault> {
    app.at_desk(|desk| desk.entry_choices())
}

/// Keeps an organisation that was changed or written here.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_organisation(
    wanted: SaveOrganisation,
    app: State<'_, App>,
) -> Result<OrganisationSaved, Fault> {
    app.at_desk(|desk| desk.save_organisation(&wanted))
}

/// What was done to an organisation.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn organisation_history(
    id: OrganisationId,
    app: State<'_, App>,
) -> Result<Vec<HistoryLine>, Fault> {
    app.at_desk(|desk| desk.organisation_history(&id))
}

/// Takes the last change of an organisation back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_back_organisation(
    change: ChangeId,
    app: State<'_, App>,
) -> Result<Option<OrganisationRow>, Fault> {
    app.at_desk(|desk| desk.take_back_organisation(change))
}
