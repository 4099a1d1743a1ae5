//! Every act, tried by every role.

use casework::UserId;
use desk::{Act, Desk, Fault, FoundKind, Permission, Profile, Relation, Role};
use sederunt_tests::an_office;
use sederunt_tests::office::{Office, PASSPHRASE};
use store::Store;
use uuid::Uuid;
use vault::{KeyFile, Passphrase};

use crate::every_act::{attempt, records};

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
