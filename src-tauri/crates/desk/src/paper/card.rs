//! An option on one small card, and as words for the clipboard.

use chrono::{DateTime, NaiveDate, Utc};
use document::{Block, Document, Inline, NoteTone, PageSize};
use law::{Checked, Menu, MenuOption};

use super::option_facts;
use crate::{OptionPage, ServiceRow};

/// The entry as plain words.
pub(crate) fn wording(option: &MenuOption) -> String {
    let mut lines = vec![option.name.clone()];
    lines.extend(
        option_facts::pairs(option)
            .into_iter()
            .map(|(key, says)| format!("{key}: {says}")),
    );
    lines.extend(option.notes.iter().map(|note| format!("Note: {note}")));
    lines.join("\n")
}

/// The card.
pub(crate) fn document(
    page: &OptionPage,
    as_at: NaiveDate,
    edition: &str,
    demonstration: bool,
    produced: DateTime<Utc>,
) -> Document {
    let option = &page.option;
    let menu = match page.menu {
        Menu::Bail => "Bail option",
        Menu::Disposals => "Disposal",
    };
    let mut blocks = vec![Block::Title {
        text: option.name.clone(),
        sub: Some(format!("{menu} · law as at {}", casework::date(as_at))),
    }];
    if option.checked == Checked::Unverified {
        blocks.push(warning(
            "This entry was not checked against an official text.",
        ));
    }
    if let Some(says) = option_facts::closed(&option.in_force, as_at) {
        blocks.push(warning(says));
    }
    let pairs = option_facts::pairs(option);
    blocks.push(Block::KeyValues(
        pairs
            .into_iter()
            .map(|(key, says)| (key.to_owned(), vec![Inline::text(says)]))
            .collect(),
    ));
    if !page.services_here.is_empty() {
        blocks.push(Block::heading(1, "Recorded here"));
        blocks.push(Block::List {
            ordered: false,
            items: page
                .services_here
                .iter()
                .map(|row| vec![service_line(row)])
                .collect(),
        });
    }
    Document {
        title: format!("{menu}: {}", option.name),
        language: "en-GB".into(),
        size: PageSize::A5,
        marking: "OFFICIAL".into(),
        overprint: demonstration.then(|| "DEMONSTRATION".to_owned()),
        running_head: menu.to_owned(),
        running_foot: format!("Edition {edition}"),
        contents: false,
        produced,
        blocks,
    }
}

fn service_line(row: &ServiceRow) -> Block {
    Block::paragraph(format!(
        "{}: {}. {}",
        row.service.name,
        row.area_label,
        super::directory_paper::confirmed(row)
    ))
}

/// A note that the reader must not miss.
pub(crate) fn warning(words: &str) -> Block {
    Block::Note {
        tone: NoteTone::Warning,
        blocks: vec![Block::paragraph(words)],
    }
}
