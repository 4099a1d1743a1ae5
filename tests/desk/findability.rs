//! Whether what is on the menus can be found by whoever types its name.

use desk::{Desk, OptionSearch};
use law::{Menu, MenuOption};
use sederunt_tests::date;
use sederunt_tests::office::{a_look_up_desk, edition};

/// Keys after the first word.
const MORE: usize = 3;

/// How far down a person looks without scrolling or reading.
const TOP: usize = 3;

fn found(desk: &Desk, menu: Menu, words: &str) -> (Vec<String>, Option<String>) {
    let results = desk
        .search_options(&OptionSearch {
            menu,
            words: words.to_owned(),
            court: None,
            stage: None,
            family: None,
            as_at: date("2026-11-22"),
            out_of_force: true,
            council: None,
        })
        .expect("an answer");
    let rows = results.rows.into_iter().map(|row| row.id.0);
    (rows.collect(), results.suggestion)
}

/// What may be typed: the first word, and then up to three keys more.
fn ways(name: &str) -> Vec<String> {
    let first = name.find(' ').unwrap_or(name.len());
    let more = name[first..]
        .char_indices()
        .map(|(at, c)| first + at + c.len_utf8());
    std::iter::once(first)
        .chain(more.take(MORE))
        .map(|end| name[..end].to_owned())
        .collect()
}

fn not_found(desk: &Desk, menu: Menu, option: &MenuOption, name: &str) -> Option<String> {
    let tried = ways(name);
    let near = |words: &String| {
        found(desk, menu, words)
            .0
            .iter()
            .take(TOP)
            .any(|id| *id == option.id.0)
    };
    (!tried.iter().any(near)).then(|| {
        let last = tried.last().cloned().unwrap_or_default();
        let top: Vec<_> = found(desk, menu, &last).0.into_iter().take(8).collect();
        format!("{} ({name}): “{last}” gives {top:?}", option.id.0)
    })
}

#[test]
fn every_option_and_alias_is_among_the_first_three_after_its_first_word_and_three_keys() {
    let desk = a_look_up_desk();
    let edition = edition();

    let mut lost = Vec::new();
    for menu in [Menu::Bail, Menu::Disposals] {
        for option in edition.menu(menu) {
            let names = std::iter::once(&option.name).chain(&option.aliases);
            lost.extend(names.filter_map(|name| not_found(&desk, menu, option, name)));
        }
    }

    assert!(
        lost.is_empty(),
        "{} are lost:\n{}",
        lost.len(),
        lost.join("\n")
    );
}

/// Three slips of the finger in a word: a letter left out, two letters changed about, one doubled.
fn slips(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut left_out = letters.clone();
    left_out.remove(2);
    let mut changed_about = letters.clone();
    changed_about.swap(2, 3);
    let mut doubled = letters.clone();
    doubled.insert(2, letters[2]);
    let slips = [left_out, changed_about, doubled];
    let slips = slips.into_iter().filter(|slip| *slip != letters);
    slips.map(String::from_iter).collect()
}

#[test]
fn a_name_with_a_slip_in_a_word_offers_the_word() {
    let desk = a_look_up_desk();
    let edition = edition();

    let mut lost = Vec::new();
    let mut tried = 0;
    for menu in [Menu::Bail, Menu::Disposals] {
        for option in edition.menu(menu) {
            let Some(word) = option.name.split(' ').find(|word| {
                word.len() >= 6 && word.chars().all(|letter| letter.is_ascii_alphabetic())
            }) else {
                continue;
            };
            for slip in slips(&word.to_lowercase()) {
                tried += 1;
                let typed = option
                    .name
                    .to_lowercase()
                    .replacen(&word.to_lowercase(), &slip, 1);
                let (rows, suggestion) = found(&desk, menu, &typed);
                let meant = match &suggestion {
                    Some(meant) => found(&desk, menu, meant).0,
                    None => rows,
                };
                if !meant.iter().take(TOP).any(|id| *id == option.id.0) {
                    lost.push(format!("{}: “{typed}” offers {suggestion:?}", option.id.0));
                }
            }
        }
    }

    assert!(tried > 300, "only {tried} slips were tried");
    assert!(
        lost.is_empty(),
        "{} of {tried} are lost:\n{}",
        lost.len(),
        lost.join("\n")
    );
}
