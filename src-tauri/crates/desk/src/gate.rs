//! The gate that every act passes: what the person's roles allow, and how the person stands to the
//! records that the act touches.
//!
//! Who made a record is in the store. A case or report is also the person's whose case it is, and a
//! conference also theirs who are named in it. Teams and courts are not recorded: where a store has
//! several users, nobody reads a colleague's case for being in the same team.

use std::collections::BTreeSet;

use casework::{
    CaseId, Conference, ConferenceId, ConferenceRecord, IssueId, PaperContent, ReportId,
};
use store::AuditEntry;
use uuid::Uuid;

use crate::{Act, Desk, Fault, Permission, Relation};

/// A record that is there already and that an act touches.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Record {
    Case(CaseId),
    Report(ReportId),
    Conference(ConferenceId),
    Issue(IssueId),
}

impl Record {
    fn id(self) -> Uuid {
        match self {
            Self::Case(id) => id.0,
            Self::Report(id) => id.0,
            Self::Conference(id) => id.0,
            Self::Issue(id) => id.0,
        }
    }
}

impl Desk {
    /// Whether a role of the person's allows it.
    pub(crate) fn may(&self, permission: Permission) -> bool {
        let roles = &self.session.profile.roles;
        roles.iter().any(|role| role.allows(permission))
    }

    /// The gate. Gives the audit entry of an act that the person's roles allow and to whose records
    /// the person stands as the registry asks, and a fault for any other.
    pub(crate) fn leave(&self, act: Act, touched: &[Record]) -> Result<AuditEntry, Fault> {
        let roles = &self.session.profile.roles;
        let Some(role) = roles.iter().find(|role| role.allows(act.permission())) else {
            return Err(Fault::NotAllowed {
                act: act.name().to_owned(),
            });
        };
        for record in touched {
            if !self.stands(act.relation(), *record)? {
                return Err(Fault::NotYours {
                    act: act.name().to_owned(),
                });
            }
        }
        Ok(AuditEntry {
            at: self.now(),
            user: self.session.profile.user,
            user_role: role.name().to_owned(),
            workstation: self.surroundings.workstation(),
            event: act.event().unwrap_or(act.name()).to_owned(),
            records: touched
                .iter()
                .map(|record| record.id().to_string())
                .collect(),
            fields: Vec::new(),
            reason: None,
        })
    }

    /// Every case, report and conference that is the person's own, for lists.
    pub(crate) fn own_records(&self) -> Result<BTreeSet<Uuid>, Fault> {
        let mut own = self.store.owned_by(self.session.profile.user)?;
        for draft in self.store.drafts()? {
            if own.contains(&draft.case.0) {
                own.insert(draft.id.0);
            }
        }
        Ok(own)
    }

    /// Every conference that the person convened or is named in, the latest first.
    pub(crate) fn own_conferences(&self) -> Result<Vec<ConferenceRecord>, Fault> {
        let made = self.store.owned_by(self.session.profile.user)?;
        let mut own = Vec::new();
        for row in self.store.conferences()? {
            if let Some(record) = self.store.conference(row.id)?
                && (made.contains(&record.id.0) || self.is_named_in(&record.conference))
            {
                own.push(record);
            }
        }
        Ok(own)
    }

    /// What a save brings into a conference that it did not hold: another case, further reports.
    /// They must be the person's own, or naming them would be a way to read them.
    pub(crate) fn may_bring_in(
        &self,
        act: Act,
        held: &Conference,
        saved: &Conference,
    ) -> Result<(), Fault> {
        let case = saved.case.filter(|_| saved.case != held.case);
        let held_reports: Vec<ReportId> = reports_among(held).collect();
        let reports = reports_among(saved).filter(|report| !held_reports.contains(report));
        let brought = case.map(Record::Case).into_iter();
        for record in brought.chain(reports.map(Record::Report)) {
            if !self.owns(record)? {
                return Err(Fault::NotYours {
                    act: act.name().to_owned(),
                });
            }
        }
        Ok(())
    }

    fn stands(&self, relation: Relation, record: Record) -> Result<bool, Fault> {
        match relation {
            Relation::Nobody | Relation::Shelf => Ok(true),
            Relation::Own => self.owns(record),
            Relation::Conference => self.sits_in(record),
        }
    }

    /// Whether a record is the person's own.
    pub(crate) fn owns(&self, record: Record) -> Result<bool, Fault> {
        match record {
            Record::Case(_) | Record::Conference(_) => self.made(record.id()),
            Record::Report(id) => Ok(self.made(id.0)? || self.made(self.case_of(id)?.0)?),
            Record::Issue(id) => self.owns(self.issued_of(id)?),
        }
    }

    fn sits_in(&self, record: Record) -> Result<bool, Fault> {
        let Record::Conference(id) = record else {
            return self.owns(record);
        };
        let held = self.store.conference(id)?.ok_or(Fault::NotFound)?;
        Ok(self.is_named_in(&held.conference) || self.made(id.0)?)
    }

    /// A conference knows its people by name, which is how they are named in it.
    fn is_named_in(&self, conference: &Conference) -> bool {
        let name = self.session.profile.author.name.trim();
        let mut people = conference.people.iter();
        !name.is_empty() && people.any(|person| person.name.trim() == name)
    }

    fn made(&self, record: Uuid) -> Result<bool, Fault> {
        let owner = self.store.owner_of(record)?.ok_or(Fault::NotFound)?;
        Ok(owner == self.session.profile.user)
    }

    fn case_of(&self, report: ReportId) -> Result<CaseId, Fault> {
        let draft = self.store.draft(report)?.ok_or(Fault::NotFound)?;
        Ok(draft.case)
    }

    fn issued_of(&self, issue: IssueId) -> Result<Record, Fault> {
        let of = self.store.record_of_issue(issue)?.ok_or(Fault::NotFound)?;
        let report = ReportId(of);
        Ok(match self.store.draft(report)? {
            Some(_) => Record::Report(report),
            None => Record::Conference(ConferenceId(of)),
        })
    }
}

fn reports_among(conference: &Conference) -> impl Iterator<Item = ReportId> {
    conference
        .papers
        .iter()
        .filter_map(|paper| match paper.content {
            PaperContent::Report { report } => Some(report),
            PaperContent::Text { .. } => None,
        })
}
