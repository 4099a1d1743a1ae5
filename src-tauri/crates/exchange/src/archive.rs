//! An archive's files: its directory is tried before anything is unpacked, and what it says is
//! tried again while it is.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::{Refusal, limits};

/// An archive's files, unpacked.
#[derive(Debug)]
pub(crate) struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    pub(crate) fn get(&self, name: &str) -> Option<&[u8]> {
        self.0.get(name).map(Vec::as_slice)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// Unpacks an archive in memory.
pub(crate) fn files(bytes: &[u8]) -> Result<Files, Refusal> {
    let broken = || Refusal::of_file("The archive is damaged or cut short.");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let sizes = try_directory(&mut archive, bytes.len())?;
    let mut found = BTreeMap::new();
    for (at, (name, size)) in sizes.into_iter().enumerate() {
        let file = archive.by_index(at).map_err(|_| broken())?;
        if file.is_dir() {
            continue;
        }
        // The directory may lie: one byte more than it says is enough to know.
        let mut body = Vec::new();
        let read = file.take(size + 1).read_to_end(&mut body);
        if read.is_err() || body.len() as u64 != size {
            return Err(Refusal::of_file(format!(
                "\"{name}\" in the archive is not what the archive says of it, or is damaged."
            )));
        }
        found.insert(name, body);
    }
    Ok(Files(found))
}

fn try_directory(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    packed: usize,
) -> Result<Vec<(String, u64)>, Refusal> {
    if archive.len() > limits::FILES {
        return Err(Refusal::of_file(format!(
            "The archive holds {} files, and the most that is read is {}.",
            archive.len(),
            limits::FILES
        )));
    }
    let mut sizes = Vec::with_capacity(archive.len());
    let mut seen = BTreeSet::new();
    let mut unpacked: u64 = 0;
    for at in 0..archive.len() {
        let file = archive
            .by_index_raw(at)
            .map_err(|_| Refusal::of_file("The archive is damaged or cut short."))?;
        let name = file.name().map(std::borrow::Cow::into_owned).map_err(|_| {
            Refusal::of_file("The archive names a file in letters that cannot be read.")
        })?;
        if file.encrypted() {
            return Err(Refusal::of_file("The archive is locked with a password."));
        }
        if !is_plain(&name) || file.is_symlink() {
            return Err(Refusal::of_file(format!(
                "The archive names a file that would lie outside it: \"{}\".",
                name.escape_default()
            )));
        }
        if !seen.insert(name.to_lowercase()) {
            return Err(Refusal::of_file(format!(
                "The archive holds \"{name}\" twice."
            )));
        }
        unpacked = unpacked.saturating_add(file.size());
        let inflated = file.size() / limits::RATIO > file.compressed_size();
        if unpacked > limits::UNPACKED || (inflated && file.size() > 1024 * 1024) {
            return Err(too_much());
        }
        sizes.push((name, file.size()));
    }
    if unpacked / limits::RATIO > packed as u64 {
        return Err(too_much());
    }
    Ok(sizes)
}

fn too_much() -> Refusal {
    Refusal::of_file(
        "The file would be more than 50 MiB unpacked, or more than a hundred times its size. \
         Nothing of it was read.",
    )
}

/// Whether a name stays inside the archive on every system.
fn is_plain(name: &str) -> bool {
    let reserved = ["con", "prn", "aux", "nul", "com1", "lpt1"];
    !name.starts_with('/')
        && !name.contains(['\\', ':', '\0'])
        && name.split('/').all(|part| {
            let stem = part.split('.').next().unwrap_or_default().to_lowercase();
            part != ".." && part != "." && !reserved.contains(&stem.as_str())
        })
}
