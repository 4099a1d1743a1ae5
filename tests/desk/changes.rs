//! What changed in the content since a person last looked.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use desk::{Became, ChangedEntry, Changes, Desk, Door};
use directory::{Area, Service};
use edition::Edition;
use law::{Menu, MenuOption, OptionId, Rule};
use sederunt_tests::office::{Office, PASSPHRASE, edition};
use sederunt_tests::{an_office, date};
use vault::Cost;

use crate::directory_editing::{FIFE, a_new_service, add, an_editors_office, change, done, id};

/// An option of each menu, and a rule that tries the second and is law for good.
pub(crate) const TAGGED_BAIL: &str = "bail-em";
pub(crate) const LIBERTY: &str = "rlo";
const RULE: &str = "R-61";

/// The next issue of the content: the one the program ships with, changed.
pub(crate) fn next_edition(change: impl FnOnce(&mut Edition)) -> Arc<Edition> {
    let mut next = Edition::clone(&edition());
    next.label.number += 1;
    next.label.name = "the next".into();
    change(&mut next);
    Arc::new(next)
}

pub(crate) fn option<'e>(edition: &'e mut Edition, id: &str) -> &'e mut MenuOption {
    let mut options = edition.options.iter_mut();
    options.find(|option| option.id.0 == id).expect("an option")
}

fn rules<'e>(edition: &'e mut Edition, id: &str) -> impl Iterator<Item = &'e mut Rule> {
    let rules = edition.competence.rules.iter_mut();
    let id = id.to_owned();
    rules.filter(move |rule| rule.id.0 == id)
}

/// A desk of the office's store with another edition on it, as a newer program has.
pub(crate) fn desk_with(office: &mut Office, edition: &Arc<Edition>) -> Desk {
    office.close();
    let clock = Arc::clone(&office.clock);
    let mut door = Door::new(office.folder(), Arc::clone(edition), clock, Cost::floor());
    let (_, desk) = door.unlock(PASSPHRASE).expect("the door opens");
    desk.expect("the passphrase is right")
}

/// An office whose person has looked at the edition that the program ships with.
pub(crate) fn an_office_that_looked() -> Office {
    let mut office = an_office().open();
    let first = office.desk().what_changed().expect("a first look");
    assert_eq!(first.since, None);
    office
}

pub(crate) fn changed(desk: &mut Desk) -> Changes {
    desk.what_changed().expect("what changed")
}

fn entry<'c>(changes: &'c Changes, id: &str) -> &'c ChangedEntry {
    let mut entries = changes.entries.iter();
    entries.find(|entry| entry.id == id).expect("an entry")
}

pub(crate) fn ids(changes: &Changes) -> Vec<&str> {
    let entries = changes.entries.iter();
    entries.map(|entry| entry.id.as_str()).collect()
}

/// The texts of a part: what it said and what it says.
fn part<'c>(entry: &'c ChangedEntry, label: &str) -> (&'c str, &'c str) {
    let part = entry.parts.iter().find(|part| part.label == label);
    let part = part.unwrap_or_else(|| panic!("no part {label} in {:?}", entry.parts));
    (&part.before, &part.now)
}

#[test]
fn the_first_look_counts_nothing_as_changed() {
    let mut office = an_office().open();

    let first = changed(office.desk());
    let second = changed(office.desk());

    assert_eq!((first.since, first.looked), (None, None));
    assert_eq!(first.now, edition().label.name);
    assert!(first.entries.is_empty() && first.drafts.is_empty());
    assert_eq!(second.since.as_ref(), Some(&edition().label.name));
    assert_eq!(second.looked, Some(date("2026-11-23")));
    assert!(second.entries.is_empty());
}

#[test]
fn an_option_whose_limits_changed_says_what_they_were_and_what_they_are() {
    let mut office = an_office_that_looked();
    let mut was = None;
    let next = next_edition(|next| {
        let limits = &mut option(next, TAGGED_BAIL).limits;
        was = limits.replace("At most 12 hours in a day.".into());
    });

    let changes = changed(&mut desk_with(&mut office, &next));

    assert_eq!(changes.since.as_ref(), Some(&edition().label.name));
    assert_eq!(changes.now, "the next");
    assert_eq!(ids(&changes), [TAGGED_BAIL]);
    let found = entry(&changes, TAGGED_BAIL);
    assert_eq!(
        (found.menu, found.became),
        (Some(Menu::Bail), Became::Changed)
    );
    let was = was.unwrap_or_default();
    assert_eq!(
        part(found, "Limits"),
        (was.as_str(), "At most 12 hours in a day.")
    );
    assert_eq!(found.parts.len(), 1, "nothing else of it changed");
}

