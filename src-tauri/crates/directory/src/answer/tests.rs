mod counting;
mod left_out;
mod words;

use law::OptionId;
use proptest::prelude::*;

use super::*;
use crate::marks::Facet;
use crate::sample::{DUNDEE, FIFE, ORKNEY, PERTH, a_register, a_service, day, only, surroundings};
use crate::{
    Assurance, CourtId, EverydayWord, FacetCount, Intake, Nearness, PrisonId, ServiceId, Sought,
};

const TODAY: &str = "2026-11-22";

fn search(change: impl FnOnce(&mut DirectorySearch)) -> DirectorySearch {
    let mut search = DirectorySearch::of_everything(day(TODAY));
    change(&mut search);
    search
}

fn local(id: &str, councils: &[&str]) -> Service {
    let mut service = a_service(id, id);
    service.area = only(councils);
    service
}

fn delivery(id: &str, of: &str, councils: &[&str]) -> Service {
    let mut service = local(id, councils);
    service.parent = Some(ServiceId(of.into()));
    service
}

fn confirmed(mut service: Service, on: &str) -> Service {
    service.assured_on = Some(day(on));
    service
}

fn ids(rows: &[ServiceRow]) -> Vec<&str> {
    rows.iter().map(|row| row.service.id.0.as_str()).collect()
}

fn found(services: Vec<Service>, change: impl FnOnce(&mut DirectorySearch)) -> DirectoryResults {
    a_register(services).answer(&search(change))
}

fn fife(search: &mut DirectorySearch) {
    search.council = Some(CouncilId(FIFE.into()));
}

#[test]
fn a_court_is_reached_through_its_councils_and_what_names_it_and_the_national_come_after() {
    let mut named = local("d-named", &[ORKNEY]);
    named.courts = vec![CourtId("SC-KKC".into())];
    let mut of_another_court = local("e-other", &[FIFE]);
    of_another_court.courts = vec![CourtId("SC-DUN".into())];
    let services = vec![
        confirmed(a_service("a-national", "a-national"), TODAY),
        local("b-fife", &[FIFE]),
        local("c-dundee", &[DUNDEE]),
        named,
        of_another_court,
    ];

    let results = found(services, |search| {
        search.court = Some(CourtId("SC-KKC".into()));
    });

    assert_eq!(ids(&results.rows), ["b-fife", "d-named", "a-national"]);
}

#[test]
fn a_court_of_the_whole_country_is_served_by_every_council_of_it() {
    let mut away = a_service("away", "away");
    away.area = Area::Elsewhere {
        says: "Leeds".into(),
    };
    let services = vec![local("a", &[FIFE]), local("b", &[ORKNEY]), away];

    let results = found(services, |search| search.court = Some(CourtId("HC".into())));

    assert_eq!(ids(&results.rows), ["a", "b"]);
}

#[test]
fn what_was_confirmed_stands_before_what_never_was_and_that_before_what_is_stale() {
    let services = vec![
        confirmed(local("stale", &[FIFE]), "2026-07-01"),
        local("never", &[FIFE]),
        confirmed(local("due", &[FIFE]), "2026-08-15"),
        confirmed(local("fresh", &[FIFE]), "2026-11-01"),
        confirmed(a_service("a-national", "a-national"), "2026-11-01"),
    ];

    let everywhere = found(services.clone(), |_| {});
    let here = found(services, fife);

    // The national one has no delivery, and stands last.
    let order = ["fresh", "due", "never", "stale", "a-national"];
    assert_eq!(ids(&everywhere.rows), order);
    assert_eq!(ids(&here.rows), order);
}

#[test]
fn an_entry_confirmed_over_a_year_ago_is_left_out_unless_it_is_asked_for() {
    let services = vec![
        confirmed(local("old", &[FIFE]), "2025-11-21"),
        confirmed(local("year", &[FIFE]), "2025-11-22"),
    ];

    let without = found(services.clone(), |_| {});
    let with = found(services, |search| search.expired = true);

    assert_eq!(ids(&without.rows), ["year"]);
    assert_eq!(ids(&with.rows), ["year", "old"]);
    assert_eq!(with.rows[1].assurance, Assurance::Expired);
}

