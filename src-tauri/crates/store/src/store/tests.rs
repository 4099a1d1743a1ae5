use std::fs;
use std::path::PathBuf;

use casework::{Answer, QuestionId, Rev};
use document::RichText;

use super::*;
use crate::fixture::{
    KEY, OTHER_KEY, a_case, a_store, a_store_in_a_file, about, an_entry, with_a_draft,
};

/// What opening a file with the right key says.
fn opening(path: &Path) -> Result<StoreAbout, Error> {
    Store::open(path, KEY).map(|store| store.about().clone())
}

/// A file of that name beside the store's own, whatever is in it.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

#[test]
fn a_store_opens_with_its_key_and_says_what_it_is() {
    let (_folder, path, store) = a_store_in_a_file();
    store.close().unwrap();

    assert_eq!(opening(&path), Ok(about()));
    assert_eq!(Store::needs_upgrade(&path, KEY), Ok(false));
}

#[test]
fn another_key_does_not_open_it() {
    let (_folder, path, store) = a_store_in_a_file();
    store.close().unwrap();

    let opened = Store::open(&path, OTHER_KEY).map(|_| ());

    assert_eq!(opened, Err(Error::WrongKeyOrForeign));
}

#[test]
fn a_passphrase_is_never_taken_for_a_key() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.sederunt");

    for key in [
        "",
        "correct horse battery staple",
        "x''",
        "x'00'; PRAGMA x; --'",
        &KEY[1..],
    ] {
        let made = Store::create(&path, key, &about()).map(|_| ());
        assert_eq!(made, Err(Error::KeyForm), "{key}");
    }
    assert!(!path.exists(), "no file is left behind");
}

#[test]
fn a_store_is_never_made_over_a_file() {
    let (_folder, path, store) = a_store_in_a_file();
    store.close().unwrap();

    let made = Store::create(&path, KEY, &about()).map(|_| ());

    assert_eq!(made, Err(Error::AlreadyThere));
    assert_eq!(opening(&path), Ok(about()));
}

#[test]
fn what_is_no_store_is_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("empty"), b"").unwrap();
    fs::write(path("letter"), b"Dear Sir or Madam, ".repeat(1000)).unwrap();
    let plain = Connection::open(path("plain")).unwrap();
    plain.execute_batch("CREATE TABLE a (b)").unwrap();
    let keyed = Connection::open(path("keyed")).unwrap();
    keyed
        .execute_batch(&format!("PRAGMA key = \"{KEY}\"; CREATE TABLE a (b)"))
        .unwrap();

    assert_eq!(opening(&path("none")), Err(Error::Missing));
    assert_eq!(opening(&path("empty")), Err(Error::Foreign));
    assert_eq!(opening(&path("letter")), Err(Error::WrongKeyOrForeign));
    assert_eq!(opening(&path("plain")), Err(Error::Foreign));
    assert_eq!(
        opening(&path("keyed")),
        Err(Error::Foreign),
        "another program's, with our key"
    );
}

#[test]
fn a_store_of_a_newer_program_is_refused() {
    let (_folder, path, store) = a_store_in_a_file();
    let known = migration::latest();
    store
        .connection()
        .pragma_update(None, "user_version", known + 1)
        .unwrap();
    store.close().unwrap();

    assert_eq!(
        opening(&path),
        Err(Error::Newer {
            found: known + 1,
            known
        })
    );
}

#[test]
fn a_store_without_one_of_its_triggers_is_refused() {
    let (_folder, path, store) = a_store_in_a_file();
    store
        .connection()
        .execute_batch("DROP TRIGGER draft_closed_to_change")
        .unwrap();
    store.close().unwrap();

    assert_eq!(opening(&path), Err(Error::Damaged));
}

