//! The file beside the database that holds its key, wrapped.

use std::collections::HashSet;

use serde::de::Error as _;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

use crate::Error;
use crate::cost::Cost;
use crate::database_key::DatabaseKey;
use crate::passphrase::Passphrase;
use crate::randomness::Randomness;
use crate::recovery_key::RecoveryKey;
use crate::slot::Slot;

/// The format that this program writes, and the only one so far.
pub(crate) const VERSION: u32 = 1;

const MOST_BYTES: usize = 64 * 1024;
const MOST_USERS: usize = 32;
const LONGEST_NAME: usize = 100;

/// The identifier of a database, which ties its key file to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DatabaseId(pub Uuid);

/// The key of one database, wrapped once for each person and once for the recovery key.
///
/// It has exactly one recovery slot, at least one person, and no name twice. Nothing in it is
/// secret; any alteration of a slot keeps that slot from opening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    version: u32,
    database: DatabaseId,
    slots: Vec<Slot>,
}

/// Who is to open the store, with which passphrase, stretched at what cost.
#[derive(Clone, Copy)]
pub struct Enrolment<'a> {
    /// The person's name as they will give it when unlocking; case does not matter.
    pub user: &'a str,
    /// The passphrase that they chose or were given.
    pub passphrase: &'a Passphrase,
    /// The cost of one guess: [`Cost::standard`] but in tests.
    pub cost: Cost,
}

impl Enrolment<'_> {
    /// The name in the one form in which it is written.
    pub(crate) fn name(&self) -> Result<String, Error> {
        let name = plain(self.user);
        if is_usable(&name) {
            Ok(name)
        } else {
            Err(Error::NameRefused)
        }
    }

    /// Refuses a name that cannot be used and a passphrase that may not be chosen.
    fn accept(&self) -> Result<(), Error> {
        let name = self.name()?;
        self.cost.accept()?;
        self.passphrase.require_fine(&[&name, "sederunt"])
    }
}

impl KeyFile {
    /// Makes the key of a new database and wraps it for its first user and for recovery.
    ///
    /// The recovery key is shown once and exists nowhere else.
    pub fn create(
        database: DatabaseId,
        first: &Enrolment<'_>,
        randomness: &mut dyn Randomness,
    ) -> Result<(Self, DatabaseKey, RecoveryKey), Error> {
        first.accept()?;
        let key = DatabaseKey::draw(randomness)?;
        let recovery = RecoveryKey::draw(randomness)?;
        let file = Self {
            version: VERSION,
            database,
            slots: vec![
                Slot::for_passphrase(database, first, &key, randomness)?,
                Slot::for_recovery(database, &recovery, &key, randomness)?,
            ],
        };
        Ok((file, key, recovery))
    }

    /// The database whose key this is.
    pub fn database(&self) -> DatabaseId {
        self.database
    }

    /// The names of the people who can open it, in the order in which they were added.
    pub fn users(&self) -> impl Iterator<Item = &str> {
        self.slots.iter().filter_map(Slot::user)
    }

    /// Gives the database key to `user`.
    ///
    /// An unknown name costs the same work and gives the same error as a wrong passphrase, so that
    /// a guesser learns nothing from either.
    pub fn open(&self, user: &str, passphrase: &Passphrase) -> Result<DatabaseKey, Error> {
        if let Some(slot) = self.slot_of(user) {
            return slot.open(self.database, passphrase);
        }
        let cost = self.slots.iter().find_map(Slot::cost);
        cost.unwrap_or(Cost::standard())
            .stretch(passphrase, &[0; 16])?;
        Err(Error::NotOpened)
    }

    /// Gives the database key to whoever holds the recovery key.
    ///
    /// It also confirms a recovery key that was typed again at set-up. After a recovery in earnest
    /// use [`KeyFile::recover`].
    pub fn open_with_recovery(&self, recovery: &RecoveryKey) -> Result<DatabaseKey, Error> {
        let slot = self.slots.iter().find(|slot| slot.user().is_none());
        slot.ok_or(Error::NotOpened)?
            .open_with_recovery(self.database, recovery)
    }

    /// Wraps the key anew for `new.user`, who must know the `old` passphrase.
    ///
    /// The database is not touched. Earlier copies of this file still open to the old passphrase.
    pub fn change_passphrase(
        &mut self,
        old: &Passphrase,
        new: &Enrolment<'_>,
        randomness: &mut dyn Randomness,
    ) -> Result<(), Error> {
        new.accept()?;
        let key = self.open(new.user, old)?;
        let slot = Slot::for_passphrase(self.database, new, &key, randomness)?;
        self.replace(slot)
    }

