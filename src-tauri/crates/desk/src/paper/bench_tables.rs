//! The menu alone on a bench print: a table for each family, in legal order.

use document::{Block, Cell, Column, Inline, Row, Table};
use edition::Edition;
use law::{Menu, MenuOption, Need};

use super::bench_entries::name;
use super::here::Here;
use super::option_facts;
use crate::OptionSearch;

/// An option with what the directory says of it.
pub(crate) struct Listed<'e> {
    pub(crate) option: &'e MenuOption,
    pub(crate) here: Here,
}

/// A table for each family that has a member.
pub(crate) fn families(
    edition: &Edition,
    search: &OptionSearch,
    listed: &[Listed<'_>],
    has_here: bool,
) -> Vec<Block> {
    let families = edition
        .families
        .iter()
        .filter(|family| family.menu == search.menu);
    let mut blocks = Vec::new();
    for family in families {
        let members: Vec<&Listed<'_>> = listed
            .iter()
            .filter(|one| one.option.family == family.id)
            .collect();
        if members.is_empty() {
            continue;
        }
        blocks.push(Block::heading(1, &family.title));
        blocks.push(table(&family.title, search, &members, has_here));
    }
    blocks
}

fn table(caption: &str, search: &OptionSearch, members: &[&Listed<'_>], has_here: bool) -> Block {
    let who = match search.menu {
        Menu::Bail => "Who may grant it, limits and authority",
        Menu::Disposals => "Who may impose it, limits and authority",
    };
    let last = if has_here {
        "Consent, report, and who provides it here"
    } else {
        "Consent and report"
    };
    let columns = vec![
        Column::words("Option", 2.4),
        Column::words(who, 4.0),
        Column::words(last, 3.6),
    ];
    let rows = members.iter().map(|one| {
        let needs = [
            need("Consent", &one.option.consent),
            need("Report", &one.option.report),
        ];
        let here = one.here.recorded_lines(one.option).into_iter();
        let here = here.map(|line| format!("Here: {line}"));
        Row(vec![
            Cell::text(name(one.option)),
            who_and_limits(one.option, search),
            Cell(lines(needs.into_iter().chain(here))),
        ])
    });
    Block::Table(Table {
        caption: format!("{caption}: what each option asks"),
        rows: rows.collect(),
        columns,
        row_headers: true,
    })
}

fn who_and_limits(option: &MenuOption, search: &OptionSearch) -> Cell {
    let closed = option_facts::closed(&option.in_force, search.as_at);
    let closed = closed.map(|_| {
        let window = option_facts::window(&option.in_force);
        format!("Not open on this day to every case. {window}")
    });
    let says = [option.who.clone()].into_iter();
    let authority = format!("Authority: {}", option.authority);
    Cell(lines(
        says.chain(option.limits.clone())
            .chain(closed)
            .chain([authority]),
    ))
}

fn need(what: &str, need: &Need) -> String {
    format!("{what}: {}", option_facts::need(need))
}

fn lines(words: impl IntoIterator<Item = String>) -> Vec<Vec<Inline>> {
    let words = words.into_iter();
    words.map(|line| vec![Inline::text(line)]).collect()
}
