//! Words as they are printed, and what a person is told of those that could not be.

use document::{Block, Cell, Inline, PageSize, Row};

use super::{a_report, a_table, bodies, laid_out};
use crate::Warning;

#[test]
fn a_missing_glyph_is_printed_visibly_and_named() {
    let layout = laid_out(&a_report(vec![Block::paragraph("Known as 王 at home")]));

    assert_eq!(bodies(&layout), [["Known as \u{FFFD} at home"]]);
    assert_eq!(
        layout.warnings,
        [Warning::MissingGlyph {
            character: '王',
            context: "Known as 王 at home".to_owned(),
            times: 1,
        }]
    );
    assert_eq!(
        layout.warnings[0].to_string(),
        "The character U+738B cannot be printed. It appears once in “Known as 王 at home”."
    );
}

#[test]
fn a_missing_glyph_in_a_table_is_counted_once() {
    let mut table = a_table(1);
    table
        .rows
        .push(Row(vec![Cell::text("王"), Cell::text("Plain")]));

    let layout = laid_out(&a_report(vec![Block::Table(table)]));

    let Warning::MissingGlyph { times, .. } = &layout.warnings[0] else {
        panic!("no warning of a missing glyph");
    };
    assert_eq!(*times, 1);
}

#[test]
fn a_running_head_that_is_too_long_is_cut_and_named() {
    let mut document = a_report(vec![Block::paragraph("Words.")]);
    document.running_head = "A very long running head ".repeat(10);

    let layout = laid_out(&document);

    let text = layout.sheets[0].text();
    assert!(text.lines().nth(1).unwrap().ends_with('…'));
    assert_eq!(layout.warnings.len(), 1);
}

#[test]
fn a_heading_that_skips_a_level_is_raised_and_named() {
    let layout = laid_out(&a_report(vec![
        Block::heading(1, "One"),
        Block::heading(3, "Three"),
    ]));

    assert_eq!(layout.headings[1].level, 2);
    assert_eq!(
        layout.warnings,
        [Warning::HeadingRaised {
            text: "Three".to_owned()
        }]
    );
}

#[test]
fn an_uneven_row_loses_no_cell() {
    let mut table = a_table(1);
    table.rows.push(Row(vec![
        Cell::text("First"),
        Cell::text("Second"),
        Cell::text("Third"),
    ]));
    table.rows.push(Row(vec![Cell::text("Alone")]));

    let layout = laid_out(&a_report(vec![Block::Table(table)]));

    let text = layout.sheets[0].text();
    for word in ["First", "Second", "Third", "Alone"] {
        assert!(text.contains(word), "{word}");
    }
    assert_eq!(layout.warnings.len(), 2);
}

#[test]
fn a_break_that_was_asked_for_is_kept() {
    let layout = laid_out(&a_report(vec![Block::Paragraph(vec![
        Inline::text("17 Weavers’ Vennel"),
        Inline::Break,
        Inline::text("Strathmore"),
    ])]));

    assert_eq!(bodies(&layout), [["17 Weavers’ Vennel", "Strathmore"]]);
}

#[test]
fn a_word_wider_than_its_column_is_parted_within_it() {
    let mut document = a_report(vec![Block::paragraph("x".repeat(400))]);
    document.size = PageSize::A5;

    let layout = laid_out(&document);

    let printed: usize = bodies(&layout).concat().iter().map(String::len).sum();
    assert_eq!(printed, 400);
}

#[test]
fn items_are_labelled_in_order_and_by_depth() {
    let item = |words: &str| vec![Block::paragraph(words)];
    let layout = laid_out(&a_report(vec![Block::List {
        ordered: true,
        items: vec![
            item("One"),
            vec![
                Block::paragraph("Two"),
                Block::List {
                    ordered: false,
                    items: vec![item("Inner")],
                },
            ],
        ],
    }]));

    assert_eq!(bodies(&layout), [["1. | One", "2. | Two", "– | Inner"]]);
}
