//! What a signed-in person may do: each act once, with its permission, its audit entry and its
//! transaction. The window and the command line are two faces of it.

mod act;
mod assessing;
mod bundled;
mod calculating;
mod calendars;
mod case_forms;
mod case_law;
mod case_person;
mod casebook;
mod casework_view;
mod changes;
mod convening;
mod demonstration;
mod demonstration_papers;
mod desk;
mod directory_acts;
mod directory_clock;
mod directory_editing;
mod directory_exchange;
mod directory_gaps;
mod directory_organisations;
mod directory_view;
mod door;
mod failure;
mod fault;
mod finding;
mod gate;
mod import_plan;
mod import_progress;
mod import_reading;
mod import_taking;
mod keeping;
mod look_up_view;
mod menu_print;
mod menus;
mod option_codes;
mod packs;
mod paper;
mod publishing;
mod publishing_view;
mod put_in_report;
mod recorded_facts;
mod report_facts;
mod reporting;
mod role;
mod search_entries;
mod shelf;
mod standing;
mod store_folder;
mod surroundings;
mod upkeep_view;
mod weeks;
mod words;

pub use act::{Act, Relation};
pub use assessing::{Availability, LawAnswer, LawQuestion, Offered, OptionFinding};
pub use bundled::bundled_edition;
pub use calendars::CalendarRow;
pub use case_law::{CaseLaw, ChargeLine, DraftLine, DrawnFact};
pub use case_person::CasePerson;
pub use casework_view::{
    ActionRow, CasePage, CaseRow, CaseSaved, ConferencePage, ConferenceRow, ConferenceSaved,
    FormRow, IssueOutcome, LogLine, MeetingTypeRow, NewCase, NewConference, OpenDraft, Preview,
    ReportRow, SavedAnswer, Today,
};
pub use changes::{Became, ChangedEntry, ChangedPart, Changes, TouchedDraft};
pub use demonstration_papers::{DemonstrationPaper, demonstration_instant};
pub use desk::Desk;
pub use directory_view::{
    ColumnChoice, ConfirmServices, ExportFormat, Exported, GapLine, GapSearch, Gaps, HistoryLine,
    ImportBatch, ImportFault, ImportLine, ImportPreview, ImportTaken, Letter, NewGap, SaveService,
    ServiceNote, ServiceOption, ServicePage, ServiceSaved, StateCount, TextEncoding, WorkList,
    WorkListSearch, WorkRow,
};
pub use door::Door;
pub use fault::Fault;
pub use import_progress::{ImportProgress, Watch};
pub use keeping::StoreVerdict;
pub use look_up_view::{
    CardPrint, Found, FoundKind, MenuPrint, OptionPage, OptionResults, OptionRow, OptionSearch,
    Places,
};
pub use publishing_view::{EditionStage, InstalledEdition, LocalEditionPage, ProposedEdition};
pub use put_in_report::{OptionForReport, PutInReport};
pub use role::{Permission, Role};
pub use standing::{
    EditionLabel, PassphraseVerdict, Profile, RecoverySheet, Session, SetUp, Standing, Unlocked,
};
pub use surroundings::{Surroundings, civil_date};
pub use upkeep_view::{
    EntryChoices, FamilyChoice, OrganisationRow, OrganisationSaved, ReviewPeriod, SaveOrganisation,
    SetReviewPeriod,
};
pub use weeks::TriedWeek;
pub use words::Words;
