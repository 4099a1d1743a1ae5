//! The folder that a store lies in: the store, its key file, the wrong tries, and the lock that keeps
//! a second copy of the program out.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;
use vault::{Attempts, KeyFile};

use crate::Fault;

const STORE_FILE: &str = "sederunt.db";
const KEY_FILE: &str = "sederunt.key";
const ATTEMPTS_FILE: &str = "attempts.json";
const LOCK_FILE: &str = "sederunt.lock";
const DEMONSTRATION: &str = "demonstration";

/// A copy that was killed lets go of the store a moment after: so long is it waited for.
const LOCK_TRIES: u32 = 20;
const LOCK_PAUSE: Duration = Duration::from_millis(75);

/// A folder with a store in it, or with none yet.
pub(crate) struct StoreFolder {
    path: PathBuf,
    /// Held while the folder is in use, so that no second copy opens the same store.
    lock: Option<File>,
}

impl StoreFolder {
    pub(crate) fn at(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            lock: None,
        }
    }

    /// The folder of the demonstration, which stands inside.
    pub(crate) fn demonstration(&self) -> Self {
        Self::at(&self.path.join(DEMONSTRATION))
    }

    pub(crate) fn store_file(&self) -> PathBuf {
        self.path.join(STORE_FILE)
    }

    /// Where the copy of an older store goes before it is brought up to date.
    pub(crate) fn copy_before_upgrade(&self, on: NaiveDate) -> PathBuf {
        self.path.join(format!("sederunt-before-upgrade-{on}.db"))
    }

    pub(crate) fn has_store(&self) -> bool {
        self.store_file().exists()
    }

    /// Whether neither a store nor a key file is there.
    pub(crate) fn is_empty(&self) -> bool {
        !self.has_store() && !self.path.join(KEY_FILE).exists()
    }

    /// Makes the folder, for its owner only, and locks it.
    pub(crate) fn prepare(&mut self) -> Result<(), Fault> {
        fs::create_dir_all(&self.path).map_err(|_| Fault::StoreUnavailable)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let owner_only = fs::Permissions::from_mode(0o700);
            fs::set_permissions(&self.path, owner_only).map_err(|_| Fault::StoreUnavailable)?;
        }
        self.take_lock()
    }

    pub(crate) fn take_lock(&mut self) -> Result<(), Fault> {
        if self.lock.is_some() {
            return Ok(());
        }
        let file = File::create(self.path.join(LOCK_FILE)).map_err(|_| Fault::StoreUnavailable)?;
        let mut tries = 0;
        while fs4::FileExt::try_lock(&file).is_err() {
            tries += 1;
            if tries > LOCK_TRIES {
                return Err(Fault::StoreInUse);
            }
            std::thread::sleep(LOCK_PAUSE);
        }
        self.lock = Some(file);
        Ok(())
    }

    /// Removes the folder and all that is in it.
    pub(crate) fn erase(&self) -> Result<(), Fault> {
        if self.path.exists() {
            fs::remove_dir_all(&self.path).map_err(|_| Fault::StoreUnavailable)?;
        }
        Ok(())
    }

    /// Takes back a store that could not be made whole, with its key file. What cannot be removed
    /// stays, and is found again as a damaged store.
    pub(crate) fn withdraw(&self) {
        let journal = |ending: &str| {
            let mut name = self.store_file().into_os_string();
            name.push(ending);
            PathBuf::from(name)
        };
        let key_file = self.path.join(KEY_FILE);
        for file in [
            self.store_file(),
            journal("-wal"),
            journal("-shm"),
            key_file,
        ] {
            let _ = fs::remove_file(file);
        }
    }

    pub(crate) fn key_file(&self) -> Result<KeyFile, Fault> {
        let bytes = fs::read(self.path.join(KEY_FILE)).map_err(|_| Fault::KeyFileDamaged)?;
        KeyFile::from_bytes(&bytes).map_err(|_| Fault::KeyFileDamaged)
    }

    pub(crate) fn write_key_file(&self, key_file: &KeyFile) -> Result<(), Fault> {
        let bytes = key_file.to_bytes().map_err(|_| Fault::Unforeseen)?;
        vault::write_durably(&self.path.join(KEY_FILE), &bytes).map_err(|error| not_written(&error))
    }

    /// The wrong tries so far. A lost or unreadable file counts as none, since it is the work
    /// factor of the key that keeps a guesser out.
    pub(crate) fn attempts(&self) -> Attempts {
        let bytes = fs::read(self.path.join(ATTEMPTS_FILE)).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    pub(crate) fn keep_attempts(&self, attempts: &Attempts) -> Result<(), Fault> {
        let bytes = serde_json::to_vec(attempts).map_err(|_| Fault::Unforeseen)?;
        vault::write_durably(&self.path.join(ATTEMPTS_FILE), &bytes)
            .map_err(|error| not_written(&error))
    }
}

fn not_written(error: &vault::Error) -> Fault {
    if matches!(error, vault::Error::NoSpace(_)) {
        Fault::DiskFull
    } else {
        Fault::StoreUnavailable
    }
}
