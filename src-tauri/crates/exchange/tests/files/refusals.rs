//! Files made to break an importer: each refused with its row, its column and the reason.

use crate::office::{a_row_with, an_archive, office};

#[test]
fn each_faulty_cell_is_named_by_row_and_column() {
    let office = office();
    let long = "x".repeat(33_000);
    let cases = [
        (
            "areas_served",
            "S12000099",
            "not the code or the name of a council",
        ),
        (
            "areas_served",
            "Atlantis",
            "not the code or the name of a council",
        ),
        (
            "areas_served",
            "national;S12000047",
            "nothing stands beside it",
        ),
        ("active_from", "2026-02-30", "There is no day 2026-02-30"),
        ("active_from", "Jun-18", "is not a date"),
        ("assured_on", "2026-11-23", "has not come yet"),
        ("source_date", "2027", "has not come yet"),
        ("elig_age_min", "sixteen", "is not an age"),
        ("elig_age_min", "-5", "is not an age"),
        ("kind", "wizardry", "is not a code of the list"),
        (
            "offender_groups",
            "women;dragons",
            "\"dragons\" is not a code",
        ),
        ("disposal_ids", "cpo-flogging", "is not in the directory"),
        ("court_ids", "SC-NONE", "is not in the directory"),
        ("provider_org_ids", "org-nobody", "is not in the directory"),
        ("state", "running", "is not a code of the list"),
        ("languages", "Gaelic", "ISO 639"),
        (
            "parent_id",
            "pg-nobody",
            "neither in the directory nor in the file",
        ),
        ("description", long.as_str(), "32 KiB"),
        ("description", "=HYPERLINK(\"\"x\"\")", "formula"),
        ("description", "@SUM(A1)", "formula"),
        ("description", "+cmd|' /C calc'!A0", "formula"),
        ("description", "- one", "formula"),
        ("description", "a\u{202E}b", "direction"),
        ("description", "a\u{0008}b", "control character"),
        ("description", "a\u{FFFD}b", "lost"),
    ];
    for (column, cell, reason) in cases {
        let quoted = format!("\"{cell}\"");
        let batch = office.read(a_row_with(column, &quoted).as_bytes()).unwrap();

        let fault = batch
            .faults
            .first()
            .unwrap_or_else(|| panic!("{column}: {cell} has no fault"));
        assert_eq!(fault.row, Some(2), "{column}: {cell}");
        assert_eq!(fault.column.as_deref(), Some(column), "{cell}");
        assert!(fault.says.contains(reason), "{column}: {}", fault.says);
    }
}

#[test]
fn a_withdrawn_council_code_is_refused_and_its_successor_is_offered() {
    let office = office();
    let file = a_row_with("areas_served", "S12000015");
    let batch = office.read(file.as_bytes()).unwrap();

    let [fault] = batch.faults.as_slice() else {
        panic!("{:?}", batch.faults)
    };
    assert_eq!(fault.column.as_deref(), Some("areas_served"));
    assert_eq!(fault.offers.as_deref(), Some("S12000047, Fife"));
}

#[test]
fn a_duplicate_id_and_a_turned_age_are_refused() {
    let office = office();
    let file = "id,name,elig_age_min,elig_age_max\na,One,16,21\nb,Two,30,21\na,Three,,\n";

    let batch = office.read(file.as_bytes()).unwrap();

    let told: Vec<_> = batch
        .faults
        .iter()
        .map(|f| (f.row.unwrap(), f.column.as_deref().unwrap()))
        .collect();
    assert_eq!(told, [(3, "elig_age_max"), (4, "id")]);
    assert!(
        batch.faults[1].says.contains("row 2 already"),
        "{}",
        batch.faults[1].says
    );
}

