//! A store as a program that is not written yet would leave it.

use std::path::Path;

use rusqlite::Connection;
use sederunt_tests::office::{Office, PASSPHRASE};
use vault::{KeyFile, Passphrase};

/// Says that a newer program wrote the store, and gives the version it says.
pub(crate) fn raise_version(office: &Office) -> u32 {
    let raised = version(office) + 1;
    let raising = opened(office).pragma_update(None, "user_version", raised);
    raising.expect("the version can be raised");
    raised
}

pub(crate) fn version(office: &Office) -> u32 {
    version_of(&opened(office))
}

pub(crate) fn version_of(store: &Connection) -> u32 {
    let read = store.pragma_query_value(None, "user_version", |row| row.get(0));
    read.expect("the version can be read")
}

pub(crate) fn opened(office: &Office) -> Connection {
    opened_at(office, &office.store_file())
}

/// Opens a store with the key of an office.
pub(crate) fn opened_at(office: &Office, file: &Path) -> Connection {
    let key_file = std::fs::read(office.key_file()).expect("the key file");
    let key_file = KeyFile::from_bytes(&key_file).expect("a key file");
    let user = key_file.users().next().expect("a user").to_owned();
    let passphrase = Passphrase::new(PASSPHRASE).expect("a passphrase");
    let key = key_file.open(&user, &passphrase).expect("the key");
    let connection = Connection::open(file).expect("the store's file");
    connection
        .pragma_update(None, "key", key.raw_key_literal().as_str())
        .expect("the key is taken");
    connection
}
