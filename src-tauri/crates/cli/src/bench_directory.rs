//! A directory of many entries, generated, and how long each key takes in it.

use std::time::Instant;

use chrono::NaiveDate;
use desk::{bundled_edition, demonstration_instant};
use directory::{CouncilId, DirectorySearch, Entry, Register, Service, ServiceId, Sought};
use edition::Edition;

use crate::ending::Ending;

/// How many entries a national directory may have.
const ENTRIES: usize = 20_000;

/// What is typed: names, text, an everyday word, and words with a slip in them.
const TYPED: [&str; 9] = [
    "women",
    "heroin",
    "housing fife",
    "supervised bail",
    "caledonian",
    "shoplifting",
    "accomodation",
    "alcohol glasgow cirty",
    "mental health nurse",
];

/// Times the whole answer, with its counts, at each key: in microseconds.
pub(crate) fn keystrokes() -> Result<Vec<u128>, Ending> {
    let edition = bundled_edition()?;
    let register = register(&edition);
    let mut micros = Vec::new();
    for words in TYPED {
        for end in 1..=words.len() {
            for place in [None, Some("S12000047")] {
                let search = DirectorySearch {
                    words: words.get(..end).unwrap_or(words).to_owned(),
                    council: place.map(|code| CouncilId(code.to_owned())),
                    person: Sought {
                        sex: Some("female".to_owned()),
                        age: Some(24),
                        under_order: None,
                    },
                    limit: 50,
                    ..DirectorySearch::of_everything(today())
                };
                let began = Instant::now();
                let results = register.answer(&search);
                micros.push(began.elapsed().as_micros());
                drop(results);
            }
        }
    }
    Ok(micros)
}

fn today() -> NaiveDate {
    demonstration_instant().date_naive()
}

/// The edition's entries over and over, each time in another council and with words of its own.
fn register(edition: &Edition) -> Register {
    let councils = &edition.councils;
    let entries = edition.services.iter().cycle().take(ENTRIES).enumerate();
    let entries = entries.map(|(at, service)| {
        let round = at / edition.services.len().max(1);
        if round == 0 {
            return Entry::of_edition(service.clone());
        }
        let council = councils.get((at * 7 + round) % councils.len().max(1));
        let name = council.map_or("", |council| council.name.as_str());
        let area = match (&service.area, council) {
            (directory::Area::Councils { .. }, Some(council)) => directory::Area::Councils {
                councils: vec![council.id.clone()],
            },
            (area, _) => area.clone(),
        };
        Entry::of_edition(Service {
            id: ServiceId(format!("{}-{round}", service.id.0)),
            name: format!("{}, {name} {round}", service.name),
            description: format!("{} Branch {}.", service.description, word(at)),
            area,
            ..service.clone()
        })
    });
    Register::new(entries, edition.surroundings())
}

/// A made-up word that few entries share.
fn word(number: usize) -> String {
    let parts = [
        "ba", "dun", "kil", "mor", "ness", "par", "strath", "tay", "wen", "loch", "glen",
    ];
    let part = |at: usize| parts.get(at % parts.len()).copied().unwrap_or_default();
    format!(
        "{}{}{}",
        part(number),
        part(number / 11),
        part(number / 121)
    )
}
