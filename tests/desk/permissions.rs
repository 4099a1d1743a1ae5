//! Every act, tried by every role.

use casework::{CaseRecord, ConferenceRecord, Draft, Issued, QuestionId};
use chrono::NaiveDateTime;
use desk::{
    Act, Desk, DirectorySearch, Fault, IssueOutcome, NewConference, OptionSearch, Profile, Role,
};
use directory::ServiceId;
use law::{Menu, OptionId};
use sederunt_tests::office::{Office, PASSPHRASE, edition};
use sederunt_tests::{a_case, an_office, date, narrative};
use store::Store;
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

/// Sits a person with one role at the desk of an office that is closed.
fn desk_of(office: &Office, role: Role) -> Desk {
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
    profile.roles = vec![role];
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
        Act::ReadPlaces => desk.places().map(drop),
        Act::SearchDirectory => desk.search_directory(&services()).map(drop),
        Act::ReadService => desk.service_page(&ServiceId("none".into())).map(drop),
        Act::PrintMenu => desk.print_menu(&bail()).map(drop),
        Act::PrintCard => desk.print_card(Menu::Bail, &em, day, None).map(drop),
        Act::PrintDirectory => desk.print_directory(&services()).map(drop),
        Act::ListCases => desk.cases().map(drop),
        Act::OpenCase => desk.case_page(on.case.id).map(drop),
        Act::AddCase => desk
            .add_case(a_case().referred_to_as("DEMO-0002").build())
            .map(drop),
        Act::SaveCase => desk.save_case(&on.case).map(drop),
        Act::ListForms => desk.forms().map(drop),
        Act::BeginReport => desk.begin_report(on.case.id, &on.draft.form).map(drop),
        Act::OpenDraft => desk.open_draft(on.draft.id).map(drop),
        Act::SaveAnswer => {
            let answer = narrative("None.");
            desk.save_answer(on.draft.id, on.draft.rev, &question, Some(&answer))
                .map(drop)
        }
        Act::PreviewReport => desk.preview_report(on.draft.id).map(drop),
        Act::IssueReport => desk.issue_report(on.draft.id, on.draft.rev).map(drop),
        Act::ReadIssued => desk.preview_issued(on.issued.id).map(drop),
        Act::SaveCopy => {
            let card = desk.print_card(Menu::Bail, &em, day, None)?;
            desk.save_copy(card.token).map(drop)
        }
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

fn services() -> DirectorySearch {
    DirectorySearch {
        words: String::new(),
        court: None,
        council: Some("S12000047".into()),
        kind: None,
        need: None,
        option: None,
        not_running: false,
        as_at: date("2026-11-23"),
    }
}
