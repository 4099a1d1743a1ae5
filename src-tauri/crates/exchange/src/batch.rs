//! What is read from a file, and what is written to one.

use std::collections::BTreeSet;

use directory::{Entry, FeedAssurance, Organisation, Register, Service, ServiceId};

/// What a file is, as its content tells and not its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table of text.
    Csv,
    /// A spreadsheet.
    Xlsx,
    /// HSDS 3.0 or its UK profile, as JSON: one service, a list, a paged list.
    HsdsJson,
    /// HSDS as a package of tables.
    HsdsPackage,
    /// HSDS as JSON, and only what the UK profile names. For writing.
    HsdsUk,
}

/// How a file is to be read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reading<'a> {
    /// The file's name: shown, and never used to tell what the file is.
    pub name: &'a str,
    /// Whether the bytes are Windows-1252. Only where a person chose it.
    pub windows_1252: bool,
    /// Which column holds which part, by our own headings, where a person chose; none passes a
    /// column over.
    pub columns: Option<&'a [(String, Option<String>)]>,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// The row, from 1 for the headings; the place in the list for JSON, from 1.
    pub row: Option<u32>,
    /// The column's heading, or the JSON path.
    pub column: Option<String>,
    /// What is wrong, in a sentence.
    pub says: String,
    /// What could be put instead.
    pub offers: Option<String>,
}

/// A whole file that is not read: what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the file cannot be read")]
pub struct Refusal(pub RowFault);

/// Why an entry of a file is taken for one that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchedBy {
    /// It has its id.
    Id,
    /// It has the feed's id of an earlier file.
    ForeignId,
    /// The same provider gives a service of the same name.
    ProviderAndName,
    /// A service of the same name in the same area. A suggestion, which a person sees.
    NameAndArea,
}

/// An entry of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// Its row.
    pub row: u32,
    /// The service. Where it is taken for one that is there, it has that one's id.
    pub service: Service,
    /// The parts, by our own headings, that the file has no column for: they stay as they are.
    pub absent: BTreeSet<&'static str>,
    /// The feed's own id.
    pub foreign_id: Option<String>,
    /// The confirmation that came with it: the feed's, and none of ours.
    pub feed_assurance: Option<FeedAssurance>,
    /// The entry it is taken for.
    pub matches: Option<(ServiceId, MatchedBy)>,
}

/// A file, read. Nothing of it may be taken while it has a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// What it is.
    pub format: Format,
    /// The licence it names.
    pub licence: Option<String>,
    /// Hidden sheets and columns, which were not read.
    pub hidden: Vec<String>,
    /// Its columns, and the part each holds; empty for JSON.
    pub columns: Vec<(String, Option<String>)>,
    /// Who runs the services, where the file tells more than a name.
    pub organisations: Vec<Organisation>,
    /// Its entries.
    pub entries: Vec<Incoming>,
    /// Its faults.
    pub faults: Vec<RowFault>,
    /// What it said that the directory cannot hold, each in a sentence.
    pub passed_over: Vec<String>,
}

/// A directory, written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// What the format cannot carry, each in a sentence.
    pub losses: Vec<String>,
}

/// Reads a file.
pub fn read(bytes: &[u8], reading: &Reading<'_>, register: &Register) -> Result<Batch, Refusal> {
    let _ = (bytes, reading, register);
    Err(Refusal(RowFault {
        row: None,
        column: None,
        says: "This format is not read yet.".into(),
        offers: None,
    }))
}

/// Writes entries in a format.
pub fn write(entries: &[&Entry], register: &Register, format: Format) -> Written {
    let _ = (entries, register, format);
    Written {
        bytes: Vec::new(),
        losses: Vec::new(),
    }
}
