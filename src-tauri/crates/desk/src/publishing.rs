//! A local edition of the directory: proposed by one person, approved by another on a machine of
//! their own, and installed on the rest ([`installing`]).
//!
//! Each store has a signing key, made when it is first wanted and kept in the encrypted store. A
//! key of somebody else is trusted once a person has compared its fingerprint with its owner.

mod installing;

use std::collections::{BTreeMap, BTreeSet};

use directory::{Organisation, OrganisationId, Origin};
use ed25519_dalek::SigningKey;
use publication::{
    Fingerprint, InstallEffect, LocalEdition, PublishedEntry, Signed, approve, compare, propose,
};
use serde::{Deserialize, Serialize};

use crate::desk::digest;
use crate::{Act, Desk, EditionStage, Fault, LocalEditionPage, ProposedEdition};

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
    /// Whether there is anything that the office could propose: a person learns it before they choose
    /// where to write it.
    pub fn may_propose(&self, office: &str) -> Result<(), Fault> {
        self.leave(Act::ProposeEdition, &[])?;
        self.to_propose(office).map(drop)
    }

    /// Puts what was changed here over the national edition into a file that the person proposes.
    /// What is kept here beside an entry stays here.
    pub fn propose_local_edition(
        &mut self,
        office: &str,
    ) -> Result<(ProposedEdition, Vec<u8>), Fault> {
        let mut audit = self.leave(Act::ProposeEdition, &[])?;
        let office = office.trim();
        let entries = self.to_propose(office)?;
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

    /// What an office proposes; a refusal where it has no name or nothing to propose.
    fn to_propose(&self, office: &str) -> Result<Vec<PublishedEntry>, Fault> {
        let office = office.trim();
        if office.is_empty() || office.chars().count() > 120 || office.chars().any(char::is_control)
        {
            return Err(bad("office"));
        }
        let entries = self.published_entries()?;
        if entries.is_empty() {
            return Err(bad("entries"));
        }
        Ok(entries)
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
