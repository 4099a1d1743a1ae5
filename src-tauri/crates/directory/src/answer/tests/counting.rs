//! What holds of every question: properties of the answer and its counts.

use std::collections::BTreeSet;

use super::*;
use crate::Court;
use crate::sample::{a_court, a_prison};

/// Where an entry is and whom it takes, drawn from few values.
fn any_place() -> impl Strategy<Value = Service> {
    let area = prop_oneof![
        2 => Just(Area::National),
        4 => prop::sample::subsequence(vec![FIFE, PERTH, DUNDEE, ORKNEY], 0..=3)
            .prop_map(|codes| only(&codes)),
        1 => Just(Area::Elsewhere { says: "Leeds".into() }),
    ];
    let courts = prop_oneof![
        3 => Just(Vec::new()),
        1 => prop::sample::subsequence(vec!["SC-KKC", "SC-NOBODY", "SC-UNKNOWN", "HC"], 1..=2),
    ];
    let prisons = prop_oneof![
        2 => Just(Vec::new()),
        1 => prop::sample::subsequence(vec!["PR-PER", "PR-BAR", "PR-UNKNOWN"], 1..=2),
    ];
    let setting = prop::option::of(prop::sample::select(vec!["custody", "both", "community"]));
    let sex = prop::option::of(prop::sample::select(vec!["male", "female", "any"]));
    let age_from = prop::option::of(prop::sample::select(vec![18, 30]));
    let order = prop::option::of(prop::sample::select(vec!["yes", "no", "either"]));
    (area, courts, prisons, setting, sex, age_from, order).prop_map(
        |(area, courts, prisons, setting, sex, age_from, order)| {
            let mut service = a_service("", "Name");
            service.area = area;
            service.courts = courts.into_iter().map(|id| CourtId(id.into())).collect();
            service.prisons = prisons.into_iter().map(|id| PrisonId(id.into())).collect();
            service.setting = setting.map(str::to_owned);
            service.eligibility.sex = sex.map(str::to_owned);
            service.eligibility.age_from = age_from;
            service.eligibility.order_needed = order.map(str::to_owned);
            service
        },
    )
}

/// An entry with parts drawn from few values, so that filters meet.
fn any_service() -> impl Strategy<Value = Service> {
    let kind = prop::sample::select(vec!["addiction", "housing", "unlisted"]);
    let needs = prop::sample::subsequence(vec!["O2", "O3", "O5"], 0..=3);
    let groups = prop::sample::subsequence(vec!["women", "substance-misuse"], 0..=2);
    let options =
        prop::sample::subsequence(vec!["cpo-programme", "bail-supervised", "none"], 0..=3);
    let family = prop::option::of(0..4_usize);
    (kind, needs, groups, options, any_place(), family).prop_map(
        |(kind, needs, groups, options, mut service, family)| {
            let strings = |codes: Vec<&str>| codes.into_iter().map(str::to_owned).collect();
            service.kind = kind.into();
            service.outcomes = strings(needs);
            service.groups = strings(groups);
            service.options = options.into_iter().map(|id| OptionId(id.into())).collect();
            service.parent = family.map(|at| ServiceId(format!("s{at}")));
            service
        },
    )
}

fn any_search() -> impl Strategy<Value = DirectorySearch> {
    let council = prop::option::of(prop::sample::select(vec![FIFE, PERTH, ORKNEY]));
    let court = prop::option::of(prop::sample::select(vec![
        "SC-KKC",
        "SC-DUN",
        "HC",
        "SC-UNKNOWN",
    ]));
    let prison = prop::option::of(prop::sample::select(vec!["PR-PER", "PR-BAR"]));
    let kind = prop::option::of(prop::sample::select(vec!["addiction", "housing"]));
    let need = prop::option::of(prop::sample::select(vec!["O2", "O3"]));
    let group = prop::option::of(Just("women"));
    let option = prop::option::of(Just("none"));
    (council, court, prison, kind, need, group, option, anybody()).prop_map(
        |(council, court, prison, kind, need, group, option, person)| {
            search(|search| {
                search.council = council.map(|code| CouncilId(code.into()));
                search.court = court.map(|id| CourtId(id.into()));
                search.prison = prison.map(|id| PrisonId(id.into()));
                search.kind = kind.map(str::to_owned);
                search.need = need.map(str::to_owned);
                search.group = group.map(str::to_owned);
                search.option = option.map(|id| OptionId(id.into()));
                search.person = person;
            })
        },
    )
}

fn anybody() -> impl Strategy<Value = Sought> {
    let sex = prop::option::of(prop::sample::select(vec!["male", "female"]));
    let age = prop::option::of(prop::sample::select(vec![17, 24]));
    (sex, age, any::<Option<bool>>()).prop_map(|(sex, age, under_order)| Sought {
        sex: sex.map(str::to_owned),
        age,
        under_order,
    })
}

