//! Packs: building them, showing them again, and telling whether one is out of date.

use casework::{
    BuiltPack, ConferenceId, ConferenceRecord, IssueId, Paper, PaperContent, Recipient, Rev,
};
use chrono::{DateTime, Utc};
use document::{Block, Document, NoteTone};
use store::NewPack;

use crate::desk::digest;
use crate::gate::Record;
use crate::{Act, Desk, Fault, Preview};

impl Desk {
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
        let entry = self.leave(Act::BuildPack, &[Record::Conference(id)])?;
        let record = self.store.conference(id)?.ok_or(Fault::NotFound)?;
        if record.rev != rev {
            return Err(Fault::ConferenceChanged);
        }
        let edition = next_edition(record.conference.packs.len());
        let document = self.pack_document(&record, &edition, at)?;
        let printed = press::print(&document).map_err(|_| Fault::PaperFailed)?;
        let pack = BuiltPack {
            id: IssueId(self.surroundings.new_id()),
            edition,
            at,
            pages: printed.pages,
            digest: digest(&printed.bytes),
        };
        let new = NewPack {
            pack: &pack,
            bytes: &printed.bytes,
            basis: &self.pack_basis(&record)?,
        };
        match self.store.keep_pack(id, rev, &new, &entry)? {
            store::ConferenceSaved::Done { .. } => {
                Ok(self
                    .shelf
                    .keep_issued(&document.title, pack.pages, pack.id, printed.bytes))
            }
            store::ConferenceSaved::Conflict { .. } => Err(Fault::ConferenceChanged),
        }
    }

    /// A pack that was built, as it was built.
    pub fn preview_pack(&mut self, id: ConferenceId, edition: &str) -> Result<Preview, Fault> {
        let entry = self.leave(Act::PreviewMinutes, &[Record::Conference(id)])?;
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

    /// Whether the newest pack would say something else if it were built now. Of a pack whose basis
    /// was not kept it is only known whether one of its reports was written on since.
    pub(crate) fn pack_out_of_date(&self, record: &ConferenceRecord) -> Result<bool, Fault> {
        let Some(pack) = record.conference.packs.last() else {
            return Ok(false);
        };
        if let Some(basis) = self.store.pack_basis(pack.id)? {
            return Ok(basis != self.pack_basis(record)?);
        }
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

    /// The digest of all that a pack says, but for its edition and the time it was made.
    fn pack_basis(&self, record: &ConferenceRecord) -> Result<String, Fault> {
        let document = self.pack_document(record, "", DateTime::UNIX_EPOCH)?;
        let said = serde_json::to_vec(&document).map_err(|_| Fault::Unforeseen)?;
        Ok(digest(&said))
    }

    fn pack_document(
        &self,
        record: &ConferenceRecord,
        edition: &str,
        at: DateTime<Utc>,
    ) -> Result<Document, Fault> {
        let kind = &record.conference.meeting_type;
        let kind = self.edition.meeting_type(kind).ok_or(Fault::NotFound)?;
        // A pack is one file for all: where the person is among them, its reports are their copies.
        let recipient = if kind.person_attends {
            Recipient::Person
        } else {
            Recipient::Court
        };
        let mut papers = Vec::new();
        for paper in &record.conference.papers {
            papers.push((paper.id, self.paper_blocks(paper, recipient)?));
        }
        self.conference_paper(record, at, |on_paper| {
            on_paper.pack(edition, |paper| {
                let found = papers.iter().find(|(id, _)| *id == paper.id);
                found.map(|(_, blocks)| blocks.clone()).unwrap_or_default()
            })
        })
    }

    /// A paper's blocks, its headings beginning at level 2.
    fn paper_blocks(&self, paper: &Paper, recipient: Recipient) -> Result<Vec<Block>, Fault> {
        let report = match &paper.content {
            PaperContent::Text { text } => return Ok(text.blocks(2)),
            PaperContent::Report { report } => *report,
        };
        let draft = self.store.draft(report)?.ok_or(Fault::NotFound)?;
        let facts = self.facts_of(&draft)?;
        let signed = draft.issued.as_ref().map(|issued| issued.at);
        let mut blocks =
            self.on_paper(&draft, &facts, signed, recipient, |paper| paper.blocks(2))?;
        if facts.kept_late {
            blocks.insert(0, kept_late_note());
        }
        Ok(blocks)
    }
}

fn kept_late_note() -> Block {
    Block::Note {
        tone: NoteTone::Plain,
        blocks: vec![Block::paragraph(
            "This report was issued before the facts of a case were kept with its reports. The \
             facts of the case printed here are those of the day on which they were first kept, \
             and may differ from those in the document that was issued, which has not changed.",
        )],
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
