//! Open data: what others publish, and what we publish for others.

use boon::{Compiler, Schemas};
use directory::{Area, Entry, Intake, ServiceState};
use exchange::{Format, MatchedBy};
use serde_json::Value;

use crate::office::{an_archive, empty_office, office};

pub const CORE: &[u8] = include_bytes!("../hsds/core/service_full.json");
pub const CORE_LIST: &[u8] = include_bytes!("../hsds/core/service_list.json");
pub const AT_LOCATION: &[u8] = include_bytes!("../hsds/core/service_at_location_full.json");
pub const UK: &[u8] = include_bytes!("../hsds/uk/service_full.json");
pub const UK_LIST: &[u8] = include_bytes!("../hsds/uk/service_list.json");
pub const UK_FAILING: &[u8] = include_bytes!("../hsds/uk/service_full_failing.json");
pub const CORE_SCHEMA: &str = include_str!("../hsds/core/service_with_definitions.json");
pub const UK_SCHEMA: &str = include_str!("../hsds/uk/service_with_definitions.json");

pub const TABLES: [(&str, &str); 8] = [
    (
        "services.csv",
        include_str!("../hsds/core/csv/services.csv"),
    ),
    (
        "organizations.csv",
        include_str!("../hsds/core/csv/organizations.csv"),
    ),
    (
        "programs.csv",
        include_str!("../hsds/core/csv/programs.csv"),
    ),
    (
        "service_areas.csv",
        include_str!("../hsds/core/csv/service_areas.csv"),
    ),
    (
        "schedules.csv",
        include_str!("../hsds/core/csv/schedules.csv"),
    ),
    (
        "attributes.csv",
        include_str!("../hsds/core/csv/attributes.csv"),
    ),
    (
        "taxonomy_terms.csv",
        include_str!("../hsds/core/csv/taxonomy_terms.csv"),
    ),
    (
        "taxonomies.csv",
        include_str!("../hsds/core/csv/taxonomies.csv"),
    ),
];

/// Every fault that a schema finds in a list of services.
pub fn faults_of(schema: &str, written: &[u8]) -> Vec<String> {
    let schema: Value = serde_json::from_str(schema).unwrap();
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.set_default_draft(boon::Draft::V2020_12);
    compiler.enable_format_assertions();
    compiler
        .add_resource("http://schema.test/service.json", schema)
        .unwrap();
    let service = compiler
        .compile("http://schema.test/service.json", &mut schemas)
        .unwrap();
    let list: Vec<Value> = serde_json::from_slice(written).unwrap();
    let faults = list
        .iter()
        .filter_map(|one| schemas.validate(one, service).err());
    faults.map(|fault| fault.to_string()).collect()
}

#[test]
fn the_published_examples_are_read() {
    let office = empty_office();
    for (name, bytes) in [
        ("core", CORE),
        ("core list", CORE_LIST),
        ("core, at a location", AT_LOCATION),
        ("UK", UK),
        ("UK list", UK_LIST),
    ] {
        let batch = office.read(bytes).unwrap();

        assert_eq!(batch.faults, [], "{name}");
        let service = &batch.entries[0].service;
        assert_eq!(service.name, "Community Counselling", "{name}");
        assert_eq!(
            service.id.0, "hs-ac148810-d857-441c-9679-408f346de14b",
            "{name}"
        );
        assert_eq!(service.state, ServiceState::Current, "{name}");
        assert_eq!(
            (service.eligibility.age_from, service.eligibility.age_to),
            (Some(12), Some(100)),
            "{name}"
        );
        assert_eq!(service.assured_on, None, "a feed confirms nothing here");
        assert_eq!(
            batch.entries[0]
                .feed_assurance
                .as_ref()
                .unwrap()
                .on
                .to_string(),
            "2005-01-01"
        );
        assert!(
            service.kind.is_empty() && service.groups.is_empty(),
            "nothing is guessed"
        );
    }
}

