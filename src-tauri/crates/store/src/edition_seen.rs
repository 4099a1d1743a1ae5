//! What of the content each user last looked at.
//!
//! An entry is kept as it was put into words then: the edition it stood in is no longer there when a
//! person asks what it said before.

use std::collections::BTreeMap;

use casework::UserId;
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params};

use crate::columns::unreadable;
use crate::failure::Failure;
use crate::{Error, Store};

/// The edition that a user last looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenEdition {
    /// Its name.
    pub edition: String,
    /// The day on which it was looked at: law may begin or end on a day after it.
    pub day: NaiveDate,
    /// The digest of all its entries.
    pub digest: String,
}

/// An entry of an edition as a user saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenEntry {
    /// Its kind and id.
    pub entry: String,
    /// The digest of its body.
    pub digest: String,
    /// What it said, as JSON.
    pub body: String,
}

impl Store {
    /// Gives the edition that a user last looked at; none where they have not looked yet.
    pub fn edition_seen(&self, user: UserId) -> Result<Option<SeenEdition>, Error> {
        self.read(|store| held(store, user))
    }

    /// Gives the digest of each entry that a user last saw.
    pub fn digests_seen(&self, user: UserId) -> Result<BTreeMap<String, String>, Error> {
        self.read(|store| {
            let mut statement =
                store.prepare_cached("SELECT entry, digest FROM entry_seen WHERE user = :user")?;
            let digests = statement
                .query_map(named_params! { ":user": user.to_string() }, |row| {
                    Ok((row.get("entry")?, row.get("digest")?))
                })?;
            Ok(digests.collect::<Result<_, _>>()?)
        })
    }

    /// Gives what some entries said when a user last saw them, as JSON, by entry. One that they have
    /// not seen is left out.
    pub fn bodies_seen(
        &self,
        user: UserId,
        entries: &[&str],
    ) -> Result<BTreeMap<String, String>, Error> {
        self.read(|store| {
            let mut statement = store.prepare_cached(
                "SELECT body FROM entry_seen WHERE user = :user AND entry = :entry",
            )?;
            let user = user.to_string();
            let mut bodies = BTreeMap::new();
            for entry in entries {
                let params = named_params! { ":user": user, ":entry": entry };
                let body = statement.query_row(params, |row| row.get("body"));
                if let Some(body) = body.optional()? {
                    bodies.insert((*entry).to_owned(), body);
                }
            }
            Ok(bodies)
        })
    }

    /// Notes that a user has looked at an edition and all its entries, all or nothing. Entries that
    /// they had seen as they are stay as they stand.
    pub fn set_edition_seen(
        &mut self,
        user: UserId,
        seen: &SeenEdition,
        entries: impl IntoIterator<Item = SeenEntry>,
    ) -> Result<(), Error> {
        self.write(|tx| {
            let before = held(tx, user)?;
            tx.execute(
                "INSERT INTO edition_seen (user, edition, day, digest)
                 VALUES (:user, :edition, :day, :digest)
                 ON CONFLICT (user) DO UPDATE
                 SET edition = excluded.edition, day = excluded.day, digest = excluded.digest",
                named_params! {
                    ":user": user.to_string(),
                    ":edition": seen.edition,
                    ":day": seen.day.to_string(),
                    ":digest": seen.digest,
                },
            )?;
            if before.is_none_or(|before| before.digest != seen.digest) {
                put_entries(tx, user, entries)?;
            }
            Ok(())
        })
    }
}

