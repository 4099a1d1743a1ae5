//! The lists of which ours holds some things and what was kept others.

use serde_json::Value;

use super::One;
use crate::carried::lists::{in_manner, key_of, things};
use crate::carried::schema::Refused;
use crate::carried::{Object, Parts};

impl One<'_> {
    pub(super) fn list(&mut self, out: &mut Object, parts: &Parts, list: &str) {
        let uk = self.all.manner.uk;
        let id = self.id();
        let mut refused = Refused::default();
        let mut let_out = |held: &Object| -> Vec<Value> {
            let things = things(held, list).iter().cloned();
            let things = match list {
                "attributes" => things.map(|thing| in_manner(thing, uk)).collect(),
                _ => things.collect(),
            };
            let schema = &self.all.schema;
            let out = schema.let_out((list, &Value::Array(things)), &id, &mut refused);
            match out {
                Some(Value::Array(things)) => things,
                _ => Vec::new(),
            }
        };
        // By the UK profile words and codes stand elsewhere, and ours say them as it asks.
        let instead = if uk && list != "service_at_locations" {
            Vec::new()
        } else {
            let_out(&parts.instead)
        };
        let beside = let_out(&parts.beside);
        self.say_refused(&refused);
        let ours = match out.remove(list) {
            Some(Value::Array(ours)) => ours,
            _ => Vec::new(),
        };
        let joined = joined(list, ours, &instead, beside);
        if !joined.is_empty() {
            out.insert(list.to_owned(), Value::Array(joined));
        }
    }
}

/// A list with theirs in the place of ours that say the same, and theirs that say something else
/// after them. Nothing stands twice.
fn joined(list: &str, ours: Vec<Value>, instead: &[Value], beside: Vec<Value>) -> Vec<Value> {
    let mut out: Vec<Value> = Vec::new();
    let keys: Vec<Option<String>> = ours.iter().map(|thing| key_of(list, thing)).collect();
    for (thing, key) in ours.into_iter().zip(&keys) {
        let same = instead
            .iter()
            .filter(|theirs| key.is_some() && key_of(list, theirs) == *key);
        let before = out.len();
        out.extend(same.cloned());
        if out.len() == before {
            out.push(thing);
        }
    }
    for thing in beside {
        let key = key_of(list, &thing);
        let said = key.is_some() && keys.contains(&key);
        if !said && !out.iter().any(|held| held.get("id") == thing.get("id")) {
            out.push(thing);
        }
    }
    out
}
