//! Writing the directory.

use directory::{Entry, Register};

use crate::hsds_writing::Manner;
use crate::{Format, Written, csv_writing, hsds_writing};

/// Writes entries in a format: the same entries, the same bytes. A spreadsheet goes out as a table
/// of text, which every spreadsheet opens, and a package as the one list that it would hold.
///
/// Open data goes out without contacts, which [`write_with_contacts`] writes too.
pub fn write(entries: &[&Entry], register: &Register, format: Format) -> Written {
    written(entries, register, format, false)
}

/// Writes entries in a format with their contacts, because a person chose it. A table has them
/// always.
pub fn write_with_contacts(entries: &[&Entry], register: &Register, format: Format) -> Written {
    written(entries, register, format, true)
}

fn written(entries: &[&Entry], register: &Register, format: Format, contacts: bool) -> Written {
    let open_data = |uk| hsds_writing::write(entries, register, Manner { uk, contacts });
    match format {
        Format::Csv | Format::Xlsx => csv_writing::write(entries),
        Format::HsdsJson | Format::HsdsPackage => open_data(false),
        Format::HsdsUk => open_data(true),
    }
}
