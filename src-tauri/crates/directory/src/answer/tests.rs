use law::OptionId;
use proptest::prelude::*;

use super::*;
use crate::sample::{DUNDEE, FIFE, ORKNEY, PERTH, a_register, a_service, day, only, surroundings};
use crate::{CourtId, EverydayWord, FacetCount, Intake, PrisonId, ServiceId, Sought};

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
fn what_ended_or_is_planned_is_shown_only_where_it_is_asked_for() {
    let state = |id: &str, state| Service {
        state,
        ..a_service(id, id)
    };
    let services = vec![
        state("current", ServiceState::Current),
        state("ended", ServiceState::Historical),
        state("planned", ServiceState::Planned),
        state("unknown", ServiceState::Unknown),
    ];

    let running = found(services.clone(), |_| {});
    let all = found(services, |search| search.not_running = true);

    assert_eq!(ids(&running.rows), ["current", "unknown"]);
    assert_eq!(all.matched, 4);
}

#[test]
fn england_and_wales_are_hidden_unless_they_are_asked_for() {
    let mut english = a_service("ew", "Drug programme");
    english.area = Area::Elsewhere {
        says: "E92000001".into(),
    };
    english.jurisdiction = "England and Wales".into();
    english.state = ServiceState::Historical;
    let mut running = a_service("ew-running", "Drink programme");
    running.jurisdiction = "England and Wales".into();
    let services = vec![english, a_service("sc", "Drug programme"), running];
    let typed = |words: &str| {
        let words = words.to_owned();
        found(services.clone(), |search| search.words = words)
    };

    assert_eq!(ids(&typed("drug").rows), ["sc"]);
    assert!(typed("drink").rows.is_empty());
    assert_eq!(ids(&typed("drug england").rows), ["ew"]);
    let all = found(services.clone(), |search| search.not_running = true);
    assert_eq!(all.matched, 3);
}

#[test]
fn before_sentence_there_is_bail_diversion_and_what_needs_no_order() {
    let with = |id: &str, option: &str, order: Option<&str>| {
        let mut service = a_service(id, id);
        service.options = vec![OptionId(option.into())];
        service.eligibility.order_needed = order.map(str::to_owned);
        service
    };
    let services = vec![
        with("a-bail", "bail-supervised", Some("yes")),
        with("b-diversion", "diversion-from-prosecution", None),
        with("c-fiscal", "fiscal-work-order", None),
        with("d-arrest", "arrest-contact", None),
        with("e-none", "none", None),
        with("f-open", "cpo-programme", Some("no")),
        with("g-order", "cpo-programme", Some("yes")),
        with("h-unsaid", "licence", None),
    ];

    let results = found(services, |search| search.before_sentence = true);

    assert_eq!(
        ids(&results.rows),
        [
            "a-bail",
            "b-diversion",
            "c-fiscal",
            "d-arrest",
            "e-none",
            "f-open"
        ]
    );
}

#[test]
fn taking_means_now_or_on_to_a_list_and_nobody_s_silence() {
    let with = |id: &str, intake| {
        let mut service = a_service(id, id);
        service.referrals.intake = intake;
        service
    };
    let services = vec![
        with("a", Intake::Taking),
        with("b", Intake::WaitingList),
        with("c", Intake::Paused),
        with("d", Intake::NotStated),
    ];

    let results = found(services, |search| search.taking = true);

    assert_eq!(ids(&results.rows), ["a", "b"]);
}

#[test]
fn across_the_gate_stand_what_is_inside_and_its_like_at_home() {
    let mut inside = delivery("a-inside", "family", &[DUNDEE]);
    inside.prisons = vec![PrisonId("PR-PER".into())];
    let mut any_prison = a_service("d-any", "d-any");
    any_prison.setting = Some("custody".into());
    let mut other_prison = a_service("e-other", "e-other");
    other_prison.prisons = vec![PrisonId("PR-BAR".into())];
    let services = vec![
        inside,
        delivery("b-home", "family", &[FIFE]),
        delivery("c-away", "family", &[ORKNEY]),
        any_prison,
        other_prison,
        local("f-fife", &[FIFE]),
    ];

    let results = found(services, |search| {
        fife(search);
        search.prison = Some(PrisonId("PR-PER".into()));
    });

    assert_eq!(ids(&results.rows), ["a-inside", "b-home", "d-any"]);
}

