//! The registry of acts: everything a signed-in person can do, once each.

use serde::{Deserialize, Serialize};

use crate::Permission;

/// How the person must stand to the records that an act touches. The gate tests it on each record
/// that is there already; an act that lists gives the records of that standing and no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// No person's record is touched: menus, directory, glossary, forms.
    Nobody,
    /// The record is the person's own: they made it, or theirs is the case it is about.
    Own,
    /// The conference is one that the person convened or is named in.
    Conference,
    /// A paper at hand, which another act of the same person put there having been tested.
    Shelf,
}

macro_rules! acts {
    ($($act:ident: $name:literal, $permission:ident, $relation:ident, $event:expr;)+) => {
        /// An act, by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "each act's words are its row in the registry")]
        pub enum Act { $($act),+ }

        impl Act {
            /// Every act.
            pub const ALL: &'static [Self] = &[$(Self::$act),+];

            /// Its name: the command that carries it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$act => $name),+ }
            }

            /// The permission it asks for.
            pub fn permission(self) -> Permission {
                match self { $(Self::$act => Permission::$permission),+ }
            }

            /// Whose records it touches.
            pub fn relation(self) -> Relation {
                match self { $(Self::$act => Relation::$relation),+ }
            }

            /// The audit event it leaves; none for an act that touches nobody's record.
            pub fn event(self) -> Option<&'static str> {
                match self { $(Self::$act => $event),+ }
            }
        }
    };
}

acts! {
    Today: "today", LookUp, Own, None;
    Find: "find", LookUp, Own, Some("search.run");
    SearchOptions: "search_options", LookUp, Nobody, None;
    AssessOptions: "assess_options", LookUp, Nobody, None;
    ListFacts: "facts_asked", LookUp, Nobody, None;
    ReadOption: "option_page", LookUp, Nobody, None;
    ListCalculators: "calculators", LookUp, Nobody, None;
    Calculate: "calculate", LookUp, Nobody, None;
    TryWeek: "try_week", LookUp, Nobody, None;
    ReadCalendars: "kept_calendars", LookUp, Nobody, None;
    KeepCalendar: "keep_calendar", LookUp, Nobody, Some("calendar.keep");
    SeeChanges: "what_changed", LookUp, Own, None;
    ChangesSeen: "changes_seen", LookUp, Nobody, None;
    ReadPlaces: "places", LookUp, Nobody, None;
    SearchDirectory: "search_directory", LookUp, Nobody, None;
    FollowDirectory: "directory_rows", LookUp, Nobody, None;
    ReadService: "service_page", LookUp, Nobody, None;
    PrintMenu: "print_menu", LookUp, Nobody, None;
    PrintCard: "print_card", LookUp, Nobody, None;
    PrintDirectory: "print_directory", LookUp, Nobody, None;
    SeeMap: "directory_map", LookUp, Nobody, None;
    PrintMap: "print_map", LookUp, Nobody, None;
    PrintService: "print_service", LookUp, Nobody, None;
    SaveService: "save_service", EditDirectory, Nobody, Some("directory.edit");
    ConfirmServices: "confirm_services", EditDirectory, Nobody, Some("directory.confirm");
    CloseService: "close_service", EditDirectory, Nobody, Some("directory.edit");
    KeepServiceNote: "keep_service_note", EditDirectory, Nobody, Some("directory.edit");
    ReadServiceHistory: "service_history", LookUp, Nobody, None;
    TakeBackChange: "take_back_change", EditDirectory, Nobody, Some("directory.edit");
    ReadWorkList: "work_list", EditDirectory, Nobody, None;
    WriteLetter: "confirmation_letter", EditDirectory, Nobody, None;
    ReadPeriods: "review_periods", EditDirectory, Nobody, None;
    SetPeriod: "set_review_period", EditDirectory, Nobody, Some("directory.clock");
    ReadEntryChoices: "entry_choices", LookUp, Nobody, None;
    SaveOrganisation: "save_organisation", EditDirectory, Nobody, Some("directory.organisation");
    ReadOrganisationHistory: "organisation_history", LookUp, Nobody, None;
    TakeBackOrganisation: "take_back_organisation", EditDirectory, Nobody, Some("directory.organisation");
    NoteGap: "note_gap", LookUp, Own, Some("gap.note");
    ReadGaps: "gaps", LookUp, Own, None;
    ReadImport: "read_import", EditDirectory, Nobody, None;
    ChooseColumns: "choose_columns", EditDirectory, Nobody, None;
    TakeImport: "take_import", EditDirectory, Nobody, Some("directory.import");
    UndoImport: "undo_import", EditDirectory, Nobody, Some("directory.import");
    ListImports: "imports", EditDirectory, Nobody, None;
    ExportDirectory: "export_directory", LookUp, Nobody, Some("directory.export");
    ProposeEdition: "propose_local_edition", EditDirectory, Nobody, Some("edition.propose");
    ReadEdition: "read_local_edition", EditDirectory, Nobody, None;
    ApproveEdition: "approve_local_edition", EditDirectory, Nobody, Some("edition.approve");
    InstallEdition: "install_local_edition", EditDirectory, Nobody, Some("edition.install");
    ListCases: "cases", ReadCases, Own, None;
    OpenCase: "case_page", ReadCases, Own, Some("case.open");
    AddCase: "add_case", WriteCases, Own, Some("case.create");
    SaveCase: "save_case", WriteCases, Own, Some("case.change");
    ReadCaseLaw: "case_law", ReadCases, Own, Some("case.open");
    RecordFacts: "record_facts", WriteCases, Own, Some("case.change");
    KeepCaseForm: "keep_case_form", WriteCases, Own, None;
    ReadCaseForm: "kept_case_form", WriteCases, Own, None;
    ListForms: "forms", ReadCases, Nobody, None;
    BeginReport: "begin_report", WriteReports, Own, Some("draft.begin");
    OpenDraft: "open_draft", WriteReports, Own, Some("report.view");
    SaveAnswer: "save_answer", WriteReports, Own, Some("draft.save");
    PutInReport: "put_in_report", WriteReports, Own, Some("draft.save");
    PreviewReport: "preview_report", WriteReports, Own, Some("report.view");
    IssueReport: "issue_report", IssueReports, Own, Some("report.issue");
    ReadIssued: "preview_issued", ReadCases, Own, Some("report.view");
    SaveCopy: "save_copy", Export, Shelf, Some("data.export");
    ListMeetingTypes: "meeting_types", ReadConferences, Nobody, None;
    ListConferences: "conferences", ReadConferences, Conference, None;
    OpenConference: "conference_page", ReadConferences, Conference, Some("conference.open");
    AddConference: "add_conference", Convene, Conference, Some("conference.create");
    SaveConference: "save_conference", Convene, Conference, Some("conference.change");
    BuildPack: "build_pack", BuildPacks, Conference, Some("pack.assemble");
    PreviewMinutes: "preview_minutes", ReadConferences, Conference, Some("pack.view");
    VerifyStore: "verify_store", Administer, Nobody, Some("log.read");
}
