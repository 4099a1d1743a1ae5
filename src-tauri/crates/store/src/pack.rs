//! The packs built for a conference, and what each was built from.

use casework::{BuiltPack, ConferenceId, IssueId, Rev};
use rusqlite::{OptionalExtension, Transaction, named_params};

use crate::audit::append;
use crate::conference::{held, save};
use crate::failure::Failure;
use crate::issue::{self, Issue, IssueKind};
use crate::{AuditEntry, ConferenceSaved, Error, Store};

/// A pack to be kept: all that is kept of it, in one transaction.
#[derive(Clone, Copy, Debug)]
pub struct NewPack<'p> {
    /// Its line in the conference.
    pub pack: &'p BuiltPack,
    /// Its exact bytes.
    pub bytes: &'p [u8],
    /// SHA-256 of what it was built from, in hexadecimal.
    pub basis: &'p str,
}

impl Store {
    /// Keeps a built pack: its bytes, what it was built from, and its line in the conference. A
    /// conference that somebody else changed since it was read gets no pack, which would be of the
    /// older state.
    pub fn keep_pack(
        &mut self,
        id: ConferenceId,
        rev: Rev,
        new: &NewPack<'_>,
        audit: &AuditEntry,
    ) -> Result<ConferenceSaved, Error> {
        let document = Issue {
            id: new.pack.id,
            kind: IssueKind::Pack,
            of: Some(id.0),
            at: new.pack.at,
            signed_by: None,
            digest: new.pack.digest.clone(),
            pages: new.pack.pages,
        };
        self.write(|tx| {
            let mut record = held(tx, id)?.ok_or(Error::NotFound)?;
            if record.rev != rev {
                return Ok(ConferenceSaved::Conflict {
                    theirs: Box::new(record),
                });
            }
            issue::insert(tx, &document, new.bytes, audit.user)?;
            insert_basis(tx, new)?;
            record.conference.packs.push(new.pack.clone());
            let saved = save(tx, &record)?;
            append(tx, audit)?;
            Ok(saved)
        })
    }

    /// Gives the digest of what a pack was built from; none where no such pack is held, or it was
    /// built by a program that did not note it.
    pub fn pack_basis(&self, pack: IssueId) -> Result<Option<String>, Error> {
        self.read(|store| {
            let mut statement =
                store.prepare_cached("SELECT digest FROM pack_basis WHERE issue = :issue")?;
            let digest = statement.query_row(named_params! { ":issue": pack.to_string() }, |row| {
                row.get("digest")
            });
            Ok(digest.optional()?)
        })
    }
}

fn insert_basis(tx: &Transaction<'_>, new: &NewPack<'_>) -> Result<(), Failure> {
    tx.execute(
        "INSERT INTO pack_basis (issue, digest) VALUES (:issue, :digest)",
        named_params! { ":issue": new.pack.id.to_string(), ":digest": new.basis },
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{a_conference, a_pack, a_store, an_entry};

    const BASIS: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    fn keep(store: &mut Store, pack: &BuiltPack) -> Result<ConferenceSaved, Error> {
        let new = NewPack {
            pack,
            bytes: b"pack A",
            basis: BASIS,
        };
        let id = a_conference(1).id;
        store.keep_pack(id, Rev(1), &new, &an_entry("pack.assemble"))
    }

    #[test]
    fn a_pack_is_kept_with_its_basis_and_its_line_in_the_conference() {
        let mut store = a_store();
        let record = a_conference(1);
        store
            .add_conference(&record, &an_entry("conference.create"))
            .unwrap();
        let pack = a_pack(9, b"pack A");

        let kept = keep(&mut store, &pack);

        assert_eq!(kept, Ok(ConferenceSaved::Done { rev: Rev(2) }));
        assert_eq!(
            store.issued_bytes(pack.id).unwrap(),
            Some(b"pack A".to_vec())
        );
        assert_eq!(store.pack_basis(pack.id), Ok(Some(BASIS.to_owned())));
        let held = store.conference(record.id).unwrap().unwrap();
        assert_eq!(held.conference.packs, [pack]);
        assert_eq!(store.conferences().unwrap()[0].packs, 1);
    }

    #[test]
    fn a_pack_of_an_older_state_is_not_kept() {
        let mut store = a_store();
        let record = a_conference(1);
        store
            .add_conference(&record, &an_entry("conference.create"))
            .unwrap();
        store
            .save_conference(&record, &an_entry("conference.edit"))
            .unwrap();
        let pack = a_pack(9, b"pack A");

        let kept = keep(&mut store, &pack);

        assert!(matches!(kept, Ok(ConferenceSaved::Conflict { .. })));
        assert_eq!(store.issued_bytes(pack.id).unwrap(), None);
        assert_eq!(store.pack_basis(pack.id), Ok(None));
    }
}
