//! The file a local edition travels in: signed by who proposed it and by who approved it.
//!
//! Layout: sixteen bytes of magic, how many signatures there are (1 or 2), each as a public key (32
//! bytes) and an Ed25519 signature (64 bytes), then the body: zlib over the edition as JSON. A
//! signature covers the magic, what it says (proposed or approved) and the body; the second covers
//! the first as well, so that what was approved is what was proposed.

use std::fmt::{self, Write as _};
use std::io::{Read, Write as _};

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{Error, LocalEdition};

const MAGIC: &[u8; 16] = b"SEDERUNT DIR  1\n";
const KEY_LENGTH: usize = 32;
const SIGNATURE_LENGTH: usize = 64;

/// The largest body that is read, unpacked: 64 MiB.
const LARGEST: u64 = 64 * 1024 * 1024;

/// A public key, as two people compare it: the first sixteen bytes of its SHA-256 in groups of four
/// hexadecimal digits.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct Fingerprint(pub String);

impl Fingerprint {
    /// The fingerprint of a public key.
    pub fn of(key: &[u8; KEY_LENGTH]) -> Self {
        let mut words = String::new();
        for (at, byte) in Sha256::digest(key).iter().take(16).enumerate() {
            if at > 0 && at % 2 == 0 {
                words.push(' ');
            }
            // Writing to a string does not fail.
            let _ = write!(words, "{byte:02x}");
        }
        Self(words)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A local edition whose signatures are whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// What it holds.
    pub edition: LocalEdition,
    /// Whose key proposed it.
    pub proposed_by: Fingerprint,
    /// Whose key approved it; none where nobody has yet.
    pub approved_by: Option<Fingerprint>,
}

/// Puts a local edition into a file that its editor proposes. Same edition and key, same bytes.
pub fn propose(edition: &LocalEdition, key: &SigningKey) -> Result<Vec<u8>, Error> {
    let json = serde_json::to_vec(edition).map_err(|_| Error::Unparsable)?;
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(&json).and_then(|()| encoder.finish());
    let body = written.map_err(|_| Error::Unparsable)?;
    let mark = Mark::of(key, &Said::Proposed.over(&body));
    Ok(file(&[mark], &body))
}

/// Adds the signature of who approves. Whoever proposed it may not.
pub fn approve(proposed: &[u8], key: &SigningKey) -> Result<Vec<u8>, Error> {
    let parts = Parts::of(proposed)?;
    parts.edition()?;
    let [proposal] = parts.marks.as_slice() else {
        return Err(Error::ApprovedAlready);
    };
    if proposal.key == key.verifying_key().to_bytes() {
        return Err(Error::SamePerson);
    }
    let mark = Mark::of(key, &Said::Approved(proposal).over(parts.body));
    Ok(file(&[proposal.clone(), mark], parts.body))
}

/// Sees that the signatures are whole and, only then, reads the edition.
pub fn read(file: &[u8]) -> Result<Signed, Error> {
    let parts = Parts::of(file)?;
    let edition = parts.edition()?;
    let mut fingerprints = parts.marks.iter().map(|mark| Fingerprint::of(&mark.key));
    let proposed_by = fingerprints.next().ok_or(Error::NotAnEdition)?;
    Ok(Signed {
        edition,
        proposed_by,
        approved_by: fingerprints.next(),
    })
}

/// A public key and its signature.
#[derive(Clone)]
struct Mark {
    key: [u8; KEY_LENGTH],
    signature: [u8; SIGNATURE_LENGTH],
}

impl Mark {
    fn of(key: &SigningKey, message: &[u8]) -> Self {
        Self {
            key: key.verifying_key().to_bytes(),
            signature: key.sign(message).to_bytes(),
        }
    }

    fn holds(&self, message: &[u8]) -> bool {
        let signature = Signature::from_bytes(&self.signature);
        VerifyingKey::from_bytes(&self.key)
            .is_ok_and(|key| key.verify_strict(message, &signature).is_ok())
    }

    fn bytes(&self) -> Vec<u8> {
        [self.key.as_slice(), &self.signature].concat()
    }
}

/// What a signature says.
enum Said<'m> {
    Proposed,
    Approved(&'m Mark),
}

impl Said<'_> {
    fn over(&self, body: &[u8]) -> Vec<u8> {
        match self {
            Self::Proposed => [MAGIC.as_slice(), b"proposed\n", body].concat(),
            Self::Approved(proposal) => {
                [MAGIC.as_slice(), b"approved\n", &proposal.bytes(), body].concat()
            }
        }
    }
}

fn file(marks: &[Mark], body: &[u8]) -> Vec<u8> {
    let count = u8::try_from(marks.len()).unwrap_or(u8::MAX);
    let mut bytes = [MAGIC.as_slice(), &[count]].concat();
    for mark in marks {
        bytes.extend(mark.bytes());
    }
    bytes.extend(body);
    bytes
}

/// A file taken apart, its signatures seen to be whole.
struct Parts<'f> {
    marks: Vec<Mark>,
    body: &'f [u8],
}

