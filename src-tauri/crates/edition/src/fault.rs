//! A fault of a content source, said so that its editor can put it right.

/// A fault: where it is and what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentFault {
    /// The file, below the content folder.
    pub file: String,
    /// The line, from 1, where it can be told.
    pub line: Option<usize>,
    /// The field or entry.
    pub field: String,
    /// What is wrong.
    pub says: String,
}

impl std::fmt::Display for ContentFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}: {}", self.field, self.says)
    }
}
