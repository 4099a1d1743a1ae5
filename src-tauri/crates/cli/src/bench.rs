//! What `cargo xtask bench` measures through the command line.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use chrono::NaiveDate;
use desk::{Desk, Door, Fault, LawQuestion, OptionSearch, bundled_edition, demonstration_instant};
use document::{Block, Document, PageSize};
use law::{Menu, Week};
use serde_json::{Value, json};
use vault::Cost;

use crate::Done;
use crate::arguments::BenchReport;
use crate::ending::Ending;
use crate::surroundings::Terminal;

/// How often the law is put to the same facts.
const ASSESSMENTS: usize = 200;

/// Prints a report of about so many pages from the paragraphs of a text, or of the demonstration.
pub(crate) fn report(wanted: &BenchReport) -> Done {
    let text = match &wanted.text {
        Some(path) => fs::read_to_string(path)
            .map_err(|_| Ending::BadInput(format!("{} could not be read.", path.display())))?,
        None => filler(),
    };
    let paragraphs: Vec<&str> = text
        .split("\n\n")
        .filter(|p| !p.trim().is_empty())
        .collect();
    let mut blocks = vec![Block::Title {
        text: "Report".into(),
        sub: None,
    }];
    for paragraph in paragraphs {
        match paragraph.strip_prefix("## ") {
            Some(heading) => blocks.push(Block::heading(1, heading.trim())),
            None => blocks.push(Block::paragraph(paragraph.replace('\n', " "))),
        }
    }
    let document = Document {
        title: "Bench report".into(),
        language: "en-GB".into(),
        size: PageSize::A4,
        marking: "OFFICIAL".into(),
        overprint: None,
        running_head: "Bench report".into(),
        running_foot: "Bench".into(),
        contents: false,
        produced: demonstration_instant(),
        blocks,
    };
    let printed = press::print(&document)
        .map_err(|_| Ending::Undone("The report could not be printed.".into()))?;
    fs::write(&wanted.out, &printed.bytes)
        .map_err(|_| Ending::Undone(format!("{} could not be written.", wanted.out.display())))?;
    println!("{} pages, {} bytes", printed.pages, printed.bytes.len());
    Ok(())
}

/// Some twenty pages of plain paragraphs.
fn filler() -> String {
    let sentence = "The person attended each appointment that was offered and spoke openly about \
                    what had led to the offence, about home and work, and about what would help. ";
    let paragraphs = format!("{}\n\n", sentence.repeat(4)).repeat(6);
    let sections = (1..=20).map(|section| format!("## Section {section}\n\n{paragraphs}"));
    sections.collect()
}

/// Times a search at each keystroke of words that people type, and the law on one set of facts.
pub(crate) fn keystrokes() -> Done {
    let edition = Arc::new(bundled_edition()?);
    let surroundings = Arc::new(Terminal { fixed: None });
    let desk: Desk =
        Door::new(Path::new("."), edition, surroundings, Cost::floor()).look_up_desk()?;
    let words = [
        "tagged bail",
        "supervised",
        "community payback",
        "drug treatment",
        "curfew",
        "unpaid work",
        "compensation",
        "caledonian",
        "supvised",
        "mental health",
    ];
    let mut micros: Vec<u128> = Vec::new();
    for word in words {
        for end in 1..=word.len() {
            for menu in [Menu::Bail, Menu::Disposals] {
                let search = OptionSearch {
                    menu,
                    words: word.get(..end).unwrap_or(word).to_owned(),
                    court: None,
                    stage: None,
                    family: None,
                    as_at: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default(),
                    out_of_force: true,
                    council: Some("S12000047".into()),
                };
                let began = Instant::now();
                desk.search_options(&search)?;
                micros.push(began.elapsed().as_micros());
            }
        }
    }
    let assessments = assess_times(&desk)?;
    println!(
        "{{\"search\": {}, \"assess-bail\": {}, \"assess-disposals\": {}}}",
        spread(micros),
        spread(assessments.0),
        spread(assessments.1)
    );
    Ok(())
}

/// Times all the options of each menu on one set of facts.
fn assess_times(desk: &Desk) -> Result<(Vec<u128>, Vec<u128>), Ending> {
    let facts = json!({
        "court": "SS", "stage": "FIRST", "age_now": 34, "offence_date": "2026-02-10",
        "imprisonable": true, "fineable": true, "represented": true, "willing": true,
        "reports": [], "max_term": "12 months",
    });
    let as_at = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default();
    let read = desk.read_facts(&facts, as_at);
    let facts = read.map_err(|_| Ending::Undone("The facts could not be read.".into()))?;
    let times = |menu| {
        let question = LawQuestion {
            menu,
            facts: facts.facts.clone(),
            proposal: None,
            week: Week::default(),
            as_at,
            council: None,
        };
        let timed = (0..ASSESSMENTS).map(|_| {
            let began = Instant::now();
            desk.assess_options(&question)
                .map(|_| began.elapsed().as_micros())
        });
        timed.collect::<Result<Vec<u128>, Fault>>()
    };
    Ok((times(Menu::Bail)?, times(Menu::Disposals)?))
}

/// The middle and the slow end of some times, in microseconds.
pub(crate) fn spread(mut micros: Vec<u128>) -> Value {
    micros.sort_unstable();
    let at = |share: usize| {
        let place = (micros.len() * share / 100).min(micros.len().saturating_sub(1));
        micros
            .get(place)
            .map_or(0, |micros| u64::try_from(*micros).unwrap_or(u64::MAX))
    };
    json!({
        "times": micros.len(),
        "p50-us": at(50),
        "p95-us": at(95),
        "p99-us": at(99),
        "max-us": at(100),
    })
}
