//! Starting other programs, and saying plainly when one is missing or fails.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::trouble::Trouble;

/// Prepares a program to be started without what `cargo run` told this one about itself.
///
/// Left in place, those variables would make Cargo build some crates again each time.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    for (key, _) in env::vars_os() {
        if key.to_str().is_some_and(is_cargos_own) {
            command.env_remove(key);
        }
    }
    command
}

fn is_cargos_own(key: &str) -> bool {
    let families = [
        "CARGO_PKG_",
        "CARGO_MANIFEST_",
        "CARGO_BIN_",
        "CARGO_CRATE_",
    ];
    families.iter().any(|family| key.starts_with(family)) || key == "CARGO_PRIMARY_PACKAGE"
}

/// Gives `program` the project's Cargo, which is the one that started this errand.
pub(crate) fn cargo() -> Command {
    program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a program with its output on the terminal; a failure is trouble.
pub(crate) fn run(command: &mut Command) -> Result<(), Trouble> {
    let line = line_of(command);
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|e| cannot_start(&line, &e))?;
    if status.success() {
        return Ok(());
    }
    Err(
        Trouble::new(format!("This did not succeed ({status}): {line}"))
            .next("Its own words are above."),
    )
}

/// Runs a program quietly and gives what it printed; a failure is trouble with its last words.
pub(crate) fn listen(command: &mut Command) -> Result<String, Trouble> {
    let line = line_of(command);
    let Output {
        status,
        stdout,
        stderr,
    } = command
        .stdin(Stdio::null())
        .output()
        .map_err(|e| cannot_start(&line, &e))?;
    if status.success() {
        return Ok(String::from_utf8_lossy(&stdout).into_owned());
    }
    let words = format!(
        "{}{}",
        String::from_utf8_lossy(&stdout),
        String::from_utf8_lossy(&stderr)
    );
    let happened = format!("This did not succeed ({status}): {line}");
    Err(Trouble::new(happened).next(words.trim().to_owned()))
}

/// Says whether a program starts and is content.
pub(crate) fn answers(command: &mut Command) -> bool {
    let status = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}

/// Gives the first of `names` that can be started from the search path.
pub(crate) fn first_found(names: &[&str]) -> Option<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    names.iter().find_map(|name| {
        env::split_paths(&folders)
            .map(|folder| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
            .find(|file| is_program(file))
    })
}

#[cfg(unix)]
fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;

    file.metadata()
        .is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(file: &Path) -> bool {
    file.is_file()
}

fn line_of(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name();
    let words = name.into_iter().chain(command.get_args());
    let words: Vec<_> = words.map(OsStr::to_string_lossy).collect();
    let line = words.join(" ");
    match line.char_indices().nth(200) {
        Some((end, _)) => format!("{} …", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

fn cannot_start(line: &str, cause: &std::io::Error) -> Trouble {
    Trouble::new(format!("This could not be started ({cause}): {line}"))
        .next("“cargo xtask set-up” installs what is missing.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_not_found() {
        assert_eq!(first_found(&["no-program-has-this-name"]), None);
    }

    #[test]
    fn a_program_that_cannot_be_started_is_named_with_what_to_do() {
        let trouble = run(&mut program("no-program-has-this-name")).unwrap_err();

        assert!(trouble.to_string().contains("no-program-has-this-name"));
        assert!(trouble.to_string().contains("cargo xtask set-up"));
    }

    #[test]
    fn only_what_cargo_says_of_this_crate_is_held_back() {
        assert!(is_cargos_own("CARGO_PKG_VERSION"));
        assert!(is_cargos_own("CARGO_MANIFEST_DIR"));
        assert!(!is_cargos_own("CARGO_TARGET_DIR"));
        assert!(!is_cargos_own("CARGO_HOME"));
    }

    #[test]
    fn a_long_command_line_is_cut_when_told() {
        let mut command = Command::new("checker");
        command.args(std::iter::repeat_n("paper.pdf", 100));

        let line = line_of(&command);

        assert!(line.starts_with("checker paper.pdf"));
        assert!(line.ends_with(" …"));
        assert!(line.chars().count() < 210);
    }
}
