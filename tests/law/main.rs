//! The law as the edition states it: what every entry must have, and what holds on a given day.
//! The worked cases of competence stand in `cases/`, one file each.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "these are tests, and what they are made with stands beside them"
)]

mod calculators;
mod cases;
mod command_line;
mod figures;
mod properties;
mod refused_facts;
mod week_beside;
mod weeks;

use std::path::Path;

use law::{Checked, Facts, Finding, InForce, Menu, MenuOption, OptionId, WindowEnd};
use proptest::prelude::*;
use sederunt_tests::date;
use sederunt_tests::office::edition;

#[test]
fn every_option_cites_the_provision_that_founds_it() {
    for option in &edition().options {
        assert!(
            !option.authority.trim().is_empty(),
            "{} cites nothing",
            option.id.0
        );
        assert!(
            !option.who.trim().is_empty(),
            "{} does not say who grants it",
            option.id.0
        );
    }
}

#[test]
fn every_window_is_in_order() {
    for option in &edition().options {
        assert!(
            option.in_force.in_order(),
            "{} ends before it begins",
            option.id.0
        );
    }
}

/// Commencement orders state the first day inclusively.
#[test]
fn an_option_holds_on_the_first_and_the_last_day_of_its_window_and_not_beside_them() {
    for MenuOption { id, in_force, .. } in &edition().options {
        if in_force.ended {
            continue;
        }
        if let Some(from) = in_force.from {
            let eve = from.pred_opt().expect("a day before");
            assert!(
                in_force.includes(from) && !in_force.includes(eve),
                "{}",
                id.0
            );
        }
        if let Some(until) = in_force.until {
            let morrow = until.succ_opt().expect("a day after");
            assert!(
                in_force.includes(until) && !in_force.includes(morrow),
                "{}",
                id.0
            );
        }
    }
}

/// The mark of an unchecked day travels with it into the ground that rests on the day.
#[test]
fn an_option_shut_out_by_an_unchecked_day_says_that_it_was_not_checked() {
    let edition = edition();
    let mut tried = 0;
    for option in &edition.options {
        let window = &option.in_force;
        let beside = [
            (WindowEnd::From, window.from.and_then(|day| day.pred_opt())),
            (
                WindowEnd::Until,
                window.until.and_then(|day| day.succ_opt()),
            ),
        ];
        for (end, day) in beside {
            let Some(day) = day.filter(|_| window.unchecked.contains(&end)) else {
                continue;
            };
            let mut facts = Facts::none();
            facts.record("offence_date", law::FactValue::Date(day));
            let found = edition.competence.assess(option, &facts, day);

            let rule = format!("{}.in-force", option.id.0);
            let ground = found.bars.iter().find(|ground| ground.rule.0 == rule);
            let ground = ground.unwrap_or_else(|| panic!("{rule} does not shut it out on {day}"));
            assert_eq!(ground.checked, Checked::Unverified, "{rule}");
            assert!(ground.says.contains("[?]"), "{rule}: {}", ground.says);
            tried += 1;
        }
    }
    assert!(tried > 30, "only {tried} unchecked days");
}

fn ahead(finding: Finding) -> u8 {
    match finding {
        Finding::NotCompetent => 0,
        Finding::Depends => 1,
        Finding::Competent => 2,
    }
}

/// A surcharge follows a fine: where the fine is not open the surcharge is not either.
#[test]
fn the_victim_surcharge_is_never_ahead_of_the_fine() {
    let edition = edition();
    let option = |id: &str| edition.option(&OptionId(id.into())).expect("the option");
    let day = date("2026-11-22");
    let flags = [
        "fineable",
        "common_law",
        "imprisonable",
        "fixed_by_law",
        "sexual",
        "cso",
        "outside_jp_power",
        "mental_disorder_apparent",
    ];
    for court in ["HC", "SO", "SS", "JP"] {
        for drawn in 0..1_u32 << flags.len() {
            let mut facts = Facts::none();
            facts.record("court", law::FactValue::Choice(court.into()));
            facts.record(
                "age_now",
                law::FactValue::Age(law::Age::of_years(17).expect("an age")),
            );
            facts.record("offence_date", law::FactValue::Date(date("2026-03-01")));
            facts.record("reports", law::FactValue::List([].into()));
            for (place, flag) in flags.iter().enumerate() {
                facts.record(*flag, law::FactValue::Flag(drawn >> place & 1 == 1));
            }
            let found = ["fine", "victim-surcharge"]
                .map(|id| edition.competence.assess(option(id), &facts, day).finding);

            assert!(
                ahead(found[1]) <= ahead(found[0]),
                "{court} {drawn:b}: the fine is {:?} and the surcharge {:?}",
                found[0],
                found[1]
            );
        }
    }
}

#[test]
fn the_community_payback_order_exists_from_the_first_of_february_2011() {
    let edition = edition();
    let order = edition.option(&OptionId("cpo".into())).expect("the order");

    let exists = ["2011-01-31", "2011-02-01"].map(|day| order.in_force.includes(date(day)));

    assert_eq!(exists, [false, true]);
}

#[test]
fn electronically_monitored_bail_is_open_today() {
    let edition = edition();
    let open = edition
        .menu(Menu::Bail)
        .filter(|o| o.in_force.includes(date("2026-11-23")));

    assert!(
        open.map(|option| option.id.0.as_str())
            .any(|id| id == "bail-em")
    );
}

proptest! {
    #[test]
    fn a_window_holds_on_exactly_the_days_between_its_ends(from in 0..20_000, days in 0..20_000, asked in -10_000..50_000) {
        let day = |count: i32| date("1970-01-01") + chrono::TimeDelta::days(count.into());
        let window = InForce { from: Some(day(from)), until: Some(day(from + days)), ..InForce::default() };

        prop_assert!(window.in_order());
        prop_assert_eq!(window.includes(day(asked)), (from..=from + days).contains(&asked));
    }
}

#[test]
fn every_worked_case_has_its_finding() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("law/cases");

    let (count, wrong) = cases::tried(&folder, &edition());

    assert!(count >= 200, "only {count} worked cases were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
