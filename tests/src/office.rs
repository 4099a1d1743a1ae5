//! A store of our own in a temporary folder, with somebody at the desk.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use casework::{Answers, Author, CaseId, Draft, FormId, ReportId};
use desk::{Desk, Door, Role, SetUp, bundled_edition};
use edition::Edition;
use tempfile::TempDir;
use vault::Cost;

use crate::{Fixed, a_case, answers_that_complete};

/// The passphrase of every store the tests make.
pub const PASSPHRASE: &str = "ochre lantern thistle gannet";

/// The edition the program ships with, read once.
pub fn edition() -> Arc<Edition> {
    static EDITION: OnceLock<Arc<Edition>> = OnceLock::new();
    Arc::clone(EDITION.get_or_init(|| Arc::new(bundled_edition().expect("the bundled edition"))))
}

/// A desk at which things are looked up and nothing is kept, on 22 November 2026.
pub fn a_look_up_desk() -> Desk {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let clock = Arc::new(Fixed::at("2026-11-22T10:00:00Z"));
    a_door(folder.path(), &clock)
        .look_up_desk()
        .expect("a desk for looking up")
}

/// An office of one person.
pub fn an_office() -> AnOffice {
    AnOffice {
        roles: vec![Role::CourtSocialWorker],
    }
}

pub struct AnOffice {
    roles: Vec<Role>,
}

impl AnOffice {
    /// Held by a person with these roles and no others.
    #[must_use]
    pub fn held_by(mut self, roles: &[Role]) -> Self {
        self.roles = roles.to_vec();
        self
    }

    /// Makes the store, opened.
    pub fn open(self) -> Office {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let clock = Arc::new(Fixed::at("2026-11-23T10:00:00Z"));
        let mut door = a_door(folder.path(), &clock);
        let set_up = SetUp {
            author: an_author(),
            roles: self.roles,
            court: None,
            council: None,
            passphrase: PASSPHRASE.into(),
        };
        let (sheet, desk) = door.set_up(&set_up).expect("a store can be made");
        Office {
            recovery_key: sheet.recovery_key,
            desk: Some(desk),
            door: Some(door),
            clock,
            folder,
        }
    }
}

/// A door of the store in `folder`, as a program that has just started has one.
pub fn a_door(folder: &Path, clock: &Arc<Fixed>) -> Door {
    let clock = Arc::clone(clock);
    Door::new(folder, edition(), clock, Cost::floor())
}

/// The person the stores of the tests belong to.
pub fn an_author() -> Author {
    Author {
        name: "Ailsa Specimen".into(),
        role: "Social worker".into(),
        registration: None,
        office: vec!["Inverbrae Justice Social Work".into()],
    }
}

pub struct Office {
    pub recovery_key: String,
    pub clock: Arc<Fixed>,
    desk: Option<Desk>,
    door: Option<Door>,
    folder: TempDir,
}

impl Office {
    pub fn desk(&mut self) -> &mut Desk {
        self.desk.as_mut().expect("somebody is at the desk")
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn store_file(&self) -> PathBuf {
        self.folder().join("sederunt.db")
    }

    pub fn key_file(&self) -> PathBuf {
        self.folder().join("sederunt.key")
    }

    /// Closes the store, as locking does, and leaves the folder to whoever comes next.
    pub fn close(&mut self) {
        if let Some(desk) = self.desk.take() {
            desk.close().expect("an open store closes");
        }
        self.door = None;
    }

    /// Closes the store and opens it again, as a program that was started again does.
    pub fn reopen(&mut self) {
        self.close();
        let mut door = self.a_door();
        let (_, desk) = door.unlock(PASSPHRASE).expect("the door opens");
        self.desk = Some(desk.expect("the passphrase is right"));
        self.door = Some(door);
    }

    /// A door as a program that has just started has one.
    pub fn a_door(&self) -> Door {
        a_door(self.folder(), &self.clock)
    }

    /// Changes a file of the closed store.
    pub fn spoil(&self, file: &Path, spoil: impl FnOnce(&mut Vec<u8>)) {
        let mut bytes = fs::read(file).expect("a file of the store");
        spoil(&mut bytes);
        fs::write(file, bytes).expect("a file of the store can be written");
    }

    /// A case of which nothing matters.
    pub fn some_case(&mut self) -> CaseId {
        self.desk().add_case(a_case().build()).expect("a case").id
    }

    /// A report begun on a form, with everything answered that must be before signing.
    pub fn a_complete_report(&mut self, case: CaseId, form: &str) -> Draft {
        let form = FormId(form.into());
        let answers = answers_that_complete(edition().form(&form).expect("a form of the edition"));
        let draft = self
            .desk()
            .begin_report(case, &form)
            .expect("a report begins");
        self.answer(draft.id, &answers)
    }

    /// Saves answers, one after another, and gives the draft that came of it.
    pub fn answer(&mut self, report: ReportId, answers: &Answers) -> Draft {
        for (question, answer) in answers {
            let rev = self.desk().open_draft(report).expect("a draft").draft.rev;
            self.desk()
                .save_answer(report, rev, question, Some(answer))
                .expect("an answer is saved");
        }
        self.desk().open_draft(report).expect("a draft").draft
    }
}
