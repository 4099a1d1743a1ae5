//! A social worker asks what may be proposed for the person of a case.

use sederunt_tests::window::{Held, Key, PATIENCE, Window, within};

#[test]
fn the_facts_come_from_the_case_and_a_proposal_is_put_right_by_keyboard() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let window = Window::demonstration(folder.path());

    window.press(&[Held::Control], Key::Character('5'));
    window.await_words("DALGARVIE, Kieran James");
    window.key(Key::Down);
    window.key(Key::Enter);
    window.await_words("Disposals for this case");
    window.press(&[Held::Control, Held::Shift], Key::Character('d'));
    window.await_words("facts from the case");

    window.type_words("unpaid work");
    window.key(Key::Down);
    window.key(Key::Character('+'));
    window.await_words("Proposal, 1 part");
    window.key(Key::Function(3));
    window.await_words("Try a proposal");
    window.type_words("120");
    window.await_words("Breaks 1 rule.");
    window.tab_to("button", "Use 100 hours");
    window.key(Key::Enter);

    let put_right = within(PATIENCE, || {
        let hours = window.find("textbox", "Hours in all").value();
        (hours == "100 hours" && !window.words().contains("Breaks 1 rule")).then_some(())
    });
    assert!(put_right.is_some(), "there was: {}", window.words());
}
