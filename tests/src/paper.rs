//! A PDF, read through programs that are not ours: poppler and qpdf.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// A PDF on disk.
pub struct Paper {
    file: PathBuf,
    _folder: TempDir,
}

impl Paper {
    pub fn of(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("paper.pdf");
        fs::write(&file, bytes).expect("the paper can be written");
        Self {
            file,
            _folder: folder,
        }
    }

    /// The text of every page, in reading order.
    pub fn pages(&self) -> Vec<String> {
        let text = self.said_by(Command::new("pdftotext").args(["-enc", "UTF-8"]), &["-"]);
        let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
        pages.pop();
        pages
    }

    /// All its words with single spaces, a word that was parted at the end of a line made whole.
    pub fn words(&self) -> String {
        plain(&self.pages().join("\n"))
    }

    /// What `pdfinfo` says under a heading.
    pub fn property(&self, heading: &str) -> Option<String> {
        let said = self.said_by(&mut Command::new("pdfinfo"), &[]);
        let line = said
            .lines()
            .find(|line| line.starts_with(&format!("{heading}:")))?;
        line.split_once(':')
            .map(|(_, value)| value.trim().to_owned())
    }

    /// The titles of its bookmarks, outermost first.
    pub fn bookmarks(&self) -> Vec<String> {
        fn gather(outlines: &Value, titles: &mut Vec<String>) {
            for outline in outlines.as_array().into_iter().flatten() {
                titles.extend(outline["title"].as_str().map(str::to_owned));
                gather(&outline["kids"], titles);
            }
        }
        let mut titles = Vec::new();
        gather(&self.structure()["outlines"], &mut titles);
        titles
    }

    /// The label of each page on which labels change.
    pub fn page_labels(&self) -> Vec<Value> {
        let labels = self.structure()["pagelabels"].as_array().cloned();
        labels.unwrap_or_default()
    }

    /// How many pages have words printed across them. They are drawn as shapes, which a reader of
    /// text does not see, so their uses are counted.
    pub fn overprinted_pages(&self) -> usize {
        let unpacked = ["--qdf", "--object-streams=disable"];
        let written = self.ran(Command::new("qpdf").args(unpacked), &["-"]).stdout;
        let used = b"/Overprint Do";
        written
            .windows(used.len())
            .filter(|bytes| bytes == used)
            .count()
    }

    /// Fails with qpdf's own words unless the file is whole.
    pub fn assert_whole(&self) {
        let checked = self.ran(Command::new("qpdf").arg("--check"), &[]);
        assert!(
            checked.status.success(),
            "qpdf finds fault: {}{}",
            String::from_utf8_lossy(&checked.stdout),
            String::from_utf8_lossy(&checked.stderr)
        );
    }

    fn structure(&self) -> Value {
        let keys = ["--json=2", "--json-key=outlines", "--json-key=pagelabels"];
        let json = self.said_by(Command::new("qpdf").args(keys), &[]);
        serde_json::from_str(&json).expect("qpdf writes JSON")
    }

    fn said_by(&self, command: &mut Command, after: &[&str]) -> String {
        let output = self.ran(command, after);
        assert!(
            output.status.success(),
            "{command:?} failed: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).expect("the reader writes UTF-8")
    }

    fn ran(&self, command: &mut Command, after: &[&str]) -> Output {
        let ran = command.arg(&self.file).args(after).output();
        ran.unwrap_or_else(|error| panic!("{command:?} could not be run: {error}"))
    }
}

/// Words with single spaces, without the hyphens that the ends of lines put in.
pub fn plain(words: &str) -> String {
    let whole = words.replace("\u{ad}\n", "").replace('\u{ad}', "");
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}
