//! What a feed says and an entry does not hold: it comes back out, value by value.

use std::collections::BTreeMap;

use directory::{Entry, Register, ServiceId};
use exchange::{Batch, Carried, Format, Written};
use serde_json::{Value, json};

use crate::office::{Office, an_archive, as_it_would_stand, empty_office};
use crate::open_data::{
    AT_LOCATION, CORE, CORE_LIST, CORE_SCHEMA, UK, UK_LIST, UK_SCHEMA, faults_of, named,
};

/// A directory into which a file was taken, with what was kept beside its entries.
pub struct Taken {
    pub office: Office,
    pub entries: Vec<Entry>,
    pub carried: BTreeMap<ServiceId, Carried>,
    pub batch: Batch,
}

impl Taken {
    /// Takes a file in.
    pub fn of(office: Office, bytes: &[u8], contacts: bool) -> Self {
        Self {
            office,
            entries: Vec::new(),
            carried: BTreeMap::new(),
            batch: empty_office().read(b"id,name\r\na,A\r\n").unwrap(),
        }
        .and(bytes, contacts)
    }

    /// Takes another file in after it.
    pub fn and(mut self, bytes: &[u8], contacts: bool) -> Self {
        let batch = if contacts {
            self.office.read_with_contacts(bytes).unwrap()
        } else {
            self.office.read(bytes).unwrap()
        };
        assert_eq!(batch.faults, []);
        self.entries.clear();
        for incoming in batch.entries.iter().cloned() {
            if let Some(carried) = incoming.carried.clone() {
                let id = incoming.service.id.clone();
                // As a store would keep it.
                let before = self.carried.get(&id);
                let text = carried.over(before).as_text().to_owned();
                self.carried.insert(id, Carried::from_text(text));
            }
            self.entries.push(as_it_would_stand(incoming));
        }
        self.put();
        self.batch = batch;
        self
    }

    fn put(&mut self) {
        let register: &mut Register = &mut self.office.register;
        for entry in &self.entries {
            register.put(entry.clone());
        }
    }

    /// Changes an entry here.
    pub fn changed(mut self, change: impl Fn(&mut directory::Service)) -> Self {
        change(&mut self.entries[0].service);
        self.put();
        self
    }

    pub fn write(&self, format: Format, contacts: bool) -> Written {
        let entries: Vec<&Entry> = self.entries.iter().collect();
        let mut carried = |id: &ServiceId| self.carried.get(id).cloned();
        exchange::write_carrying(
            &entries,
            &self.office.register,
            format,
            contacts,
            &mut carried,
        )
    }

    pub fn first(&self, format: Format, contacts: bool) -> Value {
        let written = self.write(format, contacts);
        let list: Value = serde_json::from_slice(&written.bytes).unwrap();
        list[0].clone()
    }
}

/// Everything that `first` says and `second` does not, by its path. Things of a list are known by
/// their ids.
pub fn missing(first: &Value, second: &Value, path: &str) -> Vec<String> {
    match (first, second) {
        (Value::Object(first), Value::Object(second)) => {
            let each = first.iter().flat_map(|(key, value)| {
                let path = format!("{path}/{key}");
                match second.get(key) {
                    Some(other) => missing(value, other, &path),
                    None => vec![path],
                }
            });
            each.collect()
        }
        (Value::Array(first), Value::Array(second)) => {
            let each = first.iter().flat_map(|value| {
                let found = second.iter().find(|other| other["id"] == value["id"]);
                match found {
                    Some(other) => missing(value, other, path),
                    None => vec![format!("{path}[{}]", value["id"])],
                }
            });
            each.collect()
        }
        (first, second) if first == second => Vec::new(),
        _ => vec![path.to_owned()],
    }
}

/// The service of a published file.
fn published(bytes: &[u8]) -> Value {
    let whole: Value = serde_json::from_slice(bytes).unwrap();
    let mut service = match whole.get("contents") {
        Some(contents) => contents[0].clone(),
        None => whole,
    };
    if service.get("service").is_some() {
        let mut inner = service["service"].take();
        service.as_object_mut().unwrap().remove("service");
        inner["service_at_locations"] = json!([service]);
        return inner;
    }
    service
}

const SAMPLES: [(&str, &[u8]); 3] = [
    ("core", CORE),
    ("core list", CORE_LIST),
    ("core, at a location", AT_LOCATION),
];

#[test]
fn the_published_samples_of_the_standard_come_back_out_whole_with_their_contacts() {
    for (name, bytes) in SAMPLES {
        let taken = Taken::of(empty_office(), bytes, true);

        let written = taken.write(Format::HsdsJson, true);

        let out: Value = serde_json::from_slice(&written.bytes).unwrap();
        let lost = missing(&published(bytes), &out[0], "");
        assert_eq!(lost, Vec::<String>::new(), "{name}");
        assert_eq!(faults_of(CORE_SCHEMA, &written.bytes), Vec::<String>::new());
    }
}

