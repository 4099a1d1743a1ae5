mod findings;
mod proposals;

use super::*;
use crate::{
    Checked, Condition, CourtKind, Effect, FactValue, Finding, InForce, Limit, Measured, Need,
    Needed, OneOf, OptionId, Part, RuleId, Term,
};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn an_option(id: &str) -> MenuOption {
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
