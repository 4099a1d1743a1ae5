//! A chair builds the pack of a conference and looks at it.

use sederunt_tests::window::{Held, Key, PATIENCE, Window, within};

#[test]
fn a_chair_builds_a_pack_and_sees_its_first_page_as_a_picture() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let window = Window::demonstration(folder.path());

    window.press(&[Held::Control], Key::Character('6'));
    window.await_words("Conferences");
    window.tab_to("link", "3 Feb 2027");
    window.key(Key::Enter);
    window.await_words("No pack built yet.");
    window.tab_to("button", "Build pack");
    window.key(Key::Enter);

    let pages = window.find("dialog", "").words();
    assert!(pages.contains("Page 1 of"), "the preview says: {pages}");
    let drawn = within(PATIENCE, || {
        let width = window.run(
            "const page = document.querySelector('dialog [aria-label^=\"Page 1 of\"] img');
             return page !== null && page.complete ? page.naturalWidth : 0;",
            &[],
        );
        width.as_u64().filter(|width| *width > 0)
    });
    window.picture("pack");
    assert!(
        drawn.is_some_and(|width| width >= 400),
        "page 1 was not drawn: {drawn:?}"
    );
    window.key(Key::Escape);
    window.await_words("Edition A");
}
