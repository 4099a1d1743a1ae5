//! What `directory import` answers: in words, or in JSON.

use desk::ImportPreview;
use exchange::RowFault;
use serde::Serialize;

use crate::Done;
use crate::arguments::DirectoryImport;
use crate::ending::Ending;

/// What became of a file.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Answer {
    pub file: String,
    pub taken: bool,
    pub batch: Option<String>,
    pub new: u32,
    pub changed: u32,
    pub unchanged: u32,
    pub conflicting: u32,
    pub fault_count: u32,
    pub faults: Vec<FaultLine>,
    pub hidden: Vec<String>,
    pub passed_over: Vec<String>,
    pub beside: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct FaultLine {
    pub row: Option<u32>,
    pub column: Option<String>,
    pub says: String,
    pub offers: Option<String>,
}

impl Answer {
    /// Of a file of which nothing is known yet.
    pub(crate) fn of(file: &str) -> Self {
        Self {
            file: file.to_owned(),
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
            beside: Vec::new(),
        }
    }

    /// Of a file as a desk has read it.
    pub(crate) fn of_preview(preview: ImportPreview) -> Self {
        let faults = preview.faults.into_iter().map(|fault| FaultLine {
            row: fault.row,
            column: fault.column,
            says: fault.says,
            offers: fault.offers,
        });
        Self {
            new: preview.new,
            changed: preview.changed,
            unchanged: preview.unchanged,
            conflicting: preview.conflicting,
            fault_count: preview.fault_count,
            faults: faults.collect(),
            hidden: preview.hidden,
            passed_over: preview.passed_over,
            beside: preview.beside,
            ..Self::of(&preview.file)
        }
    }
}

impl From<RowFault> for FaultLine {
    fn from(fault: RowFault) -> Self {
        Self {
            row: fault.row,
            column: fault.column,
            says: fault.says,
            offers: fault.offers,
        }
    }
}

/// Says it; a file with a fault is bad input.
pub(crate) fn say(answer: &Answer, wanted: &DirectoryImport) -> Done {
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
        if !answer.beside.is_empty() {
            println!("Kept beside the entries and written out again as open data, not shown here:");
        }
        for says in &answer.beside {
            println!("  {says}");
        }
        if let Some(batch) = &answer.batch {
            println!(
                "It can be taken back out in the window, under \"Files taken in\" (import {batch})."
            );
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
