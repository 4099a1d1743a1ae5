//! What holds of every question: properties of the answer and its counts.

use super::*;

/// An entry with parts drawn from few values, so that filters meet.
fn any_service() -> impl Strategy<Value = Service> {
    let kind = prop::sample::select(vec!["addiction", "housing", "unlisted"]);
    let needs = prop::sample::subsequence(vec!["O2", "O3", "O5"], 0..=3);
    let groups = prop::sample::subsequence(vec!["women", "substance-misuse"], 0..=2);
    let options =
        prop::sample::subsequence(vec!["cpo-programme", "bail-supervised", "none"], 0..=3);
    let area = prop_oneof![
        Just(Area::National),
        prop::sample::subsequence(vec![FIFE, PERTH, DUNDEE, ORKNEY], 1..=3)
            .prop_map(|codes| only(&codes)),
    ];
    let sex = prop::option::of(prop::sample::select(vec!["male", "female", "any"]));
    let family = prop::option::of(0..4_usize);
    (kind, needs, groups, options, area, sex, family).prop_map(
        |(kind, needs, groups, options, area, sex, family)| {
            let strings = |codes: Vec<&str>| codes.into_iter().map(str::to_owned).collect();
            let mut service = a_service("", "Name");
            service.kind = kind.into();
            service.outcomes = strings(needs);
            service.groups = strings(groups);
            service.options = options.into_iter().map(|id| OptionId(id.into())).collect();
            service.area = area;
            service.eligibility.sex = sex.map(str::to_owned);
            service.parent = family.map(|at| ServiceId(format!("s{at}")));
            service
        },
    )
}

fn any_search() -> impl Strategy<Value = DirectorySearch> {
    let council = prop::option::of(prop::sample::select(vec![FIFE, PERTH, ORKNEY]));
    let court = prop::option::of(prop::sample::select(vec!["SC-KKC", "SC-DUN", "HC"]));
    let kind = prop::option::of(prop::sample::select(vec!["addiction", "housing"]));
    let need = prop::option::of(prop::sample::select(vec!["O2", "O3"]));
    let group = prop::option::of(Just("women"));
    let option = prop::option::of(Just("none"));
    let sex = prop::option::of(prop::sample::select(vec!["male", "female"]));
    (council, court, kind, need, group, option, sex).prop_map(
        |(council, court, kind, need, group, option, sex)| {
            search(|search| {
                search.council = council.map(|code| CouncilId(code.into()));
                search.court = court.map(|id| CourtId(id.into()));
                search.kind = kind.map(str::to_owned);
                search.need = need.map(str::to_owned);
                search.group = group.map(str::to_owned);
                search.option = option.map(|id| OptionId(id.into()));
                search.person.sex = sex.map(str::to_owned);
            })
        },
    )
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
    }
    chosen
}

proptest! {
    #[test]
    fn a_count_is_how_many_rows_choosing_the_value_leaves(
        services in prop::collection::vec(any_service(), 0..14),
        search in any_search(),
    ) {
        let services = services.into_iter().enumerate().map(|(at, mut service)| {
            service.id = ServiceId(format!("s{at}"));
            if service.parent.as_ref() == Some(&service.id) {
                service.parent = None;
            }
            service
        });
        let register = a_register(services);

        let results = register.answer(&search);

        let facets: [(Facet, &[FacetCount]); 5] = [
            (Facet::Kind, &results.kinds),
            (Facet::Need, &results.needs),
            (Facet::Group, &results.groups),
            (Facet::Option, &results.options),
            (Facet::Council, &results.councils),
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
    fn no_entry_stands_both_in_the_answer_and_beside_it(
        services in prop::collection::vec(any_service(), 0..14),
        search in any_search(),
    ) {
        let services = services.into_iter().enumerate().map(|(at, mut service)| {
            service.id = ServiceId(format!("s{at}"));
            service
        });

        let results = a_register(services).answer(&search);

        let mut ids: Vec<&ServiceId> = results.rows.iter().map(|row| &row.service.id).collect();
        ids.extend(results.unsuited.iter().map(|one| &one.row.service.id));
        ids.extend(results.next_door.iter().map(|near| &near.row.service.id));
        let all = ids.len();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), all);
    }
}
