//! What holds for any document.

use document::{Block, Cell, Column, Inline, NoteTone, PageSize, Row, Table};
use proptest::prelude::*;

use super::{a_report, a_signature, laid_out};
use crate::{Band, Layout, Mm, Pt, Stylesheet};

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,12}( [a-z]{1,16}){0,40}",
        "[A-Za-z]{1,90}",
        "[\\p{Greek}\\p{Cyrillic}ŁłŻżȘșÓó’–]{1,12}( [a-z]{1,9}){0,9}",
        "\\PC{0,40}",
    ]
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    let inline = prop_oneof![
        words().prop_map(Inline::Text),
        words().prop_map(Inline::strong),
        words().prop_map(|text| Inline::Emphasis(vec![Inline::Text(text)])),
        words().prop_map(|text| Inline::Foreign {
            language: "gd".to_owned(),
            text
        }),
        words().prop_map(|text| Inline::Link {
            address: "https://example.org".to_owned(),
            text
        }),
        Just(Inline::Break),
    ];
    prop::collection::vec(inline, 0..5)
}

fn table() -> impl Strategy<Value = Table> {
    let cell = prop::collection::vec(inlines(), 0..3).prop_map(Cell);
    let row = prop::collection::vec(cell, 0..6).prop_map(Row);
    let columns = prop::collection::vec(("[a-z]{0,20}", 0.1_f32..4.0), 1..6);
    (columns, prop::collection::vec(row, 0..8), any::<bool>()).prop_map(
        |(columns, rows, row_headers)| Table {
            caption: "Caption".to_owned(),
            columns: columns
                .into_iter()
                .map(|(heading, share)| Column::words(heading, share))
                .collect(),
            rows,
            row_headers,
        },
    )
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        inlines().prop_map(Block::Paragraph),
        (1_u8..5, "[A-Za-z ]{1,120}").prop_map(|(level, text)| Block::Heading { level, text }),
        table().prop_map(Block::Table),
        prop::collection::vec(("[a-z ]{1,40}", inlines()), 0..4).prop_map(Block::KeyValues),
        Just(Block::Signature(a_signature())),
        Just(Block::PageBreak),
    ];
    leaf.prop_recursive(5, 20, 4, |inner| {
        let blocks = prop::collection::vec(inner, 0..4);
        prop_oneof![
            (any::<bool>(), prop::collection::vec(blocks.clone(), 0..4))
                .prop_map(|(ordered, items)| Block::List { ordered, items }),
            blocks.clone().prop_map(Block::Quotation),
            blocks.prop_map(|blocks| Block::Note {
                tone: NoteTone::Warning,
                blocks
            }),
        ]
    })
}

fn assert_within(layout: &Layout, stylesheet: &Stylesheet) {
    let edge = Pt::from(Mm(10.0));
    for sheet in &layout.sheets {
        for line in sheet.lines() {
            let (left, right, baseline) = line.extent();
            assert!(left >= edge, "{}", line.text());
            assert!(right <= stylesheet.width - edge, "{}", line.text());
            assert!(baseline >= Pt(20.0) && baseline <= stylesheet.height - Pt(15.0));
            if line.band() == Band::Body {
                assert!(baseline >= stylesheet.margin_top, "{}", line.text());
                let bottom = stylesheet.height - stylesheet.margin_bottom;
                assert!(baseline <= bottom, "{}", line.text());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_line_leaves_the_page(
        blocks in prop::collection::vec(block(), 0..8),
        small in any::<bool>(),
    ) {
        let mut document = a_report(blocks);
        document.size = if small { PageSize::A5 } else { PageSize::A4 };
        document.contents = small;

        let layout = laid_out(&document);

        assert_within(&layout, &Stylesheet::for_size(document.size));
    }

    #[test]
    fn no_word_is_lost(said in prop::collection::vec("[a-z]{1,14}( [a-z]{1,14}){0,60}", 1..12)) {
        let paragraphs = said.iter().map(|words| Block::paragraph(words.clone()));

        let layout = laid_out(&a_report(paragraphs.collect()));

        let printed: Vec<String> = super::bodies(&layout).concat();
        prop_assert_eq!(printed.join(" "), said.join(" "));
    }

    #[test]
    fn any_document_becomes_a_pdf(blocks in prop::collection::vec(block(), 0..4)) {
        let printed = crate::print(&a_report(blocks)).unwrap();

        prop_assert!(printed.bytes.starts_with(b"%PDF-1.7"));
        prop_assert!(printed.pages > 0);
    }
}
