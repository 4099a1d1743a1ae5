//! The menus on paper: for the bench, judged or not, and an option on one side of a card.

use std::collections::BTreeSet;

use desk::{CardPrint, Desk, Fault, MenuPrint, OptionSearch, Preview};
use law::{Checked, FactValue, Facts, Menu};
use sederunt_tests::office::{a_look_up_desk, edition};
use sederunt_tests::paper::plain;
use sederunt_tests::{Paper, date};

fn the_menu(menu: Menu) -> MenuPrint {
    MenuPrint {
        search: OptionSearch {
            menu,
            words: String::new(),
            court: None,
            stage: None,
            family: None,
            as_at: date("2026-11-22"),
            out_of_force: true,
            council: None,
        },
        facts: None,
        court: None,
    }
}

fn judged(menu: Menu, facts: Facts) -> MenuPrint {
    MenuPrint {
        facts: Some(facts),
        ..the_menu(menu)
    }
}

fn recorded(facts: &[(&str, FactValue)]) -> Facts {
    let mut all = Facts::none();
    for (fact, value) in facts {
        all.record(*fact, value.clone());
    }
    all
}

/// A summary case at its first appearance, with little else recorded.
fn a_case() -> Facts {
    recorded(&[
        ("court", FactValue::Choice("SS".into())),
        ("stage", FactValue::Choice("FIRST".into())),
        ("date_of_birth", FactValue::Date(date("1992-03-02"))),
        ("offence_date", FactValue::Date(date("2026-11-02"))),
        ("imprisonable", FactValue::Flag(true)),
        ("domestic_abuse", FactValue::Flag(false)),
        ("reports", FactValue::List(BTreeSet::new())),
    ])
}

fn paper(desk: &Desk, preview: &Preview) -> Paper {
    Paper::of(desk.previewed(preview.token).expect("its bytes").1)
}

fn printed(wanted: &MenuPrint) -> Paper {
    let mut desk = a_look_up_desk();
    let preview = desk.print_menu(wanted).expect("a paper");
    assert!(preview.warnings.is_empty(), "{:?}", preview.warnings);
    paper(&desk, &preview)
}

/// Every option of a menu on a card, and the names of those that took more than one side.
fn cards_of_two_sides(menu: Menu, facts: Option<&Facts>, council: Option<&str>) -> Vec<String> {
    let mut desk = a_look_up_desk();
    let edition = edition();
    let mut long = Vec::new();
    for option in edition.menu(menu) {
        let card = CardPrint {
            menu,
            option: option.id.clone(),
            facts: facts.cloned(),
            as_at: date("2026-11-22"),
            council: council.map(str::to_owned),
        };
        let preview = desk.print_card(&card).expect("a card");
        assert!(
            preview.warnings.is_empty(),
            "{}: {:?}",
            option.id.0,
            preview.warnings
        );
        if preview.pages != 1 {
            long.push(option.id.0.clone());
        }
    }
    long
}

#[test]
fn every_bail_option_fits_one_side_of_a_card() {
    let long = cards_of_two_sides(Menu::Bail, None, Some("S12000047"));

    assert_eq!(long, [""; 0]);
}

#[test]
fn every_disposal_fits_one_side_of_a_card() {
    let long = cards_of_two_sides(Menu::Disposals, None, Some("S12000049"));

    assert_eq!(long, [""; 0]);
}

#[test]
fn every_bail_option_fits_one_side_of_a_card_with_the_facts_of_a_case() {
    let long = cards_of_two_sides(Menu::Bail, Some(&a_case()), Some("S12000047"));

    assert_eq!(long, [""; 0]);
}

#[test]
fn every_disposal_fits_one_side_of_a_card_with_the_facts_of_a_case() {
    let long = cards_of_two_sides(Menu::Disposals, Some(&a_case()), Some("S12000049"));

    assert_eq!(long, [""; 0]);
}