#[test]
fn the_published_tables_are_read_as_a_package() {
    let package = r#"{"name": "x", "licenses": [{"name": "CC-BY-4.0"}]}"#;
    let mut files = TABLES.to_vec();
    files.push(("datapackage.json", package));

    let batch = empty_office().read(&an_archive(&files)).unwrap();

    assert_eq!(batch.faults, []);
    assert_eq!(
        (batch.format, batch.licence.as_deref()),
        (Format::HsdsPackage, Some("CC-BY-4.0"))
    );
    let service = &batch.entries[0].service;
    assert_eq!(
        service.provider.as_deref(),
        Some("Example Organization Inc.")
    );
    assert!(
        service
            .times
            .as_ref()
            .unwrap()
            .starts_with("Thursday, Friday, 10:00 to 18:00.")
    );
    assert!(
        matches!(&service.area, Area::Elsewhere { says } if says.starts_with("The service is available"))
    );
}

#[test]
fn a_package_whose_service_points_nowhere_is_refused() {
    let mut files = TABLES.to_vec();
    files[1].1 = "id,name,description\nd9d5e0f5-0000-4f73-9a2f-4dd0ecc6c610,Another,Another\n";

    let batch = empty_office().read(&an_archive(&files)).unwrap();

    let [fault] = batch.faults.as_slice() else {
        panic!("{:?}", batch.faults)
    };
    assert_eq!(
        (fault.row, fault.column.as_deref()),
        (Some(2), Some("organization_id"))
    );
}

