//! The audit log: who did what to which record, written with the act itself.

use casework::UserId;
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params};
use serde::{Deserialize, Serialize};

use crate::audit_chain::{HASH_COLUMN, Hash, genesis, hash_of, hex};
use crate::columns::{Columns, json, kept, millis};
use crate::failure::Failure;
use crate::{Error, Store};

/// The event of which there is one for each editing spell, not one for each save.
const DRAFT_SAVE: &str = "draft.save";

/// How long an editing spell lasts, counted from its entry.
const SPELL: TimeDelta = TimeDelta::minutes(15);

/// One entry of the audit log. It carries opaque ids and names of fields: never a name of a person
/// or a word of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AuditEntry {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub user: UserId,
    /// In what role.
    pub user_role: String,
    /// At which machine.
    pub workstation: String,
    /// What, such as `draft.save`.
    pub event: String,
    /// The ids of the records it concerned.
    pub records: Vec<String>,
    /// The names of the fields it changed.
    pub fields: Vec<String>,
    /// Why, or to whom, where the event asks for it.
    pub reason: Option<String>,
}

/// An entry as the log holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AuditRecord {
    /// Its place in the log, from 1.
    pub seq: u32,
    /// What it says.
    pub entry: AuditEntry,
    /// Its hash, in hexadecimal.
    pub hash: String,
}

impl Store {
    /// Records what changes nothing in the store: a reading, an export, a refusal. Reading counts,
    /// so the entry is written before the data are given.
    pub fn record(&mut self, entry: &AuditEntry) -> Result<(), Error> {
        self.write(|tx| append(tx, entry))
    }

    /// Gives up to `limit` entries, from `from_seq` on, in the order of the log.
    pub fn audit(&self, from_seq: u32, limit: u32) -> Result<Vec<AuditRecord>, Error> {
        self.read(|store| {
            let mut statement = store.prepare_cached(
                "SELECT seq, at, user, user_role, workstation, event, records, fields, reason, hash
                 FROM audit_entry WHERE seq >= :from_seq ORDER BY seq LIMIT :limit",
            )?;
            let params = named_params! { ":from_seq": from_seq, ":limit": limit };
            let records = statement.query_map(params, |row| {
                let (seq, entry) = from_row(row)?;
                let hash: Hash = row.get(HASH_COLUMN)?;
                Ok(AuditRecord {
                    seq,
                    entry,
                    hash: hex(&hash),
                })
            })?;
            Ok(records.collect::<Result<_, _>>()?)
        })
    }
}

/// Writes an entry in the transaction of the act it records.
///
/// A `draft.save` adds no entry while the newest one already tells of the same editing spell: the
/// same user, role and machine, the same draft, no field that it does not name, and not more than
/// 15 minutes. Every field that was changed is thus in the log, without an entry for each second.
pub(crate) fn append(tx: &Transaction<'_>, entry: &AuditEntry) -> Result<(), Failure> {
    let newest = newest(tx)?;
    if newest
        .as_ref()
        .is_some_and(|newest| tells_of(&newest.entry, entry))
    {
        return Ok(());
    }
    let (seq, previous) = match newest {
        Some(newest) => (newest.seq + 1, newest.hash),
        None => (1, genesis(tx)?),
    };
    let entry = AuditEntry {
        at: kept(entry.at),
        ..entry.clone()
    };
    let mut statement = tx.prepare_cached(
        "INSERT INTO audit_entry
           (seq, at, user, user_role, workstation, event, records, fields, reason, previous, hash)
         VALUES (:seq, :at, :user, :user_role, :workstation, :event, :records, :fields, :reason,
           :previous, :hash)",
    )?;
    statement.execute(named_params! {
        ":seq": seq,
        ":at": millis(entry.at),
        ":user": entry.user.to_string(),
        ":user_role": entry.user_role,
        ":workstation": entry.workstation,
        ":event": entry.event,
        ":records": json(&entry.records)?,
        ":fields": json(&entry.fields)?,
        ":reason": entry.reason,
        ":previous": previous,
        ":hash": hash_of(seq, &entry, &previous),
    })?;
    Ok(())
}

