//! The law as the edition states it: what every entry must have, and what holds on a given day.
//! The worked cases of competence stand in `cases/`, one file each.
#![expect(
    clippy::expect_used,
    reason = "these are tests, and what they are made with stands beside them"
)]

mod cases;
mod command_line;
mod properties;

use std::path::Path;

use law::{InForce, Menu, MenuOption, OptionId};
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
