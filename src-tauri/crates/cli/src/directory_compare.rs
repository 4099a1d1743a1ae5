//! `directory compare`: what a local edition would change, before anybody installs it.

use std::fs;
use std::path::Path;

use desk::{EditionStage, Fault, LocalEditionPage};
use publication::{Difference, Error, InstallEffect};

use crate::Done;
use crate::arguments::DirectoryCompare;
use crate::directory_store;
use crate::ending::Ending;

/// The largest file that is looked at: what it may hold is bounded where it is read.
const LARGEST: u64 = 64 * 1024 * 1024;

pub(crate) fn run(wanted: &DirectoryCompare) -> Done {
    let bytes = read(&wanted.file)?;
    // A file that is no edition is refused before a passphrase is asked for.
    publication::read(&bytes).map_err(|error| refused(&wanted.file, error))?;
    let (_door, desk) = directory_store::compared(&wanted.against)?;
    let name = wanted.file.display().to_string();
    let compared = desk.compare_local_edition(&name, &bytes);
    desk.close()?;
    let page = compared.map_err(|fault| unfit(&wanted.file, fault))?;
    if wanted.json {
        let text = serde_json::to_string_pretty(&page)
            .map_err(|_| Ending::Undone("The answer could not be written.".into()))?;
        println!("{text}");
    } else {
        say(&page);
    }
    Ok(())
}

fn read(file: &Path) -> Result<Vec<u8>, Ending> {
    let size = fs::metadata(file)
        .map_err(|error| bad(file, &format!("{error}.")))?
        .len();
    if size > LARGEST {
        let says = "the file is larger than 64 MiB. Nothing of it was read.";
        return Err(bad(file, says));
    }
    fs::read(file).map_err(|error| bad(file, &format!("{error}.")))
}

fn say(page: &LocalEditionPage) {
    println!(
        "{}, number {}, made on {} over edition {}: {} entries.",
        page.office, page.number, page.made_on, page.over, page.entries
    );
    println!("Proposed with the key {}.", page.proposed_by);
    match (page.stage, &page.approved_by) {
        (EditionStage::Approved, Some(key)) => println!("Approved with the key {key}."),
        (EditionStage::Approved | EditionStage::Proposed, _) => {
            println!("Nobody has approved it yet.");
        }
    }
    if let Some(newer) = page.installed {
        println!("Number {newer} of this office is installed here already, and is newer.");
    }
    for name in &page.organisations {
        println!("organisation  {name}");
    }
    for difference in &page.differences {
        say_difference(difference);
    }
    println!("It would change {} entries.", page.difference_count);
    if page.disputed > 0 {
        println!("{} of them were changed here too.", page.disputed);
    }
}

fn say_difference(difference: &Difference) {
    let effect = match difference.effect {
        InstallEffect::Added => "new     ",
        InstallEffect::Changed => "changed ",
        InstallEffect::Disputed => "disputed",
    };
    println!("{effect}  {}  {}", difference.service.0, difference.name);
    for part in &difference.parts {
        if part.before.is_empty() {
            println!("    {}: {}", part.part, part.after);
        } else {
            println!("    {}: {} -> {}", part.part, part.before, part.after);
        }
    }
}

/// What is wrong with a file that is not a local edition whose signatures are whole.
fn refused(file: &Path, error: Error) -> Ending {
    let says = match error {
        Error::NotAnEdition => {
            "this is not a signed local edition of the directory. Nothing of it was read."
        }
        Error::Forged => {
            "the file was changed after it was signed, or its signature is not whole. Nothing of \
             it was read."
        }
        // Nothing is signed here, so the last two do not come.
        Error::Unparsable | Error::SamePerson | Error::ApprovedAlready => {
            "the file is signed and cannot be read: it is damaged, too large, or of a newer \
             Sederunt."
        }
    };
    bad(file, says)
}

/// A local edition that is signed and could not be installed.
fn unfit(file: &Path, fault: Fault) -> Ending {
    if matches!(fault, Fault::BadInput { .. }) {
        return bad(
            file,
            "the edition is signed and does not fit: an entry of it could not be entered here. It \
             cannot be installed.",
        );
    }
    fault.into()
}

fn bad(file: &Path, says: &str) -> Ending {
    Ending::BadInput(format!("{}: {says}", file.display()))
}
