//! Packs the sources without the command line, which carries the packed edition inside it: for the
//! first pack of a new layout.
#![expect(clippy::print_stdout, reason = "an example speaks to the terminal")]

fn main() {
    let folder = std::path::Path::new("src-tauri/content");
    let key = std::fs::read_to_string(folder.join("keys/development.key")).unwrap_or_default();
    let packed = edition::read(folder)
        .and_then(|read| edition::signing_key(&key).and_then(|key| edition::pack(&read, &key)));
    match packed {
        Ok(bytes) => match std::fs::write(folder.join("edition.sederunt"), &bytes) {
            Ok(()) => println!("{} bytes", bytes.len()),
            Err(error) => println!("{error}"),
        },
        Err(edition::Error::Faulty(faults)) => faults.iter().for_each(|fault| println!("{fault}")),
        Err(error) => println!("{error}"),
    }
}
