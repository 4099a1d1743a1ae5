//! Which entry of the directory an entry of a file is taken for.

use std::collections::HashMap;

use directory::{Area, Register, Service, ServiceId};
use uuid::Uuid;

use crate::{MatchedBy, ids};

/// The register, found again by what a file may name an entry by.
#[expect(
    clippy::struct_field_names,
    reason = "each map is named for what it is looked up by"
)]
pub(crate) struct Matcher<'a> {
    by_uuid: HashMap<Uuid, &'a ServiceId>,
    by_foreign: HashMap<&'a str, &'a ServiceId>,
    by_provider: HashMap<(String, String), Vec<&'a Service>>,
    by_area: HashMap<(String, String), &'a ServiceId>,
}

impl<'a> Matcher<'a> {
    pub(crate) fn new(register: &'a Register) -> Self {
        let mut found = Self {
            by_uuid: HashMap::new(),
            by_foreign: HashMap::new(),
            by_provider: HashMap::new(),
            by_area: HashMap::new(),
        };
        for entry in register.entries() {
            let service = &entry.service;
            found
                .by_uuid
                .insert(ids::of_service(&service.id), &service.id);
            for foreign in &entry.kept.foreign_ids {
                found.by_foreign.insert(foreign, &service.id);
            }
            let name = folded(&service.name);
            for provider in providers(service) {
                found
                    .by_provider
                    .entry((provider, name.clone()))
                    .or_default()
                    .push(service);
            }
            if is_stated(&service.area) {
                let key = (ids::area_key(&service.area), name);
                found.by_area.entry(key).or_insert(&service.id);
            }
        }
        found
    }

    /// The entry that a feed's id names.
    pub(crate) fn by_foreign(&self, id: &str) -> Option<(ServiceId, MatchedBy)> {
        let ours = Uuid::parse_str(id)
            .ok()
            .and_then(|uuid| self.by_uuid.get(&uuid));
        if let Some(ours) = ours {
            let by = if ids::foreign(ours).is_some() {
                MatchedBy::ForeignId
            } else {
                MatchedBy::Id
            };
            return Some(((*ours).clone(), by));
        }
        let known = self.by_foreign.get(id)?;
        Some(((*known).clone(), MatchedBy::ForeignId))
    }

    /// The one service of the same provider and name, unless it is for people of another area.
    pub(crate) fn by_provider(&self, service: &Service) -> Option<(ServiceId, MatchedBy)> {
        let name = folded(&service.name);
        let mut found: Vec<&Service> = Vec::new();
        for provider in providers(service) {
            let here = self
                .by_provider
                .get(&(provider, name.clone()))
                .into_iter()
                .flatten();
            for other in here.filter(|other| may_be_same(&other.area, &service.area)) {
                if !found.iter().any(|held| held.id == other.id) {
                    found.push(other);
                }
            }
        }
        match found.as_slice() {
            [one] => Some((one.id.clone(), MatchedBy::ProviderAndName)),
            _ => None,
        }
    }

    /// An entry of the same name in the same area: a suggestion.
    pub(crate) fn resembled(&self, service: &Service) -> Option<ServiceId> {
        if !is_stated(&service.area) {
            return None;
        }
        let key = (ids::area_key(&service.area), folded(&service.name));
        self.by_area.get(&key).map(|id| (*id).clone())
    }
}

fn may_be_same(one: &Area, other: &Area) -> bool {
    !is_stated(one) || !is_stated(other) || ids::area_key(one) == ids::area_key(other)
}

fn is_stated(area: &Area) -> bool {
    match area {
        Area::National | Area::Councils { .. } => true,
        Area::Elsewhere { says } => !says.is_empty(),
    }
}

/// The names that tell a provider: its ids, else its words.
fn providers(service: &Service) -> Vec<String> {
    let mut names: Vec<String> = service.providers.iter().map(|id| id.0.clone()).collect();
    names.extend(
        service
            .provider
            .as_deref()
            .map(folded)
            .filter(|name| !name.is_empty()),
    );
    names
}

fn folded(text: &str) -> String {
    text.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
