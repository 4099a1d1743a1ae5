//! `directory search`: what the directory that the program ships with answers.

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use desk::{Desk, Door, Surroundings, bundled_edition, civil_date};
use directory::{
    CouncilId, CourtId, DirectoryResults, DirectorySearch, Nearness, PrisonId, ServiceRow, Sought,
};
use edition::Edition;
use law::OptionId;
use vault::Cost;

use crate::Done;
use crate::arguments::DirectorySearch as Wanted;
use crate::ending::Ending;
use crate::surroundings::Terminal;

pub(crate) fn run(wanted: &Wanted) -> Done {
    let surroundings = Arc::new(Terminal { fixed: None });
    let as_at = civil_date(surroundings.now());
    let edition = Arc::new(bundled_edition()?);
    are_known(wanted, &edition)?;
    let desk: Desk =
        Door::new(Path::new("."), edition, surroundings, Cost::floor()).look_up_desk()?;
    let search = question(wanted, as_at);
    let results = desk.search_directory(&search)?;
    if wanted.json {
        let text = serde_json::to_string_pretty(&results)
            .map_err(|_| Ending::Undone("The answer could not be written.".into()))?;
        println!("{text}");
    } else {
        print(&search, &results);
    }
    Ok(())
}

fn question(wanted: &Wanted, as_at: NaiveDate) -> DirectorySearch {
    DirectorySearch {
        words: wanted.words.join(" "),
        court: wanted.court.clone().map(CourtId),
        council: wanted.area.clone().map(CouncilId),
        prison: wanted.prison.clone().map(PrisonId),
        kind: wanted.kind.clone(),
        need: wanted.need.clone(),
        group: wanted.group.clone(),
        option: wanted.option.clone().map(OptionId),
        before_sentence: wanted.before_sentence,
        person: Sought {
            sex: wanted.sex.clone(),
            age: wanted.age,
            under_order: wanted.under_order,
        },
        taking: wanted.taking,
        not_running: wanted.not_running,
        expired: wanted.expired,
        ..DirectorySearch::of_everything(as_at)
    }
}

/// A code that nothing has is bad input, and not a question without an answer.
fn are_known(wanted: &Wanted, edition: &Edition) -> Done {
    let listed = |list: &str, code: &str| {
        let mut codes = edition.code_lists.iter();
        codes.any(|entry| entry.list == list && entry.code == code)
    };
    let asked = [
        ("area", &wanted.area, "the GSS code of a council"),
        ("court", &wanted.court, "the id of a court"),
        ("prison", &wanted.prison, "the id of a prison"),
        ("kind", &wanted.kind, "a code of the list programme_kind"),
        ("need", &wanted.need, "a code of the list outcome"),
        ("group", &wanted.group, "a code of the list offender_group"),
        ("option", &wanted.option, "the id of an option"),
    ];
    for (field, value, what) in asked {
        let Some(value) = value else {
            continue;
        };
        let known = match field {
            "area" => edition.council(&CouncilId(value.clone())).is_some(),
            "court" => edition.court(&CourtId(value.clone())).is_some(),
            "prison" => edition.prisons.iter().any(|prison| prison.id.0 == *value),
            "kind" => listed("programme_kind", value),
            "need" => listed("outcome", value),
            "group" => listed("offender_group", value),
            _ => edition.option(&OptionId(value.clone())).is_some() || listed("disposal", value),
        };
        if !known {
            return Err(Ending::BadInput(format!(
                "{field}: \"{value}\" is not {what}."
            )));
        }
    }
    Ok(())
}

fn print(search: &DirectorySearch, results: &DirectoryResults) {
    if results.rows.is_empty() {
        let words = search.words.trim();
        if words.is_empty() {
            println!("No entry answers.");
        } else {
            println!("No entry matches \"{words}\".");
        }
        if let Some(word) = &results.suggestion {
            println!("Did you mean \"{word}\"?");
        }
    }
    for row in &results.rows {
        print_row(row);
    }
    if !results.unsuited.is_empty() {
        println!();
        println!("Not for the person sought ({}):", results.unsuited_count);
        for unsuited in &results.unsuited {
            print_row(&unsuited.row);
            println!("    {}", unsuited.why.join(" "));
        }
    }
    if !results.next_door.is_empty() {
        println!();
        println!("Outside the area, next door ({}):", results.next_door_count);
        for near in &results.next_door {
            print_row(&near.row);
            let lies = match near.nearness {
                Nearness::Border => "which borders it",
                Nearness::Crossing => "across a bridge or ferry",
            };
            println!("    For people of {}, {lies}.", near.council);
        }
    }
    if !results.rows.is_empty() {
        println!("{} of {} entries.", results.rows.len(), results.total);
    }
}

fn print_row(row: &ServiceRow) {
    let note = if row.national_only {
        "; national programme, no local delivery recorded"
    } else {
        ""
    };
    println!("{}  {}", row.service.id.0, row.service.name);
    println!("    {}; {}{note}", row.kind_label, row.area_label);
    println!("    {}.", row.confirmed_in_words());
}
