//! Reports.

use casework::{Answer, CaseId, Draft, FormId, IssueId, QuestionId, ReportId, Rev};
use desk::{
    Fault, FormRow, IssueOutcome, OpenDraft, OptionForReport, Preview, PutInReport, SavedAnswer,
};
use tauri::State;

use crate::app::App;

/// The forms a report may be begun on.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn forms(app: State<'_, App>) -> Result<Vec<FormRow>, Fault> {
    app.at_desk(|desk| desk.forms())
}

/// Begins a report about a case.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn begin_report(
    case_id: CaseId,
    form: FormId,
    app: State<'_, App>,
) -> Result<Draft, Fault> {
    app.at_desk(|desk| desk.begin_report(case_id, &form))
}

/// Opens a report for drafting.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_draft(id: ReportId, app: State<'_, App>) -> Result<OpenDraft, Fault> {
    app.at_desk(|desk| desk.open_draft(id))
}

/// Saves one answer, or clears it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_answer(
    id: ReportId,
    rev: Rev,
    question: QuestionId,
    answer: Option<Answer>,
    app: State<'_, App>,
) -> Result<SavedAnswer, Fault> {
    app.at_desk(|desk| desk.save_answer(id, rev, &question, answer.as_ref()))
}

/// The report as it would be issued now.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn preview_report(id: ReportId, app: State<'_, App>) -> Result<Preview, Fault> {
    app.at_desk(|desk| desk.preview_report(id))
}

/// Issues a report to the court.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn issue_report(
    id: ReportId,
    rev: Rev,
    app: State<'_, App>,
) -> Result<IssueOutcome, Fault> {
    app.at_desk(|desk| desk.issue_report(id, rev))
}

/// What was issued, as it was issued.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn preview_issued(issue: IssueId, app: State<'_, App>) -> Result<Preview, Fault> {
    app.at_desk(|desk| desk.preview_issued(issue))
}

/// Adds options to the table of options considered of a report that is being written.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn put_in_report(
    id: ReportId,
    options: Vec<OptionForReport>,
    app: State<'_, App>,
) -> Result<PutInReport, Fault> {
    app.at_desk(|desk| desk.put_in_report(id, &options))
}
