//! `directory export`: the directory written to a file that is not there yet.

use desk::ExportFormat;
use directory::DirectorySearch;

use crate::Done;
use crate::arguments::DirectoryExport;
use crate::directory_store;
use crate::ending::Ending;

pub(crate) fn run(wanted: &DirectoryExport) -> Done {
    let out = &wanted.out;
    if out.exists() {
        return Err(Ending::BadInput(format!(
            "{}: the file is there already, and is not replaced.",
            out.display()
        )));
    }
    let format = match wanted.format.as_str() {
        "csv" => ExportFormat::Csv,
        "hsds" => ExportFormat::Hsds,
        _ => ExportFormat::HsdsUk,
    };
    let (_door, mut desk) = directory_store::opened_or_edition(&wanted.at)?;
    let everything = DirectorySearch {
        not_running: true,
        expired: true,
        ..DirectorySearch::of_everything(desk.today_date())
    };
    let (exported, bytes) = desk.export_directory(&everything, format, wanted.contacts)?;
    vault::write_durably(out, &bytes)
        .map_err(|error| Ending::Undone(format!("{}: {error}.", out.display())))?;
    desk.close()?;
    println!(
        "{}: {} entries were written.",
        out.display(),
        exported.count
    );
    for loss in &exported.losses {
        println!("{loss}");
    }
    Ok(())
}
