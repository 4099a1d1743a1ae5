//! The typed contract between the core and the page.

use tauri::Wry;
use tauri_specta::{Builder, collect_commands};

use crate::commands::{
    casebook, convening, directory, door, importing, looking_up, paper, publishing, reporting,
    upkeep,
};

/// Every command of the window, in the order of `commands.in`.
pub(crate) fn builder() -> Builder<Wry> {
    Builder::new()
        .disable_serde_phases()
        .commands(collect_commands![
            door::standing,
            door::suggest_passphrase,
            door::judge_passphrase,
            door::set_up,
            door::unlock,
            door::recover,
            door::look_round,
            door::leave_demonstration,
            door::lock,
            door::still_here,
            door::appearance,
            door::keep_appearance,
            casebook::today,
            looking_up::find,
            looking_up::places,
            looking_up::search_options,
            looking_up::assess_options,
            looking_up::facts_asked,
            looking_up::option_page,
            looking_up::calculators,
            looking_up::calculate,
            looking_up::kept_calendars,
            looking_up::keep_calendar,
            looking_up::try_week,
            looking_up::what_changed,
            looking_up::changes_seen,
            looking_up::print_menu,
            looking_up::print_card,
            looking_up::search_directory,
            looking_up::directory_rows,
            looking_up::service_page,
            looking_up::print_directory,
            directory::directory_map,
            directory::print_map,
            directory::print_service,
            directory::save_service,
            directory::confirm_services,
            directory::close_service,
            directory::keep_service_note,
            directory::service_history,
            directory::take_back_change,
            directory::work_list,
            directory::confirmation_letter,
            upkeep::review_periods,
            upkeep::set_review_period,
            upkeep::entry_choices,
            upkeep::save_organisation,
            upkeep::organisation_history,
            upkeep::take_back_organisation,
            directory::note_gap,
            directory::gaps,
            importing::read_import,
            importing::choose_columns,
            importing::take_import,
            importing::import_progress,
            importing::cancel_import,
            importing::undo_import,
            importing::imports,
            directory::export_directory,
            publishing::propose_local_edition,
            publishing::read_local_edition,
            publishing::approve_local_edition,
            publishing::install_local_edition,
            casebook::cases,
            casebook::case_page,
            casebook::add_case,
            casebook::save_case,
            casebook::case_law,
            casebook::record_facts,
            casebook::keep_case_form,
            casebook::kept_case_form,
            reporting::forms,
            reporting::begin_report,
            reporting::open_draft,
            reporting::save_answer,
            reporting::put_in_report,
            reporting::preview_report,
            reporting::issue_report,
            reporting::preview_issued,
            convening::conferences,
            convening::conference_page,
            convening::add_conference,
            convening::save_conference,
            convening::build_pack,
            convening::preview_pack,
            convening::preview_minutes,
            convening::meeting_types,
            paper::preview_page,
            paper::save_copy,
            casebook::verify_store,
            door::first_paint,
        ])
}

#[cfg(test)]
mod tests {
    use super::*;

    use desk::Act;
    use specta_typescript::Typescript;

    const NAMED: &[&str] = &include!("../commands.in");

    /// Commands that are done before anyone is signed in, or that touch nothing of the store.
    const BEFORE_SIGNING_IN: &[&str] = &[
        "standing",
        "suggest_passphrase",
        "judge_passphrase",
        "set_up",
        "unlock",
        "recover",
        "look_round",
        "leave_demonstration",
        "lock",
        "still_here",
        "appearance",
        "keep_appearance",
        "preview_page",
        "import_progress",
        "cancel_import",
        "first_paint",
    ];

    #[test]
    fn the_page_has_the_bindings_of_this_core() {
        let made = tempfile::tempdir().unwrap();
        let path = made.path().join("bindings.ts");
        builder().export(Typescript::default(), &path).unwrap();
        // A field that may be left out of a content file is always there on the wire.
        let wanted = std::fs::read_to_string(&path).unwrap().replace("?: ", ": ");
        let kept =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/lib/core/bindings.ts");

        if std::env::var_os("SEDERUNT_WRITE_BINDINGS").is_some() {
            std::fs::write(&kept, &wanted).unwrap();
        }

        let held = std::fs::read_to_string(&kept).unwrap();
        assert!(
            held == wanted,
            "ui/src/lib/core/bindings.ts is out of date: run the tests with SEDERUNT_WRITE_BINDINGS=1"
        );
    }

    #[test]
    fn every_act_has_a_command_and_every_command_an_act() {
        let acts: Vec<&str> = Act::ALL.iter().map(|act| act.name()).collect();

        for name in &acts {
            assert!(NAMED.contains(name), "the act {name} has no command");
        }
        for name in NAMED {
            assert!(
                acts.contains(name) || BEFORE_SIGNING_IN.contains(name) || *name == "preview_pack",
                "the command {name} is no act of the registry"
            );
        }
    }

    #[test]
    fn the_capability_names_each_command_and_nothing_else() {
        let json = include_str!("../capabilities/main.json");
        let capability: serde_json::Value = serde_json::from_str(json).unwrap();

        let allowed: Vec<String> = capability["permissions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|permission| permission.as_str().unwrap().to_owned())
            .collect();

        let wanted: Vec<String> = NAMED
            .iter()
            .map(|name| format!("allow-{}", name.replace('_', "-")))
            .collect();
        assert_eq!(allowed, wanted);
    }
}
