//! The schema, one numbered step at a time.
//!
//! A step is never edited once shipped. Each runs in one transaction with the rise of the version,
//! so that a store is always of the old version or of the new one.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::Error;
use crate::failure::Failure;

/// Marks a database as a store of this program: `SDNT` in ASCII.
pub(crate) const APPLICATION_ID: i32 = 0x5344_4E54;

/// The steps, oldest first. A store's version is how many of them it has.
const STEPS: &[&str] = &[
    include_str!("../migrations/0001-about.sql"),
    include_str!("../migrations/0002-audit.sql"),
    include_str!("../migrations/0003-case.sql"),
    include_str!("../migrations/0004-issue.sql"),
    include_str!("../migrations/0005-draft.sql"),
    include_str!("../migrations/0006-conference.sql"),
    include_str!("../migrations/0007-search.sql"),
    include_str!("../migrations/0008-issued-case.sql"),
    include_str!("../migrations/0009-owner.sql"),
    include_str!("../migrations/0010-pack-basis.sql"),
    include_str!("../migrations/0011-edition-seen.sql"),
    include_str!("../migrations/0012-directory.sql"),
    include_str!("../migrations/0013-directory-organisation.sql"),
    include_str!("../migrations/0014-directory-carried.sql"),
];

/// The version that this program writes.
pub(crate) fn latest() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}

/// Gives the version of a database, having seen that it is a store and not newer than this program.
pub(crate) fn version(connection: &Connection) -> Result<u32, Failure> {
    let mark: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if mark != APPLICATION_ID {
        return Err(Error::Foreign.into());
    }
    let found: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > latest() {
        let known = latest();
        return Err(Error::Newer { found, known }.into());
    }
    Ok(found)
}

/// Makes every table in an empty database, inside the transaction that also says what store it is:
/// a store killed while it is being made is no store.
pub(crate) fn make(tx: &Transaction<'_>) -> Result<(), Failure> {
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    take_steps(tx, 0, latest())
}

/// Brings an older store to the latest version, a step to a transaction.
pub(crate) fn upgrade(connection: &mut Connection) -> Result<(), Failure> {
    for reached in version(connection)?..latest() {
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another process may have taken the step while this one waited for the lock.
        if version(&tx)? == reached {
            take_steps(&tx, reached, reached + 1)?;
        }
        tx.commit()?;
    }
    Ok(())
}

fn take_steps(tx: &Transaction<'_>, from: u32, to: u32) -> Result<(), Failure> {
    let taken = usize::try_from(from).unwrap_or(usize::MAX);
    let wanted = usize::try_from(to - from).unwrap_or(usize::MAX);
    for step in STEPS.iter().skip(taken).take(wanted) {
        tx.execute_batch(step)?;
    }
    tx.pragma_update(None, "user_version", to)?;
    Ok(())
}

/// Gives the whole schema as text, in an order of its own.
pub(crate) fn schema(connection: &Connection) -> Result<String, Failure> {
    let mut statement = connection
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name")?;
    let parts = statement.query_map([], |row| row.get::<_, String>("sql"))?;
    let parts: Vec<String> = parts.collect::<Result<_, _>>()?;
    Ok(parts.join(";\n\n"))
}

