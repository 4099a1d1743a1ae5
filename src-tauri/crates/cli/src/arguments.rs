//! The command line's contract.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};

/// Bail options, disposals, reports and conferences for the Scottish courts.
///
/// Exit codes: 0 done, 1 refused by a rule or check, 2 bad input, 3 could not be done.
#[derive(Debug, Parser)]
#[command(name = "sederunt-cli", version)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Make a demonstration store and every kind of PDF from it
    Demo(Demo),
    /// Check, pack, verify or compare editions of the content
    #[command(subcommand)]
    Edition(Edition),
    /// Say what is competent on the facts of a case, and why
    #[command(subcommand)]
    Law(Law),
    /// Print a report from a case file
    Report(Report),
    /// Look in the directory of programmes and services
    #[command(subcommand)]
    Directory(Directory),
    /// Look after a store
    #[command(subcommand)]
    Store(Store),
    #[command(hide = true)]
    BenchReport(BenchReport),
    #[command(hide = true)]
    BenchKeystrokes,
    #[command(hide = true, subcommand)]
    BenchDirectory(BenchDirectory),
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// The folder that the PDFs are written to
    #[arg(long)]
    pub out: PathBuf,
    /// The folder to keep the demonstration store in; left out, it is not kept
    #[arg(long)]
    pub store: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Edition {
    /// Say every fault of the content sources, with file, line and field
    Check {
        /// The folder of the sources
        #[arg(default_value = "src-tauri/content")]
        sources: PathBuf,
    },
    /// Pack the sources into one signed file
    Pack {
        /// The folder of the sources
        #[arg(default_value = "src-tauri/content")]
        sources: PathBuf,
        /// The file of the signing key: 64 hexadecimal digits
        #[arg(long)]
        key: PathBuf,
        /// The file to write
        #[arg(long)]
        out: PathBuf,
    },
    /// Verify a packed edition against the keys this program trusts
    Verify {
        /// The packed edition
        file: PathBuf,
    },
    /// Say what one packed edition has that another has not
    Diff {
        /// The older edition
        older: PathBuf,
        /// The newer edition
        newer: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Law {
    /// Every bail option: competent, not competent, or waiting on a fact
    Bail(LawMenu),
    /// Every disposal: competent, not competent, or waiting on a fact
    Disposals(LawMenu),
    /// Print the JSON Schema of a facts file
    FactsSchema,
    /// List the calculators and what each asks
    Calculators {
        /// Answer in JSON
        #[arg(long)]
        json: bool,
    },
    /// Reckon a period, a date or a sum, and show how
    Calculate(Calculate),
}

#[derive(Debug, Args)]
pub(crate) struct Calculate {
    /// The calculator, such as victim-surcharge
    pub name: String,
    /// What is given to it, JSON or TOML: facts, and the calculator's own inputs, by id
    #[arg(long)]
    pub given: PathBuf,
    /// The day for which the law is asked, as 2026-03-27; left out, the date of sentence in the
    /// file, or today
    #[arg(long)]
    pub as_at: Option<NaiveDate>,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct LawMenu {
    /// The facts file, JSON or TOML
    #[arg(long)]
    pub facts: PathBuf,
    /// The day for which the law is asked, as 2026-03-27; left out, the date of sentence in the
    /// file, or today. Disposals are asked for the day of sentence: if the file has it, no other
    #[arg(long)]
    pub as_at: Option<NaiveDate>,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Report {
    /// The case file, TOML or JSON
    #[arg(long)]
    pub case: PathBuf,
    /// The form, such as jswr-2023
    #[arg(long)]
    pub form: String,
    /// The PDF to write; an existing file is not replaced
    #[arg(long)]
    pub out: PathBuf,
    /// Whose copy it is
    #[arg(long, value_parser = ["court", "person"], default_value = "court")]
    pub recipient: String,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Directory {
    /// Find services
    Search(DirectorySearch),
    /// Take a table, a spreadsheet or open data into the directory: all of it, or nothing where it
    /// has a fault
    Import(DirectoryImport),
    /// Write the directory to a file
    Export(DirectoryExport),
    /// List the entries that are to be confirmed, those never confirmed first
    Stale(DirectoryStale),
    /// Say what a signed local edition would change. Nothing is installed
    Compare(DirectoryCompare),
}

#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag that is given by itself"
)]
pub(crate) struct DirectorySearch {
    /// What to look for
    pub words: Vec<String>,
    /// Only services for people who live in this council (GSS code)
    #[arg(long, visible_alias = "council")]
    pub area: Option<String>,
    /// Only services for people who come to this court (id, such as SC-KKC)
    #[arg(long)]
    pub court: Option<String>,
    /// Services offered in this prison (id, such as PR-PER), and their like at home
    #[arg(long)]
    pub prison: Option<String>,
    /// Only services of this kind (a code such as housing)
    #[arg(long)]
    pub kind: Option<String>,
    /// Only services for this need (O1 to O9)
    #[arg(long)]
    pub need: Option<String>,
    /// Only services for this group (a code such as women)
    #[arg(long)]
    pub group: Option<String>,
    /// Only services recorded for this option
    #[arg(long)]
    pub option: Option<String>,
    /// The sex of the person sought
    #[arg(long, value_parser = ["male", "female"])]
    pub sex: Option<String>,
    /// The age of the person sought, in years
    #[arg(long)]
    pub age: Option<u32>,
    /// Whether the person sought is, or would be, under an order
    #[arg(long)]
    pub under_order: Option<bool>,
    /// Only what there is before sentence
    #[arg(long)]
    pub before_sentence: bool,
    /// Only what is said to take people now or on to a list
    #[arg(long)]
    pub taking: bool,
    /// Also what ended, what is planned, and what is of England and Wales
    #[arg(long)]
    pub not_running: bool,
    /// Also what was last confirmed over a year ago
    #[arg(long)]
    pub expired: bool,
    #[command(flatten)]
    pub at: NamedStore,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

/// The store whose directory it is.
#[derive(Debug, Args)]
pub(crate) struct DirectoryStore {
    /// The folder of the store; left out, the window's own. The passphrase is asked on standard
    /// input
    #[arg(long)]
    pub store: Option<PathBuf>,
    /// The store is the demonstration in that folder, which asks for no passphrase
    #[arg(long)]
    pub demonstration: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DirectoryImport {
    /// The file: CSV, XLSX, HSDS as JSON, or HSDS as a package of tables. What it is, its content
    /// tells
    pub file: PathBuf,
    /// Say what it would do, against the directory that the program ships with; no store is opened
    #[arg(long)]
    pub dry_run: bool,
    /// How the letters of a table are written
    #[arg(long, value_parser = ["utf-8", "windows-1252"], default_value = "utf-8")]
    pub encoding: String,
    /// Take the contacts of open data in too; a post here is still to confirm them. Those of a table
    /// come in with their column
    #[arg(long)]
    pub contacts: bool,
    #[command(flatten)]
    pub at: DirectoryStore,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DirectoryExport {
    /// Our own table, open data (HSDS 3.0), or only what its UK profile names
    #[arg(long, value_parser = ["csv", "hsds", "hsds-uk"])]
    pub format: String,
    /// The file to write; an existing file is not replaced
    #[arg(long)]
    pub out: PathBuf,
    /// Write contacts, public posts and numbers, into open data too; our own table has them always
    #[arg(long)]
    pub contacts: bool,
    #[command(flatten)]
    pub at: DirectoryStore,
}

#[derive(Debug, Args)]
pub(crate) struct DirectoryStale {
    #[command(flatten)]
    pub at: DirectoryStore,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DirectoryCompare {
    /// The local edition, proposed or approved
    pub file: PathBuf,
    #[command(flatten)]
    pub against: NamedStore,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

/// Whose directory is meant.
#[derive(Debug, Args)]
pub(crate) struct NamedStore {
    /// The folder of the store whose directory is meant; left out, the directory that the program
    /// ships with. The passphrase is asked on standard input
    #[arg(long)]
    pub store: Option<PathBuf>,
    /// The store is the demonstration in that folder, which asks for no passphrase
    #[arg(long, requires = "store")]
    pub demonstration: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Store {
    /// Check every page, reference and audit entry of a store; asks for the passphrase
    Verify {
        /// The folder of the store
        folder: PathBuf,
        /// The store is a demonstration, which asks for no passphrase
        #[arg(long)]
        demonstration: bool,
    },
}

#[derive(Debug, Args)]
pub(crate) struct BenchReport {
    #[arg(long)]
    pub out: PathBuf,
    #[arg(long)]
    pub text: Option<PathBuf>,
    #[arg(long, default_value_t = 20)]
    pub pages: u32,
}

#[derive(Debug, Subcommand)]
pub(crate) enum BenchDirectory {
    /// Make a demonstration, and a table of invented entries to take into it
    Begin {
        #[arg(long)]
        store: PathBuf,
        #[arg(long)]
        table: PathBuf,
        #[arg(long, default_value_t = 20_000)]
        entries: usize,
    },
    /// Confirm the entries that were taken in until the history has so many changes
    Grow {
        #[arg(long)]
        store: PathBuf,
        #[arg(long, default_value_t = 200_000)]
        changes: usize,
    },
    /// Time what is asked of it
    Measure {
        #[arg(long)]
        store: PathBuf,
    },
}
