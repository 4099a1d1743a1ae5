//! Who sits in a conference, and what of a case they see there.

use casework::{Attendance, Attendee, Capacity, Method, Paper, PaperContent, PaperId};
use desk::{Act, Fault, NewConference, Role};
use sederunt_tests::an_office;
use sederunt_tests::office::edition;
use uuid::Uuid;

use crate::every_act::{a_conference, records};
use crate::permissions::{seated, somebody_else};

#[test]
fn whoever_is_named_in_a_conference_sits_in_it_and_sees_nothing_of_the_case_behind_it() {
    let mut office = an_office().held_by(&Role::ALL).open();
    let records = records(&mut office);
    let about = NewConference {
        case: Some(records.case.id),
        ..a_conference()
    };
    let mut conference = office.desk().add_conference(about).expect("a conference");
    conference.conference.people.push(Attendee {
        name: "Rhona Elsewhere".into(),
        role: "Chair".into(),
        agency: "Council".into(),
        capacity: Capacity::Chair,
        attendance: Attendance::Invited,
        method: Method::InPerson,
        from_item: None,
        to_item: None,
        note: None,
    });
    office.desk().save_conference(&conference).expect("a save");
    office.close();

    let mut named = seated(&office, somebody_else);

    let page = named
        .conference_page(conference.id)
        .expect("their conference");
    assert_eq!(page.case, None);
    assert!(page.reports.is_empty());
    assert!(matches!(
        named.conference_page(records.conference.id),
        Err(Fault::NotYours { .. })
    ));
    assert!(named.build_pack(page.record.id, page.record.rev).is_ok());
}

#[test]
fn nobody_brings_the_report_or_case_of_another_into_a_conference_of_their_own() {
    let mut office = an_office().held_by(&Role::ALL).open();
    let records = records(&mut office);
    office.close();
    let mut other = seated(&office, somebody_else);
    let own = other.add_conference(a_conference()).expect("a conference");
    let mut with_report = own.clone();
    with_report.conference.papers.push(Paper {
        id: PaperId(Uuid::nil()),
        title: "Report".into(),
        author: String::new(),
        dated: None,
        content: PaperContent::Report {
            report: records.draft.id,
        },
    });
    let mut about = own.clone();
    about.conference.case = Some(records.case.id);

    for (what, wanted) in [("a report", with_report), ("a case", about)] {
        let refused = other.save_conference(&wanted).err();

        let act = Act::SaveConference.name().to_owned();
        assert_eq!(refused, Some(Fault::NotYours { act }), "{what}");
    }
    let convened = other.add_conference(NewConference {
        case: Some(records.case.id),
        ..a_conference()
    });
    assert!(matches!(convened, Err(Fault::NotYours { .. })));
}

#[test]
fn the_types_of_meeting_come_with_their_agenda_and_papers() {
    let mut office = an_office().open();

    let types = office.desk().meeting_types().expect("the types");

    let known = &edition().meeting_types;
    assert_eq!(types.len(), known.len());
    assert_eq!(
        (&types[0].id, &types[0].name),
        (&known[0].id, &known[0].name)
    );
    assert_eq!(types[0].agenda, known[0].items);
    assert_eq!(types[0].papers, known[0].papers);
}
