//! A conference: who sat, on what papers, and what they decided.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use document::RichText;
use serde::{Deserialize, Serialize};

use crate::{CaseId, ConferenceId, IssueId, MeetingTypeId, PaperId, ReportId, Rev};

/// In what capacity someone comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Capacity {
    /// Chairs.
    Chair,
    /// Takes the minute.
    MinuteTaker,
    /// Decides.
    Decides,
    /// Contributes.
    Contributes,
    /// The person the conference is about.
    Person,
    /// Family of the person.
    Family,
    /// Supports the person.
    Supports,
    /// Interprets.
    Interprets,
    /// Observes.
    Observes,
}

/// Whether someone comes, or came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Attendance {
    /// Asked; no answer yet.
    Invited,
    /// Will come.
    Coming,
    /// Was present.
    Present,
    /// Sent apologies.
    Apologies,
    /// Did not come and sent no apology.
    Absent,
}

/// How someone took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// In the room.
    InPerson,
    /// By video.
    Video,
    /// By telephone.
    Phone,
}

/// One line of the sederunt. Presence is per item: a person may leave before a restricted one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Attendee {
    /// The name.
    pub name: String,
    /// The role, such as "team manager".
    #[serde(default)]
    pub role: String,
    /// The agency.
    #[serde(default)]
    pub agency: String,
    /// The capacity.
    pub capacity: Capacity,
    /// Whether they come, or came.
    pub attendance: Attendance,
    /// How.
    pub method: Method,
    /// The first item they were present for; absent means from the start.
    #[serde(default)]
    pub from_item: Option<u32>,
    /// The last item they were present for; absent means to the end.
    #[serde(default)]
    pub to_item: Option<u32>,
    /// What else the sederunt says of them, such as a written update.
    #[serde(default)]
    pub note: Option<String>,
}

/// One item of the agenda, and what was said under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AgendaItem {
    /// Its title.
    pub title: String,
    /// Whether it is taken without the person.
    #[serde(default)]
    pub restricted: bool,
    /// What was said, in the minute's words.
    #[serde(default)]
    pub discussion: RichText,
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Decision {
    /// What was decided.
    pub decided: String,
    /// Why.
    #[serde(default)]
    pub reasons: Option<String>,
    /// Who dissented, and why, in their own words.
    #[serde(default)]
    pub dissent: Option<String>,
}

/// Where an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ActionState {
    /// To be done.
    Open,
    /// Done.
    Done,
    /// Given up, with a reason in the note.
    Cancelled,
}

/// An action: one owner, one date (rule M3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Action {
    /// What is to be done.
    pub what: String,
    /// By whom: person and agency.
    pub owner: String,
    /// By when.
    pub due: NaiveDate,
    /// Where it stands.
    pub state: ActionState,
    /// What else is known of it.
    #[serde(default)]
    pub note: Option<String>,
}

/// What a paper is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(
    tag = "holds",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case",
    deny_unknown_fields
)]
pub enum PaperContent {
    /// Text written here.
    Text {
        /// The words.
        text: RichText,
    },
    /// A report held in the store, draft or issued, as it stands when the pack is built.
    Report {
        /// The report.
        report: ReportId,
    },
}

/// One item of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Paper {
    /// Its id.
    pub id: PaperId,
    /// Its title in the index.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// Its date.
    #[serde(default)]
    pub dated: Option<NaiveDate>,
    /// What it holds.
    pub content: PaperContent,
}

/// A pack that was built; its bytes are in the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct BuiltPack {
    /// The issue that holds the bytes.
    pub id: IssueId,
    /// Its edition: A, B, C.
    pub edition: String,
    /// When.
    pub at: DateTime<Utc>,
    /// How many pages.
    pub pages: u32,
    /// SHA-256 of the bytes, in hexadecimal.
    pub digest: String,
}

/// A conference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Conference {
    /// Its type.
    pub meeting_type: MeetingTypeId,
    /// Its title.
    pub title: String,
    /// The case it is about.
    #[serde(default)]
    pub case: Option<CaseId>,
    /// Whom it is about, as the record names them.
    pub about: String,
    /// When it starts.
    pub starts: NaiveDateTime,
    /// When it ended.
    #[serde(default)]
    pub ended: Option<NaiveDateTime>,
    /// Where.
    pub place: String,
    /// The marking.
    pub marking: String,
    /// Whether it was quorate; absent until it has met.
    #[serde(default)]
    pub quorate: Option<bool>,
    /// The facts the record opens with: order, dates, hours.
    #[serde(default)]
    pub facts: Vec<(String, String)>,
    /// Who is asked, and who sat.
    #[serde(default)]
    pub people: Vec<Attendee>,
    /// The agenda and what was said.
    #[serde(default)]
    pub agenda: Vec<AgendaItem>,
    /// The papers, in order.
    #[serde(default)]
    pub papers: Vec<Paper>,
    /// The decisions.
    #[serde(default)]
    pub decisions: Vec<Decision>,
    /// The actions.
    #[serde(default)]
    pub actions: Vec<Action>,
    /// What the person said of it, in their words.
    #[serde(default)]
    pub persons_comments: Option<String>,
    /// When the next one is.
    #[serde(default)]
    pub next: Option<NaiveDate>,
    /// The packs built so far, oldest first.
    #[serde(default)]
    pub packs: Vec<BuiltPack>,
}

/// A conference as the store holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ConferenceRecord {
    /// Its id.
    pub id: ConferenceId,
    /// Its revision.
    pub rev: Rev,
    /// What it says.
    pub conference: Conference,
}
