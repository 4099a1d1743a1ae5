//! A local edition of the directory: proposed by one person, approved by another on a machine of
//! their own, installed on the rest.
//!
//! Each store has a signing key, made when it is first wanted and kept in the encrypted store. A
//! key of somebody else is trusted once a person has compared its fingerprint with its owner.

use std::collections::{BTreeMap, BTreeSet};

use directory::{
    Deed, EntryChange, Organisation, OrganisationChange, OrganisationId, Origin, Register,
    ServiceId,
};
use ed25519_dalek::SigningKey;
use publication::{
    Fingerprint, InstallEffect, LocalEdition, PublishedEntry, Signed, approve, compare, propose,
    read,
};
use serde::{Deserialize, Serialize};
use store::DirectoryBatch;

use crate::desk::digest;
use crate::{Act, Desk, EditionStage, Fault, InstalledEdition, LocalEditionPage, ProposedEdition};

/// How many differences are shown.
const SHOWN: usize = 200;

const STATE: &str = "directory.publishing";

/// What a store keeps of publishing.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Publishing {
    /// The secret half of the store's key. The store is encrypted.
    seed: Option<[u8; 32]>,
    /// The number of the edition that was proposed last.
    proposed: u32,
    /// Keys that were compared with their owners.
    trusted: BTreeSet<Fingerprint>,
    /// The number that is installed, by office.
    installed: BTreeMap<String, u32>,
}

impl Desk {
    /// Puts what was changed here over the national edition into a file that the person proposes.
    /// What is kept here beside an entry stays here.
    pub fn propose_local_edition(
        &mut self,
        office: &str,
    ) -> Result<(ProposedEdition, Vec<u8>), Fault> {
        let mut audit = self.leave(Act::ProposeEdition, &[])?;
        let office = office.trim();
        if office.is_empty() || office.chars().count() > 120 || office.chars().any(char::is_control)
        {
            return Err(bad("office"));
        }
        let entries = self.published_entries()?;
        if entries.is_empty() {
            return Err(bad("entries"));
        }
        let mut state = self.publishing()?;
        let key = self.signing_key(&mut state)?;
        state.proposed += 1;
        let edition = LocalEdition {
            office: office.to_owned(),
            number: state.proposed,
            made_on: self.today_date(),
            over: self.edition.label.name.clone(),
            organisations: self.published_organisations(&entries)?,
            entries,
        };
        let bytes = propose(&edition, &key)?;
        // Better told to whoever can put it right than to everybody who would receive it.
        self.sound_edition(&bytes).map_err(|_| bad("unfit-here"))?;
        audit.records = vec![digest(&bytes)];
        self.store.set_setting_noted(STATE, &state, &audit)?;
        Ok((
            ProposedEdition {
                file: String::new(),
                number: edition.number,
                entries: count(edition.entries.len()),
                fingerprint: fingerprint(&key),
            },
            bytes,
        ))
    }

    /// Reads a local edition and says what it would change. Nothing reaches the directory.
    pub fn read_local_edition(&self, name: &str, bytes: &[u8]) -> Result<LocalEditionPage, Fault> {
        let mut page = self.compare_local_edition(name, bytes)?;
        page.differences.truncate(SHOWN);
        Ok(page)
    }

    /// Reads a local edition as [`Desk::read_local_edition`] does, with every difference.
    pub fn compare_local_edition(
        &self,
        name: &str,
        bytes: &[u8],
    ) -> Result<LocalEditionPage, Fault> {
        self.leave(Act::ReadEdition, &[])?;
        let signed = self.sound_edition(bytes)?;
        let state = self.publishing()?;
        let differences = compare(&signed.edition, &self.knowing(&signed.edition));
        let organisations = self.organisations_brought(&signed.edition, false)?;
        let disputed = differences
            .iter()
            .filter(|one| one.effect == InstallEffect::Disputed);
        let installed = state.installed.get(&signed.edition.office).copied();
        Ok(LocalEditionPage {
            token: 0,
            file: name.to_owned(),
            office: signed.edition.office.clone(),
            number: signed.edition.number,
            made_on: signed.edition.made_on,
            over: signed.edition.over.clone(),
            entries: count(signed.edition.entries.len()),
            stage: match signed.approved_by {
                Some(_) => EditionStage::Approved,
                None => EditionStage::Proposed,
            },
            own: own(&state).as_ref() == Some(&signed.proposed_by),
            trusted: trusts(&state, &signed),
            installed: installed.filter(|installed| *installed > signed.edition.number),
            disputed: count(disputed.count()),
            difference_count: count(differences.len()),
            differences,
            organisations: organisations
                .into_iter()
                .filter_map(|change| change.after)
                .map(|body| body.name)
                .collect(),
            proposed_by: signed.proposed_by,
            approved_by: signed.approved_by,
        })
    }

