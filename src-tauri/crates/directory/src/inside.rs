//! The families that are offered in prisons: what starts inside may continue at home.

use std::collections::{BTreeMap, HashMap};

use crate::filter::family;
use crate::{PrisonId, Service, ServiceId};

/// How many entries of each family are offered in each prison; a family that is offered in none is
/// not here.
#[derive(Clone, Debug, Default)]
pub(crate) struct Inside {
    families: HashMap<ServiceId, BTreeMap<PrisonId, usize>>,
}

impl Inside {
    pub(crate) fn add(&mut self, service: &Service) {
        if service.prisons.is_empty() {
            return;
        }
        let prisons = self.families.entry(family(service).clone()).or_default();
        for prison in &service.prisons {
            *prisons.entry(prison.clone()).or_default() += 1;
        }
    }

    pub(crate) fn forget(&mut self, service: &Service) {
        let family = family(service);
        let Some(prisons) = self.families.get_mut(family) else {
            return;
        };
        for prison in &service.prisons {
            if let Some(offered) = prisons.get_mut(prison) {
                *offered = offered.saturating_sub(1);
            }
        }
        prisons.retain(|_, offered| *offered > 0);
        if prisons.is_empty() {
            self.families.remove(family);
        }
    }

    /// Whether an entry of a family is offered in a prison.
    pub(crate) fn offers(&self, family: &ServiceId, prison: &PrisonId) -> bool {
        let prisons = self.families.get(family);
        prisons.is_some_and(|prisons| prisons.contains_key(prison))
    }

    /// Each family that is offered in a prison, and those in which it is.
    pub(crate) fn families(
        &self,
    ) -> impl Iterator<Item = (&ServiceId, impl Iterator<Item = &PrisonId>)> {
        let families = self.families.iter();
        families.map(|(family, prisons)| (family, prisons.keys()))
    }
}
