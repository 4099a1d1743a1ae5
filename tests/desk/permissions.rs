//! Every act, tried by every role.

use std::ops::ControlFlow;

use casework::{
    Attendance, Attendee, Capacity, CaseRecord, ConferenceRecord, Draft, Issued, Method, Paper,
    PaperContent, PaperId, QuestionId, UserId,
};
use chrono::{NaiveDate, NaiveDateTime};
use desk::{
    Act, CardPrint, ConfirmServices, Desk, ExportFormat, Fault, FoundKind, GapSearch,
    ImportProgress, IssueOutcome, MenuPrint, NewConference, NewGap, OptionSearch, Permission,
    Profile, Relation, Role, SaveOrganisation, SaveService, ServiceNote, SetReviewPeriod,
    WorkListSearch,
};
use directory::{
    ChangeId, CouncilId, DirectorySearch, Organisation, OrganisationId, Provision, ServiceId,
};
use law::{Facts, Menu, OptionId, Week};
use reckoning::CalculatorId;
use sederunt_tests::office::{Office, PASSPHRASE, edition};
use sederunt_tests::{a_case, an_office, date, narrative};
use store::Store;
use uuid::Uuid;
use vault::{KeyFile, Passphrase};

/// Records for the acts to be tried on.
struct Records {
    case: CaseRecord,
    draft: Draft,
    issued: Issued,
    conference: ConferenceRecord,
}

#[test]
fn an_act_is_done_when_a_role_allows_it_and_refused_when_none_does() {
    let mut office = an_office().held_by(&Role::ALL).open();
    let records = records(&mut office);
    office.close();

    for role in Role::ALL {
        let mut desk = desk_of(&office, role);
        for &act in Act::ALL {
            let outcome = attempt(&mut desk, act, &records);

            let refused = Fault::NotAllowed {
                act: act.name().to_owned(),
            };
            if role.allows(act.permission()) {
                assert_ne!(
                    outcome,
                    Err(refused),
                    "{role:?} may {act:?} and was refused"
                );
            } else {
                assert_eq!(outcome, Err(refused), "{role:?} may not {act:?} and did");
            }
        }
        desk.close().expect("the store closes");
    }
}

#[test]
fn a_refused_act_leaves_the_store_as_it_was() {
    let mut office = an_office().held_by(&Role::ALL).open();
    let records = records(&mut office);
    let before = office.desk().cases().expect("the cases").len();
    office.close();

    let mut clerk = desk_of(&office, Role::SheriffClerk);
    for &act in Act::ALL {
        if !Role::SheriffClerk.allows(act.permission()) {
            let _ = attempt(&mut clerk, act, &records);
        }
    }
    clerk.close().expect("the store closes");

    let mut writer = desk_of(&office, Role::CourtSocialWorker);
    assert_eq!(writer.cases().expect("the cases").len(), before);
    let open = writer.open_draft(records.draft.id).expect("the draft");
    assert_eq!(open.draft.rev, records.draft.rev);
    assert_eq!(open.draft.issued, None);
}

/// Acts that name no record that is there already: they list, or make one.
const NAMES_NO_RECORD: [Act; 8] = [
    Act::Today,
    Act::Find,
    Act::SeeChanges,
    Act::ReadGaps,
    Act::ListCases,
    Act::AddCase,
    Act::ListConferences,
    Act::AddConference,
];

#[test]
fn an_act_on_somebody_elses_record_is_refused_whatever_the_role() {
    let mut office = an_office().held_by(&Role::ALL).open();
    let records = records(&mut office);
    office.close();

    let mut other = seated(&office, somebody_else);

    for &act in Act::ALL {
        let outcome = attempt(&mut other, act, &records);

        let refused = Fault::NotYours {
            act: act.name().to_owned(),
        };
        let asks = matches!(act.relation(), Relation::Own | Relation::Conference);
        if asks && !NAMES_NO_RECORD.contains(&act) {
            assert_eq!(
                outcome,
                Err(refused),
                "{act:?} was done on another's record"
            );
        } else {
            assert_ne!(outcome, Err(refused), "{act:?} touches no other's record");
        }
    }
}

