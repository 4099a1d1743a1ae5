//! The demonstration's report on paper, read back through programs that are not ours.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "these are tests, and what they are made with stands beside them"
)]

mod apparatus;
mod persons_copy;
mod reading;

use casework::{CaseFile, Form, Recipient, ReportFile, ReportPaper};
use desk::demonstration_instant;
use sederunt_tests::Paper;
use sederunt_tests::office::edition;

/// A report of the demonstration on paper, with the file and the form it was made from.
struct Printed {
    file: CaseFile,
    report: ReportFile,
    form: Form,
    paper: Paper,
}

/// The three reports, each as the court receives it.
fn reports() -> Vec<Printed> {
    let files = edition().demonstration.clone().into_iter();
    files
        .map(|file| print(file.clone(), &file.reports[0]))
        .collect()
}

fn print(file: CaseFile, report: &ReportFile) -> Printed {
    print_for(file, report, Recipient::Court)
}

fn print_for(file: CaseFile, report: &ReportFile, recipient: Recipient) -> Printed {
    let form = edition().form(&report.form).expect("the form").clone();
    let paper = ReportPaper {
        form: &form,
        answers: &report.all_answers(),
        case: &file.case,
        reference: &file.reference,
        author: &report.author,
        signed: report.completed,
        produced: report.completed.unwrap_or_else(demonstration_instant),
        demonstration: true,
        recipient,
    };
    let printed = press::print(&paper.document()).expect("a report can be printed");
    Printed {
        report: report.clone(),
        paper: Paper::of(&printed.bytes),
        form,
        file,
    }
}
