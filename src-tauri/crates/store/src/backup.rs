//! Backups: a second store with the same contents, proved to be one.

use std::path::Path;
use std::time::Duration;

use rusqlite::backup::Backup;

use crate::failure::Failure;
use crate::{Error, Store, connection};

/// How many pages are copied at a time.
const PAGES: std::ffi::c_int = 1024;

impl Store {
    /// Copies the store into a new file, under the same key or another, and gives the digest of its
    /// contents.
    ///
    /// The copy is opened again and checked whole, and its contents compared, before this returns;
    /// one that fails is removed. A store in memory has no key and cannot be copied so.
    pub fn back_up(&self, to: &Path, key: &str) -> Result<String, Error> {
        let before = self.contents_digest()?;
        connection::make_plain(to, key, |mut copy| {
            let backup = Backup::new(self.connection(), &mut copy)?;
            backup.run_to_completion(PAGES, Duration::ZERO, None)?;
            drop(backup);
            copy.close().map_err(|(_, error)| error)?;
            prove(to, key, &before)
        })?;
        Ok(before)
    }
}

fn prove(path: &Path, key: &str, contents: &str) -> Result<(), Failure> {
    let copy = Store::open_to_read(path, key)?;
    let sound = copy.verify()?.is_sound() && copy.contents_digest()? == contents;
    copy.close()?;
    if sound {
        Ok(())
    } else {
        Err(Error::Damaged.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{
        KEY, OTHER_KEY, a_case, a_store_in_a_file, about, an_entry, with_a_draft,
    };

    #[test]
    fn a_backup_holds_what_the_store_holds() {
        let (folder, path, mut store) = a_store_in_a_file();
        with_a_draft(&mut store);
        let to = folder.path().join("backup.sederunt");

        let digest = store.back_up(&to, KEY).unwrap();

        let copy = Store::open(&to, KEY).unwrap();
        assert_eq!(copy.contents_digest().unwrap(), digest);
        assert_eq!(copy.drafts().unwrap(), store.drafts().unwrap());
        assert_eq!(
            copy.search("morag", &crate::SearchKind::ALL, 9)
                .unwrap()
                .len(),
            2
        );
        assert_eq!(store.back_up(&to, KEY), Err(Error::AlreadyThere));
        assert_eq!(store.back_up(&path, KEY), Err(Error::AlreadyThere));
    }

    #[test]
    fn a_backup_may_have_another_key() {
        let (folder, _path, mut store) = a_store_in_a_file();
        with_a_draft(&mut store);
        let to = folder.path().join("backup.sederunt");

        let digest = store.back_up(&to, OTHER_KEY).unwrap();

        assert_eq!(
            Store::open(&to, KEY).map(|_| ()),
            Err(Error::WrongKeyOrForeign)
        );
        assert_eq!(
            Store::open(&to, OTHER_KEY)
                .unwrap()
                .contents_digest()
                .unwrap(),
            digest
        );
        assert_eq!(Store::open(&to, OTHER_KEY).unwrap().about(), &about());
    }

    #[test]
    fn the_digest_tells_of_any_change() {
        let (_folder, _path, mut store) = a_store_in_a_file();
        let before = store.contents_digest().unwrap();

        store
            .add_case(&a_case(1, "Morag", "Example"), &an_entry("case.create"))
            .unwrap();

        assert_ne!(store.contents_digest().unwrap(), before);
    }

    #[test]
    fn a_copy_that_cannot_be_proved_is_not_left_behind() {
        let store = crate::fixture::a_store();
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("backup.sederunt");

        store.back_up(&to, KEY).unwrap_err();

        assert!(!to.exists());
    }
}
