//! The directory as it is made when a store is opened: the edition's entries, and over them what
//! was changed, added and closed here.

use std::collections::{HashMap, HashSet};

use directory::{
    ChangeId, Deed, Entry, EntryChange, Merged, OrganisationId, Part, Periods, Register, Service,
    ServiceId, merge,
};
use edition::Edition;
use store::{AuditEntry, HeldEntry, Store};

use crate::directory_clock::PERIODS;
use crate::{Fault, Session, Surroundings};

/// What the register is made with.
pub(super) struct Making<'a> {
    pub(super) edition: &'a Edition,
    pub(super) store: &'a mut Store,
    pub(super) session: &'a Session,
    pub(super) surroundings: &'a dyn Surroundings,
}

impl Making<'_> {
    /// Makes the register. An entry that was changed here stands in the place of the edition's, which
    /// its own order keeps; what was added here comes after.
    pub(super) fn make(mut self) -> Result<Register, Fault> {
        let of_edition = self.edition.services.iter().cloned().map(Entry::of_edition);
        let mut register = Register::new(of_edition, self.surroundings_here()?);
        self.put_held(&mut register)?;
        let periods: Option<Periods> = self.store.setting(PERIODS)?;
        register.set_periods(periods.unwrap_or_default());
        Ok(register)
    }

    /// What the edition's entries stand on, with the organisations that were written here.
    fn surroundings_here(&self) -> Result<directory::Surroundings, Fault> {
        let mut around = self.edition.surroundings();
        let named: HashSet<OrganisationId> = around
            .organisations
            .iter()
            .map(|body| body.id.clone())
            .collect();
        let here = self.store.directory_organisations()?.into_iter();
        let here = here.map(|held| held.organisation);
        // One that a newer edition names too is the edition's.
        let here = here.filter(|body| !named.contains(&body.id));
        around.organisations.extend(here);
        Ok(around)
    }

    /// Puts what the store holds over the edition, brought up to it: what a newer edition changed is
    /// taken in where it was not changed here, and noted.
    fn put_held(&mut self, register: &mut Register) -> Result<(), Fault> {
        let services: HashMap<&ServiceId, &Service> = self
            .edition
            .services
            .iter()
            .map(|service| (&service.id, service))
            .collect();
        let (mut changes, mut bases) = (Vec::new(), Vec::new());
        self.store.each_directory_entry(|held| {
            let HeldEntry {
                mut entry, base, ..
            } = held;
            let newer = services.get(entry.id()).copied();
            if let Some(newer) = newer.filter(|newer| base.as_ref() != Some(*newer)) {
                if let Some(change) = base.and_then(|base| self.brought(&entry, &base, newer)) {
                    entry = change.after.clone().unwrap_or(entry);
                    changes.push(change);
                }
                bases.push(newer);
            }
            register.put(entry);
        })?;
        if !bases.is_empty() {
            let audit = self.audit();
            self.store.take_in_edition(&changes, &bases, &audit)?;
        }
        Ok(())
    }

    /// The change that a newer edition brings to an entry that was changed from another; none where
    /// it brings none.
    fn brought(&self, entry: &Entry, base: &Service, newer: &Service) -> Option<EntryChange> {
        let Merged { service, differing } = merge(base, &entry.service, newer);
        let brings = service != entry.service || !differing.is_empty();
        let merged = Entry {
            service,
            ..entry.clone()
        };
        brings.then(|| self.brought_by_edition(entry.clone(), merged, &differing))
    }

    /// What an edition brought, as a change like any other. Where it differs from what was changed
    /// here too, that is told with it: what is here stands, and the edition holds the other.
    fn brought_by_edition(
        &self,
        before: Entry,
        mut after: Entry,
        differing: &[Part],
    ) -> EntryChange {
        let at = self.surroundings.now();
        after.kept.changed_at = Some(at);
        let edition = format!("Edition {}", self.edition.label.name);
        let parts: Vec<&str> = differing.iter().map(|part| part.name()).collect();
        EntryChange {
            id: ChangeId(self.surroundings.new_id()),
            service: before.id().clone(),
            deed: Deed::Imported,
            at,
            by: if parts.is_empty() {
                edition
            } else {
                format!(
                    "{edition}, which differs from what is kept here: {}",
                    parts.join(", ")
                )
            },
            before: Some(before),
            after: Some(after),
        }
    }

    /// The program takes the edition in by itself, at the desk of whoever signs in first.
    fn audit(&self) -> AuditEntry {
        let profile = &self.session.profile;
        let role = profile.roles.first();
        AuditEntry {
            at: self.surroundings.now(),
            user: profile.user,
            user_role: role.map_or("none", |role| role.name()).to_owned(),
            workstation: self.surroundings.workstation(),
            event: "directory.edition".to_owned(),
            records: Vec::new(),
            fields: Vec::new(),
            reason: Some(self.edition.label.name.clone()),
        }
    }
}
