use casework::{Answer, QuestionId};
use document::RichText;
use proptest::prelude::*;

use super::*;
use crate::SearchEntry;
use crate::fixture::{a_case, a_store, an_entry, with_a_draft};

fn entry(kind: SearchKind, id: &str, name: &str, aliases: &[&str], text: &str) -> SearchEntry {
    SearchEntry {
        kind,
        id: id.into(),
        name: name.into(),
        aliases: aliases.iter().map(ToString::to_string).collect(),
        text: text.into(),
    }
}

/// A store with a few options, a disposal and a prison.
fn a_menu() -> Store {
    use SearchKind::{BailOption, Disposal, Prison, Service};
    let mut store = a_store();
    let entries = [
        entry(
            BailOption,
            "curfew",
            "Curfew",
            &[],
            "Stay at home; may be tagged, tagged, tagged.",
        ),
        entry(
            BailOption,
            "em-bail",
            "Electronic monitoring",
            &["tagged bail"],
            "A device is worn.",
        ),
        entry(
            BailOption,
            "supervised-bail",
            "Supervised bail",
            &["SB"],
            "Meetings with a worker.",
        ),
        entry(
            Disposal,
            "cpo-supervision",
            "Offender supervision",
            &[],
            "Supervised by an officer.",
        ),
        entry(
            Disposal,
            "rlo",
            "Restriction of liberty order",
            &["RLO", "tag"],
            "Stay in or out.",
        ),
        entry(
            Service,
            "caraidean",
            "Caraidean Òga",
            &["Young Friends"],
            "Mentors in Inbhir Nis.",
        ),
        entry(
            Prison,
            "hmp-perth",
            "HMP Perth",
            &["Perth prison"],
            "Held on remand.",
        ),
    ];
    store.index_edition("one", entries.into_iter()).unwrap();
    store
}

fn ids(found: &[Found]) -> Vec<&str> {
    found.iter().map(|one| one.id.as_str()).collect()
}

fn found(store: &Store, typed: &str) -> Vec<String> {
    let found = store.search(typed, &SearchKind::ALL, 10).unwrap();
    found.into_iter().map(|one| one.id).collect()
}

#[test]
fn an_alias_that_begins_so_comes_before_a_text_that_says_so_often() {
    assert_eq!(found(&a_menu(), "tagged"), ["em-bail", "curfew"]);
}

#[test]
fn a_whole_alias_comes_first_and_a_name_before_an_alias() {
    let store = a_menu();

    assert_eq!(found(&store, "tag"), ["rlo", "em-bail", "curfew"]);
    assert_eq!(
        found(&store, "s")[0],
        "supervised-bail",
        "a name before the text of others"
    );
}

#[test]
fn every_word_typed_must_begin_a_word() {
    let store = a_menu();

    assert_eq!(found(&store, "order restr"), ["rlo"]);
    assert_eq!(found(&store, "superv bail"), ["supervised-bail"]);
    assert_eq!(found(&store, "ervised"), Vec::<String>::new());
}

#[test]
fn accents_are_not_needed() {
    let store = a_menu();

    assert_eq!(found(&store, "oga"), ["caraidean"]);
    assert_eq!(found(&store, "CARAIDEAN ÒGA"), ["caraidean"]);
}

#[test]
fn only_the_kinds_asked_for_are_found() {
    let store = a_menu();

    let disposals = store
        .search("supervis", &[SearchKind::Disposal], 10)
        .unwrap();

    assert_eq!(ids(&disposals), ["cpo-supervision"]);
    assert_eq!(store.search("supervis", &[], 10).unwrap(), []);
    assert_eq!(
        store.search("supervis", &SearchKind::ALL, 1).unwrap().len(),
        1
    );
}

#[test]
fn the_ids_of_a_kind_come_in_the_order_of_what_is_found() {
    let store = a_menu();
    let kind = SearchKind::BailOption;

    for typed in ["s", "t", "tagged", "m", "bail supervised"] {
        let found = store.search(typed, &[kind], 10).unwrap();

        assert_eq!(
            store.ids_found(typed, kind).unwrap(),
            ids(&found),
            "{typed}"
        );
        assert!(!found.is_empty(), "{typed}");
    }
    assert_eq!(store.ids_found("…", kind).unwrap(), Vec::<String>::new());
}

#[test]
fn what_is_found_shows_some_of_its_text() {
    let store = a_menu();

    let found = store.search("device", &SearchKind::ALL, 10).unwrap();

    assert_eq!(found[0].snippet, "A device is worn.");
    assert_eq!(found[0].name, "Electronic monitoring");
}

#[test]
fn a_slip_is_put_right() {
    let store = a_menu();
    let meant = |typed: &str| store.did_you_mean(typed, &SearchKind::ALL).unwrap();

    assert_eq!(meant("supvised").as_deref(), Some("supervised"));
    assert_eq!(meant("supvised bial").as_deref(), Some("supervised bail"));
    assert_eq!(
        meant("erstriction").as_deref(),
        Some("restriction"),
        "a slip in the first letter"
    );
    assert_eq!(meant("tagged"), None, "nothing needs to be put right");
    assert_eq!(meant("zzzzzz"), None);
    assert_eq!(meant("🙂"), None);
}

