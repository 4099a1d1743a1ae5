//! A case file: a case with the reports and conference written about it, as one text that a
//! person can read and edit. The command line prints reports from it; the demonstration is made
//! of them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use document::RichText;
use serde::{Deserialize, Serialize};

use crate::{Answer, Answers, Author, Case, Conference, FormId, QuestionId};

/// A case file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CaseFile {
    /// The council's reference for the case.
    pub reference: String,
    /// The case.
    pub case: Case,
    /// The reports about it.
    #[serde(rename = "report", default)]
    pub reports: Vec<ReportFile>,
    /// The conferences about it. A paper that is a report names it by `report-form` in the file.
    #[serde(rename = "conference", default)]
    pub conferences: Vec<ConferenceFile>,
}

/// A report inside a case file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ReportFile {
    /// Its form.
    pub form: FormId,
    /// Its author.
    pub author: Author,
    /// When it was completed; absent for a draft.
    #[serde(default)]
    pub completed: Option<DateTime<Utc>>,
    /// Narrative answers as plain words: a blank line parts paragraphs, `- ` makes a list.
    #[serde(default)]
    pub narrative: BTreeMap<QuestionId, String>,
    /// Every other answer.
    #[serde(default)]
    pub answers: Answers,
}

/// A conference inside a case file: the conference, and the papers as plain words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ConferenceFile {
    /// The conference; its agenda carries no discussion and it has no papers here.
    pub conference: Conference,
    /// What was said under each item, by the item's number, as plain words.
    #[serde(default)]
    pub discussion: BTreeMap<String, String>,
    /// The papers, in order.
    #[serde(rename = "paper", default)]
    pub papers: Vec<PaperFile>,
}

/// A paper inside a case file: either words, or the report of that form in the same file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PaperFile {
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// Its date.
    #[serde(default)]
    pub dated: Option<chrono::NaiveDate>,
    /// Its words, where it was written for the conference.
    #[serde(default)]
    pub text: Option<String>,
    /// The form of the report it is, where it is one.
    #[serde(default)]
    pub report_form: Option<FormId>,
}

impl ReportFile {
    /// All answers, the narratives read as rich text.
    pub fn all_answers(&self) -> Answers {
        let narratives = self.narrative.iter().map(|(id, words)| {
            let text = RichText::from_plain(words);
            (id.clone(), Answer::Narrative { text })
        });
        self.answers.clone().into_iter().chain(narratives).collect()
    }
}
