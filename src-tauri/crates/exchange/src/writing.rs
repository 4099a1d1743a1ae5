//! Writing the directory.

use directory::{Entry, Register, ServiceId};

use crate::hsds_writing::Manner;
use crate::{Carried, Format, Written, csv_writing, hsds_writing};

/// Gives what was kept beside an entry.
pub(crate) type CarriedOf<'a> = &'a mut dyn FnMut(&ServiceId) -> Option<Carried>;

/// Writes entries in a format: the same entries, the same bytes. A spreadsheet goes out as a table
/// of text, which every spreadsheet opens, and a package as the one list that it would hold.
///
/// Open data goes out without contacts, which [`write_with_contacts`] writes too, and without what
/// feeds said beside the entries, which [`write_carrying`] joins to it.
pub fn write(entries: &[&Entry], register: &Register, format: Format) -> Written {
    write_carrying(entries, register, format, false, &mut |_| None)
}

/// Writes entries in a format with their contacts, because a person chose it. A table has them
/// always.
pub fn write_with_contacts(entries: &[&Entry], register: &Register, format: Format) -> Written {
    write_carrying(entries, register, format, true, &mut |_| None)
}

/// Writes entries in a format, open data with what was kept beside each. It is asked for one entry
/// at a time, since all of it is not to stand in memory at once; a table has no place for it.
pub fn write_carrying(
    entries: &[&Entry],
    register: &Register,
    format: Format,
    contacts: bool,
    carried: &mut dyn FnMut(&ServiceId) -> Option<Carried>,
) -> Written {
    let uk = match format {
        Format::Csv | Format::Xlsx => return csv_writing::write(entries),
        Format::HsdsJson | Format::HsdsPackage => false,
        Format::HsdsUk => true,
    };
    hsds_writing::write(entries, register, Manner { uk, contacts }, carried)
}
