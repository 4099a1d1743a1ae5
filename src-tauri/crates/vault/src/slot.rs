//! One lock on the key file: the database key, wrapped for one passphrase or the recovery key.

use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{Key, KeyInit, Tag, XChaCha20Poly1305, XNonce};
use hkdf::HkdfExtract;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use uuid::Uuid;
use zeroize::Zeroize;

use crate::Error;
use crate::cost::Cost;
use crate::database_key::DatabaseKey;
use crate::hex::Hex;
use crate::key_file::{DatabaseId, Enrolment, VERSION};
use crate::passphrase::Passphrase;
use crate::randomness::Randomness;
use crate::recovery_key::RecoveryKey;
use crate::secret::{SECRET_BYTES, Secret};

const SALT_BYTES: usize = 16;
const NONCE_BYTES: usize = 24;
const TAG_BYTES: usize = 16;

/// The identifier of a slot; a re-wrapped slot gets a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct SlotId(Uuid);

/// What a slot opens to, and on what terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum Lock {
    /// One person's passphrase, stretched at a cost.
    Passphrase {
        user: String,
        cost: Cost,
        /// Whether a secret kept by the computer is needed as well.
        device: bool,
    },
    /// The recovery key. It is 256 random bits, which no stretching can make harder to guess, so
    /// it has no cost: a recovery works at once on any machine.
    Recovery,
}

/// The database key under one lock. Everything in it may be seen; nothing may be altered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slot {
    pub(crate) id: SlotId,
    pub(crate) lock: Lock,
    salt: Hex<SALT_BYTES>,
    nonce: Hex<NONCE_BYTES>,
    wrapped_key: Hex<SECRET_BYTES>,
    tag: Hex<TAG_BYTES>,
}

impl SlotId {
    fn draw(randomness: &mut dyn Randomness) -> Result<Self, Error> {
        let Hex(bytes) = Hex::draw(randomness)?;
        Ok(Self(uuid::Builder::from_random_bytes(bytes).into_uuid()))
    }
}

impl Lock {
    /// The terms in a form that can be written in one way only, for authentication. The name comes
    /// last, because it alone has no fixed length.
    fn canonical(&self) -> Vec<u8> {
        match self {
            Self::Passphrase { user, cost, device } => {
                let mut bytes = vec![1];
                bytes.extend(cost.canonical());
                bytes.push(u8::from(*device));
                bytes.extend(user.as_bytes());
                bytes
            }
            Self::Recovery => vec![2],
        }
    }
}

impl Slot {
    /// Wraps `key` for a person's passphrase.
    pub(crate) fn for_passphrase(
        database: DatabaseId,
        enrolment: &Enrolment<'_>,
        key: &DatabaseKey,
        randomness: &mut dyn Randomness,
    ) -> Result<Self, Error> {
        let lock = Lock::Passphrase {
            user: enrolment.name()?,
            cost: enrolment.cost,
            device: false,
        };
        let mut slot = Self::blank(lock, randomness)?;
        let slot_key = passphrase_key(enrolment.passphrase, enrolment.cost, &slot.salt, None)?;
        slot.wrap(database, &slot_key, key)?;
        Ok(slot)
    }

    /// Wraps `key` for a recovery key.
    pub(crate) fn for_recovery(
        database: DatabaseId,
        recovery: &RecoveryKey,
        key: &DatabaseKey,
        randomness: &mut dyn Randomness,
    ) -> Result<Self, Error> {
        let mut slot = Self::blank(Lock::Recovery, randomness)?;
        let slot_key = recovery_key(recovery, &slot.salt)?;
        slot.wrap(database, &slot_key, key)?;
        Ok(slot)
    }

    /// Opens the slot with a passphrase.
    pub(crate) fn open(
        &self,
        database: DatabaseId,
        passphrase: &Passphrase,
    ) -> Result<DatabaseKey, Error> {
        match self.lock {
            Lock::Passphrase { device: true, .. } => Err(Error::DeviceSecretNeeded),
            Lock::Passphrase {
                cost,
                device: false,
                ..
            } => {
                let slot_key = passphrase_key(passphrase, cost, &self.salt, None)?;
                self.unwrap(database, &slot_key)
            }
            Lock::Recovery => Err(Error::NotOpened),
        }
    }

