//! The contacts of a service of open data as one text, where a person chose to take them in.
//!
//! A contact is its post, with its address and numbers below it. Those of the service itself stand
//! after the contacts, unless the text says them already. Nothing is put together from words.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Object, ServiceReader};
use crate::contact_words::{holds, is_address, key, numbers};
use crate::faults::shown;

/// The most contacts of a service, and numbers of a contact, that are looked at.
const MANY: usize = 100;

impl ServiceReader<'_> {
    pub(super) fn contact(&mut self, service: &Object) {
        let mut told: Vec<String> = Vec::new();
        for contact in self.few(service, "contacts", "contacts") {
            let one = self.one_contact(contact);
            if !one.is_empty() && !told.contains(&one) {
                told.push(one);
            }
        }
        let mut own = Said::after(told.join("\n"));
        self.add_address(service, "email", &mut own);
        self.add_phones(service, "phones", &mut own);
        if !own.lines.is_empty() {
            told.push(own.lines.join("\n"));
        }
        self.put("contact", Some(told.join("\n\n")));
    }

    fn one_contact(&mut self, contact: &Object) -> String {
        let name = self.as_it_stands(contact, "name", "contacts.name");
        let title = self.as_it_stands(contact, "title", "contacts.title");
        let department = self.text(contact, "department", "contacts.department");
        let post = match (title, department) {
            (Some(title), Some(part)) if !holds(&title, &part) => Some(format!("{title}, {part}")),
            (None, part) => part,
            (title, _) => title,
        };
        if post.is_some() && name.is_some() {
            let says = "The name of a contact whose post is told does not stand in the entry: an \
                        entry names posts, not people";
            self.passed.note(says.into());
        }
        let mut said = Said::after(post.or(name).unwrap_or_default());
        self.add_address(contact, "contacts.email", &mut said);
        self.add_phones(contact, "contacts.phones", &mut said);
        said.whole()
    }

    fn add_address(&mut self, object: &Object, path: &str, said: &mut Said) {
        let Some(address) = self.text(object, "email", path) else {
            return;
        };
        if !is_address(&address) {
            let says = format!("\"{}\" is no e-mail address", shown(&address));
            self.passed.note(says);
        } else if !holds(&said.before, &address) {
            said.lines.push(address);
        }
    }

    fn add_phones(&mut self, object: &Object, path: &str, said: &mut Said) {
        for phone in self.few(object, "phones", path) {
            let number = self.text(phone, "number", path);
            // The published examples put it in quotation marks.
            let number = number.map(|number| number.trim_matches('"').trim().to_owned());
            let Some(number) = number.filter(|number| !number.is_empty()) else {
                self.passed
                    .note("A telephone without a number says nothing".into());
                continue;
            };
            if said.takes_number(&number) {
                let line = self.phone(number, phone, path);
                said.lines.push(line);
            }
        }
    }

    /// A number with what must be known to use it.
    fn phone(&mut self, number: String, phone: &Object, path: &str) -> String {
        let mut line = number;
        if let Some(extension) = self.text(phone, "extension", path) {
            line = format!("{line}, extension {extension}");
        }
        let kind = self.text(phone, "type", path);
        if let Some(kind) = kind.filter(|kind| kind != "voice") {
            line = format!("{line} ({kind})");
        }
        if let Some(words) = self.text(phone, "description", path) {
            line = format!("{line}: {words}");
        }
        line
    }

    fn few<'v>(&mut self, object: &'v Object, key: &str, path: &str) -> Vec<&'v Object> {
        let mut list = self.list_at(object, key, path);
        if list.len() > MANY {
            let says = format!(
                "{} stand here, and the most that are looked at is {MANY}.",
                list.len()
            );
            self.faults.add(self.row, path, says);
            list.truncate(MANY);
        }
        list
    }

    /// A text as it stands, which is not searched for markup: what we wrote ourselves comes back to
    /// the letter.
    fn as_it_stands(&mut self, object: &Object, key: &str, path: &str) -> Option<String> {
        match object.get(key) {
            Some(Value::String(text)) => {
                Some(text.trim().to_owned()).filter(|text| !text.is_empty())
            }
            _ => self.text(object, key, path),
        }
    }
}

/// What is said of a contact so far, so that nothing is said twice.
struct Said {
    before: String,
    numbers: BTreeSet<String>,
    lines: Vec<String>,
}

impl Said {
    fn after(before: String) -> Self {
        Self {
            numbers: numbers(&before).into_iter().map(key).collect(),
            before,
            lines: Vec::new(),
        }
    }

    /// Whether a number was not said, however it is written. From now on it is.
    fn takes_number(&mut self, number: &str) -> bool {
        self.numbers.insert(key(number)) && !holds(&self.before, number)
    }

    fn whole(self) -> String {
        let head = Some(self.before).filter(|text| !text.is_empty());
        let lines: Vec<String> = head.into_iter().chain(self.lines).collect();
        lines.join("\n")
    }
}
