//! A sheriff clerk finds an option in court.

use sederunt_tests::window::{Held, Key, Window, until};

#[test]
fn a_clerk_types_tagged_bail_and_electronically_monitored_bail_comes_first() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let window = Window::demonstration(folder.path());

    window.press(&[Held::Control], Key::Character('2'));
    window.await_words("Bail options");
    window.find("option", "");
    window.type_words("tagged bail");

    let first = until("a list that answers the words", || {
        let first = window.find("option", "").words();
        (!first.contains("Release by police")).then_some(first)
    });
    assert!(
        first.starts_with("Electronically monitored bail"),
        "first came: {first}"
    );
}
