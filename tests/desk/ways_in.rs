//! The ways into a store, and the stores that are not opened.

use chrono::TimeDelta;
use desk::{Desk, Fault, Role, Standing, Unlocked};
use sederunt_tests::an_office;
use sederunt_tests::office::{Office, PASSPHRASE};

fn a_closed_office() -> Office {
    let mut office = an_office().open();
    office.some_case();
    office.close();
    office
}

/// What stopped somebody with the right passphrase.
fn stopped(office: &Office) -> Option<Fault> {
    office.a_door().unlock(PASSPHRASE).err()
}

#[test]
fn a_folder_with_no_store_is_a_first_run() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let clock = std::sync::Arc::new(sederunt_tests::Fixed::at("2026-11-23T10:00:00Z"));

    let standing = sederunt_tests::office::a_door(folder.path(), &clock).standing();

    assert_eq!(standing, Ok(Standing::FirstRun));
}

#[test]
fn the_right_passphrase_opens_the_store_with_what_was_left_in_it() {
    let office = a_closed_office();

    let (unlocked, desk) = office.a_door().unlock(PASSPHRASE).expect("the door");

    assert!(matches!(unlocked, Unlocked::Open { .. }));
    let cases = desk.as_ref().map(Desk::cases);
    assert_eq!(cases.and_then(Result::ok).map(|cases| cases.len()), Some(1));
}

#[test]
fn a_wrong_passphrase_is_counted_and_tries_have_to_wait() {
    let office = a_closed_office();

    let answers: Vec<Unlocked> = (0..12)
        .map(|_| {
            office
                .a_door()
                .unlock("not the passphrase")
                .expect("the door")
                .0
        })
        .collect();

    assert!(
        matches!(answers[0], Unlocked::Wrong { tries: 1, .. }),
        "{:?}",
        answers[0]
    );
    let waits = answers
        .iter()
        .any(|answer| matches!(answer, Unlocked::Wait { .. }));
    assert!(
        waits,
        "twelve wrong tries in a row were all looked at: {answers:?}"
    );
}

#[test]
fn whoever_must_wait_is_let_in_when_the_wait_is_over() {
    let office = a_closed_office();
    let must_wait = |answer: &Unlocked| match answer {
        Unlocked::Wrong { wait_seconds, .. } | Unlocked::Wait { wait_seconds } => *wait_seconds > 0,
        Unlocked::Open { .. } => false,
    };
    let mut tries = (0..20).map(|_| {
        office
            .a_door()
            .unlock("not the passphrase")
            .expect("the door")
            .0
    });
    assert!(
        tries.any(|answer| must_wait(&answer)),
        "no number of wrong tries makes anyone wait"
    );
    let (too_soon, _) = office.a_door().unlock(PASSPHRASE).expect("the door");
    assert!(matches!(too_soon, Unlocked::Wait { .. }), "{too_soon:?}");

    office.clock.pass(TimeDelta::hours(24));

    let (unlocked, _) = office.a_door().unlock(PASSPHRASE).expect("the door");
    assert!(matches!(unlocked, Unlocked::Open { .. }), "{unlocked:?}");
}

#[test]
fn the_recovery_key_opens_the_store_and_sets_a_new_passphrase() {
    let office = a_closed_office();
    let next = "quarry bannock heron juniper";

    let (sheet, desk) = office
        .a_door()
        .recover(&office.recovery_key, next)
        .expect("the recovery key");
    desk.close().expect("the store closes");

    assert_ne!(
        sheet.recovery_key, office.recovery_key,
        "a recovery key serves once"
    );
    let (with_old, _) = office.a_door().unlock(PASSPHRASE).expect("the door");
    assert!(matches!(with_old, Unlocked::Wrong { .. }), "{with_old:?}");
    let (with_new, _) = office.a_door().unlock(next).expect("the door");
    assert!(matches!(with_new, Unlocked::Open { .. }), "{with_new:?}");
}

#[test]
fn a_mistyped_recovery_key_is_told_from_a_wrong_one() {
    let office = a_closed_office();
    let mut mistyped: Vec<char> = office.recovery_key.chars().collect();
    mistyped[0] = if mistyped[0] == '2' { '3' } else { '2' };
    let mistyped: String = mistyped.into_iter().collect();

    let stopped = office
        .a_door()
        .recover(&mistyped, "quarry bannock heron juniper")
        .err();

    assert_eq!(stopped, Some(Fault::RecoveryKeyMistyped));
}

#[test]
fn a_damaged_key_file_is_named_as_such() {
    let office = a_closed_office();

    office.spoil(&office.key_file(), |bytes| bytes.truncate(bytes.len() / 2));

    assert_eq!(stopped(&office), Some(Fault::KeyFileDamaged));
}

#[test]
fn no_key_file_is_named_as_a_damaged_one() {
    let office = a_closed_office();

    std::fs::remove_file(office.key_file()).expect("the key file");

    assert_eq!(stopped(&office), Some(Fault::KeyFileDamaged));
}

#[test]
fn a_store_of_another_key_is_foreign() {
    let (office, stranger) = (a_closed_office(), an_office().open());
    let file = std::fs::read(stranger.store_file()).expect("the stranger's store");

    office.spoil(&office.store_file(), |bytes| {
        *bytes = other_pages(bytes, &file);
    });

    assert_eq!(stopped(&office), Some(Fault::StoreForeign));
}

/// The stranger's pages, in a file as long as ours at least.
fn other_pages(ours: &[u8], theirs: &[u8]) -> Vec<u8> {
    assert_ne!(ours, theirs);
    theirs.to_vec()
}

#[test]
fn a_store_with_a_spoiled_page_is_never_taken_for_a_sound_one() {
    let mut office = an_office().held_by(&[Role::SystemAdministrator]).open();
    let sound = office.desk().verify_store().expect("the verdict").sound;
    office.close();
    assert!(sound, "a new store is sound");

    office.spoil(&office.store_file(), |bytes| {
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
    });

    let verdict = office.a_door().unlock(PASSPHRASE).and_then(|(_, desk)| {
        let mut desk = desk.expect("the passphrase is right");
        desk.verify_store()
    });
    match verdict {
        Ok(verdict) => assert!(!verdict.sound, "a spoiled page went unseen"),
        Err(fault) => assert_eq!(fault, Fault::StoreDamaged),
    }
}

#[test]
fn a_second_copy_of_the_program_is_kept_out() {
    let mut office = an_office().open();
    office.some_case();

    let second = office.a_door().unlock(PASSPHRASE).err();

    assert_eq!(second, Some(Fault::StoreInUse));
}

#[test]
fn a_store_of_a_newer_program_is_left_alone() {
    let office = a_closed_office();
    let before = crate::newer::raise_version(&office);

    let stopped = stopped(&office);

    assert_eq!(stopped, Some(Fault::StoreNewer));
    assert_eq!(
        crate::newer::version(&office),
        before,
        "it was not brought down again"
    );
}
