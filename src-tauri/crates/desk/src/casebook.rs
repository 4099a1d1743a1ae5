//! Cases, and the first screen of a day.

use casework::{CaseId, CaseRecord, Completeness, ReportId, Rev};

use crate::gate::Record;
use crate::{
    Act, ActionRow, CasePage, CaseRow, CaseSaved, Desk, Fault, LogLine, NewCase, Permission,
    ReportRow, Today,
};
use casework::ActionState;

/// How many lines of a case's log are shown.
const LOG_LINES: usize = 50;

impl Desk {
    /// What waits today: drafts, meetings, actions, each where the person's roles let it be read. It
    /// is everybody's first screen, so nobody is refused it for want of a case.
    pub fn today(&self) -> Result<Today, Fault> {
        self.leave(Act::Today, &[])?;
        let today = self.today_date();
        let roles = &self.session.profile.roles;
        let may = |permission| roles.iter().any(|role| role.allows(permission));
        let drafts = if may(Permission::ReadCases) {
            self.own_drafts()?
        } else {
            Vec::new()
        };
        let conferences = if may(Permission::ReadConferences) {
            self.own_conferences()?
        } else {
            Vec::new()
        };
        let mut meetings = Vec::new();
        let mut actions = Vec::new();
        for record in conferences {
            let conference = &record.conference;
            let open = conference
                .actions
                .iter()
                .filter(|a| a.state == ActionState::Open);
            actions.extend(open.map(|action| ActionRow {
                conference: record.id,
                what: action.what.clone(),
                owner: action.owner.clone(),
                due: action.due,
                about: conference.about.clone(),
            }));
            if conference.ended.is_none() || conference.starts.date() >= today {
                meetings.push(Self::conference_row(&record));
            }
        }
        meetings.sort_by_key(|row| row.starts);
        actions.sort_by_key(|row| row.due);
        Ok(Today {
            today,
            drafts,
            meetings,
            actions,
            session: self.session.clone(),
        })
    }

    /// The person's own reports that are being written, the soonest due first.
    fn own_drafts(&self) -> Result<Vec<ReportRow>, Fault> {
        let own = self.own_records()?;
        let mut drafts: Vec<ReportRow> = Vec::new();
        for row in self.store.drafts()? {
            if row.issued.is_none() && own.contains(&row.id.0) {
                drafts.push(self.report_row(row.id)?);
            }
        }
        drafts.sort_by_key(|row| (row.due.is_none(), row.due));
        Ok(drafts)
    }

    /// Every case of the person's own.
    pub fn cases(&self) -> Result<Vec<CaseRow>, Fault> {
        self.leave(Act::ListCases, &[])?;
        let drafts = self.store.drafts()?;
        let being_written = |case: CaseId| {
            let open = drafts
                .iter()
                .filter(|d| d.case == case && d.issued.is_none());
            u32::try_from(open.count()).unwrap_or(u32::MAX)
        };
        let own = self.own_records()?;
        let rows = self.store.cases()?.into_iter();
        let rows = rows.filter(|row| own.contains(&row.id.0));
        Ok(rows
            .map(|row| CaseRow {
                drafts: being_written(row.id),
                ..case_row(row)
            })
            .collect())
    }

    /// A case's page. The audit entry precedes the data.
    pub fn case_page(&mut self, id: CaseId) -> Result<CasePage, Fault> {
        let entry = self.leave(Act::OpenCase, &[Record::Case(id)])?;
        self.store.record(&entry)?;
        let record = self.store.case(id)?.ok_or(Fault::NotFound)?;
        let reports = self.reports_of(id)?;
        let mut conferences = Vec::new();
        for row in self.store.conferences()? {
            if row.case == Some(id)
                && let Some(conference) = self.store.conference(row.id)?
            {
                conferences.push(Self::conference_row(&conference));
            }
        }
        Ok(CasePage {
            age: record.case.person.age_on(self.today_date()),
            log: self.log_of(&id.to_string())?,
            record,
            reports,
            conferences,
        })
    }

    /// Adds a case.
    pub fn add_case(&mut self, new: NewCase) -> Result<CaseRecord, Fault> {
        let blank = |text: &str| text.trim().is_empty();
        if blank(&new.case.person.surname) {
            return Err(bad("person.surname"));
        }
        if blank(&new.reference) {
            return Err(bad("reference"));
        }
        if blank(&new.case.court) {
            return Err(bad("court"));
        }
        let record = CaseRecord {
            id: CaseId(self.surroundings.new_id()),
            rev: Rev::FIRST,
            reference: new.reference,
            case: new.case,
        };
        let mut entry = self.leave(Act::AddCase, &[])?;
        entry.records.push(record.id.to_string());
        self.store.add_case(&record, &entry)?;
        Ok(record)
    }

    /// Saves a case over the revision that was seen.
    pub fn save_case(&mut self, record: &CaseRecord) -> Result<CaseSaved, Fault> {
        let entry = self.leave(Act::SaveCase, &[Record::Case(record.id)])?;
        self.saved(record.clone(), &entry)
    }

    pub(crate) fn reports_of(&self, case: CaseId) -> Result<Vec<ReportRow>, Fault> {
        let rows = self.store.drafts_of(case)?;
        rows.into_iter()
            .map(|row| self.report_row(row.id))
            .collect()
    }

    pub(crate) fn report_row(&self, id: ReportId) -> Result<ReportRow, Fault> {
        let draft = self.store.draft(id)?.ok_or(Fault::NotFound)?;
        let form = self.form_named(&draft.form)?;
        let (reference, case) = self.case_named(draft.case)?;
        let facts = self.facts_of(&draft)?;
        let (complete, all) = Completeness::of(&form, &draft.answers, &facts.case).counted();
        Ok(ReportRow {
            id,
            case: draft.case,
            listed_name: case.person.listed_name(),
            reference,
            form: draft.form,
            form_name: form.short_name,
            due: case.due,
            saved_at: draft.saved_at,
            sections_complete: complete,
            sections: all,
            issued: draft.issued,
        })
    }

    fn log_of(&self, record: &str) -> Result<Vec<LogLine>, Fault> {
        let mut lines: Vec<LogLine> = self
            .store
            .audit(1, u32::MAX)?
            .into_iter()
            .filter(|line| line.entry.records.iter().any(|id| id == record))
            .map(|line| LogLine {
                at: line.entry.at,
                event: line.entry.event,
                role: line.entry.user_role,
            })
            .collect();
        lines.reverse();
        lines.truncate(LOG_LINES);
        Ok(lines)
    }
}

pub(crate) fn case_row(row: store::CaseRow) -> CaseRow {
    CaseRow {
        id: row.id,
        listed_name: row.listed_name,
        reference: row.reference,
        court: row.court,
        diet: row.diet,
        due: row.due,
        drafts: row.drafts,
    }
}

fn bad(field: &str) -> Fault {
    Fault::BadInput {
        field: field.to_owned(),
    }
}
