//! Tables as people keep them.

use directory::{Area, Entry};
use exchange::{Format, MatchedBy};

use crate::office::{PROGRAMMES, empty_office, office, rows};

#[test]
fn the_editions_own_table_is_read_and_written_cell_by_cell() {
    let office = office();
    let entries: Vec<&Entry> = office.register.entries().iter().collect();

    let written = exchange::write(&entries, &office.register, Format::Csv);

    let written = rows(std::str::from_utf8(&written.bytes).unwrap());
    let source = rows(PROGRAMMES);
    assert_eq!(written.len(), source.len());
    for (source, written) in source.iter().zip(&written) {
        for (heading, cell) in source {
            assert_eq!(&written[heading], cell, "{heading} of {}", source["id"]);
        }
    }
}

#[test]
fn the_editions_own_table_says_what_is_there() {
    let office = office();

    let batch = office.read(PROGRAMMES.as_bytes()).unwrap();

    assert_eq!(batch.faults, []);
    for incoming in &batch.entries {
        let here = office.register.entry(&incoming.service.id).unwrap();
        assert_eq!(incoming.service, here.service);
        assert_eq!(
            incoming.matches.as_ref().map(|(_, by)| *by),
            Some(MatchedBy::Id)
        );
    }
}

#[test]
fn headings_are_known_by_their_other_names_and_the_rest_is_named() {
    let office = empty_office();
    let table =
        "Service name,Council,Sex,Age from,Our own thoughts\nA group,Fife,female,18,secret\n";

    let batch = office.read(table.as_bytes()).unwrap();

    assert_eq!(batch.faults, []);
    let service = &batch.entries[0].service;
    assert_eq!(service.name, "A group");
    assert!(matches!(&service.area, Area::Councils { councils } if councils[0].0 == "S12000047"));
    assert_eq!(
        (
            service.eligibility.sex.as_deref(),
            service.eligibility.age_from
        ),
        (Some("female"), Some(18))
    );
    assert_eq!(batch.columns[4], ("Our own thoughts".into(), None));
    assert_eq!(
        batch.passed_over,
        ["The column \"Our own thoughts\" is not taken in."]
    );
}

#[test]
fn columns_are_taken_as_a_person_chose_them() {
    let office = empty_office();
    let columns = [
        ("What".to_owned(), Some("name".to_owned())),
        ("name".to_owned(), None),
    ];

    let batch = office
        .read_as(b"What,name\nA group,not this\n", false, Some(&columns))
        .unwrap();

    assert_eq!(batch.faults, []);
    assert_eq!(batch.entries[0].service.name, "A group");
}

#[test]
fn a_table_without_a_column_for_the_name_can_be_mapped_still() {
    let batch = empty_office().read(b"What,Where\nA group,Fife\n").unwrap();

    assert_eq!(
        batch.faults[0].says,
        "No column is taken for the name of the service."
    );
    assert_eq!(batch.columns.len(), 2);
}

#[test]
fn a_file_with_few_columns_leaves_the_other_parts_as_they_are() {
    let office = office();
    let here = &office.register.entries()[1].service;
    let table = format!("id,description\n{},Another text\n", here.id.0);
    let columns = [
        ("id".to_owned(), Some("id".to_owned())),
        ("description".to_owned(), Some("description".to_owned())),
    ];

    let batch = office
        .read_as(table.as_bytes(), false, Some(&columns))
        .unwrap();

    let incoming = &batch.entries[0].service;
    assert_eq!(incoming.description, "Another text");
    assert_eq!(
        (&incoming.name, &incoming.area, &incoming.options),
        (&here.name, &here.area, &here.options)
    );
}

#[test]
fn a_confirmation_in_a_file_is_the_files_and_never_ours() {
    let office = office();
    let here = &office.register.entries()[1].service;
    let table = format!(
        "id,name,assured_on\n{},{},2026-09-14\n",
        here.id.0, "Another name"
    );

    let batch = office.read(table.as_bytes()).unwrap();

    assert_eq!(batch.faults, []);
    assert_eq!(batch.entries[0].service.assured_on, None);
    let told = batch.entries[0].feed_assurance.as_ref().unwrap();
    assert_eq!(
        (told.on.to_string().as_str(), told.feed.as_str()),
        ("2026-09-14", "list.csv")
    );
}

#[test]
fn a_row_without_an_id_is_taken_for_the_service_of_its_provider_and_area_only() {
    let office = office();
    let here = &office
        .register
        .entry(&directory::ServiceId("pg-caledonian-fife".into()))
        .unwrap()
        .service;
    let provider = here.provider.clone().unwrap();
    let rows = format!(
        "name,provider,areas_served\n\"{0}\",{provider},S12000047\n\"{0}\",{provider},S12000020\n\"{0}\",Somebody else,S12000047\n",
        here.name
    );

    let batch = office.read(rows.as_bytes()).unwrap();

    assert_eq!(batch.faults, []);
    let [same, elsewhere, other] = batch.entries.as_slice() else {
        panic!()
    };
    assert_eq!(
        same.matches,
        Some((here.id.clone(), MatchedBy::ProviderAndName))
    );
    assert_eq!((&elsewhere.matches, &elsewhere.resembles), (&None, &None));
    assert_eq!(
        (&other.matches, &other.resembles),
        (&None, &Some(here.id.clone()))
    );
}
