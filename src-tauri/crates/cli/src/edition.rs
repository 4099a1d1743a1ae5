//! `edition`: check, pack, verify and compare editions of the content.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ::edition::{Error, PINNED_KEYS, pack, read, signing_key, verify};

use crate::Done;
use crate::arguments::Edition;
use crate::ending::Ending;

pub(crate) fn run(wanted: &Edition) -> Done {
    match wanted {
        Edition::Check { sources } => check(sources),
        Edition::Pack { sources, key, out } => pack_to(sources, key, out),
        Edition::Verify { file } => verify_file(file),
        Edition::Diff { older, newer } => diff(older, newer),
    }
}

fn check(sources: &Path) -> Done {
    let edition = read(sources).map_err(|error| faults(&error))?;
    println!(
        "The content has no faults: {} options, {} rules, {} calculators, {} services, {} courts, {} forms.",
        edition.options.len(),
        edition.competence.rules.len(),
        edition.calculators.entries.len(),
        edition.services.len(),
        edition.courts.len(),
        edition.forms.len()
    );
    Ok(())
}

fn pack_to(sources: &Path, key: &Path, out: &Path) -> Done {
    let edition = read(sources).map_err(|error| faults(&error))?;
    let digits = fs::read_to_string(key).map_err(|_| unreadable(key))?;
    let key = signing_key(&digits).map_err(|error| faults(&error))?;
    let packed = pack(&edition, &key).map_err(|error| faults(&error))?;
    vault::write_durably(out, &packed)
        .map_err(|_| Ending::Undone(format!("{} could not be written.", out.display())))?;
    println!(
        "Packed edition {} ({} bytes) to {}.",
        edition.label.name,
        packed.len(),
        out.display()
    );
    Ok(())
}

fn verify_file(file: &Path) -> Done {
    let edition = open(file)?;
    println!(
        "{} is edition {} (number {}), signed by a key this program trusts.",
        file.display(),
        edition.label.name,
        edition.label.number
    );
    Ok(())
}

fn diff(older: &Path, newer: &Path) -> Done {
    let (older, newer) = (entries(&open(older)?)?, entries(&open(newer)?)?);
    for (id, entry) in &newer {
        match older.get(id) {
            None => println!("new      {id}"),
            Some(before) if before != entry => println!("changed  {id}"),
            Some(_) => {}
        }
    }
    for id in older.keys().filter(|id| !newer.contains_key(*id)) {
        println!("removed  {id}");
    }
    Ok(())
}

fn open(file: &Path) -> Result<::edition::Edition, Ending> {
    let bytes = fs::read(file).map_err(|_| unreadable(file))?;
    verify(&bytes, &PINNED_KEYS).map_err(|error| faults(&error))
}

/// Every entry of an edition by kind and id, as JSON.
fn entries(edition: &::edition::Edition) -> Result<BTreeMap<String, String>, Ending> {
    let mut found = BTreeMap::new();
    let mut put = |kind: &str, id: &str, json: serde_json::Result<String>| {
        json.map(|json| found.insert(format!("{kind} {id}"), json))
            .map(|_| ())
            .map_err(|_| Ending::Undone("An entry could not be compared.".into()))
    };
    for option in &edition.options {
        put("option", &option.id.0, serde_json::to_string(option))?;
    }
    for service in &edition.services {
        put("service", &service.id.0, serde_json::to_string(service))?;
    }
    for court in &edition.courts {
        put("court", &court.id.0, serde_json::to_string(court))?;
    }
    for form in &edition.forms {
        put("form", &form.id.0, serde_json::to_string(form))?;
    }
    Ok(found)
}

fn faults(error: &Error) -> Ending {
    match error {
        Error::Faulty(faults) => {
            let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
            Ending::Refused(lines.join("\n"))
        }
        Error::Forged | Error::NotAnEdition => Ending::Refused(
            "The file is not signed by a key this program trusts, so it was not read.".into(),
        ),
        Error::Unreadable { file, source } => {
            Ending::BadInput(format!("{file} could not be read: {source}."))
        }
        Error::Unparsable => Ending::Refused("The edition is signed and cannot be read.".into()),
        Error::BadKey => Ending::BadInput("The signing key is not 64 hexadecimal digits.".into()),
    }
}

fn unreadable(path: &Path) -> Ending {
    Ending::BadInput(format!("{} could not be read.", path.display()))
}
