//! The UK profile: it has places for less, and what went out by it comes back as what is here.

use directory::{Entry, Register};
use exchange::Format;
use serde_json::{Value, json};

use crate::office::{Office, empty_office, office};
use crate::open_data::{CORE_SCHEMA, UK_SCHEMA, faults_of};

const BAIL: &str = "pg-bail-supervision-national";

fn written(register: &Register, format: Format) -> Vec<Value> {
    let entries: Vec<&Entry> = register.entries().iter().collect();
    let written = exchange::write(&entries, register, format);
    serde_json::from_slice(&written.bytes).unwrap()
}

fn bytes(list: &[Value]) -> Vec<u8> {
    serde_json::to_vec(list).unwrap()
}

fn entry(office: &Office, id: &str) -> Entry {
    let mut entries = office.register.entries().iter();
    entries.find(|entry| entry.id().0 == id).unwrap().clone()
}

/// The directory with one entry changed, and that entry as open data.
fn with(change: impl Fn(&mut Entry)) -> (Office, Entry, Value) {
    let mut office = office();
    let mut entry = entry(&office, BAIL);
    change(&mut entry);
    office.register.put(entry.clone());
    let name = entry.service.name.clone();
    let out = written(&office.register, Format::HsdsUk);
    let one = out.into_iter().find(|one| one["name"] == name.as_str());
    (office, entry, one.unwrap())
}

fn text<'a>(service: &'a Value, term: &str) -> Option<&'a str> {
    let attributes = service["attributes"].as_array()?;
    let told = attributes.iter().map(|one| &one["taxonomy_term"]);
    let mut found = told.filter(|told| told["term"] == term);
    found.next()?["description"].as_str()
}

#[test]
fn the_whole_directory_comes_back_as_what_is_there() {
    let office = office();
    let out = written(&office.register, Format::HsdsUk);

    let batch = office.read(&bytes(&out)).unwrap();

    assert_eq!(batch.faults, []);
    assert_eq!(batch.passed_over, Vec::<String>::new());
    for incoming in &batch.entries {
        let (id, _) = incoming.matches.as_ref().unwrap();
        let here = &office.register.entry(id).unwrap().service;
        assert_eq!(&incoming.service, here, "{}", id.0);
    }
}

#[test]
fn a_directory_without_the_entries_gets_them_as_they_were() {
    let office = office();
    let out = written(&office.register, Format::HsdsUk);

    let read = empty_office().entries(&bytes(&out));

    let mut there = empty_office().register;
    for (entry, here) in read.into_iter().zip(office.register.entries()) {
        let (ours, theirs) = (&here.service, &entry.service);
        assert_eq!(ours.description, theirs.description, "{}", ours.name);
        assert_eq!(ours.how_to_refer, theirs.how_to_refer, "{}", ours.name);
        assert_eq!(ours.eligibility, theirs.eligibility, "{}", ours.name);
        assert_eq!(ours.provider, theirs.provider, "{}", ours.name);
        assert_eq!(ours.source, theirs.source, "{}", ours.name);
        assert_eq!(ours.source_date, theirs.source_date, "{}", ours.name);
        assert_eq!(ours.active_from, theirs.active_from, "{}", ours.name);
        assert_eq!(ours.active_to, theirs.active_to, "{}", ours.name);
        assert_eq!(ours.unverified, theirs.unverified, "{}", ours.name);
        there.put(entry);
    }
    let again = written(&there, Format::HsdsUk);
    for (one, other) in out.iter().zip(&again) {
        assert_eq!(one["description"], other["description"]);
    }
}

#[test]
fn only_the_blocks_that_our_writing_made_are_taken_off() {
    let by_hand = "Help.\n\nWho it is for\nAnyone\n\nHow to refer\nCome in";
    for how in [None, Some("Come in".to_owned()), Some("Write".to_owned())] {
        let (office, entry, out) = with(|entry| {
            entry.service.description = by_hand.to_owned();
            entry.service.how_to_refer.clone_from(&how);
        });

        let batch = office.read(&bytes(&[out])).unwrap();

        assert_eq!(batch.entries[0].service, entry.service);
    }
    let foreign = json!([{
        "id": "ac148810-d857-441c-9679-408f346de14b", "name": "A", "status": "active",
        "description": by_hand,
    }]);
    let read = empty_office().entries(&serde_json::to_vec(&foreign).unwrap());
    assert_eq!(read[0].service.description, by_hand);
    assert_eq!(read[0].service.how_to_refer, None);
}

#[test]
fn a_block_that_somebody_changed_in_the_file_loses_no_text() {
    let (office, _, mut out) = with(|entry| {
        entry.service.description = "Help.".into();
        entry.service.how_to_refer = Some("By letter.".into());
    });
    let changed = out["description"].as_str().unwrap().to_owned() + " Or call.";
    out["description"] = changed.clone().into();

    let batch = office.read(&bytes(&[out])).unwrap();

    let service = &batch.entries[0].service;
    assert!(
        service
            .description
            .ends_with("How to refer\nBy letter. Or call.")
    );
    assert_eq!(service.how_to_refer.as_deref(), Some("By letter."));
}

