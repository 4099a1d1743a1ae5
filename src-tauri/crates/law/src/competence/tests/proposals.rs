use super::*;

#[test]
fn a_figure_out_of_bounds_is_answered_with_the_nearest_within_them_all() {
    let rules = vec![
        a_rule("R-1", vec![], limit(Some(months(6)), Some(months(36)))),
        a_rule("R-2", vec![], limit(None, Some(months(12)))),
    ];
    let long = Proposal {
        parts: vec![Part {
            term: Some(Term::months(48)),
            ..Part::of("rlo")
        }],
    };

    let found = law(rules)
        .try_proposal(&long, &[an_option("rlo")], &facts(&[]), date("2026-11-22"))
        .unwrap();

    let told: Vec<_> = found
        .breaches
        .iter()
        .map(|b| (b.ground.rule.0.as_str(), b.nearest))
        .collect();
    assert_eq!(told, [("R-1", Some(months(12))), ("R-2", Some(months(12)))]);
}

#[test]
fn a_raise_lifts_the_maximum_it_names() {
    let raise = Effect::Raises(crate::Raise {
        rules: vec![RuleId("R-6".into())],
        term: Some(Term::months(6)),
        amount: None,
    });
    let on_bail = Condition::Yes("on_bail_libelled".into());
    let rules = vec![
        a_rule("R-6", vec![], limit(None, Some(months(12)))),
        a_rule("R-7", vec![on_bail], raise),
    ];

    let raised = found(
        rules.clone(),
        &[("on_bail_libelled", FactValue::Flag(true))],
    );
    let plain = found(
        rules.clone(),
        &[("on_bail_libelled", FactValue::Flag(false))],
    );
    let open = found(rules, &[]);

    assert_eq!(raised.limits[0].at_most, Some(months(18)));
    assert_eq!(
        raised.limits[0].says,
        "says Rule R-7 raises that to 18 months."
    );
    assert_eq!(plain.limits[0].at_most, Some(months(12)));
    assert_eq!(
        open.limits[0].if_known.len(),
        1,
        "the maximum may be higher"
    );
}

fn two_parts(first: u32, second: u32) -> Proposal {
    let part = |id: &str, hours_a_day| Part {
        hours_a_day: Some(hours_a_day),
        ..Part::of(id)
    };
    Proposal {
        parts: vec![part("rlo", first), part("cpo-restricted-movement", second)],
    }
}

#[test]
fn figures_that_count_together_are_bounded_together() {
    let together = Effect::Limits(Limit {
        at_least: None,
        at_most: Some(Measured::HoursADay(12)),
        at_most_fact: None,
        less_fact: Some("stay_in_hours_ordered".into()),
        at_most_part: None,
        together: vec![
            OptionId("rlo".into()),
            OptionId("cpo-restricted-movement".into()),
        ],
    });
    let law = law(vec![a_rule("R-46", vec![], together)]);
    let tried = |first, second, ordered| {
        let facts = facts(&[("stay_in_hours_ordered", FactValue::Count(ordered))]);
        let day = date("2026-11-22");
        let found = law
            .try_proposal(&two_parts(first, second), &[], &facts, day)
            .unwrap();
        let nearest: Vec<_> = found.breaches.iter().map(|b| b.nearest).collect();
        nearest
    };

    assert_eq!(tried(6, 6, 0), []);
    assert_eq!(tried(8, 6, 0), [Some(Measured::HoursADay(6))]);
    assert_eq!(tried(6, 6, 2), [Some(Measured::HoursADay(4))]);
    assert_eq!(tried(4, 12, 0), [None], "no room is left");
}

#[test]
fn a_part_may_be_bounded_by_the_term_of_another() {
    let shorter = Effect::Limits(Limit {
        at_least: None,
        at_most: None,
        at_most_fact: None,
        less_fact: None,
        at_most_part: Some(crate::TermOfPart {
            of: OptionId("cpo-supervision".into()),
            less: Some(Term::months(2)),
        }),
        together: vec![],
    });
    let law = law(vec![a_rule("R-1", vec![], shorter)]);
    let tried = |supervision| {
        let part = |id: &str, term| Part {
            term,
            ..Part::of(id)
        };
        let parts = vec![
            part("rlo", Some(Term::months(17))),
            part("cpo-supervision", supervision),
        ];
        let found = law
            .try_proposal(&Proposal { parts }, &[], &facts(&[]), date("2026-11-22"))
            .unwrap();
        let nearest: Vec<_> = found.breaches.iter().map(|b| b.nearest).collect();
        nearest
    };

    assert_eq!(tried(Some(Term::months(18))), [Some(months(16))]);
    assert_eq!(tried(Some(Term::months(19))), []);
    assert_eq!(tried(None), [], "the other part states no term");
}

#[test]
fn a_term_that_is_not_stated_is_asked_about_in_general() {
    let unstated = Condition::TermUnstated(vec![OptionId("rlo".into())]);
    let law = law(vec![a_rule("R-17", vec![unstated], Effect::Duty)]);
    let duties = |term| {
        let parts = vec![Part {
            term,
            ..Part::of("rlo")
        }];
        let day = date("2026-11-22");
        let found = law
            .try_proposal(&Proposal { parts }, &[], &facts(&[]), day)
            .unwrap();
        found.duties.len()
    };

    let on_the_menu = law.assess(&an_option("rlo"), &facts(&[]), date("2026-11-22"));

    assert_eq!(on_the_menu.duties.len(), 1);
    assert_eq!(duties(None), 1);
    assert_eq!(duties(Some(Term::months(18))), 0);
}

