//! `directory`: looking for services.

use std::path::Path;
use std::sync::Arc;

use ::directory::{CouncilId, DirectoryResults, DirectorySearch};
use desk::{Desk, Door, Surroundings, bundled_edition, civil_date};
use vault::Cost;

use crate::Done;
use crate::arguments::Directory;
use crate::ending::Ending;
use crate::surroundings::Terminal;

pub(crate) fn run(wanted: &Directory) -> Done {
    match wanted {
        Directory::Search { words, area, json } => search(&words.join(" "), area.clone(), *json),
    }
}

fn search(words: &str, area: Option<String>, json: bool) -> Done {
    let surroundings = Arc::new(Terminal { fixed: None });
    let as_at = civil_date(surroundings.now());
    let edition = Arc::new(bundled_edition()?);
    if let Some(code) = &area
        && edition.council(&CouncilId(code.clone())).is_none()
    {
        return Err(Ending::BadInput(format!(
            "area: \"{code}\" is not the GSS code of a council."
        )));
    }
    let desk: Desk =
        Door::new(Path::new("."), edition, surroundings, Cost::floor()).look_up_desk()?;
    let results = desk.search_directory(&DirectorySearch {
        words: words.to_owned(),
        council: area.map(CouncilId),
        ..DirectorySearch::of_everything(as_at)
    })?;
    if json {
        let text = serde_json::to_string_pretty(&results)
            .map_err(|_| Ending::Undone("The answer could not be written.".into()))?;
        println!("{text}");
    } else {
        print(words, &results);
    }
    Ok(())
}

fn print(words: &str, results: &DirectoryResults) {
    if results.rows.is_empty() {
        println!("No entry matches \"{words}\".");
        if let Some(word) = &results.suggestion {
            println!("Did you mean \"{word}\"?");
        }
        return;
    }
    for row in &results.rows {
        let note = if row.national_only {
            "; national programme, no local delivery recorded"
        } else {
            ""
        };
        println!("{}  {}", row.service.id.0, row.service.name);
        println!("    {}; {}{note}", row.kind_label, row.area_label);
    }
    println!("{} of {} entries.", results.rows.len(), results.total);
}
