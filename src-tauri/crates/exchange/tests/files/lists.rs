//! JSON of open data that is no plain list of services: a package of tables in one file, and the
//! other lists that a feed publishes.

use exchange::Format;
use serde_json::{Value, json};

use crate::office::empty_office;

const TABULAR: &[u8] = include_bytes!("../hsds/core/tabular.json");

fn tabular() -> Value {
    serde_json::from_slice(TABULAR).unwrap()
}

fn refused(file: &Value) -> String {
    let refusal = empty_office().read(file.to_string().as_bytes());
    refusal.unwrap_err().0.says
}

#[test]
fn the_published_package_in_one_file_is_read_as_a_package() {
    let batch = empty_office().read(TABULAR).unwrap();

    assert_eq!(batch.faults, []);
    assert_eq!(batch.format, Format::HsdsPackage);
    let service = &batch.entries[0].service;
    assert_eq!(service.name, "Community Counselling");
    assert_eq!(
        service.provider.as_deref(),
        Some("Example Organization Inc.")
    );
    assert_eq!(service.eligibility.age_from, Some(12));
    assert!(service.times.is_some(), "its schedules are another table");
}

#[test]
fn a_package_in_one_file_is_as_strict_as_one_of_files() {
    let mut nowhere = tabular();
    nowhere["organizations.csv"][0]["id"] = "another".into();
    let mut no_row = tabular();
    no_row["schedules.csv"] = json!([7]);
    let mut nested = tabular();
    nested["services.csv"][0]["description"] = json!({ "en": "Words" });
    for (file, row, column) in [
        (nowhere, 1, "organization_id"),
        (no_row, 1, "schedules.csv"),
        (nested, 1, "services.csv: description"),
    ] {
        let batch = empty_office().read(file.to_string().as_bytes()).unwrap();

        let [fault] = batch.faults.as_slice() else {
            panic!("{column}: {:?}", batch.faults)
        };
        assert_eq!(
            (fault.row, fault.column.as_deref()),
            (Some(row), Some(column))
        );
    }
}

#[test]
fn a_package_without_services_says_which_table_it_lacks() {
    let mut file = tabular();
    file.as_object_mut().unwrap().remove("services.csv");

    assert!(refused(&file).contains("no services.csv"), "{file}");
}

#[test]
fn two_services_of_one_id_are_a_fault_and_share_nothing() {
    let mut file = tabular();
    let twice = file["services.csv"][0].clone();
    file["services.csv"].as_array_mut().unwrap().push(twice);

    let batch = empty_office().read(file.to_string().as_bytes()).unwrap();

    assert_eq!(batch.fault_count, 1, "{:?}", batch.faults);
    assert!(batch.faults[0].says.contains("a second time"));
}

#[test]
fn another_list_of_a_feed_says_what_it_is_and_what_to_bring() {
    let page = |one: Value| json!({ "total_items": 1, "page_number": 1, "contents": [one] });
    let organisation = json!({
        "id": "d9d5e0f5", "name": "Example Organization Inc.", "description": "Example Org",
        "email": "email@example.com", "website": "http://example.com",
    });
    let location = json!({
        "id": "3a19ff88", "location_type": "physical", "name": "Civic Center", "latitude": 56.1,
    });
    let term = json!({ "id": "3f7b145d", "name": "name", "taxonomy": "taxonomy", "term": "name" });
    let taxonomy =
        json!({ "id": "5c4d79d7", "name": "name", "uri": "http://example.com", "version": "1" });
    for (one, what) in [
        (organisation, "organisations"),
        (location, "locations"),
        (term, "terms of a taxonomy"),
        (taxonomy, "taxonomies"),
    ] {
        for file in [page(one.clone()), json!([one.clone(), one.clone()]), one] {
            let says = refused(&file);

            assert!(
                says.starts_with(&format!("The file lists {what},")),
                "{says}"
            );
            assert!(says.contains("Bring the list of services"), "{says}");
        }
    }
}

#[test]
fn a_list_with_one_service_among_others_is_judged_service_by_service() {
    let service = json!({ "id": "1", "name": "A", "status": "active" });
    let organisation = json!({ "id": "2", "name": "B", "website": "http://example.com" });

    let batch = empty_office()
        .read(json!([service, organisation]).to_string().as_bytes())
        .unwrap();

    assert_eq!(batch.faults[0].column.as_deref(), Some("status"));
    assert_eq!(batch.faults[0].row, Some(2));
}
