//! `directory`: looking for services, taking files in and writing them out, and comparing editions.

use crate::Done;
use crate::arguments::Directory;

pub(crate) fn run(wanted: &Directory) -> Done {
    match wanted {
        Directory::Search(wanted) => crate::directory_search::run(wanted),
        Directory::Import(wanted) => crate::directory_import::run(wanted),
        Directory::Export(wanted) => crate::directory_export::run(wanted),
        Directory::Stale(wanted) => crate::directory_stale::run(wanted),
        Directory::Compare(wanted) => crate::directory_compare::run(wanted),
    }
}
