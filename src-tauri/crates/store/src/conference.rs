//! Conferences.

use casework::{CaseId, ConferenceId, ConferenceRecord, MeetingTypeId, Rev};
use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};
use serde::{Deserialize, Serialize};

use crate::audit::append;
use crate::columns::{Columns, civil, json, unreadable};
use crate::failure::Failure;
use crate::{AuditEntry, Error, Store, owner};

/// A conference in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ConferenceRow {
    /// Its id.
    pub id: ConferenceId,
    /// The case it is about, where it is about one.
    pub case: Option<CaseId>,
    /// Its type.
    pub meeting_type: MeetingTypeId,
    /// Its title.
    pub title: String,
    /// Whom it is about.
    pub about: String,
    /// When it starts.
    pub starts: NaiveDateTime,
    /// When it ended; none until it has.
    pub ended: Option<NaiveDateTime>,
    /// How many packs were built for it.
    pub packs: u32,
}

/// What became of a save of a conference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(
    tag = "outcome",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case"
)]
pub enum ConferenceSaved {
    /// It is on disk.
    Done {
        /// The revision it became.
        rev: Rev,
    },
    /// Somebody else wrote first. Nothing was overwritten.
    Conflict {
        /// What the store holds.
        theirs: Box<ConferenceRecord>,
    },
}

impl Store {
    /// Adds a conference. Its revision is the first, whatever the record says.
    pub fn add_conference(
        &mut self,
        record: &ConferenceRecord,
        audit: &AuditEntry,
    ) -> Result<(), Error> {
        let record = ConferenceRecord {
            rev: Rev::FIRST,
            ..record.clone()
        };
        self.write(|tx| {
            insert(tx, &record)?;
            owner::insert(tx, record.id.0, audit.user)?;
            append(tx, audit)
        })
    }

    /// Gives a conference; none where there is none.
    pub fn conference(&self, id: ConferenceId) -> Result<Option<ConferenceRecord>, Error> {
        self.read(|store| held(store, id))
    }

    /// Saves a conference over the revision that the record names.
    pub fn save_conference(
        &mut self,
        record: &ConferenceRecord,
        audit: &AuditEntry,
    ) -> Result<ConferenceSaved, Error> {
        self.write(|tx| {
            let saved = save(tx, record)?;
            if let ConferenceSaved::Done { .. } = saved {
                append(tx, audit)?;
            }
            Ok(saved)
        })
    }

    /// Gives every conference, the latest first.
    pub fn conferences(&self) -> Result<Vec<ConferenceRow>, Error> {
        self.read(|store| {
            let mut statement = store.prepare_cached(
                "SELECT id, of_case, meeting_type, title, about, starts, ended, packs
                 FROM conference ORDER BY starts DESC, id",
            )?;
            let rows = statement.query_map([], row_of)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}

fn row_of(row: &rusqlite::Row<'_>) -> rusqlite::Result<ConferenceRow> {
    let case = match row.get::<_, Option<String>>("of_case")? {
        Some(_) => Some(CaseId(row.uuid("of_case")?)),
        None => None,
    };
    Ok(ConferenceRow {
        id: ConferenceId(row.uuid("id")?),
        case,
        meeting_type: MeetingTypeId(row.get("meeting_type")?),
        title: row.get("title")?,
        about: row.get("about")?,
        starts: row
            .civil_if_any("starts")?
            .ok_or_else(|| unreadable(Error::Damaged))?,
        ended: row.civil_if_any("ended")?,
        packs: row.get("packs")?,
    })
}

/// Reads a conference.
pub(crate) fn held(
    connection: &Connection,
    id: ConferenceId,
) -> Result<Option<ConferenceRecord>, Failure> {
    let mut statement =
        connection.prepare_cached("SELECT rev, body FROM conference WHERE id = :id")?;
    let record = statement.query_row(named_params! { ":id": id.to_string() }, |row| {
        Ok(ConferenceRecord {
            id,
            rev: row.rev("rev")?,
            conference: row.json("body")?,
        })
    });
    Ok(record.optional()?)
}

fn insert(tx: &Transaction<'_>, record: &ConferenceRecord) -> Result<(), Failure> {
    let conference = &record.conference;
    tx.execute(
        "INSERT INTO conference
           (id, rev, of_case, meeting_type, title, about, starts, ended, packs, body)
         VALUES (:id, :rev, :of_case, :meeting_type, :title, :about, :starts, :ended, :packs, :body)",
        named_params! {
            ":id": record.id.to_string(),
            ":rev": record.rev.0,
            ":of_case": conference.case.map(|case| case.to_string()),
            ":meeting_type": conference.meeting_type.0,
            ":title": conference.title,
            ":about": conference.about,
            ":starts": civil(conference.starts),
            ":ended": conference.ended.map(civil),
            ":packs": count(conference.packs.len()),
            ":body": json(conference)?,
        },
    )?;
    Ok(())
}

/// Writes over the revision that the record names, or gives the record that is held.
pub(crate) fn save(
    tx: &Transaction<'_>,
    record: &ConferenceRecord,
) -> Result<ConferenceSaved, Failure> {
    let conference = &record.conference;
    let changed = tx.execute(
        "UPDATE conference
         SET rev = rev + 1, of_case = :of_case, meeting_type = :meeting_type, title = :title,
             about = :about, starts = :starts, ended = :ended, packs = :packs, body = :body
         WHERE id = :id AND rev = :rev",
        named_params! {
            ":id": record.id.to_string(),
            ":rev": record.rev.0,
            ":of_case": conference.case.map(|case| case.to_string()),
            ":meeting_type": conference.meeting_type.0,
            ":title": conference.title,
            ":about": conference.about,
            ":starts": civil(conference.starts),
            ":ended": conference.ended.map(civil),
            ":packs": count(conference.packs.len()),
            ":body": json(conference)?,
        },
    )?;
    if changed == 1 {
        return Ok(ConferenceSaved::Done {
            rev: record.rev.next(),
        });
    }
    let theirs = held(tx, record.id)?.ok_or(Error::NotFound)?;
    Ok(ConferenceSaved::Conflict {
        theirs: Box::new(theirs),
    })
}

fn count(packs: usize) -> u32 {
    u32::try_from(packs).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{a_conference, a_store, an_entry};

    #[test]
    fn a_conference_that_another_saved_first_is_not_overwritten() {
        let mut store = a_store();
        let seen = a_conference(1);
        store
            .add_conference(&seen, &an_entry("conference.create"))
            .unwrap();
        let mut theirs = seen.clone();
        theirs.conference.place = "Room 2".into();
        let mut mine = seen.clone();
        mine.conference.place = "Room 3".into();

        let first = store
            .save_conference(&theirs, &an_entry("conference.edit"))
            .unwrap();
        let second = store
            .save_conference(&mine, &an_entry("conference.edit"))
            .unwrap();

        assert_eq!(first, ConferenceSaved::Done { rev: Rev(2) });
        let held = ConferenceRecord {
            rev: Rev(2),
            ..theirs
        };
        assert_eq!(
            second,
            ConferenceSaved::Conflict {
                theirs: Box::new(held)
            }
        );
        assert_eq!(store.audit(1, 10).unwrap().len(), 2);
    }

    #[test]
    fn a_conference_about_a_case_that_is_not_held_is_refused() {
        let mut record = a_conference(1);
        record.conference.case = Some(CaseId(uuid::Uuid::from_u128(404)));

        let added = a_store().add_conference(&record, &an_entry("conference.create"));

        assert_eq!(added, Err(Error::DanglingReference));
    }
}
