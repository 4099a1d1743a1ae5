//! `directory import`: a file is read and judged before any store is opened.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use ::directory::{Entry, Register, Surroundings as Around};
use desk::{Surroundings as _, TextEncoding, bundled_edition, civil_date};
use exchange::{Batch, Reading, RowFault};
use serde::Serialize;

use crate::Done;
use crate::arguments::DirectoryImport;
use crate::directory_store;
use crate::ending::Ending;
use crate::surroundings::Terminal;

/// The largest file that is looked at: what it may hold is bounded where it is read.
const LARGEST: u64 = 64 * 1024 * 1024;

/// What became of a file.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Answer {
    file: String,
    taken: bool,
    batch: Option<String>,
    new: u32,
    changed: u32,
    unchanged: u32,
    conflicting: u32,
    fault_count: u32,
    faults: Vec<FaultLine>,
    hidden: Vec<String>,
    passed_over: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct FaultLine {
    row: Option<u32>,
    column: Option<String>,
    says: String,
    offers: Option<String>,
}

pub(crate) fn run(wanted: &DirectoryImport) -> Done {
    let name = file_name(&wanted.file);
    let bytes = read(&wanted.file)?;
    let windows_1252 = wanted.encoding == "windows-1252";
    let judged = judged(&name, &bytes, windows_1252, wanted.dry_run)?;
    if judged.fault_count > 0 || wanted.dry_run {
        return say(&judged, wanted);
    }
    let (_door, mut desk) = directory_store::opened(&wanted.at)?;
    let encoding = if windows_1252 {
        TextEncoding::Windows1252
    } else {
        TextEncoding::Utf8
    };
    let preview = desk.read_import(&name, &bytes, encoding)?;
    let mut answer = Answer {
        file: name,
        taken: false,
        batch: None,
        new: preview.new,
        changed: preview.changed,
        unchanged: preview.unchanged,
        conflicting: preview.conflicting,
        fault_count: preview.fault_count,
        faults: preview
            .faults
            .into_iter()
            .map(|fault| FaultLine {
                row: fault.row,
                column: fault.column,
                says: fault.says,
                offers: fault.offers,
            })
            .collect(),
        hidden: preview.hidden,
        passed_over: preview.passed_over,
    };
    if answer.fault_count == 0 {
        let taken = desk.take_import(preview.token, false)?;
        answer.taken = true;
        answer.batch = Some(taken.batch.to_string());
        answer.new = taken.new;
    }
    desk.close()?;
    say(&answer, wanted)
}

fn read(path: &Path) -> Result<Vec<u8>, Ending> {
    let bad = |says: String| Ending::BadInput(format!("{}: {says}", path.display()));
    let size = fs::metadata(path)
        .map_err(|error| bad(format!("{error}.")))?
        .len();
    if size > LARGEST {
        return Err(bad(
            "the file is larger than 64 MiB. Nothing of it was read.".into(),
        ));
    }
    fs::read(path).map_err(|error| bad(format!("{error}.")))
}

/// The file, judged against the directory that the program ships with. Where a store is opened
/// after, what turns on the entries it holds is left to it.
fn judged(name: &str, bytes: &[u8], windows_1252: bool, alone: bool) -> Result<Answer, Ending> {
    let edition = bundled_edition()?;
    let register = Register::new(
        edition.services.iter().cloned().map(Entry::of_edition),
        Around {
            organisations: edition.organisations.clone(),
            councils: edition.councils.clone(),
            courts: edition.courts.clone(),
            prisons: edition.prisons.clone(),
            code_lists: edition.code_lists.clone(),
            ..Around::default()
        },
    );
    let options: BTreeSet<_> = edition
        .options
        .iter()
        .map(|option| option.id.clone())
        .collect();
    let reading = Reading {
        name,
        windows_1252,
        columns: None,
        today: civil_date(Terminal { fixed: None }.now()),
        options: &options,
    };
    Ok(match exchange::read(bytes, &reading, &register) {
        Ok(batch) => counted(name, batch, &register, alone),
        Err(refusal) => Answer {
            fault_count: 1,
            faults: vec![line(refusal.0)],
            ..empty(name)
        },
    })
}