#[test]
fn a_suggestion_shows_no_word_of_a_record_that_was_not_asked_for() {
    let mut store = a_menu();
    store
        .add_case(&a_case(1, "Morag", "Quhairn"), &an_entry("case.create"))
        .unwrap();

    let of_all = store.did_you_mean("quhairm", &SearchKind::ALL).unwrap();
    let of_options = store
        .did_you_mean("quhairm", &[SearchKind::BailOption])
        .unwrap();

    assert_eq!(of_all.as_deref(), Some("quhairn"));
    assert_eq!(of_options, None);
}

#[test]
fn an_edition_is_indexed_once_and_replaces_the_one_before() {
    let mut store = a_menu();
    let court = || {
        [entry(
            SearchKind::Court,
            "perth",
            "Perth Sheriff Court",
            &[],
            "",
        )]
        .into_iter()
    };

    assert!(
        !store.index_edition("one", court()).unwrap(),
        "the same edition is not indexed again"
    );
    assert_eq!(found(&store, "perth"), ["hmp-perth"]);
    assert!(store.index_edition("two", court()).unwrap());

    assert_eq!(found(&store, "perth"), ["perth"]);
    assert_eq!(found(&store, "supervised"), Vec::<String>::new());
}

#[test]
fn an_edition_with_a_record_in_it_is_refused_whole() {
    let mut store = a_menu();
    let entries = [
        entry(SearchKind::Court, "perth", "Perth Sheriff Court", &[], ""),
        entry(SearchKind::Case, "x", "X", &[], ""),
    ];

    let indexed = store.index_edition("two", entries.into_iter());

    assert_eq!(indexed, Err(Error::NotOfAnEdition));
    assert_eq!(
        found(&store, "perth"),
        ["hmp-perth"],
        "the edition before is still there"
    );
}

#[test]
fn a_case_and_its_reports_are_found_as_they_are_written() {
    let mut store = a_menu();
    let draft = with_a_draft(&mut store);
    let harm = QuestionId("harm".into());
    let text = RichText::from_plain("Gambling debts led to the offence.");
    let answer = Answer::Narrative { text };

    store
        .save_answer(
            draft.id,
            draft.rev,
            &harm,
            Some(&answer),
            &an_entry("draft.save"),
        )
        .unwrap();

    let found_by = |typed: &str| {
        let found = store.search(typed, &SearchKind::ALL, 10).unwrap();
        found.into_iter().map(|one| one.kind).collect::<Vec<_>>()
    };
    assert_eq!(found_by("gambling"), [SearchKind::Report]);
    assert_eq!(
        found_by("morag gambling"),
        [SearchKind::Report],
        "name and text together"
    );
    assert_eq!(
        found_by("example, mor"),
        [SearchKind::Case, SearchKind::Report]
    );
    assert_eq!(found_by("KB-1"), [SearchKind::Case, SearchKind::Report]);
}

#[test]
fn a_case_whose_name_changes_is_found_by_the_new_one_only() {
    let mut store = a_store();
    with_a_draft(&mut store);
    let mut renamed = a_case(1, "Morag", "O'Quhair");
    renamed.case.person.known_as = Some("Mo".into());

    store.save_case(&renamed, &an_entry("case.edit")).unwrap();

    assert_eq!(found(&store, "example"), Vec::<String>::new());
    assert_eq!(
        found(&store, "o'quhair").len(),
        2,
        "the case and its report"
    );
    assert_eq!(found(&store, "oquhair").len(), 2, "typed without the mark");
}

#[test]
fn nothing_typed_is_ever_query_syntax() {
    let store = a_menu();
    let corpus = [
        "\"",
        "\"\"\"",
        "'",
        "''",
        "tagged\"",
        "\"tagged",
        "AND",
        "OR",
        "NOT",
        "tagged AND",
        "OR tagged",
        "NEAR(tagged bail, 2)",
        "NEAR(",
        "(",
        ")",
        "((tagged",
        "tagged)",
        "*",
        "tag*",
        "**",
        "^tagged",
        "name:tagged",
        "{name}:tagged",
        "-name:tagged",
        "+",
        "tagged + bail",
        "-",
        "tagged\0bail",
        "\0",
        "🙂",
        "👩‍👩‍👧",
        "%",
        "_",
        ";",
        "--",
        "/*",
        "'; DROP TABLE issue; --",
        ":",
        ":name",
        "?",
        "?1",
        "$x",
        "@x",
        "\\",
        "\u{FFFD}",
        "\u{200F}",
        "\u{10FFFF}",
        "Ⅷ",
        "½",
        "٣",
        "rank",
        "search_word",
        "ﬁ",
        "İ",
        "ß",
        "\u{0301}",
        "\t\r\n",
        "𐐀",
        "ా",
    ];

    for typed in corpus {
        store.search(typed, &SearchKind::ALL, 10).unwrap();
        store.did_you_mean(typed, &SearchKind::ALL).unwrap();
    }
    assert_eq!(
        found(&store, "tagged AND bail"),
        Vec::<String>::new(),
        "`and` is a word"
    );
    assert_eq!(found(&store, "tag*"), found(&store, "tag"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_typed_is_answered(typed in ".{0,40}") {
        let store = a_menu();

        store.search(&typed, &SearchKind::ALL, 10).unwrap();
        store.did_you_mean(&typed, &SearchKind::ALL).unwrap();
    }
}
