//! Putting facts to a menu through the desk.

use desk::{Availability, Fault, LawAnswer, LawQuestion};
use law::{Age, FactValue, Facts, Menu, Part, Proposal, Week};
use sederunt_tests::date;
use sederunt_tests::office::a_look_up_desk;

fn asked(facts: &[(&str, FactValue)], council: Option<&str>) -> LawAnswer {
    let mut recorded = Facts::none();
    for (fact, value) in facts {
        recorded.record(*fact, value.clone());
    }
    let question = LawQuestion {
        menu: Menu::Disposals,
        facts: recorded,
        proposal: None,
        week: Week::default(),
        as_at: date("2026-11-22"),
        council: council.map(str::to_owned),
    };
    a_look_up_desk()
        .assess_options(&question)
        .expect("an answer")
}

fn age(text: &str) -> FactValue {
    FactValue::Age(Age::read(text).expect("an age"))
}

#[test]
fn facts_that_contradict_each_other_are_told_and_not_assessed() {
    let answer = asked(
        &[("age_now", age("20")), ("age_at_offence", age("21"))],
        None,
    );

    let fields: Vec<_> = answer
        .contradictions
        .iter()
        .map(|c| c.field.as_str())
        .collect();
    assert_eq!(fields, ["age_at_offence"]);
    assert!(answer.options.is_empty());
}

#[test]
fn what_is_offered_here_is_told_beside_the_finding_and_does_not_change_it() {
    let here = asked(&[("age_now", age("30"))], Some("S12000047"));
    let anywhere = asked(&[("age_now", age("30"))], None);

    let programme = |answer: &LawAnswer| {
        let found = answer
            .options
            .iter()
            .find(|option| option.assessment.option.0 == "cpo-programme");
        found.expect("the requirement").clone()
    };
    let (here, anywhere) = (programme(&here), programme(&anywhere));
    assert_eq!(here.assessment, anywhere.assessment);
    assert!(matches!(here.available, Availability::Recorded { .. }));
    assert_eq!(anywhere.available, Availability::NotAsked);
}

/// The page offers only figures that fit; any other caller is told, and nothing is passed over.
#[test]
fn a_figure_that_its_part_does_not_take_is_bad_input() {
    let tried = |part| {
        let question = LawQuestion {
            menu: Menu::Disposals,
            facts: Facts::none(),
            proposal: Some(Proposal { parts: vec![part] }),
            week: Week::default(),
            as_at: date("2026-11-22"),
            council: None,
        };
        a_look_up_desk().assess_options(&question).map(|_| ())
    };
    let hours = Part {
        hours: Some(100),
        ..Part::of("fine")
    };
    let sum = Part {
        amount: Some(law::Amount::pounds(400)),
        ..Part::of("fine")
    };

    let field = "proposal.hours".to_owned();
    assert_eq!(tried(hours), Err(Fault::BadInput { field }));
    assert_eq!(tried(sum), Ok(()));
}
