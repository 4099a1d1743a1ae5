//! What goes out comes back, and goes out the same again.

use chrono::NaiveDate;
use directory::{Area, Entry, FeedAssurance, Intake, Kept, Origin, Referrals, Register};
use exchange::Format;
use serde_json::Value;

use crate::office::{Office, empty_office, office};

/// An entry with something in every part.
fn a_full_entry(office: &Office) -> Entry {
    let mut entry = office.register.entries()[1].clone();
    let day = |text: &str| Some(text.parse::<NaiveDate>().unwrap());
    let service = &mut entry.service;
    service.id.0 = "pg-everything".into();
    service.name = "=Everything, \"in quotes\"".into();
    service.other_names = vec!["All".into(), "The lot".into()];
    service.description = "- one\n- two, and \"three\"".into();
    service.courts = vec![office.register.courts()[0].id.clone()];
    service.prisons = vec![office.register.prisons()[0].id.clone()];
    service.eligibility.residence = Some("Within the town".into());
    service.eligibility.not_for = Some("@nobody".into());
    service.eligibility.age_to = Some(25);
    service.referrals = Referrals {
        intake: Intake::WaitingList,
        weeks: Some(6),
        next_start: day("2027-01-11"),
        places: Some(4),
        told_on: day("2026-11-20"),
    };
    service.how_to_refer = Some("By letter.\nNo telephone.".into());
    service.contact = Some("+44 1234 234567".into());
    service.length = Some("Six months".into());
    service.times = Some("Tuesdays at two".into());
    service.cost = Some("Nothing".into());
    service.evidence = Some("[?] not known".into());
    service.access = Some("A ramp".into());
    service.languages = vec!["en".into(), "gd".into()];
    service.active_to = Some("2025-06".into());
    service.assured_on = day("2026-09-14");
    service.assured_by = Some("Service manager".into());
    entry.kept = Kept {
        note: Some("It stays here".into()),
        foreign_ids: vec!["feed-1".into(), "feed-2".into()],
        feed_assurance: Some(FeedAssurance {
            on: day("2026-01-02").unwrap(),
            feed: "A feed".into(),
        }),
        ..Kept::default()
    };
    entry
}

fn with(office: &Office, entry: &Entry) -> Register {
    let mut register = office.register.clone();
    register.put(entry.clone());
    register
}

#[test]
fn our_own_table_is_written_the_same_after_it_was_read() {
    let office = office();
    let mut register = office.register.clone();
    register.put(Entry {
        origin: Origin::Here,
        ..a_full_entry(&office)
    });
    let mut foreign = a_full_entry(&office);
    foreign.service.id.0 = "pg-elsewhere".into();
    foreign.service.area = Area::Elsewhere {
        says: "The MyCity area; by post".into(),
    };
    register.put(foreign);
    let entries: Vec<&Entry> = register.entries().iter().collect();
    let first = exchange::write(&entries, &register, Format::Csv);

    let read = empty_office().entries(&first.bytes);

    // Read into a directory without them, a confirmation is the file's: everything else is the same.
    let same: Vec<Entry> = read
        .into_iter()
        .zip(&entries)
        .map(|(read, entry)| {
            let mut read = read;
            read.service.assured_on = entry.service.assured_on;
            read.service
                .assured_by
                .clone_from(&entry.service.assured_by);
            read
        })
        .collect();
    let again: Vec<&Entry> = same.iter().collect();
    let second = exchange::write(&again, &register, Format::Csv);
    assert_eq!(
        String::from_utf8(second.bytes).unwrap(),
        String::from_utf8(first.bytes).unwrap()
    );
}

#[test]
fn our_own_table_comes_back_as_no_news() {
    let office = office();
    let entry = a_full_entry(&office);
    let register = with(&office, &entry);
    let written = exchange::write(&[&entry], &register, Format::Csv);
    let office = Office {
        register,
        options: office.options,
    };

    let batch = office.read(&written.bytes).unwrap();

    assert_eq!(batch.faults, []);
    assert_eq!(batch.entries[0].service, entry.service);
    assert_eq!(batch.entries[0].feed_assurance, entry.kept.feed_assurance);
}

