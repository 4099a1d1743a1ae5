//! What was issued: exact bytes, kept for ever.

use casework::{IssueId, UserId};
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Transaction, named_params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::audit::append;
use crate::audit_chain::hex;
use crate::columns::{Columns, millis, unreadable};
use crate::failure::Failure;
use crate::{AuditEntry, Error, Store};

/// What kind of document was issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum IssueKind {
    /// A report.
    Report,
    /// A pack of a conference.
    Pack,
    /// The minute of a conference.
    Minute,
    /// A card of options for the bench.
    Card,
}

/// An issued document, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Issue {
    /// Its id.
    pub id: IssueId,
    /// What it is.
    pub kind: IssueKind,
    /// The report, conference or case it is of; none for a card that is of no case.
    pub of: Option<Uuid>,
    /// When.
    pub at: DateTime<Utc>,
    /// The name as signed; none where nobody signs, as a pack.
    pub signed_by: Option<String>,
    /// SHA-256 of the bytes, in hexadecimal.
    pub digest: String,
    /// How many pages.
    pub pages: u32,
}

impl Store {
    /// Keeps an issued document that closes no record: a minute, a card, a recipient's copy.
    pub fn keep_issue(
        &mut self,
        document: &Issue,
        bytes: &[u8],
        audit: &AuditEntry,
    ) -> Result<(), Error> {
        self.write(|tx| {
            insert(tx, document, bytes, audit.user)?;
            append(tx, audit)
        })
    }

    /// Gives the exact bytes of what was issued, having seen that they are; none where there are none.
    pub fn issued_bytes(&self, id: IssueId) -> Result<Option<Vec<u8>>, Error> {
        self.read(|store| {
            let mut statement =
                store.prepare_cached("SELECT digest, bytes FROM issue WHERE id = :id")?;
            let found = statement.query_row(named_params! { ":id": id.to_string() }, |row| {
                Ok((
                    row.get::<_, String>("digest")?,
                    row.get::<_, Vec<u8>>("bytes")?,
                ))
            });
            match found.optional()? {
                Some((digest, bytes)) if digest == digest_of(&bytes) => Ok(Some(bytes)),
                Some(_) => Err(Error::Damaged.into()),
                None => Ok(None),
            }
        })
    }

    /// Gives how many pages an issued document has; none where there is none of that id.
    pub fn issued_pages(&self, id: IssueId) -> Result<Option<u32>, Error> {
        self.read(|store| {
            let mut statement = store.prepare_cached("SELECT pages FROM issue WHERE id = :id")?;
            let pages = statement.query_row(named_params! { ":id": id.to_string() }, |row| {
                row.get::<_, u32>("pages")
            });
            Ok(pages.optional()?)
        })
    }

    /// Gives the documents issued of a record, oldest first.
    pub fn issues_of(&self, record: Uuid) -> Result<Vec<Issue>, Error> {
        self.read(|store| {
            let mut statement = store.prepare_cached(
                "SELECT id, kind, at, signed_by, digest, pages FROM issue
                 WHERE of_record = :of ORDER BY at, id",
            )?;
            let issues =
                statement.query_map(named_params! { ":of": record.to_string() }, |row| {
                    let kind: String = row.get("kind")?;
                    Ok(Issue {
                        id: IssueId(row.uuid("id")?),
                        kind: IssueKind::named(&kind).ok_or_else(|| unreadable(Error::Damaged))?,
                        of: Some(record),
                        at: row.instant("at")?,
                        signed_by: row.get("signed_by")?,
                        digest: row.get("digest")?,
                        pages: row.get("pages")?,
                    })
                })?;
            Ok(issues.collect::<Result<_, _>>()?)
        })
    }
}

impl IssueKind {
    const ALL: [Self; 4] = [Self::Report, Self::Pack, Self::Minute, Self::Card];

    fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Pack => "pack",
            Self::Minute => "minute",
            Self::Card => "card",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Writes an issue, having seen that the bytes are those of the digest.
pub(crate) fn insert(
    tx: &Transaction<'_>,
    document: &Issue,
    bytes: &[u8],
    user: UserId,
) -> Result<(), Failure> {
    if document.digest != digest_of(bytes) {
        return Err(Error::DigestDiffers.into());
    }
    tx.execute(
        "INSERT INTO issue (id, kind, of_record, at, by_user, signed_by, digest, pages, bytes)
         VALUES (:id, :kind, :of_record, :at, :by_user, :signed_by, :digest, :pages, :bytes)",
        named_params! {
            ":id": document.id.to_string(),
            ":kind": document.kind.name(),
            ":of_record": document.of.map(|record| record.to_string()),
            ":at": millis(document.at),
            ":by_user": user.to_string(),
            ":signed_by": document.signed_by,
            ":digest": document.digest,
            ":pages": document.pages,
            ":bytes": bytes,
        },
    )?;
    Ok(())
}

fn digest_of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{a_store, an_entry, at};

    fn a_card(bytes: &[u8]) -> Issue {
        Issue {
            id: IssueId(Uuid::from_u128(7)),
            kind: IssueKind::Card,
            of: Some(Uuid::from_u128(1)),
            at: at(0),
            signed_by: None,
            digest: digest_of(bytes),
            pages: 1,
        }
    }

    #[test]
    fn the_bytes_come_back_exactly() {
        let mut store = a_store();
        let bytes = [0, 1, 2, 255];
        let card = a_card(&bytes);

        store
            .keep_issue(&card, &bytes, &an_entry("document.print"))
            .unwrap();

        assert_eq!(store.issued_bytes(card.id).unwrap(), Some(bytes.to_vec()));
        assert_eq!(store.issues_of(Uuid::from_u128(1)).unwrap(), [card]);
        assert_eq!(store.issued_bytes(IssueId(Uuid::nil())).unwrap(), None);
    }

    #[test]
    fn bytes_that_are_not_those_of_the_digest_are_refused() {
        let mut store = a_store();

        let kept = store.keep_issue(&a_card(b"one"), b"other", &an_entry("document.print"));

        assert_eq!(kept, Err(Error::DigestDiffers));
    }

    #[test]
    fn what_was_issued_can_be_neither_changed_nor_removed() {
        let mut store = a_store();
        let card = a_card(b"bytes");
        store
            .keep_issue(&card, b"bytes", &an_entry("document.print"))
            .unwrap();
        let connection = store.connection();

        connection
            .execute_batch("UPDATE issue SET bytes = x'00'")
            .unwrap_err();
        connection.execute_batch("DELETE FROM issue").unwrap_err();

        assert_eq!(
            store.issued_bytes(card.id).unwrap(),
            Some(b"bytes".to_vec())
        );
    }
}
