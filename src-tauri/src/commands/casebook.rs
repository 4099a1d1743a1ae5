//! Cases, the first screen, and looking after the store.

use casework::{CaseId, CaseRecord, Rev};
use desk::{CaseLaw, CasePage, CaseRow, CaseSaved, Fault, NewCase, StoreVerdict, Today};
use law::{Commitment, Facts};
use tauri::State;

use crate::app::App;

/// What waits today.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn today(app: State<'_, App>) -> Result<Today, Fault> {
    app.at_desk(|desk| desk.today())
}

/// Every case the person may read.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn cases(app: State<'_, App>) -> Result<Vec<CaseRow>, Fault> {
    app.at_desk(|desk| desk.cases())
}

/// A case's page.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn case_page(id: CaseId, app: State<'_, App>) -> Result<CasePage, Fault> {
    app.at_desk(|desk| desk.case_page(id))
}

/// Adds a case.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_case(new_case: NewCase, app: State<'_, App>) -> Result<CaseRecord, Fault> {
    app.at_desk(|desk| desk.add_case(new_case))
}

/// Saves a case over the revision that was seen.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_case(record: CaseRecord, app: State<'_, App>) -> Result<CaseSaved, Fault> {
    app.at_desk(|desk| desk.save_case(&record))
}

/// Verifies the store.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn verify_store(app: State<'_, App>) -> Result<StoreVerdict, Fault> {
    app.at_desk(desk::Desk::verify_store)
}

/// The facts of a case, for one of its charges.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn case_law(
    id: CaseId,
    charge: Option<u32>,
    app: State<'_, App>,
) -> Result<CaseLaw, Fault> {
    app.at_desk(|desk| desk.case_law(id, charge))
}

/// Keeps with a case what was recorded for the law, and the person's week.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn record_facts(
    id: CaseId,
    rev: Rev,
    charge: Option<u32>,
    facts: Facts,
    week: Vec<Commitment>,
    app: State<'_, App>,
) -> Result<CaseSaved, Fault> {
    app.at_desk(|desk| desk.record_facts(id, rev, charge, &facts, &week))
}

/// Keeps the form of a case that is not finished, or of a new case; nothing forgets it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn keep_case_form(
    id: Option<CaseId>,
    text: Option<String>,
    app: State<'_, App>,
) -> Result<(), Fault> {
    app.at_desk(|desk| desk.keep_case_form(id, text.as_deref()))
}

/// The form of a case, or of a new one, as it was left.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn kept_case_form(
    id: Option<CaseId>,
    app: State<'_, App>,
) -> Result<Option<String>, Fault> {
    app.at_desk(|desk| desk.kept_case_form(id))
}
