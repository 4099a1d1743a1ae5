//! What a person says of an entry as a whole: that it was checked, that it ended, what is noted
//! beside it.

use chrono::TimeDelta;
use desk::{Fault, ServiceNote};
use directory::{Assurance, Deed, ServiceState};
use sederunt_tests::date;

use crate::directory_editing::{
    FAMILY, FIFE, an_editors_office, bad, confirm, done, events, history, id, log, page, service,
};

#[test]
fn one_act_confirms_many_entries_by_post_and_day() {
    let mut office = an_editors_office();

    let changes = confirm(office.desk(), &[FIFE, FAMILY, FIFE]).expect("a confirmation");

    assert_eq!(changes.len(), 2, "each entry once");
    for confirmed in [FIFE, FAMILY] {
        let row = page(office.desk(), confirmed).row;
        assert_eq!(row.assurance, Assurance::Fresh);
        assert_eq!(row.service.assured_on, Some(date("2026-11-23")));
        assert_eq!(row.service.assured_by.as_deref(), Some("Social worker"));
        assert_eq!(row.kept.assured_how.as_deref(), Some("By telephone"));
    }
    let log = log(&mut office);
    assert_eq!(events(&log), ["directory.confirm"]);
    let entry = log.last().map(|entry| entry.records.clone());
    assert_eq!(entry, Some(vec![FIFE.to_owned(), FAMILY.to_owned()]));
}

#[test]
fn a_confirmation_is_of_entries_that_are_there_or_of_none() {
    let mut office = an_editors_office();
    let desk = office.desk();

    assert_eq!(confirm(desk, &[FIFE, "none"]), Err(Fault::NotFound));
    assert_eq!(confirm(desk, &[]), Err(bad("ids")));

    assert_eq!(page(desk, FIFE).row.assurance, Assurance::NeverAssured);
}

#[test]
fn a_clock_that_went_back_confirms_nothing() {
    let mut office = an_editors_office();
    confirm(office.desk(), &[FIFE]).expect("a confirmation");
    office.clock.pass(TimeDelta::days(-1));

    let refused = confirm(office.desk(), &[FAMILY, FIFE]);

    assert_eq!(refused, Err(bad("assured-on")));
    let desk = office.desk();
    assert_eq!(service(desk, FIFE).assured_on, Some(date("2026-11-23")));
    assert_eq!(page(desk, FIFE).row.assurance, Assurance::InTheFuture);
    assert_eq!(service(desk, FAMILY).assured_on, None, "all or nothing");
}

#[test]
fn a_service_that_ended_is_marked_and_kept() {
    let mut office = an_editors_office();
    let desk = office.desk();

    let tomorrow = desk.close_service(&id(FIFE), 0, date("2026-11-24"));
    let before_it_began = desk.close_service(&id(FIFE), 0, date("2018-12-31"));
    let ended = done(desk.close_service(&id(FIFE), 0, date("2026-11-23"))).0;

    assert_eq!(tomorrow.err(), Some(bad("on")));
    assert_eq!(before_it_began.err(), Some(bad("on")));
    assert_eq!(ended.row.service.state, ServiceState::Historical);
    assert_eq!(ended.row.service.active_to.as_deref(), Some("2026-11-23"));
    assert_eq!(history(desk, FIFE)[0].deed, Deed::Closed);
}

#[test]
fn a_note_is_kept_beside_the_entry_and_the_same_note_is_no_change() {
    let mut office = an_editors_office();
    let desk = office.desk();
    let note = ServiceNote {
        id: id(FIFE),
        note: Some(" Ask for the duty worker. ".into()),
        reviewer: Some("Team manager".into()),
        deputy: Some(" ".into()),
    };

    let page = desk.keep_service_note(&note).expect("a note");
    desk.keep_service_note(&note).expect("the same note");

    let kept = page.row.kept;
    assert_eq!(kept.note.as_deref(), Some("Ask for the duty worker."));
    assert_eq!(
        (kept.reviewer.as_deref(), kept.deputy),
        (Some("Team manager"), None)
    );
    let lines = history(desk, FIFE);
    assert_eq!((lines.len(), lines[0].deed), (1, Deed::Noted));
}