#[test]
fn aliases_and_forms_may_change_without_a_word() {
    let mut office = an_office_that_looked();
    let next = next_edition(|next| {
        option(next, TAGGED_BAIL)
            .aliases
            .push("another name".into());
        next.forms.pop();
    });

    let changes = changed(&mut desk_with(&mut office, &next));

    assert_eq!(ids(&changes), [""; 0]);
}

#[test]
fn a_rule_that_was_ended_shows_in_every_option_that_it_tries() {
    let mut office = an_office_that_looked();
    let mut tried: Vec<OptionId> = Vec::new();
    let next = next_edition(|next| {
        for rule in rules(next, RULE) {
            rule.until = Some(date("2026-12-31"));
            tried.extend(rule.on.clone());
        }
    });
    tried.sort();
    tried.dedup();

    let changes = changed(&mut desk_with(&mut office, &next));

    let mut found: Vec<OptionId> = ids(&changes)
        .into_iter()
        .map(|id| OptionId(id.into()))
        .collect();
    found.sort();
    assert_eq!(found, tried);
    let (before, now) = part(entry(&changes, LIBERTY), "Rule R-61");
    assert!(!before.contains("31 December 2026"), "{before}");
    assert!(now.contains("to 31 December 2026"), "{now}");
}

#[test]
fn a_rule_taken_out_and_a_rule_put_in_are_parts_of_the_option() {
    let mut office = an_office_that_looked();
    let next = next_edition(|next| {
        let mut added = rules(next, RULE).next().expect("the rule").clone();
        added.id = law::RuleId("R-999".into());
        added.says = "It is open on a day with a y.".into();
        added.on = vec![OptionId(LIBERTY.into())];
        next.competence.rules.retain(|rule| rule.id.0 != RULE);
        next.competence.rules.push(added);
    });

    let changes = changed(&mut desk_with(&mut office, &next));

    let found = entry(&changes, LIBERTY);
    let (before, now) = part(found, "Rule R-61");
    assert!(!before.is_empty() && now.is_empty());
    let (before, now) = part(found, "Rule R-999");
    assert!(before.is_empty());
    assert!(now.starts_with("It is open on a day with a y."), "{now}");
}

#[test]
fn a_rule_whose_test_changed_under_the_same_words_says_so() {
    let mut office = an_office_that_looked();
    let next = next_edition(|next| {
        for rule in rules(next, RULE) {
            rule.when.clear();
        }
    });

    let changes = changed(&mut desk_with(&mut office, &next));

    let (before, now) = part(entry(&changes, LIBERTY), "Rule R-61");
    assert_eq!(
        now,
        format!("{before} The test behind these words has changed.")
    );
}

#[test]
fn what_was_put_in_and_taken_out_is_listed_by_its_name() {
    let mut office = an_office_that_looked();
    let gone = edition().services[0].clone();
    let next = next_edition(|next| {
        next.services.remove(0);
        let mut fresh = option(next, LIBERTY).clone();
        fresh.id = OptionId("a-new-order".into());
        fresh.name = "A new order".into();
        next.options.push(fresh);
        next.options.retain(|option| option.id.0 != TAGGED_BAIL);
    });

    let changes = changed(&mut desk_with(&mut office, &next));

    let listed: Vec<(&str, Option<Menu>, Became)> = changes
        .entries
        .iter()
        .map(|entry| (entry.name.as_str(), entry.menu, entry.became))
        .filter(|(_, _, became)| *became != Became::Changed)
        .collect();
    let bail = edition();
    let bail = bail.option(&OptionId(TAGGED_BAIL.into())).expect("bail");
    assert_eq!(
        listed,
        [
            (bail.name.as_str(), Some(Menu::Bail), Became::Removed),
            ("A new order", Some(Menu::Disposals), Became::Added),
            (gone.name.as_str(), None, Became::Removed),
        ]
    );
}

#[test]
fn a_service_says_where_it_runs_now_and_who_confirmed_it() {
    let mut office = an_office_that_looked();
    let of_a_council = |service: &Service| matches!(service.area, Area::Councils { .. });
    let mut id = String::new();
    let next = next_edition(|next| {
        let mut services = next.services.iter_mut();
        let service = services
            .find(|service| of_a_council(service))
            .expect("a service");
        service.area = Area::National;
        service.assured_on = Some(date("2026-11-12"));
        service.assured_by = Some("the team leader".into());
        id.clone_from(&service.id.0);
    });

    let changes = changed(&mut desk_with(&mut office, &next));

    assert_eq!(ids(&changes), [id.as_str()]);
    let found = entry(&changes, &id);
    assert_eq!(part(found, "Area").1, "All Scotland");
    assert_eq!(
        part(found, "Confirmed").1,
        "12 November 2026 by the team leader"
    );
}

