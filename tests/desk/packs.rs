//! What a pack is made of, and when it no longer says what it would say now.

use casework::{
    Attendance, Attendee, Capacity, ConferenceId, ConferenceRecord, Draft, Method, Paper,
    PaperContent, PaperId,
};
use desk::{ConferenceSaved, IssueOutcome, NewConference, Role};
use document::RichText;
use sederunt_tests::office::{Office, edition};
use sederunt_tests::{Paper as Read, a_case, a_person, an_office};
use uuid::Uuid;

const CHAIR_AND_AUTHOR: [Role; 2] = [Role::CourtSocialWorker, Role::ConferenceChair];

/// An office with a conference whose papers are a report and a note.
struct Convened {
    office: Office,
    report: Draft,
    conference: ConferenceId,
}

fn convened() -> Convened {
    let mut office = an_office().held_by(&CHAIR_AND_AUTHOR).open();
    let case = a_case().about(a_person().named("Morag", "Firstname"));
    let case = office.desk().add_case(case.build()).expect("a case").id;
    let report = office.a_complete_report(case, "jswr-2023");
    let new = NewConference {
        meeting_type: edition().meeting_types[0].id.0.clone(),
        case: Some(case),
        starts: "2026-12-01T10:00:00".parse().expect("a time"),
        place: "Room 1".into(),
    };
    let record = office.desk().add_conference(new).expect("a conference");
    let mut convened = Convened {
        office,
        report,
        conference: record.id,
    };
    let report = PaperContent::Report {
        report: convened.report.id,
    };
    convened.change(|record| {
        record.conference.papers =
            vec![a_paper(1, report), a_paper(2, text("What the note says."))];
    });
    convened
}

fn a_paper(number: u128, content: PaperContent) -> Paper {
    Paper {
        id: PaperId(Uuid::from_u128(number)),
        title: format!("Paper of ours {number}"),
        author: "Ailsa Specimen".into(),
        dated: None,
        content,
    }
}

fn text(words: &str) -> PaperContent {
    PaperContent::Text {
        text: RichText::from_plain(words),
    }
}

fn somebody() -> Attendee {
    Attendee {
        name: "Kirsty Newcomer".into(),
        role: "Housing officer".into(),
        agency: "Council".into(),
        capacity: Capacity::Contributes,
        attendance: Attendance::Invited,
        method: Method::InPerson,
        from_item: None,
        to_item: None,
        note: None,
    }
}

impl Convened {
    fn record(&mut self) -> ConferenceRecord {
        let page = self.office.desk().conference_page(self.conference);
        page.expect("the conference").record
    }

    fn change(&mut self, change: impl FnOnce(&mut ConferenceRecord)) {
        let mut record = self.record();
        change(&mut record);
        let saved = self.office.desk().save_conference(&record).expect("a save");
        assert!(matches!(saved, ConferenceSaved::Done { .. }));
    }

    fn issue(&mut self) {
        let (id, rev) = (self.report.id, self.report.rev);
        let outcome = self.office.desk().issue_report(id, rev).expect("an answer");
        assert!(
            matches!(outcome, IssueOutcome::Issued { .. }),
            "{outcome:?}"
        );
    }

    fn rename_the_person(&mut self) {
        let case = self.report.case;
        let mut record = self.office.desk().case_page(case).expect("the case").record;
        record.case.person.surname = "Secondname".into();
        record.case.court = "Another Sheriff Court".into();
        self.office.desk().save_case(&record).expect("a save");
    }

    fn built(&mut self) -> Read {
        let rev = self.record().rev;
        let desk = self.office.desk();
        let pack = desk.build_pack(self.conference, rev).expect("a pack");
        Read::of(desk.previewed(pack.token).expect("its bytes").1)
    }

    fn out_of_date(&mut self) -> bool {
        let page = self.office.desk().conference_page(self.conference);
        page.expect("the conference").pack_out_of_date
    }
}

#[test]
fn an_issued_report_in_a_pack_says_what_the_case_said_when_it_was_issued() {
    let mut convened = convened();
    convened.issue();

    convened.rename_the_person();
    let pack = convened.built().words();

    assert!(
        pack.contains("Morag Firstname"),
        "the person it was issued about"
    );
    assert!(
        pack.contains("Inverbrae Sheriff Court"),
        "the court it was issued to"
    );
    assert!(!pack.contains("Secondname"), "the case has changed since");
    assert!(!pack.contains("Another Sheriff Court"));
}

#[test]
fn a_draft_in_a_pack_says_what_the_case_says_now() {
    let mut convened = convened();

    convened.rename_the_person();

    assert!(convened.built().words().contains("Morag Secondname"));
}

#[test]
fn a_pack_of_a_conference_that_somebody_else_saved_is_a_conflict_of_its_own() {
    let mut convened = convened();
    let seen = convened.record().rev;
    convened.change(|record| record.conference.place = "Room 2".into());

    let built = convened.office.desk().build_pack(convened.conference, seen);

    let fault = built.expect_err("a pack of an older state was built");
    assert_eq!(fault.code(), "conference-changed");
    assert!(convened.record().conference.packs.is_empty());
}

#[test]
fn a_pack_just_built_is_up_to_date_and_stays_so_when_nothing_on_it_changes() {
    let mut convened = convened();
    assert!(!convened.out_of_date(), "no pack was built yet");

    convened.built();
    assert!(!convened.out_of_date());
    convened.change(|record| {
        record.conference.agenda[0].discussion = RichText::from_plain("Minuted, not printed.");
    });

    assert!(!convened.out_of_date(), "the minute is not in the pack");
    assert!(!convened.reopened().out_of_date());
}

#[test]
fn a_change_to_anything_on_the_pack_makes_it_out_of_date_now_and_when_opened_again() {
    type Change = (&'static str, fn(&mut ConferenceRecord));
    let changes: [Change; 7] = [
        ("a text", |r| {
            r.conference.papers[1].content = text("Other words.");
        }),
        ("a title", |r| {
            r.conference.papers[1].title = "Another title".into();
        }),
        ("the order", |r| r.conference.papers.reverse()),
        ("a person", |r| r.conference.people.push(somebody())),
        ("the agenda", |r| {
            r.conference.agenda[0].title = "Another item".into();
        }),
        ("the place", |r| r.conference.place = "Room 2".into()),
        ("the marking", |r| {
            r.conference.marking = "OFFICIAL-SENSITIVE: other".into();
        }),
    ];
    let mut convened = convened();
    for (what, change) in changes {
        convened.built();
        assert!(!convened.out_of_date(), "before {what}");

        convened.change(change);

        assert!(convened.out_of_date(), "{what} changed");
        convened = convened.reopened();
        assert!(
            convened.out_of_date(),
            "{what} changed, and it was opened again"
        );
    }
}

#[test]
fn a_report_written_on_or_a_case_put_right_makes_the_pack_out_of_date() {
    let mut convened = convened();
    convened.built();

    convened.rename_the_person();

    assert!(
        convened.out_of_date(),
        "the draft takes its facts from the case"
    );
    convened.built();
    convened.issue();
    assert!(convened.out_of_date(), "the report is signed now");
    convened.built();
    let case = convened.report.case;
    let mut record = convened
        .office
        .desk()
        .case_page(case)
        .expect("the case")
        .record;
    record.case.court = "A third court".into();
    convened.office.desk().save_case(&record).expect("a save");
    assert!(!convened.out_of_date(), "an issued report keeps its facts");
}

impl Convened {
    /// The same, the program having been closed and opened.
    fn reopened(mut self) -> Self {
        self.office.reopen();
        self
    }
}
