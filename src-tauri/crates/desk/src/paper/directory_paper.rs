//! The directory on paper: an extract, each entry with its source and how sure we are of it.

use chrono::{DateTime, Utc};
use directory::{Assurance, DirectorySearch, Eligibility, ServiceRow, ServiceState};
use document::{Block, Document, Inline, PageSize};
use edition::Edition;

/// The rows of a search as a document.
pub(crate) fn document(
    edition: &Edition,
    search: &DirectorySearch,
    rows: &[ServiceRow],
    demonstration: bool,
    produced: DateTime<Utc>,
) -> Document {
    let whose = place(edition, search);
    let mut blocks = vec![
        Block::Title {
            text: "Directory of programmes and services".into(),
            sub: Some(format!("{whose} · as at {}", casework::date(search.as_at))),
        },
        Block::paragraph(format!(
            "{} entries. Each says when its source was dated and whether anyone here has confirmed \
             it. An entry that nobody has confirmed may no longer run: telephone first.",
            rows.len()
        )),
    ];
    let mut kinds: Vec<&str> = rows.iter().map(|row| row.kind_label.as_str()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        blocks.push(Block::heading(1, kind));
        for row in rows.iter().filter(|row| row.kind_label == kind) {
            blocks.extend(entry(row));
        }
    }
    Document {
        title: "Directory extract".into(),
        language: "en-GB".into(),
        size: PageSize::A4,
        marking: "OFFICIAL".into(),
        overprint: demonstration.then(|| "DEMONSTRATION".to_owned()),
        running_head: format!("Directory · {whose}"),
        running_foot: format!("Edition {}", edition.label.name),
        contents: true,
        produced,
        blocks,
    }
}

fn place(edition: &Edition, search: &DirectorySearch) -> String {
    let court = search.court.as_ref().and_then(|id| edition.court(id));
    let council = search.council.as_ref().and_then(|id| edition.council(id));
    let names = court
        .map(|court| court.name.clone())
        .into_iter()
        .chain(council.map(|council| council.name.clone()));
    let names: Vec<String> = names.collect();
    if names.is_empty() {
        "All Scotland".to_owned()
    } else {
        names.join(", ")
    }
}

fn entry(row: &ServiceRow) -> Vec<Block> {
    let service = &row.service;
    let mut pairs = vec![
        ("What it involves", service.description.clone()),
        ("Area", row.area_label.clone()),
    ];
    pairs.extend(service.provider.clone().map(|name| ("Provided by", name)));
    pairs.push(("For", eligibility(&service.eligibility)));
    pairs.push(("Stands", state(row).to_owned()));
    let dated = service.source_date.as_ref().map_or_else(
        || "The source has no date".to_owned(),
        |date| format!("Source dated {date}"),
    );
    pairs.push(("Source", dated));
    pairs.push(("Confirmed", confirmed(row)));
    vec![
        Block::heading(2, &service.name),
        Block::KeyValues(
            pairs
                .into_iter()
                .map(|(key, says)| (key.to_owned(), vec![Inline::text(says)]))
                .collect(),
        ),
    ]
}

fn state(row: &ServiceRow) -> &'static str {
    match (row.service.state, row.national_only) {
        (_, true) => "National programme; no local delivery is recorded",
        (ServiceState::Current, false) => "Running at the date of its source",
        (ServiceState::Historical, false) => "Ended",
        (ServiceState::Planned, false) => "Planned",
        (ServiceState::Unknown, false) => "Not known whether it runs",
    }
}

/// Whom a service takes, in words.
pub(crate) fn eligibility(eligibility: &Eligibility) -> String {
    let mut words = match eligibility.sex.as_deref() {
        Some("male") => vec!["men".to_owned()],
        Some("female") => vec!["women".to_owned()],
        Some(_) => vec!["any sex".to_owned()],
        None => vec!["sex not stated".to_owned()],
    };
    words.push(match (eligibility.age_from, eligibility.age_to) {
        (Some(from), Some(to)) => format!("aged {from} to {to}"),
        (Some(from), None) => format!("aged {from} or over"),
        (None, Some(to)) => format!("aged {to} or under"),
        (None, None) => "age not stated".to_owned(),
    });
    words.extend(eligibility.offence.clone());
    words.extend(
        eligibility
            .risk
            .as_ref()
            .map(|risk| format!("risk: {risk}")),
    );
    let all = words.join("; ");
    let mut letters = all.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}

/// How sure we are of an entry, in words.
pub(crate) fn confirmed(row: &ServiceRow) -> String {
    let day = row
        .service
        .assured_on
        .map_or_else(String::new, casework::date);
    match row.assurance {
        Assurance::NeverAssured => "Not confirmed locally".to_owned(),
        Assurance::Fresh => format!("Confirmed {day}"),
        Assurance::Due => format!("Confirmed {day}; review due"),
        Assurance::Stale => format!("Stale: last confirmed {day}"),
        Assurance::Expired => format!("Do not rely on this: last confirmed {day}"),
        Assurance::InTheFuture => format!("Confirmed on a day to come, {day}: a fault"),
    }
}
