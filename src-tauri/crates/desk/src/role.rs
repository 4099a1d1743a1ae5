//! Roles, and what each may do (`security` requirement R1).

use serde::{Deserialize, Serialize};

/// An office a person holds. One person may hold several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Writes reports for the court.
    CourtSocialWorker,
    /// Assures reports and leads a team.
    TeamLeader,
    /// Looks up options in court.
    SheriffClerk,
    /// Chairs conferences.
    ConferenceChair,
    /// Prepares conferences.
    ConferenceAdministrator,
    /// Keeps the directory.
    DirectoryEditor,
    /// Installs, backs up, adds people; reads no case.
    SystemAdministrator,
    /// Reads the audit log.
    RecordsAuditor,
}

/// What a role allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Permission {
    /// Read the menus and the directory.
    LookUp,
    /// Find and read cases.
    ReadCases,
    /// Make and change cases.
    WriteCases,
    /// Write drafts.
    WriteReports,
    /// Issue a report to the court.
    IssueReports,
    /// Read conferences, packs and minutes.
    ReadConferences,
    /// Convene, set the agenda, minute.
    Convene,
    /// Build packs.
    BuildPacks,
    /// Save a copy outside the store.
    Export,
    /// Change, confirm, import and publish the directory.
    EditDirectory,
    /// Look after the store without reading cases.
    Administer,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 8] = [
        Self::CourtSocialWorker,
        Self::TeamLeader,
        Self::SheriffClerk,
        Self::ConferenceChair,
        Self::ConferenceAdministrator,
        Self::DirectoryEditor,
        Self::SystemAdministrator,
        Self::RecordsAuditor,
    ];

    /// Its name in the audit log.
    pub fn name(self) -> &'static str {
        match self {
            Self::CourtSocialWorker => "court-social-worker",
            Self::TeamLeader => "team-leader",
            Self::SheriffClerk => "sheriff-clerk",
            Self::ConferenceChair => "conference-chair",
            Self::ConferenceAdministrator => "conference-administrator",
            Self::DirectoryEditor => "directory-editor",
            Self::SystemAdministrator => "system-administrator",
            Self::RecordsAuditor => "records-auditor",
        }
    }

    /// Whether the role allows it.
    pub fn allows(self, permission: Permission) -> bool {
        use Permission::{
            Administer, BuildPacks, Convene, EditDirectory, Export, IssueReports, LookUp,
            ReadCases, ReadConferences, WriteCases, WriteReports,
        };
        let allowed: &[Permission] = match self {
            Self::CourtSocialWorker | Self::TeamLeader => &[
                LookUp,
                ReadCases,
                WriteCases,
                WriteReports,
                IssueReports,
                ReadConferences,
                BuildPacks,
                Export,
            ],
            Self::SheriffClerk | Self::RecordsAuditor => &[LookUp],
            Self::DirectoryEditor => &[LookUp, EditDirectory],
            Self::ConferenceChair => &[
                LookUp,
                ReadCases,
                ReadConferences,
                Convene,
                BuildPacks,
                Export,
            ],
            Self::ConferenceAdministrator => {
                &[LookUp, ReadConferences, Convene, BuildPacks, Export]
            }
            Self::SystemAdministrator => &[LookUp, Administer],
        };
        allowed.contains(&permission)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_administrator_reads_no_case() {
        let reading = [
            Permission::ReadCases,
            Permission::WriteReports,
            Permission::ReadConferences,
            Permission::Export,
        ];

        assert!(
            !reading
                .into_iter()
                .any(|p| Role::SystemAdministrator.allows(p))
        );
    }

    #[test]
    fn a_sheriff_clerk_looks_up_and_nothing_else() {
        assert!(Role::SheriffClerk.allows(Permission::LookUp));
        assert!(!Role::SheriffClerk.allows(Permission::ReadCases));
    }
}
