//! Contacts, which go out and come in as open data only where a person chose it.

use directory::{Entry, Register};
use exchange::{Format, Written};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::office::{Office, an_archive, empty_office, office};
use crate::open_data::{CORE, CORE_SCHEMA, TABLES, UK, UK_FAILING, UK_SCHEMA, faults_of, named};

const DESK: &str = "Justice duty desk, 01592 123 456 (9 to 5), duty@example.org";

/// The edition's directory with a contact in one entry, and that entry.
fn with_contact(office: &Office, contact: &str) -> (Register, Entry) {
    let mut entry = office.register.entries()[1].clone();
    entry.service.contact = Some(contact.to_owned());
    entry.service.parent = None;
    let mut register = office.register.clone();
    register.put(entry.clone());
    (register, entry)
}

fn written(contact: &str, format: Format) -> Written {
    let office = office();
    let (register, entry) = with_contact(&office, contact);
    exchange::write_with_contacts(&[&entry], &register, format)
}

fn first(written: &Written) -> Value {
    let list: Value = serde_json::from_slice(&written.bytes).unwrap();
    list[0].clone()
}

/// A service of open data with these keys beside those it needs.
fn a_service(further: &Value) -> Vec<u8> {
    let mut service = json!({ "id": "1", "name": "A", "status": "active" });
    let keys = further.as_object().unwrap().clone();
    service.as_object_mut().unwrap().extend(keys);
    service.to_string().into_bytes()
}

fn contact_of(bytes: &[u8]) -> Option<String> {
    let batch = empty_office().read_with_contacts(bytes).unwrap();
    assert_eq!(batch.faults, []);
    batch.entries[0].service.contact.clone()
}

fn passed_over(bytes: &[u8]) -> String {
    let batch = empty_office().read_with_contacts(bytes).unwrap();
    batch.passed_over.join("\n")
}

#[test]
fn a_contact_goes_out_whole_and_its_parts_once_more() {
    let service = first(&written(DESK, Format::HsdsJson));

    let contact = &service["contacts"][0];
    assert_eq!(contact["title"], DESK);
    assert_eq!(contact.get("name"), None, "a name is a person's");
    assert_eq!(contact["service_id"], service["id"]);
    assert_eq!(contact["email"], "duty@example.org");
    let phone = &contact["phones"][0];
    assert_eq!(phone["number"], "01592 123 456");
    assert_eq!(phone["contact_id"], contact["id"]);
    assert_ne!(phone["id"], contact["id"]);
}

#[test]
fn the_uk_profile_has_a_place_for_the_post_and_for_the_address() {
    let service = first(&written(DESK, Format::HsdsUk));

    assert_eq!(service["contacts"][0]["title"], DESK);
    assert_eq!(service["email"], "duty@example.org");
    assert_eq!(service["contacts"][0].get("phones"), None);
    let schema: Value = serde_json::from_str(UK_SCHEMA).unwrap();
    named(&service, &schema, &schema);
}

#[test]
fn contacts_stay_unless_they_are_chosen_and_that_is_said() {
    let office = office();
    let (register, entry) = with_contact(&office, DESK);
    for format in [Format::HsdsJson, Format::HsdsUk] {
        let kept = exchange::write(&[&entry], &register, format);
        let chosen = exchange::write_with_contacts(&[&entry], &register, format);

        assert!(!String::from_utf8_lossy(&kept.bytes).contains("Justice duty desk"));
        let says = |written: &Written| {
            let mut losses = written.losses.iter();
            losses.any(|says| says.starts_with("Contacts are left out"))
        };
        assert!(says(&kept), "{format:?}");
        assert!(!says(&chosen), "{format:?}");
    }
    let table = exchange::write(&[&entry], &register, Format::Csv);
    assert!(
        String::from_utf8_lossy(&table.bytes).contains("Justice duty desk"),
        "our own table has them always"
    );
}

#[test]
fn what_is_written_with_contacts_is_valid_by_both_schemas_and_twice_the_same() {
    let office = office();
    let mut register = office.register.clone();
    for (at, entry) in office.register.entries().iter().enumerate() {
        let mut entry = entry.clone();
        let contact = [
            DESK,
            "+44 (0)1592 123456\nor (01592) 123457 and night.desk@example.org",
            "[?] not known <a@b>",
        ];
        entry.service.contact = Some(contact[at % 3].to_owned());
        register.put(entry);
    }
    let entries: Vec<&Entry> = register.entries().iter().collect();

    for (format, schema) in [(Format::HsdsJson, CORE_SCHEMA), (Format::HsdsUk, UK_SCHEMA)] {
        let written = exchange::write_with_contacts(&entries, &register, format);

        assert_eq!(faults_of(schema, &written.bytes), Vec::<String>::new());
        let again = exchange::write_with_contacts(&entries, &register, format);
        assert_eq!(written, again);
    }
    let wrong =
        br#"[{"id": "ac148810-d857-441c-9679-408f346de14b", "name": "A", "status": "active",
        "contacts": [{"id": "1", "email": "a b"}]}]"#;
    assert_eq!(faults_of(CORE_SCHEMA, wrong).len(), 1, "it looks at them");
}

