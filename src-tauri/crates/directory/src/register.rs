//! The directory as it stands: the edition's entries with what was changed, added and closed here.

use std::collections::HashMap;

use crate::{
    CodeListEntry, Council, CouncilId, Court, CourtId, Entry, Organisation, OrganisationId, Prison,
    ServiceId,
};

/// Every entry, and the places and words that they name. It answers without a disk.
#[derive(Clone, Debug, Default)]
pub struct Register {
    entries: Vec<Entry>,
    place_of: HashMap<ServiceId, usize>,
    deliveries_of: HashMap<ServiceId, Vec<usize>>,
    organisations: Vec<Organisation>,
    councils: Vec<Council>,
    courts: Vec<Court>,
    prisons: Vec<Prison>,
    code_lists: Vec<CodeListEntry>,
}

/// What a register stands on beside its entries.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// Who runs services.
    pub organisations: Vec<Organisation>,
    /// The councils.
    pub councils: Vec<Council>,
    /// The courts.
    pub courts: Vec<Court>,
    /// The prisons.
    pub prisons: Vec<Prison>,
    /// The words for codes.
    pub code_lists: Vec<CodeListEntry>,
}

impl Register {
    /// A register of entries, which stand in the order given.
    pub fn new(entries: impl IntoIterator<Item = Entry>, around: Surroundings) -> Self {
        let mut register = Self {
            organisations: around.organisations,
            councils: around.councils,
            courts: around.courts,
            prisons: around.prisons,
            code_lists: around.code_lists,
            ..Self::default()
        };
        for entry in entries {
            register.put(entry);
        }
        register
    }

    /// Puts an entry in the place of the one with its id, or last where there is none.
    pub fn put(&mut self, entry: Entry) {
        let id = entry.id().clone();
        let parent = entry.service.parent.clone();
        let at = self.place_of.get(&id).copied();
        let at = if let Some(at) = at {
            for deliveries in self.deliveries_of.values_mut() {
                deliveries.retain(|other| *other != at);
            }
            if let Some(held) = self.entries.get_mut(at) {
                *held = entry;
            }
            at
        } else {
            self.entries.push(entry);
            let at = self.entries.len() - 1;
            self.place_of.insert(id, at);
            at
        };
        if let Some(parent) = parent {
            self.deliveries_of.entry(parent).or_default().push(at);
        }
    }

    /// Every entry, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry with an id.
    pub fn entry(&self, id: &ServiceId) -> Option<&Entry> {
        self.place_of.get(id).and_then(|at| self.entries.get(*at))
    }

    /// The local deliveries of a family.
    pub fn deliveries(&self, id: &ServiceId) -> impl Iterator<Item = &Entry> {
        let places = self.deliveries_of.get(id).into_iter().flatten();
        places.filter_map(|at| self.entries.get(*at))
    }

    /// The organisation with an id.
    pub fn organisation(&self, id: &OrganisationId) -> Option<&Organisation> {
        self.organisations.iter().find(|body| body.id == *id)
    }

    /// The organisations.
    pub fn organisations(&self) -> &[Organisation] {
        &self.organisations
    }

    /// The council with a code.
    pub fn council(&self, id: &CouncilId) -> Option<&Council> {
        self.councils.iter().find(|council| council.id == *id)
    }

    /// The councils.
    pub fn councils(&self) -> &[Council] {
        &self.councils
    }

    /// The court with an id.
    pub fn court(&self, id: &CourtId) -> Option<&Court> {
        self.courts.iter().find(|court| court.id == *id)
    }

    /// The courts.
    pub fn courts(&self) -> &[Court] {
        &self.courts
    }

    /// The prisons.
    pub fn prisons(&self) -> &[Prison] {
        &self.prisons
    }

    /// The codes of a list, in order.
    pub fn codes(&self, list: &str) -> impl Iterator<Item = &CodeListEntry> {
        self.code_lists.iter().filter(move |code| code.list == list)
    }

    /// The words for a code of a list; the code itself where the list does not hold it.
    pub fn words_for<'a>(&'a self, list: &'a str, code: &'a str) -> &'a str {
        let found = self.codes(list).find(|entry| entry.code == code);
        found.map_or(code, |entry| entry.label.as_str())
    }
}
