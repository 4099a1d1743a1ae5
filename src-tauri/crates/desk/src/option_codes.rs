//! How the report forms name the options of the menu of disposals.
//!
//! The published forms have a short list of their own, in which one line may stand for several
//! options and an order of the menu, such as the community payback order itself, may have none. A
//! form whose list holds an option's own id needs no line here.

use casework::TableColumn;
use law::{MenuOption, OptionId};

/// A code of the forms and the options that it stands for.
const FORMS_SAY: &[(&str, &[&str])] = &[
    ("adm", &["absolute-discharge", "admonition"]),
    ("fin", &["fine", "compensation-order"]),
    ("def", &["deferred-sentence", "deferred-good-behaviour"]),
    ("sds", &["structured-deferred-sentence"]),
    ("cpo-sup", &["cpo-supervision"]),
    ("cpo-upw1", &["cpo-unpaid-work-1"]),
    ("cpo-upw2", &["cpo-unpaid-work-2"]),
    ("cpo-comp", &["cpo-compensation"]),
    ("cpo-prog", &["cpo-programme"]),
    ("cpo-res", &["cpo-residence"]),
    ("cpo-mh", &["cpo-mental-health"]),
    ("cpo-dt", &["cpo-drug"]),
    ("cpo-at", &["cpo-alcohol"]),
    ("cpo-con", &["cpo-conduct"]),
    ("cpo-rmr", &["cpo-restricted-movement"]),
    ("dtto", &["dtto", "dtto-ii"]),
    (
        "cus",
        &[
            "imprisonment",
            "yoi-detention",
            "detention-child-solemn",
            "detention-child-summary",
        ],
    ),
    (
        "sro-ext",
        &["supervised-release-order", "extended-sentence"],
    ),
];

/// The code by which a form's column of options names an option; none where the form has no line
/// for it.
pub(crate) fn code(column: &TableColumn, option: &OptionId) -> Option<String> {
    let own = |code: &str| column.options.iter().any(|choice| choice.code == code);
    let known = FORMS_SAY
        .iter()
        .find(|(code, options)| options.contains(&option.0.as_str()) && own(code));
    match known {
        Some((code, _)) => Some((*code).to_owned()),
        None => own(&option.0).then(|| option.0.clone()),
    }
}

/// The options that a code of a form stands for.
pub(crate) fn sharing<'o>(
    column: &'o TableColumn,
    shared: &'o str,
    options: &'o [MenuOption],
) -> impl Iterator<Item = &'o MenuOption> {
    options
        .iter()
        .filter(move |option| code(column, &option.id).as_deref() == Some(shared))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundled_edition;
    use casework::{AnswerKind, QuestionRole};

    #[test]
    fn every_code_is_one_of_a_form_and_every_option_one_of_the_menu() {
        let edition = bundled_edition().unwrap();
        let mut codes: Vec<&str> = Vec::new();
        for form in &edition.forms {
            let question = form.question_for(QuestionRole::OptionsConsidered).unwrap();
            let AnswerKind::Table { columns } = &question.answer else {
                panic!("{} has no table of options", form.id.0);
            };
            let column = columns.iter().find(|column| column.id == "option").unwrap();
            codes.extend(column.options.iter().map(|choice| choice.code.as_str()));
        }

        for (code, options) in FORMS_SAY {
            assert!(codes.contains(code), "no form has {code}");
            for id in *options {
                let id = OptionId((*id).to_owned());
                assert!(edition.option(&id).is_some(), "no option is {}", id.0);
            }
        }
    }
}