#[test]
fn what_went_out_with_contacts_comes_back_and_goes_out_the_same() {
    for format in [Format::HsdsJson, Format::HsdsUk] {
        let out = written(DESK, format);
        let read = empty_office().read_with_contacts(&out.bytes).unwrap();

        assert_eq!(read.faults, []);
        let service = read.entries[0].service.clone();
        assert_eq!(service.contact.as_deref(), Some(DESK));
        assert_eq!(service.assured_on, None, "a feed confirms nothing here");
        let entry = Entry::of_edition(service);
        let again = exchange::write_with_contacts(&[&entry], &empty_office().register, format);
        let (out, again) = (first(&out), first(&again));
        assert_eq!(out["contacts"][0]["title"], again["contacts"][0]["title"]);
        assert_eq!(out["contacts"][0]["email"], again["contacts"][0]["email"]);
        assert_eq!(out["email"], again["email"]);
    }
}

#[test]
fn our_own_list_with_contacts_comes_back_as_what_is_there() {
    let office = office();
    let (register, entry) = with_contact(&office, DESK);
    let out = exchange::write_with_contacts(&[&entry], &register, Format::HsdsJson);
    let there = Office { register, ..office };

    let chosen = there.read_with_contacts(&out.bytes).unwrap();
    let not_chosen = there.read(&out.bytes).unwrap();

    assert_eq!(chosen.entries[0].service, entry.service);
    assert_eq!(chosen.passed_over, Vec::<String>::new());
    assert_eq!(not_chosen.entries[0].service, entry.service, "it stands");
    assert!(not_chosen.passed_over[0].starts_with("Contacts are not taken in"));
}

/// Texts that may hold an address, a number, or what is nearly one.
fn a_text() -> impl Strategy<Value = String> {
    let contact = "[A-Za-z0-9 ,.;:<>&*_#'\"()+@/£é\n\u{2013}\\[\\]-]{0,60}";
    let address = "[a-z'.]{0,6}[@]?(example[.]org|x[.]1)?";
    let number = "[+(]?[0 1-9()-]{0,16}";
    let parts = (contact, address, number);
    let text = parts.prop_map(|(contact, address, number)| format!("{contact}{address} {number}"));
    text.prop_map(|text| text.trim().to_owned())
        .prop_filter("it says something", |text| !text.is_empty())
}

fn with_text(text: &str) -> Entry {
    let mut entry = Entry::of_edition(plain_service());
    entry.service.contact = Some(text.to_owned());
    entry
}

