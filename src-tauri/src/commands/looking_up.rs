//! The menus, the directory, and finding anything.

use chrono::NaiveDate;
use desk::{
    CalendarRow, CardPrint, Changes, Fault, Found, LawAnswer, LawQuestion, MenuPrint, OptionPage,
    OptionResults, OptionSearch, Places, Preview, ServicePage, TriedWeek,
};
use directory::{DirectoryResults, DirectoryRows, DirectorySearch, ServiceId};
use law::{Fact, Facts, Menu, OptionId, Proposal, Week};
use reckoning::{Calculator, CalculatorId, KeptDay, Working};
use tauri::State;

use crate::app::App;

/// Finds anything from anywhere.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn find(words: String, app: State<'_, App>) -> Result<Vec<Found>, Fault> {
    app.at_desk(|desk| desk.find(&words))
}

/// Councils, courts and prisons, to choose from.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn places(app: State<'_, App>) -> Result<Places, Fault> {
    app.at_desk(|desk| desk.places())
}

/// The options of a menu that answer a search.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn search_options(
    search: OptionSearch,
    app: State<'_, App>,
) -> Result<OptionResults, Fault> {
    app.at_desk(|desk| desk.search_options(&search))
}

/// What the law says of every option of a menu on the facts of a case.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn assess_options(
    question: LawQuestion,
    app: State<'_, App>,
) -> Result<LawAnswer, Fault> {
    app.at_desk(|desk| desk.assess_options(&question))
}

/// The facts that may be recorded for a menu.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn facts_asked(app: State<'_, App>) -> Result<Vec<Fact>, Fault> {
    app.at_desk(|desk| desk.facts_asked())
}

/// An option's page.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn option_page(
    menu: Menu,
    id: OptionId,
    as_at: NaiveDate,
    council: Option<String>,
    app: State<'_, App>,
) -> Result<OptionPage, Fault> {
    app.at_desk(|desk| desk.option_page(menu, &id, as_at, council.as_deref()))
}

/// The calculators.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn calculators(app: State<'_, App>) -> Result<Vec<Calculator>, Fault> {
    app.at_desk(|desk| desk.calculators())
}

/// Reckons with a calculator.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn calculate(
    calculator: CalculatorId,
    given: Facts,
    as_at: NaiveDate,
    app: State<'_, App>,
) -> Result<Working, Fault> {
    app.at_desk(|desk| desk.calculate(&calculator, &given, as_at))
}

/// The calendars of courts and councils that are kept here.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn kept_calendars(app: State<'_, App>) -> Result<Vec<CalendarRow>, Fault> {
    app.at_desk(|desk| desk.kept_calendars())
}

/// Keeps the days of a court or a council.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn keep_calendar(
    place: String,
    days: Vec<KeptDay>,
    app: State<'_, App>,
) -> Result<Vec<CalendarRow>, Fault> {
    app.at_desk(|desk| desk.keep_calendar(&place, &days))
}

/// Finds what cannot stand together in a week, and what it says of the parts of a proposal.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn try_week(
    week: Week,
    proposal: Proposal,
    as_at: NaiveDate,
    app: State<'_, App>,
) -> Result<TriedWeek, Fault> {
    app.at_desk(|desk| desk.try_week(&week, &proposal, as_at))
}

/// What changed since the person last looked.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn what_changed(app: State<'_, App>) -> Result<Changes, Fault> {
    app.at_desk(desk::Desk::what_changed)
}

/// Takes the edition as looked at.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn changes_seen(app: State<'_, App>) -> Result<(), Fault> {
    app.at_desk(desk::Desk::changes_seen)
}

/// The rows of a menu as a document.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn print_menu(wanted: MenuPrint, app: State<'_, App>) -> Result<Preview, Fault> {
    app.at_desk(|desk| desk.print_menu(&wanted))
}

/// An option on a card.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn print_card(wanted: CardPrint, app: State<'_, App>) -> Result<Preview, Fault> {
    app.at_desk(|desk| desk.print_card(&wanted))
}

/// The services that answer a search.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn search_directory(
    search: DirectorySearch,
    app: State<'_, App>,
) -> Result<DirectoryResults, Fault> {
    app.at_desk(|desk| desk.search_directory(&search))
}

/// The rows of what answers a search.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn directory_rows(
    search: DirectorySearch,
    app: State<'_, App>,
) -> Result<DirectoryRows, Fault> {
    app.at_desk(|desk| desk.directory_rows(&search))
}

/// A service's page.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn service_page(id: ServiceId, app: State<'_, App>) -> Result<ServicePage, Fault> {
    app.at_desk(|desk| desk.service_page(&id))
}

/// The rows of the directory as a document.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn print_directory(
    search: DirectorySearch,
    app: State<'_, App>,
) -> Result<Preview, Fault> {
    app.at_desk(|desk| desk.print_directory(&search))
}