#[test]
fn what_was_changed_added_ended_and_taken_in_here_is_told() {
    let mut office = an_editors_office();
    changed(office.desk());
    let desk = office.desk();
    change(desk, FIFE, |service| {
        service.how_to_refer = Some("Telephone the duty worker.".into());
    });
    let new = add(desk, a_new_service("Tuesday group"));
    let on = date("2026-11-20");
    done(desk.close_service(&id("pg-right-track"), 0, on));

    let told = changed(desk);

    let mut named = ids(&told);
    named.sort_unstable();
    assert_eq!(named, [new.as_str(), FIFE, "pg-right-track"]);
    assert_eq!(entry(&told, &new).became, Became::Added);
    let refer = part(entry(&told, FIFE), "How to refer");
    assert_eq!(refer, ("", "Telephone the duty worker."));
    let stands = part(entry(&told, "pg-right-track"), "Stands");
    assert_eq!(stands, ("Running at the date of its source", "Ended"));

    desk.changes_seen().expect("they are seen");
    assert!(changed(desk).entries.is_empty());
    office.reopen();
    assert!(changed(office.desk()).entries.is_empty());
}

#[test]
fn what_was_marked_as_seen_is_not_told_again() {
    let mut office = an_office_that_looked();
    let next = next_edition(|next| option(next, LIBERTY).what = "Something else.".into());
    let mut desk = desk_with(&mut office, &next);
    assert_eq!(ids(&changed(&mut desk)), [LIBERTY]);
    assert_eq!(
        ids(&changed(&mut desk)),
        [LIBERTY],
        "looking is not marking"
    );

    desk.changes_seen().expect("marked as seen");

    let after = changed(&mut desk);
    assert_eq!(after.since.as_deref(), Some("the next"));
    assert!(after.entries.is_empty());
    desk.close().expect("the store closes");
    let back = changed(&mut desk_with(&mut office, &edition()));
    assert_eq!(
        part(entry(&back, LIBERTY), "What it is").0,
        "Something else."
    );
}

#[test]
fn an_option_and_a_rule_that_begin_or_end_with_a_day_are_told_of_that_day() {
    let mut office = an_office().open();
    let next = next_edition(|next| {
        option(next, TAGGED_BAIL).in_force.until = Some(date("2026-11-30"));
        for rule in rules(next, RULE) {
            rule.from = date("2026-12-01");
        }
    });
    let mut desk = desk_with(&mut office, &next);
    assert_eq!(changed(&mut desk).since, None);
    assert_eq!(ids(&changed(&mut desk)), [""; 0], "no day has passed");

    office.clock.pass(TimeDelta::days(8));
    let changes = changed(&mut desk);

    let (before, now) = part(entry(&changes, TAGGED_BAIL), "In force on the day");
    assert_eq!(before, "On 23 November 2026 it was in force.");
    assert_eq!(
        now,
        "On 1 December 2026 it is not in force: its last day was 30 November 2026."
    );
    let (before, now) = part(entry(&changes, LIBERTY), "Rule R-61");
    assert_eq!(before, "On 23 November 2026 it was not law.");
    assert!(now.contains("From 1 December 2026"), "{now}");

    desk.changes_seen().expect("marked as seen");
    assert_eq!(ids(&changed(&mut desk)), [""; 0]);
}

#[test]
fn the_last_day_of_an_option_is_still_in_force() {
    let mut office = an_office().open();
    let next = next_edition(|next| {
        option(next, TAGGED_BAIL).in_force.until = Some(date("2026-11-30"));
    });
    let mut desk = desk_with(&mut office, &next);
    changed(&mut desk);

    office.clock.pass(TimeDelta::days(7));

    assert_eq!(ids(&changed(&mut desk)), [""; 0]);
}

/// The days are those of the clock in Scotland.
#[test]
fn the_day_looked_at_is_the_day_in_scotland() {
    let mut office = an_office().open();
    office.clock.pass(TimeDelta::hours(14));

    changed(office.desk());

    let day: Option<NaiveDate> = changed(office.desk()).looked;
    assert_eq!(day, Some(date("2026-11-24")));
}
