//! Conferences: convening, minuting, and building the pack.

use casework::{
    ActionState, AgendaItem, BuiltPack, CaseId, Conference, ConferenceId, ConferencePaper,
    ConferenceRecord, IssueId, MeetingTypeId, Paper, PaperContent, ReportPaper, Rev,
};
use chrono::{DateTime, Utc};
use document::{Block, RichText};

use crate::desk::digest;
use crate::{
    Act, ConferencePage, ConferenceRow, ConferenceSaved, Desk, Fault, NewConference, Preview,
};

impl Desk {
    /// Every conference the person may read.
    pub fn conferences(&self) -> Result<Vec<ConferenceRow>, Fault> {
        self.leave(Act::ListConferences, &[])?;
        let mut rows = Vec::new();
        for row in self.store.conferences()? {
            if let Some(record) = self.store.conference(row.id)? {
                rows.push(Self::conference_row(&record));
            }
        }
        Ok(rows)
    }

    /// A conference's page. The audit entry precedes the data.
    pub fn conference_page(&mut self, id: ConferenceId) -> Result<ConferencePage, Fault> {
        let entry = self.leave(Act::OpenConference, &[id.to_string()])?;
        self.store.record(&entry)?;
        let record = self.store.conference(id)?.ok_or(Fault::NotFound)?;
        let kind = &record.conference.meeting_type;
        let meeting_type = self
            .edition
            .meeting_type(kind)
            .cloned()
            .ok_or(Fault::NotFound)?;
        let about = record.conference.case;
        let cases = self.store.cases()?;
        let case = cases.into_iter().find(|row| Some(row.id) == about);
        Ok(ConferencePage {
            case: case.map(crate::casebook::case_row),
            reports: about.map_or_else(|| Ok(Vec::new()), |case| self.reports_of(case))?,
            pack_out_of_date: self.pack_out_of_date(&record)?,
            record,
            meeting_type,
        })
    }

    /// Convenes a conference: its agenda and marking come from its type.
    pub fn add_conference(&mut self, new: NewConference) -> Result<ConferenceRecord, Fault> {
        let kind = MeetingTypeId(new.meeting_type);
        let meeting_type = self.edition.meeting_type(&kind).ok_or(Fault::NotFound)?;
        let about = match new.case {
            Some(case) => self.case_named(case)?.1.person.name(),
            None => String::new(),
        };
        let conference = Conference {
            title: meeting_type.name.clone(),
            marking: meeting_type.marking.clone(),
            agenda: meeting_type
                .items
                .iter()
                .map(|item| AgendaItem {
                    title: item.title.clone(),
                    restricted: item.restricted,
                    discussion: RichText::default(),
                })
                .collect(),
            meeting_type: kind,
            case: new.case,
            about,
            starts: new.starts,
            ended: None,
            place: new.place,
            quorate: None,
            facts: Vec::new(),
            people: Vec::new(),
            papers: Vec::new(),
            decisions: Vec::new(),
            actions: Vec::new(),
            persons_comments: None,
            next: None,
            packs: Vec::new(),
        };
        self.convene(conference)
    }

    pub(crate) fn convene(&mut self, conference: Conference) -> Result<ConferenceRecord, Fault> {
        let record = ConferenceRecord {
            id: ConferenceId(self.surroundings.new_id()),
            rev: Rev::FIRST,
            conference,
        };
        let entry = self.leave(Act::AddConference, &[record.id.to_string()])?;
        self.store.add_conference(&record, &entry)?;
        Ok(record)
    }

    /// Saves a conference over the revision that was seen. Packs already built are not changed.
    pub fn save_conference(&mut self, record: &ConferenceRecord) -> Result<ConferenceSaved, Fault> {
        let entry = self.leave(Act::SaveConference, &[record.id.to_string()])?;
        let held = self.store.conference(record.id)?.ok_or(Fault::NotFound)?;
        let mut saved = record.clone();
        saved.conference.packs = held.conference.packs;
        Ok(match self.store.save_conference(&saved, &entry)? {
            store::ConferenceSaved::Done { rev } => {
                saved.rev = rev;
                ConferenceSaved::Done {
                    record: Box::new(saved),
                }
            }
            store::ConferenceSaved::Conflict { theirs } => ConferenceSaved::Conflict { theirs },
        })
    }

    /// Builds the next edition of the pack and keeps its exact bytes.
    pub fn build_pack(&mut self, id: ConferenceId, rev: Rev) -> Result<Preview, Fault> {
        self.build_pack_as_of(id, rev, self.now())
    }

    pub(crate) fn build_pack_as_of(
        &mut self,
        id: ConferenceId,
        rev: Rev,
        at: DateTime<Utc>,
    ) -> Result<Preview, Fault> {
        let entry = self.leave(Act::BuildPack, &[id.to_string()])?;
        let record = self.store.conference(id)?.ok_or(Fault::NotFound)?;
        let edition = next_edition(record.conference.packs.len());
        let mut papers = Vec::new();
        for paper in &record.conference.papers {
            papers.push((paper.id, self.paper_blocks(paper)?));
        }
        let document = self.conference_paper(&record, at, |on_paper| {
            on_paper.pack(&edition, |paper| {
                let found = papers.iter().find(|(id, _)| *id == paper.id);
                found.map(|(_, blocks)| blocks.clone()).unwrap_or_default()
            })
        })?;
        let printed = press::print(&document).map_err(|_| Fault::PaperFailed)?;
        let pack = BuiltPack {
            id: IssueId(self.surroundings.new_id()),
            edition,
            at,
            pages: printed.pages,
            digest: digest(&printed.bytes),
        };
        let kept = self
            .store
            .keep_pack(id, rev, &pack, &printed.bytes, &entry)?;
        match kept {
            store::ConferenceSaved::Done { .. } => {
                Ok(self
                    .shelf
                    .keep_issued(&document.title, pack.pages, pack.id, printed.bytes))
            }
            store::ConferenceSaved::Conflict { .. } => Err(Fault::StoreInUse),
        }
    }