/// Dundee and Kirkcaldy, the High Court, a court that serves nobody; two prisons.
fn a_country(services: impl IntoIterator<Item = Service>) -> Register {
    let mut around = surroundings();
    around.courts.push(Court {
        national: false,
        ..a_court("SC-NOBODY", "Nobody Sheriff Court", &[])
    });
    around.prisons = ["PR-PER", "PR-BAR"].map(a_prison).into();
    Register::new(services.into_iter().map(Entry::of_edition), around)
}

/// The count of a value, which is none where it is not told.
fn count_of(counts: &[FacetCount], value: &str) -> u32 {
    let counted = counts.iter().find(|counted| counted.value == value);
    counted.map_or(0, |counted| counted.count)
}

fn choosing(search: &DirectorySearch, facet: Facet, value: &str) -> DirectorySearch {
    let mut chosen = search.clone();
    let value = value.to_owned();
    match facet {
        Facet::Kind => chosen.kind = Some(value),
        Facet::Need => chosen.need = Some(value),
        Facet::Group => chosen.group = Some(value),
        Facet::Option => chosen.option = Some(OptionId(value)),
        Facet::Council => chosen.council = Some(CouncilId(value)),
        Facet::Court => chosen.court = Some(CourtId(value)),
    }
    chosen
}

fn numbered(services: Vec<Service>) -> impl Iterator<Item = Service> {
    services.into_iter().enumerate().map(|(at, mut service)| {
        service.id = ServiceId(format!("s{at}"));
        if service.parent.as_ref() == Some(&service.id) {
            service.parent = None;
        }
        service
    })
}

proptest! {
    #[test]
    fn a_count_is_how_many_rows_choosing_the_value_leaves(
        services in prop::collection::vec(any_service(), 0..14),
        search in any_search(),
    ) {
        let register = a_country(numbered(services));

        let results = register.answer(&search);

        let facets: [(Facet, &[FacetCount]); 6] = [
            (Facet::Kind, &results.kinds),
            (Facet::Need, &results.needs),
            (Facet::Group, &results.groups),
            (Facet::Option, &results.options),
            (Facet::Council, &results.councils),
            (Facet::Court, &results.courts),
        ];
        for (facet, counts) in facets {
            for counted in counts {
                let chosen = register.answer(&choosing(&search, facet, &counted.value));
                prop_assert_eq!(
                    chosen.matched,
                    counted.count,
                    "{:?} {}",
                    facet,
                    &counted.value
                );
            }
        }
    }

    #[test]
    fn a_court_a_prison_and_a_person_are_counted_as_they_are_searched_for(
        services in prop::collection::vec(any_service(), 0..14),
        search in any_search(),
    ) {
        let register = a_country(numbered(services));

        let results = register.answer(&search);

        let matched = |change: &dyn Fn(&mut DirectorySearch)| {
            let mut chosen = search.clone();
            change(&mut chosen);
            register.answer(&chosen).matched
        };
        // A place that the register does not know is told only where an entry names it.
        let told = |counts: &[FacetCount]| counts.iter().map(|one| one.value.clone()).collect();
        let mut courts: BTreeSet<String> = told(&results.courts);
        courts.extend(register.courts().iter().map(|court| court.id.0.clone()));
        for id in courts {
            let left = matched(&|search| search.court = Some(CourtId(id.clone())));
            prop_assert_eq!(count_of(&results.courts, &id), left, "{}", id);
        }
        let mut prisons: BTreeSet<String> = told(&results.prisons);
        prisons.extend(register.prisons().iter().map(|prison| prison.id.0.clone()));
        for id in prisons {
            let left = matched(&|search| search.prison = Some(PrisonId(id.clone())));
            prop_assert_eq!(count_of(&results.prisons, &id), left, "{}", id);
        }
        for sex in ["female", "male"] {
            let left = matched(&|search| search.person.sex = Some(sex.into()));
            prop_assert_eq!(count_of(&results.sexes, sex), left, "{}", sex);
        }
        for (code, under) in [("yes", true), ("no", false)] {
            let left = matched(&|search| search.person.under_order = Some(under));
            prop_assert_eq!(count_of(&results.orders, code), left, "{}", code);
        }
    }

    #[test]
    fn rows_by_themselves_are_those_of_the_whole_answer(
        services in prop::collection::vec(any_service(), 0..14),
        search in any_search(),
    ) {
        let register = a_country(numbered(services));
        let whole = register.answer(&search);

        let rows = register.answer_rows(&search);

        prop_assert_eq!(rows, DirectoryRows {
            rows: whole.rows,
            matched: whole.matched,
            total: whole.total,
            suggestion: whole.suggestion,
        });
    }

    #[test]
    fn no_entry_stands_both_in_the_answer_and_beside_it(
        services in prop::collection::vec(any_service(), 0..14),
        search in any_search(),
    ) {
        let results = a_country(numbered(services)).answer(&search);

        let mut ids: Vec<&ServiceId> = results.rows.iter().map(|row| &row.service.id).collect();
        ids.extend(results.unsuited.iter().map(|one| &one.row.service.id));
        ids.extend(results.next_door.iter().map(|near| &near.row.service.id));
        let all = ids.len();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), all);
    }
}
