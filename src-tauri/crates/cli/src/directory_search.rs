//! `directory search`: what the directory answers, as the program ships with it or as a store has it.

use chrono::NaiveDate;
use desk::bundled_edition;
use directory::{
    CouncilId, CourtId, DirectoryResults, DirectorySearch, Nearness, PrisonId, ServiceRow, Sought,
};
use edition::Edition;
use law::{Checked, OptionId};

use crate::Done;
use crate::arguments::DirectorySearch as Wanted;
use crate::directory_store;
use crate::ending::Ending;

pub(crate) fn run(wanted: &Wanted) -> Done {
    are_known(wanted, &bundled_edition()?)?;
    let (_door, desk) = directory_store::searched(&wanted.at)?;
    let search = question(wanted, desk.today_date());
    let results = desk.search_directory(&search)?;
    desk.close()?;
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
    println!("    {}.{}", row.confirmed_in_words(), source_in_words(row));
}

/// The date of what is shown and has not been confirmed, and what of it was not checked.
fn source_in_words(row: &ServiceRow) -> String {
    let service = &row.service;
    let mut words = String::new();
    if service.assured_on.is_none()
        && let Some(date) = &service.source_date
    {
        words = format!(" Source dated {date}.");
    }
    if service.checked == Checked::Unverified {
        words.push_str(" Unverified.");
    } else if !service.unverified.is_empty() {
        words = format!("{words} Not checked: {}.", service.unverified.join(", "));
    }
    words
}
