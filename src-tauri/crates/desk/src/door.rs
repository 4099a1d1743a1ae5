//! The door: what is there before anyone is signed in, and the ways in.

use std::path::Path;
use std::sync::Arc;

use casework::{Author, UserId};
use edition::Edition;
use store::{Store, StoreAbout, StoreId};
use vault::{Cost, DatabaseKey, Enrolment, Judgement, KeyFile, Passphrase, RecoveryKey};

use crate::store_folder::StoreFolder;
use crate::surroundings::civil_date;
use crate::{
    Desk, EditionLabel, Fault, PassphraseVerdict, Profile, RecoverySheet, Role, Session, SetUp,
    Standing, Surroundings, Unlocked,
};

const PROFILE: &str = "profile";

/// The passphrase of the demonstration, which protects nothing: the people in it are invented.
const DEMONSTRATION_PASSPHRASE: &str = "the people in this store are invented";

/// A folder with a store in it, or with none yet.
pub struct Door {
    folder: StoreFolder,
    edition: Arc<Edition>,
    surroundings: Arc<dyn Surroundings>,
    cost: Cost,
}

impl Door {
    /// The door of the store in `folder`.
    pub fn new(
        folder: &Path,
        edition: Arc<Edition>,
        surroundings: Arc<dyn Surroundings>,
        cost: Cost,
    ) -> Self {
        Self {
            folder: StoreFolder::at(folder),
            edition,
            surroundings,
            cost,
        }
    }

    /// How the program stands before anyone is signed in.
    pub fn standing(&self) -> Result<Standing, Fault> {
        if self.folder.is_empty() {
            return Ok(Standing::FirstRun);
        }
        let key_file = self.folder.key_file()?;
        let mut attempts = self.folder.attempts();
        Ok(Standing::Locked {
            name: key_file.users().next().unwrap_or_default().to_owned(),
            wait_seconds: seconds(attempts.wait_before_next(self.millis())),
        })
    }

    /// A passphrase that will do, for whoever does not bring one.
    pub fn suggest_passphrase(&self) -> Result<String, Fault> {
        let mut randomness = self.surroundings.randomness();
        let passphrase =
            Passphrase::generate(randomness.as_mut()).map_err(|_| Fault::Unforeseen)?;
        Ok(passphrase.as_str().to_owned())
    }

    /// Whether a passphrase will do for a person of this name.
    pub fn judge(passphrase: &str, name: &str) -> PassphraseVerdict {
        let Ok(passphrase) = Passphrase::new(passphrase) else {
            return PassphraseVerdict::TooShort;
        };
        match passphrase.judge(&[name]) {
            Judgement::TooShort => PassphraseVerdict::TooShort,
            Judgement::TooEasilyGuessed => PassphraseVerdict::TooEasy,
            Judgement::Fine => PassphraseVerdict::Fine,
        }
    }

    /// Makes a store for one person and opens it. The recovery key is given once.
    pub fn set_up(&mut self, set_up: &SetUp) -> Result<(RecoverySheet, Desk), Fault> {
        if set_up.author.name.trim().is_empty() {
            return Err(Fault::BadInput {
                field: "author.name".into(),
            });
        }
        let passphrase = Passphrase::new(&set_up.passphrase).map_err(|_| Fault::WeakPassphrase)?;
        self.folder.prepare()?;
        let profile = Profile {
            user: UserId(self.surroundings.new_id()),
            author: set_up.author.clone(),
            roles: set_up.roles.clone(),
            court: set_up.court.clone(),
            council: set_up.council.clone(),
        };
        let made = self.make(&profile, &passphrase, false);
        let seated = made.and_then(|(recovery, store)| {
            let desk = self.seat(store, profile, false)?;
            Ok((recovery, desk))
        });
        // Nobody has seen the recovery key yet: half a store is of no use to anybody.
        let (recovery, desk) = seated.inspect_err(|_| self.folder.withdraw())?;
        let sheet = RecoverySheet {
            recovery_key: recovery.written().to_string(),
            session: desk.session().clone(),
        };
        Ok((sheet, desk))
    }

