//! The demonstration: a store of invented people, plainly marked on every screen and page.

use casework::{
    CaseFile, CaseId, CaseRecord, ConferenceFile, FormId, Paper, PaperContent, PaperId, ReportId,
    Rev,
};
use document::RichText;

use crate::{Act, Desk, Fault, IssueOutcome};

/// The setting that says that every case of the demonstration is in the store.
const WHOLE: &str = "demonstration-whole";

impl Desk {
    /// Fills a new store with the invented cases of the edition.
    pub(crate) fn fill_demonstration(&mut self) -> Result<(), Fault> {
        for file in self.edition.demonstration.clone() {
            self.load(&file)?;
        }
        self.store.set_setting(WHOLE, &true)?;
        Ok(())
    }

    /// Whether every case was put in: making the demonstration may have been ended half-way.
    pub(crate) fn demonstration_is_whole(&self) -> Result<bool, Fault> {
        Ok(self.store.setting(WHOLE)?.unwrap_or(false))
    }

    /// Puts a case file into the store: the case, its reports, its conferences.
    pub(crate) fn load(&mut self, file: &CaseFile) -> Result<(), Fault> {
        let record = CaseRecord {
            id: CaseId(self.surroundings.new_id()),
            rev: Rev::FIRST,
            reference: file.reference.clone(),
            case: file.case.clone(),
        };
        let mut entry = self.leave(Act::AddCase, &[])?;
        entry.records.push(record.id.to_string());
        self.store.add_case(&record, &entry)?;
        let mut reports = Vec::new();
        for report in &file.reports {
            let author = report.author.clone();
            let draft = self.begin(record.id, &report.form, author, report.all_answers())?;
            if let Some(at) = report.completed {
                let outcome = self.issue_as_of(draft.id, draft.rev, at)?;
                if !matches!(outcome, IssueOutcome::Issued { .. }) {
                    return Err(Fault::EditionDamaged);
                }
            }
            reports.push((report.form.clone(), draft.id));
        }
        for conference in &file.conferences {
            self.load_conference(conference, record.id, &reports)?;
        }
        Ok(())
    }

    fn load_conference(
        &mut self,
        file: &ConferenceFile,
        case: CaseId,
        reports: &[(FormId, ReportId)],
    ) -> Result<(), Fault> {
        let mut conference = file.conference.clone();
        conference.case = Some(case);
        for (number, item) in (1_u32..).zip(&mut conference.agenda) {
            if let Some(words) = file.discussion.get(&number.to_string()) {
                item.discussion = RichText::from_plain(words);
            }
        }
        for paper in &file.papers {
            let report = paper.report_form.as_ref().and_then(|form| {
                let found = reports.iter().find(|(id, _)| id == form);
                found.map(|(_, report)| *report)
            });
            let content = match report {
                Some(report) => PaperContent::Report { report },
                None => PaperContent::Text {
                    text: RichText::from_plain(paper.text.as_deref().unwrap_or_default()),
                },
            };
            conference.papers.push(Paper {
                id: PaperId(self.surroundings.new_id()),
                title: paper.title.clone(),
                author: paper.author.clone(),
                dated: paper.dated,
                content,
            });
        }
        self.convene(conference)?;
        Ok(())
    }
}
