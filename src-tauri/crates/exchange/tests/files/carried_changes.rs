//! What was kept beside an entry, once the entry was changed here or the feed said too much.

use exchange::{COLUMNS, Format};
use serde_json::{Value, json};

use crate::carried::{Taken, missing};
use crate::office::{empty_office, office};
use crate::open_data::{CORE, CORE_SCHEMA, UK_SCHEMA, faults_of, named};

const ID: &str = "ac148810-d857-441c-9679-408f346de14b";

fn a_feed(further: &Value) -> Vec<u8> {
    let mut service = json!({ "id": ID, "name": "A", "status": "active" });
    for (key, value) in further.as_object().unwrap() {
        service[key] = value.clone();
    }
    service.to_string().into_bytes()
}

fn says(losses: &[String], words: &str) -> bool {
    losses.iter().any(|told| told.contains(words))
}

#[test]
fn what_was_changed_here_makes_the_form_of_the_feed_stay_behind() {
    let cases: [(&str, &[&str], &str); 5] = [
        ("times", &["schedules"], "times, by days and hours"),
        ("cost", &["fees", "cost_options"], "what it costs"),
        ("provider", &["organization"], "the organisation"),
        ("areas_served", &["service_areas"], "areas"),
        ("contact", &["contacts", "phones"], "contacts"),
    ];
    let before = Taken::of(empty_office(), CORE, true).first(Format::HsdsJson, true);
    for (heading, keys, words) in cases {
        let other = office().register.entries()[1].service.clone();
        let taken = Taken::of(empty_office(), CORE, true).changed(|service| {
            let column = COLUMNS
                .iter()
                .find(|column| column.heading == heading)
                .unwrap();
            let mut other = other.clone();
            other.times = Some("Other".into());
            other.cost = Some("Other".into());
            other.provider = Some("Other".into());
            other.contact = Some("A desk".into());
            column.carry(&other, service);
        });

        let written = taken.write(Format::HsdsJson, true);

        let out: Value = serde_json::from_slice(&written.bytes).unwrap();
        for key in keys {
            let lost = missing(&before[key], &out[0][key], key);
            assert!(!lost.is_empty(), "{heading}: {key} went out as it was");
        }
        let stays = format!("What a feed set out of {words} stays behind");
        assert!(says(&written.losses, &stays), "{:?}", written.losses);
        assert_eq!(out[0]["required_documents"], before["required_documents"]);
        assert_eq!(faults_of(CORE_SCHEMA, &written.bytes), Vec::<String>::new());
    }
}

#[test]
fn our_own_words_stand_where_the_form_of_the_feed_stays_behind() {
    let taken = Taken::of(empty_office(), CORE, false).changed(|service| {
        service.times = Some("Mondays at two".into());
        service.description = "Another".into();
        service.access = Some("A ramp".into());
        service.languages = vec!["gd".into()];
    });

    let out = taken.first(Format::HsdsJson, false);

    assert_eq!(out["schedules"].as_array().unwrap().len(), 1);
    assert_eq!(out["schedules"][0]["description"], "Mondays at two");
    assert_eq!(out["schedules"][0].get("byday"), None);
    assert_eq!(out["description"], "Another");
    assert_eq!(out.get("eligibility_description"), None);
    assert_eq!(out["languages"][0]["code"], "gd");
    assert_eq!(out["languages"].as_array().unwrap().len(), 1);
    let location = &out["service_at_locations"][0]["location"];
    assert_eq!(location["name"], "MyCity Civic Center");
    assert_eq!(location.get("accessibility"), None);
    assert!(out.get("last_modified").is_none());
}

