//! A local edition on its way from one office machine to the others.

use desk::{EditionStage, Fault};
use directory::Origin;
use ed25519_dalek::SigningKey;
use publication::InstallEffect;
use sederunt_tests::date;
use sederunt_tests::office::Office;

use crate::directory_editing::{
    FIFE, a_new_service, add, an_editors_office, change, confirm, done, log, page,
};
use crate::directory_organisations::{a_new_body, run_by, saved};

const OFFICE: &str = "Inverbrae justice social work";

fn bad(field: &str) -> Fault {
    Fault::BadInput {
        field: field.into(),
    }
}

/// What an editor proposes who changed one entry, confirmed it and wrote another.
fn proposed(editor: &mut Office) -> Vec<u8> {
    let desk = editor.desk();
    change(desk, FIFE, |service| {
        service.how_to_refer = Some("Telephone the duty worker.".into());
    });
    confirm(desk, &[FIFE]).expect("it is confirmed");
    let new = desk::SaveService {
        service: a_new_service("Women’s breakfast club"),
        rev: 0,
    };
    done(desk.save_service(&new));
    let (told, file) = desk.propose_local_edition(OFFICE).expect("it is proposed");
    assert_eq!(told.number, 1);
    file
}

/// The same, approved by somebody at another machine.
fn approved(editor: &mut Office, second: &mut Office) -> Vec<u8> {
    let file = proposed(editor);
    let (_, file) = second
        .desk()
        .approve_local_edition(&file, true)
        .expect("it is approved");
    file
}

#[test]
fn what_one_proposes_and_another_approves_is_installed_on_a_third_machine() {
    let (mut editor, mut second, mut third) = (
        an_editors_office(),
        an_editors_office(),
        an_editors_office(),
    );
    let file = approved(&mut editor, &mut second);

    let told = third
        .desk()
        .read_local_edition("a", &file)
        .expect("it is read");
    let installed = third
        .desk()
        .install_local_edition("a", &file, true, false)
        .expect("it is installed");

    assert_eq!(told.stage, EditionStage::Approved);
    assert_eq!((told.own, told.trusted, told.disputed), (false, false, 0));
    assert_eq!(told.difference_count, 2);
    assert_eq!((installed.entries, installed.kept), (2, 0));
    third.reopen();
    let entry = page(third.desk(), FIFE).row;
    assert_eq!(
        entry.service.how_to_refer.as_deref(),
        Some("Telephone the duty worker.")
    );
    assert!(
        entry.service.assured_on.is_some(),
        "the office’s confirmation comes with it"
    );
    assert_eq!(
        entry.origin,
        Origin::Import {
            name: OFFICE.into()
        }
    );
}

#[test]
fn an_edition_brings_who_runs_its_entries_and_taking_it_back_takes_them_too() {
    let (mut editor, mut second, mut third) = (
        an_editors_office(),
        an_editors_office(),
        an_editors_office(),
    );
    let desk = editor.desk();
    let (body, _) = saved(desk, a_new_body("Inverbrae Bridges"), 0).expect("it is kept");
    saved(desk, a_new_body("Named by nobody"), 0).expect("it is kept");
    let group = add(desk, run_by("Tuesday group", &body.organisation.id));
    let file = approved(&mut editor, &mut second);

    let told = third
        .desk()
        .read_local_edition("a", &file)
        .expect("it is read");
    let installed = third.desk().install_local_edition("a", &file, true, false);

    assert_eq!(told.organisations, ["Inverbrae Bridges"]);
    let providers = told.differences.iter().flat_map(|one| &one.parts);
    let mut providers = providers.filter(|part| part.part == "Providers");
    assert!(providers.any(|part| part.after == "Inverbrae Bridges"));
    third.reopen();
    let desk = third.desk();
    assert_eq!(page(desk, &group).providers, ["Inverbrae Bridges"]);
    let again = desk.read_local_edition("a", &file).expect("it is read");
    assert_eq!((again.organisations.len(), again.difference_count), (0, 0));

    let batch = installed.expect("it is installed").batch.expect("a batch");
    desk.undo_import(batch).expect("it is taken back");

    let choices = desk.entry_choices().expect("the choices");
    assert!(choices.organisations.iter().all(|row| !row.here));
}

