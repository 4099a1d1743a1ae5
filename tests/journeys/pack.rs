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
    let ink = within(PATIENCE, || {
        ink_of_the_first_page(&window).filter(|share| *share > 0.01)
    });
    window.picture("pack");
    assert!(ink.is_some(), "page 1 is not there, or is blank");
    window.key(Key::Escape);
    window.await_words("Edition A");
}

/// How much of the picture of page 1 is darker than half-way to black; nothing while it is fetched.
fn ink_of_the_first_page(window: &Window) -> Option<f64> {
    let share = window.run(
        "const page = document.querySelector('dialog [aria-label^=\"Page 1 of\"] img');
         if (page === null || !page.complete || page.naturalWidth === 0) return null;
         const canvas = document.createElement('canvas');
         [canvas.width, canvas.height] = [page.naturalWidth, page.naturalHeight];
         const context = canvas.getContext('2d');
         context.drawImage(page, 0, 0);
         const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
         let dark = 0;
         for (let at = 0; at < data.length; at += 4) dark += data[at] < 128 ? 1 : 0;
         return dark / (data.length / 4);",
        &[],
    );
    share.as_f64()
}
