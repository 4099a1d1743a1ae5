//! A service of open data as a row of our own table, so that one reader judges both.
//!
//! What the standard has no place for travels in attributes of our own taxonomies. A term of
//! another's taxonomy, and a code that no list of ours has, is kept beside the entry; nothing is
//! guessed from words.

mod attributes;
mod bodies;
mod contacts;
mod left_out;
mod places;
mod times;
mod told;

use std::collections::HashMap;

use directory::ServiceId;
use serde_json::{Map, Value};

use crate::dates::{full_date, some_date};
use crate::faults::{Faults, shown};
use crate::known::Known;
use crate::markup;
use crate::own_codes::is_language;
use crate::passed_over::PassedOver;

use self::told::Marks;
pub(crate) use self::told::{Told, Unheld, path_of};

type Object = Map<String, Value>;

/// Reads services one after another.
pub(crate) struct ServiceReader<'a> {
    pub known: &'a Known<'a>,
    pub families: &'a Families<'a>,
    /// Whether contacts are taken in.
    pub contacts: bool,
    pub faults: &'a mut Faults,
    pub passed: &'a mut PassedOver,
    row: u32,
    cells: HashMap<&'static str, String>,
    marks: Marks,
    unheld: Unheld,
}

/// The entries that a program may name, by the id and the name it would have.
pub(crate) struct Families<'a> {
    pub by_uuid: HashMap<String, ServiceId>,
    pub by_name: HashMap<String, &'a ServiceId>,
}

impl<'a> ServiceReader<'a> {
    pub(crate) fn new(
        known: &'a Known<'a>,
        families: &'a Families<'a>,
        contacts: bool,
        faults: &'a mut Faults,
        passed: &'a mut PassedOver,
    ) -> Self {
        Self {
            known,
            families,
            contacts,
            faults,
            passed,
            row: 0,
            cells: HashMap::new(),
            marks: Marks::default(),
            unheld: Unheld::default(),
        }
    }

    /// Reads a service; none where it is no object.
    pub(crate) fn read(&mut self, row: u32, value: &Value) -> Option<Told> {
        self.row = row;
        self.cells.clear();
        self.marks = Marks::default();
        self.unheld = Unheld::default();
        let Value::Object(service) = value else {
            self.faults.add(
                row,
                "",
                "This is no service: an object stands here in open data.",
            );
            return None;
        };
        let foreign_id = self.text(service, "id", "id").unwrap_or_default();
        if foreign_id.is_empty() {
            self.faults.add(row, "id", "An id is needed here.");
        } else if uuid::Uuid::parse_str(&foreign_id).is_err() {
            self.passed.note(format!(
                "The id \"{}\" is no UUID, as open data asks for: the entry goes out again under \
                 one that is made from it",
                shown(&foreign_id)
            ));
        }
        let name = self.text(service, "name", "name");
        self.put("name", name);
        self.state(service);
        for (key, heading) in [
            ("alternate_name", "other_names"),
            ("description", "description"),
            ("application_process", "how_to_refer"),
        ] {
            let text = self.text(service, key, key);
            self.put(heading, text);
        }
        let cost = self.cost(service);
        self.put("cost", Some(cost));
        for (key, heading) in [
            ("minimum_age", "elig_age_min"),
            ("maximum_age", "elig_age_max"),
        ] {
            let number = self.number(service, key);
            self.put(heading, number);
        }
        self.assured(service);
        self.organisation(service);
        self.family(service);
        self.areas(service);
        let times = self.times(service);
        self.put("times", Some(times));
        self.languages(service);
        self.places(service);
        self.attributes(service);
        if !self.cells.contains_key("source") {
            let url = self.text(service, "url", "url");
            self.put(
                "source",
                url.filter(|url| url.starts_with("https://") || url.starts_with("http://")),
            );
        }
        if self.contacts {
            self.contact(service);
        }
        self.note_contacts(service);
        let told = Told {
            foreign_id,
            who: self.text(
                service,
                "eligibility_description",
                "eligibility_description",
            ),
            alert: self.text(service, "alert", "alert"),
            marks: self.marks,
            unheld: std::mem::take(&mut self.unheld),
            cells: std::mem::take(&mut self.cells),
        };
        Some(told)
    }

