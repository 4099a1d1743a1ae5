//! What is read from a file, and what is written to one.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use directory::{FeedAssurance, Service, ServiceId};
use law::OptionId;
use serde::{Deserialize, Serialize};

use crate::Carried;

/// What a file is, as its content tells and not its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The file's name: shown, and never used to tell what the file is.
    pub name: &'a str,
    /// Whether the bytes are Windows-1252. Only where a person chose it.
    pub windows_1252: bool,
    /// Which column holds which part, by our own headings, where a person chose; none passes a
    /// column over.
    pub columns: Option<&'a [(String, Option<String>)]>,
    /// The civil date: nothing can have been confirmed or told after it.
    pub today: NaiveDate,
    /// Whether the contacts of open data are taken in too. A table's own columns say it.
    pub contacts: bool,
    /// The options of the menus, which a service may hang on beside the directory's own codes.
    pub options: &'a BTreeSet<OptionId>,
}

/// What is wrong with a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowFault {
    /// The row, from 1 for the headings; the place in the list for JSON, from 1.
    pub row: Option<u32>,
    /// The column's heading, or the JSON path.
    pub column: Option<String>,
    /// What is wrong, in a sentence.
    pub says: String,
    /// What could be put instead.
    pub offers: Option<String>,
    /// Whether it turns on the entries that the directory holds: another store may hold others.
    pub of_directory: bool,
}

/// A whole file that is not read: what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("the file cannot be read")]
pub struct Refusal(pub RowFault);

impl Refusal {
    pub(crate) fn of_file(says: impl Into<String>) -> Self {
        Self(RowFault {
            says: says.into(),
            ..RowFault::default()
        })
    }

    pub(crate) fn of_row(row: u32, column: Option<String>, says: impl Into<String>) -> Self {
        Self(RowFault {
            row: Some(row),
            column,
            says: says.into(),
            ..RowFault::default()
        })
    }
}

/// Why an entry of a file is taken for one that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchedBy {
    /// It has its id.
    Id,
    /// It has the feed's id of an earlier file.
    ForeignId,
    /// The same provider gives a service of the same name.
    ProviderAndName,
}

/// An entry of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// Its row.
    pub row: u32,
    /// The service as it would stand: where it is taken for one that is there, that one with the
    /// parts that the file has. Its confirmation here is never the file's.
    pub service: Service,
    /// The feed's own ids.
    pub foreign_ids: Vec<String>,
    /// The confirmation that came with it: the feed's, and none of ours.
    pub feed_assurance: Option<FeedAssurance>,
    /// The entry it is taken for.
    pub matches: Option<(ServiceId, MatchedBy)>,
    /// An entry of the same name in the same area, which may be the same service. It is only a
    /// suggestion: nothing is done to it.
    pub resembles: Option<ServiceId>,
    /// What open data said beside it, in place of what was kept before. None of a table, which says
    /// nothing of that.
    pub carried: Option<Carried>,
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
    /// Its entries.
    pub entries: Vec<Incoming>,
    /// Its faults, of which the first ten thousand are kept.
    pub faults: Vec<RowFault>,
    /// How many faults there are.
    pub fault_count: u32,
    /// What it said that the directory cannot hold, each in a sentence.
    pub passed_over: Vec<String>,
    /// What is kept beside the entries, to be written out again and not shown, each in a sentence.
    pub beside: Vec<String>,
}

/// A directory, written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// What the format cannot carry, each in a sentence.
    pub losses: Vec<String>,
}
