//! What is complete in a draft and what is not. Computed, never stored.

use document::RichText;
use serde::{Deserialize, Serialize};

use crate::lack::lacks;
use crate::{
    Answer, AnswerKind, Answers, AskedIf, Case, Form, Lack, Question, QuestionId, Section,
};

/// How a section stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum SectionStanding {
    /// Nothing stops signing.
    Complete,
    /// Something has been written and something is missing.
    Started,
    /// Nothing has been written.
    NotStarted,
    /// Nothing is asked that must be answered, and nothing has been.
    NotNeeded,
}

/// One fault of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Flaw {
    /// The section it is in.
    pub section: String,
    /// The question.
    pub question: QuestionId,
    /// Why.
    pub lack: Lack,
}

/// How one section stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct SectionProgress {
    /// The section.
    pub section: String,
    /// How it stands.
    pub standing: SectionStanding,
    /// How many faults it has.
    pub flaws: u32,
    /// How many words are written in it.
    pub words: u32,
}

/// How a draft stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Completeness {
    /// Section by section, in order.
    pub sections: Vec<SectionProgress>,
    /// Every fault, in order.
    pub flaws: Vec<Flaw>,
}

impl Completeness {
    /// Tells how `answers` stand against `form`, for `case`.
    pub fn of(form: &Form, answers: &Answers, case: &Case) -> Self {
        let mut all = Vec::new();
        let sections = form
            .sections
            .iter()
            .map(|section| {
                let flaws = flaws_of(section, answers, case);
                let progress = progress(section, answers, &flaws);
                all.extend(flaws);
                progress
            })
            .collect();
        Self {
            sections,
            flaws: all,
        }
    }

    /// Whether nothing stops signing.
    pub fn may_sign(&self) -> bool {
        self.flaws.is_empty()
    }

    /// Sections complete, and sections in which something is needed or written.
    pub fn counted(&self) -> (u32, u32) {
        let needed = self
            .sections
            .iter()
            .filter(|s| s.standing != SectionStanding::NotNeeded);
        needed.fold((0, 0), |(complete, all), section| {
            let one = u32::from(section.standing == SectionStanding::Complete);
            (complete + one, all + 1)
        })
    }
}

/// Whether a question is asked, given the answers before it.
pub fn is_asked(asked_if: Option<&AskedIf>, answers: &Answers) -> bool {
    let Some(condition) = asked_if else {
        return true;
    };
    match answers.get(&condition.question) {
        Some(Answer::YesNo { yes, .. }) => condition.is == if *yes { "yes" } else { "no" },
        Some(Answer::Choice { code }) => condition.is == *code,
        Some(
            Answer::Narrative { .. }
            | Answer::Line { .. }
            | Answer::Number { .. }
            | Answer::Date { .. }
            | Answer::Choices { .. }
            | Answer::Table { .. }
            | Answer::NotKnown { .. },
        )
        | None => false,
    }
}

fn flaws_of(section: &Section, answers: &Answers, case: &Case) -> Vec<Flaw> {
    let asked = section
        .questions
        .iter()
        .filter(|q| is_asked(q.asked_if.as_ref(), answers));
    asked
        .flat_map(|question| {
            lacks(question, answers.get(&question.id), case)
                .into_iter()
                .map(|lack| Flaw {
                    section: section.id.clone(),
                    question: question.id.clone(),
                    lack,
                })
        })
        .collect()
}