#[test]
fn an_organisation_that_was_changed_here_stays_unless_theirs_is_chosen() {
    let (mut editor, mut second, mut third) = (
        an_editors_office(),
        an_editors_office(),
        an_editors_office(),
    );
    let desk = editor.desk();
    let (body, _) = saved(desk, a_new_body("Inverbrae Bridges"), 0).expect("it is kept");
    add(desk, run_by("Tuesday group", &body.organisation.id));
    let file = approved(&mut editor, &mut second);
    let mut ours = a_new_body("Inverbrae Bridges");
    ours.website = None;
    let (ours, _) = saved(third.desk(), ours, 0).expect("it is kept");
    let website = |third: &mut Office| {
        let choices = third.desk().entry_choices().expect("the choices");
        let mut here = choices.organisations.into_iter().filter(|row| row.here);
        let here = here.next().expect("one written here");
        assert_eq!(here.organisation.id, ours.organisation.id);
        here.organisation.website
    };

    third
        .desk()
        .install_local_edition("a", &file, true, false)
        .expect("it is installed");
    assert_eq!(website(&mut third), None);

    third
        .desk()
        .install_local_edition("a", &file, true, true)
        .expect("it is installed");
    assert_eq!(website(&mut third).as_deref(), Some("https://example.org"));
}

#[test]
fn nobody_approves_what_they_proposed() {
    let mut editor = an_editors_office();
    let file = proposed(&mut editor);

    let refused = editor.desk().approve_local_edition(&file, true);

    assert_eq!(refused.map(drop), Err(bad("second-person")));
}

#[test]
fn what_nobody_has_approved_is_not_installed() {
    let (mut editor, mut third) = (an_editors_office(), an_editors_office());
    let file = proposed(&mut editor);

    let refused = third.desk().install_local_edition("a", &file, true, false);

    assert_eq!(refused.map(drop), Err(bad("approved-by")));
}

#[test]
fn a_key_that_nobody_compared_is_not_trusted_and_one_that_was_is_from_then_on() {
    let (mut editor, mut second, mut third) = (
        an_editors_office(),
        an_editors_office(),
        an_editors_office(),
    );
    let file = approved(&mut editor, &mut second);

    let refused = third.desk().install_local_edition("a", &file, false, false);
    third
        .desk()
        .install_local_edition("a", &file, true, false)
        .expect("it is installed");
    let seen = third
        .desk()
        .read_local_edition("a", &file)
        .expect("it is read");

    assert_eq!(refused.map(drop), Err(bad("compared")));
    assert!(seen.trusted);
    assert_eq!(seen.difference_count, 0);
}

#[test]
fn an_entry_that_was_changed_here_too_stays_unless_theirs_is_chosen() {
    let (mut editor, mut second, mut third) = (
        an_editors_office(),
        an_editors_office(),
        an_editors_office(),
    );
    let file = approved(&mut editor, &mut second);
    change(third.desk(), FIFE, |service| {
        service.how_to_refer = Some("Write to the team.".into());
    });

    let seen = third
        .desk()
        .read_local_edition("a", &file)
        .expect("it is read");
    let ours = third
        .desk()
        .install_local_edition("a", &file, true, false)
        .expect("it is installed");
    let kept = page(third.desk(), FIFE).row.service.how_to_refer;
    third
        .desk()
        .install_local_edition("a", &file, true, true)
        .expect("it is installed");

    let disputed = seen
        .differences
        .iter()
        .filter(|one| one.effect == InstallEffect::Disputed);
    assert_eq!((disputed.count(), seen.disputed), (1, 1));
    assert_eq!((ours.entries, ours.kept), (1, 1));
    assert_eq!(kept.as_deref(), Some("Write to the team."));
    assert_eq!(
        page(third.desk(), FIFE).row.service.how_to_refer.as_deref(),
        Some("Telephone the duty worker.")
    );
}

