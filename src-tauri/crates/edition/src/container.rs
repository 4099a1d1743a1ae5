//! The file an edition travels in: signed, and verified before anything is parsed.
//!
//! Layout: sixteen bytes of magic, the Ed25519 signature (64 bytes), then the body: zlib over the
//! edition as JSON. The signature covers the magic and the body.

use std::io::{Read, Write};

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use flate2::{Compression, read::ZlibDecoder, write::ZlibEncoder};

use crate::{Edition, Error};

const MAGIC: &[u8; 16] = b"SEDERUNT EDN  1\n";
const SIGNATURE_LENGTH: usize = 64;

/// The largest edition that is read, unpacked: 20 MiB.
const LARGEST: u64 = 20 * 1024 * 1024;

/// Packs an edition and signs it. Same edition and key, same bytes.
pub fn pack(edition: &Edition, key: &SigningKey) -> Result<Vec<u8>, Error> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    let json = serde_json::to_vec(edition).map_err(|_| Error::Unparsable)?;
    let written = encoder.write_all(&json).and_then(|()| encoder.finish());
    let body = written.map_err(|_| Error::Unparsable)?;
    let signature = key.sign(&[MAGIC.as_slice(), &body].concat());
    Ok([MAGIC.as_slice(), &signature.to_bytes(), &body].concat())
}

/// Verifies a file against the keys and, only then, reads the edition in it.
pub fn verify(file: &[u8], keys: &[[u8; 32]]) -> Result<Edition, Error> {
    let rest = file.strip_prefix(MAGIC).ok_or(Error::NotAnEdition)?;
    let (signature, body) = rest
        .split_at_checked(SIGNATURE_LENGTH)
        .ok_or(Error::NotAnEdition)?;
    let signature = Signature::from_slice(signature).map_err(|_| Error::NotAnEdition)?;
    let signed = [MAGIC.as_slice(), body].concat();
    let known = keys
        .iter()
        .filter_map(|key| VerifyingKey::from_bytes(key).ok())
        .any(|key| key.verify_strict(&signed, &signature).is_ok());
    if !known {
        return Err(Error::Forged);
    }
    let mut json = Vec::new();
    let unpacked = ZlibDecoder::new(body)
        .take(LARGEST + 1)
        .read_to_end(&mut json)
        .map_err(|_| Error::Unparsable)?;
    if unpacked as u64 > LARGEST {
        return Err(Error::Unparsable);
    }
    serde_json::from_slice(&json).map_err(|_| Error::Unparsable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Label;

    fn an_edition() -> Edition {
        Edition {
            label: Label {
                number: 1,
                name: "test".into(),
                checked_to: "never".into(),
            },
            families: Vec::new(),
            options: Vec::new(),
            conditions: Vec::new(),
            competence: law::Competence::default(),
            calculators: reckoning::Calculators::default(),
            councils: Vec::new(),
            courts: Vec::new(),
            prisons: Vec::new(),
            organisations: Vec::new(),
            services: Vec::new(),
            code_lists: Vec::new(),
            terms: Vec::new(),
            everyday_words: Vec::new(),
            forms: Vec::new(),
            meeting_types: Vec::new(),
            demonstration: Vec::new(),
        }
    }

    fn a_key() -> SigningKey {
        SigningKey::from_bytes(&[7; 32])
    }

    #[test]
    fn what_is_packed_is_what_is_verified() {
        let edition = an_edition();

        let file = pack(&edition, &a_key()).unwrap();

        let found = verify(&file, &[a_key().verifying_key().to_bytes()]).unwrap();
        assert_eq!(found, edition);
    }

    #[test]
    fn any_changed_byte_is_a_forgery() {
        let keys = [a_key().verifying_key().to_bytes()];
        let file = pack(&an_edition(), &a_key()).unwrap();

        for place in 0..file.len() {
            let mut changed = file.clone();
            changed[place] ^= 1;

            let refused = verify(&changed, &keys);

            assert!(
                matches!(refused, Err(Error::Forged | Error::NotAnEdition)),
                "byte {place} was changed and the file was read"
            );
        }
    }

    #[test]
    fn another_persons_signature_is_refused() {
        let file = pack(&an_edition(), &a_key()).unwrap();
        let stranger = SigningKey::from_bytes(&[8; 32]);

        let refused = verify(&file, &[stranger.verifying_key().to_bytes()]);

        assert!(matches!(refused, Err(Error::Forged)));
    }

    #[test]
    fn a_cut_file_is_not_an_edition() {
        let file = pack(&an_edition(), &a_key()).unwrap();

        for length in 0..80 {
            let refused = verify(&file[..length], &[]);

            assert!(matches!(refused, Err(Error::NotAnEdition | Error::Forged)));
        }
    }
}