#[test]
fn a_file_that_was_written_without_these_attributes_is_known_by_what_is_here() {
    let (office, entry, mut out) = with(|entry| {
        entry.service.eligibility.offence = Some("Theft".into());
        entry.service.how_to_refer = Some("By letter.".into());
    });
    let attributes = out["attributes"].as_array_mut().unwrap();
    attributes.retain(|one| one["taxonomy_term"]["taxonomy"] != "Further parts of the entry");

    let batch = office.read(&bytes(&[out])).unwrap();

    assert_eq!(batch.entries[0].service, entry.service);
}

#[test]
fn what_a_file_does_not_say_stands() {
    let full = |entry: &mut Entry| {
        let service = &mut entry.service;
        service.other_names = vec!["BSup".into()];
        service.languages = vec!["gd".into()];
        service.how_to_refer = Some("By letter.".into());
        service.provider = Some("Whoever it is".into());
        service.providers = vec!["org-sacro".into(), "org-apex".into()]
            .into_iter()
            .map(directory::OrganisationId)
            .collect();
    };
    let (office, entry, mut out) = with(full);
    let description = entry.service.description.clone();
    out["description"] = description.into();
    out.as_object_mut().unwrap().remove("attributes");

    let batch = office.read(&bytes(&[out])).unwrap();

    let incoming = &batch.entries[0].service;
    assert_eq!(incoming.provider, entry.service.provider);
    assert_eq!(incoming.providers, entry.service.providers);
    assert_eq!(incoming, &entry.service);
}

#[test]
fn another_organisation_than_the_one_here_is_taken_with_its_name() {
    let (office, _, mut out) = with(|_| ());
    out["organization"] = json!({
        "id": "ac148810-d857-441c-9679-408f346de14b", "name": "Sacro", "description": "Sacro",
    });
    out.as_object_mut().unwrap().remove("attributes");

    let batch = office.read(&bytes(&[out])).unwrap();

    let service = &batch.entries[0].service;
    assert_eq!(service.provider.as_deref(), Some("Sacro"));
    assert_eq!(service.providers[0].0, "org-sacro");
}

#[test]
fn the_source_and_what_is_unchecked_go_out_as_attributes() {
    let (_, _, out) = with(|entry| {
        let service = &mut entry.service;
        service.source = Some("A leaflet".into());
        service.source_date = Some("2024-05".into());
        service.active_from = Some("2020".into());
        service.active_to = Some("2025-06".into());
        service.unverified = vec!["cost".into(), "times".into()];
        service.provider = Some("Each council's own team".into());
    });

    for (term, says) in [
        ("source", "A leaflet"),
        ("source_date", "2024-05"),
        ("active_from", "2020"),
        ("active_to", "2025-06"),
        ("unverified_fields", "cost;times"),
        ("provider", "Each council's own team"),
    ] {
        assert_eq!(text(&out, term), Some(says), "{term}");
    }
}

#[test]
fn the_kind_of_an_organisation_is_an_attribute_of_it_and_no_description() {
    let office = office();
    for (format, schema, key) in [
        (Format::HsdsJson, CORE_SCHEMA, "code"),
        (Format::HsdsUk, UK_SCHEMA, "term"),
    ] {
        let out = written(&office.register, format);
        assert_eq!(faults_of(schema, &bytes(&out)), Vec::<String>::new());
        let sacro = out
            .iter()
            .map(|one| &one["organization"])
            .find(|body| body["name"] == "Sacro")
            .unwrap();

        assert_eq!(sacro["description"], "Sacro");
        let told = &sacro["attributes"][0]["taxonomy_term"];
        assert_eq!(told[key], "third-sector");
        assert_eq!(told["name"], "Third-sector body");
        assert_eq!(sacro["attributes"][0]["link_id"], sacro["id"]);
    }
}

#[test]
fn every_part_that_goes_out_otherwise_or_not_at_all_is_announced() {
    let office = office();
    let mut entry = entry(&office, BAIL);
    entry.service.languages = vec!["gd".into()];
    entry.service.other_names = vec!["BSup".into()];

    let losses = exchange::write(&[&entry], &office.register, Format::HsdsUk).losses;

    for says in ["Other names are left out", "Languages are left out"] {
        assert!(losses.iter().any(|told| told.starts_with(says)), "{says}");
    }
    let attributes = losses.iter().find(|told| told.contains("the source"));
    assert!(attributes.unwrap().contains("go out as attributes"));
}

#[test]
fn an_id_that_is_no_uuid_is_named() {
    let list = br#"[{"id": "notauuid", "name": "A", "status": "active"}]"#;

    let batch = empty_office().read(list).unwrap();

    assert_eq!(batch.faults, []);
    assert!(
        batch
            .passed_over
            .iter()
            .any(|says| says.contains("\"notauuid\""))
    );
    assert_eq!(batch.entries[0].foreign_ids, ["notauuid"]);
}
