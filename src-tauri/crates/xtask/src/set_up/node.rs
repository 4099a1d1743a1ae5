//! The page's packages, installed exactly as the lock file names them.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::program::{listen, program, run};
use crate::trouble::Trouble;

/// The oldest Node that the page's tools run on.
const OLDEST: (u32, u32) = (20, 19);

/// Prepares npm, which Windows knows by another name.
pub(crate) fn npm() -> Command {
    program(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Installs the page's packages when the lock file has changed since they were.
pub(crate) fn install(page: &Path) -> Result<(), Trouble> {
    check_version()?;
    let lock = page.join("package-lock.json");
    let wanted = fs::read(&lock).map_err(|e| {
        Trouble::new(format!("ui/package-lock.json cannot be read ({e})."))
            .next("It belongs to the project: restore it from the repository.")
    })?;
    // Kept among the packages, so that it goes when they go.
    let stamp = page.join("node_modules").join(".sederunt-installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Installing the page's packages with npm.");
    let mut ci = npm();
    ci.current_dir(page)
        .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    run(&mut ci)?;
    fs::write(&stamp, wanted)
        .map_err(|e| Trouble::new(format!("ui/node_modules cannot be written ({e}).")))
}

fn check_version() -> Result<(), Trouble> {
    let (major, minor) = OLDEST;
    let advice = format!("Install Node {major}.{minor} or later with npm, then try again.");
    let said = listen(program("node").arg("--version"))
        .map_err(|_| Trouble::new("Node, which builds the page, is not here.").next(&advice))?;
    match version_of(&said) {
        Some(version) if version >= OLDEST => Ok(()),
        Some(_) | None => Err(Trouble::new(format!(
            "Node here is {}, which is too old to build the page.",
            said.trim()
        ))
        .next(advice)),
    }
}

fn version_of(said: &str) -> Option<(u32, u32)> {
    let mut parts = said.trim().strip_prefix('v')?.split('.');
    let major = parts.next()?.parse().ok()?;
    let minor = parts.next()?.parse().ok()?;
    Some((major, minor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_version_is_read() {
        assert_eq!(version_of("v20.19.0\n"), Some((20, 19)));
        assert_eq!(version_of("v24.1.2"), Some((24, 1)));
        assert_eq!(version_of("twenty"), None);
    }

    #[test]
    fn a_later_major_version_is_new_enough_whatever_its_minor() {
        assert!(version_of("v22.0.0").unwrap() >= OLDEST);
        assert!(version_of("v20.18.3").unwrap() < OLDEST);
    }
}