    /// Opens the store with a passphrase.
    pub fn unlock(&mut self, typed: &str) -> Result<(Unlocked, Option<Desk>), Fault> {
        let key_file = self.folder.key_file()?;
        let mut attempts = self.folder.attempts();
        let wait = attempts.wait_before_next(self.millis());
        if !wait.is_zero() {
            let wait_seconds = seconds(wait);
            return Ok((Unlocked::Wait { wait_seconds }, None));
        }
        let user = key_file.users().next().unwrap_or_default().to_owned();
        // The try is on disk before it is made, so that pulling the plug buys no free guess.
        attempts.failed(self.millis());
        self.folder.keep_attempts(&attempts)?;
        let opened = Passphrase::new(typed).and_then(|p| key_file.open(&user, &p));
        match opened {
            Ok(key) => {
                attempts.succeeded();
                self.folder.keep_attempts(&attempts)?;
                let desk = self.open(&key, false)?;
                let session = desk.session().clone();
                Ok((
                    Unlocked::Open {
                        session: Box::new(session),
                    },
                    Some(desk),
                ))
            }
            Err(vault::Error::Damaged(_)) => Err(Fault::KeyFileDamaged),
            Err(_) => {
                let wait_seconds = seconds(attempts.wait_before_next(self.millis()));
                let tries = attempts.failures();
                Ok((
                    Unlocked::Wrong {
                        tries,
                        wait_seconds,
                    },
                    None,
                ))
            }
        }
    }

    /// Opens the store with the recovery key, sets a new passphrase, and gives a new recovery key.
    pub fn recover(
        &mut self,
        typed: &str,
        passphrase: &str,
    ) -> Result<(RecoverySheet, Desk), Fault> {
        let mut key_file = self.folder.key_file()?;
        let recovery = RecoveryKey::read(typed).map_err(|_| Fault::RecoveryKeyMistyped)?;
        let passphrase = Passphrase::new(passphrase).map_err(|_| Fault::WeakPassphrase)?;
        let user = key_file.users().next().unwrap_or_default().to_owned();
        let enrolment = Enrolment {
            user: &user,
            passphrase: &passphrase,
            cost: self.cost,
        };
        let mut randomness = self.surroundings.randomness();
        let (key, next) = key_file
            .recover(&recovery, &enrolment, randomness.as_mut())
            .map_err(|error| not_enrolled(&error))?;
        self.folder.write_key_file(&key_file)?;
        let desk = self.open(&key, false)?;
        let sheet = RecoverySheet {
            recovery_key: next.written().to_string(),
            session: desk.session().clone(),
        };
        Ok((sheet, desk))
    }

    /// Opens the demonstration, making it at need. It stands in a folder of its own.
    pub fn demonstration(&self) -> Result<(Self, Desk), Fault> {
        let mut door = Self {
            folder: self.folder.demonstration(),
            edition: Arc::clone(&self.edition),
            surroundings: Arc::clone(&self.surroundings),
            cost: Cost::floor(),
        };
        door.folder.prepare()?;
        let passphrase =
            Passphrase::new(DEMONSTRATION_PASSPHRASE).map_err(|_| Fault::Unforeseen)?;
        if door.folder.has_store() {
            let key_file = door.folder.key_file()?;
            let user = key_file.users().next().unwrap_or_default().to_owned();
            let key = key_file
                .open(&user, &passphrase)
                .map_err(|_| Fault::KeyFileDamaged)?;
            let desk = door.open(&key, true)?;
            if desk.demonstration_is_whole()? {
                return Ok((door, desk));
            }
            // It was being made when the program was ended: it is made again.
            drop(desk);
            door.folder.withdraw();
        }
        let made = door.make_demonstration(&passphrase);
        let desk = made.inspect_err(|_| door.folder.withdraw())?;
        Ok((door, desk))
    }

    fn make_demonstration(&mut self, passphrase: &Passphrase) -> Result<Desk, Fault> {
        let profile = demonstration_profile(UserId(self.surroundings.new_id()));
        let (_, store) = self.make(&profile, passphrase, true)?;
        let mut desk = self.seat(store, profile, true)?;
        desk.fill_demonstration()?;
        Ok(desk)
    }

    /// Opens a demonstration that is there already.
    pub fn held_demonstration(&self) -> Result<(Self, Desk), Fault> {
        if self.folder.demonstration().has_store() {
            self.demonstration()
        } else {
            Err(Fault::NotFound)
        }
    }

    /// Whether a store stands here.
    pub fn has_store(&self) -> bool {
        self.folder.has_store()
    }

    /// A desk over a store in memory, for looking up and nothing else.
    pub fn look_up_desk(&self) -> Result<Desk, Fault> {
        self.desk_in_memory(Role::SheriffClerk)
    }

    /// A desk over a store in memory, for holding a file against the directory that the program ships
    /// with. Nothing that is done there is kept.
    pub fn comparing_desk(&self) -> Result<Desk, Fault> {
        self.desk_in_memory(Role::DirectoryEditor)
    }