#[test]
fn everybody_has_a_first_screen_and_on_it_only_what_they_may_read() {
    let mut office = an_office().held_by(&Role::ALL).open();
    records(&mut office);
    office.close();

    for role in Role::ALL {
        let desk = desk_of(&office, role);
        let today = desk.today().expect("a first screen");

        let reads = |permission| usize::from(role.allows(permission));
        let (cases, conferences) = (Permission::ReadCases, Permission::ReadConferences);
        assert_eq!(today.drafts.len(), reads(cases), "{role:?}");
        assert_eq!(today.meetings.len(), reads(conferences), "{role:?}");
        desk.close().expect("the store closes");
    }
}

#[test]
fn lists_hold_a_persons_own_records_and_no_others() {
    let mut office = an_office().held_by(&Role::ALL).open();
    records(&mut office);
    let mine = |desk: &mut Desk| {
        let found = desk.find("Example").expect("a search").into_iter();
        let records = found.filter(|hit| matches!(hit.kind, FoundKind::Case | FoundKind::Report));
        let today = desk.today().expect("today");
        [
            desk.cases().expect("the cases").len(),
            desk.conferences().expect("the conferences").len(),
            today.drafts.len(),
            today.meetings.len(),
            records.count(),
        ]
    };
    assert_eq!(mine(office.desk()), [1, 1, 1, 1, 3]);
    office.close();

    let mut other = seated(&office, somebody_else);

    assert_eq!(mine(&mut other), [0; 5]);
}

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

/// Another user of the same store, with every role.
pub(crate) fn somebody_else(profile: &mut Profile) {
    profile.user = UserId(Uuid::from_u128(0xE15E));
    profile.author.name = "Rhona Elsewhere".into();
}

/// Sits a person with one role at the desk of an office that is closed.
pub(crate) fn desk_of(office: &Office, role: Role) -> Desk {
    seated(office, |profile| profile.roles = vec![role])
}

/// Sits a person at the desk of an office that is closed, its owner or somebody else.
pub(crate) fn seated(office: &Office, change: impl FnOnce(&mut Profile)) -> Desk {
    let key_file = std::fs::read(office.key_file()).expect("the key file");
    let key_file = KeyFile::from_bytes(&key_file).expect("a key file");
    let user = key_file.users().next().expect("a user").to_owned();
    let passphrase = Passphrase::new(PASSPHRASE).expect("a passphrase");
    let key = key_file.open(&user, &passphrase).expect("the key");
    let mut store = Store::open(&office.store_file(), &key.raw_key_literal()).expect("the store");
    let mut profile: Profile = store
        .setting("profile")
        .expect("settings")
        .expect("a profile");
    change(&mut profile);
    store
        .set_setting("profile", &profile)
        .expect("the profile is kept");
    store.close().expect("the store closes");
    let (_, desk) = office.a_door().unlock(PASSPHRASE).expect("the door opens");
    desk.expect("the passphrase is right")
}

fn records(office: &mut Office) -> Records {
    let case = office.some_case();
    let complete = office.a_complete_report(case, "jswr-2023");
    let outcome = office
        .desk()
        .issue_report(complete.id, complete.rev)
        .expect("issuing");
    let IssueOutcome::Issued { issued } = outcome else {
        panic!("the report was not issued: {outcome:?}");
    };
    let draft = office
        .desk()
        .begin_report(case, &casework::FormId("jswr-2023".into()))
        .expect("a draft");
    let conference = office
        .desk()
        .add_conference(a_conference())
        .expect("a conference");
    let case = office.desk().case_page(case).expect("the case").record;
    Records {
        case,
        draft,
        issued,
        conference,
    }
}

fn a_conference() -> NewConference {
    NewConference {
        meeting_type: edition().meeting_types[0].id.0.clone(),
        case: None,
        starts: date("2026-12-01")
            .and_hms_opt(10, 0, 0)
            .unwrap_or(NaiveDateTime::MIN),
        place: "Inverbrae".into(),
    }
}

fn bail_print() -> MenuPrint {
    MenuPrint {
        search: bail(),
        facts: None,
        court: None,
    }
}

fn card(as_at: NaiveDate) -> CardPrint {
    CardPrint {
        menu: Menu::Bail,
        option: OptionId("bail-em".into()),
        facts: None,
        as_at,
        council: None,
    }
}

fn no_file() -> Result<exchange::Opened, exchange::Refusal> {
    exchange::open(b"", false)
}