#[test]
fn lists_are_joined_and_nothing_stands_twice() {
    let feed = a_feed(&json!({
        "languages": [
            { "id": "2989d3ed-c547-48f8-8f9d-432d81c7892e", "code": "PL", "note": "By booking" },
            { "id": "2989d3ed-c547-48f8-8f9d-432d81c7892f", "name": "British Sign Language" },
        ],
        "attributes": [
            { "id": "ae58cc39-8b70-4ab1-8aea-786882e5ac8e", "taxonomy_term": {
                "id": "3f7b145d-84af-42d7-8fae-eaca714b02b2", "name": "x", "description": "x",
                "code": "womens-service", "taxonomy": "Kinds of programme" } },
            { "id": "ae58cc39-8b70-4ab1-8aea-786882e5ac8f", "taxonomy_term": {
                "id": "3f7b145d-84af-42d7-8fae-eaca714b02b3", "name": "y", "description": "y",
                "taxonomy": "Another's" } },
        ],
        "service_at_locations": [
            { "id": "e94c9f38-1e8f-4564-91d4-d53501ab1765", "service_id": ID, "location": {
                "id": "3a19ff88-4620-4d17-9830-ac1d859eb5d5", "location_type": "physical",
                "name": "HMP Barlinnie", "transportation": "By bus" } },
        ],
    }));
    let taken = Taken::of(office(), &feed, false).changed(|service| {
        service.languages.push("gd".into());
    });

    let out = taken.first(Format::HsdsJson, false);

    let told = |list: &str, key: &str| -> Vec<Value> {
        let list = out[list].as_array().unwrap().iter();
        list.map(|thing| thing[key].clone()).collect()
    };
    assert_eq!(told("languages", "note")[0], "By booking");
    assert_eq!(told("languages", "code")[1], "gd");
    assert_eq!(told("languages", "name")[2], "British Sign Language");
    assert_eq!(told("languages", "id").len(), 3);
    let ids = told("attributes", "id");
    for id in [
        "ae58cc39-8b70-4ab1-8aea-786882e5ac8e",
        "ae58cc39-8b70-4ab1-8aea-786882e5ac8f",
    ] {
        assert_eq!(ids.iter().filter(|held| *held == id).count(), 1, "{id}");
    }
    let kinds = out["attributes"].as_array().unwrap().iter();
    let kinds = kinds.filter(|one| one["taxonomy_term"]["code"] == "womens-service");
    assert_eq!(kinds.count(), 1);
    assert_eq!(out["service_at_locations"].as_array().unwrap().len(), 1);
    assert_eq!(
        out["service_at_locations"][0]["location"]["transportation"],
        "By bus"
    );
}

#[test]
fn a_thing_of_ours_that_was_taken_away_here_does_not_come_back_from_the_feed() {
    let feed = a_feed(&json!({
        "attributes": [{ "id": "ae58cc39-8b70-4ab1-8aea-786882e5ac8e", "taxonomy_term": {
            "id": "3f7b145d-84af-42d7-8fae-eaca714b02b2", "name": "x", "description": "x",
            "code": "womens-service", "taxonomy": "Kinds of programme" } }],
        "languages": [{ "id": "2989d3ed-c547-48f8-8f9d-432d81c7892e", "code": "pl", "note": "x" }],
    }));
    let taken = Taken::of(office(), &feed, false).changed(|service| {
        service.kind.clear();
        service.languages.clear();
    });

    let out = taken.first(Format::HsdsJson, false);

    assert_eq!(
        (out.get("languages"), out.get("attributes").is_some()),
        (None, true)
    );
    let kinds = out["attributes"].as_array().unwrap().iter();
    let kinds = kinds.filter(|one| one["taxonomy_term"]["taxonomy"] == "Kinds of programme");
    assert_eq!(kinds.count(), 0);
}

#[test]
fn keys_that_nobody_knows_go_out_by_the_standard_and_are_named_by_the_profile() {
    let feed = a_feed(&json!({
        "capacities": [{ "id": "1", "available": 4 }],
        "own": { "deep": [1, { "x": null, "y": "z" }] },
        "wait_time": "Six weeks",
        "required_documents": [{ "id": ID, "document": "A letter" }],
    }));
    let taken = Taken::of(empty_office(), &feed, false);

    let core = taken.write(Format::HsdsJson, false);
    let uk = taken.write(Format::HsdsUk, false);

    assert_eq!(faults_of(CORE_SCHEMA, &core.bytes), Vec::<String>::new());
    assert_eq!(faults_of(UK_SCHEMA, &uk.bytes), Vec::<String>::new());
    let out: Value = serde_json::from_slice(&core.bytes).unwrap();
    assert_eq!(out[0]["capacities"][0]["available"], 4);
    assert_eq!(out[0]["own"], json!({ "deep": [1, { "y": "z" }] }));
    assert_eq!(core.losses, Vec::<String>::new());
    let out: Value = serde_json::from_slice(&uk.bytes).unwrap();
    let schema: Value = serde_json::from_str(UK_SCHEMA).unwrap();
    named(&out[0], &schema, &schema);
    for key in ["capacities", "own", "wait_time", "required_documents"] {
        let left =
            format!("A feed's \"{key}\" is left out: the UK profile does not name it (1 entry).");
        assert!(uk.losses.contains(&left), "{:?}", uk.losses);
    }
}

