//! A sheriff clerk finds an option in court.

use sederunt_tests::window::{Held, Key, PATIENCE, Window, within};

#[test]
fn a_clerk_types_tagged_bail_and_electronically_monitored_bail_comes_first() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let window = Window::demonstration(folder.path());

    window.press(&[Held::Control], Key::Character('2'));
    window.await_words("Bail options");
    window.find("option", "");
    window.type_words("tagged bail");

    let mut first = String::new();
    let answered = within(PATIENCE, || {
        first = window.words_of("option", "")?;
        first
            .starts_with("Electronically monitored bail")
            .then_some(())
    });
    assert!(answered.is_some(), "first came: {first}");
}
