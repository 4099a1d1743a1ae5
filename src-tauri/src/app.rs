//! What the window holds while it runs: the door, the desk behind it, and when it was last used.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use desk::{Desk, Door, Fault, Session, Standing};
use edition::Edition;
use vault::Cost;

use crate::importing::Importing;
use crate::surroundings::Machine;

/// The window's state. One act is done at a time: the store has one writer.
pub(crate) struct App {
    rooms: Mutex<Rooms>,
    program: PathBuf,
    importing: Arc<Importing>,
    began: Instant,
}

struct Rooms {
    door: Door,
    demonstration: Option<Door>,
    desk: Option<Desk>,
    used: Instant,
    /// The local edition that was read last, until another is read or the store is locked.
    local_edition: Option<HeldFile>,
    /// How many were read.
    read: u32,
}

/// A file that a person chose and has still to decide on.
#[derive(Clone)]
pub(crate) struct HeldFile {
    pub token: u32,
    pub name: String,
    pub bytes: Vec<u8>,
}

impl App {
    /// The state over the store in `folder`.
    pub(crate) fn new(folder: &Path, edition: Edition, program: PathBuf, began: Instant) -> Self {
        let door = Door::new(
            folder,
            Arc::new(edition),
            Arc::new(Machine),
            Cost::standard(),
        );
        Self {
            rooms: Mutex::new(Rooms {
                door,
                demonstration: None,
                desk: None,
                used: began,
                local_edition: None,
                read: 0,
            }),
            program,
            importing: Arc::default(),
            began,
        }
    }

    /// The executable, which serves as the process that reads files.
    pub(crate) fn program(&self) -> &Path {
        &self.program
    }

    /// The file that is taken in, as it is seen without waiting for the desk.
    pub(crate) fn importing(&self) -> Arc<Importing> {
        Arc::clone(&self.importing)
    }

    /// How long the program has run.
    pub(crate) fn running_for(&self) -> Duration {
        self.began.elapsed()
    }

    /// How the program stands.
    pub(crate) fn standing(&self) -> Result<Standing, Fault> {
        let rooms = self.rooms();
        match &rooms.desk {
            Some(desk) => Ok(Standing::Open {
                session: Box::new(desk.session().clone()),
            }),
            None => rooms.door.standing(),
        }
    }

    /// Does an act at the open desk.
    pub(crate) fn at_desk<T>(
        &self,
        act: impl FnOnce(&mut Desk) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let mut rooms = self.rooms();
        rooms.used = Instant::now();
        let desk = rooms.desk.as_mut().ok_or(Fault::Locked)?;
        act(desk)
    }

    /// Holds a local edition until it is decided on; gives the token that names it.
    pub(crate) fn hold(&self, name: String, bytes: Vec<u8>) -> u32 {
        let mut rooms = self.rooms();
        rooms.read += 1;
        let token = rooms.read;
        rooms.local_edition = Some(HeldFile { token, name, bytes });
        token
    }

    /// The local edition that a token names.
    pub(crate) fn held(&self, token: u32) -> Result<HeldFile, Fault> {
        let rooms = self.rooms();
        let held = rooms.local_edition.as_ref();
        held.filter(|held| held.token == token)
            .cloned()
            .ok_or(Fault::NotFound)
    }

    /// Does something at the door of the person's own store, and sits down where it opens.
    pub(crate) fn at_door<T>(
        &self,
        act: impl FnOnce(&mut Door) -> Result<(T, Option<Desk>), Fault>,
    ) -> Result<T, Fault> {
        let mut rooms = self.rooms();
        rooms.used = Instant::now();
        let (answer, desk) = act(&mut rooms.door)?;
        if let Some(desk) = desk {
            rooms.clear()?;
            rooms.desk = Some(desk);
        }
        Ok(answer)
    }

    /// Opens the demonstration.
    pub(crate) fn look_round(&self) -> Result<Session, Fault> {
        let mut rooms = self.rooms();
        rooms.used = Instant::now();
        rooms.clear()?;
        let (door, desk) = rooms.door.demonstration()?;
        let session = desk.session().clone();
        rooms.demonstration = Some(door);
        rooms.desk = Some(desk);
        Ok(session)
    }

    /// Leaves the demonstration, and erases it where that is asked.
    pub(crate) fn leave_demonstration(&self, erase: bool) -> Result<(), Fault> {
        let mut rooms = self.rooms();
        if rooms.demonstration.is_none() {
            return Ok(());
        }
        rooms.clear()?;
        if erase {
            rooms.door.erase_demonstration()?;
        }
        Ok(())
    }

    /// Locks: closes the store and forgets its key.
    pub(crate) fn lock(&self) -> Result<(), Fault> {
        self.rooms().clear()
    }

    /// Marks that the person is there.
    pub(crate) fn still_here(&self) {
        self.rooms().used = Instant::now();
    }

    /// Locks where nothing was done for `idle`; tells whether it did. The demonstration is not
    /// locked: it holds nothing that is anybody's.
    pub(crate) fn lock_if_idle(&self, idle: Duration) -> bool {
        let mut rooms = self.rooms();
        let due = rooms
            .desk
            .as_ref()
            .is_some_and(|desk| !desk.session().demonstration)
            && rooms.used.elapsed() >= idle;
        due && rooms.clear().is_ok()
    }

    /// A thread that stopped while it held the rooms left each of them whole or closed.
    fn rooms(&self) -> MutexGuard<'_, Rooms> {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Rooms {
    fn clear(&mut self) -> Result<(), Fault> {
        self.demonstration = None;
        self.local_edition = None;
        self.desk.take().map_or(Ok(()), Desk::close)
    }
}
