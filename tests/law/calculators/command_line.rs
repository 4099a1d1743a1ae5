//! `sederunt-cli law calculate`: its answer, and what bad input gets.

use std::fs;

use sederunt_tests::office::edition;
use sederunt_tests::places::command_line;
use serde_json::Value;

fn calculated(name: &str, given: &str, more: &[&str]) -> std::process::Output {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("given.toml");
    fs::write(&file, given).expect("a file");
    let mut command = command_line();
    command.args(["law", "calculate", name, "--as-at", "2026-11-22", "--given"]);
    command
        .arg(&file)
        .args(more)
        .output()
        .expect("the command line runs")
}

#[test]
fn the_command_line_reckons_and_shows_how() {
    let given = "offence_date = \"2026-01-10\"\nvictim-surcharge-restitution = false\n\
                 victim-surcharge-fine-1 = \"£300\"\nvictim-surcharge-fine-2 = \"£350\"\n";

    let text = calculated("victim-surcharge", given, &[]);
    let json = calculated("victim-surcharge", given, &["--json"]);

    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    assert!(text.contains("Victim surcharge: £40"), "{text}");
    assert!(text.contains("£300.00 + £350.00 = £650.00"), "{text}");
    let json: Value = serde_json::from_slice(&json.stdout).expect("an answer in JSON");
    assert_eq!(json["working"]["answers"][0]["value"], "£40");
    assert_eq!(json["working"]["answers"][0]["checked"], "verified");
}

#[test]
fn the_command_line_refuses_what_is_no_input_and_no_calculator() {
    let stranger = calculated("victim-surcharge", "fine = \"£300\"\n", &[]);
    let no_such = calculated("horoscope", "court = \"SS\"\n", &[]);

    for (output, named) in [(stranger, "fine:"), (no_such, "victim-surcharge")] {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(named), "{said}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn the_command_line_lists_every_calculator() {
    let output = command_line()
        .args(["law", "calculators", "--json"])
        .output()
        .expect("the command line runs");

    let list: Value = serde_json::from_slice(&output.stdout).expect("a list in JSON");
    assert_eq!(
        list.as_array().unwrap().len(),
        edition().calculators.entries.len()
    );
}
