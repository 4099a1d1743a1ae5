//! The tables of a package whose rows belong each to a service, an organisation or a place.

use std::collections::HashMap;

use serde_json::Value;

use super::{Object, Rows, grouped};
use crate::hsds_tables::text;

/// The keys under which the rows stand, with the names of their tables.
pub(super) const FURTHER: [(&str, &[&str]); 12] = [
    ("service_areas", &["service_areas", "service_area"]),
    ("schedules", &["schedules", "schedule"]),
    ("languages", &["languages", "language"]),
    ("cost_options", &["cost_options", "cost_option"]),
    (
        "required_documents",
        &["required_documents", "required_document"],
    ),
    ("funding", &["funding", "fundings"]),
    ("contacts", &["contacts", "contact"]),
    ("phones", &["phones", "phone"]),
    ("addresses", &["addresses", "address"]),
    ("accessibility", &["accessibility"]),
    (
        "organization_identifiers",
        &["organization_identifiers", "organization_identifier"],
    ),
    ("metadata", &["metadata"]),
];

/// What a row may belong to, the nearest first: it stands under that alone.
const OWNERS: [&str; 4] = [
    "service_id",
    "service_at_location_id",
    "location_id",
    "organization_id",
];

type Grouped = HashMap<String, Vec<Value>>;

/// The rows, by what they belong to and the keys under which they stand.
#[derive(Default)]
pub(super) struct Further(HashMap<(&'static str, &'static str), Grouped>);

impl Further {
    /// Sorts the rows of the tables, the numbers of contacts into the contacts.
    pub(super) fn of(mut tables: HashMap<&'static str, Rows>) -> Self {
        let mut further = Self::default();
        let phones = tables.get("phones").cloned().unwrap_or_default();
        let tied = phones.into_iter().filter(|(_, row)| is_tied(row));
        let mut of_contact = grouped(tied.collect(), "contact_id");
        for (_, contact) in tables.get_mut("contacts").into_iter().flatten() {
            if let Some(list) = of_contact.remove(&text(contact, "id")) {
                contact.insert("phones".into(), Value::Array(list));
            }
        }
        for (key, rows) in tables {
            if key == "metadata" {
                let grouped = grouped(rows, "resource_id");
                for link in OWNERS {
                    further.0.insert((link, key), grouped.clone());
                }
                continue;
            }
            let mut by_link: HashMap<&'static str, Rows> = HashMap::new();
            for (place, row) in rows {
                let link = OWNERS.into_iter().find(|link| !text(&row, link).is_empty());
                // What is a contact's own is not a place's too.
                if let Some(link) = link.filter(|link| *link == "service_id" || !is_tied(&row)) {
                    by_link.entry(link).or_default().push((place, row));
                }
            }
            for (link, rows) in by_link {
                further.0.insert((link, key), grouped(rows, link));
            }
        }
        further
    }

    /// Gives what belongs to services, by their ids.
    pub(super) fn of_services(&mut self) -> Vec<(&'static str, Grouped)> {
        let keys = FURTHER.iter().map(|(key, _)| *key);
        let held = keys.filter_map(|key| Some((key, self.0.remove(&("service_id", key))?)));
        held.collect()
    }

    /// Attaches what belongs to an organisation or a place.
    pub(super) fn attach_to(&self, held: &mut Object, link: &'static str) {
        let id = text(held, "id");
        if id.is_empty() {
            return;
        }
        for (key, _) in &FURTHER {
            let rows = self.0.get(&(link, *key)).and_then(|rows| rows.get(&id));
            if let Some(rows) = rows {
                held.insert((*key).to_owned(), Value::Array(rows.clone()));
            }
        }
    }
}

fn is_tied(row: &Object) -> bool {
    !text(row, "contact_id").is_empty()
}
