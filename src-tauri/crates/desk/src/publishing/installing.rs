//! What a local edition would do here, and its installation: all of it or nothing.

use std::collections::{BTreeMap, BTreeSet};

use directory::{Deed, EntryChange, OrganisationChange, Register, ServiceId};
use publication::{InstallEffect, LocalEdition, Signed, compare, read};
use store::DirectoryBatch;

use super::{STATE, bad, count, trusts};
use crate::desk::digest;
use crate::{Act, Desk, Fault, InstalledEdition};

impl Desk {
    /// Installs an approved edition, all of it or nothing. Entries that were changed here too stay
    /// as they are unless `theirs` is set. `compared` says that the fingerprints were compared with
    /// their owners.
    pub fn install_local_edition(
        &mut self,
        name: &str,
        bytes: &[u8],
        compared: bool,
        theirs: bool,
    ) -> Result<InstalledEdition, Fault> {
        let mut audit = self.leave(Act::InstallEdition, &[])?;
        let signed = self.sound_edition(bytes)?;
        let mut state = self.publishing()?;
        let Some(approved_by) = signed.approved_by.clone() else {
            return Err(bad("approved-by"));
        };
        if !compared && !trusts(&state, &signed) {
            return Err(bad("compared"));
        }
        let edition = &signed.edition;
        let newest = state.installed.get(&edition.office);
        if newest.is_some_and(|number| *number > edition.number) {
            return Err(bad("number"));
        }
        let organisations = self.organisations_brought(edition, theirs)?;
        let (changes, kept) = self.installing(edition, theirs)?;
        let entries = count(changes.len());
        let batch = DirectoryBatch {
            id: self.surroundings.new_id(),
            file: name.to_owned(),
            digest: digest(bytes),
            licence: None,
            at: self.now(),
            entries,
            taken_back: false,
        };
        audit.records = vec![batch.id.to_string(), batch.digest.clone()];
        state.trusted.extend([signed.proposed_by, approved_by]);
        state
            .installed
            .insert(edition.office.clone(), edition.number);
        let brings = !changes.is_empty() || !organisations.is_empty();
        if brings {
            let installed = (STATE, &state);
            self.apply_local_edition(organisations, changes, &batch, installed, &audit)?;
        } else {
            // It trusts two keys and holds older editions off, though it changes no entry.
            audit.records = vec![batch.digest];
            self.store.set_setting_noted(STATE, &state, &audit)?;
        }
        Ok(InstalledEdition {
            batch: brings.then_some(batch.id),
            entries,
            kept,
        })
    }

    /// A local edition whose signatures are whole and each of whose entries could be entered here.
    /// Two signatures say whose it is, and not that nothing is wrong with it.
    pub(super) fn sound_edition(&self, bytes: &[u8]) -> Result<Signed, Fault> {
        let mut signed = read(bytes)?;
        let office = signed.edition.office.clone();
        let mut bodies = BTreeSet::new();
        for body in &mut signed.edition.organisations {
            if !is_id(&body.id.0) || !bodies.insert(body.id.clone()) {
                return Err(bad("unfit"));
            }
            let fitting = self.fitting_organisation(body.clone());
            *body = fitting.map_err(|_| bad("unfit"))?;
        }
        // A family may come in the same edition as its deliveries, and who runs them too.
        let mut register = self.knowing(&signed.edition);
        for published in &signed.edition.entries {
            let held = self.register.entry(&published.service.id);
            register.put(published.over(held, &office));
        }
        let mut ids = BTreeSet::new();
        for published in &mut signed.edition.entries {
            let service = &published.service;
            let future = service
                .assured_on
                .is_some_and(|day| day > self.today_date());
            if future || !is_id(&service.id.0) || !ids.insert(service.id.clone()) {
                return Err(bad("unfit"));
            }
            let fitting = self.fitting(service.clone(), &register);
            published.service = fitting.map_err(|_| bad("unfit"))?;
        }
        Ok(signed)
    }

    /// The changes that an edition makes here, and how many entries stay as they are.
    fn installing(
        &self,
        edition: &LocalEdition,
        theirs: bool,
    ) -> Result<(Vec<EntryChange>, u32), Fault> {
        let effects: BTreeMap<ServiceId, InstallEffect> = compare(edition, &self.knowing(edition))
            .into_iter()
            .map(|one| (one.service, one.effect))
            .collect();
        let mut kept = 0;
        let mut changes = Vec::new();
        for published in &edition.entries {
            match effects.get(&published.service.id) {
                None => {}
                Some(InstallEffect::Disputed) if !theirs => kept += 1,
                Some(_) => {
                    let held = self.register.entry(&published.service.id).cloned();
                    let mut after = published.over(held.as_ref(), &edition.office);
                    after.kept.imported_at = Some(self.now());
                    changes.push(self.a_change(Deed::Imported, held, Some(after))?);
                }
            }
        }
        Ok((changes, kept))
    }

    /// The register as it would know who runs what, once an edition is installed.
    pub(super) fn knowing(&self, edition: &LocalEdition) -> Register {
        let mut register = self.register.clone();
        for body in &edition.organisations {
            if register.organisation(&body.id).is_none() {
                register.put_organisation(body.clone());
            }
        }
        register
    }

    /// The changes of organisations that an edition makes here. What was written or changed here
    /// stays unless `theirs` is set, and what the national edition names is the national edition's.
    pub(super) fn organisations_brought(
        &self,
        edition: &LocalEdition,
        theirs: bool,
    ) -> Result<Vec<OrganisationChange>, Fault> {
        let here = self.organisations_here()?;
        let mut changes = Vec::new();
        for body in &edition.organisations {
            let held = here.iter().find(|held| held.id == body.id);
            let national = held.is_none() && self.register.organisation(&body.id).is_some();
            let history = self.store.organisation_history(&body.id)?;
            let brought = history.first().map(|last| last.deed) == Some(Deed::Imported);
            let ours = held.is_some() && !brought;
            if national || held == Some(body) || (ours && !theirs) {
                continue;
            }
            let after = Some(body.clone());
            changes.push(self.an_organisation_change(Deed::Imported, held.cloned(), after)?);
        }
        Ok(changes)
    }
}

/// Whether an id can stand in an address and in a table.
fn is_id(id: &str) -> bool {
    let fits = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
    !id.is_empty() && id.len() <= 200 && id.chars().all(fits)
}
