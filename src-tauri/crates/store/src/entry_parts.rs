//! Some parts of an entry of the directory, as they are to be.

use std::collections::{BTreeMap, BTreeSet};

use directory::Entry;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Error;

/// Some parts of an entry, as they are to be: a change kept small, and a change that can be made of
/// another state of the entry.
///
/// A part is a member of the service or of what is kept beside it, or the origin; lists and places
/// are taken whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryParts(BTreeMap<String, Value>);

impl EntryParts {
    /// The parts that turn one state of an entry into another.
    pub fn that_turn(from: &Entry, into: &Entry) -> Result<Self, Error> {
        let value = |entry| serde_json::to_value(entry).map_err(|_| Error::Unwritable);
        let mut parts = BTreeMap::new();
        collect(&value(from)?, &value(into)?, "", &mut parts);
        Ok(Self(parts))
    }

    /// The names of the parts, such as `/service/name`.
    pub fn names(&self) -> BTreeSet<&str> {
        self.0.keys().map(String::as_str).collect()
    }

    /// Leaves out the parts with some names.
    #[must_use]
    pub fn without(mut self, names: &[&str]) -> Self {
        self.0.retain(|name, _| !names.contains(&name.as_str()));
        self
    }

    /// The entry with these parts, the others as they are.
    pub fn put_into(&self, entry: &Entry) -> Result<Entry, Error> {
        let mut value = serde_json::to_value(entry).map_err(|_| Error::Unwritable)?;
        for (pointer, part) in &self.0 {
            let (section, name) = pointer.rsplit_once('/').ok_or(Error::Damaged)?;
            let section = value.pointer_mut(section).and_then(Value::as_object_mut);
            let section = section.ok_or(Error::Damaged)?;
            section.insert(name.to_owned(), part.clone());
        }
        serde_json::from_value(value).map_err(|_| Error::Damaged)
    }
}

fn collect(from: &Value, into: &Value, path: &str, parts: &mut BTreeMap<String, Value>) {
    let (Some(from), Some(into)) = (from.as_object(), into.as_object()) else {
        return;
    };
    for (name, is_to_be) in into {
        let is = from.get(name).unwrap_or(&Value::Null);
        if is == is_to_be {
            continue;
        }
        let pointer = format!("{path}/{name}");
        if path.is_empty() && matches!(name.as_str(), "service" | "kept") {
            collect(is, is_to_be, &pointer, parts);
        } else {
            parts.insert(pointer, is_to_be.clone());
        }
    }
}
