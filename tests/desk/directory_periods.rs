//! How long a confirmation holds, by kind of service.

use chrono::TimeDelta;
use desk::{Desk, Fault, ReviewPeriod, Role, SetReviewPeriod, WorkListSearch};
use directory::{Assurance, PeriodSource};
use sederunt_tests::an_office;

use crate::directory_editing::{FIFE, an_editors_office, bad, confirm, log, page, service};

fn set(
    desk: &mut Desk,
    kind: Option<&str>,
    months: Option<u32>,
) -> Result<Vec<ReviewPeriod>, Fault> {
    let kind = kind.map(str::to_owned);
    desk.set_review_period(&SetReviewPeriod { kind, months })
}

fn of<'a>(periods: &'a [ReviewPeriod], kind: Option<&str>) -> &'a ReviewPeriod {
    let mut periods = periods.iter();
    let found = periods.find(|period| period.kind.as_deref() == kind);
    found.expect("the kind")
}

fn waits(desk: &Desk, service: &str) -> bool {
    let list = desk.work_list(&WorkListSearch {
        council: None,
        assurance: None,
        words: String::new(),
        from: 0,
        limit: 1_000,
    });
    let rows = list.expect("a work list").rows;
    rows.iter().any(|row| row.row.service.id.0 == service)
}

#[test]
fn every_kind_that_the_edition_declares_holds_three_months_at_first() {
    let mut office = an_editors_office();

    let periods = office.desk().review_periods().expect("the periods");

    assert_eq!(periods.len(), 24, "every kind, and each of twenty-three");
    assert_eq!(periods[0].kind, None);
    assert!(periods.iter().all(|period| period.months == 3
        && period.set.is_none()
        && period.source == PeriodSource::Own
        && period.entries == period.waiting));
    assert_eq!(of(&periods, Some("victim")).longest, 3);
}

#[test]
fn a_period_that_is_set_counts_at_once_and_when_the_program_starts_again() {
    let mut office = an_editors_office();
    let kind = service(office.desk(), FIFE).kind;
    confirm(office.desk(), &[FIFE]).expect("it is confirmed");
    office.clock.pass(TimeDelta::days(150));
    assert_eq!(page(office.desk(), FIFE).row.assurance, Assurance::Stale);
    assert!(waits(office.desk(), FIFE));
    let before = office.desk().review_periods().expect("the periods");

    let after = set(office.desk(), Some(&kind), Some(12)).expect("it is set");

    assert_eq!(page(office.desk(), FIFE).row.assurance, Assurance::Fresh);
    assert!(!waits(office.desk(), FIFE));
    let (before, after) = (of(&before, Some(&kind)), of(&after, Some(&kind)));
    assert_eq!(
        (after.months, after.set, after.source),
        (12, Some(12), PeriodSource::Set)
    );
    assert_eq!(after.waiting + 1, before.waiting);
    office.reopen();
    assert_eq!(page(office.desk(), FIFE).row.assurance, Assurance::Fresh);

    set(office.desk(), Some(&kind), None).expect("it is taken back");

    assert_eq!(page(office.desk(), FIFE).row.assurance, Assurance::Stale);
}

#[test]
fn a_figure_that_is_no_period_is_refused_and_nothing_is_kept() {
    let mut office = an_editors_office();
    let before = office.desk().review_periods().expect("the periods");

    for (kind, months) in [
        (Some("housing"), 0),
        (Some("housing"), 61),
        (None, 0),
        (None, 61),
        (Some("victim"), 4),
    ] {
        let refused = set(office.desk(), kind, Some(months));
        assert_eq!(refused, Err(bad("months")), "{months} for {kind:?}");
    }
    let refused = set(office.desk(), Some("none-such"), Some(3));

    assert_eq!(refused, Err(bad("kind")));
    assert_eq!(office.desk().review_periods(), Ok(before));
    assert!(
        !log(&mut office)
            .iter()
            .any(|entry| entry.event == "directory.clock")
    );
}

#[test]
fn each_change_of_a_period_is_in_the_log_and_no_change_is_not() {
    let mut office = an_editors_office();

    set(office.desk(), Some("housing"), Some(12)).expect("it is set");
    set(office.desk(), Some("housing"), Some(12)).expect("it is set already");
    set(office.desk(), Some("housing"), None).expect("it is taken back");

    let log = log(&mut office);
    let told: Vec<_> = log
        .iter()
        .filter(|entry| entry.event == "directory.clock")
        .map(|entry| (entry.records.join(" "), entry.reason.clone()))
        .collect();
    let housing = |months: &str| ("housing".to_owned(), Some(months.to_owned()));
    assert_eq!(told, [housing("12 months"), housing("3 months")]);
}

#[test]
fn who_does_not_keep_the_directory_sets_no_period() {
    let mut office = an_office().held_by(&[Role::CourtSocialWorker]).open();

    let refused = set(office.desk(), None, Some(6));

    let act = "set_review_period".to_owned();
    assert_eq!(refused, Err(Fault::NotAllowed { act }));
}
