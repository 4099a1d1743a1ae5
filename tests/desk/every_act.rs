//! Each act once, with the least that it can be asked.

use std::ops::ControlFlow;

use casework::{CaseRecord, ConferenceRecord, Draft, FormId, Issued, QuestionId};
use chrono::{NaiveDate, NaiveDateTime};
use desk::{
    Act, CardPrint, ConfirmServices, Desk, ExportFormat, Fault, GapSearch, ImportProgress,
    IssueOutcome, LawQuestion, MenuPrint, NewCase, NewConference, NewGap, OptionSearch,
    SaveOrganisation, SaveService, ServiceNote, SetReviewPeriod, WorkListSearch,
};
use directory::{
    ChangeId, CouncilId, DirectorySearch, Organisation, OrganisationId, Provision, ServiceId,
};
use law::{Facts, Menu, OptionId, Proposal, Week};
use reckoning::CalculatorId;
use sederunt_tests::office::{Office, edition};
use sederunt_tests::{a_case, date, narrative};
use uuid::Uuid;

/// Records for the acts to be tried on.
pub(crate) struct Records {
    pub case: CaseRecord,
    pub draft: Draft,
    pub issued: Issued,
    pub conference: ConferenceRecord,
}

pub(crate) fn records(office: &mut Office) -> Records {
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
        .begin_report(case, &FormId("jswr-2023".into()))
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

pub(crate) fn a_conference() -> NewConference {
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
pub(crate) fn attempt(desk: &mut Desk, act: Act, on: &Records) -> Result<(), Fault> {
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
            .calculate(&no_calculator(), &Facts::none(), day)
            .map(drop),
        Act::TryWeek => desk
            .try_week(&Week::default(), &nothing_proposed(), day)
            .map(drop),
        Act::ReadCalendars => desk.kept_calendars().map(drop),
        Act::KeepCalendar => desk.keep_calendar("none", &[]).map(drop),
        Act::SeeChanges => desk.what_changed().map(drop),
        Act::ChangesSeen => desk.changes_seen(),
        Act::ReadPlaces => desk.places().map(drop),
        Act::SearchDirectory => desk.search_directory(&services()).map(drop),
        Act::FollowDirectory => desk.directory_rows(&services()).map(drop),
        Act::ReadService => desk.service_page(&no_service()).map(drop),
        Act::PrintMenu => desk.print_menu(&bail_print()).map(drop),
        Act::PrintCard => desk.print_card(&card(day)).map(drop),
        Act::PrintDirectory => desk.print_directory(&services()).map(drop),
        Act::SeeMap => desk.directory_map(&services()).map(drop),
        Act::PrintMap => desk.print_map(&services()).map(drop),
        Act::PrintService => desk.print_service(&no_service()).map(drop),
        Act::SaveService => desk.save_service(&a_service()).map(drop),
        Act::ConfirmServices => desk.confirm_services(&nothing_confirmed()).map(drop),
        Act::CloseService => desk.close_service(&no_service(), 0, day).map(drop),
        Act::KeepServiceNote => desk.keep_service_note(&no_note()).map(drop),
        Act::ReadServiceHistory => desk.service_history(&no_service()).map(drop),
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
        Act::ChooseColumns => desk.choose_columns(0, &[], false).map(drop),
        Act::TakeImport => desk.take_import(0, false, &mut go_on).map(drop),
        Act::UndoImport => desk.undo_import(Uuid::nil()).map(drop),
        Act::ListImports => desk.imports().map(drop),
        Act::ExportDirectory => desk
            .export_directory(&services(), ExportFormat::Csv, false)
            .map(drop),
        Act::ProposeEdition => desk.propose_local_edition("An office").map(drop),
        Act::ReadEdition => desk.read_local_edition("none", b"").map(drop),
        Act::ApproveEdition => desk.approve_local_edition(b"", true).map(drop),
        Act::InstallEdition => desk
            .install_local_edition("none", b"", true, false)
            .map(drop),
        Act::ListCases => desk.cases().map(drop),
        Act::OpenCase => desk.case_page(on.case.id).map(drop),
        Act::AddCase => desk.add_case(another_case()).map(drop),
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

fn another_case() -> NewCase {
    a_case().referred_to_as("DEMO-0002").build()
}

fn no_calculator() -> CalculatorId {
    CalculatorId("none".into())
}

fn nothing_proposed() -> Proposal {
    Proposal::default()
}

fn no_service() -> ServiceId {
    ServiceId("none".into())
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
fn bail_facts() -> LawQuestion {
    LawQuestion {
        menu: Menu::Bail,
        facts: Facts::default(),
        proposal: None,
        week: Week::default(),
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
