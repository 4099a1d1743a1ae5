//! A file that somebody brings is read in another process, and whatever becomes of that process, the
//! directory stays as it was.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::Instant;

use exchange::{Opened, Refusal};
use sederunt_tests::office::{Office, PASSPHRASE};
use sederunt_tests::places::{built, command_line};

use crate::directory_editing::an_editors_office;

const STOPPED: &str =
    "The file could not be read: reading it took more memory or time than is allowed.";

fn opened_in_a_child(program: &Path, bytes: &[u8]) -> Result<Opened, Refusal> {
    intake::open_table(program, bytes, false, &|| false).expect("nobody cancelled it")
}

/// JSON of 28 MiB that is a gigabyte and more once it is read: each list of one takes a place of its
/// own in memory.
fn a_memory_bomb() -> Vec<u8> {
    let lists = "[0],".repeat(7 * 1024 * 1024);
    format!("[{lists}0]").into_bytes()
}

fn a_long_file(rows: u32) -> String {
    let rows = (0..rows).map(|row| {
        format!("long-{row},Service {row},housing,Rooms,S12000047,current,Scotland,unverified\n")
    });
    let headings = "id,name,kind,description,areas_served,state,jurisdiction,status\n";
    headings.to_owned() + &rows.collect::<String>()
}

#[test]
fn a_child_finds_in_a_file_what_this_process_finds() {
    let program = built("sederunt-cli");
    let files: [&[u8]; 5] = [
        b"name,kind\nA group,housing\n",
        b"name,kind\nA group\n",
        br#"[{"id": "1", "name": "A", "status": "active", "minimum_age": 16.5}]"#,
        b"%PDF-1.7",
        b"",
    ];
    for bytes in files {
        assert_eq!(
            opened_in_a_child(&program, bytes),
            exchange::open(bytes, false),
            "{}",
            String::from_utf8_lossy(bytes)
        );
    }
    let older = b"name\nCaf\xE9\n";
    let opened = intake::open_table(&program, older, true, &|| false);
    assert_eq!(opened, Some(exchange::open(older, true)));
}

#[test]
fn a_file_that_takes_too_much_memory_is_refused_and_this_process_lives() {
    let program = built("sederunt-cli");

    let refused = opened_in_a_child(&program, &a_memory_bomb());

    assert_eq!(refused.expect_err("a refusal").0.says, STOPPED);
}

#[test]
fn the_command_line_refuses_such_a_file_as_bad_input() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("bomb.json");
    fs::write(&file, a_memory_bomb()).expect("a file");

    let refused = command_line()
        .args(["directory", "import", "--dry-run"])
        .arg(&file)
        .output()
        .expect("the command line runs");

    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(2), "{said}");
    assert!(said.contains(STOPPED), "{said}");
    assert!(said.contains("Nothing was taken in."), "{said}");
}

#[test]
fn a_child_that_cannot_be_started_is_a_refusal_too() {
    let refused = opened_in_a_child(Path::new("/no/such/program"), b"name\nA\n");

    let says = refused.expect_err("a refusal").0.says;
    assert!(says.contains("could not be started"), "{says}");
}

#[cfg(unix)]
#[test]
fn a_child_that_is_killed_is_a_refusal() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let program = folder.path().join("killed");
    fs::write(&program, "#!/bin/sh\nprintf '{\"Ok\":'\nkill -9 $$\n").expect("a program");
    let mode = fs::Permissions::from_mode(0o700);
    fs::set_permissions(&program, mode).expect("a program");

    let refused = opened_in_a_child(&program, b"name\nA\n");

    assert_eq!(refused.expect_err("a refusal").0.says, STOPPED);
}

#[test]
fn a_reading_that_is_cancelled_gives_nothing() {
    let file = a_long_file(20_000);

    let opened = intake::open_table(&built("sederunt-cli"), file.as_bytes(), false, &|| true);

    assert_eq!(opened, None);
}

fn begin_to_take_in(store: &Path, file: &Path) -> Child {
    let mut taking = command_line()
        .args(["directory", "import", "--store"])
        .args([store, file])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command line runs");
    let mut typed = taking.stdin.take().expect("its input");
    writeln!(typed, "{PASSPHRASE}").expect("it reads the passphrase");
    taking
}

/// An office that nobody is in, and a file beside it.
fn a_closed_office_and_a_file(rows: u32) -> (Office, PathBuf) {
    let mut office = an_editors_office();
    office.close();
    let file = office.folder().join("long.csv");
    fs::write(&file, a_long_file(rows)).expect("a file");
    (office, file)
}

#[cfg(unix)]
fn interrupt(process: &Child) {
    let id = process.id().to_string();
    let sent = Command::new("kill").args(["-INT", &id]).status();
    assert!(sent.is_ok_and(|status| status.success()));
}

#[cfg(unix)]
#[test]
fn a_command_line_that_is_interrupted_takes_in_all_of_a_file_or_nothing() {
    const ROWS: u32 = 1_000;
    let (office, file) = a_closed_office_and_a_file(ROWS);
    let begun = Instant::now();
    let whole: Output = begin_to_take_in(office.folder(), &file)
        .wait_with_output()
        .expect("it ends");
    assert!(whole.status.success(), "{whole:?}");
    let took = begun.elapsed();
    let mut nothing = 0;

    for tenths in [4, 7, 8, 9] {
        let (mut office, file) = a_closed_office_and_a_file(ROWS);
        let mut taking = begin_to_take_in(office.folder(), &file);
        sleep(took * tenths / 10);
        interrupt(&taking);
        taking.wait().expect("it ends");

        office.reopen();
        let desk = office.desk();
        let entries: Vec<u32> = desk
            .imports()
            .expect("the files")
            .iter()
            .map(|batch| batch.entries)
            .collect();
        assert!(entries.is_empty() || entries == [ROWS], "{entries:?}");
        nothing += u32::from(entries.is_empty());
    }

    assert!(nothing > 0, "no interruption came before the end");
}
