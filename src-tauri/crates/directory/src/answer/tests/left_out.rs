//! What a question leaves out, and what stands beside its answer.

use super::*;

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
