//! What a question keeps to, in words.

use crate::{DirectorySearch, Register, Sought};

impl Register {
    /// What a question keeps to, in sentences, but for the place. A question that keeps nothing out
    /// says so.
    pub fn filter_in_words(&self, search: &DirectorySearch) -> String {
        let coded = |says: &str, list: &str, code: &Option<String>| {
            let code = code.as_ref()?;
            Some(format!("{says}: {}.", self.words_for(list, code)))
        };
        let typed = search.words.trim();
        let option = search.option.as_ref().map(|id| id.0.clone());
        let said = [
            (!typed.is_empty()).then(|| format!("What was typed: “{typed}”.")),
            coded("Kind", "programme_kind", &search.kind),
            coded("Need", "outcome", &search.need),
            coded("Group", "offender_group", &search.group),
            coded("Order or option", "disposal", &option),
            search.prison.as_ref().map(|id| {
                format!(
                    "Offered in {}, or at home for the same programme.",
                    self.prison_name(id)
                )
            }),
            person(&search.person),
            search
                .before_sentence
                .then(|| "Only what there is before sentence.".to_owned()),
            search
                .taking
                .then(|| "Only what is said to take people now or on to a list.".to_owned()),
            search
                .not_running
                .then(|| "With services that ended or have not begun.".to_owned()),
            search
                .expired
                .then(|| "With entries that were last confirmed too long ago.".to_owned()),
        ];
        let said: Vec<String> = said.into_iter().flatten().collect();
        if said.is_empty() {
            "Every service that runs, or may run.".to_owned()
        } else {
            said.join(" ")
        }
    }
}

fn person(person: &Sought) -> Option<String> {
    let who = match person.sex.as_deref() {
        Some("male") => Some("a man".to_owned()),
        Some("female") => Some("a woman".to_owned()),
        Some(_) | None => None,
    };
    let age = person.age.map(|age| format!("of {age}"));
    let order = person.under_order.map(|under| {
        if under {
            "under an order"
        } else {
            "not under an order"
        }
        .to_owned()
    });
    let who = who.or_else(|| {
        let anything = age.is_some() || order.is_some();
        anything.then(|| "a person".to_owned())
    })?;
    let words: Vec<String> = [Some(who), age, order].into_iter().flatten().collect();
    Some(format!("For {}.", words.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{a_register, day};
    use law::OptionId;

    #[test]
    fn a_question_is_told_in_words() {
        let register = a_register([]);
        let everything = DirectorySearch::of_everything(day("2026-11-22"));
        let search = DirectorySearch {
            words: " heroin ".into(),
            need: Some("O3".into()),
            option: Some(OptionId("cpo-programme".into())),
            person: Sought {
                sex: Some("female".into()),
                age: Some(24),
                under_order: Some(false),
            },
            before_sentence: true,
            ..everything.clone()
        };

        assert_eq!(
            register.filter_in_words(&everything),
            "Every service that runs, or may run."
        );
        assert_eq!(
            register.filter_in_words(&search),
            "What was typed: “heroin”. Need: Substance misuse reduced or stabilised. Order or \
             option: Community payback order: programme. For a woman of 24 not under an order. \
             Only what there is before sentence."
        );
    }
}