#[test]
fn a_sample_of_the_standard_is_valid_by_the_profile_and_says_what_it_leaves() {
    let taken = Taken::of(empty_office(), CORE, true);

    let uk = taken.write(Format::HsdsUk, true);

    assert_eq!(faults_of(UK_SCHEMA, &uk.bytes), Vec::<String>::new());
    let out: Value = serde_json::from_slice(&uk.bytes).unwrap();
    let schema: Value = serde_json::from_str(UK_SCHEMA).unwrap();
    named(&out[0], &schema, &schema);
    assert_eq!(out[0]["schedules"][0]["byday"], "TH,FR");
    assert!(
        out[0]["description"]
            .as_str()
            .unwrap()
            .contains("intended for all people")
    );
    assert!(
        out[0]["fees"].as_str().unwrap().contains("gbp"),
        "the words hold all of it"
    );
    assert_eq!(out[0].get("cost_options"), None);
    assert!(says(
        &uk.losses,
        "\"service_at_locations.location.transportation\""
    ));
    // What it says of itself comes back as what is there.
    let batch = taken.office.read_with_contacts(&uk.bytes).unwrap();
    let (ours, theirs) = (&taken.entries[0].service, &batch.entries[0].service);
    assert_eq!(ours.description, theirs.description);
    assert_eq!((&ours.times, &ours.cost), (&theirs.times, &theirs.cost));
}

#[test]
fn what_is_faulty_by_the_standard_is_left_out_and_said() {
    let feed = a_feed(&json!({
        "url": "http://exa mple",
        "funding": ["x", { "id": "7", "source": { "a": "b" } }],
        "service_at_locations": [{ "id": "8", "location": { "id": "9", "location_type": "hall" } }],
        "last_modified": "yesterday",
        "accreditations": ["one"],
    }));
    let taken = Taken::of(empty_office(), &feed, false);

    for (format, schema) in [(Format::HsdsJson, CORE_SCHEMA), (Format::HsdsUk, UK_SCHEMA)] {
        let written = taken.write(format, false);

        assert_eq!(faults_of(schema, &written.bytes), Vec::<String>::new());
        assert!(
            says(&written.losses, "\"accreditations\""),
            "{:?}",
            written.losses
        );
        assert!(says(&written.losses, "\"funding\""), "{:?}", written.losses);
        assert!(says(&written.losses, "no UUIDs"), "{:?}", written.losses);
    }
}

#[test]
fn more_than_is_kept_beside_one_entry_is_named_and_none_of_it_kept() {
    let sources = |count: usize| -> Vec<u8> {
        let one = "x".repeat(1_000);
        let all: Vec<Value> = (0..count)
            .map(|at| json!({ "id": at.to_string(), "source": one }))
            .collect();
        a_feed(&json!({ "funding": all, "wait_time": "Long" }))
    };

    let fits = Taken::of(empty_office(), &sources(60), false);
    let large = Taken::of(empty_office(), &sources(66), false);

    assert_eq!(fits.batch.passed_over, Vec::<String>::new());
    assert_eq!(fits.batch.beside.len(), 2);
    assert_eq!(large.batch.beside, Vec::<String>::new());
    assert_eq!(
        large.batch.passed_over,
        [
            "What a feed says beside one service is more than 64 KiB: none of it is kept (one service)."
        ]
    );
    assert!(
        large.batch.entries[0]
            .carried
            .as_ref()
            .unwrap()
            .is_nothing()
    );
    assert_eq!(large.first(Format::HsdsJson, false).get("wait_time"), None);
}

#[test]
fn markup_and_hidden_letters_are_not_kept() {
    let feed = a_feed(&json!({
        "description": "<p>For <b>all</b></p>",
        "accreditations": "By <script>alert(1)</script><i>us</i>",
        "funding": [{ "id": ID, "source": "a\u{202e}b" }],
        "wait_time": "5 < 6 & 7 > 6",
    }));
    let taken = Taken::of(empty_office(), &feed, false);

    let out = taken.first(Format::HsdsJson, false);

    assert_eq!(out["description"], "For all");
    assert_eq!(out["accreditations"], "By us");
    assert_eq!(out["funding"], json!([{ "id": ID }]));
    assert_eq!(out["wait_time"], "5 < 6 & 7 > 6");
    assert!(says(&taken.batch.passed_over, "Markup is taken off"));
    assert!(says(&taken.batch.passed_over, "hide characters"));
}

