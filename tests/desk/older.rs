//! A store as the release before left it: opened by this program, with all that was in it.

use casework::ReportId;
use desk::{Fault, IssueOutcome, NewConference, Role};
use sederunt_tests::office::{Office, edition};
use sederunt_tests::{Paper, a_case, an_office};

/// The version of the schema before the facts of issued reports, the owners of records and the
/// bases of packs were kept.
const BEFORE: u32 = 7;

/// Takes from the store what that release did not know.
fn as_before(office: &mut Office) {
    office.close();
    let store = crate::newer::opened(office);
    store
        .execute_batch(
            "DROP TABLE issued_case; DROP TABLE owner; DROP TABLE pack_basis;
             DROP TABLE entry_seen; DROP TABLE edition_seen;
             DROP TABLE gap; DROP TABLE directory_change; DROP TABLE directory_entry;
             DROP TABLE directory_carried_before; DROP TABLE directory_carried;
             DROP TABLE directory_organisation_change;
             DROP TABLE directory_organisation; DROP TABLE directory_batch;",
        )
        .expect("the tables of this release");
    store
        .pragma_update(None, "user_version", BEFORE)
        .expect("the version can be set");
    drop(store);
    office.reopen();
}

fn issued(office: &mut Office) -> ReportId {
    let case = office.desk().add_case(a_case().build()).expect("a case").id;
    let report = office.a_complete_report(case, "jswr-2023");
    let outcome = office.desk().issue_report(report.id, report.rev);
    assert!(
        matches!(outcome, Ok(IssueOutcome::Issued { .. })),
        "{outcome:?}"
    );
    report.id
}

#[test]
fn whoever_made_the_records_of_an_older_store_still_has_them() {
    let mut office = an_office().held_by(&Role::ALL).open();
    let report = issued(&mut office);

    as_before(&mut office);

    let desk = office.desk();
    let case = desk.open_draft(report).expect("their report").record;
    assert_eq!(desk.cases().expect("their cases").len(), 1);
    assert!(desk.case_page(case.id).is_ok());
    assert!(desk.verify_store().expect("the verdict").sound);
}

#[test]
fn a_report_issued_before_keeps_its_bytes_and_in_a_pack_says_since_when_its_facts_are_kept() {
    let mut office = an_office().held_by(&Role::ALL).open();
    let report = issued(&mut office);
    let bytes = |office: &mut Office| -> Vec<u8> {
        let preview = office.desk().preview_report(report).expect("the report");
        let (_, bytes) = office.desk().previewed(preview.token).expect("its bytes");
        bytes.to_vec()
    };
    let as_issued = bytes(&mut office);
    as_before(&mut office);
    let mut case = office.desk().open_draft(report).expect("the report").record;

    case.case.court = "Another Sheriff Court".into();
    office.desk().save_case(&case).expect("a save");
    let pack = a_pack_with(&mut office, report).expect("a pack");

    assert_eq!(bytes(&mut office), as_issued);
    assert!(pack.contains("issued before the facts of a case were kept with its reports"));
    assert!(pack.contains("Inverbrae Sheriff Court"));
    assert!(!pack.contains("Another Sheriff Court"));
}

#[test]
fn an_older_store_is_copied_before_it_is_brought_up_to_date() {
    let mut office = an_office().held_by(&Role::ALL).open();
    issued(&mut office);
    let copy = office
        .folder()
        .join("sederunt-before-upgrade-2026-11-23.db");
    office.reopen();
    assert!(!copy.exists(), "a store of this release is not copied");

    as_before(&mut office);

    office.close();
    let before = crate::newer::opened_at(&office, &copy);
    assert_eq!(crate::newer::version_of(&before), BEFORE);
    let held = before.query_row("SELECT count(*) FROM draft", [], |row| row.get::<_, u32>(0));
    assert_eq!(held, Ok(1), "the copy has what the store had");
    assert!(crate::newer::version(&office) > BEFORE);
}

fn a_pack_with(office: &mut Office, report: ReportId) -> Result<String, Fault> {
    let desk = office.desk();
    let mut record = desk.add_conference(NewConference {
        meeting_type: edition().meeting_types[0].id.0.clone(),
        case: None,
        starts: "2026-12-01T10:00:00".parse().expect("a time"),
        place: "Room 1".into(),
    })?;
    record.conference.papers.push(casework::Paper {
        id: casework::PaperId(uuid::Uuid::nil()),
        title: "The report".into(),
        author: String::new(),
        dated: None,
        content: casework::PaperContent::Report { report },
    });
    desk.save_conference(&record)?;
    let rev = desk.conference_page(record.id)?.record.rev;
    let pack = desk.build_pack(record.id, rev)?;
    Ok(Paper::of(desk.previewed(pack.token)?.1).words())
}