/// What a proposal of the parts gets from the rules.
pub(super) fn tried(
    rules: Vec<Rule>,
    parts: Vec<Part>,
    recorded: &[(&str, FactValue)],
) -> ProposalFinding {
    let proposal = Proposal { parts };
    let day = date("2026-11-22");
    law(rules)
        .try_proposal(&proposal, &[], &facts(recorded), day)
        .unwrap()
}

pub(super) fn for_so_long(option: &str, term: Term) -> Part {
    Part {
        term: Some(term),
        ..Part::of(option)
    }
}

#[test]
fn a_limit_that_may_not_apply_is_waited_for_once_a_figure_passes_it() {
    let common_law = Condition::Yes("common_law".into());
    let rules = vec![a_rule(
        "R-3",
        vec![common_law],
        limit(None, Some(months(12))),
    )];
    let long = vec![for_so_long("rlo", Term::months(18))];

    let open = tried(rules.clone(), long.clone(), &[]);
    let settled = tried(
        rules.clone(),
        long,
        &[("common_law", FactValue::Flag(true))],
    );
    let within = tried(rules, vec![for_so_long("rlo", Term::months(12))], &[]);

    assert_eq!(open.finding(), Finding::Depends);
    assert_eq!(missing(&open), ["common_law"]);
    assert_eq!(settled.finding(), Finding::NotCompetent);
    assert_eq!(missing(&settled), [""; 0]);
    assert_eq!(within.finding(), Finding::Competent);
    assert_eq!(missing(&within), [""; 0]);
}

fn custody_of(at_least: Term) -> Condition {
    Condition::Figure(crate::FigureRange {
        of: vec![OptionId("imprisonment".into())],
        at_least: Some(Measured::Term(at_least)),
        at_most: None,
    })
}

#[test]
fn a_rule_about_the_figure_of_another_part_names_the_nearest_that_it_allows() {
    let short = Condition::NoneOf(vec![custody_of(Term::months(48))]);
    let too_short = vec![a_rule(
        "R-64",
        vec![custody_of(Term::days(1)), short],
        Effect::Bars,
    )];
    let too_long = vec![a_rule(
        "R-62",
        vec![custody_of(Term::months(48))],
        Effect::Bars,
    )];
    let nearest = |rules: Vec<Rule>, custody: Term| {
        let parts = vec![
            for_so_long("imprisonment", custody),
            for_so_long("rlo", Term::months(6)),
        ];
        let found = tried(rules, parts, &[]);
        let told = found.breaches.into_iter();
        told.map(|b| {
            (
                b.nearest.map(|it| it.to_string()),
                b.nearest_of.map(|of| of.0),
            )
        })
        .collect::<Vec<_>>()
    };
    let of_custody = |figure: &str| (Some(figure.to_owned()), Some("imprisonment".to_owned()));

    assert_eq!(
        nearest(too_short.clone(), Term::months(36)),
        [of_custody("48 months")]
    );
    assert_eq!(
        nearest(too_long, Term::months(60)),
        [of_custody("3 years 364 days")]
    );
    assert_eq!(nearest(too_short.clone(), Term::months(48)), []);

    let mut capped = too_short;
    let mut cap = a_rule("R-2", vec![], limit(None, Some(months(40))));
    cap.on = vec![OptionId("imprisonment".into())];
    capped.push(cap);
    assert_eq!(
        nearest(capped, Term::months(36)),
        [(None, None)],
        "what mends one rule would break another"
    );
}

#[test]
fn hours_that_one_level_has_no_room_for_are_offered_at_the_other() {
    let levels = || vec![OptionId("level-1".into()), OptionId("level-2".into())];
    let on = |option: &str, at_least: Option<u32>, at_most: Option<u32>| {
        let hours = |hours: Option<u32>| hours.map(Measured::Hours);
        let mut rule = a_rule(option, vec![], limit(hours(at_least), hours(at_most)));
        rule.on = vec![OptionId(option.into())];
        rule
    };
    let mut room = a_rule(
        "R-37",
        vec![],
        Effect::Limits(Limit {
            at_most: Some(Measured::Hours(300)),
            less_fact: Some("outstanding_hours".into()),
            together: levels(),
            ..Limit::default()
        }),
    );
    room.on = levels();
    let rules = vec![
        room,
        on("level-1", Some(20), Some(100)),
        on("level-2", Some(101), None),
    ];
    let nearest = |outstanding| {
        let work = Part {
            hours: Some(120),
            ..Part::of("level-2")
        };
        let recorded = [("outstanding_hours", FactValue::Count(outstanding))];
        let found = tried(rules.clone(), vec![work], &recorded);
        let told = found.breaches.into_iter();
        told.map(|b| (b.nearest, b.nearest_of.map(|of| of.0)))
            .collect::<Vec<_>>()
    };
    let at_level_1 = |hours| (Some(Measured::Hours(hours)), Some("level-1".to_owned()));

    assert_eq!(nearest(200), [at_level_1(100)]);
    assert_eq!(nearest(250), [at_level_1(50)]);
    assert_eq!(
        nearest(290),
        [(None, None)],
        "no order may be made of what is left"
    );
}

pub(super) fn missing(found: &ProposalFinding) -> Vec<&str> {
    let awaits = found.awaits.iter();
    awaits.map(|awaited| awaited.missing.as_str()).collect()
}
