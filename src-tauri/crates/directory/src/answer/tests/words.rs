//! What is typed, and what it finds.

use super::*;

#[test]
fn rows_by_words_stand_by_how_well_they_match() {
    let mut text = confirmed(local("a-text", &[FIFE]), TODAY);
    text.description = "Help with housing.".into();
    let mut alias = local("b-alias", &[FIFE]);
    alias.other_names = vec!["Fife housing".into()];
    let named = |id: &str, name: &str| Service {
        name: name.into(),
        ..local(id, &[FIFE])
    };
    let services = vec![
        text,
        alias,
        named("c-name", "Supported housing"),
        named("d-begins", "Housing advice"),
        named("e-whole", "Housing"),
        named("f-none", "Bail"),
    ];

    let results = found(services, |search| search.words = "housing".into());

    assert_eq!(
        ids(&results.rows),
        ["e-whole", "d-begins", "c-name", "b-alias", "a-text"]
    );
}

#[test]
fn an_area_and_a_provider_are_found_by_name() {
    let mut service = local("a", &[FIFE]);
    service.provider = Some("Northern Lights Trust".into());
    let services = vec![service, local("b", &[PERTH])];
    let typed = |words: &str| {
        let words = words.to_owned();
        let results = found(services.clone(), |search| search.words = words);
        results
            .rows
            .into_iter()
            .map(|row| row.service.id.0)
            .collect::<Vec<_>>()
    };

    assert_eq!(typed("fife"), ["a"]);
    assert_eq!(typed("kinross"), ["b"]);
    assert_eq!(typed("northern li"), ["a"]);
}

#[test]
fn everyday_words_find_and_never_say_whom_a_service_takes() {
    let mut service = a_service("a", "Recovery");
    service.description = "For people who use drugs.".into();
    let around = crate::Surroundings {
        everyday_words: vec![EverydayWord {
            word: "heroin".into(),
            means: vec!["drugs".into()],
        }],
        ..surroundings()
    };
    let register = Register::new([Entry::of_edition(service)], around);

    let results = register.answer(&search(|search| {
        search.words = "heroin".into();
        search.person = Sought {
            sex: Some("male".into()),
            age: Some(90),
            under_order: Some(false),
        };
    }));

    assert_eq!(ids(&results.rows), ["a"]);
}

#[test]
fn a_word_is_offered_where_nothing_matched() {
    let services = vec![local("a", &[FIFE]), local("b", &[PERTH])];

    let results = found(services, |search| {
        fife(search);
        search.words = "kinros kircaldy".into();
    });

    assert!(results.rows.is_empty());
    assert_eq!(results.suggestion, None, "nothing near “kircaldy” is held");
    let results = found(vec![local("a", &[FIFE]), local("b", &[PERTH])], |search| {
        fife(search);
        search.words = "kinrsos".into();
    });
    assert!(results.rows.is_empty());
    assert_eq!(results.suggestion.as_deref(), Some("kinross"));
}
