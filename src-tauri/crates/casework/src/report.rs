//! A report: a draft while it is written, and the exact bytes once it is issued.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{Answers, Case, CaseId, FormId, IssueId, ReportId, Rev};

/// Who signs a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Author {
    /// The author's name.
    pub name: String,
    /// The author's office and role.
    pub role: String,
    /// The social work register number, where the author has one.
    #[serde(default)]
    pub registration: Option<String>,
    /// The office, for the signature block.
    #[serde(default)]
    pub office: Vec<String>,
}

/// A draft as the store holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Draft {
    /// Its id; the report it becomes keeps it.
    pub id: ReportId,
    /// The case it is about.
    pub case: CaseId,
    /// The form it keeps for ever.
    pub form: FormId,
    /// The form's edition.
    pub form_edition: String,
    /// Who writes and signs it.
    pub author: Author,
    /// Its revision.
    pub rev: Rev,
    /// The answers so far.
    pub answers: Answers,
    /// When it was last written.
    pub saved_at: DateTime<Utc>,
    /// Once issued, the issue.
    pub issued: Option<Issued>,
}

/// What was issued: the exact bytes are in the store under `id`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Issued {
    /// The issue's id.
    pub id: IssueId,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
    /// SHA-256 of the bytes, in hexadecimal.
    pub digest: String,
    /// How many pages.
    pub pages: u32,
}

/// The case as an issued report took its facts from it. They never change, whatever becomes of the
/// case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedCase {
    /// The council's reference.
    pub reference: String,
    /// The case.
    pub case: Case,
    /// Whether they are those of the day of issue. Of a report issued by a program that did not
    /// keep them, they are those of the day on which its store was brought up to date.
    pub as_issued: bool,
}

/// What became of a save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(
    tag = "outcome",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case"
)]
pub enum Saved {
    /// It is on disk.
    Done {
        /// The revision it became.
        rev: Rev,
        /// When.
        at: DateTime<Utc>,
    },
    /// Somebody else wrote first. Nothing was overwritten; both texts are here.
    Conflict {
        /// What the store holds.
        theirs: Box<Draft>,
    },
    /// The report has been issued and cannot change.
    Issued,
}
