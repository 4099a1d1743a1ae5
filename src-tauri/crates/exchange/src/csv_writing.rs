//! The directory as our own table: every column, a comma between cells, an end of line as the
//! standard for such tables has it, and nothing that a spreadsheet would run.

use directory::{Area, Entry, Service};

use crate::Written;
use crate::cell::protected;
use crate::column::COLUMNS;
use crate::known::is_foreign_code;
use crate::own_codes::{checked_code, intake_code, state_code};

/// Writes entries as a table.
pub(crate) fn write(entries: &[&Entry]) -> Written {
    let mut out = String::new();
    let headings = COLUMNS.iter().map(|column| column.heading);
    push_row(&mut out, headings.map(str::to_owned));
    for entry in entries {
        push_row(
            &mut out,
            COLUMNS.iter().map(|column| cell(entry, column.heading)),
        );
    }
    let notes = entries.iter().filter(|entry| {
        entry.kept.note.is_some() || entry.kept.reviewer.is_some() || entry.kept.deputy.is_some()
    });
    let mut losses = Vec::new();
    match notes.count() {
        0 => {}
        count => losses.push(format!(
            "The notes, reviewers and deputies that are kept here stay here ({count} entries have \
             one)."
        )),
    }
    Written {
        bytes: out.into_bytes(),
        losses,
    }
}

fn push_row(out: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(',');
        }
        let cell = protected(&cell);
        if cell.contains(['"', ',', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ') {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

/// A part of an entry as a cell has it, before it is made safe for a spreadsheet.
pub(crate) fn cell(entry: &Entry, heading: &str) -> String {
    let service = &entry.service;
    let kept = &entry.kept;
    match heading {
        "assured_on" => service
            .assured_on
            .map(|day| day.to_string())
            .unwrap_or_default(),
        "assured_by" => words(service.assured_by.as_ref()),
        "feed_assured_on" => kept
            .feed_assurance
            .as_ref()
            .map(|told| told.on.to_string())
            .unwrap_or_default(),
        "feed_assured_by" => kept
            .feed_assurance
            .as_ref()
            .map(|told| told.feed.clone())
            .unwrap_or_default(),
        "foreign_ids" => joined(&kept.foreign_ids),
        heading => part(service, heading),
    }
}

/// A part of a service as a cell has it.
pub(crate) fn part(service: &Service, heading: &str) -> String {
    let takes = &service.eligibility;
    let told = &service.referrals;
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    match heading {
        "id" => service.id.0.clone(),
        "name" => service.name.clone(),
        "other_names" => joined(&service.other_names),
        "kind" => service.kind.clone(),
        "description" => service.description.clone(),
        "provider" => words(service.provider.as_ref()),
        "provider_org_ids" => joined(service.providers.iter().map(|id| &id.0)),
        "areas_served" => area(&service.area),
        "court_ids" => joined(service.courts.iter().map(|id| &id.0)),
        "prison_ids" => joined(service.prisons.iter().map(|id| &id.0)),
        "setting" => words(service.setting.as_ref()),
        "offender_groups" => joined(&service.groups),
        "outcomes" => joined(&service.outcomes),
        "elig_sex" => words(takes.sex.as_ref()),
        "elig_age_min" => number(takes.age_from),
        "elig_age_max" => number(takes.age_to),
        "elig_offence" => words(takes.offence.as_ref()),
        "elig_risk" => words(takes.risk.as_ref()),
        "order_needed" => words(takes.order_needed.as_ref()),
        "elig_residence" => words(takes.residence.as_ref()),
        "not_for" => words(takes.not_for.as_ref()),
        "disposal_ids" => joined(service.options.iter().map(|id| &id.0)),
        "intake" if *told == directory::Referrals::default() => String::new(),
        "intake" => intake_code(told.intake).to_owned(),
        "intake_weeks" => number(told.weeks),
        "intake_next_start" => day(told.next_start),
        "intake_places" => number(told.places),
        "intake_told_on" => day(told.told_on),
        "how_to_refer" => words(service.how_to_refer.as_ref()),
        "contact" => words(service.contact.as_ref()),
        "length" => words(service.length.as_ref()),
        "times" => words(service.times.as_ref()),
        "cost" => words(service.cost.as_ref()),
        "evidence" => words(service.evidence.as_ref()),
        "access" => words(service.access.as_ref()),
        "languages" => joined(&service.languages),
        "active_from" => words(service.active_from.as_ref()),
        "active_to" => words(service.active_to.as_ref()),
        "parent_id" => service
            .parent
            .as_ref()
            .map(|id| id.0.clone())
            .unwrap_or_default(),
        "state" => state_code(service.state).to_owned(),
        "jurisdiction" => service.jurisdiction.clone(),
        "source" => words(service.source.as_ref()),
        "source_date" => words(service.source_date.as_ref()),
        "unverified_fields" => joined(&service.unverified),
        "status" => checked_code(service.checked).to_owned(),
        _ => String::new(),
    }
}

fn area(area: &Area) -> String {
    match area {
        Area::National => "national".to_owned(),
        Area::Councils { councils } => joined(councils.iter().map(|id| &id.0)),
        Area::Elsewhere { says } if says.is_empty() => String::new(),
        Area::Elsewhere { says } => {
            let codes: Vec<&str> = says.split(", ").collect();
            if codes.iter().all(|code| is_foreign_code(code)) {
                codes.join(";")
            } else {
                format!("elsewhere: {says}")
            }
        }
    }
}

fn words(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

/// Several values in one cell. A value with a semicolon in it would be two: it goes out with a comma.
fn joined<'a>(values: impl IntoIterator<Item = &'a String>) -> String {
    let values = values.into_iter().map(|value| value.replace(';', ","));
    values.collect::<Vec<_>>().join(";")
}
