//! From the first start to a report that is issued, by keyboard alone.

use std::path::Path;
use std::sync::Arc;

use casework::FormId;
use desk::{Desk, Unlocked};
use sederunt_tests::office::{a_door, edition};
use sederunt_tests::window::{Held, Key, Window, until};
use sederunt_tests::{Fixed, Paper};

use crate::filling::answer_every_check;

const FORM: &str = "jswr-2023";

#[test]
fn a_social_worker_comes_from_the_first_start_to_an_issued_report_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let window = Window::open(folder.path());

    let passphrase = set_up(&window);
    add_a_case(&window);
    begin_a_report(&window);
    let form = edition()
        .form(&FormId(FORM.into()))
        .expect("the form")
        .clone();
    answer_every_check(&window, &form);
    issue(&window);
    window.kill();

    assert_issued_report(folder.path(), &passphrase);
}

/// Gives the passphrase that was offered and taken.
fn set_up(window: &Window) -> String {
    window.await_words("Welcome to Sederunt");
    choose(window, "Set up Sederunt");
    window.await_words("Your passphrase and who you are");
    choose(window, "Offer me");
    let passphrase = until("words are offered", || {
        let offered = window.find("textbox", "Passphrase").value();
        (!offered.is_empty()).then_some(offered)
    });
    fill(window, "Your name", "Ailsa Specimen");
    fill(window, "Your post", "Social worker");
    choose(window, "Go on");
    window.await_words("Your role and court");
    window.tab_to("checkbox", "social worker");
    window.key(Key::Space);
    choose(window, "Make the store");
    window.await_words("Your recovery sheet");
    let key = window.find("*", "Recovery key").words();
    fill(
        window,
        "Type the key",
        &key.split_whitespace().collect::<Vec<_>>().join(" "),
    );
    choose(window, "Confirm the key");
    choose(window, "Start with real work");
    window.await_words("Today");
    passphrase
}

fn add_a_case(window: &Window) {
    window.press(&[Held::Control], Key::Character('5'));
    window.await_words("No cases yet.");
    window.press(&[Held::Control], Key::Enter);
    window.await_words("New case");
    fill(window, "Forenames", "Morag");
    fill(window, "Surname", "Example");
    fill(window, "Our reference", "DEMO-0001");
    fill(window, "Court", "Inverbrae Sheriff Court");
    pick(window, "Procedure", "Summary");
    pick(window, "How the person stands meanwhile", "On bail");
    window.press(&[Held::Control], Key::Enter);
    window.find("link", "Access log");
}

fn begin_a_report(window: &Window) {
    window.tab_to("link", "Reports");
    window.key(Key::Enter);
    window.await_words("Begin a report");
    choose(window, "Begin JSWR");
    window.find("button", "Finish");
}

fn issue(window: &Window) {
    window.press(&[Held::Control], Key::Enter);
    window.await_words("Issue report to the court?");
    window.picture("before-issue");
    choose(window, "Issue report");
    window.await_words("Page 1 of");
    window.picture("issued");
}

/// What the window left on disk, read as the program would read it after the power went.
fn assert_issued_report(folder: &Path, passphrase: &str) {
    let clock = Arc::new(Fixed::at("2026-11-23T10:00:00Z"));
    let (unlocked, desk) = a_door(folder, &clock).unlock(passphrase).expect("the door");
    assert!(matches!(unlocked, Unlocked::Open { .. }), "{unlocked:?}");
    let mut desk: Desk = desk.expect("the store opens");
    let cases = desk.cases().expect("the cases");
    let [case] = cases.as_slice() else {
        panic!("one case was added, and there are {}", cases.len());
    };
    let page = desk.case_page(case.id).expect("the case");
    let issued = page.reports.iter().find_map(|report| report.issued.clone());
    let issued = issued.expect("the report is issued");
    let preview = desk.preview_issued(issued.id).expect("its bytes");
    let (_, bytes) = desk.previewed(preview.token).expect("its bytes");

    let paper = Paper::of(bytes);
    paper.assert_whole();
    assert_eq!(
        paper.pages().len(),
        usize::try_from(issued.pages).expect("a few pages")
    );
    assert!(
        paper.words().contains("What was learned about"),
        "the answers are not on paper"
    );
    assert!(
        paper.words().contains("Ailsa Specimen"),
        "the author did not sign"
    );
}

/// Goes to a field and types.
fn fill(window: &Window, label: &str, words: &str) {
    window.tab_to("textbox", label);
    window.type_words(words);
}

/// Goes to a closed list and types the beginning of the member.
fn pick(window: &Window, label: &str, member: &str) {
    window.tab_to("combobox", label);
    window.type_words(member);
}

/// Goes to a button and presses it.
fn choose(window: &Window, name: &str) {
    window.tab_to("button", name);
    window.key(Key::Enter);
}
