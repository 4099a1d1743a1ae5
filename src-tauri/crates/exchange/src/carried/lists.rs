//! The lists of which the directory holds some things and not others: each thing is known again by
//! what it says, and not by its id.

use serde_json::Value;

use super::Object;
use crate::taxonomy::{self, TEXTS};

/// The lists whose things stand each for itself.
pub(crate) const LISTS: [&str; 3] = ["languages", "attributes", "service_at_locations"];

/// What a thing of a list says, so that ours is known for theirs. None where it says nothing that
/// could be ours.
pub(crate) fn key_of(list: &str, thing: &Value) -> Option<String> {
    match list {
        "languages" => Some(text(thing, "code")?.to_lowercase()),
        "attributes" => attribute_key(thing),
        "service_at_locations" => Some(text(thing.get("location")?, "name")?.to_lowercase()),
        _ => None,
    }
}

/// A term of a taxonomy of ours: the list, the code, and of a part in words the words.
fn attribute_key(attribute: &Value) -> Option<String> {
    let term = attribute.get("taxonomy_term")?;
    let list = list_of(term)?;
    let code = text(term, "code").or_else(|| text(term, "term"))?;
    let words = if list == TEXTS {
        text(attribute, "value").or_else(|| text(term, "description"))
    } else {
        None
    };
    Some(format!("{list}/{code}/{}", words.unwrap_or_default()))
}

/// The list of ours that a term is of.
pub(crate) fn list_of(term: &Value) -> Option<&'static str> {
    let named = text(term, "taxonomy")
        .or_else(|| text(term.get("taxonomy_detail")?, "name"))
        .map(str::trim);
    taxonomy::list_of(named, text(term, "taxonomy_id"))
}

pub(crate) fn text<'v>(object: &'v Value, key: &str) -> Option<&'v str> {
    object.get(key)?.as_str().filter(|text| !text.is_empty())
}

/// The things of a list of a service.
pub(crate) fn things<'v>(service: &'v Object, list: &str) -> &'v [Value] {
    let things = service.get(list).and_then(Value::as_array);
    things.map(Vec::as_slice).unwrap_or_default()
}

/// An attribute with the code of its term where the profile that is written looks for it.
pub(crate) fn in_manner(mut attribute: Value, uk: bool) -> Value {
    let (from, to) = if uk {
        ("code", "term")
    } else {
        ("term", "code")
    };
    let term = attribute.get_mut("taxonomy_term");
    if let Some(Value::Object(term)) = term
        && !term.contains_key(to)
        && list_of(&Value::Object(term.clone())).is_some()
        && let Some(code) = term.remove(from)
    {
        term.insert(to.to_owned(), code);
    }
    attribute
}
