//! `demo`: a demonstration store, and every kind of PDF from it.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use desk::{Door, bundled_edition, demonstration_instant};
use vault::Cost;

use crate::Done;
use crate::arguments::Demo;
use crate::ending::Ending;
use crate::surroundings::Terminal;

pub(crate) fn run(wanted: &Demo) -> Done {
    let unwritable = |error: std::io::Error| {
        Ending::Undone(format!(
            "The folder {} could not be written to: {error}.",
            wanted.out.display()
        ))
    };
    fs::create_dir_all(&wanted.out).map_err(unwritable)?;
    let scratch = wanted.out.join(".demonstration");
    let folder = wanted.store.as_deref().unwrap_or(&scratch);
    let papers = papers(folder);
    if wanted.store.is_none() && scratch.exists() {
        fs::remove_dir_all(&scratch).map_err(unwritable)?;
    }
    for (name, bytes) in papers? {
        let path = wanted.out.join(format!("{name}.pdf"));
        vault::write_durably(&path, &bytes)
            .map_err(|_| Ending::Undone(format!("{} could not be written.", path.display())))?;
        println!("{}", path.display());
    }
    Ok(())
}

fn papers(folder: &Path) -> Result<Vec<desk::DemonstrationPaper>, Ending> {
    let surroundings = Arc::new(Terminal {
        fixed: Some(demonstration_instant()),
    });
    let edition = Arc::new(bundled_edition()?);
    let door = Door::new(folder, edition, surroundings, Cost::standard());
    door.erase_demonstration()?;
    let (_held, mut desk) = door.demonstration()?;
    let papers = desk.demonstration_papers()?;
    desk.close()?;
    Ok(papers)
}
