//! The directory as it is made when a store is opened: the edition's entries, and over them what
//! was changed, added and closed here.

use std::collections::HashMap;

use directory::{
    ChangeId, Clock, Deed, Entry, EntryChange, Merged, Part, Register, Service, ServiceId, merge,
};
use edition::Edition;
use store::{AuditEntry, HeldEntry, Store};

use crate::{Fault, Session, Surroundings};

/// The setting that holds the periods after which a confirmation ages.
const CLOCK: &str = "directory-clock";

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
        let mut held = self.held()?;
        let in_place = |service: &Service| {
            let changed = held.remove(&service.id);
            changed.unwrap_or_else(|| Entry::of_edition(service.clone()))
        };
        let mut entries: Vec<Entry> = self.edition.services.iter().map(in_place).collect();
        let mut added: Vec<Entry> = held.into_values().collect();
        added.sort_unstable_by(|one, other| one.id().cmp(other.id()));
        entries.append(&mut added);
        let mut register = Register::new(entries, self.edition.surroundings());
        let clock: Option<Clock> = self.store.setting(CLOCK)?;
        // Periods out of order would call one entry fresh and stale at once.
        if let Some(clock) = clock.filter(Clock::in_order) {
            register.set_clock(clock);
        }
        Ok(register)
    }

    /// What the store holds over the edition, brought up to it: what a newer edition changed is taken
    /// in where it was not changed here, and noted.
    fn held(&mut self) -> Result<HashMap<ServiceId, Entry>, Fault> {
        let services: HashMap<&ServiceId, &Service> = self
            .edition
            .services
            .iter()
            .map(|service| (&service.id, service))
            .collect();
        let (mut changes, mut bases) = (Vec::new(), Vec::new());
        let mut entries = HashMap::new();
        for HeldEntry {
            mut entry, base, ..
        } in self.store.directory_entries()?
        {
            let newer = services.get(entry.id()).copied();
            if let Some(newer) = newer.filter(|newer| base.as_ref() != Some(*newer)) {
                if let Some(base) = base {
                    let Merged { service, differing } = merge(&base, &entry.service, newer);
                    if service != entry.service || !differing.is_empty() {
                        let mut merged = entry.clone();
                        merged.service = service;
                        let change = self.brought_by_edition(entry, merged, &differing);
                        entry = change.after.clone().ok_or(Fault::Unforeseen)?;
                        changes.push(change);
                    }
                }
                bases.push(newer);
            }
            entries.insert(entry.id().clone(), entry);
        }
        if !bases.is_empty() {
            let audit = self.audit();
            self.store.take_in_edition(&changes, &bases, &audit)?;
        }
        Ok(entries)
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
