//! What was kept beside an entry, put into what goes out of it.
//!
//! What a feed set out goes out in its place while the entry says what it said when it was read.
//! Where the entry was changed here, what stands here goes out.

mod lists;
mod trimming;

use std::collections::BTreeSet;

use directory::Entry;
use serde_json::Value;

use super::groups::{CONTACTS, GROUPS, Group};
use super::lists::LISTS;
use super::schema::{Refused, Schema};
use super::{Carried, Object, Parts};
use crate::hsds_writing::Manner;
use crate::ids;

/// Joins what was kept to what goes out, an entry after another.
pub(crate) struct Joining {
    schema: Schema,
    manner: Manner,
}

/// What became of what was kept beside an entry.
#[derive(Default)]
pub(crate) struct Joined {
    /// What of it stays behind, in sentences without their end.
    pub left: BTreeSet<String>,
    /// Whether the times go out by days and hours.
    pub times_set_out: bool,
}

impl Joining {
    pub(crate) fn new(manner: Manner) -> Self {
        Self {
            schema: Schema::new(manner.uk),
            manner,
        }
    }

    /// Joins to `out`, which is what our own writing says of the entry.
    pub(crate) fn join(&self, out: &mut Object, carried: &Carried, entry: &Entry) -> Joined {
        let Some(parts) = carried.parts() else {
            return Joined::default();
        };
        let mut one = One {
            all: self,
            entry,
            torn: Vec::new(),
            joined: Joined::default(),
        };
        let parts = one.without_people(parts);
        let parts = one.with_our_id(parts);
        let parts = one.without_old_access(parts);
        one.groups(out, &parts);
        for list in LISTS {
            one.list(out, &parts, list);
        }
        one.beside(out, &parts);
        one.joined
    }
}

struct One<'a> {
    all: &'a Joining,
    entry: &'a Entry,
    /// The keys of a service in which a text was taken out, since it tells of people.
    torn: Vec<String>,
    joined: Joined,
}

