//! What a bench print says of each option: those that may be taken or that wait as entries, those
//! that are shut out as rows.

use std::collections::BTreeSet;

use document::{Block, Cell, Column, Inline, Row, Table};
use law::{Assessment, Checked, Finding, MenuOption};

use super::here::Here;
use super::law_words::{self, Cited, LawWords, NOT_CHECKED, Words};
use super::option_facts;

/// An option with what the law and the directory say of it.
pub(crate) struct Judged<'e> {
    pub(crate) option: &'e MenuOption,
    pub(crate) found: Assessment,
    pub(crate) here: Here,
}

/// An option's name, marked where its entry was not checked.
pub(crate) fn name(option: &MenuOption) -> String {
    match option.checked {
        Checked::Unverified => format!("{} {NOT_CHECKED}", option.name),
        Checked::Verified => option.name.clone(),
    }
}

/// The three groups, each with its number; a group never hides its members.
pub(crate) fn groups(law: LawWords<'_>, judged: &[Judged<'_>]) -> Vec<Block> {
    let of = |finding: Finding| -> Vec<&Judged<'_>> {
        let members = judged.iter().filter(|one| one.found.finding == finding);
        members.collect()
    };
    let mut blocks = Vec::new();
    for finding in [Finding::Competent, Finding::Depends, Finding::NotCompetent] {
        let members = of(finding);
        let title = law_words::finding(finding);
        blocks.push(Block::heading(1, format!("{title} ({})", members.len())));
        if members.is_empty() {
            blocks.push(Block::paragraph("None."));
            continue;
        }
        match finding {
            Finding::Competent | Finding::Depends => {
                blocks.extend(members.into_iter().flat_map(|one| entry(law, one)));
            }
            Finding::NotCompetent => blocks.push(shut_out(law, &members)),
        }
    }
    blocks
}

fn entry(law: LawWords<'_>, one: &Judged<'_>) -> [Block; 2] {
    let Judged {
        option,
        found,
        here,
    } = one;
    let mut pairs: Vec<(String, Words)> = Vec::new();
    let mut pair = |name: &str, lines: Vec<Words>| {
        if !lines.is_empty() {
            pairs.push((name.to_owned(), broken(lines)));
        }
    };
    pair("Waits for", law.awaits(&option.id, &found.awaits));
    pair("Limits", limits(law, option, found));
    pair("Needs", needs(option));
    pair("Duties", law.duties_cited(&found.duties));
    pair("Here", plain(here.lines(option)));
    pair("Authority", plain(vec![option.authority.clone()]));
    [Block::heading(2, name(option)), Block::KeyValues(pairs)]
}

/// The bounds that apply; where no rule sets any, what the entry says of limits.
pub(crate) fn limits(law: LawWords<'_>, option: &MenuOption, found: &Assessment) -> Vec<Words> {
    let bounds = law.limits(&found.limits);
    if bounds.is_empty() {
        return plain(option.limits.iter().cloned().collect());
    }
    bounds
}

/// Whether consent and a report are needed, on one line where both can be said in a word.
fn needs(option: &MenuOption) -> Vec<Words> {
    let [consent, report] = [&option.consent, &option.report].map(option_facts::need);
    let short = option.consent.says.is_none() && option.report.says.is_none();
    let says = |name: &str, words: &str| format!("{name}: {}", words.trim_end_matches('.'));
    let lines = [says("Consent", &consent), says("Report", &report)].map(|line| line + ".");
    if short {
        return plain(vec![lines.join(" ")]);
    }
    plain(lines.to_vec())
}

fn shut_out(law: LawWords<'_>, members: &[&Judged<'_>]) -> Block {
    let rows = members.iter().map(|one| {
        Row(vec![
            Cell::text(name(one.option)),
            Cell(law.bars_alone(&one.found.bars)),
            Cell(law_words::bar_sources(&one.found.bars)),
        ])
    });
    Block::Table(Table {
        caption: "Options that are not competent on these facts".into(),
        columns: vec![
            Column::words("Option", 2.6),
            Column::words("Why not", 5.0),
            Column::words("Rule and authority", 2.4),
        ],
        rows: rows.collect(),
        row_headers: true,
    })
}

/// The rules and notes that are cited above without their words, each once.
pub(crate) fn rules_cited(law: LawWords<'_>, judged: &[Judged<'_>]) -> Vec<Block> {
    let open = judged
        .iter()
        .filter(|one| one.found.finding != Finding::NotCompetent);
    let mut rules: Vec<Cited> = open.flat_map(|one| law.rules_cited(&one.found)).collect();
    rules.sort();
    let mut said = BTreeSet::new();
    rules.retain(|cited| said.insert((cited.rule.clone(), cited.says.clone())));
    if rules.is_empty() {
        return Vec::new();
    }
    let rows = rules.into_iter().map(|cited| {
        Row(vec![
            Cell::text(cited.rule),
            Cell::text(cited.says),
            Cell::text(cited.authority),
        ])
    });
    vec![
        Block::heading(1, "The rules cited"),
        Block::Table(Table {
            caption: "What the rules and notes that are cited above say".into(),
            columns: vec![
                Column::words("Rule", 1.0),
                Column::words("What it says", 7.0),
                Column::words("Authority", 2.6),
            ],
            rows: rows.collect(),
            row_headers: true,
        }),
    ]
}

/// Lines as the value of one pair.
pub(crate) fn broken(lines: Vec<Words>) -> Words {
    let mut words = Vec::new();
    for (index, line) in lines.into_iter().enumerate() {
        if index > 0 {
            words.push(Inline::Break);
        }
        words.extend(line);
    }
    words
}

/// Plain lines.
pub(crate) fn plain(lines: Vec<String>) -> Vec<Words> {
    let lines = lines.into_iter();
    lines.map(|line| vec![Inline::text(line)]).collect()
}
