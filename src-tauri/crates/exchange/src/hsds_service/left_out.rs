//! What a service of open data has and the directory does not hold.

use serde_json::Value;

use super::{Object, ServiceReader};

impl ServiceReader<'_> {
    /// What open data has and the directory does not hold.
    pub(super) fn note_the_rest(&mut self, service: &Object) {
        let rest = [
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
        for (key, says) in rest {
            let empty = match service.get(key) {
                None | Some(Value::Null) => true,
                Some(Value::Array(items)) => items.is_empty(),
                Some(Value::String(text)) => text.is_empty(),
                Some(_) => false,
            };
            if !empty {
                self.passed.note(says.to_owned());
            }
        }
    }
}