    /// Opens the slot with a recovery key.
    pub(crate) fn open_with_recovery(
        &self,
        database: DatabaseId,
        recovery: &RecoveryKey,
    ) -> Result<DatabaseKey, Error> {
        match self.lock {
            Lock::Recovery => self.unwrap(database, &recovery_key(recovery, &self.salt)?),
            Lock::Passphrase { .. } => Err(Error::NotOpened),
        }
    }

    /// The name of the person whose slot it is; none for the recovery key.
    pub(crate) fn user(&self) -> Option<&str> {
        match &self.lock {
            Lock::Passphrase { user, .. } => Some(user),
            Lock::Recovery => None,
        }
    }

    /// The cost of its passphrase; none for the recovery key.
    pub(crate) fn cost(&self) -> Option<Cost> {
        match self.lock {
            Lock::Passphrase { cost, .. } => Some(cost),
            Lock::Recovery => None,
        }
    }

    fn blank(lock: Lock, randomness: &mut dyn Randomness) -> Result<Self, Error> {
        Ok(Self {
            id: SlotId::draw(randomness)?,
            lock,
            salt: Hex::draw(randomness)?,
            nonce: Hex::draw(randomness)?,
            wrapped_key: Hex([0; SECRET_BYTES]),
            tag: Hex([0; TAG_BYTES]),
        })
    }

    fn wrap(
        &mut self,
        database: DatabaseId,
        slot_key: &Secret,
        key: &DatabaseKey,
    ) -> Result<(), Error> {
        let mut body = Secret::blank();
        body.bytes_mut().copy_from_slice(key.0.bytes());
        let tag = cipher(slot_key)
            .encrypt_inout_detached(
                <&XNonce>::from(&self.nonce.0),
                &self.associated_data(database),
                body.bytes_mut().as_mut_slice().into(),
            )
            .map_err(|_| Error::Wrapping)?;
        self.wrapped_key = Hex(*body.bytes());
        self.tag = Hex(tag.into());
        Ok(())
    }

    fn unwrap(&self, database: DatabaseId, slot_key: &Secret) -> Result<DatabaseKey, Error> {
        let mut body = Secret::blank();
        body.bytes_mut().copy_from_slice(&self.wrapped_key.0);
        cipher(slot_key)
            .decrypt_inout_detached(
                <&XNonce>::from(&self.nonce.0),
                &self.associated_data(database),
                body.bytes_mut().as_mut_slice().into(),
                <&Tag>::from(&self.tag.0),
            )
            .map_err(|_| Error::NotOpened)?;
        Ok(DatabaseKey(body))
    }

    /// What the tag vouches for besides the key: a slot cannot be moved to another database or
    /// format, given to another person, or made cheaper to guess.
    fn associated_data(&self, database: DatabaseId) -> Vec<u8> {
        let mut data = b"sederunt key file".to_vec();
        data.extend(VERSION.to_be_bytes());
        data.extend(database.0.as_bytes());
        data.extend(self.id.0.as_bytes());
        data.extend(self.lock.canonical());
        data
    }
}

fn cipher(slot_key: &Secret) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(<&Key>::from(slot_key.bytes()))
}

/// Argon2id of the passphrase, then the secret of the computer where there is one, through HKDF.
fn passphrase_key(
    passphrase: &Passphrase,
    cost: Cost,
    salt: &Hex<SALT_BYTES>,
    device: Option<&Secret>,
) -> Result<Secret, Error> {
    let stretched = cost.stretch(passphrase, &salt.0)?;
    let parts = [Some(&stretched), device];
    let parts = parts.into_iter().flatten().map(Secret::bytes);
    derive(parts, salt, b"sederunt slot key 1: passphrase")
}

fn recovery_key(recovery: &RecoveryKey, salt: &Hex<SALT_BYTES>) -> Result<Secret, Error> {
    derive([recovery.bytes()], salt, b"sederunt slot key 1: recovery")
}

