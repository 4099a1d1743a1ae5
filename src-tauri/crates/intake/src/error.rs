//! Why a child gave no answer.

/// Why a child gave no answer.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The child process could not be started.
    #[error("the reading process could not be started")]
    Child(#[from] std::io::Error),
    /// The child process ended before it answered, its limits stopped it, or it took too long.
    #[error("the reading process stopped")]
    Stopped,
    /// Whoever asked wanted the answer no more.
    #[error("the reading was cancelled")]
    Cancelled,
    /// The file is not a PDF, or has no such page.
    #[error("the page could not be read")]
    Unreadable,
}
