//! `report`: a report printed from a case file.

use std::fs;
use std::path::Path;

use casework::{CaseFile, Completeness, Recipient, ReportFile, ReportPaper};
use desk::{bundled_edition, demonstration_instant};

use crate::Done;
use crate::arguments::Report;
use crate::ending::Ending;

pub(crate) fn run(wanted: &Report) -> Done {
    let file = read(&wanted.case)?;
    let edition = bundled_edition()?;
    let form = edition
        .forms
        .iter()
        .find(|form| form.id.0 == wanted.form)
        .ok_or_else(|| Ending::BadInput(format!("form: there is no form \"{}\".", wanted.form)))?;
    let report = file
        .reports
        .iter()
        .find(|report| report.form == form.id)
        .ok_or_else(|| {
            Ending::BadInput(format!(
                "{}: report: the case file has no report on the form \"{}\".",
                wanted.case.display(),
                form.id.0
            ))
        })?;
    print(wanted, &file, report, form, &edition)
}

fn print(
    wanted: &Report,
    file: &CaseFile,
    report: &ReportFile,
    form: &casework::Form,
    edition: &::edition::Edition,
) -> Done {
    let answers = report.all_answers();
    let unknown = answers.keys().find(|id| form.question(id).is_none());
    if let Some(id) = unknown {
        return Err(Ending::BadInput(format!(
            "{}: {}: the form has no such question.",
            wanted.case.display(),
            id.0
        )));
    }
    let completeness = Completeness::of(form, &answers, &file.case);
    let signed = report.completed.filter(|_| completeness.may_sign());
    if report.completed.is_some() && signed.is_none() {
        let flaws: Vec<String> = completeness
            .flaws
            .iter()
            .map(|flaw| format!("{}: {:?}", flaw.question.0, flaw.lack))
            .collect();
        return Err(Ending::Refused(format!(
            "The report is marked as completed and is not complete:\n{}",
            flaws.join("\n")
        )));
    }
    let demonstration = edition
        .demonstration
        .iter()
        .any(|known| known.reference == file.reference);
    let paper = ReportPaper {
        form,
        answers: &answers,
        case: &file.case,
        reference: &file.reference,
        author: &report.author,
        signed,
        produced: report.completed.unwrap_or_else(demonstration_instant),
        demonstration,
        recipient: recipient(wanted)?,
    };
    let printed = press::print(&paper.document())
        .map_err(|_| Ending::Undone("The report could not be printed.".into()))?;
    for warning in &printed.warnings {
        eprintln!("Warning: {warning}");
    }
    if !printed.warnings.is_empty() && signed.is_some() {
        return Err(Ending::Refused(
            "The report was not written, since not every character of it can be printed.".into(),
        ));
    }
    if wanted.out.exists() {
        return Err(Ending::BadInput(format!(
            "out: {} is there already and was not replaced.",
            wanted.out.display()
        )));
    }
    vault::write_durably(&wanted.out, &printed.bytes)
        .map_err(|_| Ending::Undone(format!("{} could not be written.", wanted.out.display())))?;
    println!("{}: {} pages.", wanted.out.display(), printed.pages);
    Ok(())
}

fn recipient(wanted: &Report) -> Result<Recipient, Ending> {
    match wanted.recipient.as_str() {
        "court" => Ok(Recipient::Court),
        "person" => Ok(Recipient::Person),
        other => Err(Ending::BadInput(format!(
            "recipient: there is no copy for \"{other}\"."
        ))),
    }
}

fn read(path: &Path) -> Result<CaseFile, Ending> {
    let text = fs::read_to_string(path)
        .map_err(|_| Ending::BadInput(format!("{} could not be read.", path.display())))?;
    let json = path
        .extension()
        .is_some_and(|e| e.eq_ignore_ascii_case("json"));
    let read = if json {
        serde_json::from_str(&text).map_err(|error| error.to_string())
    } else {
        toml::from_str(&text).map_err(|error| error.to_string())
    };
    read.map_err(|error: String| Ending::BadInput(format!("{}: {error}", path.display())))
}
