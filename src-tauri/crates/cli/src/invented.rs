//! A directory as large as a nation's may come to be, in which nothing is real. Its entries are the
//! edition's own over and over, since their words are those that real entries have, under names,
//! providers and areas that were made up. The same number of entries is the same directory.

use std::collections::BTreeSet;

use ::edition::Edition;
use directory::{Area, Council, Service, ServiceId, ServiceState};

/// Parts of the names of places that do not exist.
const PARTS: [&str; 13] = [
    "bal", "dun", "kil", "mor", "ness", "par", "strath", "tay", "wen", "loch", "glen", "inver",
    "auch",
];

/// So many entries, in a fixed order.
pub(crate) fn services(edition: &Edition, wanted: usize) -> Vec<Service> {
    let models: Vec<&Service> = edition.services.iter().filter(|one| runs(one)).collect();
    let families: BTreeSet<&ServiceId> = models
        .iter()
        .filter_map(|model| model.parent.as_ref())
        .filter(|parent| models.iter().any(|model| model.id == **parent))
        .collect();
    let again = models.iter().cycle().take(wanted).enumerate();
    let made = again.map(|(at, model)| Invention {
        edition,
        families: &families,
        model,
        at,
        round: at / models.len().max(1),
    });
    made.map(|one| one.service()).collect()
}

fn runs(service: &Service) -> bool {
    service.jurisdiction == "Scotland"
        && matches!(service.state, ServiceState::Current | ServiceState::Unknown)
}

/// An entry, made after one of the edition.
struct Invention<'a> {
    edition: &'a Edition,
    /// The models that others are deliveries of.
    families: &'a BTreeSet<&'a ServiceId>,
    model: &'a Service,
    at: usize,
    /// How often every model was taken before.
    round: usize,
}

impl Invention<'_> {
    fn service(&self) -> Service {
        let model = self.model;
        let place = place(self.at);
        let kinds = self.edition.code_lists.iter();
        let kind = kinds
            .filter(|code| code.list == "programme_kind" && code.code == model.kind)
            .map(|code| code.label.as_str())
            .next();
        let parent = model.parent.as_ref();
        Service {
            id: self.id(&model.id),
            name: format!("{place} {}", kind.unwrap_or("Service").to_lowercase()),
            other_names: Vec::new(),
            provider: Some(format!("{} Trust", self::place(self.at / 5))),
            providers: Vec::new(),
            area: self.area(),
            parent: parent
                .filter(|id| self.families.contains(id))
                .map(|id| self.id(id)),
            contact: None,
            source: None,
            ..model.clone()
        }
    }

    fn id(&self, model: &ServiceId) -> ServiceId {
        ServiceId(format!("invented-{}-{}", self.round, model.0))
    }

    /// A council of its own for each; a family stays where its model is.
    fn area(&self) -> Area {
        let councils = &self.edition.councils;
        let of_all = (self.at * 7 + self.round) % councils.len().max(1);
        let council: Option<&Council> = councils.get(of_all);
        match council {
            Some(council) if !self.families.contains(&self.model.id) => Area::Councils {
                councils: vec![council.id.clone()],
            },
            Some(_) | None => self.model.area.clone(),
        }
    }
}

/// The name of a place that does not exist, another for each number for a long while.
fn place(number: usize) -> String {
    let many = PARTS.len();
    let part = |at: usize| PARTS.get(at % many).copied().unwrap_or_default();
    let name = [number, number / many + 1, number / many / many + 2].map(part);
    let mut letters = name.concat();
    if let Some(first) = letters.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_number_of_entries_is_the_same_directory_and_no_entry_stands_twice() {
        let edition = desk::bundled_edition().unwrap();

        let (one, two) = (services(&edition, 1_000), services(&edition, 1_000));

        let ids: BTreeSet<&ServiceId> = one.iter().map(|service| &service.id).collect();
        assert_eq!(one, two);
        assert_eq!(ids.len(), 1_000);
        assert!(one.iter().all(|service| service.contact.is_none()));
    }

    #[test]
    fn a_delivery_names_a_family_of_its_own_round() {
        let edition = desk::bundled_edition().unwrap();
        let services = services(&edition, 1_000);
        let of = |service: &Service| service.id.0.split('-').nth(1).map(str::to_owned);

        let deliveries: Vec<_> = services.iter().filter(|one| one.parent.is_some()).collect();

        assert!(!deliveries.is_empty());
        for delivery in deliveries {
            let parent = delivery.parent.as_ref();
            let family = services.iter().find(|one| Some(&one.id) == parent);
            assert!(family.is_none_or(|family| of(family) == of(delivery)));
        }
    }
}
