//! What stands around the text: title, bookmarks, labels, marking and numbers of pages.

use sederunt_tests::paper::plain;

use crate::reports;

#[test]
fn the_files_are_whole() {
    for printed in reports() {
        printed.paper.assert_whole();
    }
}

#[test]
fn the_title_names_the_form_and_the_case_and_no_person() {
    for printed in reports() {
        let title = printed.paper.property("Title");

        let named = format!("{} {}", printed.form.short_name, printed.file.reference);
        assert_eq!(title.as_deref(), Some(named.as_str()));
        assert!(!named.contains(&printed.file.case.person.surname));
    }
}

#[test]
fn the_file_is_tagged() {
    for printed in reports() {
        assert_eq!(printed.paper.property("Tagged").as_deref(), Some("yes"));
    }
}

#[test]
fn every_section_on_paper_has_its_bookmark_in_order() {
    for printed in reports() {
        let text = printed.paper.words();
        let bookmarks: Vec<String> = printed.paper.bookmarks().iter().map(|b| plain(b)).collect();

        let mut from = 0;
        for section in &printed.form.sections {
            let title = plain(&format!("{} {}", section.number, section.title));
            if text.contains(&title) {
                let place = bookmarks[from..]
                    .iter()
                    .position(|bookmark| *bookmark == title);
                let place = place.unwrap_or_else(|| panic!("“{title}” is not among {bookmarks:?}"));
                from += place + 1;
            }
        }
        assert!(from > 0, "no section has a bookmark");
    }
}

#[test]
fn pages_are_labelled_from_one() {
    for printed in reports() {
        let labels = printed.paper.page_labels();

        assert_eq!(labels.len(), 1, "{labels:?}");
        assert_eq!(labels[0]["label"]["/S"], "/D");
        assert_eq!(labels[0]["label"]["/St"], 1);
    }
}

#[test]
fn every_page_says_its_marking_its_number_and_whose_report_it_is() {
    for printed in reports() {
        let pages = printed.paper.pages();
        for (number, page) in (1..).zip(&pages) {
            let says = |words: &str| plain(page).contains(words);
            assert!(says("OFFICIAL"), "page {number} has no marking");
            assert!(
                says(&format!("Page {number} of {}", pages.len())),
                "page {number}"
            );
            assert!(
                says(&printed.file.reference),
                "page {number} does not name the case"
            );
        }
        assert_eq!(
            printed.paper.property("Pages"),
            Some(pages.len().to_string())
        );
    }
}

#[test]
fn a_draft_says_so_and_an_issued_report_does_not() {
    for printed in reports() {
        let words = printed.paper.words();
        let is_draft = printed.report.completed.is_none();

        assert_eq!(
            words.contains("DRAFT"),
            is_draft,
            "{}",
            printed.file.reference
        );
        assert_eq!(
            printed.paper.overprinted_pages(),
            printed.paper.pages().len()
        );
    }
}
