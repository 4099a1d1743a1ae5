//! `directory import`: a file is opened in a child process and judged before any store is opened.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::io::{IsTerminal, stderr};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use ::directory::{Entry, Register, Surroundings as Around};
use desk::{ImportProgress, Surroundings as _, bundled_edition, civil_date};
use exchange::{Batch, Opened, Reading, Refusal, RowFault};

use crate::Done;
use crate::arguments::DirectoryImport;
use crate::directory_import_answer::{Answer, FaultLine, say};
use crate::directory_store;
use crate::ending::Ending;
use crate::surroundings::Terminal;

/// The largest file that is looked at: what it may hold is bounded where it is read.
const LARGEST: u64 = 64 * 1024 * 1024;

/// How often it is said how far the taking in is.
const SAID_EVERY: Duration = Duration::from_millis(250);

pub(crate) fn run(wanted: &DirectoryImport) -> Done {
    let name = file_name(&wanted.file);
    let bytes = read(&wanted.file)?;
    let opened = opened(&bytes, wanted.encoding == "windows-1252")?;
    let judged = judged(&name, &opened, wanted)?;
    if judged.fault_count > 0 || wanted.dry_run {
        return say(&judged, wanted);
    }
    let (_door, mut desk) = directory_store::opened(&wanted.at)?;
    let mut preview = desk.read_import(&name, &bytes, opened)?;
    if wanted.contacts && preview.contacts == Some(false) {
        preview = desk.choose_columns(preview.token, &[], true)?;
    }
    let token = preview.token;
    let mut answer = Answer::of_preview(preview);
    if answer.fault_count == 0
        && let Some(taken) = desk.take_import(token, false, &mut teller())?
    {
        answer.taken = true;
        answer.batch = Some(taken.batch.to_string());
        answer.new = taken.new;
    }
    desk.close()?;
    say(&answer, wanted)
}

fn opened(bytes: &[u8], windows_1252: bool) -> Result<Result<Opened, Refusal>, Ending> {
    let undone = || Ending::Undone("The file could not be read just now.".into());
    let program = env::current_exe().map_err(|_| undone())?;
    intake::open_table(&program, bytes, windows_1252, &|| false).ok_or_else(undone)
}

/// Tells a terminal how far the taking in is, and nobody else. Whoever wants it no more ends the
/// program: what was not taken in whole was not taken in.
fn teller() -> impl FnMut(ImportProgress) -> ControlFlow<()> {
    let watched = stderr().is_terminal();
    let mut said = Instant::now();
    move |progress| {
        let ImportProgress { done, of } = progress;
        if watched && (done == of || said.elapsed() >= SAID_EVERY) {
            said = Instant::now();
            let end = if done == of { "\n" } else { "" };
            eprint!("\r{done} of {of} entries{end}");
        }
        ControlFlow::Continue(())
    }
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
fn judged(
    name: &str,
    opened: &Result<Opened, Refusal>,
    wanted: &DirectoryImport,
) -> Result<Answer, Ending> {
    let opened = match opened {
        Ok(opened) => opened,
        Err(refusal) => return Ok(refused(name, refusal.clone())),
    };
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
        windows_1252: false,
        columns: None,
        today: civil_date(Terminal { fixed: None }.now()),
        contacts: wanted.contacts,
        options: &options,
    };
    Ok(match exchange::judge(opened, &reading, &register) {
        Ok(batch) => counted(name, batch, &register, wanted.dry_run),
        Err(refusal) => refused(name, refusal),
    })
}

fn refused(name: &str, refusal: Refusal) -> Answer {
    Answer {
        fault_count: 1,
        faults: vec![refusal.0.into()],
        ..Answer::of(name)
    }
}

fn counted(name: &str, batch: Batch, register: &Register, alone: bool) -> Answer {
    let mut answer = Answer {
        hidden: batch.hidden,
        passed_over: batch.passed_over,
        beside: batch.beside,
        ..Answer::of(name)
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
    answer.faults = faults.into_iter().map(FaultLine::from).collect();
    answer
}

fn file_name(path: &Path) -> String {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| path.display().to_string())
}