    /// Wraps the key for one more person. Whoever holds the key may let somebody in.
    pub fn admit(
        &mut self,
        key: &DatabaseKey,
        newcomer: &Enrolment<'_>,
        randomness: &mut dyn Randomness,
    ) -> Result<(), Error> {
        newcomer.accept()?;
        if self.slot_of(newcomer.user).is_some() {
            return Err(Error::NameTaken);
        }
        if self.users().count() >= MOST_USERS {
            return Err(Error::Full);
        }
        self.slots.push(Slot::for_passphrase(
            self.database,
            newcomer,
            key,
            randomness,
        )?);
        Ok(())
    }

    /// Opens with the recovery key, gives `new.user` a new passphrase, and replaces the recovery
    /// key, since the old one has now been out of its safe.
    pub fn recover(
        &mut self,
        recovery: &RecoveryKey,
        new: &Enrolment<'_>,
        randomness: &mut dyn Randomness,
    ) -> Result<(DatabaseKey, RecoveryKey), Error> {
        new.accept()?;
        let key = self.open_with_recovery(recovery)?;
        if self.slot_of(new.user).is_none() {
            return Err(Error::NoSuchUser);
        }
        let next = RecoveryKey::draw(randomness)?;
        let for_user = Slot::for_passphrase(self.database, new, &key, randomness)?;
        let for_recovery = Slot::for_recovery(self.database, &next, &key, randomness)?;
        self.replace(for_user)?;
        self.replace(for_recovery)?;
        Ok((key, next))
    }

    /// Gives the bytes of the file.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        let mut bytes = serde_json::to_vec_pretty(self).map_err(Error::Damaged)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// Reads the bytes of a file, which may come from anywhere: whatever they are, the answer is a
    /// key file or an error, and nothing is derived or allocated on their say-so.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() > MOST_BYTES {
            return Err(damaged("it is larger than any key file"));
        }
        let Format { version } = serde_json::from_slice(bytes).map_err(Error::Damaged)?;
        if version > VERSION {
            return Err(Error::NewerVersion { found: version });
        }
        let file: Self = serde_json::from_slice(bytes).map_err(Error::Damaged)?;
        file.verify()?;
        Ok(file)
    }

    fn verify(&self) -> Result<(), Error> {
        let names: Vec<&str> = self.users().collect();
        let folded: HashSet<String> = names.iter().map(|name| name.to_lowercase()).collect();

        if self.version != VERSION {
            return Err(damaged("there is no such version"));
        }
        if names.is_empty() || names.len() > MOST_USERS {
            return Err(damaged("it is for too few or too many people"));
        }
        if names.len() + 1 != self.slots.len() {
            return Err(damaged("it has not exactly one recovery slot"));
        }
        if folded.len() != names.len() {
            return Err(damaged("two slots have one name"));
        }
        if !names
            .iter()
            .all(|name| is_usable(name) && plain(name) == **name)
        {
            return Err(damaged("a name cannot be used"));
        }
        for cost in self.slots.iter().filter_map(Slot::cost) {
            cost.accept()?;
        }
        Ok(())
    }

    fn slot_of(&self, user: &str) -> Option<&Slot> {
        let wanted = plain(user).to_lowercase();
        let is_wanted = |name: &str| name.to_lowercase() == wanted;
        self.slots
            .iter()
            .find(|slot| slot.user().is_some_and(is_wanted))
    }

    /// Puts `new` where the slot of the same person, or the recovery slot, was.
    fn replace(&mut self, new: Slot) -> Result<(), Error> {
        let owner = new.user().map(str::to_lowercase);
        let is_owner = |slot: &&mut Slot| slot.user().map(str::to_lowercase) == owner;
        *self
            .slots
            .iter_mut()
            .find(is_owner)
            .ok_or(Error::NoSuchUser)? = new;
        Ok(())
    }
}

/// The one field that every version will have, read before the rest is judged.
#[derive(Deserialize)]
struct Format {
    version: u32,
}

fn damaged(why: &str) -> Error {
    Error::Damaged(serde_json::Error::custom(why))
}

fn plain(name: &str) -> String {
    name.trim().nfkc().collect()
}

fn is_usable(name: &str) -> bool {
    !name.is_empty()
        && name.chars().nth(LONGEST_NAME).is_none()
        && !name.chars().any(char::is_control)
}

#[cfg(test)]
mod tests;
