//! `directory stale`: the entries that are to be confirmed.

use chrono::NaiveDate;
use desk::{Desk, Fault, WorkListSearch};
use directory::{Assurance, ServiceState};
use serde::Serialize;

use crate::Done;
use crate::arguments::DirectoryStale;
use crate::directory_store;
use crate::ending::Ending;

/// An entry that is to be confirmed.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Line {
    id: String,
    name: String,
    provider: String,
    state: Assurance,
    /// Days since it was confirmed.
    days: Option<i64>,
    confirmed_on: Option<NaiveDate>,
    due_on: Option<NaiveDate>,
    source_date: Option<String>,
}

pub(crate) fn run(wanted: &DirectoryStale) -> Done {
    let (_door, desk) = directory_store::opened_or_edition(&wanted.at)?;
    let lines = lines(&desk)?;
    if wanted.json {
        let text = serde_json::to_string_pretty(&lines)
            .map_err(|_| Ending::Undone("The answer could not be written.".into()))?;
        println!("{text}");
    } else {
        for line in &lines {
            println!("{}  {}", line.id, line.name);
            println!("    {}; {}", in_words(line), line.provider);
        }
        println!("{} entries are to be confirmed.", lines.len());
    }
    desk.close()?;
    Ok(())
}

fn lines(desk: &Desk) -> Result<Vec<Line>, Ending> {
    let everything = WorkListSearch {
        council: None,
        assurance: None,
        words: String::new(),
        from: 0,
        limit: u32::MAX,
    };
    match desk.work_list(&everything) {
        Ok(list) => Ok(list
            .rows
            .into_iter()
            .map(|row| {
                let service = row.row.service;
                Line {
                    days: service
                        .assured_on
                        .map(|day| (desk.today_date() - day).num_days()),
                    id: service.id.0,
                    name: service.name,
                    provider: row.provider,
                    state: row.row.assurance,
                    confirmed_on: service.assured_on,
                    due_on: row.due_on,
                    source_date: service.source_date,
                }
            })
            .collect()),
        // Nobody keeps the directory that the program ships with: each entry of it waits.
        Err(Fault::NotAllowed { .. }) if desk.session().profile.author.name.is_empty() => {
            Ok(of_edition(desk))
        }
        Err(fault) => Err(fault.into()),
    }
}

fn of_edition(desk: &Desk) -> Vec<Line> {
    let services = desk.edition().services.iter();
    let running = services
        .filter(|service| matches!(service.state, ServiceState::Current | ServiceState::Unknown));
    let mut lines: Vec<Line> = running
        .map(|service| Line {
            id: service.id.0.clone(),
            name: service.name.clone(),
            provider: service
                .provider
                .clone()
                .unwrap_or_else(|| "Provider not recorded".to_owned()),
            state: Assurance::of(service.assured_on, desk.today_date()),
            days: None,
            confirmed_on: service.assured_on,
            due_on: None,
            source_date: service.source_date.clone(),
        })
        .collect();
    lines.sort_by(|one, other| one.provider.cmp(&other.provider));
    lines
}

fn in_words(line: &Line) -> String {
    let confirmed = line
        .confirmed_on
        .map(|day| day.to_string())
        .unwrap_or_default();
    let days = line.days.unwrap_or_default();
    match line.state {
        Assurance::NeverAssured => match &line.source_date {
            Some(date) => format!("Not confirmed locally. Source dated {date}"),
            None => "Not confirmed locally. Its source has no date".to_owned(),
        },
        Assurance::Fresh => format!("Confirmed {confirmed}, {days} days ago"),
        Assurance::Due => format!("Review due: confirmed {confirmed}, {days} days ago"),
        Assurance::Stale => format!("Stale: last confirmed {confirmed}, {days} days ago"),
        Assurance::Expired => {
            format!("Do not rely on this: last confirmed {confirmed}, {days} days ago")
        }
        Assurance::InTheFuture => format!("Confirmed on a day that has not come: {confirmed}"),
    }
}
