//! What is kept of a stranger's words: none that hide what they say, none with markup, and, unless a
//! person chose it, none that tell of people or how to reach them.

use serde_json::Value;

use super::Object;
use crate::cell::turns_direction;
use crate::contact_words::{addresses, is_address, numbers};
use crate::markup;

/// The keys under which people and ways to reach them stand, wherever they are. A feed's history
/// names who wrote it, and repeats what stood before.
const KEYS: [&str; 7] = [
    "attention",
    "metadata",
    "updated_by",
    "mail",
    "fax",
    "mobile",
    "telephone",
];

/// What is in the names of such keys.
const WITHIN: [&str; 5] = ["email", "e_mail", "e-mail", "phone", "contact"];

/// The texts of a service that its entry holds as they stand.
const HELD: [&str; 8] = [
    "name",
    "alternate_name",
    "description",
    "eligibility_description",
    "alert",
    "application_process",
    "fees",
    "fees_description",
];

/// What a service says that may be kept.
pub(crate) struct Clean {
    pub service: Object,
    /// Whether people, or ways to reach them, were taken out of anything but the contacts.
    pub people: bool,
    /// Whether markup was taken off.
    pub markup: bool,
    /// Whether texts were taken out that hide what they say.
    pub hidden: bool,
    /// The keys of the service in which a text was taken out.
    pub torn: Vec<String>,
}

/// A service as a feed told it, but for what may not be kept.
pub(crate) fn clean(feed: &Object, people: bool) -> Clean {
    let mut clean = Clean {
        service: Object::new(),
        people: false,
        markup: false,
        hidden: false,
        torn: Vec::new(),
    };
    for (key, value) in feed {
        let mut taking = Taking {
            people,
            held: HELD.contains(&key.as_str()),
            ..Taking::default()
        };
        if let Some(value) = taking.value(key, value) {
            clean.service.insert(key.clone(), value);
        }
        let found = |wanted| taking.found.contains(&wanted);
        let people = found(Found::People) || found(Found::PeopleInText);
        clean.people |= people && !matches!(key.as_str(), "contacts" | "phones" | "email");
        clean.markup |= found(Found::Markup) && !taking.held;
        clean.hidden |= found(Found::Hidden);
        if found(Found::PeopleInText) || found(Found::Hidden) {
            clean.torn.push(key.clone());
        }
    }
    clean
}

/// A carried part without people, for a file into which a person chose no contacts.
pub(crate) fn without_people(parts: &Object) -> (Object, bool) {
    let clean = clean(parts, false);
    let contacts = ["contacts", "phones", "email"];
    let took = clean.people || contacts.iter().any(|key| parts.contains_key(*key));
    (clean.service, took)
}

/// What was found that may not be kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Found {
    People,
    PeopleInText,
    Markup,
    Hidden,
}

#[derive(Default)]
struct Taking {
    /// Whether people stay.
    people: bool,
    /// Whether the entry holds the text as it stands.
    held: bool,
    found: Vec<Found>,
}

impl Taking {
    fn value(&mut self, key: &str, value: &Value) -> Option<Value> {
        if !self.people && is_of_people(key) {
            if !says_nothing(value) {
                self.found.push(Found::People);
            }
            return None;
        }
        match value {
            Value::Null => None,
            Value::Bool(_) | Value::Number(_) => Some(value.clone()),
            Value::String(text) => self.text(key, text).map(Value::String),
            Value::Array(items) => {
                let kept = items.iter().filter_map(|item| self.value(key, item));
                Some(Value::Array(kept.collect()))
            }
            Value::Object(object) => {
                let kept = object.iter().filter_map(|(key, value)| {
                    self.value(key, value).map(|value| (key.clone(), value))
                });
                Some(Value::Object(kept.collect()))
            }
        }
    }

    fn text(&mut self, key: &str, text: &str) -> Option<String> {
        if hides(text) {
            self.found.push(Found::Hidden);
            return None;
        }
        if !self.people && !self.held && reaches_somebody(key, text) {
            self.found.push(Found::PeopleInText);
            return None;
        }
        if markup::has_tags(text) {
            self.found.push(Found::Markup);
            return Some(markup::plain(text));
        }
        Some(text.to_owned())
    }
}

fn is_of_people(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    KEYS.contains(&key.as_str()) || WITHIN.iter().any(|part| key.contains(part))
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(object) => object.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Whether a text holds an address or a number of somebody. What names a thing by figures is no
/// number.
fn reaches_somebody(key: &str, text: &str) -> bool {
    let names = key == "id"
        || key == "code"
        || key.ends_with("_id")
        || key.contains("identifier")
        || matches!(key, "tax_id" | "postal_code");
    is_address(text) || !addresses(text).is_empty() || (!names && !numbers(text).is_empty())
}

fn hides(text: &str) -> bool {
    let control = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t');
    text.chars()
        .any(|letter| control(letter) || turns_direction(letter))
}
