//! Keeping entries true: changing, confirming and closing them, and taking a change back.

mod choices;
pub(crate) mod naming;
mod taking_back;
pub(crate) mod text;
mod tried;
mod writing;

use chrono::NaiveDate;
use directory::{
    ChangeId, Deed, Entry, EntryChange, Kept, Origin, Register, Service, ServiceId, ServiceState,
};
use store::{AuditEntry, EntryParts};

use self::text::{bad, tidy};
use self::tried::{Trial, is_before};
use crate::{
    Act, ConfirmServices, Desk, Fault, SaveService, ServiceNote, ServicePage, ServiceSaved,
};

impl Desk {
    /// Keeps a service that was changed or written here. Whoever changes an entry does not thereby
    /// confirm it: the day on which it was confirmed stays as it is.
    pub fn save_service(&mut self, wanted: &SaveService) -> Result<ServiceSaved, Fault> {
        let audit = self.leave(Act::SaveService, &[])?;
        let held = self.register.entry(&wanted.service.id).cloned();
        let Some(held) = held else {
            return self.add_service(wanted, audit);
        };
        if wanted.rev != self.directory_rev(held.id())? {
            return self.theirs(held.id());
        }
        let service = Service {
            assured_on: held.service.assured_on,
            assured_by: held.service.assured_by.clone(),
            ..self.trial().of(wanted.service.clone())?
        };
        let after = Entry {
            service,
            ..changed_here(held.clone())
        };
        self.write_change(Deed::Edited, Some(held), after, audit)
    }

