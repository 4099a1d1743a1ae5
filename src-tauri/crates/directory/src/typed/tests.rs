use super::*;
use crate::word_index::Said;

fn index(entries: &[(&str, &str)]) -> WordIndex {
    let mut index = WordIndex::default();
    for (place, (name, text)) in entries.iter().enumerate() {
        let said = Said {
            name: (*name).into(),
            aliases: Vec::new(),
            text: vec![(*text).into()],
        };
        index.add(place, &said);
    }
    index
}

fn words(rows: &[(&str, &[&str])]) -> Everyday {
    let rows = rows.iter().map(|(word, means)| EverydayWord {
        word: (*word).into(),
        means: means.iter().map(|text| (*text).to_owned()).collect(),
    });
    everyday(&rows.collect::<Vec<_>>())
}

fn found(typed: &str, entries: &[(&str, &str)], rows: &[(&str, &[&str])]) -> Vec<usize> {
    let weights = weigh(typed, &index(entries), &words(rows), entries.len()).unwrap();
    let mut places: Vec<usize> = (0..entries.len()).filter(|at| weights[*at] > 0).collect();
    places.sort_by_key(|at| std::cmp::Reverse(weights[*at]));
    places
}

const ENTRIES: [(&str, &str); 4] = [
    ("Recovery house", "For people who use drugs."),
    ("Drugs team", "Advice."),
    ("Tenancy support", "Help to keep a home for women."),
    ("Turnaround", "For people who steal to buy drugs."),
];

#[test]
fn every_word_typed_must_begin_a_word_of_the_entry() {
    assert_eq!(found("dru", &ENTRIES, &[]), [1, 0, 3]);
    assert_eq!(found("drugs house", &ENTRIES, &[]), [0]);
    assert!(found("drugs tenancy", &ENTRIES, &[]).is_empty());
}

#[test]
fn an_everyday_word_finds_what_the_directory_calls_otherwise() {
    let rows: &[(&str, &[&str])] = &[
        ("heroin", &["drugs"]),
        ("flat", &["tenancy", "keep home"]),
        ("no fixed abode", &["tenancy"]),
    ];

    assert_eq!(found("heroin", &ENTRIES, rows), [1, 0, 3]);
    assert_eq!(found("hero", &ENTRIES, rows), [1, 0, 3]);
    assert_eq!(found("flat", &ENTRIES, rows), [2]);
    assert_eq!(found("of no fixed abode", &ENTRIES, rows), [2]);
    assert_eq!(
        found(
            "steal at risk of custody",
            &ENTRIES,
            &[("risk of custody", &["buy drugs"])]
        ),
        [3]
    );
    assert!(found("he", &[("Drugs", "")], rows).is_empty());
}

#[test]
fn a_plural_finds_what_says_it_of_one() {
    let entries = [("Drugs team", ""), ("Drug court", ""), ("House", "")];
    let also = [("Bus", ""), ("Bu", ""), ("Busy", "")];

    assert_eq!(found("drugs", &entries, &[]), [0, 1]);
    assert_eq!(found("drug", &entries, &[]), [1, 0]);
    assert_eq!(found("house", &entries, &[]), [2]);
    assert_eq!(found("hous", &[("House", ""), ("Hour", "")], &[]), [0]);
    assert_eq!(found("bus", &also, &[]), [0, 2, 1]);
}

#[test]
fn what_says_the_word_itself_stands_before_what_says_it_otherwise() {
    let entries = [("Alcohol team", ""), ("Drink less", "")];

    assert_eq!(found("drink", &entries, &[("drink", &["alcohol"])]), [1, 0]);
}

#[test]
fn a_slip_is_forgiven_only_where_the_word_finds_nothing() {
    assert_eq!(found("tennancy", &ENTRIES, &[]), [2]);
    assert_eq!(
        found("heorin", &ENTRIES, &[("heroin", &["drugs"])]),
        [1, 0, 3]
    );
    let near = [("Bail", ""), ("Ball games", "")];
    assert_eq!(found("ball", &near, &[]), [1]);
}

#[test]
fn a_sentence_finds_the_entries_that_have_most_of_it() {
    let rows: &[(&str, &[&str])] = &[("heroin", &["drugs"]), ("shoplifting", &["steal"])];

    let found = found("a woman of 24, shoplifting and heroin", &ENTRIES, rows);

    assert_eq!(found, [3]);
}

#[test]
fn nothing_typed_is_not_a_search() {
    let index = index(&ENTRIES);

    assert!(weigh(" - ", &index, &Everyday::new(), 4).is_none());
}

#[test]
fn a_word_is_offered_only_for_one_that_finds_nothing() {
    let index = index(&ENTRIES);
    let meant = |typed| did_you_mean(typed, &index, &Everyday::new());

    assert_eq!(meant("tennancy drugs").as_deref(), Some("tenancy drugs"));
    assert_eq!(meant("tenancy"), None);
    assert_eq!(meant("qqqqqqqq"), None);
}
