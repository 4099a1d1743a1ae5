//! Conferences: convening and minuting. Their packs are beside.

use casework::{
    ActionState, AgendaItem, CaseId, Conference, ConferenceId, ConferencePaper, ConferenceRecord,
    MeetingTypeId, Rev,
};
use chrono::{DateTime, Utc};
use document::RichText;

use crate::gate::Record;
use crate::{
    Act, ConferencePage, ConferenceRow, ConferenceSaved, Desk, Fault, MeetingTypeRow,
    NewConference, Preview,
};

impl Desk {
    /// The types of meeting that may be convened.
    pub fn meeting_types(&self) -> Result<Vec<MeetingTypeRow>, Fault> {
        self.leave(Act::ListMeetingTypes, &[])?;
        let rows = self
            .edition
            .meeting_types
            .iter()
            .map(|kind| MeetingTypeRow {
                id: kind.id.clone(),
                name: kind.name.clone(),
                purpose: kind.purpose.clone(),
                person_attends: kind.person_attends,
                agenda: kind.items.clone(),
                papers: kind.papers.clone(),
            });
        Ok(rows.collect())
    }

    /// Every conference that the person convened or is named in.
    pub fn conferences(&self) -> Result<Vec<ConferenceRow>, Fault> {
        self.leave(Act::ListConferences, &[])?;
        let own = self.own_conferences()?;
        Ok(own.iter().map(Self::conference_row).collect())
    }

    /// A conference's page. The audit entry precedes the data.
    pub fn conference_page(&mut self, id: ConferenceId) -> Result<ConferencePage, Fault> {
        let entry = self.leave(Act::OpenConference, &[Record::Conference(id)])?;
        self.store.record(&entry)?;
        let record = self.store.conference(id)?.ok_or(Fault::NotFound)?;
        let kind = &record.conference.meeting_type;
        let meeting_type = self
            .edition
            .meeting_type(kind)
            .cloned()
            .ok_or(Fault::NotFound)?;
        // Who is only named in the conference is shown nothing of the case behind it.
        let about = match record.conference.case {
            Some(case) if self.owns(Record::Case(case))? => Some(case),
            Some(_) | None => None,
        };
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
        let case: Vec<Record> = new.case.map(Record::Case).into_iter().collect();
        self.leave(Act::AddConference, &case)?;
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
        let mut entry = self.leave(Act::AddConference, &[])?;
        entry.records.push(record.id.to_string());
        self.store.add_conference(&record, &entry)?;
        Ok(record)
    }

    /// Saves a conference over the revision that was seen. Packs already built are not changed.
    pub fn save_conference(&mut self, record: &ConferenceRecord) -> Result<ConferenceSaved, Fault> {
        let touched = [Record::Conference(record.id)];
        let entry = self.leave(Act::SaveConference, &touched)?;
        let held = self.store.conference(record.id)?.ok_or(Fault::NotFound)?;
        self.may_bring_in(Act::SaveConference, &held.conference, &record.conference)?;
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

    /// The minute as it stands.
    pub fn preview_minutes(&mut self, id: ConferenceId) -> Result<Preview, Fault> {
        self.minutes_as_of(id, self.now())
    }

    pub(crate) fn minutes_as_of(
        &mut self,
        id: ConferenceId,
        at: DateTime<Utc>,
    ) -> Result<Preview, Fault> {
        let entry = self.leave(Act::PreviewMinutes, &[Record::Conference(id)])?;
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

    pub(crate) fn conference_paper(
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
}