#[test]
fn installing_what_is_there_already_changes_nothing_and_is_in_the_log() {
    let (mut editor, mut second, mut third) = (
        an_editors_office(),
        an_editors_office(),
        an_editors_office(),
    );
    let file = approved(&mut editor, &mut second);
    let install = |third: &mut Office| {
        let installed = third.desk().install_local_edition("a", &file, true, false);
        installed.expect("it is installed")
    };
    install(&mut third);

    let again = install(&mut third);

    assert_eq!((again.batch, again.entries), (None, 0));
    let log = log(&mut third);
    let installations = log.iter().filter(|entry| entry.event == "edition.install");
    assert_eq!(installations.count(), 2);
}

#[test]
fn an_older_edition_is_not_installed_over_a_newer() {
    let (mut editor, mut second, mut third) = (
        an_editors_office(),
        an_editors_office(),
        an_editors_office(),
    );
    let first = approved(&mut editor, &mut second);
    let (_, file) = editor
        .desk()
        .propose_local_edition(OFFICE)
        .expect("it is proposed");
    let (_, newer) = second
        .desk()
        .approve_local_edition(&file, false)
        .expect("the key was compared before");
    third
        .desk()
        .install_local_edition("b", &newer, true, false)
        .expect("it is installed");

    let refused = third.desk().install_local_edition("a", &first, true, false);

    assert_eq!(refused.map(drop), Err(bad("number")));
}

#[test]
fn what_was_changed_on_the_way_is_refused_and_changes_nothing() {
    let (mut editor, mut second, mut third) = (
        an_editors_office(),
        an_editors_office(),
        an_editors_office(),
    );
    let mut file = approved(&mut editor, &mut second);
    if let Some(last) = file.last_mut() {
        *last ^= 1;
    }

    let refused = third.desk().install_local_edition("a", &file, true, true);

    assert_eq!(refused.map(drop), Err(Fault::EditionForged));
    assert!(third.desk().imports().is_ok_and(|files| files.is_empty()));
}

#[test]
fn where_nothing_was_changed_there_is_nothing_to_propose() {
    let mut editor = an_editors_office();

    let asked = editor.desk().may_propose(OFFICE);
    let refused = editor.desk().propose_local_edition(OFFICE);

    assert_eq!(asked, Err(bad("entries")));
    assert_eq!(refused.map(drop), Err(bad("entries")));
}

#[test]
fn two_signatures_do_not_make_an_unfit_entry_fit() {
    let (mut editor, mut third) = (an_editors_office(), an_editors_office());
    let file = proposed(&mut editor);
    let sound = publication::read(&file).expect("it is whole").edition;
    let spoil: [fn(&mut directory::Service); 5] = [
        |service| service.name = "A name\u{202e} turned round".into(),
        |service| service.kind = "knitting".into(),
        |service| service.assured_on = Some(date("2030-01-01")),
        |service| service.eligibility.age_from = Some(900),
        |service| service.id = directory::ServiceId("../elsewhere".into()),
    ];

    for spoil in spoil {
        let mut edition = sound.clone();
        let entry = edition.entries.first_mut().expect("an entry");
        spoil(&mut entry.service);
        let file = publication::propose(&edition, &key(1)).expect("it is signed");
        let file = publication::approve(&file, &key(2)).expect("it is signed twice");

        let refused = third.desk().install_local_edition("a", &file, true, true);

        assert_eq!(refused.map(drop), Err(bad("unfit")));
    }
    assert!(third.desk().imports().is_ok_and(|files| files.is_empty()));
}

fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}
