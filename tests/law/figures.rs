//! What holds of the figures of a proposal whatever is recorded.

use law::{
    Age, Amount, Breach, Competence, Effect, FactValue, Facts, Finding, Part, Proposal, Term,
};
use proptest::prelude::*;
use sederunt_tests::date;
use sederunt_tests::office::edition;

/// One part, with a figure.
fn a_part(option: &str, figure: &str) -> Part {
    let part = Part::of(option);
    if let Some(amount) = Amount::read(figure) {
        let amount = Some(amount);
        return Part { amount, ..part };
    }
    if let Some(hours) = figure.strip_suffix(" hours a day") {
        let hours_a_day = hours.parse().ok();
        return Part {
            hours_a_day,
            ..part
        };
    }
    if let Some(hours) = figure.strip_suffix(" hours") {
        let hours = hours.parse().ok();
        return Part { hours, ..part };
    }
    let term = Term::read(figure);
    Part { term, ..part }
}

/// Proposals whose figures stand about the bounds that the law knows: custody with and without an
/// extension, money, unpaid work and hours a day.
fn a_proposal() -> impl Strategy<Value = Proposal> {
    let terms = || {
        let terms = [
            "10 days",
            "60 days",
            "121 days",
            "7 months",
            "13 months",
            "4 years",
            "8 years",
        ];
        prop::sample::select(terms.to_vec())
    };
    let custody = terms().prop_map(|term| vec![a_part("imprisonment", term)]);
    let extended = (terms(), terms()).prop_map(|(term, more)| {
        vec![
            a_part("imprisonment", term),
            a_part("extended-sentence", more),
        ]
    });
    let sums = [
        "£100", "£1,001", "£1,401", "£2,501", "£3,501", "£5,001", "£6,001", "£11,001",
    ];
    let kinds = vec!["fine", "compensation-order", "caution-money"];
    let money = (
        prop::sample::select(kinds),
        prop::sample::select(sums.to_vec()),
    );
    let money = money.prop_map(|(kind, sum)| vec![a_part(kind, sum)]);
    let hours = [
        "20 hours",
        "61 hours",
        "100 hours",
        "150 hours",
        "301 hours",
    ];
    let work = prop::sample::select(hours.to_vec()).prop_map(|hours| {
        let level = if hours == "150 hours" || hours == "301 hours" {
            2
        } else {
            1
        };
        vec![
            Part::of("cpo"),
            a_part(&format!("cpo-unpaid-work-{level}"), hours),
        ]
    });
    let days = ["4 hours a day", "12 hours a day", "13 hours a day"];
    let tag = prop::sample::select(days.to_vec()).prop_map(|hours| vec![a_part("rlo", hours)]);
    prop_oneof![4 => custody, 2 => extended, 4 => money, 2 => work, 1 => tag]
        .prop_map(|parts| Proposal { parts })
}

/// A person for whom much is open, and what else the figures turn on: each of it in any way, and
/// whether it is kept when some are left out.
fn what_figures_turn_on() -> impl Strategy<Value = (Facts, Facts)> {
    let flag = || any::<bool>().prop_map(FactValue::Flag);
    let choice = |of: &[&str]| {
        let of: Vec<String> = of.iter().map(ToString::to_string).collect();
        prop::sample::select(of).prop_map(FactValue::Choice)
    };
    let days = [
        "1984-04-30",
        "1984-05-01",
        "1992-09-30",
        "1992-10-01",
        "2007-12-09",
        "2026-02-10",
    ];
    let terms = ["10 days", "60 days", "6 months", "12 months", "5 years"];
    let sums = [
        "£200",
        "£1,000",
        "£2,500",
        "£5,000",
        "£10,000",
        "£20,000",
        "unlimited",
    ];
    let term = |term| FactValue::Term(Term::read(term).expect("a term"));
    let sum = |sum| FactValue::Amount(Amount::read(sum).expect("a sum"));
    let drawn = (
        choice(&["HC", "SO", "SS", "JP"]),
        prop::sample::select(days.to_vec()).prop_map(|day| FactValue::Date(date(day))),
        [flag(), flag(), flag(), flag(), flag(), flag()],
        prop::sample::select(terms.to_vec()).prop_map(term),
        prop::sample::select(sums.to_vec()).prop_map(sum),
        (0_u32..320, 0_u32..14),
        prop::collection::vec(any::<bool>(), 12),
    );
    drawn.prop_map(|(court, day, flags, term, sum, (hours, stay_in), kept)| {
        let named = [
            "common_law",
            "on_bail_libelled",
            "law_of_that_day",
            "second_dishonesty_or_violence",
            "sexual",
            "violent",
        ];
        let drawn = [
            ("court", court),
            ("offence_date", day),
            ("max_term", term),
            ("max_fine", sum),
            ("outstanding_hours", FactValue::Count(hours)),
            ("stay_in_hours_ordered", FactValue::Count(stay_in)),
        ];
        let drawn = drawn
            .into_iter()
            .chain(named.into_iter().zip(flags.clone()));
        let (mut more, mut fewer) = (much_is_open(), much_is_open());
        // A common law offence has no maximum in a statute.
        let at_common_law = flags[0] == FactValue::Flag(true);
        let drawn = drawn.filter(|(fact, _)| !at_common_law || !fact.starts_with("max_"));
        for ((fact, value), kept) in drawn.zip(kept) {
            if kept {
                fewer.record(fact, value.clone());
            }
            more.record(fact, value);
        }
        (fewer, more)
    })
}

fn much_is_open() -> Facts {
    let mut facts = Facts::none();
    facts.record("age_now", FactValue::Age(Age::read("60").expect("an age")));
    for yes in [
        "imprisonable",
        "fineable",
        "willing",
        "represented",
        "prior_custody",
        "level_2_suitable",
        "loss_to_victim",
    ] {
        facts.record(yes, FactValue::Flag(true));
    }
    for no in [
        "fixed_by_law",
        "outside_jp_power",
        "mental_disorder_apparent",
        "abduction",
        "terrorism",
        "cso",
        "stays_in",
    ] {
        facts.record(no, FactValue::Flag(false));
    }
    let held = |ids: [&str; 2]| FactValue::List(ids.map(ToOwned::to_owned).into());
    facts.record("reports", held(["report", "psychological-assessment"]));
    facts.record("area_arrangements", held(["monitoring", "dtto"]));
    facts
}

/// Whether a rule that certainly forbids it does so by its figure.
fn is_of_figure(breach: &Breach, law: &Competence) -> bool {
    let mut of_it = law
        .rules
        .iter()
        .filter(|rule| rule.id == breach.ground.rule);
    breach.finding == Finding::NotCompetent
        && breach.nearest_of.is_none()
        && of_it.all(|rule| matches!(rule.effect, Effect::Limits(_) | Effect::Duty))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn recording_more_neither_opens_a_proposal_nor_puts_a_competent_figure_out_of_bounds(
        (fewer, more) in what_figures_turn_on(),
        proposal in a_proposal(),
    ) {
        let edition = edition();
        let law = &edition.competence;

        let tried = |facts| {
            let day = date("2026-11-22");
            law.try_proposal(&proposal, &edition.options, facts, day).expect("figures it takes")
        };
        let (before, after) = (tried(&fewer), tried(&more));

        if before.finding() == Finding::NotCompetent {
            prop_assert_eq!(after.finding(), Finding::NotCompetent);
        }
        if before.finding() == Finding::Competent {
            let out = after.breaches.iter().find(|breach| is_of_figure(breach, law));
            prop_assert!(out.is_none(), "{:?}", out);
        }
    }
}