proptest! {
    #[test]
    fn a_contact_that_goes_out_comes_back_to_the_letter(text in a_text()) {
        for format in [Format::HsdsJson, Format::HsdsUk] {
            let entry = with_text(&text);

            let out = exchange::write_with_contacts(&[&entry], &empty_register(), format);

            prop_assert_eq!(contact_of(&out.bytes), Some(text.clone()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn whatever_a_contact_says_it_goes_out_by_both_schemas(
        texts in prop::collection::vec(a_text(), 150),
    ) {
        let entries: Vec<Entry> = texts.iter().map(|text| with_text(text)).collect();
        let entries: Vec<&Entry> = entries.iter().collect();
        for (format, schema) in [
            (Format::HsdsJson, CORE_SCHEMA),
            (Format::HsdsUk, UK_SCHEMA),
        ] {
            let out = exchange::write_with_contacts(&entries, &empty_register(), format);

            prop_assert_eq!(faults_of(schema, &out.bytes), Vec::<String>::new());
        }
    }
}

fn empty_register() -> Register {
    Register::new(Vec::new(), directory::Surroundings::default())
}

fn plain_service() -> directory::Service {
    let bytes = a_service(&json!({}));
    let batch = empty_office().read(&bytes).unwrap();
    batch.entries[0].service.clone()
}

#[test]
fn the_published_examples_are_read_with_their_contacts() {
    let core = "Reception Manager\nemail@example.com\n+44 1234 234567, extension 100: Our main \
                reception phone number. The phones will be available from 0800 (8am) until 1800 \
                (6pm) local time. There may be some slight delays in answering your call if we are \
                busy.";
    assert_eq!(contact_of(CORE).as_deref(), Some(core));
    assert_eq!(
        contact_of(UK).as_deref(),
        Some("Reception Manager\n\nemail@example.com")
    );
    let told = passed_over(CORE);
    let says = "The name of a contact whose post is told does not stand in the entry: an entry names \
                posts, not people (one service).";
    assert!(told.contains(says), "{told}");
    assert!(!told.contains("a post here confirms them first"), "{told}");
}

#[test]
fn contacts_become_one_text_that_says_nothing_twice() {
    let service = a_service(&json!({
        "email": "Desk@example.org",
        "phones": [{ "number": "01592 123456" }, { "number": "01592 123458", "type": "textphone" }],
        "contacts": [
            {
                "title": "Duty worker", "department": "Justice team", "email": "desk@example.org",
                "phones": [{ "number": "+44 1592 123456", "extension": 12 }, { "number": "01592123456" }],
            },
            { "name": "Night desk", "phones": [{ "number": "01592 123457" }] },
            { "name": "Night desk", "phones": [{ "number": "01592 123457" }] },
            { "title": "Housing desk, 01592 123459", "phones": [{ "number": "01592123459" }] },
            {},
        ],
    }));

    assert_eq!(
        contact_of(&service).unwrap(),
        "Duty worker, Justice team\ndesk@example.org\n+44 1592 123456, extension 12\n\n\
         Night desk\n01592 123457\n\n\
         Housing desk, 01592 123459\n\n\
         01592 123458 (textphone)"
    );
}

#[test]
fn a_service_without_contacts_leaves_what_is_here() {
    let office = office();
    let (register, entry) = with_contact(&office, DESK);
    let out = exchange::write(&[&entry], &register, Format::HsdsJson);
    let there = Office { register, ..office };

    let read = there.read_with_contacts(&out.bytes).unwrap();

    assert_eq!(read.entries[0].service.contact.as_deref(), Some(DESK));
}

#[test]
fn what_is_no_address_and_what_has_no_number_is_passed_over_and_named() {
    let service = a_service(&json!({ "phones": [{ "description": "Ask" }] }));

    assert!(passed_over(&service).contains("A telephone without a number"));
    assert_eq!(contact_of(&service), None);
    let told = passed_over(UK_FAILING);
    assert!(
        told.contains("\"email-example_com\" is no e-mail address"),
        "{told}"
    );
}

#[test]
fn a_faulty_contact_is_named_by_place_and_path() {
    let long = "x".repeat(20_000);
    let cases = [
        (json!({ "contacts": "a desk" }), "contacts", "list"),
        (
            json!({ "contacts": [{ "title": ["a"] }] }),
            "contacts.title",
            "text",
        ),
        (
            json!({ "contacts": [{ "phones": 7 }] }),
            "contacts.phones",
            "list",
        ),
        (json!({ "phones": [{ "number": {} }] }), "phones", "text"),
        (
            json!({ "contacts": [{ "title": "a\u{202e}b" }] }),
            "contacts",
            "direction",
        ),
        (
            json!({ "contacts": [{ "title": "a\tb" }] }),
            "contacts",
            "control",
        ),
        (
            json!({ "contacts": [{ "title": long.clone() }, { "name": format!("b {long}") }] }),
            "contacts",
            "the most that is held here is 32768",
        ),
        (
            json!({ "contacts": vec![json!({ "title": "A desk" }); 101] }),
            "contacts",
            "101 stand here",
        ),
        (
            json!({ "contacts": [{ "phones": vec![json!({ "number": "1" }); 101] }] }),
            "contacts.phones",
            "101 stand here",
        ),
    ];
    for (further, path, reason) in cases {
        let service: Value = serde_json::from_slice(&a_service(&further)).unwrap();
        let before = json!({ "id": "9", "name": "First", "status": "active" });
        let list = json!([before, service]).to_string();

        let batch = empty_office().read_with_contacts(list.as_bytes()).unwrap();

        let fault = batch
            .faults
            .first()
            .unwrap_or_else(|| panic!("{path}: {reason}"));
        assert_eq!((fault.row, fault.column.as_deref()), (Some(2), Some(path)));
        assert!(fault.says.contains(reason), "{}", fault.says);
        let alone = empty_office().read(list.as_bytes()).unwrap();
        assert_eq!(alone.faults, [], "what is not taken in is not judged");
    }
}

#[test]
fn a_package_ties_numbers_to_contacts_and_contacts_to_services() {
    let mut files = TABLES.to_vec();
    let service = "ac148810-d857-441c-9679-408f346de14b";
    let organisation = "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610";
    let contacts = format!(
        "id,service_id,organization_id,title\nc1,{service},,Duty desk\nc2,,{organisation},Head office\n"
    );
    let phones = format!(
        "id,service_id,contact_id,number\np1,,c1,01592 123456\np2,{service},,01592 123457\np3,,c2,01592 123458\n"
    );
    files.push(("contacts.csv", &contacts));
    files.push(("phones.csv", &phones));
    let package = an_archive(&files);

    let text = contact_of(&package).unwrap();

    assert_eq!(
        text,
        "Duty desk\n01592 123456\n\nemail@example.com\n01592 123457"
    );
    let not_chosen = empty_office().read(&package).unwrap();
    assert_eq!(not_chosen.entries[0].service.contact, None);
}