fn counted(name: &str, batch: Batch, register: &Register, alone: bool) -> Answer {
    let mut answer = Answer {
        hidden: batch.hidden,
        passed_over: batch.passed_over,
        ..empty(name)
    };
    for incoming in &batch.entries {
        let here = incoming
            .matches
            .as_ref()
            .and_then(|(id, _)| register.entry(id));
        match here {
            None => answer.new += 1,
            Some(entry) if entry.service == incoming.service => answer.unchanged += 1,
            Some(_) => answer.changed += 1,
        }
    }
    let all = batch.faults.len();
    let faults: Vec<RowFault> = batch
        .faults
        .into_iter()
        .filter(|fault| alone || !fault.of_directory)
        .collect();
    let left_out = u32::try_from(all - faults.len()).unwrap_or(u32::MAX);
    answer.fault_count = batch.fault_count.saturating_sub(left_out);
    answer.faults = faults.into_iter().map(line).collect();
    answer
}

fn empty(name: &str) -> Answer {
    Answer {
        file: name.to_owned(),
        taken: false,
        batch: None,
        new: 0,
        changed: 0,
        unchanged: 0,
        conflicting: 0,
        fault_count: 0,
        faults: Vec::new(),
        hidden: Vec::new(),
        passed_over: Vec::new(),
    }
}

fn line(fault: RowFault) -> FaultLine {
    FaultLine {
        row: fault.row,
        column: fault.column,
        says: fault.says,
        offers: fault.offers,
    }
}

fn say(answer: &Answer, wanted: &DirectoryImport) -> Done {
    if wanted.json {
        let text = serde_json::to_string_pretty(answer)
            .map_err(|_| Ending::Undone("The answer could not be written.".into()))?;
        println!("{text}");
    } else if answer.fault_count == 0 {
        let done = if answer.taken {
            "was taken in"
        } else {
            "has no fault; nothing was taken in"
        };
        println!("{}: the file {done}.", answer.file);
        println!(
            "{} new, {} changed, {} unchanged.",
            answer.new, answer.changed, answer.unchanged
        );
        if answer.conflicting > 0 {
            println!(
                "{} entries were changed here too: what is here stands.",
                answer.conflicting
            );
        }
        for says in answer.hidden.iter().chain(&answer.passed_over) {
            println!("{says}");
        }
        if let Some(batch) = &answer.batch {
            println!("To take it back out, name the import {batch}.");
        }
    }
    if answer.fault_count == 0 {
        return Ok(());
    }
    let mut lines: Vec<String> = answer
        .faults
        .iter()
        .map(|fault| in_words(&answer.file, fault))
        .collect();
    let listed = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    if answer.fault_count > listed {
        lines.push(format!(
            "{}: {} faults in all.",
            answer.file, answer.fault_count
        ));
    }
    lines.push("Nothing was taken in.".to_owned());
    Err(Ending::BadInput(lines.join("\n")))
}

fn in_words(file: &str, fault: &FaultLine) -> String {
    let row = fault.row.map(|row| format!("row {row}"));
    let column = fault
        .column
        .as_ref()
        .map(|column| format!("column {column}"));
    let place: Vec<String> = [row, column].into_iter().flatten().collect();
    let place = if place.is_empty() {
        String::new()
    } else {
        format!(" {}:", place.join(", "))
    };
    let offers = fault.offers.as_ref().map(|offers| format!(" ({offers})"));
    format!(
        "{file}:{place} {}{}",
        fault.says,
        offers.unwrap_or_default()
    )
}

fn file_name(path: &Path) -> String {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| path.display().to_string())
}
