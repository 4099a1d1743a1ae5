use super::proposals::{for_so_long, missing, tried};
use super::*;
use crate::Amount;

/// What a proposal of one term gets from the rules, where a statute may have a maximum.
fn tried_by_statute(
    rules: Vec<Rule>,
    term: Option<Term>,
    recorded: &[(&str, FactValue)],
) -> ProposalFinding {
    let part = Part {
        term,
        ..Part::of("rlo")
    };
    let proposal = Proposal { parts: vec![part] };
    let day = date("2026-11-22");
    statute_law(rules)
        .try_proposal(&proposal, &[], &facts(recorded), day)
        .unwrap()
}

#[test]
fn a_figure_turns_on_the_maximum_that_nobody_has_looked_up() {
    let rules = || vec![a_statutory_maximum()];
    let year = Some(Term::months(12));
    let common_law = |yes| ("common_law", FactValue::Flag(yes));
    let max_term = ("max_term", FactValue::Term(Term::months(6)));

    let in_a_statute = tried_by_statute(rules(), year, &[common_law(false)]);
    assert_eq!(missing(&in_a_statute), ["max_term"]);
    let of_either_kind = tried_by_statute(rules(), year, &[]);
    assert_eq!(missing(&of_either_kind), ["common_law", "max_term"]);
    let at_common_law = tried_by_statute(rules(), year, &[common_law(true)]);
    assert_eq!(at_common_law.finding(), Finding::Competent);
    let without_a_figure = tried_by_statute(rules(), None, &[common_law(false)]);
    assert_eq!(without_a_figure.finding(), Finding::Competent);
    let looked_up = tried_by_statute(rules(), year, &[max_term]);
    assert_eq!(looked_up.finding(), Finding::NotCompetent);
    assert_eq!(missing(&looked_up), [""; 0]);
}

#[test]
fn a_figure_that_is_certainly_out_of_bounds_turns_on_no_maximum() {
    let capped = a_rule("R-2", vec![], limit(None, Some(months(2))));
    let rules = vec![a_statutory_maximum(), capped];

    let found = tried_by_statute(rules, Some(Term::months(3)), &[]);

    assert_eq!(found.finding(), Finding::NotCompetent);
    assert_eq!(missing(&found), [""; 0]);
}

/// A rule that raises the maximum of R-6 in one court, for an offence on bail.
fn on_bail_raises(rule: &str, court: &str, by: Term) -> Rule {
    let raise = crate::Raise {
        rules: vec![RuleId("R-6".into())],
        term: Some(by),
        amount: None,
    };
    let in_the_court = OneOf {
        fact: "trial_court".into(),
        one_of: vec![court.into()],
    };
    let when = vec![
        Condition::Yes("on_bail_libelled".into()),
        Condition::Is(in_the_court),
    ];
    a_rule(rule, when, Effect::Raises(raise))
}

#[test]
fn within_what_a_raise_adds_nothing_turns_on_the_maximum() {
    let rules = vec![
        a_statutory_maximum(),
        on_bail_raises("R-7", "SS", Term::months(6)),
    ];
    let recorded = [
        ("common_law", FactValue::Flag(false)),
        ("on_bail_libelled", FactValue::Flag(true)),
        ("trial_court", FactValue::Choice("SS".into())),
    ];
    let tried = |term| tried_by_statute(rules.clone(), Some(term), &recorded).finding();

    assert_eq!(tried(Term::months(6)), Finding::Competent);
    assert_eq!(tried(Term::months(7)), Finding::Depends);
}