#[test]
fn a_file_cut_short_is_refused_where_it_ends() {
    let office = office();
    let whole = include_str!("../../../../content/directory/programmes.csv");

    let inside_quotes = whole.find("\"Two-year").unwrap() + 40;
    let refused = office
        .read(&whole.as_bytes()[..inside_quotes])
        .unwrap_err()
        .0;
    assert_eq!(
        (refused.row, refused.column.as_deref()),
        (Some(2), Some("description"))
    );
    let between = whole.find(",Local councils; national team").unwrap() + 10;
    let batch = office.read(&whole.as_bytes()[..between]).unwrap();
    let fault = &batch.faults[0];
    assert_eq!(
        (fault.row, fault.column.as_deref()),
        (Some(2), Some("provider"))
    );
}

#[test]
fn wrong_encodings_are_named() {
    let office = office();
    let latin = b"id,name\r\na,Caf\xE9\r\n";

    let refused = office.read(latin).unwrap_err().0;
    assert_eq!(
        (refused.row, refused.column.as_deref()),
        (Some(2), Some("name"))
    );
    let chosen = office.read_as(latin, true, None).unwrap();
    assert_eq!(chosen.entries[0].service.name, "Café");
    let wide: Vec<u8> = "\u{FEFF}id,name"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert!(office.read(&wide).unwrap_err().0.says.contains("UTF-16"));
}

#[test]
fn sixty_megabytes_of_rows_are_refused_by_size() {
    let office = office();
    let rows = "a,b\r\n".repeat(12_000_000);
    let began = std::time::Instant::now();

    let refused = office.read(rows.as_bytes()).unwrap_err().0;

    assert!(refused.says.contains("57.2 MiB"), "{}", refused.says);
    assert!(began.elapsed().as_millis() < 500, "it is refused at once");
}

#[test]
fn archives_that_unpack_without_end_or_point_outside_are_refused() {
    let office = office();
    let blown = an_archive(&[("services.csv", &" ".repeat(20 * 1024 * 1024))]);
    assert!(
        office
            .read(&blown)
            .unwrap_err()
            .0
            .says
            .contains("hundred times")
    );
    for name in [
        "../services.csv",
        "/services.csv",
        "a\\services.csv",
        "c:services.csv",
        "con.csv",
    ] {
        let refused = office.read(&an_archive(&[(name, "id\n")])).unwrap_err().0;
        assert!(refused.says.contains("outside"), "{name}: {}", refused.says);
    }
    let many: Vec<(String, &str)> = (0..2_001).map(|at| (format!("{at}.csv"), "")).collect();
    let many: Vec<(&str, &str)> = many
        .iter()
        .map(|(name, body)| (name.as_str(), *body))
        .collect();
    assert!(
        office
            .read(&an_archive(&many))
            .unwrap_err()
            .0
            .says
            .contains("2001 files")
    );
    let clash = an_archive(&[("services.csv", "id\n"), ("Services.csv", "id\n")]);
    assert!(office.read(&clash).unwrap_err().0.says.contains("twice"));
    let whole = an_archive(&[("services.csv", "id,name,status\n1,a,active\n")]);
    assert!(office.read(&whole[..whole.len() - 30]).is_err());
}

#[test]
fn an_archive_whose_directory_lies_about_a_size_is_refused() {
    let office = office();
    let body = "id,name,status\nac148810-d857-441c-9679-408f346de14b,A,active\n";
    let mut bytes = an_archive(&[("services.csv", body)]);
    let directory = bytes
        .windows(4)
        .rposition(|four| four == b"PK\x01\x02")
        .unwrap();
    bytes[directory + 24] -= 10;

    assert!(office.read(&bytes).is_err());
}

#[test]
fn what_is_no_table_is_named() {
    let office = office();
    for (bytes, reason) in [
        (b"\xD0\xCF\x11\xE0rest".as_slice(), ".xls"),
        (b"%PDF-1.7", "PDF"),
        (b"<html>", "web page"),
        (b"", "empty"),
        (b"id;name\na;b\n", "semicolons"),
        (b"{\"a\": ", "cut short"),
        (b"[1, 2]", "no service"),
    ] {
        let says = match office.read(bytes) {
            Err(refusal) => refusal.0.says,
            Ok(batch) => batch.faults[0].says.clone(),
        };
        assert!(says.contains(reason), "{says}");
    }
}
