//! The desk: an open store, an edition, and the person signed in.

mod register;

use std::sync::{Arc, OnceLock};

use casework::{Case, CaseId, Form, FormId};
use chrono::{DateTime, NaiveDate, Utc};
use directory::Register;
use edition::Edition;
use sha2::{Digest, Sha256};
use store::Store;

use self::register::Making;
use crate::changes::PrintedEdition;
use crate::import_reading::HeldImport;
use crate::shelf::Shelf;
use crate::surroundings::civil_date;
use crate::{Fault, Preview, Session, Surroundings};

/// What a signed-in person works at. Every act passes the one gate, [`Desk::leave`].
pub struct Desk {
    pub(crate) edition: Arc<Edition>,
    /// The directory: the edition's entries with what the store holds over them.
    pub(crate) register: Register,
    pub(crate) store: Store,
    pub(crate) session: Session,
    pub(crate) surroundings: Arc<dyn Surroundings>,
    pub(crate) shelf: Shelf,
    /// The file that was read and waits to be taken into the directory.
    pub(crate) held_import: Option<HeldImport>,
    /// The token of the last file that was read.
    pub(crate) last_import: u32,
    /// The edition and the directory in words, once it was asked what changed in them.
    pub(crate) printed: OnceLock<PrintedEdition>,
}

impl Desk {
    /// A desk over an open store, its search index brought up to the edition.
    pub(crate) fn new(
        edition: Arc<Edition>,
        mut store: Store,
        session: Session,
        surroundings: Arc<dyn Surroundings>,
    ) -> Result<Self, Fault> {
        crate::search_entries::index(&edition, &mut store)?;
        let making = Making {
            edition: &edition,
            store: &mut store,
            session: &session,
            surroundings: surroundings.as_ref(),
        };
        let register = making.make()?;
        Ok(Self {
            edition,
            register,
            store,
            session,
            surroundings,
            shelf: Shelf::default(),
            held_import: None,
            last_import: 0,
            printed: OnceLock::new(),
        })
    }

    /// Who is at work, on what.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The edition that answers are taken from.
    pub fn edition(&self) -> &Edition {
        &self.edition
    }

    /// The civil date in Scotland.
    pub fn today_date(&self) -> NaiveDate {
        civil_date(self.now())
    }

    /// The document a preview names: its title and its exact bytes.
    pub fn previewed(&self, token: u32) -> Result<(&Preview, &[u8]), Fault> {
        self.shelf.document(token)
    }

    /// Closes the store, so that all it holds is in its one file.
    pub fn close(self) -> Result<(), Fault> {
        self.store.close().map_err(Fault::from)
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.surroundings.now()
    }

    pub(crate) fn form_named(&self, id: &FormId) -> Result<Form, Fault> {
        self.edition.form(id).cloned().ok_or(Fault::NotFound)
    }

    pub(crate) fn case_named(&self, id: CaseId) -> Result<(String, Case), Fault> {
        let record = self.store.case(id)?.ok_or(Fault::NotFound)?;
        Ok((record.reference, record.case))
    }
}

/// SHA-256 of a document's bytes, in hexadecimal.
pub(crate) fn digest(bytes: &[u8]) -> String {
    let pairs = Sha256::digest(bytes)
        .into_iter()
        .map(|byte| format!("{byte:02x}"));
    pairs.collect()
}
