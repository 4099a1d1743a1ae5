//! What the case, report and conference screens show.

use casework::{
    AgendaTemplate, Case, CaseId, CaseRecord, Completeness, ConferenceId, ConferenceRecord, Draft,
    Form, FormId, IssueId, Issued, MeetingType, MeetingTypeId, ReportId, Saved,
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Session;

/// A row of the list of cases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct CaseRow {
    /// The case.
    pub id: CaseId,
    /// SURNAME, Forenames.
    pub listed_name: String,
    /// The council's reference.
    pub reference: String,
    /// The court.
    pub court: String,
    /// The diet.
    pub diet: Option<NaiveDateTime>,
    /// When the report is due.
    pub due: Option<NaiveDateTime>,
    /// How many reports are being written.
    pub drafts: u32,
}

/// A row of the list of reports.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ReportRow {
    /// The report.
    pub id: ReportId,
    /// Its case.
    pub case: CaseId,
    /// SURNAME, Forenames.
    pub listed_name: String,
    /// The council's reference.
    pub reference: String,
    /// The form.
    pub form: FormId,
    /// What people call the form.
    pub form_name: String,
    /// When it is due.
    pub due: Option<NaiveDateTime>,
    /// When it was last written.
    pub saved_at: DateTime<Utc>,
    /// Sections complete, of those needed.
    pub sections_complete: u32,
    /// Sections needed.
    pub sections: u32,
    /// Once issued, the issue.
    pub issued: Option<Issued>,
}

/// A row of the list of conferences.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ConferenceRow {
    /// The conference.
    pub id: ConferenceId,
    /// Its title.
    pub title: String,
    /// Whom it is about.
    pub about: String,
    /// When it starts.
    pub starts: NaiveDateTime,
    /// Where.
    pub place: String,
    /// How many papers it has.
    pub papers: u32,
    /// The newest pack's edition.
    pub pack_edition: Option<String>,
    /// How many actions are open.
    pub open_actions: u32,
}

/// An action with the conference it came from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ActionRow {
    /// The conference.
    pub conference: ConferenceId,
    /// What is to be done.
    pub what: String,
    /// By whom.
    pub owner: String,
    /// By when.
    pub due: NaiveDate,
    /// Whom the conference is about.
    pub about: String,
}

/// The first screen of a day.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Today {
    /// The civil date in Scotland.
    pub today: NaiveDate,
    /// Reports being written, the soonest due first.
    pub drafts: Vec<ReportRow>,
    /// Conferences not yet held, the soonest first.
    pub meetings: Vec<ConferenceRow>,
    /// Open actions, the soonest due first.
    pub actions: Vec<ActionRow>,
    /// Who is at work.
    pub session: Session,
}

/// A case's page.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct CasePage {
    /// The case.
    pub record: CaseRecord,
    /// The person's age today, where it can be told.
    pub age: Option<u32>,
    /// Its reports.
    pub reports: Vec<ReportRow>,
    /// Its conferences.
    pub conferences: Vec<ConferenceRow>,
    /// The last acts upon it, newest first.
    pub log: Vec<LogLine>,
}

/// One line of a case's access log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct LogLine {
    /// When.
    pub at: DateTime<Utc>,
    /// The event's name.
    pub event: String,
    /// Who, by role.
    pub role: String,
}

/// A new case.
#[derive(Clone, Debug, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct NewCase {
    /// The council's reference.
    pub reference: String,
    /// The case.
    pub case: Case,
}

/// What became of saving a case.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(
    tag = "outcome",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case"
)]
pub enum CaseSaved {
    /// It is on disk.
    Done {
        /// As it now is.
        record: Box<CaseRecord>,
    },
    /// Somebody else wrote first.
    Conflict {
        /// What the store holds.
        theirs: Box<CaseRecord>,
    },
}

/// What became of saving a conference.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(
    tag = "outcome",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case"
)]
pub enum ConferenceSaved {
    /// It is on disk.
    Done {
        /// As it now is.
        record: Box<ConferenceRecord>,
    },
    /// Somebody else wrote first.
    Conflict {
        /// What the store holds.
        theirs: Box<ConferenceRecord>,
    },
}

/// A form one may begin a report on.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct FormRow {
    /// Its id.
    pub id: FormId,
    /// Its name.
    pub name: String,
    /// What people call it.
    pub short_name: String,
    /// What it is for.
    pub purpose: String,
    /// When it was or is used.
    pub used: String,
    /// What was not seen of the published form.
    pub unverified: Option<String>,
}

/// A draft opened for writing, with all that the editor needs.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct OpenDraft {
    /// The draft.
    pub draft: Draft,
    /// Its form.
    pub form: Form,
    /// Its case.
    pub record: CaseRecord,
    /// What is complete and what is not.
    pub completeness: Completeness,
}

/// What became of a save, and what is complete now.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct SavedAnswer {
    /// What became of it.
    pub saved: Saved,
    /// What is complete and what is not.
    pub completeness: Completeness,
}

/// What became of issuing a report.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(
    tag = "outcome",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case"
)]
pub enum IssueOutcome {
    /// It is issued: these bytes are for ever.
    Issued {
        /// The issue.
        issued: Issued,
    },
    /// It is not complete; nothing was issued.
    NotComplete {
        /// Why.
        completeness: Completeness,
    },
    /// A character cannot be printed; nothing was issued.
    NotPrintable {
        /// The warnings, in words.
        warnings: Vec<String>,
    },
    /// Somebody else wrote first.
    Conflict {
        /// What the store holds.
        theirs: Box<Draft>,
    },
}

/// A document made and held for looking at, printing or saving: always the same bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Preview {
    /// Names the document while the program runs.
    pub token: u32,
    /// Its title.
    pub title: String,
    /// How many pages.
    pub pages: u32,
    /// Width and height of a page in points.
    pub page_size: (u32, u32),
    /// What the press warned of, in words.
    pub warnings: Vec<String>,
    /// Where it is in the store, once issued.
    pub issue: Option<IssueId>,
}

/// A conference's page.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ConferencePage {
    /// The conference.
    pub record: ConferenceRecord,
    /// Its type.
    pub meeting_type: MeetingType,
    /// The case it is about.
    pub case: Option<CaseRow>,
    /// Reports of that case that could be papers.
    pub reports: Vec<ReportRow>,
    /// Whether the newest pack would say something else if it were built now.
    pub pack_out_of_date: bool,
}

/// A type of meeting one may convene.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct MeetingTypeRow {
    /// Its id.
    pub id: MeetingTypeId,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Whether the person attends.
    pub person_attends: bool,
    /// The agenda a new conference of it begins with, in order.
    pub agenda: Vec<AgendaTemplate>,
    /// The papers its pack holds.
    pub papers: Vec<String>,
}

/// A new conference.
#[derive(Clone, Debug, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct NewConference {
    /// Its type.
    pub meeting_type: String,
    /// The case it is about.
    pub case: Option<CaseId>,
    /// When it starts.
    pub starts: NaiveDateTime,
    /// Where.
    pub place: String,
}
