//! How long a report of twenty pages takes, from starting the program to the finished PDF.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::bench::figures::{median, milliseconds, quoted, write};
use crate::bench::report_text::ReportText;
use crate::program::{first_found, listen, program};
use crate::trouble::Trouble;
use crate::workspace::Workspace;

/// A program that makes a PDF of the text, and how it is asked to.
struct Contender {
    name: &'static str,
    command: Box<dyn Fn() -> Command>,
    pdf: PathBuf,
}

/// What one program needed.
struct Timing {
    name: &'static str,
    time: Duration,
    pages: Option<u32>,
    bytes: u64,
}

/// Times ours and each of the others that is on the machine, and gives a table.
pub(crate) fn measure(workspace: &Workspace, out: &Path, runs: usize) -> Result<String, Trouble> {
    let text = ReportText::of_twenty_pages();
    write(&out.join("report.txt"), &text.plain())?;
    write(&out.join("report.html"), &text.html())?;
    write(&out.join("report.typ"), &text.typst())?;
    let mut timings = vec![time(&ours(workspace, out), runs)?];
    let mut notes = Vec::new();
    for contender in others(out) {
        match time(&contender, runs) {
            Ok(timing) => timings.push(timing),
            Err(trouble) => notes.push(format!("{}: {trouble}", contender.name)),
        }
    }
    write(&out.join("report.json"), &as_json(&timings, runs))?;
    notes.insert(0, table(&timings, runs));
    Ok(notes.join("\n"))
}

fn ours(workspace: &Workspace, out: &Path) -> Contender {
    let (text, pdf) = (out.join("report.txt"), out.join("sederunt.pdf"));
    let cli = workspace.built("sederunt-cli", true);
    let target = pdf.clone();
    Contender {
        name: "Sederunt",
        command: Box::new(move || {
            let mut command = program(&cli);
            command.arg("bench-report").arg("--text").arg(&text);
            command.arg("--out").arg(&target);
            command
        }),
        pdf,
    }
}

fn others(out: &Path) -> Vec<Contender> {
    let html = out.join("report.html");
    let found = [
        first_found(&["typst"]).map(|typst| {
            let (source, pdf) = (out.join("report.typ"), out.join("typst.pdf"));
            contender("Typst", pdf.clone(), move || {
                let mut command = program(&typst);
                command.arg("compile").arg(&source).arg(&pdf);
                command
            })
        }),
        first_found(&["chromium", "google-chrome", "chromium-browser"]).map(|chromium| {
            let (html, profile) = (html.clone(), out.join("chromium-profile"));
            let pdf = out.join("chromium.pdf");
            contender("Chromium", pdf.clone(), move || {
                let mut command = program(&chromium);
                command.args([
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                ]);
                command.args([
                    "--disable-background-networking",
                    "--disable-component-update",
                ]);
                command.args(["--disable-sync", "--no-pdf-header-footer"]);
                command.arg(format!("--user-data-dir={}", profile.display()));
                command.arg(format!("--print-to-pdf={}", pdf.display()));
                command.arg(format!("file://{}", html.display()));
                command
            })
        }),
        first_found(&["soffice", "libreoffice"]).map(|office| {
            let (html, folder) = (html.clone(), out.join("libreoffice"));
            contender("LibreOffice", folder.join("report.pdf"), move || {
                let mut command = program(&office);
                let profile = folder.join("profile");
                command.arg(format!(
                    "-env:UserInstallation=file://{}",
                    profile.display()
                ));
                command.args(["--headless", "--convert-to", "pdf:writer_web_pdf_Export"]);
                command.arg("--outdir").arg(&folder).arg(&html);
                command
            })
        }),
        first_found(&["weasyprint"]).map(|weasyprint| {
            let (html, pdf) = (html.clone(), out.join("weasyprint.pdf"));
            contender("WeasyPrint", pdf.clone(), move || {
                let mut command = program(&weasyprint);
                command.arg(&html).arg(&pdf);
                command
            })
        }),
    ];
    found.into_iter().flatten().collect()
}

fn contender(
    name: &'static str,
    pdf: PathBuf,
    command: impl Fn() -> Command + 'static,
) -> Contender {
    Contender {
        name,
        command: Box::new(command),
        pdf,
    }
}

/// One run to warm up, which does not count, then as many as asked.
fn time(contender: &Contender, runs: usize) -> Result<Timing, Trouble> {
    let mut times = Vec::new();
    for run in 0..=runs {
        // Some programs make a second file rather than replace the first.
        let _ = fs::remove_file(&contender.pdf);
        let begun = Instant::now();
        listen(&mut (contender.command)())?;
        if run > 0 {
            times.push(begun.elapsed());
        }
    }
    let bytes = fs::metadata(&contender.pdf)
        .map_err(|_| Trouble::new("It ended content and yet made no PDF."))?
        .len();
    Ok(Timing {
        name: contender.name,
        time: median(&times).unwrap_or_default(),
        pages: pages(&contender.pdf),
        bytes,
    })
}

fn pages(pdf: &Path) -> Option<u32> {
    let about = listen(program("pdfinfo").arg(pdf)).ok()?;
    let line = about.lines().find_map(|line| line.strip_prefix("Pages:"))?;
    line.trim().parse().ok()
}

fn table(timings: &[Timing], runs: usize) -> String {
    let ours = timings.first().map_or(0.0, |t| milliseconds(t.time));
    let mut lines = vec![format!(
        "Whole process, median of {runs} runs, on the same text:"
    )];
    lines.extend(timings.iter().map(|timing| {
        let time = milliseconds(timing.time);
        let pages = timing
            .pages
            .map_or_else(|| "?".to_owned(), |n| n.to_string());
        format!(
            "  {:<12} {time:>8.0} ms  {:>6.1} ×  {pages:>3} pages  {:>6} KB",
            timing.name,
            if ours > 0.0 { time / ours } else { 1.0 },
            timing.bytes / 1024,
        )
    }));
    lines.join("\n")
}

fn as_json(timings: &[Timing], runs: usize) -> String {
    let timings: Vec<String> = timings
        .iter()
        .map(|timing| {
            format!(
                "  {{ \"program\": {}, \"median_ms\": {:.2}, \"pages\": {}, \"bytes\": {} }}",
                quoted(timing.name),
                milliseconds(timing.time),
                timing
                    .pages
                    .map_or_else(|| "null".to_owned(), |n| n.to_string()),
                timing.bytes,
            )
        })
        .collect();
    format!(
        "{{ \"runs\": {runs}, \"programs\": [\n{}\n] }}\n",
        timings.join(",\n")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timing(name: &'static str, ms: u64) -> Timing {
        Timing {
            name,
            time: Duration::from_millis(ms),
            pages: Some(20),
            bytes: 102_400,
        }
    }

    #[test]
    fn each_program_is_shown_as_a_multiple_of_ours() {
        let table = table(&[timing("Sederunt", 100), timing("Other", 250)], 5);

        assert!(table.contains("2.5 ×"), "{table}");
        assert!(table.contains("1.0 ×"), "{table}");
    }

    #[test]
    fn the_figures_are_json() {
        let json = as_json(&[timing("Sederunt", 100)], 5);

        assert!(json.contains(r#""program": "Sederunt", "median_ms": 100.00, "pages": 20"#));
    }
}
