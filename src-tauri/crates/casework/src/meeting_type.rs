//! A type of meeting, as content describes it.

use serde::{Deserialize, Serialize};

/// The id of a meeting type, such as `cpo-review-meeting`.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct MeetingTypeId(pub String);

/// A type of meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MeetingType {
    /// Its id.
    pub id: MeetingTypeId,
    /// Its number in the list of types, such as `C14`.
    pub number: String,
    /// Its name.
    pub name: String,
    /// What it rests on.
    pub authority: String,
    /// What it is for.
    pub purpose: String,
    /// When it is held.
    pub when: String,
    /// Who chairs it.
    pub chair: String,
    /// Who must be there.
    pub required: Vec<String>,
    /// Who may be asked.
    pub invited: Vec<String>,
    /// Who makes it quorate.
    pub quorum: String,
    /// Whether the person attends.
    pub person_attends: bool,
    /// The agenda, in order.
    #[serde(rename = "item")]
    pub items: Vec<AgendaTemplate>,
    /// The papers a pack holds.
    pub papers: Vec<String>,
    /// Who may see what.
    pub access: String,
    /// The decisions to record.
    pub decisions: Vec<String>,
    /// What the minute is, and when it is sent.
    pub minute: String,
    /// When the next one is due.
    pub review: String,
    /// How long the record is kept.
    pub retention: String,
    /// The marking it carries unless the chair sets another.
    pub marking: String,
    /// What was not checked.
    #[serde(default)]
    pub unverified: Vec<String>,
}

/// One item of a meeting type's agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AgendaTemplate {
    /// Its title.
    pub title: String,
    /// Prompts for the chair.
    #[serde(default)]
    pub prompts: Vec<String>,
    /// Whether it is taken without the person.
    #[serde(default)]
    pub restricted: bool,
}
