//! Writing a file outside the database so that a crash leaves the old one or the new one whole.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::Error;

/// More leftovers than this with one process's number means that something else is wrong.
const MOST_NAMES_TRIED: usize = 100;

/// Tells apart the temporary files of one process, so that two writers never share one.
static SERIAL: AtomicU64 = AtomicU64::new(0);

/// Replaces the file at `path` with `bytes`, for its owner's eyes only.
///
/// When this returns, the new contents are on the disk; when it fails, or the power does, the old
/// file is still whole. The steps: a new temporary in the same folder that must not exist yet and
/// follows no link, write, sync, rename, sync the folder. A link at `path` is replaced, not
/// followed. Temporaries that a crash left behind are removed on the next success.
pub fn write_durably(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let name = path
        .file_name()
        .ok_or_else(|| unwritten(ErrorKind::InvalidInput.into()))?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    };

    let (temporary, file) = create_temporary(folder, name).map_err(unwritten)?;
    let placed = fill(file, bytes).and_then(|()| fs::rename(&temporary, path));
    if let Err(fault) = placed {
        // The first fault is the one to report; a temporary that stays does no harm.
        let _ = fs::remove_file(&temporary);
        return Err(unwritten(fault));
    }
    sync_folder(folder).map_err(unwritten)?;
    remove_leftovers(folder, name);
    Ok(())
}

/// Tells a full disk, which a person can do something about, from other faults.
fn unwritten(fault: io::Error) -> Error {
    if matches!(
        fault.kind(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded
    ) {
        Error::NoSpace(fault)
    } else {
        Error::Unwritten(fault)
    }
}

/// `.keys.json.PROCESS-SERIAL.part` for `keys.json`.
fn temporary_name(name: &OsStr, serial: u64) -> OsString {
    let mut temporary = OsString::from(".");
    temporary.push(name);
    temporary.push(format!(".{}-{serial}.part", process::id()));
    temporary
}

fn create_temporary(folder: &Path, name: &OsStr) -> io::Result<(PathBuf, File)> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);

    for _ in 0..MOST_NAMES_TRIED {
        let serial = SERIAL.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(temporary_name(name, serial));
        match options.open(&path) {
            Ok(file) => return Ok((path, file)),
            // Left by a crashed process that had the same number.
            Err(fault) if fault.kind() == ErrorKind::AlreadyExists => {}
            Err(fault) => return Err(fault),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// Takes the file, so that it is closed before the rename, as Windows requires.
fn fill(mut file: File, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Elsewhere a folder cannot be opened as a file, and the rename itself is journalled.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Removes what crashed processes left beside this file. It is tidying: a fault here is no fault
/// of the write, and a live process whose temporary goes gets an error, never a torn file.
fn remove_leftovers(folder: &Path, name: &OsStr) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        if is_leftover(&entry.file_name(), name) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether `found` is a temporary of the file `name` made by another process.
fn is_leftover(found: &OsStr, name: &OsStr) -> bool {
    let (Some(found), Some(name)) = (found.to_str(), name.to_str()) else {
        return false;
    };
    let numbers = found
        .strip_prefix('.')
        .and_then(|rest| rest.strip_prefix(name))
        .and_then(|rest| rest.strip_prefix('.'))
        .and_then(|rest| rest.strip_suffix(".part"))
        .and_then(|rest| rest.split_once('-'));
    numbers.is_some_and(|(process, serial)| {
        serial.parse::<u64>().is_ok()
            && process
                .parse::<u32>()
                .is_ok_and(|process| process != process::id())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_made_and_then_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.json");

        write_durably(&path, b"the first and longer contents").unwrap();
        write_durably(&path, b"the second").unwrap();

        assert_eq!(fs::read(&path).unwrap(), b"the second");
        assert_eq!(names(folder.path()), ["keys.json"]);
    }

    #[test]
    fn a_leftover_temporary_never_harms_and_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.json");
        fs::write(&path, "old").unwrap();
        let other_process = process::id().wrapping_add(1);
        fs::write(
            folder
                .path()
                .join(format!(".keys.json.{other_process}-0.part")),
            "torn",
        )
        .unwrap();

        write_durably(&path, b"new").unwrap();

        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["keys.json"]);
    }

    #[test]
    fn a_leftover_with_the_very_name_wanted_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.json");
        let next = SERIAL.load(Ordering::Relaxed);
        let leftovers: Vec<PathBuf> = (next..next + 20)
            .map(|serial| temporary_name(OsStr::new("keys.json"), serial))
            .map(|name| folder.path().join(name))
            .collect();
        for leftover in &leftovers {
            fs::write(leftover, "torn").unwrap();
        }

        write_durably(&path, b"new").unwrap();

        assert_eq!(fs::read(&path).unwrap(), b"new");
        for leftover in &leftovers {
            assert_eq!(
                fs::read(leftover).unwrap(),
                b"torn",
                "it was not written to"
            );
        }
    }

    #[test]
    fn only_temporaries_of_the_same_file_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let kept = [
            ".keys.json.part",
            ".keys.json.1-x.part",
            ".settings.json.1-0.part",
            "keys.json.1-0.part",
        ];
        for name in kept {
            fs::write(folder.path().join(name), "not ours").unwrap();
        }

        write_durably(&folder.path().join("keys.json"), b"new").unwrap();

        assert_eq!(names(folder.path()).len(), kept.len() + 1);
    }

    #[test]
    fn a_failed_write_leaves_the_old_file_and_no_litter() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.json");
        fs::create_dir(&path).unwrap();
        fs::write(path.join("inside"), "old").unwrap();

        let written = write_durably(&path, b"new");

        assert!(matches!(written, Err(Error::Unwritten(_))));
        assert_eq!(fs::read(path.join("inside")).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["keys.json"]);
    }

    #[test]
    fn a_missing_folder_and_a_path_without_a_name_are_errors() {
        let folder = tempfile::tempdir().unwrap();

        let missing = write_durably(&folder.path().join("absent").join("keys.json"), b"new");
        let nameless = write_durably(Path::new("/"), b"new");

        assert!(matches!(missing, Err(Error::Unwritten(_))));
        assert!(matches!(nameless, Err(Error::Unwritten(_))));
    }

    #[test]
    fn a_full_disk_is_told_apart() {
        for kind in [ErrorKind::StorageFull, ErrorKind::QuotaExceeded] {
            assert!(
                matches!(unwritten(kind.into()), Error::NoSpace(_)),
                "{kind}"
            );
        }
        assert!(matches!(
            unwritten(ErrorKind::PermissionDenied.into()),
            Error::Unwritten(_)
        ));
    }

    #[cfg(unix)]
    #[test]
    fn the_file_is_for_its_owner_only_and_a_link_is_not_followed() {
        use std::os::unix::fs::{MetadataExt, symlink};

        let folder = tempfile::tempdir().unwrap();
        let elsewhere = folder.path().join("elsewhere");
        let path = folder.path().join("keys.json");
        fs::write(&elsewhere, "untouched").unwrap();
        symlink(&elsewhere, &path).unwrap();

        write_durably(&path, b"new").unwrap();

        let placed = fs::symlink_metadata(&path).unwrap();
        assert!(placed.is_file());
        assert_eq!(placed.mode() & 0o777, 0o600);
        assert_eq!(fs::read(&elsewhere).unwrap(), b"untouched");
    }
}
