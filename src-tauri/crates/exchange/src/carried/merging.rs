//! What a file says beside an entry, over what was carried before.
//!
//! As with an entry, what a file does not tell stands: a feed that is silent of a key, or another
//! feed that tells of the same service, takes nothing away. A key that it tells of is its own. Of a
//! file by the UK profile that we wrote ourselves, silence within a key says nothing either.

use serde_json::Value;

use super::groups::{ACCESS, Group, all};
use super::{Carried, Object, Parts, rename};

impl Carried {
    /// Gives what is carried once this was taken in over what was carried before.
    #[must_use]
    pub fn over(self, before: Option<&Self>) -> Self {
        let Some(mut before) = before.and_then(Self::parts) else {
            return self;
        };
        let mut parts = self.parts().unwrap_or_default();
        if parts.of.is_empty() {
            parts.of.clone_from(&before.of);
        }
        for object in [&mut before.instead, &mut before.beside] {
            for value in object.values_mut() {
                rename(value, &before.of, &parts.of);
            }
        }
        let told = |key: &str| self.told.iter().any(|told| told == key);
        for group in all() {
            let silent = !group.keys.iter().any(|key| told(key));
            if silent || self.fills {
                put_group(&mut parts, &before, group);
            }
        }
        let grouped = |key: &str| all().any(|group| group.keys.contains(&key));
        let pairs = [
            (&mut parts.instead, before.instead),
            (&mut parts.beside, before.beside),
        ];
        for (now, before) in pairs {
            for (key, value) in before.into_iter().filter(|(key, _)| !grouped(key)) {
                put_under(now, key, value, &told, self.fills);
            }
        }
        if let Some(mark) = before.stood.get(ACCESS.name)
            && !told("service_at_locations")
        {
            parts.stood.insert(ACCESS.name.to_owned(), mark.clone());
        }
        Self::of(&parts).unwrap_or(self)
    }
}

/// Puts what stood of a group before: in its place where it alone says it, and under it where both
/// say it of the same words.
fn put_group(parts: &mut Parts, before: &Parts, group: &Group) {
    let Some(mark) = before.stood.get(group.name) else {
        return;
    };
    let alone = !parts.stood.contains_key(group.name);
    if !alone && parts.stood.get(group.name) != Some(mark) {
        return;
    }
    parts.stood.insert(group.name.to_owned(), mark.clone());
    for key in group.keys {
        let Some(value) = before.instead.get(*key).cloned() else {
            if group.whole {
                parts.instead.remove(*key);
            }
            continue;
        };
        match parts.instead.get_mut(*key) {
            Some(now) if !group.whole => fill(now, value),
            _ => {
                parts.instead.insert((*key).to_owned(), value);
            }
        }
    }
}

fn put_under(
    now: &mut Object,
    key: String,
    before: Value,
    told: &impl Fn(&str) -> bool,
    fills: bool,
) {
    if !told(&key) {
        now.insert(key, before);
    } else if fills && let Some(now) = now.get_mut(&key) {
        fill(now, before);
    }
}

/// Fills what a value does not say with what was said before. Things of a list are known by their
/// ids.
fn fill(now: &mut Value, before: Value) {
    match (now, before) {
        (Value::Object(now), Value::Object(before)) => {
            for (key, value) in before {
                match now.get_mut(&key) {
                    Some(now) => fill(now, value),
                    None => {
                        now.insert(key, value);
                    }
                }
            }
        }
        (Value::Array(now), Value::Array(before)) => {
            for value in before {
                let id = value.get("id").cloned();
                let same = now.iter_mut().find(|now| now.get("id") == id.as_ref());
                match same.filter(|_| id.is_some()) {
                    Some(now) => fill(now, value),
                    None => now.push(value),
                }
            }
        }
        _ => {}
    }
}

impl Parts {
    /// Whether nothing is carried.
    pub(super) fn is_nothing(&self) -> bool {
        self.instead.is_empty() && self.beside.is_empty()
    }
}
