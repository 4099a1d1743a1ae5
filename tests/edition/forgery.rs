//! An edition that nobody we trust has signed is not read.

use edition::{Error, PINNED_KEYS, pack, read, signing_key, verify};
use proptest::prelude::*;
use sederunt_tests::places::{command_line, content};

fn shipped() -> Vec<u8> {
    std::fs::read(content().join("edition.sederunt")).expect("the edition")
}

#[test]
fn an_edition_signed_by_a_stranger_is_refused() {
    let stranger = signing_key(&"11".repeat(32)).expect("a key");
    let sources = read(&content()).expect("the sources have no fault");

    let forged = pack(&sources, &stranger).expect("the sources pack");

    assert!(matches!(verify(&forged, &PINNED_KEYS), Err(Error::Forged)));
}

#[test]
fn the_command_line_refuses_a_forged_edition_and_says_why() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("forged.sederunt");
    let mut forged = shipped();
    let last = forged.len() - 1;
    forged[last] ^= 1;
    std::fs::write(&file, forged).expect("the forgery");

    let verified = command_line()
        .args(["edition", "verify"])
        .arg(&file)
        .output();

    let verified = verified.expect("the command line runs");
    assert_eq!(verified.status.code(), Some(1));
    let says = String::from_utf8_lossy(&verified.stderr);
    assert!(
        says.contains("not signed by a key this program trusts"),
        "{says}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_byte_is_changed_the_edition_is_refused(place in any::<prop::sample::Index>(), flip in 1_u8..) {
        let mut changed = shipped();
        let place = place.index(changed.len());
        changed[place] ^= flip;

        let refused = verify(&changed, &PINNED_KEYS);

        prop_assert!(matches!(refused, Err(Error::Forged | Error::NotAnEdition)));
    }

    #[test]
    fn whatever_bytes_come_nothing_but_an_edition_is_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(verify(&bytes, &PINNED_KEYS).is_err());
    }
}
