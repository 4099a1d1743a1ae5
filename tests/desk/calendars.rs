//! The calendars of courts and councils that are kept here, and what counts days by them.

use desk::{Desk, Fault};
use law::{FactId, FactKind, FactValue, Facts};
use reckoning::{Calculator, CalculatorId, KeptDay, Working};
use sederunt_tests::{an_office, date};

use crate::directory_editing::bad;

const COURT: &str = "SC-DNF";
const COUNCIL: &str = "S12000014";
/// The inputs that choose a calendar.
const OF_COURT: &str = "working-days-court-calendar";
const OF_COUNCIL: &str = "working-days-council-calendar";

fn a_day(day: &str, name: &str) -> KeptDay {
    KeptDay {
        day: date(day),
        name: name.to_owned(),
    }
}

fn choice(id: &str) -> FactValue {
    FactValue::Choice(id.to_owned())
}

/// The first working day after Friday 20 November 2026.
fn after_friday(desk: &Desk, more: &[(&str, FactValue)]) -> Working {
    let mut facts = Facts::none();
    facts.record("working-days-question", choice("after"));
    facts.record("working-days-from", FactValue::Date(date("2026-11-20")));
    facts.record("working-days-number", FactValue::Count(1));
    for (fact, value) in more {
        facts.record(*fact, value.clone());
    }
    let id = CalculatorId("working-days".into());
    desk.calculate(&id, &facts, date("2026-11-23"))
        .expect("a working")
}

fn answer(working: &Working) -> &str {
    &working.answers[0].value
}

fn warns_of(working: &Working, words: &str) -> bool {
    working.warnings.iter().any(|says| says.contains(words))
}

fn the(calculators: &[Calculator], id: &str) -> Vec<(String, FactKind)> {
    let found = calculators.iter().find(|one| one.id.0 == id);
    let inputs = found.expect("the calculator").inputs.iter();
    inputs
        .map(|input| (input.id.0.clone(), input.kind))
        .collect()
}

#[test]
fn the_days_of_a_court_are_kept_and_left_out_where_its_calendar_is_chosen() {
    let mut office = an_office().open();
    let desk = office.desk();
    let kept = [
        a_day("2026-11-24", " Second autumn day "),
        a_day("2026-11-23", "Autumn holiday"),
    ];

    let rows = desk.keep_calendar(COURT, &kept).expect("it is kept");

    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].name, "Dunfermline Sheriff Court");
    assert_eq!(
        rows[0].days,
        [
            a_day("2026-11-23", "Autumn holiday"),
            a_day("2026-11-24", "Second autumn day")
        ]
    );
    let without = after_friday(desk, &[]);
    assert_eq!(answer(&without), "Monday 23 November 2026");
    assert!(warns_of(&without, "No court holidays of 2026"));
    let with = after_friday(desk, &[(OF_COURT, choice(COURT))]);
    assert_eq!(answer(&with), "Wednesday 25 November 2026");
    assert!(!warns_of(&with, "No court holidays of 2026"));
    let steps: Vec<&str> = with.steps.iter().map(|step| step.says.as_str()).collect();
    assert!(
        steps.iter().any(|says| says.contains(
            "Monday 23 November 2026 is left out: Autumn holiday, kept for Dunfermline Sheriff \
             Court."
        )),
        "{steps:?}"
    );
}

#[test]
fn a_calendar_counts_only_for_its_kind_and_where_that_kind_counts() {
    let mut office = an_office().open();
    let desk = office.desk();
    let monday = [a_day("2026-11-23", "Autumn holiday")];
    desk.keep_calendar(COURT, &monday).expect("it is kept");
    desk.keep_calendar(COUNCIL, &[a_day("2026-11-24", "Fair")])
        .expect("it is kept");
    desk.keep_calendar("SC-SEL", &[a_day("2026-11-25", "Elsewhere")])
        .expect("it is kept");
    let only = |kind: &str| FactValue::List([kind.to_owned()].into());

    let both = [(OF_COURT, choice(COURT)), (OF_COUNCIL, choice(COUNCIL))];
    let as_council = [(OF_COUNCIL, choice(COURT))];
    let not_counted = [
        (OF_COURT, choice(COURT)),
        ("working-days-calendars", only("national")),
    ];

    assert_eq!(
        answer(&after_friday(desk, &both)),
        "Wednesday 25 November 2026"
    );
    for given in [&as_council[..], &not_counted[..]] {
        assert_eq!(
            answer(&after_friday(desk, given)),
            "Monday 23 November 2026"
        );
    }
}