/// With nothing recorded an option waits for the most.
#[test]
fn every_disposal_fits_one_side_of_a_card_with_nothing_recorded() {
    let long = cards_of_two_sides(Menu::Disposals, Some(&Facts::none()), None);

    assert_eq!(long, [""; 0]);
}

#[test]
fn a_card_says_the_finding_and_the_day_and_does_not_advise() {
    let mut desk = a_look_up_desk();
    let card = CardPrint {
        menu: Menu::Disposals,
        option: law::OptionId("imprisonment".into()),
        facts: Some(recorded(&[
            ("court", FactValue::Choice("SS".into())),
            ("imprisonable", FactValue::Flag(false)),
        ])),
        as_at: date("2026-11-22"),
        council: None,
    };

    let preview = desk.print_card(&card).expect("a card");

    let words = paper(&desk, &preview).words();
    for said in [
        "Not competent",
        "law as at 22 November 2026",
        "Court and procedure: Sheriff court, summary",
        "Edition 2026-11",
        "does not advise which option to choose",
        "OFFICIAL-SENSITIVE",
    ] {
        assert!(words.contains(said), "“{said}” is not in: {words}");
    }
}

#[test]
fn a_bench_print_holds_every_option_once_in_its_group() {
    for menu in [Menu::Bail, Menu::Disposals] {
        let edition = edition();

        let words = printed(&judged(menu, a_case())).words();

        let law = &edition.competence;
        let day = date("2026-11-22");
        let count = |finding: law::Finding| {
            let found = law.assess_all(edition.menu(menu), &a_case(), day);
            found.iter().filter(|one| one.finding == finding).count()
        };
        for (title, finding) in [
            ("Competent", law::Finding::Competent),
            ("Depends", law::Finding::Depends),
            ("Not competent", law::Finding::NotCompetent),
        ] {
            let heading = format!("{title} ({})", count(finding));
            assert!(words.contains(&heading), "“{heading}” is missing");
        }
        for option in edition.menu(menu) {
            let name = plain(&option.name);
            let times = words.matches(&name).count();
            assert!(times >= 2, "{name} is not both in the index and in a group");
        }
    }
}

#[test]
fn the_index_says_on_which_page_an_option_stands() {
    for menu in [Menu::Bail, Menu::Disposals] {
        let paper = printed(&judged(menu, a_case()));

        let pages: Vec<String> = paper.pages().iter().map(|page| plain(page)).collect();
        let words = plain(&paper.pages().join("\n"));
        let index = words
            .split_once("Every option of this paper, in legal order")
            .expect("an index")
            .1;
        for option in edition().menu(menu) {
            let name = plain(&marked(option));
            let line = ["Competent", "Depends", "Not competent"]
                .iter()
                .find_map(|finding| index.split_once(&format!("{name} {finding} ")))
                .unwrap_or_else(|| panic!("{name} is not in the index"))
                .1;
            let number: usize = line
                .split_whitespace()
                .next()
                .and_then(|number| number.parse().ok())
                .unwrap_or_else(|| panic!("{name} has no page"));
            assert!(
                pages[number - 1].contains(&name),
                "{name} is not on page {number}"
            );
            assert!(number > 1, "{name} is said to stand on the first page");
        }
    }
}

fn marked(option: &law::MenuOption) -> String {
    match option.checked {
        Checked::Unverified => format!("{} [?] not checked", option.name),
        Checked::Verified => option.name.clone(),
    }
}

#[test]
fn a_bench_print_says_what_is_recorded_and_what_is_not() {
    let words = printed(&judged(Menu::Bail, a_case())).words();

    for said in [
        "Sheriff court, summary",
        "2 March 1992",
        "34 years 8 months (follows from the other facts)",
        "Reports and evidence that the court has None of them",
        "Not recorded, or not there yet, and asked for by an option below",
        "It is not known, which is never taken as a no.",
        "It does not advise which option to choose.",
        "Statutory text checked as revised to 7 April 2026",
    ] {
        assert!(words.contains(said), "“{said}” is not in: {words}");
    }
}

