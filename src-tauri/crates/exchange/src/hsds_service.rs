//! A service of open data as a row of our own table, so that one reader judges both.
//!
//! What the standard has no place for travels in attributes of our own taxonomies. A term of
//! another's taxonomy, and a code that no list of ours has, is passed over and named; nothing is
//! guessed from words.

use std::collections::HashMap;

use directory::ServiceId;
use serde_json::{Map, Value};

use crate::column::COLUMNS;
use crate::dates::{full_date, some_date};
use crate::faults::Faults;
use crate::known::{Known, is_foreign_code};
use crate::passed_over::PassedOver;
use crate::row_reading::{is_language, shown};
use crate::table::Row;
use crate::taxonomy::{self, TAXONOMIES, TEXT_HEADINGS, TEXTS};
use crate::{ids, markup};

type Object = Map<String, Value>;

/// What a service of open data says of its parts, by our own headings.
pub(crate) struct Told {
    cells: HashMap<&'static str, String>,
    /// The feed's own id.
    pub foreign_id: String,
    /// The description as the feed has it, and what else the feed says of whom it takes: it is
    /// added to the description unless we wrote it ourselves.
    pub who: Option<String>,
    /// The alert: added to the description unless we wrote it ourselves.
    pub alert: Option<String>,
}

impl Told {
    /// The parts as a row of a table with every column of ours.
    pub(crate) fn row(&self, number: u32) -> Row {
        let cells = COLUMNS
            .iter()
            .map(|column| self.cells.get(column.heading).cloned().unwrap_or_default());
        Row {
            number,
            cells: cells.collect(),
        }
    }

    /// Whether the service says anything of a part.
    pub(crate) fn tells(&self, heading: &str) -> bool {
        self.cells.contains_key(heading)
    }
}

