//! What stops a page picture.

/// What stops a page picture.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The child process could not be started or spoken to.
    #[error("the reading process could not be used")]
    Child(#[from] std::io::Error),
    /// The child process ended before it answered, or its limits stopped it.
    #[error("the reading process stopped")]
    Stopped,
    /// The file is not a PDF, or has no such page.
    #[error("the page could not be read")]
    Unreadable,
}
