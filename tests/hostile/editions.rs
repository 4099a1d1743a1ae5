//! Editions, national and local: what is not signed is not read, and what is signed is read within
//! its bounds, since a signature says who made a file and not that it is well made.

use std::io::Write as _;

use directory::Service;
use ed25519_dalek::{Signer, SigningKey};
use edition::{Edition, verify};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use proptest::prelude::*;
use publication::{Error, LocalEdition, PublishedEntry, approve, propose};
use sederunt_tests::places::content;

use crate::changed::changes;

/// The most that a local edition is read of, unpacked.
const LARGEST_LOCAL: usize = 64 * 1024 * 1024;

/// The most that the content is read of, unpacked.
const LARGEST: usize = 20 * 1024 * 1024;

fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn shipped() -> Edition {
    let bytes = std::fs::read(content().join("edition.sederunt")).expect("the edition");
    verify(&bytes, &edition::PINNED_KEYS).expect("it is signed")
}

fn a_local_edition() -> LocalEdition {
    let services: Vec<Service> = shipped().services.into_iter().take(3).collect();
    let entries = services.into_iter().map(|service| PublishedEntry {
        base: Some(service.clone()),
        service,
        assured_how: None,
    });
    LocalEdition {
        office: "Inverbrae justice social work".into(),
        number: 1,
        made_on: "2026-11-22".parse().expect("a day"),
        over: "2026-11".into(),
        entries: entries.collect(),
        organisations: Vec::new(),
    }
}

fn packed(json: &[u8]) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(json).expect("it is packed");
    packed.finish().expect("it is packed")
}

/// A body that somebody really signed, as the content's file has it.
fn signed_content(body: &[u8]) -> Vec<u8> {
    let magic = b"SEDERUNT EDN  1\n";
    let signature = key(1).sign(&[magic.as_slice(), body].concat());
    [magic.as_slice(), &signature.to_bytes(), body].concat()
}

/// A body that somebody really signed, as a local edition's file has it.
fn signed_local(body: &[u8]) -> Vec<u8> {
    let magic = b"SEDERUNT DIR  1\n";
    let signature = key(1).sign(&[magic.as_slice(), b"proposed\n", body].concat());
    let public = key(1).verifying_key().to_bytes();
    [magic.as_slice(), &[1], &public, &signature.to_bytes(), body].concat()
}

fn read_content(file: &[u8]) -> Result<Edition, edition::Error> {
    verify(file, &[key(1).verifying_key().to_bytes()])
}

#[test]
fn a_signed_body_that_unpacks_without_end_is_not_read() {
    let local = vec![b' '; LARGEST_LOCAL + 1];
    let of_content = vec![b' '; LARGEST + 1];

    let local = publication::read(&signed_local(&packed(&local)));
    let of_content = read_content(&signed_content(&packed(&of_content)));

    assert_eq!(local, Err(Error::Unparsable));
    assert!(matches!(of_content, Err(edition::Error::Unparsable)));
}

#[test]
fn a_signed_body_nested_without_end_is_not_read() {
    let deep = packed(&b"[".repeat(1_000_000));
    let inside = packed(format!("{{\"entries\":{}", "[".repeat(1_000_000)).as_bytes());

    for body in [deep, inside] {
        assert_eq!(
            publication::read(&signed_local(&body)),
            Err(Error::Unparsable)
        );
        assert!(read_content(&signed_content(&body)).is_err());
    }
}

#[test]
fn what_is_signed_here_is_signed_as_the_program_does() {
    let edition = a_local_edition();
    let json = serde_json::to_vec(&edition).expect("it is written");
    let of_content = serde_json::to_vec(&shipped()).expect("it is written");

    let read = publication::read(&signed_local(&packed(&json))).expect("it is read");

    assert_eq!(read.edition, edition);
    assert_eq!(
        read_content(&signed_content(&packed(&of_content))).expect("it is read"),
        shipped()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn whatever_bytes_come_no_local_edition_is_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let headed = [b"SEDERUNT DIR  1\n\x01".as_slice(), &bytes].concat();

        prop_assert!(publication::read(&bytes).is_err());
        prop_assert!(publication::read(&headed).is_err());
        prop_assert!(approve(&headed, &key(2)).is_err());
    }

    #[test]
    fn a_local_edition_that_was_changed_is_refused(changes in changes(), approved: bool) {
        let proposed = propose(&a_small_edition(), &key(1)).expect("it is proposed");
        let good = if approved { approve(&proposed, &key(2)).expect("it is approved") } else { proposed };
        let changed = changes.of(&good);

        let read = publication::read(&changed);

        prop_assert!(changed == good || read.is_err());
    }

    #[test]
    fn a_signed_local_edition_of_changed_words_is_read_or_refused(changes in changes()) {
        let json = serde_json::to_vec(&a_small_edition()).expect("it is written");

        let read = publication::read(&signed_local(&packed(&changes.of(&json))));

        prop_assert!(matches!(read, Ok(_) | Err(Error::Unparsable)));
    }

    #[test]
    fn a_signed_local_edition_of_a_changed_package_is_read_or_refused(changes in changes()) {
        let json = serde_json::to_vec(&a_small_edition()).expect("it is written");

        let read = publication::read(&signed_local(&changes.of(&packed(&json))));

        prop_assert!(matches!(read, Ok(_) | Err(Error::Unparsable)));
    }
}

proptest! {
    // The whole content is unpacked and read each time.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn signed_content_of_changed_words_is_read_or_refused(changes in changes()) {
        let json = content_in_json();

        let read = read_content(&signed_content(&packed(&changes.of(json))));

        prop_assert!(matches!(read, Ok(_) | Err(edition::Error::Unparsable)));
    }
}

fn a_small_edition() -> LocalEdition {
    use std::sync::LazyLock;
    static EDITION: LazyLock<LocalEdition> = LazyLock::new(a_local_edition);
    EDITION.clone()
}

fn content_in_json() -> &'static [u8] {
    use std::sync::LazyLock;
    static JSON: LazyLock<Vec<u8>> =
        LazyLock::new(|| serde_json::to_vec(&shipped()).expect("it is written"));
    &JSON
}