    /// Adds this store's signature to what another person proposed. `compared` says that the
    /// fingerprint was compared with its owner.
    pub fn approve_local_edition(
        &mut self,
        bytes: &[u8],
        compared: bool,
    ) -> Result<(ProposedEdition, Vec<u8>), Fault> {
        let mut audit = self.leave(Act::ApproveEdition, &[])?;
        let signed = self.sound_edition(bytes)?;
        let mut state = self.publishing()?;
        let key = self.signing_key(&mut state)?;
        let approved = approve(bytes, &key)?;
        if !compared && !state.trusted.contains(&signed.proposed_by) {
            return Err(bad("compared"));
        }
        state.trusted.insert(signed.proposed_by);
        audit.records = vec![digest(bytes), digest(&approved)];
        self.store.set_setting_noted(STATE, &state, &audit)?;
        Ok((
            ProposedEdition {
                file: String::new(),
                number: signed.edition.number,
                entries: count(signed.edition.entries.len()),
                fingerprint: fingerprint(&key),
            },
            approved,
        ))
    }

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
        let brings = !changes.is_empty() || !organisations.is_empty();
        if brings {
            self.apply_local_edition(organisations, changes, &batch, &audit)?;
        }
        state.trusted.extend([signed.proposed_by, approved_by]);
        state
            .installed
            .insert(edition.office.clone(), edition.number);
        self.store.set_setting(STATE, &state)?;
        Ok(InstalledEdition {
            batch: brings.then_some(batch.id),
            entries,
            kept,
        })
    }

    /// A local edition whose signatures are whole and each of whose entries could be entered here.
    /// Two signatures say whose it is, and not that nothing is wrong with it.
    fn sound_edition(&self, bytes: &[u8]) -> Result<Signed, Fault> {
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
    fn knowing(&self, edition: &LocalEdition) -> Register {
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
    fn organisations_brought(
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

    /// Who runs the entries that are published, where the national edition does not name them.
    fn published_organisations(
        &self,
        entries: &[PublishedEntry],
    ) -> Result<Vec<Organisation>, Fault> {
        let named: BTreeSet<&OrganisationId> = entries
            .iter()
            .flat_map(|entry| &entry.service.providers)
            .collect();
        let mut here = self.organisations_here()?;
        here.retain(|body| named.contains(&body.id));
        Ok(here)
    }

    /// What was changed or written here, and the versions of the edition it was changed from.
    fn published_entries(&self) -> Result<Vec<PublishedEntry>, Fault> {
        let held = self.store.directory_entries()?;
        let entries = held
            .into_iter()
            .filter(|held| held.entry.origin != Origin::Edition);
        Ok(entries
            .map(|held| PublishedEntry {
                assured_how: held.entry.kept.assured_how.clone(),
                service: held.entry.service,
                base: held.base,
            })
            .collect())
    }

    fn publishing(&self) -> Result<Publishing, Fault> {
        Ok(self.store.setting(STATE)?.unwrap_or_default())
    }

    /// The store's key; a new one where it has none yet, which is kept with `state`.
    fn signing_key(&self, state: &mut Publishing) -> Result<SigningKey, Fault> {
        if let Some(seed) = &state.seed {
            return Ok(SigningKey::from_bytes(seed));
        }
        let mut seed = [0; 32];
        let mut randomness = self.surroundings.randomness();
        randomness.fill(&mut seed).map_err(|_| Fault::Unforeseen)?;
        state.seed = Some(seed);
        Ok(SigningKey::from_bytes(&seed))
    }
}

/// Whether an id can stand in an address and in a table.
fn is_id(id: &str) -> bool {
    let fits = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
    !id.is_empty() && id.len() <= 200 && id.chars().all(fits)
}

fn own(state: &Publishing) -> Option<Fingerprint> {
    let key = state.seed.as_ref().map(SigningKey::from_bytes);
    key.as_ref().map(fingerprint)
}

/// Whether every key of an edition is the store's own or was compared with its owner.
fn trusts(state: &Publishing, signed: &Signed) -> bool {
    let own = own(state);
    let known = |key: &Fingerprint| state.trusted.contains(key) || own.as_ref() == Some(key);
    known(&signed.proposed_by) && signed.approved_by.iter().all(known)
}

fn fingerprint(key: &SigningKey) -> Fingerprint {
    Fingerprint::of(&key.verifying_key().to_bytes())
}

fn bad(field: &str) -> Fault {
    Fault::BadInput {
        field: field.to_owned(),
    }
}

fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}

impl From<publication::Error> for Fault {
    fn from(error: publication::Error) -> Self {
        match error {
            publication::Error::NotAnEdition => bad("file"),
            publication::Error::Forged => Self::EditionForged,
            publication::Error::Unparsable => Self::EditionDamaged,
            publication::Error::SamePerson => bad("second-person"),
            publication::Error::ApprovedAlready => bad("approved"),
        }
    }
}