    /// A pack that was built, as it was built.
    pub fn preview_pack(&mut self, id: ConferenceId, edition: &str) -> Result<Preview, Fault> {
        let entry = self.leave(Act::PreviewMinutes, &[id.to_string()])?;
        self.store.record(&entry)?;
        let record = self.store.conference(id)?.ok_or(Fault::NotFound)?;
        let mut packs = record.conference.packs.iter();
        let pack = packs
            .find(|pack| pack.edition == edition)
            .ok_or(Fault::NotFound)?;
        let bytes = self.store.issued_bytes(pack.id)?.ok_or(Fault::NotFound)?;
        let title = format!("Pack, edition {edition}");
        Ok(self.shelf.keep_issued(&title, pack.pages, pack.id, bytes))
    }

    /// The minute as it stands.
    pub fn preview_minutes(&mut self, id: ConferenceId) -> Result<Preview, Fault> {
        self.minutes_as_of(id, self.now())
    }

    pub(crate) fn minutes_as_of(
        &mut self,
        id: ConferenceId,
        at: DateTime<Utc>,
    ) -> Result<Preview, Fault> {
        let entry = self.leave(Act::PreviewMinutes, &[id.to_string()])?;
        self.store.record(&entry)?;
        let record = self.store.conference(id)?.ok_or(Fault::NotFound)?;
        let document = self.conference_paper(&record, at, |paper| paper.minute())?;
        self.shelf.print(&document)
    }

    pub(crate) fn conference_row(record: &ConferenceRecord) -> ConferenceRow {
        let conference = &record.conference;
        let open = conference
            .actions
            .iter()
            .filter(|a| a.state == ActionState::Open);
        ConferenceRow {
            id: record.id,
            title: conference.title.clone(),
            about: conference.about.clone(),
            starts: conference.starts,
            place: conference.place.clone(),
            papers: u32::try_from(conference.papers.len()).unwrap_or(u32::MAX),
            pack_edition: conference.packs.last().map(|pack| pack.edition.clone()),
            open_actions: u32::try_from(open.count()).unwrap_or(u32::MAX),
        }
    }

    fn conference_paper(
        &self,
        record: &ConferenceRecord,
        produced: DateTime<Utc>,
        make: impl Fn(ConferencePaper<'_>) -> document::Document,
    ) -> Result<document::Document, Fault> {
        let conference = &record.conference;
        let kind = self.edition.meeting_type(&conference.meeting_type);
        let reference = self.reference_of(conference.case)?;
        Ok(make(ConferencePaper {
            conference,
            meeting_type: kind.ok_or(Fault::NotFound)?,
            reference: &reference,
            produced,
            demonstration: self.session.demonstration,
        }))
    }

    fn reference_of(&self, case: Option<CaseId>) -> Result<String, Fault> {
        case.map_or_else(
            || Ok("No case".to_owned()),
            |case| self.case_named(case).map(|(reference, _)| reference),
        )
    }

    /// A paper's blocks, its headings beginning at level 2.
    fn paper_blocks(&self, paper: &Paper) -> Result<Vec<Block>, Fault> {
        match &paper.content {
            PaperContent::Text { text } => Ok(text.blocks(2)),
            PaperContent::Report { report } => {
                let draft = self.store.draft(*report)?.ok_or(Fault::NotFound)?;
                let form = self.form_named(&draft.form)?;
                let (reference, case) = self.case_named(draft.case)?;
                let signed = draft.issued.as_ref().map(|issued| issued.at);
                let on_paper = ReportPaper {
                    form: &form,
                    answers: &draft.answers,
                    case: &case,
                    reference: &reference,
                    author: &draft.author,
                    signed,
                    produced: signed.unwrap_or(draft.saved_at),
                    demonstration: self.session.demonstration,
                };
                Ok(on_paper.blocks(2))
            }
        }
    }

    /// Whether a report among the papers was written after the newest pack was built.
    fn pack_out_of_date(&self, record: &ConferenceRecord) -> Result<bool, Fault> {
        let Some(pack) = record.conference.packs.last() else {
            return Ok(false);
        };
        for paper in &record.conference.papers {
            if let PaperContent::Report { report } = paper.content {
                let draft = self.store.draft(report)?;
                if draft.is_some_and(|draft| draft.saved_at > pack.at) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}

/// The edition after `built` packs: A, B … Z, AA.
fn next_edition(built: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    if built < 26 {
        letter(built).to_string()
    } else {
        format!("{}{}", letter(built / 26 - 1), letter(built))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editions_run_from_a_to_z_and_then_double() {
        let editions = [0, 1, 25, 26, 27, 52].map(next_edition);

        assert_eq!(editions, ["A", "B", "Z", "AA", "AB", "BA"]);
    }
}
