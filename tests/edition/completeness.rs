//! Nothing that was gathered is left out of the edition.

use std::collections::BTreeSet;
use std::path::Path;

use edition::{Edition, PINNED_KEYS, read, verify};
use law::{Checked, Menu};
use sederunt_tests::office::edition;
use sederunt_tests::places::{content, founding_data};

/// What is compared is what the file holds: two builds may compress with different libraries.
#[test]
fn the_shipped_edition_is_what_its_sources_say() {
    let sources = read(&content()).expect("the sources have no fault");

    let shipped = std::fs::read(content().join("edition.sederunt")).expect("the edition");

    let held = verify(&shipped, &PINNED_KEYS).expect("an edition signed by a key we trust");
    assert!(
        held == sources,
        "The sources were changed and not packed: sederunt-cli edition pack --key \
         src-tauri/content/keys/development.key --out src-tauri/content/edition.sederunt"
    );
}

#[test]
fn every_option_of_the_menu_of_bail_is_there() {
    assert_eq!(ids_on(Menu::Bail), listed(include_str!("bail-options.txt")));
    assert_eq!(ids_on(Menu::Bail).len(), 44);
}

#[test]
fn every_disposal_is_there() {
    assert_eq!(
        ids_on(Menu::Disposals),
        listed(include_str!("disposals.txt"))
    );
    assert_eq!(ids_on(Menu::Disposals).len(), 103);
}

#[test]
fn every_row_of_the_gathered_tables_is_there() {
    let Some(data) = founding_data() else {
        println!("The gathered tables do not lie beside the project, so they were not compared.");
        return;
    };
    let edition = edition();
    let rows = |name: &str| table(&data.join(name));
    let ids = |name: &str, column: &str| -> BTreeSet<String> {
        rows(name).iter().map(|row| row[column].clone()).collect()
    };

    assert_eq!(
        ids("local-authorities.csv", "gss_code"),
        set(edition.councils.iter().map(|c| &c.id.0))
    );
    assert_eq!(
        ids("courts.csv", "id"),
        set(edition.courts.iter().map(|c| &c.id.0))
    );
    assert_eq!(
        ids("prisons.csv", "id"),
        set(edition.prisons.iter().map(|p| &p.id.0))
    );
    assert_eq!(
        ids("organisations.csv", "id"),
        set(edition.organisations.iter().map(|o| &o.id.0))
    );
    assert_eq!(
        ids("programmes.csv", "id"),
        set(edition.services.iter().map(|s| &s.id.0))
    );
    assert_eq!(
        ids("glossary.csv", "term"),
        set(edition.terms.iter().map(|t| &t.term))
    );
    assert_eq!(rows("glossary.csv").len(), edition.terms.len());
    // The kinds of organisations have a list here that the gathered tables do not.
    let gathered = edition.code_lists.iter();
    let gathered = gathered.filter(|entry| entry.list != "organisation_kind");
    assert_eq!(rows("directory-code-lists.csv").len(), gathered.count());
}

#[test]
fn a_row_that_was_not_verified_is_not_called_verified() {
    let Some(data) = founding_data() else {
        println!("The gathered tables do not lie beside the project, so they were not compared.");
        return;
    };
    let unverified = |name: &str| -> BTreeSet<String> {
        let rows = table(&data.join(name)).into_iter();
        rows.filter(|row| row["status"] != "verified")
            .map(|row| row["id"].clone())
            .collect()
    };
    let edition: &Edition = &edition();

    let services = edition
        .services
        .iter()
        .filter(|s| s.checked == Checked::Unverified);
    let courts = edition
        .courts
        .iter()
        .filter(|c| c.checked == Checked::Unverified);

    assert_eq!(set(services.map(|s| &s.id.0)), unverified("programmes.csv"));
    assert_eq!(set(courts.map(|c| &c.id.0)), unverified("courts.csv"));
}

#[test]
fn everything_the_founding_papers_name_is_in_the_directory_or_the_glossary() {
    let Some(data) = founding_data() else {
        println!("The gathered tables do not lie beside the project, so they were not compared.");
        return;
    };
    let edition = edition();
    let known: BTreeSet<&String> = (edition.services.iter().map(|s| &s.id.0))
        .chain(edition.organisations.iter().map(|o| &o.id.0))
        .chain(edition.courts.iter().map(|c| &c.id.0))
        .chain(edition.prisons.iter().map(|p| &p.id.0))
        .chain(edition.councils.iter().map(|c| &c.id.0))
        .collect();

    for row in table(&data.join("seed-extract.csv")) {
        let registers = [
            "programmes.csv",
            "organisations.csv",
            "courts.csv",
            "prisons.csv",
            "local-authorities.csv",
        ];
        if registers.contains(&row["register"].as_str()) {
            let named = row["register_id"].split(';').map(str::trim);
            for id in named {
                assert!(
                    known.contains(&id.to_owned()),
                    "“{}” ({id}) is missing",
                    row["named_item"]
                );
            }
        }
    }
}

fn ids_on(menu: Menu) -> BTreeSet<String> {
    let edition = edition();
    edition
        .menu(menu)
        .map(|option| option.id.0.clone())
        .collect()
}

fn listed(ids: &str) -> BTreeSet<String> {
    ids.lines().map(str::to_owned).collect()
}

fn set<'a>(ids: impl Iterator<Item = &'a String>) -> BTreeSet<String> {
    ids.cloned().collect()
}

type Row = std::collections::BTreeMap<String, String>;

fn table(file: &Path) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(file).expect("a table");
    reader
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect()
}
