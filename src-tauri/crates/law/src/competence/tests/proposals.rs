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
