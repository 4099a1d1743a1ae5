//! A service's entry in words, part by part.

use directory::{Area, Entry, Part, Register, Service, ServiceState};
use edition::Edition;

use crate::paper::directory_paper;

/// What a person acts on and only an office knows: an edition says nothing of it.
const OF_OFFICES: [Part; 4] = [
    Part::Referrals,
    Part::HowToRefer,
    Part::Contact,
    Part::Times,
];

/// The parts of an entry that a person acts on: a name and what it says.
pub(super) fn parts(
    edition: &Edition,
    register: &Register,
    entry: &Entry,
) -> Vec<(String, String)> {
    let service = &entry.service;
    let options = service.options.iter().filter_map(|id| edition.option(id));
    let options: Vec<&str> = options.map(|option| option.name.as_str()).collect();
    let provider = service.provider.clone().unwrap_or_default();
    let parts = [
        ("Name", service.name.clone()),
        ("What it involves", service.description.clone()),
        ("Stands", state(service.state).to_owned()),
        ("Area", area(edition, &service.area)),
        (
            "Who it takes",
            directory_paper::eligibility(&service.eligibility),
        ),
        ("Refer through", provider),
        ("Orders it works with", options.join("; ")),
        ("Has run", has_run(service)),
        (
            "Source dated",
            service.source_date.clone().unwrap_or_default(),
        ),
        ("Confirmed", confirmed(service)),
    ];
    let of_offices = directory::parts(entry, register).into_iter();
    let of_offices = of_offices
        .filter(|(part, _)| OF_OFFICES.contains(part))
        .map(|(part, says)| (part.name(), says));
    let said = parts.into_iter().chain(of_offices);
    let said = said.filter(|(_, says)| !says.is_empty());
    said.map(|(label, says)| (label.to_owned(), says)).collect()
}

fn state(state: ServiceState) -> &'static str {
    match state {
        ServiceState::Current => "Running at the date of its source",
        ServiceState::Historical => "Ended",
        ServiceState::Planned => "Planned",
        ServiceState::Unknown => "Not known whether it runs",
    }
}

fn area(edition: &Edition, area: &Area) -> String {
    match area {
        Area::National => "All Scotland".to_owned(),
        Area::Elsewhere { says } => says.clone(),
        Area::Councils { councils } => {
            let names = councils.iter().filter_map(|id| edition.council(id));
            let names: Vec<&str> = names.map(|council| council.name.as_str()).collect();
            names.join(", ")
        }
    }
}

fn has_run(service: &Service) -> String {
    let from = service
        .active_from
        .as_ref()
        .map(|from| format!("from {from}"));
    let to = service.active_to.as_ref().map(|to| format!("to {to}"));
    let days: Vec<String> = from.into_iter().chain(to).collect();
    days.join(" ")
}

fn confirmed(service: &Service) -> String {
    let by = service.assured_by.as_ref();
    match service.assured_on {
        Some(day) => {
            let by = by.map(|post| format!(" by {post}")).unwrap_or_default();
            format!("{}{by}", casework::date(day))
        }
        None => "Not confirmed locally".to_owned(),
    }
}
