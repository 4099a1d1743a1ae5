//! Starting: arguments, the folder of the store, the edition, and a plain sentence for what stops.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use desk::{Fault, bundled_edition};
use tauri::Manager;

use crate::app::App;
use crate::{bindings, idle, window};

/// Opens the window and runs until it closes.
pub(crate) fn open(arguments: &[String]) -> ExitCode {
    let began = Instant::now();
    if arguments.iter().any(|argument| argument == "--help") {
        tell(
            "sederunt opens the window.\n  --demonstration   look round with invented people\n  \
             --store FOLDER    keep the store in this folder",
        );
        return ExitCode::SUCCESS;
    }
    if no_display() {
        tell("There is no display to open a window on. Use sederunt-cli for work without one.");
        return ExitCode::from(3);
    }
    match run(arguments, began) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stopped) => {
            tell(&stopped);
            ExitCode::from(3)
        }
    }
}

fn run(arguments: &[String], began: Instant) -> Result<(), String> {
    let edition = bundled_edition().map_err(|fault| fault.sentence())?;
    let program = std::env::current_exe().map_err(|_| Fault::Unforeseen.sentence())?;
    let demonstration = arguments
        .iter()
        .any(|argument| argument == "--demonstration");
    let chosen = folder_argument(arguments);
    let commands = bindings::builder();
    let handler = commands.invoke_handler();
    tauri::Builder::default()
        .invoke_handler(handler)
        .setup(move |app| {
            let folder = match chosen {
                Some(folder) => folder,
                None => app.path().app_local_data_dir()?,
            };
            let state = App::new(&folder, edition, program, began);
            if demonstration && let Err(fault) = state.look_round() {
                // What stops here would otherwise end in a panic that says nothing to a person.
                tell(&fault.sentence());
                std::process::exit(3);
            }
            app.manage(state);
            idle::watch(app.handle().clone());
            window::make(app)?;
            Ok(())
        })
        .run(tauri::generate_context!())
        .map_err(|error| format!("The window could not be opened: {error}."))
}

fn folder_argument(arguments: &[String]) -> Option<PathBuf> {
    let place = arguments
        .iter()
        .position(|argument| argument == "--store")?;
    arguments.get(place + 1).map(PathBuf::from)
}

#[cfg(target_os = "linux")]
fn no_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .all(|name| std::env::var_os(name).is_none_or(|value| value.is_empty()))
}

#[cfg(not(target_os = "linux"))]
fn no_display() -> bool {
    false
}

/// Says a sentence on the terminal the program was started from.
#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
pub(crate) fn tell(sentence: &str) {
    eprintln!("{sentence}");
}
