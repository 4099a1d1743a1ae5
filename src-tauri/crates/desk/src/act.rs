//! The registry of acts: everything a signed-in person can do, once each.

use serde::{Deserialize, Serialize};

use crate::Permission;

/// Whose record an act touches, for the gate to test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// No person's record: menus, directory, glossary.
    Nobody,
    /// The person's own cases and those of the team.
    OwnOrTeam,
    /// A conference the person is named in.
    Conference,
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
    Today: "today", ReadCases, OwnOrTeam, None;
    Find: "find", LookUp, Nobody, Some("search.run");
    SearchOptions: "search_options", LookUp, Nobody, None;
    ReadOption: "option_page", LookUp, Nobody, None;
    ReadPlaces: "places", LookUp, Nobody, None;
    SearchDirectory: "search_directory", LookUp, Nobody, None;
    ReadService: "service_page", LookUp, Nobody, None;
    PrintMenu: "print_menu", LookUp, Nobody, None;
    PrintCard: "print_card", LookUp, Nobody, None;
    PrintDirectory: "print_directory", LookUp, Nobody, None;
    ListCases: "cases", ReadCases, OwnOrTeam, None;
    OpenCase: "case_page", ReadCases, OwnOrTeam, Some("case.open");
    AddCase: "add_case", WriteCases, OwnOrTeam, Some("case.create");
    SaveCase: "save_case", WriteCases, OwnOrTeam, Some("case.change");
    ListForms: "forms", ReadCases, OwnOrTeam, None;
    BeginReport: "begin_report", WriteReports, OwnOrTeam, Some("draft.begin");
    OpenDraft: "open_draft", WriteReports, OwnOrTeam, Some("report.view");
    SaveAnswer: "save_answer", WriteReports, OwnOrTeam, Some("draft.save");
    PreviewReport: "preview_report", WriteReports, OwnOrTeam, Some("report.view");
    IssueReport: "issue_report", IssueReports, OwnOrTeam, Some("report.issue");
    ReadIssued: "preview_issued", ReadCases, OwnOrTeam, Some("report.view");
    SaveCopy: "save_copy", Export, OwnOrTeam, Some("data.export");
    ListConferences: "conferences", ReadConferences, Conference, None;
    OpenConference: "conference_page", ReadConferences, Conference, Some("conference.open");
    AddConference: "add_conference", Convene, Conference, Some("conference.create");
    SaveConference: "save_conference", Convene, Conference, Some("conference.change");
    BuildPack: "build_pack", BuildPacks, Conference, Some("pack.assemble");
    PreviewMinutes: "preview_minutes", ReadConferences, Conference, Some("pack.view");
    VerifyStore: "verify_store", Administer, Nobody, Some("log.read");
}
