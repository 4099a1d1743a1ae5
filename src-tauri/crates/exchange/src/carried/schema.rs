//! What the standard and its UK profile ask of each thing: which keys it has, and what stands there.
//!
//! The published schemas are listed in two short files; a test holds them against the schemas.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use serde_json::{Number, Value};
use uuid::Uuid;

use super::Object;
use crate::contact_words::is_address;
use crate::hsds_writing::is_web_address;
use crate::ids;

const CORE: &str = include_str!("hsds-3.0.txt");
const UK: &str = include_str!("hsds-uk-3.0.txt");

/// A published schema.
pub(crate) struct Schema {
    kinds: BTreeMap<&'static str, BTreeMap<&'static str, Property>>,
    /// Whether a key that it does not name is let out.
    open: bool,
}

#[derive(Clone, Copy)]
struct Property {
    stands: &'static str,
    needed: bool,
}

/// What was not let out, by the paths of the keys.
#[derive(Default)]
pub(crate) struct Refused {
    /// The schema does not name it.
    pub unnamed: BTreeSet<String>,
    /// It is not as the schema asks.
    pub faulty: BTreeSet<String>,
    /// Ids that are no UUIDs, for which others were made.
    pub ids: bool,
}

impl Schema {
    pub(crate) fn new(uk: bool) -> Self {
        let lines = if uk { UK } else { CORE }.lines();
        let kinds = lines.filter_map(|line| line.split_once(": "));
        let kinds = kinds.map(|(kind, told)| {
            let properties = told.split(' ').map(|told| {
                let needed = told.ends_with('!');
                let told = told.trim_end_matches('!');
                let (key, stands) = told.split_once('=').unwrap_or((told, ""));
                (key, Property { stands, needed })
            });
            (kind, properties.collect())
        });
        Self {
            kinds: kinds.collect(),
            open: !uk,
        }
    }

    /// Whether a service has the key.
    pub(crate) fn names(&self, key: &str) -> bool {
        let service = self.kinds.get("service");
        service.is_some_and(|service| service.contains_key(key))
    }

    /// What of a key of a service may go out. `of` is the service's id, from which the ids are made
    /// that are missing.
    pub(crate) fn let_out(
        &self,
        (key, value): (&str, &Value),
        of: &str,
        refused: &mut Refused,
    ) -> Option<Value> {
        let service = self.kinds.get("service")?;
        let mut letting = Letting {
            schema: self,
            of,
            refused,
        };
        letting.property(service.get(key), value, key)
    }
}

struct Letting<'a> {
    schema: &'a Schema,
    of: &'a str,
    refused: &'a mut Refused,
}

impl Letting<'_> {
    fn property(&mut self, known: Option<&Property>, value: &Value, path: &str) -> Option<Value> {
        let Some(property) = known else {
            if self.schema.open {
                return Some(value.clone());
            }
            self.refused.unnamed.insert(named(path));
            return None;
        };
        let out = match kind_of(property.stands) {
            Some((kind, true)) => self.list(kind, value, path),
            Some((kind, false)) => self.object(kind, value, path),
            None => self.plain(property.stands, value),
        };
        if out.is_none() {
            self.refused.faulty.insert(named(path));
        }
        out
    }

    /// A list with what may go out of it; none where that is nothing.
    fn list(&mut self, kind: &str, value: &Value, path: &str) -> Option<Value> {
        let items = value.as_array()?.iter().enumerate();
        let kept: Vec<Value> = items
            .filter_map(|(at, item)| {
                let out = self.object(kind, item, &format!("{path}[{at}]"));
                if out.is_none() {
                    self.refused.faulty.insert(named(path));
                }
                out
            })
            .collect();
        let emptied = kept.is_empty() && !value.as_array()?.is_empty();
        (!emptied).then_some(Value::Array(kept))
    }

    /// An object with what may go out of it; none where it then lacks what it needs, or where
    /// nothing but ids is left of what said more.
    fn object(&mut self, kind: &str, value: &Value, path: &str) -> Option<Value> {
        let known = self.schema.kinds.get(kind)?;
        let mut out = Object::new();
        for (key, value) in value.as_object()? {
            let path = format!("{path}.{key}");
            if let Some(value) = self.property(known.get(key.as_str()), value, &path) {
                out.insert(key.clone(), value);
            }
        }
        let says = |object: &Object| {
            object
                .keys()
                .any(|key| key != "id" && !key.ends_with("_id"))
        };
        if says(value.as_object()?) && !says(&out) {
            return None;
        }
        if !out.contains_key("id") && known.get("id").is_some_and(|id| id.needed) {
            let made = ids::uuid_of("part", &format!("{}/{path}", self.of));
            out.insert("id".into(), made.to_string().into());
        }
        let whole = known
            .iter()
            .all(|(key, property)| !property.needed || out.contains_key(*key));
        whole.then_some(Value::Object(out))
    }

    fn plain(&mut self, stands: &str, value: &Value) -> Option<Value> {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(number) if stands == "number" => {
                return Some(Value::Number(number.clone()));
            }
            Value::Number(number) => number.to_string(),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => return None,
        };
        let fits = match stands {
            "" => true,
            "uuid" => return self.uuid(&text),
            "number" => return number(&text),
            "uri" => is_web_address(&text),
            "email" => is_address(&text),
            "date-time" => DateTime::parse_from_rfc3339(&text).is_ok(),
            one_of => one_of.split('|').any(|one| one.replace('_', " ") == text),
        };
        fits.then(|| text.into())
    }

    /// An id as it stands; one that is no UUID goes out as the one that is made from it.
    fn uuid(&mut self, text: &str) -> Option<Value> {
        if text.is_empty() {
            return None;
        }
        let uuid = Uuid::parse_str(text).ok().map(|uuid| uuid.to_string());
        match uuid {
            Some(uuid) if uuid.eq_ignore_ascii_case(text) => Some(text.into()),
            Some(uuid) => Some(uuid.into()),
            None => {
                self.refused.ids = true;
                Some(ids::uuid_of("foreign", text).to_string().into())
            }
        }
    }
}

fn number(text: &str) -> Option<Value> {
    let text = text.trim();
    if let Ok(whole) = text.parse::<i64>() {
        return Some(whole.into());
    }
    let number = text.parse::<f64>().ok().and_then(Number::from_f64)?;
    Some(Value::Number(number))
}

/// The kind of object that stands somewhere, and whether it is a list of them.
fn kind_of(stands: &'static str) -> Option<(&'static str, bool)> {
    let list = stands
        .strip_prefix('[')
        .and_then(|kind| kind.strip_suffix(']'));
    let one = stands
        .strip_prefix('{')
        .and_then(|kind| kind.strip_suffix('}'));
    list.map(|kind| (kind, true))
        .or(one.map(|kind| (kind, false)))
}

/// A path as a person reads it, without places in lists.
fn named(path: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for letter in path.chars().take(300) {
        match letter {
            '[' => inside = true,
            ']' => inside = false,
            _ if inside => {}
            letter => out.push(letter),
        }
    }
    crate::faults::shown(&out)
}

#[cfg(test)]
mod tests;
