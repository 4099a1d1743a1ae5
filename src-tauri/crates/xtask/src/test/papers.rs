//! The demonstration's PDFs, put before checkers that are not ours.

use std::fs;
use std::path::{Path, PathBuf};

use crate::program::{program, run};
use crate::test::Outcome;
use crate::trouble::Trouble;
use crate::workspace::Workspace;

pub(crate) fn make(workspace: &Workspace) -> Result<Outcome, Trouble> {
    let papers = make_in(workspace, &first(workspace))?;
    println!("{} PDFs were made.", papers.len());
    Ok(Outcome::Passed)
}

pub(crate) fn are_whole(workspace: &Workspace) -> Result<Outcome, Trouble> {
    for paper in &papers_in(&first(workspace))? {
        run(program("qpdf").args(["--check", "--no-warn"]).arg(paper))?;
    }
    Ok(Outcome::Passed)
}

pub(crate) fn satisfy_pdfua(workspace: &Workspace) -> Result<Outcome, Trouble> {
    let papers = papers_in(&first(workspace))?;
    let mut pdfua = program(workspace.checker("pdfua"));
    pdfua.args(["check", "--min-severity", "warning"]);
    run(pdfua.args(&papers))?;
    Ok(Outcome::Passed)
}

pub(crate) fn satisfy_outloud(workspace: &Workspace) -> Result<Outcome, Trouble> {
    let papers = papers_in(&first(workspace))?;
    let mut outloud = program(workspace.checker("outloud"));
    // Its warnings are printed and do not fail: a menu repeats short lines such as "Consent: No" at
    // the same height of several pages, which it takes for a running head.
    run(outloud
        .args(["--no-info", "--fail-on", "error"])
        .args(&papers))?;
    Ok(Outcome::Passed)
}

/// A second run elsewhere must give the same names and the same bytes.
pub(crate) fn come_out_the_same(workspace: &Workspace) -> Result<Outcome, Trouble> {
    let (first, second) = (first(workspace), workspace.target().join("demo-again"));
    make_in(workspace, &second)?;
    match first_difference(&first, &second)? {
        None => Ok(Outcome::Passed),
        Some(name) => Err(Trouble::new(format!(
            "{} differs between two runs on the same input.",
            name.display()
        ))
        .next("Look for a clock, a random number or the order of a hash map.")),
    }
}

/// Gives the PDFs in a folder and below it, in order; none at all is trouble.
pub(crate) fn papers_in(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let mut papers = Vec::new();
    collect(folder, &mut papers)
        .map_err(|e| Trouble::new(format!("{} cannot be read ({e}).", folder.display())))?;
    papers.sort();
    if papers.is_empty() {
        let happened = format!("There is no PDF in {}.", folder.display());
        return Err(Trouble::new(happened).next("“sederunt-cli demo” should have made some."));
    }
    Ok(papers)
}

fn first(workspace: &Workspace) -> PathBuf {
    workspace.target().join("demo")
}

fn make_in(workspace: &Workspace, folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    clear(folder)?;
    let mut cli = program(workspace.built("sederunt-cli", false));
    run(cli.arg("demo").arg("--out").arg(folder))?;
    papers_in(folder)
}

/// Removes what an earlier run left, so that no old paper is checked for a new one.
pub(crate) fn clear(folder: &Path) -> Result<(), Trouble> {
    match fs::remove_dir_all(folder) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(Trouble::new(format!(
            "{} cannot be cleared ({e}).",
            folder.display()
        ))),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn collect(folder: &Path, papers: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, papers)?;
        } else if path.extension().is_some_and(|ending| ending == "pdf") {
            papers.push(path);
        }
    }
    Ok(())
}

/// Gives the first paper that only one folder has, or whose bytes are not the same in both.
fn first_difference(first: &Path, second: &Path) -> Result<Option<PathBuf>, Trouble> {
    let mut names = Vec::new();
    for folder in [first, second] {
        let papers = papers_in(folder)?;
        names.extend(
            papers
                .iter()
                .filter_map(|p| Some(p.strip_prefix(folder).ok()?.to_owned())),
        );
    }
    names.sort();
    names.dedup();
    let differs = |name: &PathBuf| {
        let bytes = |folder: &Path| fs::read(folder.join(name)).ok();
        bytes(first).is_none() || bytes(first) != bytes(second)
    };
    Ok(names.into_iter().find(differs))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_with(test: &str, papers: &[(&str, &str)]) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("sederunt-{test}-{}", std::process::id()));
        clear(&folder).unwrap();
        for (name, words) in papers {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, words).unwrap();
        }
        folder
    }

    #[test]
    fn papers_are_found_below_the_folder_and_nothing_else_is() {
        let folder = folder_with(
            "found",
            &[("pack/b.pdf", ""), ("a.pdf", ""), ("map.json", "")],
        );

        let papers = papers_in(&folder).unwrap();

        assert_eq!(papers, [folder.join("a.pdf"), folder.join("pack/b.pdf")]);
        clear(&folder).unwrap();
    }

    #[test]
    fn no_paper_at_all_is_trouble() {
        let folder = folder_with("none", &[("map.json", "")]);

        assert!(papers_in(&folder).is_err());
        clear(&folder).unwrap();
    }

    #[test]
    fn a_changed_or_missing_paper_is_a_difference() {
        let one = folder_with("one", &[("a.pdf", "same"), ("b.pdf", "one")]);
        let two = folder_with("two", &[("a.pdf", "same"), ("b.pdf", "two")]);
        let three = folder_with("three", &[("b.pdf", "one")]);

        assert_eq!(first_difference(&one, &one), Ok(None));
        assert_eq!(first_difference(&one, &two), Ok(Some("b.pdf".into())));
        assert_eq!(first_difference(&one, &three), Ok(Some("a.pdf".into())));
        assert_eq!(first_difference(&three, &one), Ok(Some("a.pdf".into())));
        for folder in [one, two, three] {
            clear(&folder).unwrap();
        }
    }
}