fn go_on(_: ImportProgress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Does an act. A new act does not compile until it is tried here.
fn attempt(desk: &mut Desk, act: Act, on: &Records) -> Result<(), Fault> {
    let question = QuestionId("limits".into());
    let em = OptionId("bail-em".into());
    let day = date("2026-11-23");
    match act {
        Act::Today => desk.today().map(drop),
        Act::Find => desk.find("bail").map(drop),
        Act::SearchOptions => desk.search_options(&bail()).map(drop),
        Act::ReadOption => desk.option_page(Menu::Bail, &em, day, None).map(drop),
        Act::AssessOptions => desk.assess_options(&bail_facts()).map(drop),
        Act::ListFacts => desk.facts_asked().map(drop),
        Act::ListCalculators => desk.calculators().map(drop),
        Act::Calculate => desk
            .calculate(&CalculatorId("none".into()), &Facts::none(), day)
            .map(drop),
        Act::TryWeek => desk.try_week(&Week::default(), day).map(drop),
        Act::SeeChanges => desk.what_changed().map(drop),
        Act::ChangesSeen => desk.changes_seen(),
        Act::ReadPlaces => desk.places().map(drop),
        Act::SearchDirectory => desk.search_directory(&services()).map(drop),
        Act::ReadService => desk.service_page(&ServiceId("none".into())).map(drop),
        Act::PrintMenu => desk.print_menu(&bail_print()).map(drop),
        Act::PrintCard => desk.print_card(&card(day)).map(drop),
        Act::PrintDirectory => desk.print_directory(&services()).map(drop),
        Act::SeeMap => desk.directory_map(&services()).map(drop),
        Act::PrintMap => desk.print_map(&services()).map(drop),
        Act::PrintService => desk.print_service(&ServiceId("none".into())).map(drop),
        Act::SaveService => desk.save_service(&a_service()).map(drop),
        Act::ConfirmServices => desk.confirm_services(&nothing_confirmed()).map(drop),
        Act::CloseService => desk
            .close_service(&ServiceId("none".into()), 0, day)
            .map(drop),
        Act::KeepServiceNote => desk.keep_service_note(&no_note()).map(drop),
        Act::ReadServiceHistory => desk.service_history(&ServiceId("none".into())).map(drop),
        Act::TakeBackChange => desk.take_back_change(ChangeId(Uuid::nil())).map(drop),
        Act::ReadWorkList => desk.work_list(&whole_work_list()).map(drop),
        Act::WriteLetter => desk.confirmation_letter(&[]).map(drop),
        Act::ReadPeriods => desk.review_periods().map(drop),
        Act::SetPeriod => desk.set_review_period(&six_months()).map(drop),
        Act::ReadEntryChoices => desk.entry_choices().map(drop),
        Act::SaveOrganisation => desk.save_organisation(&no_organisation()).map(drop),
        Act::ReadOrganisationHistory => desk
            .organisation_history(&OrganisationId("none".into()))
            .map(drop),
        Act::TakeBackOrganisation => desk.take_back_organisation(ChangeId(Uuid::nil())).map(drop),
        Act::NoteGap => desk.note_gap(&a_gap(on)).map(drop),
        Act::ReadGaps => desk.gaps(&every_gap()).map(drop),
        Act::ReadImport => desk.read_import("", b"", no_file()).map(drop),
        Act::ChooseColumns => desk.choose_columns(0, &[]).map(drop),
        Act::TakeImport => desk.take_import(0, false, &mut go_on).map(drop),
        Act::UndoImport => desk.undo_import(Uuid::nil()).map(drop),
        Act::ListImports => desk.imports().map(drop),
        Act::ExportDirectory => desk
            .export_directory(&services(), ExportFormat::Csv)
            .map(drop),
        Act::ProposeEdition => desk.propose_local_edition("An office").map(drop),
        Act::ReadEdition => desk.read_local_edition("none", b"").map(drop),
        Act::ApproveEdition => desk.approve_local_edition(b"", true).map(drop),
        Act::InstallEdition => desk
            .install_local_edition("none", b"", true, false)
            .map(drop),
        Act::ListCases => desk.cases().map(drop),
        Act::OpenCase => desk.case_page(on.case.id).map(drop),
        Act::AddCase => desk
            .add_case(a_case().referred_to_as("DEMO-0002").build())
            .map(drop),
        Act::SaveCase => desk.save_case(&on.case).map(drop),
        Act::ReadCaseLaw => desk.case_law(on.case.id, None).map(drop),
        Act::RecordFacts => desk
            .record_facts(on.case.id, on.case.rev, None, &Facts::none(), &[])
            .map(drop),
        Act::KeepCaseForm => desk.keep_case_form(Some(on.case.id), Some("Half")),
        Act::ReadCaseForm => desk.kept_case_form(Some(on.case.id)).map(drop),
        Act::ListForms => desk.forms().map(drop),
        Act::BeginReport => desk.begin_report(on.case.id, &on.draft.form).map(drop),
        Act::OpenDraft => desk.open_draft(on.draft.id).map(drop),
        Act::SaveAnswer => {
            let answer = narrative("None.");
            desk.save_answer(on.draft.id, on.draft.rev, &question, Some(&answer))
                .map(drop)
        }
        Act::PutInReport => desk.put_in_report(on.draft.id, &[]).map(drop),
        Act::PreviewReport => desk.preview_report(on.draft.id).map(drop),
        Act::IssueReport => desk.issue_report(on.draft.id, on.draft.rev).map(drop),
        Act::ReadIssued => desk.preview_issued(on.issued.id).map(drop),
        Act::SaveCopy => {
            let card = desk.print_card(&card(day))?;
            desk.save_copy(card.token).map(drop)
        }
        Act::ListMeetingTypes => desk.meeting_types().map(drop),
        Act::ListConferences => desk.conferences().map(drop),
        Act::OpenConference => desk.conference_page(on.conference.id).map(drop),
        Act::AddConference => desk.add_conference(a_conference()).map(drop),
        Act::SaveConference => desk.save_conference(&on.conference).map(drop),
        Act::BuildPack => desk
            .build_pack(on.conference.id, on.conference.rev)
            .map(drop),
        Act::PreviewMinutes => desk.preview_minutes(on.conference.id).map(drop),
        Act::VerifyStore => desk.verify_store().map(drop),
    }
}

fn bail() -> OptionSearch {
    OptionSearch {
        menu: Menu::Bail,
        words: String::new(),
        court: None,
        stage: None,
        family: None,
        as_at: date("2026-11-23"),
        out_of_force: false,
        council: None,
    }
}

/// The menu of bail options, with no fact recorded.
fn bail_facts() -> desk::LawQuestion {
    desk::LawQuestion {
        menu: Menu::Bail,
        facts: law::Facts::default(),
        proposal: None,
        as_at: date("2026-11-23"),
        council: None,
    }
}

fn services() -> DirectorySearch {
    DirectorySearch::of_everything(date("2026-11-23"))
}

fn a_service() -> SaveService {
    let service = edition().services.first().expect("a service").clone();
    SaveService { service, rev: 0 }
}

fn nothing_confirmed() -> ConfirmServices {
    ConfirmServices {
        ids: Vec::new(),
        how: String::new(),
    }
}

fn no_note() -> ServiceNote {
    ServiceNote {
        id: ServiceId("none".into()),
        note: None,
        reviewer: None,
        deputy: None,
    }
}

fn six_months() -> SetReviewPeriod {
    SetReviewPeriod {
        kind: None,
        months: Some(6),
    }
}

/// One that nobody would keep: it has no name.
fn no_organisation() -> SaveOrganisation {
    let organisation = edition().organisations.first().expect("one").clone();
    SaveOrganisation {
        organisation: Organisation {
            name: String::new(),
            ..organisation
        },
        rev: 0,
    }
}

fn whole_work_list() -> WorkListSearch {
    WorkListSearch {
        council: None,
        assurance: None,
        words: String::new(),
        from: 0,
        limit: 10,
    }
}

fn a_gap(on: &Records) -> NewGap {
    NewGap {
        need: "O3".into(),
        council: CouncilId("S12000047".into()),
        provision: Provision::Specialist,
        option: None,
        wanted: None,
        record: Some(on.case.id.0),
    }
}

fn every_gap() -> GapSearch {
    GapSearch {
        from: None,
        until: None,
        council: None,
        need: None,
    }
}
