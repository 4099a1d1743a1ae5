//! A fault in a source is said so that its editor can put it right: file, line and field.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use edition::{ContentFault, Error, Sources};
use sederunt_tests::places::{command_line, content};

/// The sources with one of them changed.
fn with_a_change(file: &str, from: &str, to: &str) -> (Sources, usize) {
    let mut texts = sources();
    let text = texts.get_mut(file).expect("a source");
    let place = text
        .find(from)
        .unwrap_or_else(|| panic!("{file} does not say {from}"));
    let line = text[..place].matches('\n').count() + 1;
    *text = text.replacen(from, to, 1);
    (Sources::from_texts(texts), line)
}

pub(crate) fn faults_of(sources: &Sources) -> Vec<ContentFault> {
    match sources.edition() {
        Err(Error::Faulty(faults)) => faults,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("the planted fault was not seen"),
    }
}

#[test]
fn a_misspelt_field_is_named_with_its_file_and_line() {
    let file = "bail/10-before-first-appearance.toml";
    let (sources, line) = with_a_change(file, "delivered-by", "deliverd-by");

    let faults = faults_of(&sources);

    let named = &faults[0];
    assert_eq!(
        (named.file.as_str(), named.line),
        (file, Some(line)),
        "{named}"
    );
    assert_eq!(named.field, "deliverd-by");
}

#[test]
fn a_value_that_is_not_a_date_is_named_with_its_file_and_line() {
    let file = "bail/10-before-first-appearance.toml";
    let (sources, line) = with_a_change(file, "from = \"2018-01-25\"", "from = \"2018-13-25\"");

    let faults = faults_of(&sources);

    assert_eq!(
        (faults[0].file.as_str(), faults[0].line),
        (file, Some(line)),
        "{}",
        faults[0]
    );
}

#[test]
fn an_id_used_twice_is_named() {
    let (sources, _) = with_a_change(
        "bail/10-before-first-appearance.toml",
        "id = \"police-undertaking\"",
        "id = \"police-release-no-undertaking\"",
    );

    let faults = faults_of(&sources);

    let twice = faults
        .iter()
        .find(|fault| fault.field == "police-release-no-undertaking");
    let twice = twice.expect("the id is named");
    assert_eq!(twice.file, "bail/10-before-first-appearance.toml");
    assert!(twice.line.is_some());
}

#[test]
fn a_form_that_names_a_role_twice_is_refused() {
    let file = "forms/jswr-2023.toml";
    let (sources, _) = with_a_change(
        file,
        "id = \"contacts\"\n",
        "id = \"contacts\"\nrole = \"sources\"\n",
    );

    let faults = faults_of(&sources);

    let [fault] = faults.as_slice() else {
        panic!("one fault was planted: {faults:?}");
    };
    assert_eq!((fault.file.as_str(), fault.field.as_str()), (file, "role"));
    assert_eq!(fault.says, "the form has this role twice");
}

#[test]
fn a_role_on_a_question_that_cannot_have_it_is_refused() {
    let file = "forms/jswr-2023.toml";
    for (from, to) in [
        ("{ id = \"suitable\"", "{ id = \"suits\""),
        ("role = \"options-considered\"", "role = \"marking\""),
    ] {
        let (sources, _) = with_a_change(file, from, to);

        let faults = faults_of(&sources);

        let on_role = faults.iter().any(|fault| fault.field == "role");
        assert!(on_role, "{to}: {faults:?}");
    }
}

#[test]
fn a_state_that_is_on_no_list_is_named_with_its_row_and_column() {
    let file = "directory/courts.csv";
    let (sources, line) = with_a_change(file, ",open,", ",ajar,");

    let faults = faults_of(&sources);

    assert_eq!(
        (faults[0].file.as_str(), faults[0].line),
        (file, Some(line)),
        "{}",
        faults[0]
    );
    assert_eq!(faults[0].field, "state");
}

