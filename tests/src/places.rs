//! Where things lie on the machine the tests run on.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The root of the project.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("tests lies in the project").to_owned()
}

/// The sources of the edition.
pub fn content() -> PathBuf {
    root().join("src-tauri/content")
}

/// The papers the project was founded on, where somebody has laid them beside it.
pub fn founding_data() -> Option<PathBuf> {
    let data = root().parent()?.join("shared/data");
    data.is_dir().then_some(data)
}

/// A program of ours that was built beside the running test.
pub fn built(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a running test has a path");
    let folder = test
        .ancestors()
        .nth(2)
        .expect("tests lie in the deps folder");
    folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// The command line, ready to be given its verb.
pub fn command_line() -> Command {
    let program = built("sederunt-cli");
    assert!(
        program.exists(),
        "{} is not there: “cargo build -p sederunt-cli” makes it",
        program.display()
    );
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}
