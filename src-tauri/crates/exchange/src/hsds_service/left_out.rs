//! What a service of open data has and is taken in only by choice.

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
    /// The contacts, where they are not taken in.
    pub(super) fn note_contacts(&mut self, service: &Object) {
        if self.contacts {
            return;
        }
        for (key, says) in CONTACTS {
            if !is_empty(service.get(key)) {
                self.passed.note(says.to_owned());
            }
        }
    }
}

/// Whether a key says nothing.
fn is_empty(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::Array(items)) => items.is_empty(),
        Some(Value::String(text)) => text.is_empty(),
        Some(_) => false,
    }
}
