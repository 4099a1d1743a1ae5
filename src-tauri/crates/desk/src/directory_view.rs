//! What the directory's screens ask and show, beyond a search.

use chrono::{DateTime, NaiveDate, Utc};
use directory::{
    Assurance, ChangeId, CouncilId, Deed, Gap, GapMatrix, PartChange, Provision, Service,
    ServiceId, ServiceRow,
};
use law::{Menu, OptionId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A service's page.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ServicePage {
    /// The row.
    pub row: ServiceRow,
    /// How often the entry was changed here: what a change of it names.
    pub rev: u32,
    /// The family it delivers.
    pub parent: Option<ServiceRow>,
    /// Its local deliveries, where it is a family.
    pub deliveries: Vec<ServiceRow>,
    /// Who provides it, by name.
    pub providers: Vec<String>,
    /// Websites of the providers.
    pub websites: Vec<String>,
    /// The councils it takes people from, by name.
    pub councils: Vec<String>,
    /// The courts it is tied to, by name.
    pub courts: Vec<String>,
    /// The prisons it is offered in, by name.
    pub prisons: Vec<String>,
    /// The words for its groups.
    pub groups: Vec<String>,
    /// The words for its outcomes.
    pub outcomes: Vec<String>,
    /// The options it can hang on.
    pub options: Vec<ServiceOption>,
    /// Whether the signed-in person may change it.
    pub may_edit: bool,
}

/// An option that a service can hang on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ServiceOption {
    /// Its id, or the code of the directory's tables where no option has it.
    pub id: OptionId,
    /// The option's name, or the words for the code.
    pub name: String,
    /// The menu it stands in, where it is an option.
    pub menu: Option<Menu>,
}

/// A service to be kept.
#[derive(Clone, Debug, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SaveService {
    /// The service. One with an id that is not in the directory is new.
    pub service: Service,
    /// The revision that was changed; 0 for one that is new or was never changed here.
    pub rev: u32,
}

/// What became of a change.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum ServiceSaved {
    /// It is kept.
    Done {
        /// The entry's page now.
        page: Box<ServicePage>,
        /// The change, to take it back by.
        change: ChangeId,
    },
    /// Somebody else changed the entry meanwhile. Nothing was kept.
    Conflict {
        /// The entry's page as they left it.
        theirs: Box<ServicePage>,
    },
}

/// "Checked, no change": a post confirms entries.
#[derive(Clone, Debug, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ConfirmServices {
    /// The entries.
    pub ids: Vec<ServiceId>,
    /// How: by telephone, by e-mail, by a visit, and with which post.
    pub how: String,
}

/// What is kept here beside a service.
#[derive(Clone, Debug, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ServiceNote {
    /// The entry.
    pub id: ServiceId,
    /// A note that stays here.
    pub note: Option<String>,
    /// The post that looks after the entry.
    pub reviewer: Option<String>,
    /// The post that does so when the first cannot.
    pub deputy: Option<String>,
}

/// A line of the history of an entry or an organisation, the newest first.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct HistoryLine {
    /// The change.
    pub id: ChangeId,
    /// What was done.
    pub deed: Deed,
    /// When.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub by: String,
    /// What it changed.
    pub parts: Vec<PartChange>,
    /// Whether it can be taken back: of an entry, nothing changed the same parts after it; of an
    /// organisation, it is the last one, and no entry is left naming what is gone.
    pub can_be_taken_back: bool,
}

/// Which entries are to be looked at.
#[derive(Clone, Debug, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct WorkListSearch {
    /// Only entries for people of this council.
    pub council: Option<CouncilId>,
    /// Only entries of this state.
    pub assurance: Option<Assurance>,
    /// Only entries whose provider or name holds these words.
    pub words: String,
    /// How many rows to pass over.
    pub from: u32,
    /// How many rows to give at most.
    pub limit: u32,
}

/// An entry that is to be confirmed.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct WorkRow {
    /// The row.
    pub row: ServiceRow,
    /// Who provides it, in words: those of one provider stand together, to be asked in one call.
    pub provider: String,
    /// The day from which it was due; none where nobody has ever confirmed it.
    pub due_on: Option<NaiveDate>,
    /// Whether it waited so long that it goes to the deputy.
    pub escalated: bool,
}

/// The entries that are to be confirmed: the most overdue first, by provider.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct WorkList {
    /// The rows asked for.
    pub rows: Vec<WorkRow>,
    /// How many match.
    pub matched: u32,
    /// How many entries stand in each state, of those that run.
    pub states: Vec<StateCount>,
}

/// How many entries stand in a state.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct StateCount {
    /// The state.
    pub assurance: Assurance,
    /// How many.
    pub count: u32,
}

/// Words that ask a provider to confirm its entries.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Letter {
    /// Whom it is for.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// The text, with every fact of each entry.
    pub text: String,
}