#[test]
fn what_says_nothing_is_not_kept() {
    let feed = a_feed(&json!({
        "service_areas": [], "schedules": [], "description": "", "funding": [], "wait_time": null,
        "organization": null, "attributes": [], "own": {},
    }));

    let batch = empty_office().read(&feed).unwrap();

    assert_eq!(batch.faults, []);
    assert_eq!(batch.beside, Vec::<String>::new());
    assert!(batch.entries[0].carried.as_ref().unwrap().is_nothing());
}

#[test]
fn a_table_says_nothing_of_what_is_kept() {
    let batch = empty_office().read(b"id,name\r\na,A\r\n").unwrap();

    assert_eq!(batch.entries[0].carried, None);
    assert_eq!(batch.beside, Vec::<String>::new());
}

#[test]
fn our_own_file_brings_nothing_to_keep() {
    let office = office();
    let entries: Vec<&directory::Entry> = office.register.entries().iter().collect();
    for format in [Format::HsdsJson, Format::HsdsUk] {
        let file = exchange::write(&entries, &office.register, format).bytes;

        let batch = office.read(&file).unwrap();

        assert_eq!(batch.beside, Vec::<String>::new());
        let kept = batch
            .entries
            .iter()
            .filter_map(|entry| entry.carried.as_ref());
        assert!(kept.into_iter().all(exchange::Carried::is_nothing));
    }
}

#[test]
fn a_key_that_a_feed_tells_of_is_its_own_and_what_it_does_not_tell_stands() {
    let first = a_feed(&json!({
        "wait_time": "Long",
        "required_documents": [{ "id": ID, "document": "A letter" }],
        "funding": [{ "id": ID, "source": "A grant" }],
        "schedules": [{ "id": ID, "byday": "MO", "service_id": ID }],
    }));
    let second = a_feed(&json!({
        "wait_time": "Short",
        "funding": [],
        "accreditations": "One",
    }));

    let taken = Taken::of(empty_office(), &first, false).and(&second, false);

    let out = taken.first(Format::HsdsJson, false);
    assert_eq!(out["wait_time"], "Short");
    assert_eq!(out["required_documents"][0]["document"], "A letter");
    assert_eq!(out["accreditations"], "One");
    assert_eq!(out["schedules"][0]["byday"], "MO");
    assert_eq!(out.get("funding"), None);
}

#[test]
fn our_own_file_by_the_uk_profile_takes_nothing_away_when_it_comes_back() {
    let taken = Taken::of(empty_office(), CORE, true);
    let before = taken.write(Format::HsdsJson, true).bytes;
    let uk = taken.write(Format::HsdsUk, false).bytes;

    let back = taken.and(&uk, false);

    let after = back.write(Format::HsdsJson, true).bytes;
    let before: Value = serde_json::from_slice(&before).unwrap();
    let after: Value = serde_json::from_slice(&after).unwrap();
    let lost = missing(&before, &after, "");
    assert_eq!(lost, Vec::<String>::new());
}

#[test]
fn what_is_kept_beside_an_entry_of_ours_names_it_by_the_id_that_it_goes_out_with() {
    let office = office();
    let held = office.register.entries().iter();
    let held = held.filter(|entry| !entry.service.providers.is_empty());
    let ours = held.clone().next().unwrap().service.clone();
    let body = office.register.organisation(&ours.providers[0]).unwrap();
    let feed = json!({
        "id": ID, "name": ours.name, "status": "active",
        "organization": { "id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610", "name": body.name,
            "description": "Theirs", "website": "https://example.org" },
        "funding": [{ "id": "1f2df32c-bf08-4b8e-bd6f-e834014b19bc", "service_id": ID,
            "source": "A grant" }],
    })
    .to_string();

    let taken = Taken::of(office, feed.as_bytes(), false);

    let out = taken.first(Format::HsdsJson, false);
    assert_eq!(
        taken.entries[0].service.id, ours.id,
        "the same provider and name"
    );
    assert_ne!(out["id"], ID);
    let funding = &out["funding"][0];
    assert_eq!(funding["service_id"], out["id"]);
    assert_eq!(funding["id"], "1f2df32c-bf08-4b8e-bd6f-e834014b19bc");
    assert_eq!(out["organization"]["website"], "https://example.org");
    assert_eq!(out["organization_id"], out["organization"]["id"]);
}
