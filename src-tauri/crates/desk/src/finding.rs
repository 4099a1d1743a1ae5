//! Finding anything from anywhere.

use directory::DirectorySearch;
use store::SearchKind;
use uuid::Uuid;

use crate::{Act, Desk, Fault, Found, FoundKind, Permission};

const MOST: u32 = 12;

impl Desk {
    /// Finds options, services, courts, words, cases and reports. Cases and reports are only
    /// looked for where the person's roles let them be read, and only the person's own are given.
    pub fn find(&mut self, words: &str) -> Result<Vec<Found>, Fault> {
        let entry = self.leave(Act::Find, &[])?;
        let mut kinds = vec![
            SearchKind::BailOption,
            SearchKind::Disposal,
            SearchKind::Court,
            SearchKind::Term,
        ];
        let roles = &self.session.profile.roles;
        let reads_cases = roles.iter().any(|role| role.allows(Permission::ReadCases));
        if reads_cases {
            kinds.extend([SearchKind::Case, SearchKind::Report]);
        }
        let found = self.store.search(words, &kinds, MOST)?;
        let mut hits: Vec<Found> = found.into_iter().filter_map(shown).collect();
        // TODO: ask the store for own records only, once a store has several users: until then what
        // is another's takes places among the most that are given.
        let own = self.own_records()?;
        hits.retain(|hit| match hit.kind {
            FoundKind::Case | FoundKind::Report | FoundKind::Conference => {
                Uuid::parse_str(&hit.id).is_ok_and(|id| own.contains(&id))
            }
            FoundKind::BailOption
            | FoundKind::Disposal
            | FoundKind::Service
            | FoundKind::Court
            | FoundKind::Term => true,
        });
        let touches_a_person = hits
            .iter()
            .any(|hit| matches!(hit.kind, FoundKind::Case | FoundKind::Report));
        if touches_a_person {
            self.store.record(&entry)?;
        }
        let services = self.services_found(words);
        Ok(in_turn(words, hits, services))
    }

    /// Services, from the directory as it stands here.
    fn services_found(&self, words: &str) -> Vec<Found> {
        if !words.chars().any(char::is_alphanumeric) {
            return Vec::new();
        }
        let found = self.register.answer(&DirectorySearch {
            words: words.to_owned(),
            limit: MOST,
            ..DirectorySearch::of_everything(self.today_date())
        });
        let shown = found.rows.into_iter().map(|row| Found {
            kind: FoundKind::Service,
            id: row.service.id.0,
            line: format!("{}; {}", row.kind_label, row.area_label),
            name: row.service.name,
        });
        shown.collect()
    }
}

/// Puts services among what else was found: what is called as typed first, and at least a third of
/// the places for either, where it has so many.
fn in_turn(words: &str, others: Vec<Found>, services: Vec<Found>) -> Vec<Found> {
    let most = usize::try_from(MOST).unwrap_or(usize::MAX);
    let third = most / 3;
    let of_others = others.len().min(most - services.len().min(third));
    let of_services = services.len().min(most - of_others);
    let typed = words.trim().to_lowercase();
    let others = others.into_iter().take(of_others);
    let services = services.into_iter().take(of_services);
    let mut found: Vec<Found> = others.chain(services).collect();
    found.sort_by_key(|one| !one.name.to_lowercase().starts_with(&typed));
    found
}

fn shown(found: store::Found) -> Option<Found> {
    let kind = match found.kind {
        SearchKind::BailOption => FoundKind::BailOption,
        SearchKind::Disposal => FoundKind::Disposal,
        SearchKind::Service => FoundKind::Service,
        SearchKind::Court => FoundKind::Court,
        SearchKind::Term => FoundKind::Term,
        SearchKind::Case => FoundKind::Case,
        SearchKind::Report => FoundKind::Report,
        SearchKind::Council | SearchKind::Prison => return None,
    };
    Some(Found {
        kind,
        id: found.id,
        name: found.name,
        line: found.snippet,
    })
}
