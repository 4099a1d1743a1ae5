//! The counts beside the filters for court, prison and person, against the searches themselves: for
//! every court, every prison and both sexes of the bundled directory.

use directory::{CouncilId, CourtId, DirectorySearch, FacetCount, PrisonId, Sought};
use law::OptionId;
use sederunt_tests::date;
use sederunt_tests::office::{a_look_up_desk, edition};

const FIFE: &str = "S12000047";
const GLASGOW: &str = "S12000049";

fn asking(change: impl FnOnce(&mut DirectorySearch)) -> DirectorySearch {
    let mut search = DirectorySearch::of_everything(date("2026-11-22"));
    change(&mut search);
    search
}

/// A woman of 24 in Fife.
fn in_fife(search: &mut DirectorySearch) {
    search.council = Some(CouncilId(FIFE.into()));
    search.person = Sought {
        sex: Some("female".into()),
        age: Some(24),
        under_order: None,
    };
}

/// Questions of every sort: none of them is answered by all, and none by nothing.
fn questions() -> Vec<DirectorySearch> {
    let words = |typed: &str| {
        let typed = typed.to_owned();
        move |search: &mut DirectorySearch| search.words = typed
    };
    vec![
        asking(|_| {}),
        asking(words("heroin")),
        asking(in_fife),
        asking(|search| {
            in_fife(search);
            search.words = "drug".into();
            search.need = Some("O3".into());
        }),
        asking(|search| {
            search.court = Some(CourtId("SC-GLA".into()));
            search.person.under_order = Some(false);
        }),
        asking(|search| {
            search.prison = Some(PrisonId("PR-BAR".into()));
            search.council = Some(CouncilId(GLASGOW.into()));
        }),
        asking(|search| {
            search.prison = Some(PrisonId("PR-COR".into()));
            search.court = Some(CourtId("SC-DUN".into()));
            search.person.sex = Some("male".into());
        }),
        asking(|search| {
            search.before_sentence = true;
            search.not_running = true;
            search.expired = true;
        }),
        asking(|search| {
            search.option = Some(OptionId("cpo-programme".into()));
            search.person.sex = Some("male".into());
            search.person.age = Some(17);
        }),
    ]
}

#[test]
fn the_count_beside_a_court_a_prison_or_a_sex_is_what_choosing_it_leaves() {
    let desk = a_look_up_desk();
    let edition = edition();
    let mut told_apart = 0;

    for asked in questions() {
        let answer = desk.search_directory(&asked).expect("an answer");

        let mut tried = |counts: &[FacetCount], value: &str, chosen: DirectorySearch| {
            let count = counts.iter().find(|counted| counted.value == value);
            let count = count.map_or(0, |counted| counted.count);
            let left = desk.search_directory(&chosen).expect("an answer").matched;
            assert_eq!(count, left, "{value} chosen in {asked:?}");
            told_apart += u32::from(left > 0 && left != answer.matched);
        };
        let choose = |change: &dyn Fn(&mut DirectorySearch)| {
            let mut chosen = DirectorySearch {
                limit: 0,
                ..asked.clone()
            };
            change(&mut chosen);
            chosen
        };
        for court in &edition.courts {
            let chosen = choose(&|search| search.court = Some(court.id.clone()));
            tried(&answer.courts, &court.id.0, chosen);
        }
        for prison in &edition.prisons {
            let chosen = choose(&|search| search.prison = Some(prison.id.clone()));
            tried(&answer.prisons, &prison.id.0, chosen);
        }
        for sex in ["female", "male"] {
            let chosen = choose(&|search| search.person.sex = Some(sex.into()));
            tried(&answer.sexes, sex, chosen);
        }
        for (code, under) in [("yes", true), ("no", false)] {
            let chosen = choose(&|search| search.person.under_order = Some(under));
            tried(&answer.orders, code, chosen);
        }
    }

    assert!(told_apart > 500, "the counts say something: {told_apart}");
}
