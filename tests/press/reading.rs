//! What a reader finds in the text.

use casework::Question;
use sederunt_tests::paper::plain;

use crate::{Printed, reports};

/// The narratives that go to the court, in the order the form asks for them.
fn narratives(printed: &Printed) -> Vec<(Question, String)> {
    let asked = printed
        .form
        .questions()
        .map(|(_, question)| question.clone());
    asked
        .filter(|question| !question.restricted)
        .filter_map(|question| {
            let words = printed.report.narrative.get(&question.id)?.clone();
            Some((question, words))
        })
        .collect()
}

/// Sentences as the file writes them: paragraphs and items of lists, cut at full stops.
fn sentences(words: &str) -> Vec<String> {
    let lines = words
        .split('\n')
        .map(|line| line.trim_start_matches("- ").trim());
    let joined = lines.fold(Vec::<String>::new(), |mut paragraphs, line| {
        let new = line.is_empty() || paragraphs.is_empty();
        match paragraphs.last_mut() {
            Some(last) if !new => {
                last.push(' ');
                last.push_str(line);
            }
            _ => paragraphs.push(line.to_owned()),
        }
        paragraphs
    });
    let cut = joined
        .iter()
        .flat_map(|paragraph| paragraph.split_inclusive(". "));
    cut.map(plain)
        .filter(|sentence| !sentence.is_empty())
        .collect()
}

/// The text without what stands at the head and foot of each page, so that a sentence that runs
/// over a page is whole.
fn running_text(printed: &Printed) -> String {
    let form = &printed.form;
    let foot = format!("{}, edition {}", form.id.0, form.edition);
    let pages = printed.paper.pages();
    let count = pages.len();
    let apparatus = |line: &str| {
        let line = line.trim();
        line == foot
            || line.starts_with("OFFICIAL")
            || line == "DEMONSTRATION"
            || line == "DEMONSTRATION DRAFT"
            || line == "DRAFT"
            || line.contains(&format!("· {}", printed.file.reference))
            || (1..=count).any(|page| line == format!("Page {page} of {count}"))
    };
    let lines = pages.iter().flat_map(|page| page.lines());
    let text: Vec<&str> = lines.filter(|line| !apparatus(line)).collect();
    plain(&text.join("\n"))
}

#[test]
fn every_sentence_of_every_narrative_can_be_read_in_the_order_of_the_form() {
    for printed in reports() {
        let text = running_text(&printed);
        let mut from = 0;
        for (question, words) in narratives(&printed) {
            for sentence in sentences(&words) {
                let found = text[from..].find(&sentence);
                let found = found.unwrap_or_else(|| {
                    let reference = &printed.file.reference;
                    let id = &question.id.0;
                    panic_with(
                        &format!("{reference}, {id}: “{sentence}” is missing or out of order"),
                        &text,
                        from,
                    )
                });
                from += found + sentence.len();
            }
        }
        assert!(from > 0, "{} has no narrative", printed.file.reference);
    }
}

/// Stops with what stands in the text where the sentence was looked for.
fn panic_with(what: &str, text: &str, from: usize) -> ! {
    let follows: String = text[from..].chars().take(600).collect();
    panic!("{what}. What follows there is: {follows}")
}

#[test]
fn what_is_kept_for_the_office_is_not_on_paper() {
    for printed in reports() {
        let text = printed.paper.words();
        for (_, question) in printed.form.questions().filter(|(_, q)| q.restricted) {
            let kept = printed.report.narrative.get(&question.id);
            for sentence in kept.map(|words| sentences(words)).unwrap_or_default() {
                assert!(!text.contains(&sentence), "{}: {sentence}", question.id.0);
            }
        }
        let person = &printed.file.case.person;
        let private = [&person.phone, &person.ethnic_group, &person.disability];
        for words in private.into_iter().flatten() {
            assert!(
                !text.contains(words.as_str()),
                "{}: {words}",
                printed.file.reference
            );
        }
    }
}

#[test]
fn no_word_of_the_stop_list_is_on_paper() {
    for printed in reports() {
        let text = printed.paper.words().to_lowercase();
        for word in &printed.file.case.stop_list {
            assert!(
                !text.contains(&word.to_lowercase()),
                "{}: {word}",
                printed.file.reference
            );
        }
    }
}