    fn put(&mut self, heading: &'static str, text: Option<String>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.cells.insert(heading, text);
        }
    }

    /// A text, without markup; a number stands for its figures.
    fn text(&mut self, object: &Object, key: &str, path: &str) -> Option<String> {
        match object.get(key)? {
            Value::String(text) => Some(markup::plain(text)).filter(|text| !text.is_empty()),
            Value::Number(number) => Some(number.to_string()),
            Value::Null => None,
            Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
                self.faults
                    .add(self.row, path, "A text stands here in open data.");
                None
            }
        }
    }

    fn number(&mut self, object: &Object, key: &str) -> Option<String> {
        match object.get(key)? {
            Value::Number(number) => {
                let whole = number.as_f64().filter(|number| number.fract() == 0.0);
                Some(whole.map_or_else(|| number.to_string(), |whole| format!("{whole:.0}")))
            }
            Value::String(text) => Some(text.trim().to_owned()),
            Value::Null => None,
            Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
                self.faults
                    .add(self.row, key, "A number stands here in open data.");
                None
            }
        }
    }

    fn list<'v>(&mut self, object: &'v Object, key: &str) -> Vec<&'v Object> {
        self.list_at(object, key, key)
    }

    /// A list within another, with its path.
    fn list_at<'v>(&mut self, object: &'v Object, key: &str, path: &str) -> Vec<&'v Object> {
        match object.get(key) {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(items)) => {
                let objects: Vec<&Object> = items.iter().filter_map(Value::as_object).collect();
                if objects.len() != items.len() {
                    self.faults.add(
                        self.row,
                        path,
                        "A list of objects stands here in open data.",
                    );
                }
                objects
            }
            Some(_) => {
                self.faults
                    .add(self.row, path, "A list stands here in open data.");
                Vec::new()
            }
        }
    }

    fn state(&mut self, service: &Object) {
        let Some(status) = self.text(service, "status", "status") else {
            let says = "A status is needed here: active, inactive, defunct or temporarily closed.";
            self.faults.add(self.row, "status", says);
            return;
        };
        let state = match status.as_str() {
            "active" => "current",
            "inactive" => "unknown",
            "defunct" => "historical",
            "temporarily closed" => {
                self.cells.insert("intake", "paused".into());
                "current"
            }
            other => {
                let says = format!("\"{}\" is no status of open data.", shown(other));
                self.faults.add(self.row, "status", says);
                return;
            }
        };
        self.cells.insert("state", state.into());
    }

    fn cost(&mut self, service: &Object) -> String {
        let fees = self.text(service, "fees_description", "fees_description");
        let mut lines: Vec<String> = fees
            .or_else(|| self.text(service, "fees", "fees"))
            .into_iter()
            .collect();
        for option in self.list(service, "cost_options") {
            let parts = ["option", "amount", "currency", "amount_description"];
            let told: Vec<String> = parts
                .iter()
                .filter_map(|key| self.text(option, key, "cost_options"))
                .collect();
            let line = told.join(" ");
            if !line.is_empty() && !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines.join("\n")
    }

    /// The feed's own confirmation. A date that is not whole is none.
    fn assured(&mut self, service: &Object) {
        let Some(text) = self.text(service, "assured_date", "assured_date") else {
            return;
        };
        let day = text.split('T').next().unwrap_or_default();
        if full_date(day).is_ok() {
            self.cells.insert("assured_on", day.to_owned());
        } else if some_date(day).is_ok() {
            self.passed
                .note("An assured date that is not a whole date confirms nothing".into());
        } else {
            let says = format!("\"{}\" is not a date that can be.", shown(&text));
            self.faults.add(self.row, "assured_date", says);
        }
    }

    fn languages(&mut self, service: &Object) {
        let mut codes = Vec::new();
        for (at, language) in self.list(service, "languages").into_iter().enumerate() {
            let code = self.text(language, "code", "languages.code");
            match code.map(|code| code.to_lowercase()) {
                Some(code) if is_language(&code) => codes.push(code),
                Some(_) | None => {
                    self.unheld.languages.insert(at);
                }
            }
        }
        self.put("languages", Some(codes.join(";")));
    }
}