fn held(connection: &Connection, user: UserId) -> Result<Option<SeenEdition>, Failure> {
    let mut statement = connection
        .prepare_cached("SELECT edition, day, digest FROM edition_seen WHERE user = :user")?;
    let seen = statement.query_row(named_params! { ":user": user.to_string() }, from_row);
    Ok(seen.optional()?)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<SeenEdition> {
    let day: String = row.get("day")?;
    Ok(SeenEdition {
        edition: row.get("edition")?,
        day: day.parse().map_err(unreadable::<chrono::ParseError>)?,
        digest: row.get("digest")?,
    })
}

fn put_entries(
    tx: &Transaction<'_>,
    user: UserId,
    entries: impl IntoIterator<Item = SeenEntry>,
) -> Result<(), Failure> {
    let user = user.to_string();
    let mut put = tx.prepare_cached(
        "INSERT INTO entry_seen (user, entry, digest, body)
         VALUES (:user, :entry, :digest, :body)
         ON CONFLICT (user, entry) DO UPDATE
         SET digest = excluded.digest, body = excluded.body
         WHERE digest <> excluded.digest",
    )?;
    let mut names = Vec::new();
    for seen in entries {
        put.execute(named_params! {
            ":user": user,
            ":entry": seen.entry,
            ":digest": seen.digest,
            ":body": seen.body,
        })?;
        names.push(seen.entry);
    }
    let names = serde_json::to_string(&names).map_err(|_| Error::Unwritable)?;
    tx.execute(
        "DELETE FROM entry_seen
         WHERE user = :user AND entry NOT IN (SELECT value FROM json_each(:names))",
        named_params! { ":user": user, ":names": names },
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::fixture::a_store;

    const USER: UserId = UserId(Uuid::from_u128(0xA));

    fn edition(name: &str, digit: char) -> SeenEdition {
        SeenEdition {
            edition: name.into(),
            day: "2026-11-22".parse().unwrap(),
            digest: digit.to_string().repeat(64),
        }
    }

    fn entry(name: &str, digit: char) -> SeenEntry {
        SeenEntry {
            entry: name.into(),
            digest: digit.to_string().repeat(64),
            body: format!("{{\"name\":\"{digit}\"}}"),
        }
    }

    fn names(store: &Store, user: UserId) -> Vec<String> {
        store.digests_seen(user).unwrap().into_keys().collect()
    }

    #[test]
    fn nobody_has_looked_at_a_new_store() {
        let store = a_store();

        assert_eq!(store.edition_seen(USER), Ok(None));
        assert_eq!(names(&store, USER), [""; 0]);
    }

    #[test]
    fn what_was_looked_at_takes_the_place_of_what_was_before() {
        let mut store = a_store();
        let (old, new) = (edition("2026-11", '1'), edition("2026-12", '2'));
        let first = [entry("option a", '1'), entry("option b", '1')];
        let second = [entry("option b", '2'), entry("service c", '1')];
        store.set_edition_seen(USER, &old, first).unwrap();

        store.set_edition_seen(USER, &new, second).unwrap();

        assert_eq!(store.edition_seen(USER), Ok(Some(new)));
        assert_eq!(names(&store, USER), ["option b", "service c"]);
        let bodies = store.bodies_seen(USER, &["option a", "option b"]).unwrap();
        let expected = [("option b".to_owned(), r#"{"name":"2"}"#.to_owned())];
        assert_eq!(bodies, BTreeMap::from(expected));
    }

    #[test]
    fn the_same_edition_on_a_later_day_moves_the_day_alone() {
        let mut store = a_store();
        let seen = edition("2026-11", '1');
        store
            .set_edition_seen(USER, &seen, [entry("option a", '1')])
            .unwrap();
        let later = SeenEdition {
            day: "2026-12-01".parse().unwrap(),
            ..seen
        };

        store.set_edition_seen(USER, &later, []).unwrap();

        assert_eq!(store.edition_seen(USER), Ok(Some(later)));
        assert_eq!(names(&store, USER), ["option a"]);
    }

    #[test]
    fn each_user_has_looked_for_themselves_alone() {
        let mut store = a_store();
        let other = UserId(Uuid::from_u128(0xB));
        let entries = [entry("option a", '1')];
        store
            .set_edition_seen(USER, &edition("2026-11", '1'), entries)
            .unwrap();

        store
            .set_edition_seen(other, &edition("2026-12", '2'), [])
            .unwrap();

        assert_eq!(names(&store, USER), ["option a"]);
        assert_eq!(names(&store, other), [""; 0]);
    }

    #[test]
    fn an_entry_that_cannot_be_kept_leaves_everything_as_it_was() {
        let mut store = a_store();
        let seen = edition("2026-11", '1');
        store
            .set_edition_seen(USER, &seen, [entry("option a", '1')])
            .unwrap();
        let unreadable = SeenEntry {
            body: "not JSON".into(),
            ..entry("option b", '2')
        };

        let refused = store.set_edition_seen(USER, &edition("2026-12", '2'), [unreadable]);

        assert!(refused.is_err());
        assert_eq!(store.edition_seen(USER), Ok(Some(seen)));
        assert_eq!(names(&store, USER), ["option a"]);
    }
}
