//! How far the taking in of a file is, and whether it is to go on.

use std::ops::ControlFlow;

use serde::Serialize;

/// How far the taking in of a file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ImportProgress {
    /// How many entries are done.
    pub done: u32,
    /// How many there are; none while it is not known yet.
    pub of: u32,
}

/// Is told how far the taking in of a file is, and says whether it is to go on.
pub type Watch<'a> = &'a mut dyn FnMut(ImportProgress) -> ControlFlow<()>;
