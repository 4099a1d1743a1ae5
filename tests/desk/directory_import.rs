//! Files taken into the directory: what they would do, all or nothing, and what stands against them.

use std::ops::ControlFlow;

use desk::{
    ColumnChoice, Desk, ExportFormat, Fault, ImportPreview, ImportProgress, ImportTaken, Role,
};
use directory::{DirectorySearch, Origin};
use sederunt_tests::{an_office, date};

use crate::directory_editing::{FIFE, an_editors_office, change, confirm, page, service};

/// Reads a file as a face of the desk does; here it is opened in this process.
pub(crate) fn read(desk: &mut Desk, name: &str, bytes: &[u8]) -> ImportPreview {
    let opened = exchange::open(bytes, false);
    desk.read_import(name, bytes, opened).expect("a preview")
}

fn to_the_end(_: ImportProgress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

pub(crate) fn take(desk: &mut Desk, token: u32, theirs: bool) -> ImportTaken {
    let done = desk.take_import(token, theirs, &mut to_the_end);
    done.expect("no fault").expect("it is taken")
}

fn a_file(name: &str) -> String {
    format!(
        "id,name,kind,description,areas_served,state,jurisdiction,status\n\
         {FIFE},\"Caledonian System, Fife\",accredited-programme,{name},S12000047,current,Scotland,verified\n\
         new-one,A new service,housing,Rooms,S12000047,current,Scotland,unverified\n"
    )
}

#[test]
fn a_file_is_previewed_taken_and_taken_back() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let before = service(desk, FIFE);

    let preview = read(desk, "list.csv", a_file("Other words").as_bytes());

    assert!(preview.faults.is_empty(), "{:?}", preview.faults);
    assert_eq!(
        (preview.new, preview.changed, preview.conflicting),
        (1, 1, 0)
    );
    assert_eq!(service(desk, FIFE), before, "nothing reached the directory");
    let taken = take(desk, preview.token, false);
    assert_eq!((taken.new, taken.changed), (1, 1));
    assert_eq!(service(desk, FIFE).description, "Other words");
    assert_eq!(
        service(desk, FIFE).options,
        before.options,
        "there was no column for it"
    );
    let new = page(desk, "new-one").row;
    assert_eq!(
        new.origin,
        Origin::Import {
            name: "list.csv".into()
        }
    );
    assert_eq!(new.service.assured_on, None, "importing is not confirming");

    office.reopen();
    let desk = office.desk();
    assert_eq!(
        service(desk, FIFE).description,
        "Other words",
        "it is in the store"
    );
    let listed = desk.imports().expect("the files");
    assert_eq!(
        (listed.len(), listed[0].entries, listed[0].taken_back),
        (1, 2, false)
    );
    desk.undo_import(taken.batch).expect("it is taken back");
    assert_eq!(service(desk, FIFE), before);
    assert!(
        desk.service_page(&directory::ServiceId("new-one".into()))
            .is_err()
    );
    assert!(desk.imports().expect("the files")[0].taken_back);
    assert_eq!(desk.undo_import(taken.batch).err(), Some(Fault::NotFound));
}

#[test]
fn a_file_with_a_fault_takes_nothing_in() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let before = service(desk, FIFE);
    let file = a_file("Other words").replace("Rooms", "=1+1");

    let preview = read(desk, "list.csv", file.as_bytes());

    let fault = &preview.faults[0];
    assert_eq!(
        (fault.row, fault.column.as_deref()),
        (Some(3), Some("description"))
    );
    let taken = desk.take_import(preview.token, true, &mut to_the_end);
    assert_eq!(
        taken.err(),
        Some(Fault::BadInput {
            field: "file".into()
        })
    );
    assert_eq!(service(desk, FIFE), before);
    assert!(desk.imports().expect("the files").is_empty());
}

#[test]
fn what_a_person_here_changed_stands_unless_the_file_is_chosen() {
    for (theirs, expected) in [(false, "Written here"), (true, "Other words")] {
        let mut office = an_editors_office();
        let desk = office.desk();
        change(desk, FIFE, |service| {
            service.description = "Written here".into();
        });

        let preview = read(desk, "list.csv", a_file("Other words").as_bytes());
        assert_eq!(preview.conflicting, 1);
        take(desk, preview.token, theirs);

        assert_eq!(service(desk, FIFE).description, expected);
    }
}

