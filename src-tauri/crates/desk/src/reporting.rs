//! Reports: beginning, writing, looking at and issuing them.

use casework::{
    Answer, Answers, Author, CaseId, Completeness, ConferenceId, Draft, FormId, IssueId, Issued,
    QuestionId, Recipient, ReportId, Rev, Saved,
};
use chrono::{DateTime, Utc};
use store::Issuing;

use crate::desk::digest;
use crate::gate::Record;
use crate::surroundings::civil_date;
use crate::{Act, Desk, Fault, FormRow, IssueOutcome, OpenDraft, Preview, SavedAnswer};

impl Desk {
    /// The forms a report may be begun on.
    pub fn forms(&self) -> Result<Vec<FormRow>, Fault> {
        self.leave(Act::ListForms, &[])?;
        let forms = self.edition.forms.iter().map(|form| FormRow {
            id: form.id.clone(),
            name: form.name.clone(),
            short_name: form.short_name.clone(),
            purpose: form.purpose.clone(),
            used: form.used.clone(),
            unverified: form.unverified.clone(),
        });
        Ok(forms.collect())
    }

    /// Begins a report about a case.
    pub fn begin_report(&mut self, case: CaseId, form: &FormId) -> Result<Draft, Fault> {
        let author = self.session.profile.author.clone();
        self.begin(case, form, author, Answers::new())
    }

    pub(crate) fn begin(
        &mut self,
        case: CaseId,
        form: &FormId,
        author: Author,
        answers: Answers,
    ) -> Result<Draft, Fault> {
        let form = self.form_named(form)?;
        let draft = Draft {
            id: ReportId(self.surroundings.new_id()),
            case,
            form: form.id,
            form_edition: form.edition,
            author,
            rev: Rev::FIRST,
            answers,
            saved_at: self.now(),
            issued: None,
        };
        let mut entry = self.leave(Act::BeginReport, &[Record::Case(case)])?;
        entry.records.push(draft.id.to_string());
        self.store.begin_draft(&draft, &entry)?;
        Ok(draft)
    }

    /// Opens a report for drafting. The audit entry precedes the data.
    pub fn open_draft(&mut self, id: ReportId) -> Result<OpenDraft, Fault> {
        let mut entry = self.leave(Act::OpenDraft, &[Record::Report(id)])?;
        let draft = self.store.draft(id)?.ok_or(Fault::NotFound)?;
        entry.records.push(draft.case.to_string());
        self.store.record(&entry)?;
        let form = self.form_named(&draft.form)?;
        let record = self.store.case(draft.case)?.ok_or(Fault::NotFound)?;
        let facts = self.facts_of(&draft)?;
        let completeness = Completeness::of(&form, &draft.answers, &facts.case);
        Ok(OpenDraft {
            draft,
            form,
            record,
            completeness,
        })
    }

    /// Saves one answer, or clears it. It is on disk when this returns.
    pub fn save_answer(
        &mut self,
        id: ReportId,
        rev: Rev,
        question: &QuestionId,
        answer: Option<&Answer>,
    ) -> Result<SavedAnswer, Fault> {
        let mut entry = self.leave(Act::SaveAnswer, &[Record::Report(id)])?;
        entry.fields = vec![question.0.clone()];
        let draft = self.store.draft(id)?.ok_or(Fault::NotFound)?;
        let form = self.form_named(&draft.form)?;
        let asked = form.question(question).ok_or_else(|| Fault::BadInput {
            field: question.0.clone(),
        })?;
        if answer.is_some_and(|answer| !answer.fits(&asked.answer)) {
            return Err(Fault::BadInput {
                field: question.0.clone(),
            });
        }
        let saved = self.store.save_answer(id, rev, question, answer, &entry)?;
        let facts = self.facts_of(&draft)?;
        let mut answers = draft.answers;
        if matches!(saved, Saved::Done { .. }) {
            match answer {
                Some(answer) => answers.insert(question.clone(), answer.clone()),
                None => answers.remove(question),
            };
        }
        Ok(SavedAnswer {
            saved,
            completeness: Completeness::of(&form, &answers, &facts.case),
        })
    }

    /// The report as it would be issued now, marked as a draft; of an issued one, its bytes.
    pub fn preview_report(&mut self, id: ReportId) -> Result<Preview, Fault> {
        let entry = self.leave(Act::PreviewReport, &[Record::Report(id)])?;
        let draft = self.store.draft(id)?.ok_or(Fault::NotFound)?;
        if let Some(issued) = draft.issued {
            return self.preview_issued(issued.id);
        }
        self.store.record(&entry)?;
        let facts = self.facts_of(&draft)?;
        let court = Recipient::Court;
        let document = self.on_paper(&draft, &facts, None, court, |paper| paper.document())?;
        self.shelf.print(&document)
    }

