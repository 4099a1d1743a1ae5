mod findings;
mod maxima;
mod proposals;

use super::*;
use crate::{
    Checked, Condition, CourtKind, Effect, FactKind, FactValue, Finding, InForce, Limit, Measured,
    Need, Needed, OneOf, OptionId, Part, RuleId, Term,
};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn an_option(id: &str) -> MenuOption {
    let no = || Need {
        needed: Needed::No,
        says: None,
    };
    MenuOption {
        id: OptionId(id.into()),
        family: "custody".into(),
        name: id.into(),
        aliases: vec![],
        what: "what".into(),
        who: "who".into(),
        courts: vec![CourtKind::SheriffSummary, CourtKind::JusticeOfThePeace],
        stages: vec![],
        when: None,
        limits: None,
        consent: no(),
        report: no(),
        breach: None,
        delivered_by: None,
        combines_with: None,
        excludes: None,
        reviews: None,
        succession: None,
        notes: vec![],
        in_week: vec![],
        done_within: None,
        authority: "s.1".into(),
        in_force: InForce::default(),
        source: None,
        checked: Checked::Verified,
    }
}

fn a_rule(id: &str, when: Vec<Condition>, effect: Effect) -> Rule {
    Rule {
        id: RuleId(id.into()),
        on: vec![OptionId("rlo".into())],
        when,
        unless: vec![],
        effect,
        says: "says".into(),
        would_change: None,
        instead: vec![],
        authority: "s.2".into(),
        from: date("2000-01-01"),
        until: None,
        checked: Checked::Verified,
    }
}

fn law(rules: Vec<Rule>) -> Competence {
    Competence {
        rules,
        ..Competence::default()
    }
}

fn facts(recorded: &[(&str, FactValue)]) -> Facts {
    let mut facts = Facts::none();
    facts.record("court", FactValue::Choice("SS".into()));
    for (fact, value) in recorded {
        facts.record(*fact, value.clone());
    }
    facts
}

fn found(rules: Vec<Rule>, recorded: &[(&str, FactValue)]) -> Assessment {
    law(rules).assess(&an_option("rlo"), &facts(recorded), date("2026-11-22"))
}

fn months(months: u16) -> Measured {
    Measured::Term(Term::months(months))
}

fn limit(at_least: Option<Measured>, at_most: Option<Measured>) -> Effect {
    Effect::Limits(Limit {
        at_least,
        at_most,
        at_most_fact: None,
        less_fact: None,
        at_most_part: None,
        together: vec![],
    })
}

/// The law with a longest term in a statute among its facts.
fn statute_law(rules: Vec<Rule>) -> Competence {
    let max_term = Fact {
        id: "max_term".into(),
        group: "charge".into(),
        kind: FactKind::Term,
        label: "Longest term".into(),
        help: None,
        choices: vec![],
    };
    Competence {
        facts: vec![max_term],
        ..law(rules)
    }
}

/// The maximum in the statute binds a statutory offence, and binds once it is recorded.
fn a_statutory_maximum() -> Rule {
    let binds = [
        Condition::No("common_law".into()),
        Condition::Recorded("max_term".into()),
    ];
    let limit = Limit {
        at_most_fact: Some("max_term".into()),
        ..Limit::default()
    };
    a_rule(
        "R-6",
        vec![Condition::AnyOf(binds.into())],
        Effect::Limits(limit),
    )
}
