//! What a service of open data has and the directory does not hold.

use serde_json::Value;

use super::{Object, ServiceReader};

/// What is said of each where contacts are not taken in.
const CONTACTS: [(&str, &str); 3] = [
    (
        "contacts",
        "Contacts are not taken in: a post here confirms them first",
    ),
    (
        "phones",
        "Telephone numbers are not taken in: a post here confirms them first",
    ),
    (
        "email",
        "E-mail addresses are not taken in: a post here confirms them first",
    ),
];

impl ServiceReader<'_> {
    /// What open data has and the directory does not hold.
    pub(super) fn note_the_rest(&mut self, service: &Object) {
        let rest = [
            (
                "wait_time",
                "Waiting times are not taken in: nobody says of which day they are",
            ),
            ("capacities", "Capacities are not taken in"),
            ("funding", "Funding is not held"),
            ("accreditations", "Accreditations are not held"),
            ("licenses", "Licences of a service are not held"),
            ("interpretation_services", "Interpretation is not held"),
            ("required_documents", "Required documents are not held"),
            ("assurer_email", "Who confirmed it for the feed is not held"),
            ("last_modified", "When the feed last changed it is not held"),
            ("metadata", "The feed's own history is not held"),
            (
                "additional_urls",
                "Further addresses on the web are not held",
            ),
        ];
        let contacts = if self.contacts { &[][..] } else { &CONTACTS };
        for (key, says) in contacts.iter().chain(&rest) {
            if !is_empty(service.get(*key)) {
                self.passed.note((*says).to_owned());
            }
        }
    }
}

/// Whether a key says nothing.
pub(super) fn is_empty(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::Array(items)) => items.is_empty(),
        Some(Value::String(text)) => text.is_empty(),
        Some(_) => false,
    }
}