    /// Issues a report to the court, if it is complete and can be printed. The bytes are for ever,
    /// and so are the facts of the case that they were made of.
    pub fn issue_report(&mut self, id: ReportId, rev: Rev) -> Result<IssueOutcome, Fault> {
        self.issue_as_of(id, rev, self.now())
    }

    pub(crate) fn issue_as_of(
        &mut self,
        id: ReportId,
        rev: Rev,
        at: DateTime<Utc>,
    ) -> Result<IssueOutcome, Fault> {
        let mut entry = self.leave(Act::IssueReport, &[Record::Report(id)])?;
        entry.at = at;
        let draft = self.store.draft(id)?.ok_or(Fault::NotFound)?;
        if let Some(issued) = draft.issued {
            return Ok(IssueOutcome::Issued { issued });
        }
        let form = self.form_named(&draft.form)?;
        let facts = self.facts_of(&draft)?;
        let completeness = Completeness::of(&form, &draft.answers, &facts.case);
        if !completeness.may_sign() {
            return Ok(IssueOutcome::NotComplete { completeness });
        }
        let court = Recipient::Court;
        let document = self.on_paper(&draft, &facts, Some(at), court, |paper| paper.document())?;
        let printed = press::print(&document).map_err(|_| Fault::PaperFailed)?;
        if !printed.warnings.is_empty() {
            let warnings = printed.warnings.iter().map(ToString::to_string).collect();
            return Ok(IssueOutcome::NotPrintable { warnings });
        }
        let issued = Issued {
            id: IssueId(self.surroundings.new_id()),
            at,
            by: draft.author.name.clone(),
            digest: digest(&printed.bytes),
            pages: printed.pages,
        };
        entry.reason = Some(format!("court; document {}", issued.digest));
        let issuing = Issuing {
            issued: &issued,
            bytes: &printed.bytes,
            reference: &facts.reference,
            case: &facts.case,
        };
        let saved = self.store.issue(id, rev, &issuing, &entry)?;
        Ok(match saved {
            Saved::Done { .. } => IssueOutcome::Issued { issued },
            Saved::Conflict { theirs } => IssueOutcome::Conflict { theirs },
            Saved::Issued => {
                let held = self.store.draft(id)?.and_then(|draft| draft.issued);
                IssueOutcome::Issued {
                    issued: held.ok_or(Fault::StoreDamaged)?,
                }
            }
        })
    }

    /// What was issued, as it was issued.
    pub fn preview_issued(&mut self, issue: IssueId) -> Result<Preview, Fault> {
        let entry = self.leave(Act::ReadIssued, &[Record::Issue(issue)])?;
        self.store.record(&entry)?;
        let bytes = self.store.issued_bytes(issue)?.ok_or(Fault::NotFound)?;
        let pages = self.store.issued_pages(issue)?.unwrap_or(0);
        let title = self.title_of_issue(issue)?;
        Ok(self.shelf.keep_issued(&title, pages, issue, bytes))
    }

    /// What an issued document is called, on screen and as a file: the form, the reference and the
    /// day of issue of a report, the edition of a pack. No person is named.
    fn title_of_issue(&self, issue: IssueId) -> Result<String, Fault> {
        let of = self.store.record_of_issue(issue)?.ok_or(Fault::NotFound)?;
        if let Some(draft) = self.store.draft(ReportId(of))? {
            let form = self.form_named(&draft.form)?;
            let reference = self.facts_of(&draft)?.reference;
            let on = draft.issued.map(|issued| civil_date(issued.at));
            let on = on.map_or_else(String::new, |day| {
                format!(" issued {}", casework::date(day))
            });
            return Ok(format!("{} {reference}{on}", form.short_name));
        }
        let held = self.store.conference(ConferenceId(of))?;
        let packs = held.map(|record| record.conference.packs);
        let pack = packs.iter().flatten().find(|pack| pack.id == issue);
        let pack = pack.ok_or(Fault::StoreDamaged)?;
        Ok(format!("Pack, edition {}", pack.edition))
    }

    /// Records that a copy of a document leaves the store, and gives its bytes.
    pub fn save_copy(&mut self, token: u32) -> Result<(String, Vec<u8>), Fault> {
        let (preview, bytes) = self.shelf.document(token)?;
        let (title, bytes) = (preview.title.clone(), bytes.to_vec());
        let mut entry = self.leave(Act::SaveCopy, &[])?;
        entry.reason = Some(format!("document {}", digest(&bytes)));
        self.store.record(&entry)?;
        Ok((title, bytes))
    }
}