#[test]
fn a_store_can_be_opened_to_be_read_only() {
    let (_folder, path, mut store) = a_store_in_a_file();
    let draft = with_a_draft(&mut store);
    store
        .connection()
        .execute_batch("DROP TRIGGER draft_closed_to_change")
        .unwrap();
    store.close().unwrap();

    let mut store = Store::open_to_read(&path, KEY).unwrap();

    assert!(store.draft(draft.id).unwrap().is_some(), "damaged or not");
    assert_eq!(store.record(&an_entry("lock")), Err(Error::ReadOnly));
    assert!(Store::open_to_read(&path, OTHER_KEY).is_err());
}

#[test]
fn every_damaged_page_is_found_and_none_is_taken_for_good() {
    let (_folder, path, mut store) = a_store_in_a_file();
    with_a_draft(&mut store);
    assert!(store.verify().unwrap().is_sound());
    store.close().unwrap();
    let sound = fs::read(&path).unwrap();
    let pages = sound.len() / 4096;

    for page in 0..pages {
        let mut damaged = sound.clone();
        damaged[page * 4096 + 1000] ^= 1;
        fs::write(&path, damaged).unwrap();

        match Store::open(&path, KEY) {
            Err(Error::WrongKeyOrForeign) => assert_eq!(page, 0, "the page that proves the key"),
            Err(error) => assert_eq!(error, Error::Damaged, "page {page}"),
            Ok(store) => {
                let verdict = store.verify().unwrap();
                assert!(verdict.bad_pages > 0, "page {page}");
                assert!(!verdict.is_sound());
            }
        }
    }
}

#[test]
fn an_engine_that_does_what_is_asked_of_it() {
    let (_folder, _path, store) = a_store_in_a_file();
    let connection = store.connection();
    let asked = |pragma: &str| {
        connection
            .pragma_query_value(None, pragma, |row| row.get::<_, i64>(0))
            .unwrap()
    };

    let wal: String = connection
        .pragma_query_value(None, "journal_mode", |row| row.get(0))
        .unwrap();
    assert_eq!(wal, "wal");
    assert_eq!(asked("synchronous"), 2, "full");
    assert_eq!(asked("foreign_keys"), 1);
    assert_eq!(asked("secure_delete"), 1);
    assert_eq!(asked("temp_store"), 2, "memory");
    assert_eq!(asked("trusted_schema"), 0);
    assert_eq!(asked("cell_size_check"), 1);
    assert_eq!(asked("busy_timeout"), 5000);
    let security: String = connection
        .pragma_query_value(None, "cipher_memory_security", |row| row.get(0))
        .unwrap();
    assert_eq!(security, "1");
    for forbidden in [
        "SELECT load_extension('x')",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''",
        "DELETE FROM search_word_data",
    ] {
        connection.execute_batch(forbidden).unwrap_err();
    }
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path, mut store) = a_store_in_a_file();
    with_a_draft(&mut store);

    for suffix in ["", "-wal", "-shm"] {
        let mode = fs::metadata(beside(&path, suffix))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{suffix}");
    }
}

#[test]
fn no_written_word_is_in_any_file() {
    const PLANTED: &str = "Quhilkinchmarker";
    let (_folder, path, mut store) = a_store_in_a_file();
    let draft = with_a_draft(&mut store);
    store
        .add_case(&a_case(2, PLANTED, PLANTED), &an_entry("case.create"))
        .unwrap();
    for rev in 1..20 {
        let answer = Answer::Narrative {
            text: RichText::from_plain(&PLANTED.repeat(200)),
        };
        let question = QuestionId(format!("q{rev}"));
        let entry = an_entry("draft.save");
        store
            .save_answer(draft.id, Rev(rev), &question, Some(&answer), &entry)
            .unwrap();
    }

    let plain = beside(&path, "-plain");
    let unguarded = Connection::open(&plain).unwrap();
    unguarded
        .execute_batch(&format!(
            "CREATE TABLE a (b); INSERT INTO a VALUES ('{PLANTED}')"
        ))
        .unwrap();
    assert!(
        shows(&fs::read(&plain).unwrap(), PLANTED.as_bytes()),
        "the scan finds what is there"
    );
    let wide: Vec<u8> = PLANTED.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let files = ["", "-wal", "-shm"].map(|suffix| fs::read(beside(&path, suffix)).unwrap());
    assert!(
        files[1].len() > 10_000,
        "the log is scanned while it is full"
    );
    for bytes in files {
        for marker in [PLANTED.as_bytes(), PLANTED.to_lowercase().as_bytes(), &wide] {
            assert!(!shows(&bytes, marker));
        }
        assert!(!bytes.starts_with(b"SQLite format 3"));
    }
}