#[test]
fn faulty_services_are_named_by_place_and_path() {
    let cases = [
        (r#"{"name": "A", "status": "active"}"#, "id"),
        (r#"{"id": "1", "status": "active"}"#, "name"),
        (r#"{"id": "1", "name": "A", "status": "open"}"#, "status"),
        (r#"{"id": "1", "name": "A"}"#, "status"),
        (
            r#"{"id": "1", "name": "A", "status": "active", "minimum_age": 30, "maximum_age": 20}"#,
            "maximum_age",
        ),
        (
            r#"{"id": "1", "name": "A", "status": "active", "minimum_age": 16.5}"#,
            "minimum_age",
        ),
        (
            r#"{"id": "1", "name": "A", "status": "active", "assured_date": "2026-02-30"}"#,
            "assured_date",
        ),
        (
            r#"{"id": "1", "name": "A", "status": "active", "assured_date": "2026-12-30"}"#,
            "assured_date",
        ),
        (
            r#"{"id": "1", "name": "A", "status": "active", "description": "a\u202eb"}"#,
            "description",
        ),
        (
            r#"{"id": "1", "name": "A", "status": "active", "description": 7, "languages": "gd"}"#,
            "languages",
        ),
        (
            r#"{"id": "1", "name": "A", "status": "active", "service_areas": [{"id": "1", "extent": "S12000099"}]}"#,
            "service_areas",
        ),
        (
            r#"{"id": "1", "name": "A", "status": "active", "service_areas": [{"id": "1", "extent": "S12000015"}]}"#,
            "service_areas",
        ),
    ];
    for (second, path) in cases {
        let list = format!(r#"[{{"id": "9", "name": "First", "status": "active"}}, {second}]"#);
        let batch = empty_office().read(list.as_bytes()).unwrap();

        let fault = batch.faults.first().unwrap_or_else(|| panic!("{second}"));
        assert_eq!(
            (fault.row, fault.column.as_deref()),
            (Some(2), Some(path)),
            "{}",
            fault.says
        );
    }
    let twice = r#"[{"id": "9", "name": "A", "status": "active"}, {"id": "9", "name": "B", "status": "active"}]"#;
    let batch = empty_office().read(twice.as_bytes()).unwrap();
    assert!(batch.faults[0].says.contains("a second time"));
}

#[test]
fn a_response_that_only_its_publisher_calls_failing_is_read_and_says_what_it_drops() {
    let batch = empty_office().read(UK_FAILING).unwrap();

    assert_eq!(batch.faults, []);
    assert!(
        batch
            .passed_over
            .iter()
            .any(|says| says.starts_with("E-mail addresses are not taken in"))
    );
    assert!(
        batch
            .passed_over
            .iter()
            .any(|says| says.starts_with("Contacts are not taken in"))
    );
}

#[test]
fn unknown_codes_are_named_and_never_guessed() {
    let service = r#"{"id": "1", "name": "Women's group", "status": "temporarily closed", "description": "<p>For <b>women</b></p>",
        "service_areas": [{"id": "2", "uri": "http://statistics.data.gov.uk/id/statistical-geography/S92000003"}],
        "attributes": [
          {"id": "3", "taxonomy_term": {"id": "4", "name": "x", "description": "x", "code": "womens-service", "taxonomy": "Kinds of programme"}},
          {"id": "5", "taxonomy_term": {"id": "6", "name": "x", "description": "x", "code": "dragons", "taxonomy": "Offender groups, 2006 strategy"}},
          {"id": "7", "taxonomy_term": {"id": "8", "name": "x", "description": "x", "code": "x", "taxonomy": "Somebody's own"}}]}"#;

    let batch = empty_office().read(service.as_bytes()).unwrap();

    assert_eq!(batch.faults, []);
    let service = &batch.entries[0].service;
    assert_eq!(
        (service.kind.as_str(), service.groups.len()),
        ("womens-service", 0)
    );
    assert_eq!(
        (service.state, service.referrals.intake),
        (ServiceState::Current, Intake::Paused)
    );
    assert_eq!(
        (service.area.clone(), service.description.as_str()),
        (Area::National, "For women")
    );
    assert_eq!(
        service.eligibility.sex, None,
        "a sex is not guessed from a name"
    );
    assert!(
        batch
            .passed_over
            .iter()
            .any(|says| says.contains("\"dragons\" is not a code"))
    );
    assert_eq!(
        batch.beside,
        [
            "Areas, as the feed sets them out (one service).",
            "Attributes, by the feed's own ids (one service).",
            "Terms of the taxonomy \"Offender groups, 2006 strategy\" (one service).",
            "Terms of the taxonomy \"Somebody's own\" (one service).",
        ]
    );
}

#[test]
fn what_is_written_is_valid_by_both_schemas_and_twice_the_same() {
    let office = office();
    let entries: Vec<&Entry> = office.register.entries().iter().collect();

    let core = exchange::write(&entries, &office.register, Format::HsdsJson);
    let uk = exchange::write(&entries, &office.register, Format::HsdsUk);

    assert_eq!(faults_of(CORE_SCHEMA, &core.bytes), Vec::<String>::new());
    assert_eq!(faults_of(UK_SCHEMA, &uk.bytes), Vec::<String>::new());
    assert_eq!(
        core,
        exchange::write(&entries, &office.register, Format::HsdsJson)
    );
    assert!(!uk.losses.is_empty());
}

#[test]
fn the_schemas_find_a_fault_where_there_is_one() {
    let wrong = br#"[{"id": "not a uuid", "name": "A", "status": "open"}]"#;

    assert_eq!(faults_of(CORE_SCHEMA, wrong).len(), 1);
    assert_eq!(faults_of(UK_SCHEMA, wrong).len(), 1);
}

#[test]
fn the_uk_profile_names_everything_that_is_written_for_it() {
    let office = office();
    let entries: Vec<&Entry> = office.register.entries().iter().collect();
    let schema: Value = serde_json::from_str(UK_SCHEMA).unwrap();

    let uk = exchange::write(&entries, &office.register, Format::HsdsUk);

    let list: Vec<Value> = serde_json::from_slice(&uk.bytes).unwrap();
    for service in &list {
        named(service, &schema, &schema);
    }
}

/// Every key of an object is a property of its schema.
pub fn named(value: &Value, schema: &Value, whole: &Value) {
    let schema = match schema.get("$ref").and_then(Value::as_str) {
        Some(path) => whole.pointer(path.trim_start_matches('#')).unwrap(),
        None => schema,
    };
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                let property = schema.get("properties").and_then(|all| all.get(key));
                named(value, property.unwrap_or_else(|| panic!("{key}")), whole);
            }
        }
        Value::Array(items) => {
            for item in items {
                named(item, schema.get("items").unwrap(), whole);
            }
        }
        _ => {}
    }
}

#[test]
fn our_own_list_comes_back_as_what_is_there() {
    let office = office();
    let entries: Vec<&Entry> = office.register.entries().iter().collect();
    let written = exchange::write(&entries, &office.register, Format::HsdsJson);

    let batch = office.read(&written.bytes).unwrap();

    assert_eq!(batch.faults, []);
    assert_eq!(batch.passed_over, Vec::<String>::new());
    for incoming in &batch.entries {
        let (id, by) = incoming.matches.as_ref().unwrap();
        assert_eq!(*by, MatchedBy::Id);
        assert_eq!(incoming.service, office.register.entry(id).unwrap().service);
        assert_eq!(incoming.feed_assurance, None);
    }
}