/// Checks that the schema is the one that the steps make: a missing trigger is damage too.
pub(crate) fn check_schema(connection: &Connection) -> Result<(), Failure> {
    let mut pattern = Connection::open_in_memory()?;
    let tx = pattern.transaction()?;
    make(&tx)?;
    if schema(&tx)? == schema(connection)? {
        Ok(())
    } else {
        Err(Error::Damaged.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A database as the release that knew only `version` steps left it.
    fn a_store_of_version(version: u32) -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        let tx = connection.transaction().unwrap();
        tx.pragma_update(None, "application_id", APPLICATION_ID)
            .unwrap();
        take_steps(&tx, 0, version).unwrap();
        tx.commit().unwrap();
        connection
    }

    #[test]
    fn the_schema_is_the_one_reviewed() {
        let store = a_store_of_version(latest());

        let schema = schema(&store).unwrap();

        insta::assert_snapshot!("schema", schema);
    }

    #[test]
    fn a_store_of_any_earlier_version_is_brought_up_to_date() {
        for older in 0..latest() {
            let mut store = a_store_of_version(older);

            upgrade(&mut store).unwrap();

            assert_eq!(version(&store).unwrap(), latest());
            check_schema(&store).unwrap();
        }
    }

    /// Rows as the release before left them: a case, a report issued about it, a draft and a
    /// conference, each with its line in the audit log.
    const RECORDS: &str = r#"
        INSERT INTO case_record (id, rev, reference, listed_name, court, body)
        VALUES ('00000000-0000-0000-0000-00000000000c', 1, 'KB-1', 'EXAMPLE, Morag', 'Kirkbrae',
                '{"court":"Kirkbrae"}');
        INSERT INTO issue (id, kind, of_record, at, by_user, digest, pages, bytes)
        VALUES ('00000000-0000-0000-0000-000000000001', 'report',
                '00000000-0000-0000-0000-0000000000d1', 0,
                '00000000-0000-0000-0000-00000000000a', printf('%064d', 0), 1, x'25');
        INSERT INTO draft (id, of_case, form, form_edition, author, rev, saved_at, saved_by, issue)
        VALUES ('00000000-0000-0000-0000-0000000000d1', '00000000-0000-0000-0000-00000000000c',
                'jswr', '1', '{}', 2, 0, '00000000-0000-0000-0000-00000000000a',
                '00000000-0000-0000-0000-000000000001'),
               ('00000000-0000-0000-0000-0000000000d2', '00000000-0000-0000-0000-00000000000c',
                'jswr', '1', '{}', 1, 0, '00000000-0000-0000-0000-00000000000b', NULL);
        INSERT INTO conference (id, rev, meeting_type, title, about, starts, packs, body)
        VALUES ('00000000-0000-0000-0000-0000000000e1', 1, 'review', 'Review', '',
                '2026-12-01T10:00:00', 0, '{}');
        INSERT INTO audit_entry
          (seq, at, user, user_role, workstation, event, records, fields, previous, hash)
        SELECT column1, 0, '00000000-0000-0000-0000-00000000000' || column2, 'author', 'desk',
               column3, column4, '[]', zeroblob(32), zeroblob(32)
        FROM (VALUES
          (1, 'a', 'case.create', '["00000000-0000-0000-0000-00000000000c"]'),
          (2, 'a', 'draft.begin', '["00000000-0000-0000-0000-00000000000c",
                                    "00000000-0000-0000-0000-0000000000d1"]'),
          (3, 'b', 'draft.begin', '["00000000-0000-0000-0000-00000000000c",
                                    "00000000-0000-0000-0000-0000000000d2"]'),
          (4, 'b', 'case.open', '["00000000-0000-0000-0000-00000000000c"]'),
          (5, 'b', 'conference.create', '["00000000-0000-0000-0000-0000000000e1"]'));
    "#;

    fn upgraded_from(version: u32) -> Connection {
        let mut store = a_store_of_version(version);
        store.execute_batch(RECORDS).unwrap();
        upgrade(&mut store).unwrap();
        check_schema(&store).unwrap();
        store
    }

    /// Every row of a question to the store, its columns parted by a bar.
    fn rows(store: &Connection, sql: &str) -> Vec<String> {
        let mut statement = store.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get::<_, String>(0));
        rows.unwrap().collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn a_report_issued_before_0008_gets_the_case_as_it_stands_then() {
        let store = upgraded_from(7);

        let frozen = rows(
            &store,
            "SELECT substr(issue, -2) || '|' || reference || '|' || body || '|' || as_issued
             FROM issued_case",
        );

        assert_eq!(frozen, [r#"01|KB-1|{"court":"Kirkbrae"}|0"#]);
    }

    #[test]
    fn the_log_says_whose_the_records_before_0009_are() {
        let store = upgraded_from(8);

        let owners = rows(
            &store,
            "SELECT substr(record, -2) || '|' || substr(user, -1) FROM owner ORDER BY record",
        );

        assert_eq!(owners, ["0c|a", "d1|a", "d2|b", "e1|b"]);
    }

    #[test]
    fn a_pack_built_before_0010_has_no_basis() {
        let store = upgraded_from(9);

        assert!(rows(&store, "SELECT digest FROM pack_basis").is_empty());
        assert_eq!(rows(&store, "SELECT kind FROM issue"), ["report"]);
    }

    #[test]
    fn nobody_has_looked_at_the_content_before_0011() {
        let store = upgraded_from(10);

        assert!(rows(&store, "SELECT user FROM edition_seen").is_empty());
        assert!(rows(&store, "SELECT entry FROM entry_seen").is_empty());
        assert_eq!(rows(&store, "SELECT reference FROM case_record"), ["KB-1"]);
    }

    #[test]
    fn nothing_was_changed_in_the_directory_before_0012() {
        let store = upgraded_from(11);

        assert!(rows(&store, "SELECT id FROM directory_entry").is_empty());
        assert!(rows(&store, "SELECT id FROM gap").is_empty());
        assert_eq!(rows(&store, "SELECT reference FROM case_record"), ["KB-1"]);
    }

    #[test]
    fn no_organisation_was_written_before_0013() {
        let store = upgraded_from(12);

        assert!(rows(&store, "SELECT id FROM directory_organisation").is_empty());
        assert_eq!(rows(&store, "SELECT reference FROM case_record"), ["KB-1"]);
    }

    #[test]
    fn nothing_was_carried_beside_an_entry_before_0014() {
        let store = upgraded_from(13);

        assert!(rows(&store, "SELECT body FROM directory_carried").is_empty());
        assert_eq!(rows(&store, "SELECT reference FROM case_record"), ["KB-1"]);
    }

    #[test]
    fn a_step_that_fails_leaves_the_store_as_it_was() {
        let mut store = a_store_of_version(2);
        store
            .execute_batch("CREATE TABLE issue (in_the_way INTEGER)")
            .unwrap();

        upgrade(&mut store).unwrap_err();

        assert_eq!(
            version(&store).unwrap(),
            3,
            "the step before the failing one was whole"
        );
        let half = "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'issue_%'";
        assert_eq!(
            store
                .query_row(half, [], |row| row.get::<_, u32>(0))
                .unwrap(),
            0
        );
    }

    #[test]
    fn a_schema_without_one_of_its_triggers_is_damaged() {
        let store = a_store_of_version(latest());
        store
            .execute_batch("DROP TRIGGER issue_never_changes")
            .unwrap();

        let checked = check_schema(&store).map_err(Error::from);

        assert_eq!(checked, Err(Error::Damaged));
    }
}