#[test]
fn a_figure_between_a_maximum_and_what_may_be_made_of_it_turns_on_the_raise() {
    let rules = vec![
        a_rule("R-6", vec![], limit(None, Some(months(12)))),
        on_bail_raises("R-7", "SS", Term::months(6)),
        on_bail_raises("R-7", "JP", Term::months(2)),
    ];
    let months_of = |months, recorded: &[_]| {
        let part = for_so_long("rlo", Term::months(months));
        tried(rules.clone(), vec![part], recorded)
    };
    let not_libelled = [("on_bail_libelled", FactValue::Flag(false))];

    assert_eq!(months_of(12, &[]).finding(), Finding::Competent);
    let between = months_of(18, &[]);
    assert_eq!(between.finding(), Finding::Depends);
    assert_eq!(missing(&between), ["on_bail_libelled", "trial_court"]);
    assert_eq!(
        months_of(19, &[]).finding(),
        Finding::NotCompetent,
        "of the raises under one id only one applies"
    );
    assert_eq!(
        months_of(13, &not_libelled).finding(),
        Finding::NotCompetent
    );
}

#[test]
fn raises_of_two_rules_add_up() {
    let rules = vec![
        a_rule("R-6", vec![], limit(None, Some(months(12)))),
        on_bail_raises("R-7", "SS", Term::months(6)),
        on_bail_raises("R-9", "SS", Term::months(2)),
    ];
    let tried = |months| {
        let part = for_so_long("rlo", Term::months(months));
        tried(rules.clone(), vec![part], &[]).finding()
    };

    assert_eq!(tried(20), Finding::Depends);
    assert_eq!(tried(21), Finding::NotCompetent);
}

#[test]
fn a_raise_without_a_limit_leaves_no_maximum() {
    let raise = crate::Raise {
        rules: vec![RuleId("R-6".into())],
        term: None,
        amount: Some(Amount::UNLIMITED),
    };
    let found_out = Condition::Yes("law_of_that_day".into());
    let most = Measured::Amount(Amount::pounds(200));
    let rules = vec![
        a_rule("R-6", vec![], limit(None, Some(most))),
        a_rule("R-7", vec![found_out], Effect::Raises(raise)),
    ];
    let tried = |recorded: &[_]| {
        let part = Part {
            amount: Some(Amount::pounds(5_000)),
            ..Part::of("rlo")
        };
        tried(rules.clone(), vec![part], recorded).finding()
    };
    let found_out = |allowed| [("law_of_that_day", FactValue::Flag(allowed))];

    assert_eq!(tried(&[]), Finding::Depends);
    assert_eq!(tried(&found_out(true)), Finding::Competent);
    assert_eq!(tried(&found_out(false)), Finding::NotCompetent);
    let shown = |recorded: &[_]| found(rules.clone(), recorded).limits.len();
    assert_eq!([shown(&[]), shown(&found_out(true))], [1, 0]);
}

#[test]
fn what_the_rule_says_of_the_maximum_is_within_it() {
    let range = crate::TermRange {
        fact: "max_term".into(),
        at_least: Some(Term::months(12)),
        at_most: None,
    };
    let high = Rule {
        when: vec![Condition::Term(range)],
        ..a_statutory_maximum()
    };
    let tried = |months| tried_by_statute(vec![high.clone()], Some(Term::months(months)), &[]);

    assert_eq!(tried(12).finding(), Finding::Competent);
    assert_eq!(missing(&tried(13)), ["max_term"]);
}

#[test]
fn hours_turn_on_those_that_are_still_to_be_worked() {
    let less = Limit {
        at_most: Some(Measured::Hours(300)),
        less_fact: Some("outstanding_hours".into()),
        ..Limit::default()
    };
    let room = a_rule("R-37", vec![], Effect::Limits(less));
    let tried = |recorded: &[_]| {
        let work = Part {
            hours: Some(20),
            ..Part::of("rlo")
        };
        tried(vec![room.clone()], vec![work], recorded)
    };
    let outstanding = |hours| [("outstanding_hours", FactValue::Count(hours))];

    assert_eq!(missing(&tried(&[])), ["outstanding_hours"]);
    assert_eq!(tried(&outstanding(280)).finding(), Finding::Competent);
    assert_eq!(tried(&outstanding(281)).finding(), Finding::NotCompetent);
}
