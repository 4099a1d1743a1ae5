//! What open data says of a service and its entry does not hold: kept beside the entry as the feed
//! said it, and written out again as open data. It is never shown, searched or judged by.
//!
//! Of what the entry holds in words of its own, the feed's form is kept with a mark of those words.
//! Once they are changed here the feed's form stays behind: it would say something else.

mod gathering;
mod groups;
mod joining;
mod kinds;
mod left;
mod lists;
mod merging;
mod people;
mod schema;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub(crate) use self::gathering::{Feed, gather};
pub(crate) use self::joining::Joining;
pub(crate) use self::kinds::kinds;
pub(crate) use self::left::Left;

pub(crate) type Object = Map<String, Value>;

/// The most that is kept beside one entry: 64 KiB.
pub(crate) const MOST: usize = 64 * 1024;

/// What a feed said beside an entry, as text that only this crate reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    text: String,
    /// The keys that the file tells of; none once it was kept.
    told: Vec<String>,
    /// Whether silence within a key says nothing.
    fills: bool,
}

impl Carried {
    /// Takes what a store kept.
    pub fn from_text(text: String) -> Self {
        Self {
            text,
            told: Vec::new(),
            fills: false,
        }
    }

    /// Gives the text for a store to keep.
    pub fn as_text(&self) -> &str {
        &self.text
    }

    /// Whether there is nothing to keep: the entry holds all that the feed said.
    pub fn is_nothing(&self) -> bool {
        self.text.is_empty()
    }

    pub(crate) fn nothing() -> Self {
        Self::from_text(String::new())
    }

    /// None where there is more than is kept.
    pub(crate) fn of(parts: &Parts) -> Option<Self> {
        if parts.is_nothing() {
            return Some(Self::nothing());
        }
        let text = serde_json::to_string(parts).ok()?;
        (text.len() <= MOST).then(|| Self::from_text(text))
    }

    /// The same of a file that tells of some keys.
    pub(crate) fn telling(self, told: Vec<String>, fills: bool) -> Self {
        Self {
            told,
            fills,
            ..self
        }
    }

    /// None where there is nothing, or what is no text of ours.
    pub(crate) fn parts(&self) -> Option<Parts> {
        serde_json::from_str(&self.text).ok()
    }
}

/// What is carried, part by part.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Parts {
    /// The feed's own id of the service, which its parts name.
    pub of: String,
    /// What the entry's own words were, by the group that they are in; only a mark of them.
    pub stood: BTreeMap<String, String>,
    /// What the entry holds in a form of its own.
    pub instead: Object,
    /// What it does not hold at all.
    pub beside: Object,
}

/// Puts one id for another wherever a part names what it belongs to.
fn rename(value: &mut Value, from: &str, to: &str) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, from, to)),
        Value::Object(object) => {
            for (key, value) in object {
                let links = matches!(key.as_str(), "service_id" | "link_id" | "resource_id");
                if links && value.as_str() == Some(from) {
                    *value = to.into();
                } else {
                    rename(value, from, to);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
