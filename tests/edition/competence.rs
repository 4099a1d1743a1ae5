//! A fault in the law of competence is said so that its editor can put it right.

use edition::{ContentFault, Error, Sources};

use crate::faults::{faults_of, sources};

/// The sources with a rule more, which is sound until it is changed.
fn with_a_rule(change: impl FnOnce(String) -> String) -> Sources {
    let rule = r#"
[[rule]]
id = "X-01"
on = ["fine"]
when = [{ yes = "imprisonable" }]
effect = "bars"
says = "It says so."
authority = "s.1"
from = "2020-01-01"
checked = "verified"
"#;
    let mut texts = sources();
    texts.insert("competence/99-more.toml".into(), change(rule.into()));
    Sources::from_texts(texts)
}

#[track_caller]
fn refused(change: impl FnOnce(String) -> String, field: &str) {
    let faults: Vec<ContentFault> = faults_of(&with_a_rule(change));

    let named = faults.iter().any(|fault| {
        fault.file == "competence/99-more.toml" && fault.line.is_some() && fault.field == field
    });
    assert!(named, "{faults:?}");
}

#[test]
fn a_sound_rule_is_no_fault() {
    let read = with_a_rule(|rule| rule).edition();

    assert!(!matches!(read, Err(Error::Faulty(_))));
}

#[test]
fn a_rule_must_cite_speak_and_have_a_day() {
    refused(|rule| rule.replace("\"s.1\"", "\" \""), "authority");
    refused(|rule| rule.replace("It says so.", ""), "says");
    refused(|rule| rule.replace("from = \"2020-01-01\"\n", ""), "from");
    refused(|rule| rule + "until = \"2019-12-31\"\n", "until");
}

#[test]
fn a_rule_may_refer_to_nothing_that_is_not_there() {
    refused(|rule| rule.replace("[\"fine\"]", "[\"fined\"]"), "on");
    refused(
        |rule| rule.replace("\"imprisonable\"", "\"imprisoned\""),
        "fact",
    );
    refused(|rule| rule + "instead = [\"fined\"]\n", "instead");
    refused(
        |rule| rule.replace("yes = \"imprisonable\"", "meaning = \"adult\""),
        "meaning",
    );
}

#[test]
fn a_rule_may_not_ask_a_fact_for_another_kind_of_value() {
    refused(
        |rule| rule.replace("\"imprisonable\"", "\"age_now\""),
        "fact",
    );
}

#[test]
fn a_rule_may_not_deny_what_is_recorded() {
    let change = |rule: String| {
        rule.replace(
            "{ yes = \"imprisonable\" }",
            "{ none-of = [{ recorded-yes = \"imprisonable\" }] }",
        )
    };

    refused(change, "when");
}

#[test]
fn a_raise_may_not_turn_on_what_is_recorded() {
    let raises = |rule: String| {
        let effect = "{ raises = { rules = [\"R-06\"], amount = \"£1\" } }";
        rule.replace("\"bars\"", effect)
    };
    let sound = with_a_rule(raises).edition();

    assert!(!matches!(sound, Err(Error::Faulty(_))));
    refused(
        |rule| raises(rule).replace("{ yes", "{ recorded-yes"),
        "when",
    );
    refused(|rule| raises(rule).replace("{ yes", "{ recorded"), "when");
}

#[test]
fn what_is_asked_to_be_recorded_must_be_a_fact() {
    let sound = with_a_rule(|rule| rule.replace("{ yes", "{ recorded"));

    assert!(!matches!(sound.edition(), Err(Error::Faulty(_))));
    refused(
        |rule| rule.replace("yes = \"imprisonable\"", "recorded = \"imprisoned\""),
        "fact",
    );
}

#[test]
fn an_exception_of_a_rule_must_be_recorded() {
    let recorded = with_a_rule(|rule| rule + "unless = [{ recorded-yes = \"extradition\" }]\n");

    assert!(!matches!(recorded.edition(), Err(Error::Faulty(_))));
    refused(
        |rule| rule + "unless = [{ yes = \"extradition\" }]\n",
        "unless",
    );
    refused(
        |rule| rule + "unless = [{ recorded-yes = \"extraditing\" }]\n",
        "fact",
    );
}

#[test]
fn two_windows_of_one_rule_may_not_overlap() {
    refused(
        |rule| rule.clone() + &rule.replace("2020-01-01", "2021-01-01"),
        "from",
    );
}
