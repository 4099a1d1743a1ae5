//! Answering a form by keyboard: from check to check, and in each field what it takes.

use std::time::Duration;

use casework::{AnswerKind, CellKind, Form};
use sederunt_tests::window::{Key, PATIENCE, Window, within};

/// More checks than any form has.
const MANY: usize = 400;

/// Where the keyboard is.
struct Place {
    question: String,
    /// The column, inside a row of a table.
    column: String,
    kind: String,
}

/// Goes from check to check with F8 and answers each, until there is none.
pub(crate) fn answer_every_check(window: &Window, form: &Form) {
    let mut before = String::new();
    for _ in 0..MANY {
        match next_check(window, &before) {
            Some(place) => {
                answer(window, form, &place);
                before = place.question;
            }
            None => return,
        }
    }
    panic!("the checks never came to an end; the last was {before}")
}

/// Presses F8 until it leads elsewhere, or says that nothing is missing. It leads back to an answer
/// that is not saved yet, since what is complete is told with each save.
fn next_check(window: &Window, before: &str) -> Option<Place> {
    let mut at = String::new();
    let found = within(PATIENCE, || {
        window.key(Key::Function(8));
        within(Duration::from_secs(1), || {
            let place = place(window);
            at.clone_from(&place.question);
            let elsewhere = !place.question.is_empty() && place.question != before;
            match (nothing_is_missing(window), elsewhere) {
                (true, _) => Some(None),
                (false, true) => Some(Some(place)),
                (false, false) => None,
            }
        })
    });
    found.unwrap_or_else(|| {
        let picture = window.picture("check");
        panic!(
            "{at} was answered, and F8 still leads to it: {}",
            picture.display()
        )
    })
}

fn nothing_is_missing(window: &Window) -> bool {
    let said = window.run(
        "return [...document.querySelectorAll('[role=status]')].some(
           (status) => status.textContent.includes('Nothing is missing'));",
        &[],
    );
    said == true
}

fn answer(window: &Window, form: &Form, place: &Place) {
    if place.kind == "button" {
        window.key(Key::Enter);
        let row = within(Duration::from_secs(5), || {
            let place = self::place(window);
            (!place.column.is_empty()).then_some(place)
        });
        let mut cell = row.unwrap_or_else(|| panic!("{} took no row", place.question));
        while !cell.column.is_empty() {
            fill(window, form, &cell);
            let here = cell.column;
            window.key(Key::Tab);
            cell = self::place(window);
            assert_ne!(
                cell.column, here,
                "Tab stays in “{here}” of {}",
                place.question
            );
        }
    } else {
        fill(window, form, place);
    }
}

/// Gives one field what it takes.
fn fill(window: &Window, form: &Form, place: &Place) {
    match place.kind.as_str() {
        "radio" | "checkbox" => window.key(Key::Space),
        "select" => window.key(Key::Down),
        "date" => window.type_words("20 11 2026"),
        "words" if place.column.is_empty() => {
            let subject = place.question.replace('-', " ");
            window.type_words(&format!("What was learned about {subject}."));
        }
        "words" if counts(form, place) => window.type_words("3"),
        "words" => window.type_words("In few words"),
        other => panic!("no way to answer {} ({other}) was foreseen", place.question),
    }
}

/// Whether a cell wants a figure. On the page it is a box like any other.
fn counts(form: &Form, place: &Place) -> bool {
    let asked = form
        .questions()
        .find(|(_, question)| question.id.0 == place.question);
    let kind = asked.map(|(_, question)| &question.answer);
    matches!(kind, Some(AnswerKind::Table { columns })
        if columns.iter().any(|c| c.label == place.column && c.cell == CellKind::Number))
}

fn place(window: &Window) -> Place {
    let told = window.run(
        "const here = document.activeElement;
         const question = here.closest('[data-question]')?.dataset.question ?? '';
         const column = here.closest('[data-column]')?.dataset.column ?? '';
         const type = here.getAttribute('type') ?? 'text';
         const dated = here.getAttribute('aria-describedby')?.includes('-echo') ?? false;
         const kind = here.matches('button') ? 'button'
           : here.matches('summary') ? 'summary'
           : here.matches('select') ? 'select'
           : type === 'radio' || type === 'checkbox' ? type
           : dated ? 'date'
           : here.matches('input, textarea, [role=textbox]') ? 'words' : here.tagName;
         return [question, column, kind];",
        &[],
    );
    let part = |at: usize| {
        let part = told.get(at).and_then(serde_json::Value::as_str);
        part.unwrap_or_default().to_owned()
    };
    Place {
        question: part(0),
        column: part(1),
        kind: part(2),
    }
}