#[test]
fn next_door_is_marked_and_never_mixed_in() {
    let services = vec![
        local("a-here", &[FIFE]),
        local("b-border", &[PERTH]),
        local("c-bridge", &[DUNDEE]),
        local("d-both", &[DUNDEE, PERTH]),
        local("e-far", &[ORKNEY]),
        local("f-here-too", &[PERTH, FIFE]),
        a_service("g-national", "g-national"),
    ];

    let results = found(services, fife);

    assert_eq!(ids(&results.rows), ["a-here", "f-here-too", "g-national"]);
    let near: Vec<(&str, &str, Nearness)> = results
        .next_door
        .iter()
        .map(|near| {
            (
                near.row.service.id.0.as_str(),
                near.council.as_str(),
                near.nearness,
            )
        })
        .collect();
    assert_eq!(
        near,
        [
            ("b-border", "Perth and Kinross", Nearness::Border),
            ("d-both", "Perth and Kinross", Nearness::Border),
            ("c-bridge", "Dundee City", Nearness::Crossing),
        ]
    );
    assert_eq!(results.next_door_count, 3);
}

#[test]
fn what_is_next_door_must_answer_all_else() {
    let mut housing = local("housing", &[PERTH]);
    housing.kind = "housing".into();
    let mut men = local("men", &[PERTH]);
    men.eligibility.sex = Some("male".into());

    let results = found(vec![housing, men, local("right", &[PERTH])], |search| {
        fife(search);
        search.kind = Some("addiction".into());
        search.person.sex = Some("female".into());
    });

    assert_eq!(results.next_door_count, 1);
    assert_eq!(results.next_door[0].row.service.id.0, "right");
    assert_eq!(
        results.unsuited_count, 0,
        "outside the area is not unsuited"
    );
}

#[test]
fn rows_by_words_stand_by_how_well_they_match() {
    let mut text = confirmed(local("a-text", &[FIFE]), TODAY);
    text.description = "Help with housing.".into();
    let mut alias = local("b-alias", &[FIFE]);
    alias.other_names = vec!["Fife housing".into()];
    let named = |id: &str, name: &str| Service {
        name: name.into(),
        ..local(id, &[FIFE])
    };
    let services = vec![
        text,
        alias,
        named("c-name", "Supported housing"),
        named("d-begins", "Housing advice"),
        named("e-whole", "Housing"),
        named("f-none", "Bail"),
    ];

    let results = found(services, |search| search.words = "housing".into());

    assert_eq!(
        ids(&results.rows),
        ["e-whole", "d-begins", "c-name", "b-alias", "a-text"]
    );
}

#[test]
fn an_area_and_a_provider_are_found_by_name() {
    let mut service = local("a", &[FIFE]);
    service.provider = Some("Northern Lights Trust".into());
    let services = vec![service, local("b", &[PERTH])];
    let typed = |words: &str| {
        let words = words.to_owned();
        let results = found(services.clone(), |search| search.words = words);
        results
            .rows
            .into_iter()
            .map(|row| row.service.id.0)
            .collect::<Vec<_>>()
    };

    assert_eq!(typed("fife"), ["a"]);
    assert_eq!(typed("kinross"), ["b"]);
    assert_eq!(typed("northern li"), ["a"]);
}

#[test]
fn everyday_words_find_and_never_say_whom_a_service_takes() {
    let mut service = a_service("a", "Recovery");
    service.description = "For people who use drugs.".into();
    let around = crate::Surroundings {
        everyday_words: vec![EverydayWord {
            word: "heroin".into(),
            means: vec!["drugs".into()],
        }],
        ..surroundings()
    };
    let register = Register::new([Entry::of_edition(service)], around);

    let results = register.answer(&search(|search| {
        search.words = "heroin".into();
        search.person = Sought {
            sex: Some("male".into()),
            age: Some(90),
            under_order: Some(false),
        };
    }));

    assert_eq!(ids(&results.rows), ["a"]);
}

#[test]
fn a_word_is_offered_where_nothing_matched() {
    let services = vec![local("a", &[FIFE]), local("b", &[PERTH])];

    let results = found(services, |search| {
        fife(search);
        search.words = "kinros kircaldy".into();
    });

    assert!(results.rows.is_empty());
    assert_eq!(results.suggestion, None, "nothing near “kircaldy” is held");
    let results = found(vec![local("a", &[FIFE]), local("b", &[PERTH])], |search| {
        fife(search);
        search.words = "kinrsos".into();
    });
    assert!(results.rows.is_empty());
    assert_eq!(results.suggestion.as_deref(), Some("kinross"));
}

