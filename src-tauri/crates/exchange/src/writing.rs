//! Writing the directory.

use directory::{Entry, Register};

use crate::{Format, Written, csv_writing, hsds_writing};

/// Writes entries in a format: the same entries, the same bytes. A spreadsheet goes out as a table
/// of text, which every spreadsheet opens, and a package as the one list that it would hold.
pub fn write(entries: &[&Entry], register: &Register, format: Format) -> Written {
    match format {
        Format::Csv | Format::Xlsx => csv_writing::write(entries),
        Format::HsdsJson | Format::HsdsPackage => hsds_writing::write(entries, register, false),
        Format::HsdsUk => hsds_writing::write(entries, register, true),
    }
}