fn shows(bytes: &[u8], marker: &[u8]) -> bool {
    bytes.windows(marker.len()).any(|window| window == marker)
}

#[test]
fn a_name_that_looks_like_an_address_of_the_engine_is_a_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file:office?mode=memory");

    Store::create(&path, KEY, &about())
        .unwrap()
        .close()
        .unwrap();

    assert!(path.exists());
    assert_eq!(opening(&path), Ok(about()));
}

#[test]
fn a_full_disk_loses_nothing_that_was_saved() {
    let (_folder, path, mut store) = a_store_in_a_file();
    let record = a_case(1, "Morag", "Example");
    store.add_case(&record, &an_entry("case.create")).unwrap();
    let pages: u32 = store
        .connection()
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .unwrap();
    store
        .connection()
        .pragma_update(None, "max_page_count", pages)
        .unwrap();
    let mut large = a_case(2, "Ewan", "Sample");
    large.case.alerts = vec!["x".repeat(100_000)];

    let refused = store.add_case(&large, &an_entry("case.create"));

    assert_eq!(refused, Err(Error::NoSpace));
    assert_eq!(store.case(record.id).unwrap(), Some(record));
    assert_eq!(store.audit(1, 10).unwrap().len(), 1);
    store
        .connection()
        .pragma_update(None, "max_page_count", 1_000_000)
        .unwrap();
    store.add_case(&large, &an_entry("case.create")).unwrap();
    store.close().unwrap();
    assert!(
        Store::open(&path, KEY)
            .unwrap()
            .verify()
            .unwrap()
            .is_sound()
    );
}

#[test]
fn a_store_that_another_holds_is_busy() {
    let (_folder, path, store) = a_store_in_a_file();
    let mut other = Store::open(&path, KEY).unwrap();
    other
        .connection()
        .busy_timeout(std::time::Duration::from_millis(1))
        .unwrap();
    store.connection().execute_batch("BEGIN IMMEDIATE").unwrap();

    assert_eq!(other.record(&an_entry("lock")), Err(Error::Busy));

    store.connection().execute_batch("ROLLBACK").unwrap();
    assert_eq!(other.record(&an_entry("lock")), Ok(()));
}

#[test]
fn what_is_set_is_kept() {
    let (_folder, path, mut store) = a_store_in_a_file();
    store
        .set_setting("office.areas", &vec!["S12000048"])
        .unwrap();
    store
        .set_setting("office.areas", &vec!["S12000041"])
        .unwrap();
    store.close().unwrap();

    let store = Store::open(&path, KEY).unwrap();

    assert_eq!(
        store.setting("office.areas"),
        Ok(Some(vec!["S12000041".to_owned()]))
    );
    assert_eq!(store.setting::<String>("office.unset"), Ok(None));
    assert_eq!(store.setting::<u32>("office.areas"), Err(Error::Damaged));
}

#[test]
fn no_error_says_where_or_what() {
    let errors = [
        Error::Engine,
        Error::Damaged,
        Error::Newer { found: 9, known: 7 },
        Error::Refused { code: 1 },
    ];
    for error in errors {
        let says = error.to_string();
        assert!(!says.contains('/') && !says.contains("SELECT"), "{says}");
    }
    let refused = a_store().write(|tx| Ok(tx.execute_batch("SELECT secret FROM nowhere")?));
    assert_eq!(refused, Err(Error::Refused { code: 1 }));
}