/// Whether the newest entry already tells of what a save would add.
fn tells_of(newest: &AuditEntry, save: &AuditEntry) -> bool {
    save.event == DRAFT_SAVE
        && newest.event == DRAFT_SAVE
        && newest.user == save.user
        && newest.user_role == save.user_role
        && newest.workstation == save.workstation
        && newest.records == save.records
        && newest.reason == save.reason
        && save
            .fields
            .iter()
            .all(|field| newest.fields.contains(field))
        && (TimeDelta::zero()..=SPELL).contains(&(kept(save.at) - newest.at))
}

struct Newest {
    seq: u32,
    entry: AuditEntry,
    hash: Hash,
}

fn newest(connection: &Connection) -> Result<Option<Newest>, Failure> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, at, user, user_role, workstation, event, records, fields, reason, hash
         FROM audit_entry ORDER BY seq DESC LIMIT 1",
    )?;
    let newest = statement.query_row([], |row| {
        let (seq, entry) = from_row(row)?;
        Ok(Newest {
            seq,
            entry,
            hash: row.get(HASH_COLUMN)?,
        })
    });
    Ok(newest.optional()?)
}

/// Reads an entry with its place.
pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<(u32, AuditEntry)> {
    let entry = AuditEntry {
        at: row.instant("at")?,
        user: UserId(row.uuid("user")?),
        user_role: row.get("user_role")?,
        workstation: row.get("workstation")?,
        event: row.get("event")?,
        records: row.json("records")?,
        fields: row.json("fields")?,
        reason: row.get("reason")?,
    };
    Ok((row.get("seq")?, entry))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{a_store, an_entry, later};

    #[test]
    fn what_was_recorded_reads_back_in_order() {
        let mut store = a_store();
        let opened = an_entry("case.open");
        let locked = AuditEntry {
            reason: Some("idle".into()),
            ..an_entry("lock")
        };

        store.record(&opened).unwrap();
        store.record(&locked).unwrap();

        let log = store.audit(1, 10).unwrap();
        assert_eq!(
            log.iter().map(|record| record.seq).collect::<Vec<_>>(),
            [1, 2]
        );
        assert_eq!(log[0].entry, opened);
        assert_eq!(log[1].entry, locked);
        assert_eq!(store.audit(2, 1).unwrap().len(), 1);
    }

    #[test]
    fn an_editing_spell_is_one_entry() {
        let save = AuditEntry {
            records: vec!["draft".into()],
            fields: vec!["offence".into()],
            ..an_entry("draft.save")
        };
        let other_field = AuditEntry {
            fields: vec!["harm".into()],
            ..save.clone()
        };
        let mut store = a_store();

        for entry in [
            save.clone(),
            later(&save, 60),
            later(&save, 15 * 60),
            later(&save, 15 * 60 + 1), // a new spell
            later(&other_field, 15 * 60 + 2),
            later(&an_entry("case.open"), 15 * 60 + 3), // ends the spell
            later(&other_field, 15 * 60 + 4),
        ] {
            store.record(&entry).unwrap();
        }

        let log = store.audit(1, 10).unwrap();
        let events: Vec<_> = log
            .iter()
            .map(|record| record.entry.event.as_str())
            .collect();
        assert_eq!(
            events,
            [
                "draft.save",
                "draft.save",
                "draft.save",
                "case.open",
                "draft.save"
            ]
        );
    }

    #[test]
    fn only_saves_of_drafts_are_gathered() {
        let mut store = a_store();

        store.record(&an_entry("case.open")).unwrap();
        store.record(&an_entry("case.open")).unwrap();

        assert_eq!(store.audit(1, 10).unwrap().len(), 2);
    }
}
