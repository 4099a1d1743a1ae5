//! What is to be kept beside the entries of a file of open data, and what is said of it.

use std::collections::BTreeSet;

use directory::{Entry, Origin, Register};
use serde_json::{Map, Value};

use crate::carried::{Feed, MOST, gather, kinds};
use crate::hsds_service::{Told, Unheld};
use crate::hsds_writing::{Manner, of_entry};
use crate::passed_over::PassedOver;
use crate::{Carried, Incoming};

/// A service as a feed told it, with what the reader did not take of it.
pub(crate) struct FeedRow<'f> {
    service: &'f Map<String, Value>,
    unheld: Unheld,
    ours_in_uk: bool,
    folded: bool,
}

impl<'f> FeedRow<'f> {
    /// None of what is no service. `folded` says whether our own writing put other parts into its
    /// description.
    pub(crate) fn of(value: &'f Value, told: &Told, folded: bool) -> Option<Self> {
        Some(Self {
            service: value.as_object()?,
            unheld: told.unheld.clone(),
            ours_in_uk: told.marks.ours_in_uk,
            folded,
        })
    }
}

/// Gathers what is to be kept, an entry after another.
pub(crate) struct Carrying<'a> {
    register: &'a Register,
    contacts: bool,
    beside: PassedOver,
    passed: PassedOver,
}

impl<'a> Carrying<'a> {
    pub(crate) fn new(register: &'a Register, contacts: bool) -> Self {
        Self {
            register,
            contacts,
            beside: PassedOver::default(),
            passed: PassedOver::default(),
        }
    }

    /// What of a feed is to be kept beside an entry as it would stand.
    pub(crate) fn carried(&mut self, row: &FeedRow<'_>, incoming: &Incoming) -> Carried {
        let manner = Manner {
            uk: row.ours_in_uk,
            contacts: self.contacts,
        };
        let entry = self.as_it_would_stand(incoming);
        let ours = of_entry(&entry, self.register, manner);
        let feed = Feed {
            service: row.service,
            unheld: &row.unheld,
            contacts: self.contacts,
            folded: row.folded,
        };
        let gathered = gather(&feed, &ours, &incoming.service);
        for (found, says) in [
            (
                gathered.people,
                "What a feed tells elsewhere of people and of how to reach them is not kept: only \
                 where contacts are taken in is it kept beside the entry",
            ),
            (
                gathered.hidden,
                "Texts that hide characters are not kept beside the entry",
            ),
            (
                gathered.markup,
                "Markup is taken off texts that are kept beside the entry",
            ),
        ] {
            if found {
                self.passed.note(says.into());
            }
        }
        let Some(carried) = Carried::of(&gathered.parts) else {
            self.passed.note(format!(
                "What a feed says beside one service is more than {} KiB: none of it is kept",
                MOST / 1024
            ));
            return Carried::nothing().telling(gathered.told, row.ours_in_uk);
        };
        let told: BTreeSet<String> = kinds(&gathered.parts).into_iter().collect();
        for kind in told {
            self.beside.note(kind);
        }
        carried.telling(gathered.told, row.ours_in_uk)
    }

    fn as_it_would_stand(&self, incoming: &Incoming) -> Entry {
        let here = incoming.matches.as_ref();
        let here = here.and_then(|(id, _)| self.register.entry(id));
        let mut entry = Entry::of_edition(incoming.service.clone());
        entry.origin = here.map_or(Origin::Here, |here| here.origin.clone());
        if let Some(here) = here {
            entry.kept = here.kept.clone();
        }
        for foreign in &incoming.foreign_ids {
            if !entry.kept.foreign_ids.contains(foreign) {
                entry.kept.foreign_ids.push(foreign.clone());
            }
        }
        if let Some(told) = &incoming.feed_assurance {
            entry.kept.feed_assurance = Some(told.clone());
        }
        entry
    }

    /// What is kept, in sentences; what is not is added to what was passed over.
    pub(crate) fn say(self, passed_over: &mut Vec<String>) -> Vec<String> {
        passed_over.extend(self.passed.sentences());
        self.beside.sentences()
    }
}
