//! The program is killed while somebody types.

use std::time::{Duration, Instant};

use sederunt_tests::window::{Held, Key, Window, until};

/// A save is sent after 400 ms of quiet, 700 ms at the latest, and takes up to 300 ms (E1).
const DURABLE: Duration = Duration::from_secs(1);

#[test]
fn what_was_typed_more_than_a_second_before_a_kill_is_there_again() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let window = Window::demonstration(folder.path());
    open_the_draft(&window);
    to_the_first_narrative(&window);

    // A key at a time, with the time at which each was pressed, until enough are old enough.
    let words = "Zephyrine quoted the ordinance thrice, verbatim and unprompted. ".repeat(3);
    let mut typed: Vec<(Instant, usize)> = Vec::new();
    for (count, letter) in (1..).zip(words.chars()) {
        window.type_words(&letter.to_string());
        typed.push((Instant::now(), count));
    }
    let killed = Instant::now();
    window.kill();
    let old = typed
        .iter()
        .rev()
        .find(|(at, _)| killed.duration_since(*at) > DURABLE);
    let (_, kept) = old.expect("typing took longer than a second");

    let again = Window::demonstration(folder.path());
    open_the_draft(&again);
    to_the_first_narrative(&again);
    let expected: String = words.chars().take(*kept).collect();
    again.await_words(expected.trim_end());
}

fn open_the_draft(window: &Window) {
    window.press(&[Held::Control], Key::Character('1'));
    window.await_words("LOCHTIE");
    window.tab_to("link", "LOCHTIE");
    window.key(Key::Enter);
    window.find("button", "Finish");
}

/// Goes section by section to the first box for paragraphs, and to the end of it.
fn to_the_first_narrative(window: &Window) {
    for _ in 0..30 {
        if window.has("textbox", "") && has_narrative(window) {
            let label = window.run(
                "return document.getElementById(
                   document.querySelector('[role=textbox][contenteditable]')
                     .getAttribute('aria-labelledby')).textContent;",
                &[],
            );
            window.tab_to("textbox", label.as_str().unwrap_or_default());
            window.press(&[Held::Control], Key::End);
            return;
        }
        window.press(&[Held::Control], Key::PageDown);
        until("the next section", || {
            let there = window.run("return document.activeElement.id;", &[]);
            (there == "section-title").then_some(())
        });
    }
    panic!("no section has a box for paragraphs")
}

fn has_narrative(window: &Window) -> bool {
    let found = window.run(
        "return document.querySelector('[role=textbox][contenteditable=true]') !== null;",
        &[],
    );
    found == true
}
