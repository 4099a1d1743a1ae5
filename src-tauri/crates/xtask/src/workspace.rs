//! Where things are: the project, what the build makes, what the checks leave behind.

use std::env;
use std::path::{Path, PathBuf};

use crate::trouble::Trouble;

/// The folders every errand works in.
#[derive(Debug, Clone)]
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// Finds the project at or above the current folder.
    pub(crate) fn find() -> Result<Self, Trouble> {
        let here = env::current_dir()
            .map_err(|e| Trouble::new(format!("The current folder cannot be read ({e}).")))?;
        let root = root_above(&here).ok_or_else(|| {
            Trouble::new("This folder is not inside the project.")
                .next("Go to the folder that holds Cargo.toml and src-tauri, and try again.")
        })?;
        let asked = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
        let target = target_folder(&root, &here, asked);
        Ok(Self { root, target })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn page(&self) -> PathBuf {
        self.root.join("ui")
    }

    pub(crate) fn icons(&self) -> PathBuf {
        self.root.join("icons")
    }

    /// Where the build writes; outside the project when `CARGO_TARGET_DIR` says so.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// The virtual environment that holds the independent checkers.
    pub(crate) fn checkers(&self) -> PathBuf {
        self.target.join("checkers")
    }

    /// A checker's program in that environment.
    pub(crate) fn checker(&self, name: &str) -> PathBuf {
        let folder = if cfg!(windows) { "Scripts" } else { "bin" };
        self.checkers().join(folder).join(executable(name))
    }

    /// A program that the build made.
    pub(crate) fn built(&self, name: &str, release: bool) -> PathBuf {
        let profile = if release { "release" } else { "debug" };
        self.target.join(profile).join(executable(name))
    }
}

fn executable(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

fn root_above(here: &Path) -> Option<PathBuf> {
    let mut folders = here.ancestors();
    let root = folders.find(|f| f.join("Cargo.lock").is_file() && f.join("src-tauri").is_dir());
    root.map(Path::to_path_buf)
}

/// Cargo reads a relative `CARGO_TARGET_DIR` from the current folder, and so do we.
fn target_folder(root: &Path, here: &Path, asked: Option<PathBuf>) -> PathBuf {
    match asked {
        Some(folder) if !folder.as_os_str().is_empty() => here.join(folder),
        Some(_) | None => root.join("target"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_lies_in_the_project_unless_asked_otherwise() {
        let (root, here) = (Path::new("/p"), Path::new("/p/ui"));

        let usual = target_folder(root, here, None);
        let absolute = target_folder(root, here, Some("/cache/target".into()));
        let relative = target_folder(root, here, Some("built".into()));
        let empty = target_folder(root, here, Some(PathBuf::new()));

        assert_eq!(usual, Path::new("/p/target"));
        assert_eq!(absolute, Path::new("/cache/target"));
        assert_eq!(relative, Path::new("/p/ui/built"));
        assert_eq!(empty, usual);
    }

    #[test]
    fn the_project_is_found_from_a_folder_inside_it() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));

        let root = root_above(here).unwrap();

        assert!(here.starts_with(&root));
        assert!(root.join("icons").is_dir());
    }
}