#[test]
fn a_family_stands_back_where_a_delivery_answers() {
    let services = vec![
        a_service("family", "Family"),
        delivery("d-fife", "family", &[FIFE]),
    ];

    let here = found(services.clone(), fife);
    let elsewhere = found(services.clone(), |search| {
        search.council = Some(CouncilId(ORKNEY.into()));
    });
    let everywhere = found(services, |_| {});

    assert_eq!(ids(&here.rows), ["d-fife"]);
    assert_eq!(ids(&elsewhere.rows), ["family"]);
    assert!(elsewhere.rows[0].national_only);
    assert_eq!(ids(&everywhere.rows), ["d-fife"]);
}

#[test]
fn what_is_local_stands_first_only_where_a_place_is_asked_for() {
    let mut national = confirmed(a_service("a-national", "a-national"), TODAY);
    national.parent = Some(ServiceId("a-family-elsewhere".into()));
    let services = vec![national, local("b-local", &[FIFE])];

    let here = found(services.clone(), fife);
    let everywhere = found(services, |_| {});

    assert_eq!(ids(&here.rows), ["b-local", "a-national"]);
    assert_eq!(ids(&everywhere.rows), ["a-national", "b-local"]);
}

#[test]
fn a_delivery_that_ended_is_no_delivery_here() {
    let mut ended = delivery("ended", "family", &[FIFE]);
    ended.state = ServiceState::Historical;
    let services = vec![a_service("family", "Family"), ended];

    let results = found(services, fife);

    assert_eq!(ids(&results.rows), ["family"]);
    assert!(results.rows[0].national_only);
}

#[test]
fn what_is_here_for_another_court_is_not_next_door() {
    let mut of_another_court = local("other", &[FIFE, PERTH]);
    of_another_court.courts = vec![CourtId("SC-DUN".into())];

    let results = found(vec![of_another_court, local("near", &[PERTH])], |search| {
        search.court = Some(CourtId("SC-KKC".into()));
    });

    assert!(results.rows.is_empty());
    assert_eq!(results.next_door_count, 1);
    assert_eq!(results.next_door[0].row.service.id.0, "near");
}

#[test]
fn a_family_does_not_come_forward_because_its_delivery_does_not_take_the_person() {
    let mut women = delivery("d-fife", "family", &[FIFE]);
    women.eligibility.sex = Some("female".into());
    let services = vec![a_service("family", "Family"), women];

    let results = found(services, |search| {
        fife(search);
        search.person.sex = Some("male".into());
    });

    assert!(results.rows.is_empty());
    assert_eq!(results.unsuited_count, 1);
    assert_eq!(results.unsuited[0].row.service.id.0, "d-fife");
    assert_eq!(
        results.unsuited[0].why,
        ["Takes women only; the person sought is a man."]
    );
}

#[test]
fn the_periods_of_the_register_are_those_that_were_set() {
    let housing = Service {
        kind: "housing".into(),
        ..local("b", &[FIFE])
    };
    let mut register = a_register([
        confirmed(local("a", &[FIFE]), "2026-10-01"),
        confirmed(housing, "2026-10-01"),
    ]);
    let mut periods = crate::Periods::default();
    assert!(periods.set(Some("addiction"), Some(1)));
    register.set_periods(periods);

    let states: Vec<Assurance> = register
        .answer(&search(|_| {}))
        .rows
        .iter()
        .map(|row| row.assurance)
        .collect();

    assert_eq!(states, [Assurance::Fresh, Assurance::Due]);
}

#[test]
fn rows_are_given_a_page_at_a_time_in_one_order() {
    let names = ["e", "b", "d", "a", "c"];
    let services: Vec<Service> = names.iter().map(|name| local(name, &[FIFE])).collect();
    let page = |from, limit| {
        let results = found(services.clone(), |search| {
            search.from = from;
            search.limit = limit;
        });
        assert_eq!(results.matched, 5);
        ids(&results.rows).join("")
    };

    assert_eq!(page(0, 2), "ab");
    assert_eq!(page(2, 2), "cd");
    assert_eq!(page(4, 2), "e");
    assert_eq!(page(9, 2), "");
    assert_eq!(page(0, 0), "");
}