    /// Notes that a post confirmed entries as they stand, today. All of them or none.
    pub fn confirm_services(&mut self, wanted: &ConfirmServices) -> Result<Vec<ChangeId>, Fault> {
        let mut audit = self.leave(Act::ConfirmServices, &[])?;
        let mut how = Some(wanted.how.clone());
        tidy("how", &mut how)?;
        let mut ids: Vec<&ServiceId> = wanted.ids.iter().collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            return Err(bad("ids"));
        }
        let mut changes = Vec::new();
        for id in ids {
            let held = self.register.entry(id).cloned().ok_or(Fault::NotFound)?;
            self.clock_has_not_turned(&held)?;
            let mut after = changed_here(held.clone());
            after.service.assured_on = Some(self.today_date());
            after.service.assured_by = Some(self.post());
            after.kept.assured_how.clone_from(&how);
            changes.push(self.a_change(Deed::Confirmed, Some(held), Some(after))?);
        }
        let services = changes.iter().map(|change| change.service.0.clone());
        audit.records = services.collect();
        let ids = changes.iter().map(|change| change.id).collect();
        self.apply_directory_changes(changes, None, &audit)?;
        Ok(ids)
    }

    /// Marks a service as ended on a day. Nothing is deleted.
    pub fn close_service(
        &mut self,
        id: &ServiceId,
        rev: u32,
        on: NaiveDate,
    ) -> Result<ServiceSaved, Fault> {
        let audit = self.leave(Act::CloseService, &[])?;
        let held = self.register.entry(id).cloned().ok_or(Fault::NotFound)?;
        if rev != self.directory_rev(id)? {
            return self.theirs(id);
        }
        let day = on.to_string();
        let began = held.service.active_from.as_deref();
        if on > self.today_date() || began.is_some_and(|began| is_before(&day, began)) {
            return Err(bad("on"));
        }
        let mut after = changed_here(held.clone());
        after.service.state = ServiceState::Historical;
        after.service.active_to = Some(day);
        self.write_change(Deed::Closed, Some(held), after, audit)
    }

    /// Keeps what stays here beside a service.
    pub fn keep_service_note(&mut self, note: &ServiceNote) -> Result<ServicePage, Fault> {
        let audit = self.leave(Act::KeepServiceNote, &[])?;
        let held = self
            .register
            .entry(&note.id)
            .cloned()
            .ok_or(Fault::NotFound)?;
        let mut wanted = note.clone();
        tidy("note", &mut wanted.note)?;
        tidy("reviewer", &mut wanted.reviewer)?;
        tidy("deputy", &mut wanted.deputy)?;
        let mut after = changed_here(held.clone());
        after.kept = Kept {
            note: wanted.note,
            reviewer: wanted.reviewer,
            deputy: wanted.deputy,
            ..after.kept
        };
        if after.kept != held.kept {
            self.write_change(Deed::Noted, Some(held), after, audit)?;
        }
        self.service_page(&note.id)
    }

    /// Keeps an entry that is not there yet. One that names a revision was there, and was taken away.
    fn add_service(
        &mut self,
        wanted: &SaveService,
        audit: AuditEntry,
    ) -> Result<ServiceSaved, Fault> {
        if wanted.rev != 0 {
            return Err(Fault::NotFound);
        }
        let service = Service {
            assured_on: None,
            assured_by: None,
            ..self.trial().of(wanted.service.clone())?
        };
        let id = self.new_service_id(&service.name)?;
        let after = Entry {
            service: Service { id, ..service },
            origin: Origin::Here,
            kept: Kept::default(),
        };
        self.write_change(Deed::Added, None, after, audit)
    }

    fn write_change(
        &mut self,
        deed: Deed,
        before: Option<Entry>,
        after: Entry,
        mut audit: AuditEntry,
    ) -> Result<ServiceSaved, Fault> {
        let change = self.a_change(deed, before, Some(after))?;
        let (id, change_id) = (change.service.clone(), change.id);
        audit.records = vec![id.0.clone(), change_id.0.to_string()];
        audit.fields = fields_of(&change)?;
        self.apply_directory_changes(vec![change], None, &audit)?;
        Ok(ServiceSaved::Done {
            page: Box::new(self.service_page(&id)?),
            change: change_id,
        })
    }

    fn theirs(&self, id: &ServiceId) -> Result<ServiceSaved, Fault> {
        let theirs = Box::new(self.service_page(id)?);
        Ok(ServiceSaved::Conflict { theirs })
    }

    fn trial(&self) -> Trial<'_> {
        self.trial_beside(&self.register)
    }

    fn trial_beside<'a>(&'a self, register: &'a Register) -> Trial<'a> {
        Trial {
            edition: &self.edition,
            register,
            today: self.today_date(),
        }
    }

    /// Gives a service as it could be kept beside the entries of a register.
    pub(crate) fn fitting(&self, service: Service, register: &Register) -> Result<Service, Fault> {
        self.trial_beside(register).of(service)
    }

    /// A machine whose clock went back must not date a confirmation: it would put a day in the place
    /// of a later one. It is shown, and not put right quietly.
    fn clock_has_not_turned(&self, held: &Entry) -> Result<(), Fault> {
        let confirmed = held.service.assured_on;
        let changed = held.kept.changed_at.max(held.kept.imported_at);
        let turned = confirmed.is_some_and(|day| day > self.today_date())
            || changed.is_some_and(|at| at > self.now());
        if turned {
            Err(bad("assured-on"))
        } else {
            Ok(())
        }
    }

    /// The post that the signed-in person holds; their name only where no post is recorded.
    fn post(&self) -> String {
        let author = &self.session.profile.author;
        match author.role.trim() {
            "" => author.name.clone(),
            post => post.to_owned(),
        }
    }
}

/// The names of the fields that a change touches, for the audit log, which never holds their words.
fn fields_of(change: &EntryChange) -> Result<Vec<String>, Fault> {
    let (Some(before), Some(after)) = (&change.before, &change.after) else {
        return Ok(Vec::new());
    };
    let parts = EntryParts::that_turn(before, after)?;
    let names = parts.names().into_iter();
    Ok(names
        .map(|name| name.trim_start_matches('/').to_owned())
        .collect())
}

/// An entry as it is once it is changed here: one of the edition is no longer as it stands there.
fn changed_here(entry: Entry) -> Entry {
    let origin = match entry.origin {
        Origin::Edition | Origin::Changed => Origin::Changed,
        Origin::Here => Origin::Here,
        Origin::Import { name } => Origin::Import { name },
    };
    Entry { origin, ..entry }
}
