//! What a file may be at most. Each bound is tried before the work it bounds is done.

/// A table of text, or a spreadsheet as it is packed: 10 MiB.
pub(crate) const TABLE: usize = 10 * 1024 * 1024;

/// Open data as JSON: 32 MiB, since it says each thing at greater length than a table does.
pub(crate) const JSON: usize = 32 * 1024 * 1024;

/// An archive, unpacked: 50 MiB.
pub(crate) const UNPACKED: u64 = 50 * 1024 * 1024;

/// How many times larger an archive may be unpacked.
pub(crate) const RATIO: u64 = 100;

/// The files of an archive.
pub(crate) const FILES: usize = 2_000;

/// The rows of a table, the headings not counted; the services of a list.
pub(crate) const ROWS: u32 = 50_000;

/// The columns of a table.
pub(crate) const COLUMNS: usize = 100;

/// A cell or a text: 32 KiB.
pub(crate) const CELL: usize = 32 * 1024;

/// How deep open data may be nested.
pub(crate) const DEPTH: usize = 32;

/// A refusal's words for a file that is too large.
pub(crate) fn too_large(size: usize, most: usize) -> String {
    format!(
        "The file is {} and the most that is read is {}. Nothing of it was read.",
        in_mib(size),
        in_mib(most)
    )
}

fn in_mib(bytes: usize) -> String {
    let tenths = bytes.saturating_mul(10) / (1024 * 1024);
    if tenths.is_multiple_of(10) {
        format!("{} MiB", tenths / 10)
    } else {
        format!("{}.{} MiB", tenths / 10, tenths % 10)
    }
}