/// "Nothing suitable", as it is noted.
#[derive(Clone, Debug, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct NewGap {
    /// The need (list `outcome`).
    pub need: String,
    /// Where the person lives.
    pub council: CouncilId,
    /// What kind of provision was missing.
    pub provision: Provision,
    /// The order that it was wanted for.
    pub option: Option<OptionId>,
    /// What would have suited, in words that tell nothing of the person.
    pub wanted: Option<String>,
    /// The case or report it is noted from.
    pub record: Option<Uuid>,
}

/// Which gaps are counted.
#[derive(Clone, Debug, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GapSearch {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
    /// Only gaps in this council.
    pub council: Option<CouncilId>,
    /// Only gaps of this need.
    pub need: Option<String>,
}

/// A gap, and the record it was noted from where the signed-in person may see that.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct GapLine {
    /// The gap, without its record where that may not be seen.
    pub gap: Gap,
    /// The need in words.
    pub need: String,
    /// The council's name.
    pub council: String,
    /// The case's reference and name.
    pub case: Option<String>,
    /// The address of the case in the window.
    pub case_id: Option<Uuid>,
}

/// Gaps, counted and listed.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Gaps {
    /// Counted by need and council.
    pub matrix: GapMatrix,
    /// Listed, the newest first, up to two hundred.
    pub lines: Vec<GapLine>,
}

/// How a file's bytes are to be read as letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum TextEncoding {
    /// UTF-8: what every other program of today writes.
    #[default]
    Utf8,
    /// Windows-1252: what older spreadsheets write. Only where a person chose it.
    Windows1252,
}

/// Which column of a table holds which part of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ColumnChoice {
    /// The heading in the file.
    pub heading: String,
    /// The part of an entry, by its heading in our own table; none where the column is passed over.
    pub part: Option<String>,
}

/// What is wrong with a row of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ImportFault {
    /// The line or row, from 1 for the headings; the place in the list for JSON, from 1.
    pub row: Option<u32>,
    /// The column's heading, or the JSON path.
    pub column: Option<String>,
    /// What is wrong, in a sentence.
    pub says: String,
    /// What could be put instead, such as the new code of a council.
    pub offers: Option<String>,
}

/// What a file would do to the directory.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ImportPreview {
    /// Names the holding of it, until it is taken or let go.
    pub token: u32,
    /// The file's name.
    pub file: String,
    /// SHA-256 of the file.
    pub digest: String,
    /// What it is: `csv`, `xlsx`, `hsds-json`, `hsds-package`.
    pub format: String,
    /// The licence it names.
    pub licence: Option<String>,
    /// Hidden sheets and columns, which are read by nobody and named here.
    pub hidden: Vec<String>,
    /// Its columns, and the part each holds; empty for JSON.
    pub columns: Vec<ColumnChoice>,
    /// How many entries are new.
    pub new: u32,
    /// How many change one that is there.
    pub changed: u32,
    /// How many say what is there.
    pub unchanged: u32,
    /// How many change what was changed here too: both are kept, and a person is asked.
    pub conflicting: u32,
    /// Up to two hundred of the faults. Nothing is taken while there is one.
    pub faults: Vec<ImportFault>,
    /// How many faults there are.
    pub fault_count: u32,
    /// The first of the entries, as they would stand.
    pub sample: Vec<ImportLine>,
    /// Whether the contacts of open data are taken in too; none for a table, whose columns say it.
    pub contacts: Option<bool>,
    /// What the file said that the directory cannot hold.
    pub passed_over: Vec<String>,
    /// What is kept beside the entries, to be written out again and not shown.
    pub beside: Vec<String>,
    /// Beside how many entries something else would be kept than is.
    pub beside_changed: u32,
}

/// An entry of a file, beside the one that is there.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ImportLine {
    /// The row in the file.
    pub row: u32,
    /// Its name.
    pub name: String,
    /// The entry it is taken for; none where it is new.
    pub matches: Option<ServiceId>,
    /// Why it is taken for that one: its own id, the feed's id, or provider and name.
    pub matched_by: Option<String>,
    /// What it would change.
    pub parts: Vec<PartChange>,
    /// Whether some of that was changed here.
    pub conflicting: bool,
}

/// What was taken in.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ImportTaken {
    /// Names it, to take it back by.
    pub batch: Uuid,
    /// How many entries are new.
    pub new: u32,
    /// How many were changed.
    pub changed: u32,
}

/// A file that was taken in.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ImportBatch {
    /// Names it.
    pub batch: Uuid,
    /// The file's name.
    pub file: String,
    /// SHA-256 of the file.
    pub digest: String,
    /// When.
    pub at: DateTime<Utc>,
    /// How many entries it brought or changed.
    pub entries: u32,
    /// Whether it was taken back.
    pub taken_back: bool,
}

/// How a directory is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ExportFormat {
    /// Our own table.
    Csv,
    /// HSDS 3.0, one JSON list of services.
    Hsds,
    /// The UK profile of HSDS 3.0, and nothing that it does not name.
    HsdsUk,
}

/// What was written.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Exported {
    /// The file's name.
    pub file: String,
    /// How many entries.
    pub count: u32,
    /// What the format cannot carry, each in a sentence.
    pub losses: Vec<String>,
}