#[test]
fn what_counts_days_offers_the_calendars_that_are_kept_before_the_days_entered_by_hand() {
    let mut office = an_office().open();
    let desk = office.desk();
    let asks = |desk: &Desk, input: &str| {
        let all = desk.calculators().expect("the calculators");
        the(&all, "report-due").iter().any(|(id, _)| id == input)
    };
    assert!(!asks(desk, OF_COURT));

    desk.keep_calendar(COURT, &[a_day("2026-11-23", "Autumn holiday")])
        .expect("it is kept");

    let all = desk.calculators().expect("the calculators");
    for calculator in ["working-days", "report-due", "adjournment"] {
        let inputs = the(&all, calculator);
        let at = |id: &str| inputs.iter().position(|(input, _)| input == id);
        let place = at(OF_COURT).expect("it is offered");
        assert_eq!(inputs[place].1, FactKind::Choice);
        assert_eq!(at("working-days-court-holiday-1"), Some(place + 1));
    }
    assert!(!asks(desk, OF_COUNCIL), "no council has one");
    assert!(the(&all, "age").iter().all(|(id, _)| id != OF_COURT));
}

#[test]
fn a_calendar_without_days_is_kept_no_longer() {
    let mut office = an_office().open();
    let desk = office.desk();
    desk.keep_calendar(COURT, &[a_day("2026-11-23", "Autumn holiday")])
        .expect("it is kept");

    let rows = desk.keep_calendar(COURT, &[]).expect("it is taken out");

    assert_eq!(rows, []);
    let choosing = after_friday(desk, &[(OF_COURT, choice(COURT))]);
    assert_eq!(answer(&choosing), "Monday 23 November 2026");
    assert!(warns_of(&choosing, "No court holidays of 2026"));
}

#[test]
fn what_cannot_be_a_calendar_is_refused_by_its_field_and_nothing_is_kept() {
    let mut office = an_office().open();
    let desk = office.desk();
    let long = "a".repeat(81);
    let many: Vec<KeptDay> = date("2020-01-01")
        .iter_days()
        .take(401)
        .map(|day| KeptDay {
            day,
            name: "Closed".into(),
        })
        .collect();
    let wrong: [(&str, Vec<KeptDay>, &str); 7] = [
        ("SC-NOWHERE", vec![a_day("2026-11-23", "Day")], "place"),
        (COURT, vec![a_day("2026-11-23", "  ")], "days"),
        (COURT, vec![a_day("2026-11-23", &long)], "days"),
        (COURT, vec![a_day("2026-11-23", "One\nTwo")], "days"),
        (COURT, vec![a_day("1989-12-31", "Day")], "days"),
        (
            COURT,
            vec![a_day("2026-11-23", "One"), a_day("2026-11-23", "Two")],
            "days",
        ),
        (COURT, many, "days"),
    ];

    for (place, days, field) in wrong {
        assert_eq!(desk.keep_calendar(place, &days), Err(bad(field)));
    }

    assert_eq!(desk.kept_calendars(), Ok::<_, Fault>(Vec::new()));
}

#[test]
fn a_choice_of_a_calendar_is_no_fact_of_the_law() {
    let mut office = an_office().open();
    let facts = office.desk().facts_asked().expect("the facts");

    assert!(facts.iter().all(|fact| fact.id != FactId(OF_COURT.into())));
}