#[test]
fn the_published_samples_of_the_uk_profile_come_back_out_whole_with_their_contacts() {
    for (name, bytes) in [("UK", UK), ("UK list", UK_LIST)] {
        let taken = Taken::of(empty_office(), bytes, true);

        let written = taken.write(Format::HsdsUk, true);

        let out: Value = serde_json::from_slice(&written.bytes).unwrap();
        let lost = missing(&published(bytes), &out[0], "");
        assert_eq!(lost, Vec::<String>::new(), "{name}");
        assert_eq!(faults_of(UK_SCHEMA, &written.bytes), Vec::<String>::new());
        let schema: Value = serde_json::from_str(UK_SCHEMA).unwrap();
        named(&out[0], &schema, &schema);
    }
}

/// The keys under which people and ways to reach them stand in the published samples.
const OF_PEOPLE: [&str; 6] = [
    "contacts",
    "phones",
    "email",
    "assurer_email",
    "attention",
    "metadata",
];

#[test]
fn without_contacts_nothing_is_lost_but_what_tells_of_people_and_the_preview_says_so() {
    let samples = SAMPLES.map(|(name, bytes)| (name, bytes, Format::HsdsJson));
    let uk = [("UK", UK), ("UK list", UK_LIST)].map(|(name, bytes)| (name, bytes, Format::HsdsUk));
    for (name, bytes, format) in samples.into_iter().chain(uk) {
        let taken = Taken::of(empty_office(), bytes, false);

        let out = taken.first(format, false);

        let lost = missing(&published(bytes), &out, "");
        assert!(!lost.is_empty(), "{name}");
        for path in &lost {
            let key = path.rsplit('/').next().unwrap();
            assert!(OF_PEOPLE.contains(&key), "{name}: {path}");
        }
        let says = "What a feed tells elsewhere of people and of how to reach them is not kept";
        let told = &taken.batch.passed_over;
        assert!(told.iter().any(|told| told.starts_with(says)), "{told:?}");
    }
}

#[test]
fn the_preview_names_each_kind_that_is_kept_beside_the_entry() {
    let taken = Taken::of(empty_office(), CORE, false);

    assert_eq!(
        taken.batch.beside,
        [
            "Accreditations (one service).",
            "Areas, as the feed sets them out (one service).",
            "Costs, as the feed sets them out (one service).",
            "Funding (one service).",
            "Interpretation (one service).",
            "Languages, as the feed sets them out (one service).",
            "Licences (one service).",
            "Particulars of the organisation (one service).",
            "Places and their addresses (one service).",
            "Required documents (one service).",
            "Terms of the taxonomy \"taxonomy\" (one service).",
            "The family, as the feed tells of it (one service).",
            "Times by days, hours and dates, as the feed sets them out (one service).",
            "Waiting times, of which nobody says of what day they are (one service).",
            "When the feed last changed it (one service).",
            "Words that stand elsewhere or otherwise in the feed (one service).",
        ]
    );
}