#[test]
fn a_missing_source_is_named() {
    let mut texts = sources();
    texts.remove("directory/prisons.csv");

    let faults = faults_of(&Sources::from_texts(texts));

    assert!(
        faults
            .iter()
            .any(|fault| fault.file == "directory/prisons.csv")
    );
}

#[test]
fn edition_check_names_the_fault_and_is_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in sources() {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        fs::write(path, text).expect("a source is written");
    }
    let file = folder.path().join("forms/jswr-2023.toml");
    let text = fs::read_to_string(&file).expect("the form");
    fs::write(&file, text.replacen("wanted = ", "wantd = ", 1)).expect("the fault is planted");

    let checked = command_line()
        .args(["edition", "check"])
        .arg(folder.path())
        .output();

    let checked = checked.expect("the command line runs");
    assert_eq!(checked.status.code(), Some(1));
    let says = String::from_utf8_lossy(&checked.stderr);
    assert!(
        says.contains("forms/jswr-2023.toml:") && says.contains("wantd"),
        "{says}"
    );
}

/// Every source as it lies on disk, by its path below the content folder.
pub(crate) fn sources() -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    gather(&content(), &content(), &mut texts);
    texts
}

fn gather(root: &Path, folder: &Path, texts: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(root, &path, texts);
        } else if path
            .extension()
            .is_some_and(|kind| kind == "toml" || kind == "csv")
        {
            let below = path.strip_prefix(root).expect("below the root");
            let name = below.to_string_lossy().replace('\\', "/");
            texts.insert(name, fs::read_to_string(&path).expect("a source"));
        }
    }
}

#[test]
fn an_everyday_word_stands_once_and_leads_to_an_entry() {
    let file = "directory/everyday-words.csv";
    let says = |from: &str, to: &str| {
        let faults = faults_of(&with_a_change(file, from, to).0);
        let named = faults.iter().find(|fault| fault.file == file);
        let named = named.unwrap_or_else(|| panic!("no fault of {file}: {faults:?}"));
        (named.field.clone(), named.says.clone(), named.line)
    };

    let twice = says("smack,", "heroin,");
    let nowhere = says("heroin,drug", "heroin,zzzz;yyyy\r\nzzz,drug");

    assert_eq!(
        (twice.0.as_str(), twice.1.as_str()),
        ("word", "this word stands twice")
    );
    assert_eq!(nowhere.0, "means");
    let text = sources().remove(file).expect("the table");
    let line = text.lines().position(|row| row.starts_with("heroin,"));
    assert_eq!(nowhere.2, line.map(|before| before + 1));
}

#[test]
fn a_prison_that_is_not_there_is_named() {
    let (sources, _) = with_a_change("directory/programmes.csv", "PR-POL", "PR-NONE");

    let faults = faults_of(&sources);

    assert_eq!(faults[0].field, "prison_ids");
    assert!(faults[0].says.contains("PR-NONE"), "{}", faults[0]);
}

#[test]
fn a_code_that_no_list_declares_is_named_with_its_field() {
    let (sources, _) = with_a_change(
        "directory/code-lists.csv",
        "programme_kind,literacy,",
        "programme_kind,reading,",
    );

    let faults = faults_of(&sources);

    let undeclared = faults.iter().find(|fault| fault.field == "kind");
    let undeclared = undeclared.expect("the field is named");
    assert_eq!(undeclared.file, "directory/programmes.csv");
    assert!(undeclared.says.contains("\"literacy\""), "{undeclared}");
}

#[test]
fn an_organisation_of_an_undeclared_kind_is_named() {
    let (sources, _) = with_a_change(
        "directory/code-lists.csv",
        "organisation_kind,funder,",
        "organisation_kind,payer,",
    );

    let faults = faults_of(&sources);

    let file = &faults[0].file;
    assert_eq!(file, "directory/organisations.csv", "{}", faults[0]);
}