#[test]
fn a_rule_without_a_number_is_never_cited_by_its_id() {
    let edition = edition();

    for menu in [Menu::Bail, Menu::Disposals] {
        let words = printed(&judged(menu, a_case())).words();

        for rule in &edition.competence.rules {
            let id = &rule.id.0;
            assert!(
                !id.contains('.') || !words.contains(id.as_str()),
                "{id} is printed"
            );
        }
    }
}

#[test]
fn the_bench_print_of_bail_options_is_no_longer_than_eight_pages() {
    let mut facts = a_case();
    for other in ["extradition", "bail_decision_overdue"] {
        facts.record(other, FactValue::Flag(false));
    }
    let mut wanted = judged(Menu::Bail, facts);
    wanted.search.out_of_force = false;
    wanted.court = Some("SC-KKC".into());
    let alone = MenuPrint {
        facts: None,
        ..wanted.clone()
    };

    for wanted in [wanted, alone] {
        let pages = printed(&wanted).pages().len();

        assert!(pages <= 8, "{pages} pages");
    }
}

#[test]
fn a_bench_print_names_the_court_and_who_is_recorded_for_its_councils() {
    let mut wanted = judged(Menu::Disposals, a_case());
    wanted.court = Some("SC-GLA".into());

    let words = printed(&wanted).words();

    for said in [
        "Glasgow Sheriff Court · law as at 22 November 2026",
        "not confirmed locally",
        "No local arrangement is recorded.",
    ] {
        assert!(words.contains(said), "“{said}” is missing");
    }
}

#[test]
fn what_is_not_open_on_the_day_is_named_where_it_is_left_off() {
    let mut wanted = judged(Menu::Bail, a_case());
    wanted.search.out_of_force = false;

    let words = printed(&wanted).words();

    let left_off = words
        .split_once("Not open on this day (")
        .expect("a heading")
        .1;
    assert!(left_off.contains("EM bail pilot"), "{left_off}");
}

#[test]
fn facts_that_contradict_each_other_are_not_printed() {
    let facts = recorded(&[
        ("court", FactValue::Choice("SS".into())),
        ("conviction_on_indictment", FactValue::Flag(true)),
    ]);
    let field = "conviction_on_indictment".to_owned();
    let card = CardPrint {
        menu: Menu::Disposals,
        option: law::OptionId("fine".into()),
        facts: Some(facts.clone()),
        as_at: date("2026-11-22"),
        council: None,
    };

    let refused = [
        a_look_up_desk()
            .print_menu(&judged(Menu::Disposals, facts))
            .err(),
        a_look_up_desk().print_card(&card).err(),
    ];

    let wanted = Some(Fault::BadInput { field });
    assert_eq!(refused, [wanted.clone(), wanted]);
}

#[test]
fn a_court_that_is_not_in_the_directory_is_refused() {
    let mut wanted = the_menu(Menu::Bail);
    wanted.court = Some("SC-NONE".into());

    let refused = a_look_up_desk().print_menu(&wanted).err();

    let field = "court".to_owned();
    assert_eq!(refused, Some(Fault::BadInput { field }));
}

#[test]
fn the_whole_menu_without_a_court_has_the_full_entries() {
    let words = printed(&the_menu(Menu::Bail)).words();

    assert!(words.contains("Menu of bail options"));
    assert!(words.contains("On breach"));
}

#[test]
fn the_papers_are_whole_and_tagged() {
    let mut alone = the_menu(Menu::Disposals);
    alone.court = Some("SC-GLA".into());

    for wanted in [alone, judged(Menu::Bail, a_case())] {
        let paper = printed(&wanted);

        paper.assert_whole();
        assert_eq!(paper.property("Tagged").as_deref(), Some("yes"));
    }
}
