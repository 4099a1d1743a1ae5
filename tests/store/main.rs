//! The store on disk: nothing of a case can be read without the key, and what was acknowledged is
//! there after the program is killed.
#![expect(
    clippy::expect_used,
    reason = "these are tests, and what they are made with stands beside them"
)]

use std::fs;

use casework::{Answers, QuestionId};
use sederunt_tests::office::PASSPHRASE;
use sederunt_tests::{Office, a_case, a_person, an_office, narrative};

/// Words that are planted in a case, a draft and its report, and looked for on disk.
const PLANTED: [&str; 4] = ["Zebedee", "Quillifer", "xylographic-answer", "Inverbrae"];

fn an_office_with_planted_words() -> Office {
    let mut office = an_office().open();
    let case = a_case()
        .about(a_person().named("Zebedee", "Quillifer"))
        .build();
    let case = office.desk().add_case(case).expect("a case").id;
    let draft = office.a_complete_report(case, "jswr-2023");
    let answer = narrative("A xylographic-answer that stands nowhere else.");
    let limits = Answers::from([(QuestionId("limits".into()), answer)]);
    let draft = office.answer(draft.id, &limits);
    office
        .desk()
        .issue_report(draft.id, draft.rev)
        .expect("the report is issued");
    office.desk().find("Quillifer").expect("a search");
    office
}

/// Every file of the store, by name.
fn files(office: &Office) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(office.folder()).expect("the folder");
    let files = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_file());
    files
        .map(|path| {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            (name, fs::read(path).expect("a file of the store"))
        })
        .collect()
}

fn holds(bytes: &[u8], words: &str) -> bool {
    let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let has = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    has(words.as_bytes()) || has(&wide)
}

#[test]
fn no_word_of_a_case_lies_open_on_disk_while_the_store_is_open_or_closed() {
    let mut office = an_office_with_planted_words();

    let while_open = files(&office);
    office.close();
    let when_closed = files(&office);

    for (name, bytes) in while_open.iter().chain(&when_closed) {
        for words in PLANTED {
            assert!(!holds(bytes, words), "“{words}” lies open in {name}");
        }
        assert!(
            !holds(bytes, PASSPHRASE),
            "the passphrase lies open in {name}"
        );
        assert!(
            !holds(bytes, &office.recovery_key),
            "the recovery key lies open in {name}"
        );
    }
    assert!(while_open.iter().any(|(name, _)| name == "sederunt.db"));
}

/// The search above finds what is there: the name of the person who signs in is in the key file,
/// which says whose passphrase it waits for.
#[test]
fn what_does_lie_open_is_found() {
    let office = an_office().open();

    let found = files(&office)
        .iter()
        .any(|(_, bytes)| holds(bytes, "Specimen"));

    assert!(found, "the search finds nothing that lies open");
    assert!(holds(b"..Quillifer..", "Quillifer"));
    assert!(holds(b"Q\0u\0i\0", "Qui"));
}

#[test]
fn a_closed_store_is_one_file_and_its_key() {
    let mut office = an_office_with_planted_words();
    office.close();

    let names: Vec<String> = files(&office).into_iter().map(|(name, _)| name).collect();

    for left in ["sederunt.db-wal", "sederunt.db-journal"] {
        assert!(
            !names.iter().any(|name| name == left),
            "{left} was left behind"
        );
    }
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_look_into_the_folder_of_a_store() {
    use std::os::unix::fs::PermissionsExt;

    let office = an_office().open();

    let mode = fs::metadata(office.folder())
        .expect("the folder")
        .permissions()
        .mode();

    assert_eq!(mode & 0o077, 0, "others may look in: {mode:o}");
}

#[test]
fn a_store_that_was_never_closed_opens_with_all_that_was_acknowledged() {
    let mut office = an_office_with_planted_words();
    let cases = office.desk().cases().expect("the cases");
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    // A copy of the files as they lie is what a power cut leaves.
    for (name, bytes) in files(&office) {
        fs::write(elsewhere.path().join(name), bytes).expect("a copy");
    }

    let mut door = sederunt_tests::office::a_door(elsewhere.path(), &office.clock);
    let (_, desk) = door.unlock(PASSPHRASE).expect("the copy opens");

    let found = desk
        .expect("the passphrase is right")
        .cases()
        .expect("the cases");
    assert_eq!(found, cases);
}