/// Where a part of ours stands in open data, for the fault that names it.
pub(crate) fn path_of(heading: &'static str) -> &'static str {
    match heading {
        "id" | "foreign_ids" => "id",
        "elig_age_min" => "minimum_age",
        "elig_age_max" => "maximum_age",
        "provider" | "provider_org_ids" => "organization",
        "areas_served" => "service_areas",
        "state" => "status",
        "other_names" => "alternate_name",
        "how_to_refer" => "application_process",
        "times" => "schedules",
        "cost" => "fees_description",
        "access" => "service_at_locations",
        "assured_on" => "assured_date",
        "parent_id" => "program",
        "kind" | "setting" | "offender_groups" | "outcomes" | "elig_sex" | "order_needed"
        | "disposal_ids" | "court_ids" | "status" => "attributes",
        other => other,
    }
}

/// Reads services one after another.
pub(crate) struct ServiceReader<'a> {
    pub known: &'a Known<'a>,
    pub families: &'a Families<'a>,
    pub faults: &'a mut Faults,
    pub passed: &'a mut PassedOver,
    row: u32,
    cells: HashMap<&'static str, String>,
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
        faults: &'a mut Faults,
        passed: &'a mut PassedOver,
    ) -> Self {
        Self {
            known,
            families,
            faults,
            passed,
            row: 0,
            cells: HashMap::new(),
        }
    }

    /// Reads a service; none where it is no object.
    pub(crate) fn read(&mut self, row: u32, value: &Value) -> Option<Told> {
        self.row = row;
        self.cells.clear();
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
        self.note_the_rest(service);
        let told = Told {
            foreign_id,
            who: self.text(
                service,
                "eligibility_description",
                "eligibility_description",
            ),
            alert: self.text(service, "alert", "alert"),
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
        match object.get(key) {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(items)) => {
                let objects: Vec<&Object> = items.iter().filter_map(Value::as_object).collect();
                if objects.len() != items.len() {
                    self.faults
                        .add(self.row, key, "A list of objects stands here in open data.");
                }
                objects
            }
            Some(_) => {
                self.faults
                    .add(self.row, key, "A list stands here in open data.");
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

    fn organisation(&mut self, service: &Object) {
        let Some(Value::Object(body)) = service.get("organization") else {
            return;
        };
        let Some(name) = self.text(body, "name", "organization.name") else {
            return;
        };
        let id = body.get("id").and_then(Value::as_str).unwrap_or_default();
        let found = self.known.register.organisations().iter().find(|known| {
            known.name.eq_ignore_ascii_case(&name)
                || ids::uuid_of("organisation", &known.id.0).to_string() == id
        });
        match found {
            Some(found) => self.put("provider_org_ids", Some(found.id.0.clone())),
            // We gave it that id ourselves, from its name alone.
            None if ids::uuid_of("provider", &name).to_string() == id => {}
            None => self.passed.note(format!(
                "\"{}\" is not among the organisations of the directory: its name is kept as who \
                 provides the service",
                shown(&name)
            )),
        }
        self.put("provider", Some(name));
    }

    fn family(&mut self, service: &Object) {
        let program = service.get("program").and_then(Value::as_object);
        let id = service.get("program_id").and_then(Value::as_str);
        let id = id.or_else(|| program?.get("id")?.as_str());
        let name = program.and_then(|program| program.get("name")?.as_str());
        if id.is_none() && name.is_none() {
            return;
        }
        let by_id = id.and_then(|id| self.families.by_uuid.get(id)).cloned();
        let by_name = name.and_then(|name| self.families.by_name.get(&name.to_lowercase()));
        match by_id.or_else(|| by_name.map(|id| (*id).clone())) {
            Some(family) => self.put("parent_id", Some(family.0)),
            None => self.passed.note(format!(
                "The family \"{}\" is not in the directory",
                shown(name.or(id).unwrap_or_default())
            )),
        }
    }

    fn areas(&mut self, service: &Object) {
        let mut codes: Vec<String> = Vec::new();
        let mut words: Vec<String> = Vec::new();
        for area in self.list(service, "service_areas") {
            let name = self.text(area, "name", "service_areas.name");
            let end = self.text(area, "uri", "service_areas.uri").and_then(|uri| {
                uri.trim_end_matches('/')
                    .rsplit('/')
                    .next()
                    .map(str::to_owned)
            });
            let extent = self.text(area, "extent", "service_areas.extent");
            let found = [end, extent]
                .into_iter()
                .flatten()
                .find(|text| is_scottish_code(text));
            match found {
                Some(code) if code == "S92000003" => codes.push("national".into()),
                Some(code) => codes.push(code),
                None => words.extend(name),
            }
        }
        if codes.iter().any(|code| code == "national") {
            codes = vec!["national".into()];
        }
        let unread = |says: &&String| !says.split(", ").all(is_foreign_code);
        for says in words.iter().filter(unread) {
            self.passed.note(format!(
                "The area \"{}\" names no council by its code",
                shown(says)
            ));
        }
        let text = if codes.is_empty() {
            let says = words.join(", ");
            if says.is_empty() {
                None
            } else {
                Some(format!("elsewhere: {says}"))
            }
        } else {
            Some(codes.join(";"))
        };
        self.put("areas_served", text);
    }

    fn times(&mut self, service: &Object) -> String {
        let mut lines = Vec::new();
        for schedule in self.list(service, "schedules") {
            let mut part = |key: &str| self.text(schedule, key, "schedules");
            let days = part("byday").map(|days| in_days(&days));
            let hours = match (part("opens_at"), part("closes_at")) {
                (Some(from), Some(to)) => Some(format!("{} to {}", hour(&from), hour(&to))),
                (Some(from), None) => Some(format!("from {}", hour(&from))),
                (None, Some(to)) => Some(format!("until {}", hour(&to))),
                (None, None) => None,
            };
            let when = [days, hours]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", ");
            let words = part("description");
            let line = match (when.is_empty(), words) {
                (true, words) => words.unwrap_or_default(),
                (false, Some(words)) => format!("{when}. {words}"),
                (false, None) => when,
            };
            if !line.is_empty() {
                lines.push(line);
            }
        }
        lines.join("\n")
    }

    fn languages(&mut self, service: &Object) {
        let mut codes = Vec::new();
        for language in self.list(service, "languages") {
            let code = self
                .text(language, "code", "languages.code")
                .map(|code| code.to_lowercase());
            match code {
                Some(code) if is_language(&code) => codes.push(code),
                Some(_) | None => {
                    let name = self
                        .text(language, "name", "languages.name")
                        .unwrap_or_default();
                    self.passed
                        .note(format!("The language \"{}\" has no ISO code", shown(&name)));
                }
            }
        }
        self.put("languages", Some(codes.join(";")));
    }

    fn places(&mut self, service: &Object) {
        let mut prisons = Vec::new();
        let mut access = Vec::new();
        for at in self.list(service, "service_at_locations") {
            let Some(location) = at.get("location").and_then(Value::as_object) else {
                continue;
            };
            let name = self.text(location, "name", "service_at_locations.location.name");
            let prison = name.as_ref().and_then(|name| {
                let mut prisons = self.known.register.prisons().iter();
                prisons.find(|prison| prison.name.eq_ignore_ascii_case(name))
            });
            match (prison, name) {
                (Some(prison), _) => prisons.push(prison.id.0.clone()),
                (None, Some(_)) => self
                    .passed
                    .note("Buildings and their addresses are not held".into()),
                (None, None) => {}
            }
            for way in self.list(location, "accessibility") {
                let words = self.text(way, "description", "accessibility.description");
                access.extend(words.filter(|words| !words.is_empty()));
            }
        }
        self.put("prison_ids", Some(prisons.join(";")));
        access.dedup();
        self.put("access", Some(access.join("\n")));
    }

    fn attributes(&mut self, service: &Object) {
        let mut lists: HashMap<&'static str, Vec<String>> = HashMap::new();
        for attribute in self.list(service, "attributes") {
            let Some(term) = attribute.get("taxonomy_term").and_then(Value::as_object) else {
                self.passed
                    .note("An attribute without its term says nothing".into());
                continue;
            };
            let detail = term.get("taxonomy_detail").and_then(Value::as_object);
            let named = self.text(term, "taxonomy", "attributes.taxonomy_term.taxonomy");
            let named =
                named.or_else(|| self.text(detail?, "name", "attributes.taxonomy_detail.name"));
            let id = term.get("taxonomy_id").and_then(Value::as_str);
            let code = self.text(term, "code", "attributes.taxonomy_term.code");
            let code = code.or_else(|| self.text(term, "term", "attributes.taxonomy_term.term"));
            let (Some(list), Some(code)) = (taxonomy::list_of(named.as_deref(), id), code) else {
                let named = named.unwrap_or_else(|| "without a name".into());
                self.passed.note(format!(
                    "Terms of the taxonomy \"{}\" are not held",
                    shown(&named)
                ));
                continue;
            };
            if list == TEXTS {
                let heading = TEXT_HEADINGS.into_iter().find(|heading| *heading == code);
                let value = self.text(attribute, "value", "attributes.value");
                if let Some(heading) = heading {
                    self.put(heading, value);
                }
                continue;
            }
            if self.knows(list, &code) {
                lists.entry(list).or_default().push(code);
            } else {
                self.passed.note(format!(
                    "\"{}\" is not a code of the list {list}",
                    shown(&code)
                ));
            }
        }
        for taxonomy in TAXONOMIES {
            if let Some(mut codes) = lists.remove(taxonomy.list) {
                if taxonomy.list == "delivery_partner" {
                    let first = self.cells.get(taxonomy.heading).cloned();
                    codes.splice(0..0, first);
                }
                self.put(taxonomy.heading, Some(codes.join(";")));
            }
        }
    }

    fn knows(&self, list: &str, code: &str) -> bool {
        match list {
            "court" => self.known.has_court(&directory::CourtId(code.to_owned())),
            "disposal" => self.known.has_option(&law::OptionId(code.to_owned())),
            "delivery_partner" => self
                .known
                .has_body(&directory::OrganisationId(code.to_owned())),
            "verification" => crate::row_reading::checked_of(code).is_some(),
            "programme_state" => crate::row_reading::state_of(code).is_some(),
            "intake" => crate::row_reading::intake_of(code).is_some(),
            // Whether the family is there is judged with the whole file.
            "family" => true,
            list => self.known.has_code(list, code),
        }
    }

    /// What open data has and the directory does not hold.
    fn note_the_rest(&mut self, service: &Object) {
        let rest = [
            (
                "contacts",
                "Contacts are not taken in: a post here confirms them first",
            ),
            (
                "phones",
                "Telephone numbers are not taken in: a post here confirms them first",
            ),
            (
                "email",
                "E-mail addresses are not taken in: a post here confirms them first",
            ),
            (
                "wait_time",
                "Waiting times are not taken in: nobody says of which day they are",
            ),
            ("capacities", "Capacities are not taken in"),
            ("funding", "Funding is not held"),
            ("accreditations", "Accreditations are not held"),
            ("licenses", "Licences of a service are not held"),
            ("interpretation_services", "Interpretation is not held"),
            ("required_documents", "Required documents are not held"),
            ("assurer_email", "Who confirmed it for the feed is not held"),
            ("last_modified", "When the feed last changed it is not held"),
            ("metadata", "The feed's own history is not held"),
            (
                "additional_urls",
                "Further addresses on the web are not held",
            ),
        ];
        for (key, says) in rest {
            let empty = match service.get(key) {
                None | Some(Value::Null) => true,
                Some(Value::Array(items)) => items.is_empty(),
                Some(Value::String(text)) => text.is_empty(),
                Some(_) => false,
            };
            if !empty {
                self.passed.note(says.to_owned());
            }
        }
    }
}

/// Whether a text has the form of a code for Scotland or a council of it.
fn is_scottish_code(text: &str) -> bool {
    let digits = text.get(1..).unwrap_or_default();
    text == "S92000003"
        || (text.starts_with("S12")
            && digits.len() == 8
            && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn in_days(days: &str) -> String {
    let named = days.split(',').map(|day| match day.trim() {
        "MO" => "Monday",
        "TU" => "Tuesday",
        "WE" => "Wednesday",
        "TH" => "Thursday",
        "FR" => "Friday",
        "SA" => "Saturday",
        "SU" => "Sunday",
        other => other,
    });
    named.collect::<Vec<_>>().join(", ")
}

fn hour(time: &str) -> &str {
    match time.get(..5) {
        Some(short) if time.as_bytes().get(2) == Some(&b':') => short,
        _ => time,
    }
}