#[test]
fn a_confirmation_and_an_end_that_stand_here_are_never_overwritten() {
    let mut office = an_editors_office();
    let desk = office.desk();
    confirm(desk, &[FIFE]).expect("it is confirmed");
    let seen = page(desk, FIFE);
    let today = desk.today_date();
    desk.close_service(&seen.row.service.id, seen.rev, today)
        .expect("it is closed");
    let before = service(desk, FIFE);

    let preview = read(desk, "list.csv", a_file("Other words").as_bytes());
    take(desk, preview.token, true);

    let after = service(desk, FIFE);
    assert_eq!(
        (after.assured_on, after.state, &after.active_to),
        (before.assured_on, before.state, &before.active_to)
    );
    assert_eq!(after.description, "Other words");
}

#[test]
fn columns_that_were_chosen_are_remembered_for_the_next_file_like_it() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let file = "What,Where\nA group,Fife\n";
    let preview = read(desk, "list.csv", file.as_bytes());
    assert_eq!(preview.fault_count, 1, "no column is the name");

    let columns =
        [("What", "name"), ("Where", "areas_served")].map(|(heading, part)| ColumnChoice {
            heading: heading.into(),
            part: Some(part.into()),
        });
    let chosen = desk
        .choose_columns(preview.token, &columns, false)
        .expect("a preview");
    assert_eq!((chosen.fault_count, chosen.new), (0, 1));

    let again = read(desk, "other.csv", file.as_bytes());
    assert_eq!((again.fault_count, again.new), (0, 1));
}

#[test]
fn what_is_written_out_comes_back_as_no_news() {
    let mut office = an_editors_office();
    let desk = office.desk();
    confirm(desk, &[FIFE]).expect("it is confirmed");
    let everything = DirectorySearch {
        not_running: true,
        expired: true,
        ..DirectorySearch::of_everything(date("2026-11-22"))
    };
    for format in [ExportFormat::Csv, ExportFormat::Hsds, ExportFormat::HsdsUk] {
        let (exported, bytes) = desk
            .export_directory(&everything, format, false)
            .expect("a file");
        let preview = read(desk, "list", &bytes);

        assert_eq!(preview.fault_count, 0, "{:?}", preview.faults);
        assert_eq!(
            (preview.unchanged, preview.changed, preview.new),
            (exported.count, 0, 0)
        );
    }
}

#[test]
fn whether_a_person_may_bring_a_file_can_be_asked_before_it_is_opened() {
    let mut social_worker = an_office().open();
    let mut editor = an_office().held_by(&[Role::DirectoryEditor]).open();

    let refused = social_worker.desk().may_read_import();

    let act = "read_import".into();
    assert_eq!(refused, Err(Fault::NotAllowed { act }));
    assert_eq!(editor.desk().may_read_import(), Ok(()));
}

#[test]
fn a_taking_in_that_is_cancelled_changes_nothing_and_can_be_done_again() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let before = service(desk, FIFE);
    let file = a_file("Other words");
    let preview = read(desk, "list.csv", file.as_bytes());
    for last in 0..=2 {
        let mut told = Vec::new();

        let taken = desk.take_import(preview.token, false, &mut |progress| {
            told.push(progress);
            if progress.done == last {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });

        assert!(matches!(taken, Ok(None)), "at {last}: {taken:?}");
        let expected = (0..=last).map(|done| ImportProgress { done, of: 2 });
        assert_eq!(told, expected.collect::<Vec<_>>());
        assert_eq!(service(desk, FIFE), before, "at {last}");
        assert!(desk.imports().expect("the files").is_empty(), "at {last}");
    }

    let taken = take(desk, preview.token, false);

    assert_eq!((taken.new, taken.changed), (1, 1));
    office.reopen();
    let desk = office.desk();
    assert_eq!(service(desk, FIFE).description, "Other words");
    assert_eq!(desk.imports().expect("the files").len(), 1);
}
