//! What a file would do to each entry, beside what was done to it here.
//!
//! What a person here changed is not overwritten in silence, and what only a person here may say,
//! that an entry was confirmed, that it ended, what is noted beside it, is never overwritten.

use std::collections::BTreeSet;

use directory::{Clock, Deed, Entry, Kept, Origin, Service, ServiceId, ServiceState};
use exchange::{Batch, COLUMNS, Column, Incoming, MatchedBy};

use crate::import_reading::is_open_data;
use crate::{Desk, Fault};

/// How an entry of a file stands to the directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It is not there yet.
    New,
    /// It says something else of one that is there.
    Changed,
    /// It says what is there.
    Unchanged,
    /// It says something else of what was changed here too.
    Conflicting,
}

/// What a file would do to an entry.
pub(crate) struct Planned {
    pub row: u32,
    pub standing: Standing,
    pub before: Option<Entry>,
    pub after: Entry,
    pub matches: Option<(ServiceId, MatchedBy)>,
    pub resembles: Option<ServiceId>,
    /// Whether the file says another contact, and the one here stands: a post here confirmed it.
    pub contact_stands: bool,
}

impl Desk {
    /// What a file without a fault would do, an entry of it after another. Where it changes what was changed here too, what is
    /// here stands unless `theirs` is set.
    pub(crate) fn plan(
        &self,
        batch: &Batch,
        file: &str,
        theirs: bool,
    ) -> Result<Vec<Planned>, Fault> {
        let open_data = is_open_data(batch.format);
        let entries = batch.entries.iter();
        entries
            .map(|incoming| match self.with_contact_here(incoming) {
                Some(kept) if open_data => {
                    let planned = self.planned(&kept, file, theirs)?;
                    Ok(Planned {
                        contact_stands: true,
                        ..planned
                    })
                }
                Some(_) | None => self.planned(incoming, file, theirs),
            })
            .collect()
    }

    /// What is said of an entry, but for its contact, where it says another than one that a post
    /// here confirmed in the last three months. To take it in would be to confirm it: the entry is
    /// confirmed as a whole.
    fn with_contact_here(&self, incoming: &Incoming) -> Option<Incoming> {
        let (id, _) = incoming.matches.as_ref()?;
        let here = &self.register.entry(id)?.service;
        let stands = here.contact != incoming.service.contact
            && Clock::contact_holds(here.assured_on, self.today_date());
        stands.then(|| {
            let mut kept = incoming.clone();
            kept.service.contact.clone_from(&here.contact);
            kept
        })
    }

    fn planned(&self, incoming: &Incoming, file: &str, theirs: bool) -> Result<Planned, Fault> {
        let id = incoming.matches.as_ref().map(|(id, _)| id);
        let Some(before) = id.and_then(|id| self.register.entry(id)) else {
            return Ok(self.planned_new(incoming, file));
        };
        let told = COLUMNS
            .iter()
            .filter(|column| column.text(&before.service) != column.text(&incoming.service));
        let told: Vec<&Column> = told.collect();
        let local = if told.is_empty() {
            BTreeSet::new()
        } else {
            self.changed_here(before)?
        };
        let ended = ended_here(before, &local);
        let conflicting = told.iter().any(|column| local.contains(column.heading));
        let mut after = before.clone();
        for column in told {
            let says_it_ended = matches!(column.heading, "state" | "active_to");
            let stands = (says_it_ended && ended) || (!theirs && local.contains(column.heading));
            if !stands {
                column.carry(&incoming.service, &mut after.service);
            }
        }
        keep_of_feed(incoming, &mut after.kept);
        let changed = after.service != before.service || after.kept != before.kept;
        if changed {
            after.kept.imported_at = Some(self.now());
            after.origin = match after.origin {
                Origin::Edition | Origin::Changed => Origin::Changed,
                other @ (Origin::Here | Origin::Import { .. }) => other,
            };
        }
        let standing = match (conflicting, changed) {
            (true, _) => Standing::Conflicting,
            (false, true) => Standing::Changed,
            (false, false) => Standing::Unchanged,
        };
        Ok(Planned {
            row: incoming.row,
            standing,
            before: Some(before.clone()),
            after,
            matches: incoming.matches.clone(),
            resembles: None,
            contact_stands: false,
        })
    }

    fn planned_new(&self, incoming: &Incoming, file: &str) -> Planned {
        let mut kept = Kept {
            imported_at: Some(self.now()),
            ..Kept::default()
        };
        keep_of_feed(incoming, &mut kept);
        Planned {
            row: incoming.row,
            standing: Standing::New,
            before: None,
            after: Entry {
                service: Service {
                    assured_on: None,
                    assured_by: None,
                    ..incoming.service.clone()
                },
                origin: Origin::Import {
                    name: file.to_owned(),
                },
                kept,
            },
            matches: None,
            resembles: incoming.resembles.clone(),
            contact_stands: false,
        }
    }

    /// The parts of an entry that a person here wrote or changed.
    fn changed_here(&self, entry: &Entry) -> Result<BTreeSet<&'static str>, Fault> {
        if entry.origin == Origin::Edition {
            return Ok(BTreeSet::new());
        }
        let mut parts = BTreeSet::new();
        for change in self.store.directory_history(entry.id())? {
            match change.deed {
                Deed::Added | Deed::Edited | Deed::Closed => {
                    let Some(after) = &change.after else {
                        continue;
                    };
                    let differing = COLUMNS.iter().filter(|column| {
                        let before = change
                            .before
                            .as_ref()
                            .map(|entry| column.text(&entry.service));
                        before.unwrap_or_default() != column.text(&after.service)
                    });
                    parts.extend(differing.map(|column| column.heading));
                }
                Deed::Confirmed | Deed::Noted | Deed::Imported | Deed::TakenBack => {}
            }
        }
        Ok(parts)
    }
}

/// What a feed says of itself stands beside what is kept here, and in place of nothing.
fn keep_of_feed(incoming: &Incoming, kept: &mut Kept) {
    for foreign in &incoming.foreign_ids {
        if !kept.foreign_ids.contains(foreign) {
            kept.foreign_ids.push(foreign.clone());
        }
    }
    if let Some(told) = &incoming.feed_assurance {
        // The same confirmation from a file of another name is no news.
        let known = kept
            .feed_assurance
            .as_ref()
            .is_some_and(|held| held.on == told.on);
        if !known {
            kept.feed_assurance = Some(told.clone());
        }
    }
}

/// Whether a person here marked an entry as ended.
fn ended_here(entry: &Entry, local: &BTreeSet<&'static str>) -> bool {
    entry.service.state == ServiceState::Historical && local.contains("state")
}
