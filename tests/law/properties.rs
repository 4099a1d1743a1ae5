//! What holds of the law of competence whatever is recorded.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use law::{
    Age, Amount, Competence, Condition, Fact, FactId, FactKind, FactValue, Facts, Finding, Menu,
    Term, contradictory,
};
use proptest::prelude::*;
use sederunt_tests::date;
use sederunt_tests::office::edition;

fn one_of<T>(values: &[T], draw: u32) -> &T {
    let place = draw as usize % values.len();
    values.get(place).expect("a value at every place")
}

/// A value of the fact's kind, drawn from a number. The figures stand about the bounds that the
/// law knows, so that both sides of each are met.
fn value(fact: &Fact, draw: u32) -> FactValue {
    match fact.kind {
        FactKind::Flag => FactValue::Flag(draw.is_multiple_of(2)),
        FactKind::Age => {
            let ages = [
                "12",
                "15",
                "16",
                "17 years 5 months",
                "17 years 6 months",
                "17",
                "18",
                "20",
                "21",
                "52",
            ];
            FactValue::Age(Age::read(one_of::<&str>(&ages, draw)).expect("an age"))
        }
        FactKind::Date => FactValue::Date(date("1995-01-01") + Days::new(u64::from(draw % 11_700))),
        FactKind::Term => {
            let terms = [
                "10 days",
                "14 days",
                "60 days",
                "3 months",
                "12 months",
                "4 years",
                "life",
            ];
            FactValue::Term(Term::read(one_of::<&str>(&terms, draw)).expect("a term"))
        }
        FactKind::Amount => FactValue::Amount(Amount::pounds(*one_of(
            &[200, 500, 501, 2_500, 10_000],
            draw,
        ))),
        FactKind::Count => FactValue::Count(draw % 320),
        FactKind::Choice => FactValue::Choice(one_of(&fact.choices, draw).id.clone()),
        FactKind::List => {
            let held = fact.choices.iter().enumerate();
            let held = held.filter(|(place, _)| draw >> (place % 31) & 1 == 1);
            FactValue::List(
                held.map(|(_, choice)| choice.id.clone())
                    .collect::<BTreeSet<_>>(),
            )
        }
    }
}

/// Facts that do not contradict each other, as a facts file that is read has them.
fn recorded(law: &Competence, draws: &[(u32, bool)], as_at: NaiveDate) -> Facts {
    let mut held: Vec<_> = law
        .facts
        .iter()
        .zip(draws)
        // The ages are drawn themselves: a birth that gives others would contradict them. The day
        // of sentence is the day for which the law is asked.
        .filter(|(fact, _)| !["date_of_birth", "sentence_date"].contains(&fact.id.0.as_str()))
        .map(|(fact, (draw, _))| (fact.id.clone(), value(fact, *draw)))
        .collect();
    loop {
        let mut facts = Facts::none();
        for (fact, value) in &held {
            facts.record(fact.clone(), value.clone());
        }
        let wrong: Vec<FactId> = contradictory(&facts, law, as_at)
            .into_iter()
            .map(|fault| FactId(fault.field))
            .collect();
        if wrong.is_empty() {
            return facts;
        }
        let before = held.len();
        held.retain(|(fact, _)| !wrong.contains(fact));
        if held.len() == before {
            // What is wrong follows from other facts: the ages that were drawn.
            held.retain(|(fact, _)| !["age_now", "offence_date"].contains(&fact.0.as_str()));
        }
    }
}

/// Some of the facts: those that the draws keep.
fn some_of(facts: &Facts, law: &Competence, draws: &[(u32, bool)]) -> Facts {
    let mut fewer = Facts::none();
    for (fact, (_, kept)) in law.facts.iter().zip(draws) {
        if let Some(value) = facts.value(&fact.id).filter(|_| *kept) {
            fewer.record(fact.id.clone(), value.clone());
        }
    }
    fewer
}

/// The facts that the exceptions of rules name: recording one of them, and nothing else, may open
/// what a rule had shut out.
fn exceptional(law: &Competence) -> BTreeSet<FactId> {
    let mut named = BTreeSet::new();
    for condition in law.rules.iter().flat_map(|rule| &rule.unless) {
        condition.each(&mut |part| {
            if let Condition::RecordedYes(fact) | Condition::RecordedNo(fact) = part {
                named.insert(fact.clone());
            } else if let Condition::RecordedIs(choice) = part {
                named.insert(choice.fact.clone());
            } else {
                panic!("{part:?} asks what need not be recorded")
            }
        });
    }
    named
}

#[test]
fn only_an_extradition_hearing_is_an_exception() {
    let edition = edition();

    let named = exceptional(&edition.competence);

    assert_eq!(named, BTreeSet::from([FactId("extradition".into())]));
}

/// Numbers to draw facts from, whether each is kept when some are left out, and a day.
fn a_case() -> impl Strategy<Value = (Vec<(u32, bool)>, NaiveDate)> {
    let count = edition().competence.facts.len();
    let draws = prop::collection::vec((any::<u32>(), any::<bool>()), count);
    let day = (0_u64..11_700).prop_map(|days| date("1996-04-01") + Days::new(days));
    (draws, day)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn every_option_has_a_finding_that_says_why((draws, as_at) in a_case()) {
        let edition = edition();
        let law = &edition.competence;
        let facts = some_of(&recorded(law, &draws, as_at), law, &draws);

        for menu in [Menu::Bail, Menu::Disposals] {
            let options: Vec<_> = edition.menu(menu).collect();
            let found = law.assess_all(options.iter().copied(), &facts, as_at);

            prop_assert_eq!(found.len(), options.len());
            for assessment in &found {
                let id = &assessment.option.0;
                let (barred, waiting) = (!assessment.bars.is_empty(), !assessment.awaits.is_empty());
                match assessment.finding {
                    Finding::Competent => prop_assert!(!barred && !waiting, "{}", id),
                    Finding::Depends => prop_assert!(!barred && waiting, "{}", id),
                    Finding::NotCompetent => prop_assert!(barred, "{}", id),
                }
                for rule in assessment.rules() {
                    let mut same_id = law.rules.iter().filter(|known| known.id == *rule);
                    let of_the_entry = rule.0.starts_with(&format!("{id}."));
                    prop_assert!(
                        of_the_entry || same_id.any(|known| known.in_force(as_at)),
                        "{} cites {}, which is not law on {}", id, rule.0, as_at
                    );
                }
            }
        }
    }

    #[test]
    fn recording_more_never_opens_what_a_rule_shuts_out((draws, as_at) in a_case()) {
        let edition = edition();
        let law = &edition.competence;
        let more = recorded(law, &draws, as_at);
        let mut fewer = some_of(&more, law, &draws);
        for fact in exceptional(law) {
            if let Some(value) = more.value(&fact) {
                fewer.record(fact, value.clone());
            }
        }

        for menu in [Menu::Bail, Menu::Disposals] {
            let before = law.assess_all(edition.menu(menu), &fewer, as_at);
            let after = law.assess_all(edition.menu(menu), &more, as_at);

            for (before, after) in before.iter().zip(&after) {
                if before.finding == Finding::NotCompetent {
                    prop_assert_eq!(after.finding, Finding::NotCompetent, "{}", before.option.0);
                }
            }
        }
    }
}
