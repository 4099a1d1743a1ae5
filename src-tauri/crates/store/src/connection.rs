//! A connection to the file: the key, and how the engine is told to behave.

use std::fs::{File, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::Error;
use crate::failure::Failure;

/// The first version without the fault in resetting the write-ahead log (requirement K1).
const FIRST_SAFE_ENGINE: i32 = 3_051_003;

/// How long a connection waits for another to let go.
const PATIENCE: Duration = Duration::from_secs(5);

/// How every file of the plain engine begins; a store never does, being encrypted from its first byte.
const PLAIN_HEADER: &[u8] = b"SQLite format 3\0";

/// Opens an existing file with its key.
pub(crate) fn open(path: &Path, key: &str) -> Result<Connection, Failure> {
    let path = whole(path)?;
    refuse_what_is_no_store(&path)?;
    let connection = unlocked(&path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    prepare(&connection)?;
    Ok(connection)
}

/// Opens an existing file with its key, to be read only.
pub(crate) fn open_to_read(path: &Path, key: &str) -> Result<Connection, Failure> {
    let path = whole(path)?;
    refuse_what_is_no_store(&path)?;
    let connection = unlocked(&path, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    guard(&connection)?;
    Ok(connection)
}

/// Makes an empty file with a key and fills it. Nothing is ever written over, and a file that could
/// not be filled is removed.
pub(crate) fn make<T>(
    path: &Path,
    key: &str,
    fill: impl FnOnce(Connection) -> Result<T, Failure>,
) -> Result<T, Failure> {
    make_plain(path, key, |connection| {
        prepare(&connection)?;
        fill(connection)
    })
}

/// The same, the connection having its key and no more, as a backup is written to.
pub(crate) fn make_plain<T>(
    path: &Path,
    key: &str,
    fill: impl FnOnce(Connection) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let path = whole(path)?;
    check_key(key)?;
    make_private_file(&path)?;
    let filled = unlocked(&path, key, OpenFlags::SQLITE_OPEN_READ_WRITE).and_then(fill);
    if filled.is_err() {
        // The first failure is the one to tell of.
        let _ = std::fs::remove_file(&path);
    }
    filled
}

/// Opens a database that lives in memory only, without a key.
pub(crate) fn in_memory() -> Result<Connection, Failure> {
    let connection = Connection::open_in_memory()?;
    check_engine(&connection)?;
    prepare(&connection)?;
    Ok(connection)
}

/// Connects to a file that is there and gives the key. A connection is used from one thread at a time.
fn unlocked(path: &Path, key: &str, mode: OpenFlags) -> Result<Connection, Failure> {
    let flags = mode | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    unlock(&connection, key)?;
    Ok(connection)
}

/// Gives the path from the root: a name such as `file:x?mode=memory` is then a name and no address
/// of the engine's (requirement D2).
fn whole(path: &Path) -> Result<PathBuf, Error> {
    std::path::absolute(path).map_err(|_| Error::Disk)
}

fn refuse_what_is_no_store(path: &Path) -> Result<(), Error> {
    let mut start = Vec::new();
    let file = File::open(path).map_err(|error| of_file(&error))?;
    let limit = u64::try_from(PLAIN_HEADER.len()).unwrap_or(u64::MAX);
    file.take(limit)
        .read_to_end(&mut start)
        .map_err(|error| of_file(&error))?;
    if start.is_empty() || start == PLAIN_HEADER {
        return Err(Error::Foreign);
    }
    Ok(())
}

fn make_private_file(path: &Path) -> Result<(), Error> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| of_file(&error))?;
    Ok(())
}

fn of_file(error: &std::io::Error) -> Error {
    use std::io::ErrorKind;
    let kind = error.kind();
    if kind == ErrorKind::NotFound {
        Error::Missing
    } else if kind == ErrorKind::AlreadyExists {
        Error::AlreadyThere
    } else if kind == ErrorKind::StorageFull {
        Error::NoSpace
    } else {
        Error::Disk
    }
}

/// Gives the key and proves it by reading the first page.
fn unlock(connection: &Connection, key: &str) -> Result<(), Failure> {
    check_key(key)?;
    connection
        .execute_batch("PRAGMA cipher_log_level = NONE; PRAGMA cipher_memory_security = ON;")?;
    let statement = Zeroizing::new(format!("PRAGMA key = \"{key}\";"));
    connection.execute_batch(&statement)?;
    check_engine(connection)?;
    connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
        .map_err(|error| match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::NotADatabase) => Error::WrongKeyOrForeign.into(),
            Some(_) | None => Failure::from(error),
        })
}

/// A raw key is 64 hexadecimal digits between `x'` and `'`; a passphrase never gets here.
fn check_key(key: &str) -> Result<(), Error> {
    let digits = key
        .strip_prefix("x'")
        .and_then(|rest| rest.strip_suffix('\''));
    match digits {
        Some(digits) if digits.len() == 64 && digits.bytes().all(|b| b.is_ascii_hexdigit()) => {
            Ok(())
        }
        Some(_) | None => Err(Error::KeyForm),
    }
}

/// Refuses an engine without the cipher, or with the fault that loses committed work (K1).
fn check_engine(connection: &Connection) -> Result<(), Failure> {
    let cipher: Option<String> = connection
        .pragma_query_value(None, "cipher_version", |row| row.get(0))
        .ok();
    if cipher.is_none_or(|version| version.is_empty())
        || rusqlite::version_number() < FIRST_SAFE_ENGINE
    {
        return Err(Error::Engine.into());
    }
    Ok(())
}

/// Sets everything that requirement D1 asks of a connection.
fn prepare(connection: &Connection) -> Result<(), Failure> {
    guard(connection)?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA secure_delete = ON;",
    )?;
    Ok(())
}

/// Sets what concerns reading as well as writing.
fn guard(connection: &Connection) -> Result<(), Failure> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE, false)?;
    connection.execute_batch(
        "PRAGMA temp_store = MEMORY;
         PRAGMA mmap_size = 0;
         PRAGMA cell_size_check = ON;",
    )?;
    Ok(())
}
