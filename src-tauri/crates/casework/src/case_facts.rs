//! The facts a report takes from its case, as pairs and tables. Nothing that may not be on the court's copy
//! leaves here: no telephone, no equality answers, no charge the person was not convicted of, no
//! conviction the Crown did not libel.

use chrono::NaiveDate;
use document::{Block, Cell, Column, Inline, Row, Table};

use crate::civil_words::{date, long_date, long_date_time, short_date};
use crate::{Case, Charge, Person, PersonStanding, Plea, Procedure};

/// The name of a fact and what it is.
pub(crate) type Pair = (String, Vec<Inline>);

fn pair(key: &str, value: impl Into<String>) -> Pair {
    (key.to_owned(), vec![Inline::text(value)])
}

/// Who the person is.
pub(crate) fn person(case: &Case, reference: &str) -> Vec<Pair> {
    let person = &case.person;
    let mut pairs = vec![pair("Name", person.name())];
    pairs.extend(person.known_as.as_ref().map(|name| pair("Known as", name)));
    let born = person.born.map_or_else(
        || "Not known".to_owned(),
        |born| born_words(person, case, born),
    );
    pairs.push(pair("Date of birth", born));
    let mut address = lines(&person.address);
    if address.is_empty() {
        address.push(Inline::text("Not known"));
    }
    pairs.push(("Address".to_owned(), address));
    pairs.extend(
        person
            .address_note
            .as_ref()
            .map(|note| pair("Kind of address", note)),
    );
    pairs.extend(
        person
            .chs_number
            .as_ref()
            .map(|n| pair("Criminal history number", n)),
    );
    pairs.push(pair("Reference", reference));
    pairs.extend(
        person
            .solicitor
            .as_ref()
            .map(|name| pair("Solicitor", name)),
    );
    pairs.extend(person.interpreter.as_ref().map(|l| pair("Interpreter", l)));
    pairs.extend(
        person
            .communication
            .as_ref()
            .map(|t| pair("Communication", t)),
    );
    pairs
}

fn born_words(person: &Person, case: &Case, born: NaiveDate) -> String {
    let age = case.diet.and_then(|diet| person.age_on(diet.date()));
    age.map_or_else(
        || date(born),
        |age| format!("{} (aged {age} at the hearing)", date(born)),
    )
}

fn lines(lines: &[String]) -> Vec<Inline> {
    let mut run = Vec::new();
    for line in lines {
        if !run.is_empty() {
            run.push(Inline::Break);
        }
        run.push(Inline::text(line));
    }
    run
}

/// Which court asked, and how the person stands before it.
pub(crate) fn court(case: &Case) -> Vec<Pair> {
    let procedure = match case.procedure {
        Procedure::Summary => "Summary",
        Procedure::Solemn => "Solemn",
    };
    let mut pairs = vec![pair("Court", &case.court)];
    pairs.extend(
        case.sheriffdom
            .as_ref()
            .map(|name| pair("Sheriffdom", name)),
    );
    pairs.push(pair("Procedure", procedure));
    pairs.extend(case.judge.as_ref().map(|name| pair("Judge", name)));
    pairs.extend(
        case.pf_reference
            .as_ref()
            .map(|r| pair("Procurator fiscal’s reference", r)),
    );
    pairs.extend(
        case.court_reference
            .as_ref()
            .map(|r| pair("Court’s reference", r)),
    );
    pairs.extend(
        case.convicted_on
            .map(|day| pair("Date of conviction", long_date(day))),
    );
    pairs.extend(
        case.report_ordered_on
            .map(|day| pair("Report ordered", long_date(day))),
    );
    let diet = case
        .diet
        .map_or_else(|| "Not known".to_owned(), long_date_time);
    pairs.push(pair("Hearing", diet));
    let standing = match case.standing {
        PersonStanding::Ordained => "Ordained to appear",
        PersonStanding::Bail => "On bail",
        PersonStanding::Remand => "On remand",
        PersonStanding::Serving => "Serving a sentence",
        PersonStanding::Other => "Other",
    };
    let standing = case
        .standing_note
        .as_ref()
        .map_or_else(|| standing.to_owned(), |note| format!("{standing}: {note}"));
    pairs.push(pair("The person is", standing));
    pairs.extend(
        case.also_before_the_court
            .as_ref()
            .map(|t| pair("Also before the court", t)),
    );
    pairs
}

/// The charges as convicted.
pub(crate) fn charges(case: &Case) -> Vec<Block> {
    let convicted: Vec<&Charge> = case
        .charges
        .iter()
        .filter(|charge| charge.plea != Plea::NotGuiltyAccepted)
        .collect();
    if convicted.is_empty() {
        return vec![Block::paragraph("No charges are recorded.")];
    }
    let rows = convicted.iter().map(|charge| {
        let mut offence = charge.offence.clone();
        if !charge.aggravations.is_empty() {
            offence = format!("{offence}; aggravated: {}", charge.aggravations.join(", "));
        }
        let place = charge
            .place
            .as_ref()
            .map_or_else(String::new, |p| format!(", {p}"));
        Row(vec![
            Cell::text(charge.number.to_string()),
            Cell::text(offence),
            Cell::text(&charge.provision),
            Cell::text(format!("{}{place}", charge.when)),
            Cell::text(plea(charge.plea)),
        ])
    });
    vec![Block::Table(Table {
        caption: "Charges as convicted".into(),
        columns: vec![
            Column::words("Charge", 1.0),
            Column::words("Offence", 4.0),
            Column::words("Provision", 3.0),
            Column::words("Date and place", 2.6),
            Column::words("Plea or verdict", 1.8),
        ],
        rows: rows.collect(),
        row_headers: true,
    })]
}

fn plea(plea: Plea) -> &'static str {
    match plea {
        Plea::Guilty => "Guilty",
        Plea::GuiltyAsAmended => "Guilty as amended",
        Plea::FoundGuilty => "Found guilty after trial",
        Plea::NotGuiltyAccepted => "Not guilty, accepted",
    }
}

/// The convictions that the Crown libelled.
pub(crate) fn previous(case: &Case) -> Vec<Block> {
    let libelled: Vec<_> = case.previous.iter().filter(|row| row.libelled).collect();
    if libelled.is_empty() {
        return vec![Block::paragraph("No previous convictions were libelled.")];
    }
    let rows = libelled.iter().map(|row| {
        Row(vec![
            Cell::text(short_date(row.sentenced)),
            Cell::text(&row.court),
            Cell::text(&row.offence),
            Cell::text(&row.disposal),
            Cell::text(row.outcome.as_deref().unwrap_or("Not recorded")),
        ])
    });
    vec![Block::Table(Table {
        caption: "Previous convictions libelled by the Crown".into(),
        columns: vec![
            Column::words("Sentenced", 1.5),
            Column::words("Court", 2.2),
            Column::words("Offence", 3.2),
            Column::words("Disposal", 3.0),
            Column::words("Outcome", 1.8),
        ],
        rows: rows.collect(),
        row_headers: true,
    })]
}
