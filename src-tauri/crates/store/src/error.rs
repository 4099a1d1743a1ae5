//! Why the store could not do its work.

/// Why the store could not do its work. No text of it names a path, a record or a statement, so
/// that it can be shown and logged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The engine was built without its cipher, or is older than the first safe version.
    #[error("the database engine is not one that the store may be used with")]
    Engine,
    /// The key is not a raw key of 32 bytes.
    #[error("the key is not a raw key")]
    KeyForm,
    /// There is no file.
    #[error("there is no store there")]
    Missing,
    /// There is a file already, and a store is never written over one.
    #[error("something is there already")]
    AlreadyThere,
    /// The first page cannot be read: another key made it, or it is no store.
    #[error("the key does not open the store, or it is not a store")]
    WrongKeyOrForeign,
    /// It can be read, but is another program's database.
    #[error("it is not a store")]
    Foreign,
    /// A newer program wrote it.
    #[error("the store is of version {found}, and this program knows versions up to {known}")]
    Newer {
        /// Its version.
        found: u32,
        /// The last version known here.
        known: u32,
    },
    /// A page, the schema or a record is not as the store wrote it.
    #[error("the store is damaged")]
    Damaged,
    /// The disk is full. What was saved before is safe.
    #[error("there is no space left")]
    NoSpace,
    /// Another process holds the store and did not let go in time.
    #[error("the store is busy")]
    Busy,
    /// The disk did not do as asked.
    #[error("the disk did not answer")]
    Disk,
    /// The file may be read but not written.
    #[error("the store cannot be written to")]
    ReadOnly,
    /// No such record.
    #[error("there is no such record")]
    NotFound,
    /// A record with that id is held already.
    #[error("a record with that id is held already")]
    AlreadyHeld,
    /// Somebody else changed the record since it was read. Nothing was written.
    #[error("the record was changed meanwhile")]
    ChangedMeanwhile,
    /// Whoever watched the writing wanted it no more. Nothing was written.
    #[error("the writing was cancelled")]
    Cancelled,
    /// A record names another that is not held.
    #[error("the record names another that is not held")]
    DanglingReference,
    /// The bytes are not those that the digest was taken of.
    #[error("the bytes do not have the digest named")]
    DigestDiffers,
    /// Cases and reports are indexed as they are written, never from an edition.
    #[error("an edition holds no cases or reports")]
    NotOfAnEdition,
    /// A value could not be written as a record.
    #[error("the record could not be written")]
    Unwritable,
    /// A fault of this program: the engine's own code. Its text may quote a statement or a path,
    /// so it is not kept.
    #[error("the database engine refused, code {code}")]
    Refused {
        /// The engine's extended result code.
        code: i32,
    },
}