impl<'f> Parts<'f> {
    fn of(file: &'f [u8]) -> Result<Self, Error> {
        let rest = file.strip_prefix(MAGIC).ok_or(Error::NotAnEdition)?;
        let (count, mut rest) = rest.split_first().ok_or(Error::NotAnEdition)?;
        if !matches!(count, 1 | 2) {
            return Err(Error::NotAnEdition);
        }
        let mut marks = Vec::new();
        for _ in 0..*count {
            let (key, after) = rest.split_first_chunk().ok_or(Error::NotAnEdition)?;
            let (signature, after) = after.split_first_chunk().ok_or(Error::NotAnEdition)?;
            marks.push(Mark {
                key: *key,
                signature: *signature,
            });
            rest = after;
        }
        let parts = Self { marks, body: rest };
        if parts.whole() {
            Ok(parts)
        } else {
            Err(Error::Forged)
        }
    }

    fn whole(&self) -> bool {
        match self.marks.as_slice() {
            [proposal] => proposal.holds(&Said::Proposed.over(self.body)),
            [proposal, approval] => {
                proposal.key != approval.key
                    && proposal.holds(&Said::Proposed.over(self.body))
                    && approval.holds(&Said::Approved(proposal).over(self.body))
            }
            _ => false,
        }
    }

    fn edition(&self) -> Result<LocalEdition, Error> {
        let mut json = Vec::new();
        let unpacked = ZlibDecoder::new(self.body)
            .take(LARGEST + 1)
            .read_to_end(&mut json)
            .map_err(|_| Error::Unparsable)?;
        if unpacked as u64 > LARGEST {
            return Err(Error::Unparsable);
        }
        serde_json::from_slice(&json).map_err(|_| Error::Unparsable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn an_edition() -> LocalEdition {
        LocalEdition {
            office: "Inverbrae justice social work".into(),
            number: 3,
            made_on: "2026-11-22".parse().unwrap(),
            over: "2026-11".into(),
            entries: Vec::new(),
            organisations: Vec::new(),
        }
    }

    fn key(seed: u8) -> SigningKey {
        SigningKey::from_bytes(&[seed; 32])
    }

    fn fingerprint(key: &SigningKey) -> Fingerprint {
        Fingerprint::of(&key.verifying_key().to_bytes())
    }

    #[test]
    fn what_one_proposes_and_another_approves_is_what_is_read() {
        let proposed = propose(&an_edition(), &key(1)).unwrap();
        let approved = approve(&proposed, &key(2)).unwrap();

        let before = read(&proposed).unwrap();
        let after = read(&approved).unwrap();

        assert_eq!(before.approved_by, None);
        assert_eq!(
            after,
            Signed {
                edition: an_edition(),
                proposed_by: fingerprint(&key(1)),
                approved_by: Some(fingerprint(&key(2))),
            }
        );
    }

    #[test]
    fn nobody_approves_what_they_proposed() {
        let proposed = propose(&an_edition(), &key(1)).unwrap();

        assert_eq!(approve(&proposed, &key(1)), Err(Error::SamePerson));
    }

    #[test]
    fn what_is_approved_is_not_approved_again() {
        let proposed = propose(&an_edition(), &key(1)).unwrap();
        let approved = approve(&proposed, &key(2)).unwrap();

        assert_eq!(approve(&approved, &key(3)), Err(Error::ApprovedAlready));
    }

    #[test]
    fn any_changed_byte_is_a_forgery() {
        let proposed = propose(&an_edition(), &key(1)).unwrap();
        let approved = approve(&proposed, &key(2)).unwrap();

        for place in 0..approved.len() {
            let mut changed = approved.clone();
            changed[place] ^= 1;

            let refused = read(&changed);

            assert!(
                matches!(refused, Err(Error::Forged | Error::NotAnEdition)),
                "byte {place} was changed and the file was read"
            );
        }
    }

    #[test]
    fn an_approval_is_not_put_to_another_proposal() {
        let mut other = an_edition();
        other.number = 4;
        let approved = approve(&propose(&an_edition(), &key(1)).unwrap(), &key(2)).unwrap();
        let proposed = propose(&other, &key(1)).unwrap();

        let marks = 17..17 + 2 * (KEY_LENGTH + SIGNATURE_LENGTH);
        let body = 17 + KEY_LENGTH + SIGNATURE_LENGTH;
        let mut stolen = approved[..marks.end].to_vec();
        stolen.extend(&proposed[body..]);

        assert_eq!(read(&stolen), Err(Error::Forged));
    }

    #[test]
    fn a_cut_file_is_not_an_edition() {
        let proposed = propose(&an_edition(), &key(1)).unwrap();

        for length in 0..proposed.len() {
            let refused = read(&proposed[..length]);

            assert!(matches!(refused, Err(Error::NotAnEdition | Error::Forged)));
        }
    }

    #[test]
    fn a_fingerprint_is_eight_groups_of_four() {
        let words = fingerprint(&key(1)).0;

        assert!(words.split(' ').all(|group| group.len() == 4));
        assert_eq!(words.split(' ').count(), 8);
    }
}
