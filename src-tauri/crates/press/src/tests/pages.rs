//! Where pages end.

use document::{Block, Cell, Row};

use super::{a_report, a_signature, a_table, bodies, laid_out, short_paragraphs};

const LONG: &str = "The assessment draws on two interviews, the libel, a home visit and the records of the service, and was read over to the person before it was signed.";

#[test]
fn a_sheet_is_printed_as_it_reads() {
    let mut document = a_report(vec![
        Block::Title {
            text: "Report".to_owned(),
            sub: Some("Strathmore".to_owned()),
        },
        Block::heading(1, "The offence"),
        Block::paragraph("Words."),
        Block::Table(a_table(1)),
    ]);
    document.overprint = Some("DEMONSTRATION".to_owned());

    let layout = laid_out(&document);

    assert_eq!(layout.sheets.len(), 1);
    assert_eq!(
        layout.sheets[0].text(),
        "OFFICIAL-SENSITIVE\n\
         Report SM/0412/26\n\
         DEMONSTRATION\n\
         Report\n\
         Strathmore\n\
         The offence\n\
         Words.\n\
         The options\n\
         Option | Finding\n\
         Option 1 | Finding 1, which is long enough to be printed on two lines of its\n\
         cell, so that the row could be split. End 1\n\
         Edition 2026.1 | Page 1 of 1\n\
         OFFICIAL-SENSITIVE\n"
    );
    assert_eq!(layout.warnings, []);
}

#[test]
fn each_page_bears_the_marking_twice_and_its_number() {
    let layout = laid_out(&a_report(short_paragraphs(90)));

    let count = layout.sheets.len();
    assert!(count > 2);
    for sheet in &layout.sheets {
        let text = sheet.text();
        assert_eq!(text.matches("OFFICIAL-SENSITIVE").count(), 2);
        assert!(text.contains(&format!("Page {} of {count}", sheet.number)));
    }
}

#[test]
fn a_heading_is_never_the_last_line_of_a_page() {
    for before in 20..60 {
        let mut blocks = short_paragraphs(before);
        blocks.push(Block::heading(1, "Heading"));
        blocks.push(Block::heading(2, "Below it"));
        blocks.push(Block::paragraph(LONG));

        let layout = laid_out(&a_report(blocks));

        for body in bodies(&layout) {
            let last = body.last().unwrap();
            assert!(
                last != "Heading" && last != "Below it",
                "after {before} paragraphs"
            );
        }
    }
}

#[test]
fn no_line_of_a_paragraph_stands_alone() {
    for before in 20..60 {
        let mut blocks = short_paragraphs(before);
        blocks.push(Block::paragraph([LONG; 4].join(" ")));

        let layout = laid_out(&a_report(blocks));

        for body in bodies(&layout) {
            let of_it = body.iter().filter(|l| !l.starts_with("Paragraph"));
            assert_ne!(of_it.count(), 1, "after {before} paragraphs");
        }
    }
}

#[test]
fn column_headings_are_said_again_on_each_page() {
    let layout = laid_out(&a_report(vec![Block::Table(a_table(60))]));

    let bodies = bodies(&layout);
    assert!(bodies.len() > 2);
    for (index, body) in bodies.iter().enumerate() {
        let head = usize::from(index == 0);
        assert_eq!(body[head], "Option | Finding");
    }
}

#[test]
fn a_row_is_never_split() {
    for before in 0..30 {
        let mut blocks = short_paragraphs(before);
        blocks.push(Block::Table(a_table(30)));

        let layout = laid_out(&a_report(blocks));

        for body in bodies(&layout) {
            let starts = body.iter().filter(|l| l.contains("Finding ")).count();
            let ends = body.iter().filter(|l| l.contains(". End ")).count();
            assert_eq!(starts, ends, "after {before} paragraphs");
        }
    }
}

#[test]
fn a_row_that_no_page_can_hold_is_parted_and_loses_no_word() {
    let words: Vec<String> = (0..2000).map(|number| format!("word{number}")).collect();
    let mut table = a_table(2);
    table.rows.insert(
        1,
        Row(vec![Cell::text("Tall"), Cell::text(words.join(" "))]),
    );

    let layout = laid_out(&a_report(vec![Block::Table(table)]));

    let printed: Vec<String> = bodies(&layout).concat();
    let printed = printed.join(" ");
    assert!(layout.sheets.len() > 2);
    for word in words {
        assert!(printed.contains(&word), "{word}");
    }
}

#[test]
fn a_signature_is_never_split() {
    for before in 20..50 {
        let mut blocks = short_paragraphs(before);
        blocks.push(Block::Signature(a_signature()));

        let layout = laid_out(&a_report(blocks));

        let signing: Vec<bool> = bodies(&layout)
            .iter()
            .map(|body| {
                let has = |words: &str| body.iter().any(|line| line.contains(words));
                let parts = ["Author", "Signed:", "Examplar", "Council", "Date: | 23"].map(has);
                assert!(parts.iter().all(|p| *p == parts[0]), "after {before}");
                parts[0]
            })
            .collect();
        assert_eq!(signing.iter().filter(|signed| **signed).count(), 1);
    }
}

#[test]
fn a_signature_stands_under_what_is_signed() {
    for before in 20..50 {
        let mut blocks = short_paragraphs(before);
        blocks.push(Block::paragraph(LONG));
        blocks.push(Block::Signature(a_signature()));

        let layout = laid_out(&a_report(blocks));

        let bodies = bodies(&layout);
        let signed = bodies
            .iter()
            .find(|body| body.contains(&"Author".to_owned()));
        assert_ne!(signed.unwrap()[0], "Author", "after {before} paragraphs");
    }
}

#[test]
fn the_contents_name_the_pages_that_headings_stand_on() {
    let mut blocks = vec![Block::Title {
        text: "Report".to_owned(),
        sub: None,
    }];
    for number in 1..6 {
        blocks.push(Block::heading(1, format!("Part {number}")));
        blocks.extend(short_paragraphs(25));
    }
    let mut document = a_report(blocks);
    document.contents = true;

    let layout = laid_out(&document);

    let bodies = bodies(&layout);
    assert_eq!(bodies[0][1], "Contents");
    for number in 1..6 {
        let part = format!("Part {number}");
        let page = 1
            + (1..bodies.len())
                .find(|page| bodies[*page].contains(&part))
                .unwrap();
        assert_eq!(bodies[0][number + 1], format!("{part} {page}"));
    }
}

#[test]
fn a_page_break_starts_one_page_and_no_empty_one() {
    let document = a_report(vec![
        Block::PageBreak,
        Block::paragraph("One."),
        Block::PageBreak,
        Block::PageBreak,
        Block::paragraph("Two."),
        Block::PageBreak,
    ]);

    let layout = laid_out(&document);

    assert_eq!(bodies(&layout), [["One."], ["Two."]]);
}

#[test]
fn a_document_without_words_still_has_a_page() {
    let layout = laid_out(&a_report(Vec::new()));

    assert_eq!(layout.sheets.len(), 1);
    assert!(layout.sheets[0].text().contains("Page 1 of 1"));
}