#[test]
fn the_periods_of_the_register_are_those_that_were_set() {
    let mut register = a_register([confirmed(local("a", &[FIFE]), "2026-11-01")]);
    register.set_clock(crate::Clock {
        fresh: 7,
        due: 14,
        stale: 21,
    });

    let row = register.answer(&search(|_| {})).rows.remove(0);

    assert_eq!(row.assurance, Assurance::Stale);
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

/// An entry with parts drawn from few values, so that filters meet.
fn any_service() -> impl Strategy<Value = Service> {
    let kind = prop::sample::select(vec!["addiction", "housing", "unlisted"]);
    let needs = prop::sample::subsequence(vec!["O2", "O3", "O5"], 0..=3);
    let groups = prop::sample::subsequence(vec!["women", "substance-misuse"], 0..=2);
    let options =
        prop::sample::subsequence(vec!["cpo-programme", "bail-supervised", "none"], 0..=3);
    let area = prop_oneof![
        Just(Area::National),
        prop::sample::subsequence(vec![FIFE, PERTH, DUNDEE, ORKNEY], 1..=3)
            .prop_map(|codes| only(&codes)),
    ];
    let sex = prop::option::of(prop::sample::select(vec!["male", "female", "any"]));
    let family = prop::option::of(0..4_usize);
    (kind, needs, groups, options, area, sex, family).prop_map(
        |(kind, needs, groups, options, area, sex, family)| {
            let strings = |codes: Vec<&str>| codes.into_iter().map(str::to_owned).collect();
            let mut service = a_service("", "Name");
            service.kind = kind.into();
            service.outcomes = strings(needs);
            service.groups = strings(groups);
            service.options = options.into_iter().map(|id| OptionId(id.into())).collect();
            service.area = area;
            service.eligibility.sex = sex.map(str::to_owned);
            service.parent = family.map(|at| ServiceId(format!("s{at}")));
            service
        },
    )
}

fn any_search() -> impl Strategy<Value = DirectorySearch> {
    let council = prop::option::of(prop::sample::select(vec![FIFE, PERTH, ORKNEY]));
    let court = prop::option::of(prop::sample::select(vec!["SC-KKC", "SC-DUN", "HC"]));
    let kind = prop::option::of(prop::sample::select(vec!["addiction", "housing"]));
    let need = prop::option::of(prop::sample::select(vec!["O2", "O3"]));
    let group = prop::option::of(Just("women"));
    let option = prop::option::of(Just("none"));
    let sex = prop::option::of(prop::sample::select(vec!["male", "female"]));
    (council, court, kind, need, group, option, sex).prop_map(
        |(council, court, kind, need, group, option, sex)| {
            search(|search| {
                search.council = council.map(|code| CouncilId(code.into()));
                search.court = court.map(|id| CourtId(id.into()));
                search.kind = kind.map(str::to_owned);
                search.need = need.map(str::to_owned);
                search.group = group.map(str::to_owned);
                search.option = option.map(|id| OptionId(id.into()));
                search.person.sex = sex.map(str::to_owned);
            })
        },
    )
}

fn choosing(search: &DirectorySearch, facet: Facet, value: &str) -> DirectorySearch {
    let mut chosen = search.clone();
    let value = value.to_owned();
    match facet {
        Facet::Kind => chosen.kind = Some(value),
        Facet::Need => chosen.need = Some(value),
        Facet::Group => chosen.group = Some(value),
        Facet::Option => chosen.option = Some(OptionId(value)),
        Facet::Council => chosen.council = Some(CouncilId(value)),
    }
    chosen
}

proptest! {
    #[test]
    fn a_count_is_how_many_rows_choosing_the_value_leaves(
        services in prop::collection::vec(any_service(), 0..14),
        search in any_search(),
    ) {
        let services = services.into_iter().enumerate().map(|(at, mut service)| {
            service.id = ServiceId(format!("s{at}"));
            if service.parent.as_ref() == Some(&service.id) {
                service.parent = None;
            }
            service
        });
        let register = a_register(services);

        let results = register.answer(&search);

        let facets: [(Facet, &[FacetCount]); 5] = [
            (Facet::Kind, &results.kinds),
            (Facet::Need, &results.needs),
            (Facet::Group, &results.groups),
            (Facet::Option, &results.options),
            (Facet::Council, &results.councils),
        ];
        for (facet, counts) in facets {
            for counted in counts {
                let chosen = register.answer(&choosing(&search, facet, &counted.value));
                prop_assert_eq!(
                    chosen.matched,
                    counted.count,
                    "{:?} {}",
                    facet,
                    &counted.value
                );
            }
        }
    }

    #[test]
    fn no_entry_stands_both_in_the_answer_and_beside_it(
        services in prop::collection::vec(any_service(), 0..14),
        search in any_search(),
    ) {
        let services = services.into_iter().enumerate().map(|(at, mut service)| {
            service.id = ServiceId(format!("s{at}"));
            service
        });

        let results = a_register(services).answer(&search);

        let mut ids: Vec<&ServiceId> = results.rows.iter().map(|row| &row.service.id).collect();
        ids.extend(results.unsuited.iter().map(|one| &one.row.service.id));
        ids.extend(results.next_door.iter().map(|near| &near.row.service.id));
        let all = ids.len();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), all);
    }
}
