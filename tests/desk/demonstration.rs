//! The demonstration: invented people, the same papers each time, and the mark on every page.

use std::sync::Arc;

use desk::{DemonstrationPaper, Role, SetUp, demonstration_instant};
use sederunt_tests::office::{a_door, an_author};
use sederunt_tests::{Fixed, Paper};

fn papers() -> Vec<DemonstrationPaper> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let clock = Arc::new(Fixed::at(&demonstration_instant().to_rfc3339()));
    let (_door, mut desk) = a_door(folder.path(), &clock)
        .demonstration()
        .expect("it opens");
    desk.demonstration_papers().expect("its papers")
}

#[test]
fn two_demonstrations_give_the_same_papers_to_the_byte() {
    let (first, second) = (papers(), papers());

    let names = |papers: &[DemonstrationPaper]| -> Vec<String> {
        papers.iter().map(|(name, _)| name.clone()).collect()
    };
    assert_eq!(names(&first), names(&second));
    for ((name, one), (_, two)) in first.iter().zip(&second) {
        assert!(one == two, "{name} came out otherwise the second time");
    }
}

#[test]
fn every_page_of_every_paper_is_overprinted() {
    for (name, bytes) in papers() {
        let paper = Paper::of(&bytes);

        let (overprinted, pages) = (paper.overprinted_pages(), paper.pages().len());

        assert!(pages > 0, "{name} has no page");
        assert_eq!(overprinted, pages, "{name} has pages without the overprint");
    }
}

#[test]
fn a_demonstration_opened_again_is_the_one_that_was_left() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let clock = Arc::new(Fixed::at("2026-11-21T10:00:00Z"));
    let (door, mut desk) = a_door(folder.path(), &clock)
        .demonstration()
        .expect("it opens");
    desk.add_case(sederunt_tests::a_case().build())
        .expect("a case");
    let left = desk.cases().expect("the cases").len();
    desk.close().expect("it closes");
    drop(door);

    let (_door, again) = a_door(folder.path(), &clock)
        .demonstration()
        .expect("it opens again");

    assert_eq!(again.cases().expect("the cases").len(), left);
}

#[test]
fn a_demonstration_that_was_left_half_made_is_made_again() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let clock = Arc::new(Fixed::at("2026-11-21T10:00:00Z"));
    // What the program leaves when it is ended before the first case is in.
    let mut half = a_door(&folder.path().join("demonstration"), &clock);
    let (_, desk) = half
        .set_up(&SetUp {
            author: an_author(),
            roles: vec![Role::CourtSocialWorker],
            court: None,
            council: None,
            passphrase: "the people in this store are invented".into(),
        })
        .expect("a store can be made");
    desk.close().expect("it closes");
    drop(half);

    let (_door, made) = a_door(folder.path(), &clock)
        .demonstration()
        .expect("it opens");

    assert_eq!(made.cases().expect("the cases").len(), 3);
}
