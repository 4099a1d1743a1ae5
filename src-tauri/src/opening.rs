//! Starting: arguments, the folder of the store, the edition, and a plain sentence for what stops.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use desk::{Fault, bundled_edition};
use tauri::Manager;

use crate::app::App;
use crate::appearance::Wardrobe;
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
    draw_plainly(arguments);
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
            // A store in a folder of its own has its appearance beside it, and leaves nothing else
            // on the computer; the demonstration looks as the person's own store does.
            let looks = match &chosen {
                Some(folder) => Some(folder.clone()),
                None => app.path().app_config_dir().ok(),
            };
            let folder = match chosen {
                Some(folder) => folder,
                None => app.path().app_local_data_dir()?,
            };
            let wardrobe = Wardrobe::new(looks.as_deref());
            let appearance = wardrobe.appearance();
            app.manage(wardrobe);
            let state = App::new(&folder, edition, program, began);
            if demonstration && let Err(fault) = state.look_round() {
                // What stops here would otherwise end in a panic that says nothing to a person.
                tell(&fault.sentence());
                std::process::exit(3);
            }
            app.manage(state);
            idle::watch(app.handle().clone());
            window::make(app, &appearance)?;
            Ok(())
        })
        .run(tauri::generate_context!())
        .map_err(|error| format!("The window could not be opened: {error}."))
}

/// Has the page drawn without a graphics processor. It is text that hardly moves, and the drivers
/// take a third of a second and some 80 MB, and leave some machines with an empty window.
///
/// The page's engine reads these names when it starts, so the program starts itself again with them
/// set, as the same process. Whoever has set one of them is left alone.
#[cfg(target_os = "linux")]
fn draw_plainly(arguments: &[String]) {
    use std::os::unix::process::CommandExt;
    const NAMES: [&str; 2] = [
        "WEBKIT_DISABLE_DMABUF_RENDERER",
        "WEBKIT_DISABLE_COMPOSITING_MODE",
    ];
    if NAMES.iter().any(|name| std::env::var_os(name).is_some()) {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        let mut again = std::process::Command::new(program);
        // It comes back only where the program cannot be started again; then it goes on as it is.
        let _ = again
            .args(arguments)
            .envs(NAMES.map(|name| (name, "1")))
            .exec();
    }
}

#[cfg(not(target_os = "linux"))]
fn draw_plainly(_arguments: &[String]) {}

fn folder_argument(arguments: &[String]) -> Option<PathBuf> {
    let place = arguments
        .iter()
        .position(|argument| argument == "--store")?;
    arguments.get(place + 1).map(PathBuf::from)
}

/// Whether the window's toolkit can reach no display: none is named, or the one that is named does
/// not answer. Asked here, because what builds the window would panic.
#[cfg(target_os = "linux")]
fn no_display() -> bool {
    gtk::init().is_err()
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