fn progress(section: &Section, answers: &Answers, flaws: &[Flaw]) -> SectionProgress {
    let answered: Vec<&Answer> = section
        .questions
        .iter()
        .filter_map(|question| answers.get(&question.id))
        .filter(|answer| !answer.is_blank())
        .collect();
    let from_case = |q: &Question| matches!(q.answer, AnswerKind::FromCase { .. });
    let shows_facts = section.questions.iter().any(from_case);
    let standing = match (flaws.is_empty(), answered.is_empty()) {
        (true, true) if shows_facts => SectionStanding::Complete,
        (true, true) => SectionStanding::NotNeeded,
        (true, false) => SectionStanding::Complete,
        (false, true) => SectionStanding::NotStarted,
        (false, false) => SectionStanding::Started,
    };
    let words = answered
        .iter()
        .map(|answer| RichText::from_plain(&answer.words()).word_count())
        .sum::<usize>();
    SectionProgress {
        section: section.id.clone(),
        standing,
        flaws: u32::try_from(flaws.len()).unwrap_or(u32::MAX),
        words: u32::try_from(words).unwrap_or(u32::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{a_case, a_form, full_answers, narrative, option_row, yes_no};

    fn with(id: &str, answer: Answer) -> Vec<(String, Lack)> {
        let mut answers = full_answers();
        answers.insert(QuestionId(id.into()), answer);
        lacking(&answers)
    }

    fn lacking(answers: &Answers) -> Vec<(String, Lack)> {
        let flaws = Completeness::of(&a_form(), answers, &a_case()).flaws;
        flaws.into_iter().map(|f| (f.question.0, f.lack)).collect()
    }

    #[test]
    fn an_empty_draft_lacks_each_answer_that_is_needed_and_asked() {
        let found = lacking(&Answers::new());

        let wanted = ["account", "gaps-found"].map(|id| (id.to_owned(), Lack::Missing));
        assert_eq!(found, wanted);
    }

    #[test]
    fn a_full_draft_may_be_signed() {
        let whole = Completeness::of(&a_form(), &full_answers(), &a_case());

        assert!(whole.may_sign());
        assert_eq!(whole.counted(), (2, 2));
    }

    #[test]
    fn a_question_is_needed_once_its_condition_holds() {
        let found = with("gaps-found", yes_no(true));

        assert_eq!(found, [("gaps".to_owned(), Lack::Missing)]);
    }

    #[test]
    fn not_known_needs_its_reason() {
        let silent = Answer::NotKnown { why: " ".into() };
        let explained = Answer::NotKnown {
            why: "The person did not attend.".into(),
        };

        assert_eq!(
            with("account", silent),
            [("account".to_owned(), Lack::NoReason)]
        );
        assert_eq!(with("account", explained), []);
    }

    #[test]
    fn custody_is_never_proposed() {
        let found = with(
            "looked-at",
            option_row("cus", "suitable", "not-needed", "None"),
        );

        assert_eq!(found, [("looked-at".to_owned(), Lack::CustodyProposed)]);
    }

    #[test]
    fn a_suitable_option_has_reasons_and_no_refusal() {
        let unsupported = [("looked-at".to_owned(), Lack::OptionUnsupported { row: 1 })];

        assert_eq!(
            with("looked-at", option_row("cpo-sup", "suitable", "given", "")),
            unsupported
        );
        assert_eq!(
            with(
                "looked-at",
                option_row("cpo-sup", "suitable", "refused", "Fits")
            ),
            unsupported
        );
        assert_eq!(
            with(
                "looked-at",
                option_row("cpo-sup", "suitable", "given", "Fits")
            ),
            []
        );
    }

    #[test]
    fn an_unknown_choice_in_a_row_names_row_and_column() {
        let found = with(
            "looked-at",
            option_row("hanging", "unsuitable", "given", ""),
        );

        let lack = Lack::Cell {
            row: 1,
            column: "Option".into(),
        };
        assert_eq!(found, [("looked-at".to_owned(), lack)]);
    }

    #[test]
    fn a_stop_word_is_found_in_any_case_spacing_and_apostrophe() {
        for words in [
            "near HARBOUR  view\nnursery, he said",
            "at the partner’s flat",
        ] {
            let found = with("account", narrative(words));

            assert_eq!(found, [("account".to_owned(), Lack::StopWord)], "{words}");
        }
    }

    #[test]
    fn an_answer_of_another_kind_does_not_count() {
        let found = with("account", yes_no(true));

        assert_eq!(found, [("account".to_owned(), Lack::WrongKind)]);
    }
}
