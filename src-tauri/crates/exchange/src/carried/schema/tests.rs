use serde_json::json;

use super::*;

const PUBLISHED: [(bool, &str); 2] = [
    (
        false,
        include_str!("../../../tests/hsds/core/service_with_definitions.json"),
    ),
    (
        true,
        include_str!("../../../tests/hsds/uk/service_with_definitions.json"),
    ),
];

fn stands(property: &Value) -> String {
    let kind = |value: &Value| {
        let path = value["$ref"].as_str().unwrap();
        path.rsplit('/').next().unwrap().to_owned()
    };
    if property.get("$ref").is_some() {
        return format!("{{{}}}", kind(property));
    }
    if property["type"] == "array" {
        return format!("[{}]", kind(&property["items"]));
    }
    if let Some(one_of) = property["enum"].as_array() {
        let all: Vec<String> = one_of
            .iter()
            .map(|one| one.as_str().unwrap().replace(' ', "_"))
            .collect();
        return all.join("|");
    }
    match (property["format"].as_str(), property["type"].as_str()) {
        (Some(format), _) => format.to_owned(),
        (None, Some("number")) => "number".to_owned(),
        _ => String::new(),
    }
}

#[test]
fn the_lists_say_what_the_published_schemas_say() {
    for (uk, text) in PUBLISHED {
        let published: Value = serde_json::from_str(text).unwrap();
        let ours = Schema::new(uk);
        let mut kinds = vec![("service".to_owned(), published.clone())];
        for (kind, told) in published["definitions"].as_object().unwrap() {
            kinds.push((kind.clone(), told.clone()));
        }
        // It describes tables, and no object holds one.
        kinds.retain(|(kind, _)| kind != "meta_table_description");

        assert_eq!(ours.kinds.len(), kinds.len());
        for (kind, told) in kinds {
            let held = &ours.kinds[kind.as_str()];
            let properties = told["properties"].as_object().unwrap();
            assert_eq!(held.len(), properties.len(), "{kind}");
            let needed = told["required"].as_array().cloned().unwrap_or_default();
            for (key, property) in properties {
                let one = held[key.as_str()];
                assert_eq!(one.stands, stands(property), "{kind}.{key}");
                assert_eq!(one.needed, needed.contains(&json!(key)), "{kind}.{key}");
            }
        }
    }
}

#[test]
fn what_is_not_as_the_standard_asks_is_left_out_or_put_right() {
    let schema = Schema::new(false);
    let mut refused = Refused::default();
    let places = json!([
        { "id": "7", "location": { "id": "8", "location_type": "physical", "latitude": "55.9",
          "url": "no address", "addresses": [{ "id": "9", "city": "Perth" }], "own": [1] } },
        { "id": "10", "location": { "id": "11", "location_type": "a hall" } },
    ]);

    let out = schema.let_out(("service_at_locations", &places), "1", &mut refused);

    let made = |id: &str| ids::uuid_of("foreign", id).to_string();
    let wanted = json!([
        { "id": made("7"), "location": { "id": made("8"), "location_type": "physical",
          "latitude": 55.9, "own": [1] } },
    ]);
    assert_eq!(out, Some(wanted));
    assert!(refused.ids);
    assert!(refused.unnamed.is_empty());
    let faulty: Vec<&str> = refused.faulty.iter().map(String::as_str).collect();
    assert_eq!(
        faulty,
        [
            "service_at_locations",
            "service_at_locations.location",
            "service_at_locations.location.addresses",
            "service_at_locations.location.location_type",
            "service_at_locations.location.url",
        ]
    );
}

#[test]
fn the_uk_profile_lets_out_what_it_names_alone() {
    let schema = Schema::new(true);
    let mut refused = Refused::default();
    let funding = json!([{ "id": "ac148810-d857-441c-9679-408f346de14b", "source": "A grant",
        "organization_id": "ac148810-d857-441c-9679-408f346de14b", "own": 1 }]);

    let out = schema.let_out(("funding", &funding), "1", &mut refused);
    let none = schema.let_out(("wait_time", &json!("Long")), "1", &mut refused);

    let wanted = json!([{ "id": "ac148810-d857-441c-9679-408f346de14b", "source": "A grant" }]);
    assert_eq!((out, none), (Some(wanted), None));
    let unnamed: Vec<&str> = refused.unnamed.iter().map(String::as_str).collect();
    assert_eq!(
        unnamed,
        ["funding.organization_id", "funding.own", "wait_time"]
    );
}
