use super::*;

#[test]
fn what_is_not_recorded_is_asked_for_and_never_a_no() {
    let unwilling = a_rule("R-1", vec![Condition::No("willing".into())], Effect::Bars);

    let open = found(vec![unwilling.clone()], &[]);
    let barred = found(
        vec![unwilling.clone()],
        &[("willing", FactValue::Flag(false))],
    );
    let clear = found(vec![unwilling], &[("willing", FactValue::Flag(true))]);

    assert_eq!(open.finding, Finding::Depends);
    assert_eq!(open.awaits[0].missing, "willing");
    assert_eq!(barred.finding, Finding::NotCompetent);
    assert_eq!(clear.finding, Finding::Competent);
}

#[test]
fn a_paper_that_is_not_there_is_waited_for_by_name() {
    let needs = Effect::Awaits(OneOf {
        fact: "reports".into(),
        one_of: vec!["place-report".into()],
    });
    let rule = a_rule("R-1", vec![], needs);
    let held = |ids: &[&str]| FactValue::List(ids.iter().map(|id| (*id).into()).collect());

    let without = found(vec![rule.clone()], &[("reports", held(&[]))]);
    let with = found(vec![rule], &[("reports", held(&["place-report"]))]);

    assert_eq!(without.finding, Finding::Depends);
    assert_eq!(without.awaits[0].missing, "place-report");
    assert_eq!(with.finding, Finding::Competent);
}

#[test]
fn every_rule_that_bites_comes_back() {
    let rules = vec![
        a_rule("R-1", vec![], Effect::Bars),
        a_rule("R-2", vec![], Effect::Bars),
    ];

    let found = found(rules, &[]);

    let rules: Vec<_> = found.rules().iter().map(|rule| rule.0.as_str()).collect();
    assert_eq!(rules, ["R-1", "R-2"]);
}

#[test]
fn a_rule_that_has_ended_is_not_cited() {
    let ended = Rule {
        until: Some(date("2025-05-13")),
        ..a_rule("R-1", vec![], Effect::Bars)
    };

    let found = found(vec![ended], &[]);

    assert_eq!(found.finding, Finding::Competent);
}

#[test]
fn a_court_outside_the_entry_shuts_the_option_out() {
    let found = found(vec![], &[("court", FactValue::Choice("HC".into()))]);

    assert_eq!(found.finding, Finding::NotCompetent);
    assert_eq!(found.bars[0].rule.0, "rlo.courts");
}

#[test]
fn bounds_that_leave_nothing_shut_the_option_out() {
    let rules = vec![
        a_rule("R-8", vec![], limit(Some(months(1)), None)),
        a_rule(
            "R-6",
            vec![],
            limit(None, Some(Measured::Term(Term::days(10)))),
        ),
    ];

    let found = found(rules, &[]);

    assert_eq!(found.finding, Finding::NotCompetent);
    assert_eq!(found.bars[0].rule.0, "R-8");
}

#[test]
fn a_day_that_the_window_cannot_tell_turns_on_what_is_found_out() {
    let span = crate::DaySpan {
        from: Some(date("2026-01-01")),
        until: Some(date("2026-12-31")),
    };
    let option = MenuOption {
        in_force: InForce {
            begun_in: Some(span),
            ..InForce::default()
        },
        ..an_option("rlo")
    };
    let found = |recorded: &[(&str, FactValue)]| {
        law(vec![]).assess(&option, &facts(recorded), date("2026-11-22"))
    };
    let open = |ids: &[&str]| FactValue::List(ids.iter().map(|id| (*id).into()).collect());

    let told = found(&[]);
    assert_eq!(told.finding, Finding::Depends);
    assert_eq!(told.awaits[0].missing, "open_then");
    assert_eq!(told.duties[0].rule.0, "rlo.in-force");
    let recorded = [open(&["rlo"]), open(&[])].map(|list| found(&[("open_then", list)]).finding);
    assert_eq!(recorded, [Finding::Competent, Finding::NotCompetent]);
}

#[test]
fn an_unchecked_day_is_marked_in_the_ground() {
    let option = MenuOption {
        in_force: InForce {
            from: Some(date("2027-01-25")),
            unchecked: vec![crate::WindowEnd::From],
            ..InForce::default()
        },
        ..an_option("rlo")
    };

    let found = law(vec![]).assess(&option, &facts(&[]), date("2026-11-22"));

    assert_eq!(found.bars[0].checked, Checked::Unverified);
    assert!(found.bars[0].says.contains("from 25 January 2027 [?]"));
}

fn on_bail_raises(by: Term) -> Rule {
    let raise = crate::Raise {
        rules: vec![RuleId("R-6".into())],
        term: Some(by),
        amount: None,
    };
    let on_bail = Condition::Yes("on_bail_libelled".into());
    a_rule("R-7", vec![on_bail], Effect::Raises(raise))
}

#[test]
fn a_maximum_that_may_be_raised_is_shown_at_both_figures() {
    let rules = vec![
        a_rule("R-6", vec![], limit(None, Some(months(12)))),
        on_bail_raises(Term::months(6)),
    ];

    let found = found(rules, &[]);

    let shown: Vec<_> = found
        .limits
        .iter()
        .map(|bound| (bound.at_most, bound.if_known.len()))
        .collect();
    assert_eq!(shown, [(Some(months(12)), 1), (Some(months(18)), 1)]);
    assert_eq!(
        found.limits[1].says,
        "says Rule R-7 may raise that to 18 months."
    );
    assert_eq!(found.finding, Finding::Competent);
}

#[test]
fn bounds_that_may_leave_nothing_are_asked_about() {
    let rules = vec![
        a_rule("R-8", vec![], limit(Some(months(1)), None)),
        a_rule(
            "R-6",
            vec![],
            limit(None, Some(Measured::Term(Term::days(10)))),
        ),
        on_bail_raises(Term::months(6)),
    ];
    let on_bail = |libelled| [("on_bail_libelled", FactValue::Flag(libelled))];

    let open = found(rules.clone(), &[]);

    assert_eq!(open.finding, Finding::Depends);
    assert_eq!(open.awaits[0].missing, "on_bail_libelled");
    let recorded = [true, false].map(|libelled| found(rules.clone(), &on_bail(libelled)).finding);
    assert_eq!(recorded, [Finding::Competent, Finding::NotCompetent]);
}

#[test]
fn a_maximum_that_nobody_has_looked_up_is_said_and_holds_nothing_up() {
    let unread = found_with_a_statute(&[("common_law", FactValue::Flag(false))]);
    let at_common_law = found_with_a_statute(&[("common_law", FactValue::Flag(true))]);
    let looked_up = found_with_a_statute(&[("max_term", FactValue::Term(Term::months(6)))]);

    let duties = |found: &Assessment| -> Vec<FactId> {
        let facts = found.duties.iter().flat_map(|duty| duty.if_known.clone());
        facts.collect()
    };
    assert_eq!(unread.finding, Finding::Competent);
    assert_eq!(duties(&unread), [FactId::from("max_term")]);
    assert_eq!(duties(&at_common_law), []);
    assert_eq!(duties(&looked_up), []);
    assert_eq!(looked_up.limits[0].if_known, []);
}

fn found_with_a_statute(recorded: &[(&str, FactValue)]) -> Assessment {
    let (option, day) = (an_option("rlo"), date("2026-11-22"));
    statute_law(vec![a_statutory_maximum()]).assess(&option, &facts(recorded), day)
}