#[test]
fn no_address_or_number_goes_out_at_any_depth_unless_it_was_asked_for() {
    let feed = json!([{
        "id": "ac148810-d857-441c-9679-408f346de14b", "name": "A", "status": "active",
        "assurer_email": "a@example.org",
        "accreditations": "Ask b@example.org",
        "wait_time": "Ring 01592 123 451",
        "capacities": [{ "id": "1", "Contact": { "who": "Kept here" }, "note": "Ring 01592 123 452" }],
        "funding": [{ "id": "2", "source": "Write to c@example.org", "e_mail": "d@example.org" }],
        "organization": {
            "id": "3", "name": "B", "description": "C", "email": "e@example.org",
            "phones": [{ "id": "4", "number": "01592 123 453" }],
            "locations": [{ "id": "5", "location_type": "physical", "fax": "01592 123 454",
                "contacts": [{ "id": "6", "name": "Kept here" }],
                "accessibility": [{ "id": "7", "details": "tel:01592123455" }] }],
        },
        "schedules": [{ "id": "8", "byday": "MO", "notes": "f@example.org" }],
        "metadata": [{ "id": "9", "updated_by": "Kept here", "previous_value": "01592 123 456",
            "replacement_value": "", "field_name": "phones", "last_action_date": "2026-01-01",
            "last_action_type": "update" }],
        "service_at_locations": [{ "id": "10", "location": { "id": "11", "name": "A hall",
            "location_type": "physical",
            "addresses": [{ "id": "12", "attention": "Kept here", "address_1": "1 High Street",
                "city": "Perth", "state_province": "", "postal_code": "PH1 1AA", "country": "GB",
                "address_type": "postal" }] } }],
    }])
    .to_string();
    let telling = |text: &str| {
        text.contains("01592") || text.contains("example.org") || text.contains("Kept here")
    };

    for (read_with, written_with) in [(false, false), (false, true), (true, false)] {
        let taken = Taken::of(empty_office(), feed.as_bytes(), read_with);
        for format in [Format::HsdsJson, Format::HsdsUk] {
            let out = taken.write(format, written_with);

            let text = String::from_utf8(out.bytes).unwrap();
            assert!(!telling(&text), "{read_with} {written_with}: {text}");
            assert!(text.contains("1 High Street"), "{text}");
            let says = "What a feed told of people";
            let said = out.losses.iter().any(|told| told.starts_with(says));
            assert_eq!(said, read_with, "{:?}", out.losses);
        }
        if !read_with {
            let kept: Vec<&str> = taken.carried.values().map(Carried::as_text).collect();
            assert!(!telling(kept[0]), "{kept:?}");
        }
    }
    let asked = Taken::of(empty_office(), feed.as_bytes(), true);
    let text = String::from_utf8(asked.write(Format::HsdsJson, true).bytes).unwrap();
    for number in 451..=456 {
        let said = text.contains(&format!("01592 123 {number}"))
            || text.contains(&format!("01592123{number}"));
        assert!(said, "{number}: {text}");
    }
}

#[test]
fn a_feed_that_is_read_twice_gives_the_same_file() {
    for contacts in [false, true] {
        for (bytes, format) in [
            (CORE, Format::HsdsJson),
            (AT_LOCATION, Format::HsdsJson),
            (UK, Format::HsdsUk),
        ] {
            let once = Taken::of(empty_office(), bytes, contacts);
            let first = once.write(format, contacts).bytes;

            let twice = once.and(bytes, contacts);
            let second = twice.write(format, contacts).bytes;
            let through = twice.and(&second, contacts);
            let third = through.write(format, contacts).bytes;

            let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
            let first = text(first);
            assert_eq!(first, text(second));
            assert_eq!(first, text(third), "read from its own file");
        }
    }
}

#[test]
fn another_store_that_reads_our_file_gives_what_the_feed_said() {
    let here = Taken::of(empty_office(), CORE, true);
    let file = here.write(Format::HsdsJson, true).bytes;

    let there = Taken::of(empty_office(), &file, true);

    let out = there.first(Format::HsdsJson, true);
    assert_eq!(missing(&published(CORE), &out, ""), Vec::<String>::new());
    assert_eq!(there.entries[0].service, here.entries[0].service);
}

#[test]
fn the_published_tables_come_back_out_with_their_places_and_particulars() {
    let tables = [
        "services",
        "organizations",
        "programs",
        "service_areas",
        "schedules",
        "attributes",
        "taxonomy_terms",
        "taxonomies",
        "funding",
        "cost_options",
        "languages",
        "locations",
        "addresses",
        "accessibility",
        "service_at_location",
        "required_documents",
        "organization_identifiers",
        "contacts",
        "phones",
    ];
    let folder = format!("{}/tests/hsds/core/csv", env!("CARGO_MANIFEST_DIR"));
    let files: Vec<(String, String)> = tables
        .iter()
        .map(|table| {
            let text = std::fs::read_to_string(format!("{folder}/{table}.csv")).unwrap();
            (format!("{table}.csv"), text)
        })
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let taken = Taken::of(empty_office(), &an_archive(&files), true);

    let written = taken.write(Format::HsdsJson, true);

    assert_eq!(faults_of(CORE_SCHEMA, &written.bytes), Vec::<String>::new());
    let out: Value = serde_json::from_slice(&written.bytes).unwrap();
    let location = &out[0]["service_at_locations"][0]["location"];
    assert_eq!(location["latitude"], 100);
    assert_eq!(location["addresses"][0]["postal_code"], "ABC 1234");
    let sample = published(CORE);
    // A row names what it belongs to, and a place's contact that names the service is the service's.
    for key in [
        "schedules",
        "cost_options",
        "funding",
        "languages",
        "required_documents",
    ] {
        assert_eq!(
            missing(&sample[key], &out[0][key], key),
            Vec::<String>::new()
        );
    }
    let held = &out[0]["organization"]["organization_identifiers"];
    assert_eq!(held[0]["identifier"], "1234567");
    assert_eq!(out[0]["contacts"][0]["phones"][0]["extension"], 100);
}
