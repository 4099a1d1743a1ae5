//! Whose each case, report and conference is.

use std::collections::BTreeSet;

use casework::{IssueId, UserId};
use rusqlite::{OptionalExtension, Transaction, named_params};
use uuid::Uuid;

use crate::columns::Columns;
use crate::failure::Failure;
use crate::{Error, Store};

impl Store {
    /// Gives the user who made a case, report or conference; none where nothing of that id is held.
    pub fn owner_of(&self, record: Uuid) -> Result<Option<UserId>, Error> {
        self.read(|store| {
            let mut statement =
                store.prepare_cached("SELECT user FROM owner WHERE record = :record")?;
            let owner = statement
                .query_row(named_params! { ":record": record.to_string() }, |row| {
                    Ok(UserId(row.uuid("user")?))
                });
            Ok(owner.optional()?)
        })
    }

    /// Gives every case, report and conference that a user made.
    pub fn owned_by(&self, user: UserId) -> Result<BTreeSet<Uuid>, Error> {
        self.read(|store| {
            let mut statement =
                store.prepare_cached("SELECT record FROM owner WHERE user = :user")?;
            let records = statement
                .query_map(named_params! { ":user": user.to_string() }, |row| {
                    row.uuid("record")
                })?;
            Ok(records.collect::<Result<_, _>>()?)
        })
    }

    /// Gives the report, conference or case that an issued document is of; none where there is no
    /// such document, or it is of no record.
    pub fn record_of_issue(&self, issue: IssueId) -> Result<Option<Uuid>, Error> {
        self.read(|store| {
            let mut statement = store.prepare_cached(
                "SELECT of_record FROM issue WHERE id = :id AND of_record IS NOT NULL",
            )?;
            let record = statement.query_row(named_params! { ":id": issue.to_string() }, |row| {
                row.uuid("of_record")
            });
            Ok(record.optional()?)
        })
    }
}

/// Notes who made a record, in the transaction that makes it.
pub(crate) fn insert(tx: &Transaction<'_>, record: Uuid, user: UserId) -> Result<(), Failure> {
    let mut statement =
        tx.prepare_cached("INSERT INTO owner (record, user) VALUES (:record, :user)")?;
    statement.execute(named_params! {
        ":record": record.to_string(),
        ":user": user.to_string(),
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AuditEntry;
    use crate::fixture::{a_case, a_conference, a_store, an_entry, with_a_draft};

    #[test]
    fn what_a_user_made_is_that_users() {
        let mut store = a_store();
        let draft = with_a_draft(&mut store);
        let other = UserId(Uuid::from_u128(0xB));
        let by_other = AuditEntry {
            user: other,
            ..an_entry("conference.create")
        };
        let (case, conference) = (a_case(2, "Ewan", "Sample"), a_conference(3));

        store.add_case(&case, &by_other).unwrap();
        store.add_conference(&conference, &by_other).unwrap();

        let first = an_entry("case.create").user;
        assert_eq!(store.owner_of(draft.id.0), Ok(Some(first)));
        assert_eq!(store.owner_of(draft.case.0), Ok(Some(first)));
        assert_eq!(
            store.owned_by(other),
            Ok([case.id.0, conference.id.0].into())
        );
        assert_eq!(store.owner_of(Uuid::from_u128(404)), Ok(None));
    }
}
