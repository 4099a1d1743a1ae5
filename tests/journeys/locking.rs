//! Locking and unlocking.

use sederunt_tests::an_office;
use sederunt_tests::office::PASSPHRASE;
use sederunt_tests::window::{Held, Key, Window, until};

#[test]
fn a_wrong_passphrase_is_refused_in_plain_words_and_the_right_one_returns() {
    let mut office = an_office().open();
    office.some_case();
    office.close();
    let window = Window::open(office.folder());
    window.await_words("Locked");

    unlock_with(&window, "a passphrase that is wrong");
    window.await_words("That is not the passphrase.");

    for _ in 0..40 {
        window.key(Key::Backspace);
    }
    unlock_with(&window, PASSPHRASE);
    window.await_words("Bail options");

    window.press(&[Held::Control], Key::Character('5'));
    window.await_words("EXAMPLE, Morag");
    window.press(&[Held::Control, Held::Shift], Key::Character('l'));
    window.await_words("What was saved is safe. Unlock to go on with it.");
    assert!(
        !window.words().contains("EXAMPLE"),
        "a locked window shows a case"
    );
    unlock_with(&window, PASSPHRASE);
    window.await_words("EXAMPLE, Morag");
}

fn unlock_with(window: &Window, passphrase: &str) {
    until("the passphrase is asked for", || {
        window.is_on("textbox", "Passphrase").then_some(())
    });
    window.type_words(passphrase);
    window.key(Key::Enter);
}
