//! The whole menu on paper: the full entry of every option, family by family, in the edition's
//! order.

use chrono::{DateTime, Utc};
use document::{Block, Document, Inline, PageSize};
use edition::Edition;
use law::{Checked, Menu, MenuOption};

use super::card::warning;
use super::option_facts;
use crate::OptionSearch;

/// The menu as a document.
pub(crate) fn document(
    edition: &Edition,
    search: &OptionSearch,
    options: &[&MenuOption],
    demonstration: bool,
    produced: DateTime<Utc>,
) -> Document {
    let title = match search.menu {
        Menu::Bail => "Menu of bail options",
        Menu::Disposals => "Menu of disposals",
    };
    let mut blocks = vec![
        Block::Title {
            text: title.to_owned(),
            sub: Some(format!("Law as at {}", casework::date(search.as_at))),
        },
        Block::paragraph(introduction(search, options.len())),
        Block::paragraph(format!("{}.", edition.label.checked_to)),
    ];
    for family in edition
        .families
        .iter()
        .filter(|family| family.menu == search.menu)
    {
        let members: Vec<&&MenuOption> = options
            .iter()
            .filter(|option| option.family == family.id)
            .collect();
        if members.is_empty() {
            continue;
        }
        blocks.push(Block::heading(1, &family.title));
        for option in members {
            blocks.extend(entry(option, search));
        }
    }
    Document {
        title: title.to_owned(),
        language: "en-GB".into(),
        size: PageSize::A4,
        marking: "OFFICIAL".into(),
        overprint: demonstration.then(|| "DEMONSTRATION".to_owned()),
        running_head: format!("{title} · as at {}", casework::date(search.as_at)),
        running_foot: format!("Edition {}", edition.label.name),
        contents: true,
        produced,
        blocks,
    }
}

fn introduction(search: &OptionSearch, count: usize) -> String {
    let mut words = format!(
        "This menu lists {count} options in the order of the edition. It does not advise which to \
         choose."
    );
    if let Some(court) = search.court {
        words = format!("{words} It is limited to: {}.", court.name());
    }
    if let Some(stage) = search.stage {
        words = format!("{words} It is limited to the stage: {}.", stage.name());
    }
    format!("{words} A mark [?] stands after a datum that was not checked.")
}

fn entry(option: &MenuOption, search: &OptionSearch) -> Vec<Block> {
    let mut blocks = vec![Block::heading(2, &option.name)];
    if option.checked == Checked::Unverified {
        blocks.push(warning(
            "This entry was not checked against an official text.",
        ));
    }
    if let Some(says) = option_facts::closed(&option.in_force, search.as_at) {
        blocks.push(warning(says));
    }
    let pairs = option_facts::pairs(option).into_iter();
    blocks.push(Block::KeyValues(
        pairs
            .map(|(key, says)| (key.to_owned(), vec![Inline::text(says)]))
            .collect(),
    ));
    if !option.notes.is_empty() {
        blocks.push(Block::List {
            ordered: false,
            items: option
                .notes
                .iter()
                .map(|n| vec![Block::paragraph(n)])
                .collect(),
        });
    }
    blocks
}
