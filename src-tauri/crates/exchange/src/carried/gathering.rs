//! What is to be kept beside an entry of what a feed said of it.

use directory::Service;
use serde_json::Value;

use super::groups::{ACCESS, CONTACTS, Group, all};
use super::lists::{LISTS, key_of, things};
use super::people::{Clean, clean};
use super::{Object, Parts};
use crate::hsds_service::Unheld;

/// The keys that an entry holds whole, whatever it says of them.
const HELD: [&str; 4] = ["id", "status", "minimum_age", "maximum_age"];

/// A service as a feed told it.
pub(crate) struct Feed<'a> {
    pub service: &'a Object,
    /// What the reader did not take of it.
    pub unheld: &'a Unheld,
    /// Whether people are kept.
    pub contacts: bool,
    /// Whether our own writing put other parts into its description.
    pub folded: bool,
}

/// What was gathered, and what was not kept of it.
pub(crate) struct Gathered {
    pub parts: Parts,
    /// The keys that the feed tells of, and that may be kept.
    pub told: Vec<String>,
    pub people: bool,
    pub markup: bool,
    pub hidden: bool,
}

/// What `feed` says beside what `service` holds, which goes out as `ours` already.
pub(crate) fn gather(feed: &Feed<'_>, ours: &Object, service: &Service) -> Gathered {
    let of = feed.service.get("id").and_then(Value::as_str);
    let clean = clean(feed.service, feed.contacts);
    let mut gathering = Gathering {
        feed,
        ours,
        service,
        clean: &clean,
        parts: Parts {
            of: of.unwrap_or_default().to_owned(),
            ..Parts::default()
        },
    };
    for group in all() {
        gathering.group(group);
    }
    for list in LISTS {
        gathering.list(list);
    }
    gathering.rest();
    Gathered {
        parts: gathering.parts,
        told: clean.service.keys().cloned().collect(),
        people: clean.people,
        markup: clean.markup,
        hidden: clean.hidden,
    }
}

struct Gathering<'a> {
    feed: &'a Feed<'a>,
    ours: &'a Object,
    service: &'a Service,
    clean: &'a Clean,
    parts: Parts,
}

impl Gathering<'_> {
    fn group(&mut self, group: &Group) {
        let told = &self.clean.service;
        let says = |key: &&&str| told.get(**key).is_some_and(|value| !is_empty(value));
        let keys = group.keys.iter().filter(says);
        let theirs: Vec<&str> = keys.copied().collect();
        let same = theirs
            .iter()
            .all(|key| told.get(*key) == self.ours.get(*key));
        // What the words of the entry may hold alone is not put out by halves.
        let prose = !matches!(group.name, "organization" | "program" | "contacts");
        let torn = prose && theirs.iter().any(|key| self.torn(key));
        let folded = self.feed.folded && group.name == "description";
        if same || torn || folded {
            return;
        }
        for key in theirs {
            if let Some(value) = told.get(key) {
                self.parts.instead.insert(key.to_owned(), value.clone());
            }
        }
        self.mark(group);
    }

    fn torn(&self, key: &str) -> bool {
        self.clean.torn.iter().any(|torn| torn == key)
    }

    fn mark(&mut self, group: &Group) {
        let mark = group.mark(self.service);
        self.parts.stood.insert(group.name.to_owned(), mark);
    }

    fn list(&mut self, list: &str) {
        let ours = things(self.ours, list);
        let mut instead = Vec::new();
        let mut beside = Vec::new();
        for (at, thing) in things(&self.clean.service, list).iter().enumerate() {
            if self.feed.unheld.has(list, at) {
                beside.push(thing.clone());
            } else if key_of(list, thing).is_some() && !ours.contains(thing) {
                instead.push(thing.clone());
            }
        }
        let places = list == "service_at_locations";
        if places && !(instead.is_empty() && beside.is_empty()) {
            self.mark(&ACCESS);
        }
        put(&mut self.parts.instead, list, instead);
        put(&mut self.parts.beside, list, beside);
    }

    fn rest(&mut self) {
        for (key, value) in &self.clean.service {
            let known = HELD.contains(&key.as_str())
                || LISTS.contains(&key.as_str())
                || CONTACTS.keys.contains(&key.as_str())
                || all().any(|group| group.keys.contains(&key.as_str()));
            if !known && !is_empty(value) {
                self.parts.beside.insert(key.clone(), value.clone());
            }
        }
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(object) => object.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

fn put(parts: &mut Object, list: &str, things: Vec<Value>) {
    if !things.is_empty() {
        parts.insert(list.to_owned(), Value::Array(things));
    }
}