    fn desk_in_memory(&self, role: Role) -> Result<Desk, Fault> {
        let about = StoreAbout {
            id: StoreId(self.surroundings.new_id()),
            demonstration: false,
            office: String::new(),
            made_at: self.surroundings.now(),
        };
        let profile = Profile {
            user: UserId(self.surroundings.new_id()),
            author: Author {
                name: String::new(),
                role: String::new(),
                registration: None,
                office: Vec::new(),
            },
            roles: vec![role],
            court: None,
            council: None,
        };
        self.seat(Store::in_memory(&about)?, profile, false)
    }

    /// Removes the demonstration from disk.
    pub fn erase_demonstration(&self) -> Result<(), Fault> {
        self.folder.demonstration().erase()
    }

    fn make(
        &mut self,
        profile: &Profile,
        passphrase: &Passphrase,
        demonstration: bool,
    ) -> Result<(RecoveryKey, Store), Fault> {
        let mut randomness = self.surroundings.randomness();
        let enrolment = Enrolment {
            user: &profile.author.name,
            passphrase,
            cost: self.cost,
        };
        let id = self.surroundings.new_id();
        let (key_file, key, recovery) =
            KeyFile::create(vault::DatabaseId(id), &enrolment, randomness.as_mut())
                .map_err(|error| not_enrolled(&error))?;
        // The key file comes first: a store without its key could never be opened again, and a key
        // file without its store is replaced by the next set-up.
        self.folder.write_key_file(&key_file)?;
        let about = StoreAbout {
            id: StoreId(id),
            demonstration,
            office: profile.author.office.join(", "),
            made_at: self.surroundings.now(),
        };
        let mut store = Store::create(&self.folder.store_file(), &key.raw_key_literal(), &about)?;
        store.set_setting(PROFILE, profile)?;
        Ok((recovery, store))
    }

    fn open(&mut self, key: &DatabaseKey, demonstration: bool) -> Result<Desk, Fault> {
        self.folder.take_lock()?;
        if !demonstration {
            self.back_up_before_upgrade(key)?;
        }
        let store = Store::open(&self.folder.store_file(), &key.raw_key_literal())?;
        let profile: Profile = store.setting(PROFILE)?.ok_or(Fault::StoreDamaged)?;
        self.seat(store, profile, demonstration)
    }

    /// Puts a proved copy of an older store beside it before it is brought up to date. Where the
    /// copy of this day is there already, an upgrade was begun today, and the copy is from before.
    fn back_up_before_upgrade(&self, key: &DatabaseKey) -> Result<(), Fault> {
        let (file, literal) = (self.folder.store_file(), key.raw_key_literal());
        if !Store::needs_upgrade(&file, &literal)? {
            return Ok(());
        }
        let today = civil_date(self.surroundings.now());
        let copy = self.folder.copy_before_upgrade(today);
        match Store::open_to_read(&file, &literal)?.back_up(&copy, &literal) {
            Ok(_) | Err(store::Error::AlreadyThere) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    fn seat(&self, store: Store, profile: Profile, demonstration: bool) -> Result<Desk, Fault> {
        let label = &self.edition.label;
        let session = Session {
            profile,
            demonstration,
            edition: EditionLabel {
                number: label.number,
                name: label.name.clone(),
                checked_to: label.checked_to.clone(),
            },
        };
        let surroundings = Arc::clone(&self.surroundings);
        Desk::new(Arc::clone(&self.edition), store, session, surroundings)
    }

    fn millis(&self) -> i64 {
        self.surroundings.now().timestamp_millis()
    }
}

fn not_enrolled(error: &vault::Error) -> Fault {
    if matches!(
        error,
        vault::Error::PassphraseTooShort
            | vault::Error::PassphraseTooLong
            | vault::Error::PassphraseTooEasilyGuessed
    ) {
        Fault::WeakPassphrase
    } else if matches!(error, vault::Error::NotOpened) {
        Fault::RecoveryKeyMistyped
    } else if matches!(error, vault::Error::NameRefused) {
        Fault::BadInput {
            field: "author.name".into(),
        }
    } else {
        Fault::Unforeseen
    }
}

fn seconds(wait: std::time::Duration) -> u32 {
    let rounded_up = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
    u32::try_from(rounded_up).unwrap_or(u32::MAX)
}

/// The invented worker of the demonstration: the author of its first case.
fn demonstration_profile(user: UserId) -> Profile {
    Profile {
        user,
        author: Author {
            name: "Fiona Mackellar".into(),
            role: "Social worker, justice social work".into(),
            registration: None,
            office: vec![
                "Lennoxmuir Council, Justice Social Work".into(),
                "2 Quay Street, Invercarse ZZ99 3AA".into(),
            ],
        },
        roles: vec![
            Role::CourtSocialWorker,
            Role::ConferenceChair,
            Role::DirectoryEditor,
            Role::SystemAdministrator,
        ],
        court: None,
        council: None,
    }
}