impl One<'_> {
    fn say(&mut self, says: impl Into<String>) {
        self.joined.left.insert(says.into());
    }

    fn id(&self) -> String {
        ids::of_service(self.entry.id()).to_string()
    }

    fn groups(&mut self, out: &mut Object, parts: &Parts) {
        for group in &GROUPS {
            self.group(out, parts, group);
        }
        if self.all.manner.contacts {
            self.group(out, parts, &CONTACTS);
        }
        for (key, object) in [
            ("organization_id", "organization"),
            ("program_id", "program"),
        ] {
            let id = out.get(object).and_then(|object| object.get("id")).cloned();
            if let Some(id) = id.filter(|_| self.all.schema.names(key)) {
                out.insert(key.to_owned(), id);
            }
        }
    }

    fn group(&mut self, out: &mut Object, parts: &Parts, group: &Group) {
        let keys = group.keys.iter().copied();
        let keys: Vec<&str> = keys
            .filter(|key| parts.instead.contains_key(*key))
            .collect();
        let torn = |key: &&str| self.torn.iter().any(|torn| torn == key);
        let whose = matches!(group.name, "organization" | "program");
        if keys.is_empty() || (!whose && keys.iter().any(torn)) {
            return;
        }
        if parts.stood.get(group.name) != Some(&group.mark(&self.entry.service)) {
            if is_set_out(group, &keys) {
                self.say(changed(group));
            }
            return;
        }
        if group.name == "description" && self.folds(&keys) {
            return;
        }
        let mut refused = Refused::default();
        let told = self.let_out(&parts.instead, &keys, &mut refused);
        if !survives(group, &parts.instead, &told, &refused) {
            if is_set_out(group, &keys) {
                self.say(format!(
                    "What a feed set out of {} goes out as it stands here: {} has no place for all \
                     of it",
                    group.words,
                    self.standard()
                ));
            }
            return;
        }
        self.say_refused(&refused);
        self.joined.times_set_out |= group.name == "schedules";
        for (key, value) in told {
            let value = self.with_ours(out.get(&key), value, &key);
            out.insert(key, value);
        }
        if !whose {
            out.retain(|key, _| {
                !group.keys.contains(&key.as_str()) || keys.contains(&key.as_str())
            });
        }
    }

    /// Whether the description holds more than what a feed set out: by the UK profile it does.
    fn folds(&self, keys: &[&str]) -> bool {
        let takes = &self.entry.service.eligibility;
        let said = [
            &takes.sex,
            &takes.offence,
            &takes.risk,
            &takes.order_needed,
            &takes.residence,
            &takes.not_for,
            &self.entry.service.how_to_refer,
        ];
        self.all.manner.uk
            && (keys.contains(&"eligibility_description") || said.iter().any(|said| said.is_some()))
    }

    /// An organisation or a family that is ours says what it is itself, and a feed the rest.
    fn with_ours(&self, ours: Option<&Value>, theirs: Value, key: &str) -> Value {
        let (Some(Value::Object(ours)), Value::Object(theirs)) = (ours, &theirs) else {
            return theirs;
        };
        let is_ours = match key {
            "organization" => ours.get("id") == theirs.get("id"),
            "program" => self.entry.service.parent.is_some(),
            _ => return Value::Object(theirs.clone()),
        };
        let (first, second) = if is_ours {
            (ours, theirs)
        } else {
            (theirs, ours)
        };
        let mut both = first.clone();
        for (key, value) in second {
            let needed = matches!(key.as_str(), "id" | "name" | "description");
            if is_ours || needed {
                both.entry(key.clone()).or_insert_with(|| value.clone());
            }
        }
        Value::Object(both)
    }

    fn let_out(&self, parts: &Object, keys: &[&str], refused: &mut Refused) -> Object {
        let id = self.id();
        let out = keys.iter().filter_map(|key| {
            let out = self
                .all
                .schema
                .let_out((key, parts.get(*key)?), &id, refused)?;
            Some(((*key).to_owned(), out))
        });
        out.collect()
    }

    fn beside(&mut self, out: &mut Object, parts: &Parts) {
        let keys = parts.beside.keys().map(String::as_str);
        let keys: Vec<&str> = keys
            .filter(|key| !LISTS.contains(key) && !out.contains_key(*key))
            .collect();
        let mut refused = Refused::default();
        let told = self.let_out(&parts.beside, &keys, &mut refused);
        self.say_refused(&refused);
        out.extend(told);
    }

    fn standard(&self) -> &'static str {
        if self.all.manner.uk {
            "the UK profile"
        } else {
            "the standard"
        }
    }

    fn say_refused(&mut self, refused: &Refused) {
        let standard = self.standard();
        for key in &refused.unnamed {
            self.say(format!(
                "A feed's \"{key}\" is left out: {standard} does not name it"
            ));
        }
        for key in &refused.faulty {
            self.say(format!(
                "A feed's \"{key}\" is left out where it is not as {standard} asks"
            ));
        }
        if refused.ids {
            self.say("Ids of a feed that are no UUIDs go out as others that are made from them");
        }
    }
}

fn changed(group: &Group) -> String {
    format!(
        "What a feed set out of {} stays behind: the entry was changed here since",
        group.words
    )
}

/// Whether it says more than the words that an entry has for it.
fn is_set_out(group: &Group, keys: &[&str]) -> bool {
    match group.name {
        "name" | "alternate_name" | "description" | "application_process" | "last_modified" => {
            false
        }
        "fees" => keys.contains(&"cost_options"),
        _ => true,
    }
}

/// Whether what may go out still says what the entry says.
fn survives(group: &Group, theirs: &Object, told: &Object, refused: &Refused) -> bool {
    let as_long = |(key, value): (&String, &Value)| {
        let before = theirs.get(key).and_then(Value::as_array);
        before.is_none_or(|before| {
            value
                .as_array()
                .is_some_and(|now| now.len() == before.len())
        })
    };
    let nothing = refused.unnamed.is_empty() && refused.faulty.is_empty();
    !told.is_empty() && told.iter().all(as_long) && (!group.whole || nothing)
}
