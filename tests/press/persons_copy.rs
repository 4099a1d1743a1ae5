//! The person's own copy of a report: it says whose copy it is, and holds nothing that is kept from
//! the person.

use std::fs;

use casework::{Answer, CaseFile, QuestionId, Recipient};
use sederunt_tests::Paper;
use sederunt_tests::office::edition;
use sederunt_tests::places::command_line;

use crate::print_for;

const PLANTED: &str = "Planted informant of Inverbrae";

/// A case of the demonstration, its second source being one that the person must not read of, and
/// how many sources it has.
fn a_case_with_a_source_kept_back() -> (CaseFile, usize) {
    let mut file = edition().demonstration[0].clone();
    let sources = file.reports[0]
        .answers
        .get_mut(&QuestionId("sources".into()));
    let Some(Answer::Table { rows }) = sources else {
        panic!("the demonstration has no sources");
    };
    rows[1].insert("name".into(), PLANTED.into());
    rows[1].insert("kept-from-person".into(), "yes".into());
    let count = rows.len();
    (file, count)
}

#[test]
fn the_courts_copy_has_every_source_and_the_persons_copy_all_but_the_one_kept_back() {
    let (file, _) = a_case_with_a_source_kept_back();

    let report = file.reports[0].clone();
    let [court, person] = [Recipient::Court, Recipient::Person]
        .map(|recipient| print_for(file.clone(), &report, recipient).paper);

    assert!(court.words().contains(PLANTED));
    assert!(court.words().contains("Kept from the person"));
    for banned in [PLANTED, "Planted informant", "Kept from the person"] {
        assert!(
            !person.words().contains(banned),
            "{banned} is on the person’s copy"
        );
    }
    person.assert_whole();
}

#[test]
fn every_page_of_the_persons_copy_says_whose_copy_it_is() {
    let (file, _) = a_case_with_a_source_kept_back();
    let report = file.reports[0].clone();

    let person = print_for(file, &report, Recipient::Person).paper;

    for page in person.pages() {
        assert!(page.contains("The person’s copy"), "{page}");
    }
    assert!(
        person
            .words()
            .contains("This is the person’s copy of the report.")
    );
}

#[test]
fn the_sources_of_the_persons_copy_keep_their_numbers() {
    let (file, count) = a_case_with_a_source_kept_back();
    let report = file.reports[0].clone();

    let person = print_for(file, &report, Recipient::Person).paper;

    let pages = person.pages().join("\n");
    let numbers: Vec<usize> = pages
        .lines()
        .skip_while(|line| !line.contains("Sources of information"))
        .take_while(|line| !line.contains("home visit"))
        .filter_map(|line| line.trim().parse().ok())
        .filter(|number| *number <= count)
        .collect();
    assert!(
        numbers.contains(&1) && numbers.contains(&count),
        "{numbers:?}"
    );
    assert!(!numbers.contains(&2), "{numbers:?}");
}

#[test]
fn the_command_line_prints_the_copy_that_is_asked_for() {
    let (file, _) = a_case_with_a_source_kept_back();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let case = folder.path().join("case.json");
    fs::write(&case, serde_json::to_string(&file).expect("a case file")).expect("it is written");
    let form = &file.reports[0].form.0;

    for (recipient, kept_back) in [("court", false), ("person", true)] {
        let out = folder.path().join(format!("{recipient}.pdf"));
        let printed = command_line()
            .args(["report", "--form", form, "--recipient", recipient, "--case"])
            .arg(&case)
            .arg("--out")
            .arg(&out)
            .output()
            .expect("the command line runs");

        let said = String::from_utf8_lossy(&printed.stderr).into_owned();
        assert!(printed.status.success(), "{said}");
        let words = Paper::of(&fs::read(&out).expect("the copy")).words();
        assert_eq!(words.contains(PLANTED), !kept_back, "{recipient}");
        assert_eq!(
            words.contains("The person’s copy"),
            kept_back,
            "{recipient}"
        );
    }
}