#[test]
fn a_cell_that_a_spreadsheet_would_run_goes_out_with_an_apostrophe() {
    let office = office();
    let entry = a_full_entry(&office);

    let written = exchange::write(&[&entry], &office.register, Format::Csv);

    let text = String::from_utf8(written.bytes).unwrap();
    assert!(
        text.contains("\"'=Everything, \"\"in quotes\"\"\""),
        "{text}"
    );
    assert!(
        text.contains(",'@nobody,") && text.contains(",'+44 1234 234567,"),
        "{text}"
    );
    assert!(!text.contains("It stays here"));
    let line_ends = text.matches("\r\n").count();
    assert_eq!(line_ends, 2, "the headings and one row");
}

#[test]
fn open_data_is_written_the_same_after_it_was_read() {
    let office = office();
    let full = a_full_entry(&office);
    let mut register = with(&office, &full);
    // Confirmations of ours are not brought by a file.
    let mut stripped = full;
    stripped.service.assured_on = None;
    stripped.service.assured_by = None;
    stripped.service.contact = None;
    register.put(stripped);
    let entries: Vec<&Entry> = register.entries().iter().collect();
    let first = exchange::write(&entries, &register, Format::HsdsJson);

    // Into a directory that has none of them: each comes under the feed's id.
    let read = empty_office().entries(&first.bytes);
    let again: Vec<&Entry> = read.iter().collect();
    let mut there = empty_office().register;
    for entry in &read {
        there.put(entry.clone());
    }
    let second = exchange::write(&again, &there, Format::HsdsJson);

    let first: Vec<Value> = serde_json::from_slice(&first.bytes).unwrap();
    let second: Vec<Value> = serde_json::from_slice(&second.bytes).unwrap();
    assert_eq!(first.len(), second.len());
    for (one, other) in first.iter().zip(&second) {
        for key in [
            "id",
            "name",
            "description",
            "status",
            "alternate_name",
            "alert",
            "minimum_age",
            "maximum_age",
            "eligibility_description",
            "application_process",
            "fees_description",
            "program_id",
        ] {
            assert_eq!(one.get(key), other.get(key), "{key} of {}", one["name"]);
        }
        assert_eq!(source(one), source(other), "{}", one["name"]);
        assert_eq!(terms(one), terms(other), "{}", one["name"]);
        assert_eq!(areas(one), areas(other), "{}", one["name"]);
    }
}

fn terms(service: &Value) -> Vec<(String, String, String)> {
    let attributes = service["attributes"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let told = attributes.iter().map(|attribute| {
        let term = &attribute["taxonomy_term"];
        (
            term["taxonomy"].to_string(),
            term["code"].to_string(),
            attribute["value"].to_string(),
        )
    });
    // A feed's ids are told once it is a feed, whose source is its address.
    told.filter(|(_, code, _)| !code.contains("foreign_ids") && code != "\"source\"")
        .collect()
}

fn source(service: &Value) -> Option<Value> {
    let attributes = service["attributes"].as_array().unwrap();
    let told = attributes
        .iter()
        .find(|attribute| attribute["taxonomy_term"]["code"] == "source");
    let address = service.get("url").cloned();
    address.or_else(|| told.map(|attribute| attribute["value"].clone()))
}

fn areas(service: &Value) -> Vec<(String, String)> {
    let areas = service["service_areas"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    areas
        .iter()
        .map(|area| (area["name"].to_string(), area["extent"].to_string()))
        .collect()
}

#[test]
fn a_published_service_keeps_its_id_its_confirmation_and_its_words() {
    let office = empty_office();
    let published = include_bytes!("../hsds/core/service_full.json");
    let read = office.entries(published);

    let written = exchange::write(&[&read[0]], &office.register, Format::HsdsJson);

    let before: Value = serde_json::from_slice(published).unwrap();
    let after: Value = serde_json::from_slice::<Value>(&written.bytes).unwrap()[0].clone();
    for key in [
        "id",
        "name",
        "alternate_name",
        "status",
        "application_process",
        "minimum_age",
        "maximum_age",
        "assured_date",
        "url",
    ] {
        assert_eq!(before[key], after[key], "{key}");
    }
    let description = after["description"].as_str().unwrap();
    for key in ["description", "eligibility_description", "alert"] {
        assert!(
            description.contains(before[key].as_str().unwrap().trim()),
            "{key}"
        );
    }
    // Once more, it is the same: nothing is added twice.
    let mut there = office.register.clone();
    there.put(read[0].clone());
    let again = Office {
        register: there,
        options: office.options,
    };
    let batch = again.read(&written.bytes).unwrap();
    assert_eq!(batch.entries[0].service, read[0].service);
}