/// HKDF-SHA-256 of the parts in order.
fn derive<'a>(
    parts: impl IntoIterator<Item = &'a [u8; SECRET_BYTES]>,
    salt: &Hex<SALT_BYTES>,
    purpose: &[u8],
) -> Result<Secret, Error> {
    let mut extract = HkdfExtract::<Sha256>::new(Some(&salt.0));
    parts.into_iter().for_each(|part| extract.input_ikm(part));
    let (mut extracted, hkdf) = extract.finalize();
    extracted.as_mut_slice().zeroize();

    let mut derived = Secret::blank();
    hkdf.expand(purpose, derived.bytes_mut())
        .map_err(|_| Error::Derivation(argon2::Error::OutputTooLong))?;
    Ok(derived)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::randomness::test_sources::Counter;

    const DATABASE: DatabaseId = DatabaseId(Uuid::from_u128(7));

    fn a_secret(seed: u64) -> Secret {
        Secret::draw(&mut Counter(seed)).unwrap()
    }

    fn a_wrapped_slot(slot_key: &Secret, key: &DatabaseKey) -> Slot {
        let lock = Lock::Passphrase {
            user: "A. Specimen".to_owned(),
            cost: Cost::floor(),
            device: false,
        };
        let mut slot = Slot::blank(lock, &mut Counter(3)).unwrap();
        slot.wrap(DATABASE, slot_key, key).unwrap();
        slot
    }

    #[test]
    fn the_wrapped_key_comes_back_and_does_not_show() {
        let (slot_key, key) = (a_secret(1), DatabaseKey(a_secret(2)));

        let slot = a_wrapped_slot(&slot_key, &key);

        let unwrapped = slot.unwrap(DATABASE, &slot_key).unwrap();
        assert_eq!(unwrapped.raw_key_literal(), key.raw_key_literal());
        assert_ne!(&slot.wrapped_key.0, key.0.bytes());
    }

    #[test]
    fn nothing_in_a_slot_can_be_altered_unseen() {
        let (slot_key, key) = (a_secret(1), DatabaseKey(a_secret(2)));
        let slot = a_wrapped_slot(&slot_key, &key);
        let with_lock = |user: &str, cost, device| Lock::Passphrase {
            user: user.to_owned(),
            cost,
            device,
        };
        let alterations: [fn(&mut Slot); 4] = [
            |slot| slot.id = SlotId(Uuid::nil()),
            |slot| slot.nonce.0[0] ^= 1,
            |slot| slot.wrapped_key.0[31] ^= 0x80,
            |slot| slot.tag.0[15] ^= 1,
        ];
        let locks = [
            with_lock("B. Specimen", Cost::floor(), false),
            with_lock("A. Specimen", Cost::standard(), false),
            with_lock("A. Specimen", Cost::floor(), true),
            Lock::Recovery,
        ];

        let altered = alterations.map(|alter| {
            let mut altered = slot.clone();
            alter(&mut altered);
            altered
        });
        let relocked = locks.map(|lock| Slot {
            lock,
            ..slot.clone()
        });

        for altered in altered.iter().chain(&relocked) {
            let unwrapped = altered.unwrap(DATABASE, &slot_key);
            assert!(
                matches!(unwrapped.err(), Some(Error::NotOpened)),
                "{altered:?}"
            );
        }
    }

    #[test]
    fn a_slot_cannot_be_moved_to_another_database() {
        let (slot_key, key) = (a_secret(1), DatabaseKey(a_secret(2)));
        let slot = a_wrapped_slot(&slot_key, &key);

        let unwrapped = slot.unwrap(DatabaseId(Uuid::from_u128(8)), &slot_key);

        assert!(matches!(unwrapped.err(), Some(Error::NotOpened)));
    }

    #[test]
    fn salt_purpose_and_the_computer_s_secret_each_change_the_slot_key() {
        let (stretched, device) = (a_secret(1), a_secret(2));
        let derived = |parts: &[&Secret], salt: u8, purpose: &[u8]| {
            let parts = parts.iter().map(|part| part.bytes());
            *derive(parts, &Hex([salt; SALT_BYTES]), purpose)
                .unwrap()
                .bytes()
        };

        let plain = derived(&[&stretched], 1, b"one");

        assert_eq!(plain, derived(&[&stretched], 1, b"one"));
        assert_ne!(plain, derived(&[&stretched], 2, b"one"));
        assert_ne!(plain, derived(&[&stretched], 1, b"two"));
        assert_ne!(plain, derived(&[&stretched, &device], 1, b"one"));
    }

    #[test]
    fn a_slot_that_needs_the_computer_s_secret_says_so() {
        let (slot_key, key) = (a_secret(1), DatabaseKey(a_secret(2)));
        let mut slot = a_wrapped_slot(&slot_key, &key);
        slot.lock = Lock::Passphrase {
            user: "A. Specimen".to_owned(),
            cost: Cost::floor(),
            device: true,
        };

        let opened = slot.open(DATABASE, &Passphrase::new("any words at all").unwrap());

        assert!(matches!(opened.err(), Some(Error::DeviceSecretNeeded)));
    }
}
