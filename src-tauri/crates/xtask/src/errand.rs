//! The errands a person may ask for, read from the command line.

use std::path::PathBuf;

use crate::trouble::Trouble;

pub(crate) const HELP: &str = "\
Developers' errands. Use: cargo xtask ERRAND

  set-up              install what building, running and testing need
  run [--release]     open the window on the demonstration store;
                      without a display, make the demonstration PDFs
  test [--only WORDS] [--keep-going]
                      check everything, stopping at the first failure;
                      --only keeps the steps whose name contains WORDS,
                      --keep-going goes on to the end and tells of all
  bench [--runs N] [--only WORDS] [--as-built]
                      print times, memory and ratios; never fails by time;
                      --as-built measures what was built before
  screens --out DIR   take pictures of the window for the manual
  icons               make the bundle's icons from icons/sederunt.svg
  help                print this";

/// One errand with what it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Errand {
    Help,
    SetUp,
    Run { release: bool },
    Test(Test),
    Bench(Bench),
    Screens { out: PathBuf },
    Icons,
}

impl Errand {
    /// Reads the words after `cargo xtask`.
    pub(crate) fn parse(words: &[String]) -> Result<Self, Trouble> {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            [] | ["help" | "--help" | "-h"] => Ok(Self::Help),
            ["set-up"] => Ok(Self::SetUp),
            ["run"] => Ok(Self::Run { release: false }),
            ["run", "--release"] => Ok(Self::Run { release: true }),
            ["test", how @ ..] => parse_test(how),
            ["bench", how @ ..] => parse_bench(how),
            ["screens", "--out", out] => Ok(Self::Screens { out: out.into() }),
            ["icons"] => Ok(Self::Icons),
            _ => Err(Trouble::new(format!("“{}” is not an errand.", words.join(" "))).next(HELP)),
        }
    }
}

/// What `test` was asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Test {
    /// The words that a check must have in its name to be done; all are without them.
    pub(crate) only: Option<String>,
    /// Whether a failed check leaves the rest to be done.
    pub(crate) keep_going: bool,
}

fn parse_test(how: &[&str]) -> Result<Errand, Trouble> {
    let mut test = Test::default();
    let mut left = how.iter();
    while let Some(word) = left.next() {
        match (*word, left.clone().next()) {
            ("--keep-going", _) => test.keep_going = true,
            ("--only", Some(only)) => {
                test.only = Some((*only).to_owned());
                left.next();
            }
            _ => {
                let unknown = format!("test does not take “{}”.", how.join(" "));
                return Err(Trouble::new(unknown).next(HELP));
            }
        }
    }
    Ok(Errand::Test(test))
}

/// What `bench` was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bench {
    /// How often the whole processes are run.
    pub(crate) runs: usize,
    /// The words that a part must have in its name to be measured; all are without them.
    pub(crate) only: Option<String>,
    /// Whether what was built before is measured as it is.
    pub(crate) as_built: bool,
}

fn parse_bench(how: &[&str]) -> Result<Errand, Trouble> {
    let mut bench = Bench {
        runs: 7,
        only: None,
        as_built: false,
    };
    let mut left = how.iter();
    while let Some(word) = left.next() {
        match (*word, left.clone().next()) {
            ("--as-built", _) => bench.as_built = true,
            ("--only", Some(only)) => {
                bench.only = Some((*only).to_owned());
                left.next();
            }
            ("--runs", Some(runs)) => {
                let whole = runs.parse().ok().filter(|runs| *runs > 0);
                bench.runs = whole.ok_or_else(|| {
                    Trouble::new(format!(
                        "--runs takes a whole number from 1; “{runs}” is not one."
                    ))
                })?;
                left.next();
            }
            _ => {
                let unknown = format!("bench does not take “{}”.", how.join(" "));
                return Err(Trouble::new(unknown).next(HELP));
            }
        }
    }
    Ok(Errand::Bench(bench))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Errand, Trouble> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Errand::parse(&words)
    }

    #[test]
    fn no_words_ask_for_help() {
        assert_eq!(parse(""), Ok(Errand::Help));
    }

    #[test]
    fn run_takes_a_release_flag() {
        assert_eq!(parse("run"), Ok(Errand::Run { release: false }));
        assert_eq!(parse("run --release"), Ok(Errand::Run { release: true }));
    }

    #[test]
    fn a_test_run_may_be_narrowed_and_go_on_past_a_failure() {
        let asked = |only: Option<&str>, keep_going| {
            let only = only.map(str::to_owned);
            Ok(Errand::Test(Test { only, keep_going }))
        };

        assert_eq!(parse("test"), asked(None, false));
        assert_eq!(parse("test --only page"), asked(Some("page"), false));
        assert_eq!(
            parse("test --keep-going --only page"),
            asked(Some("page"), true)
        );
        assert!(parse("test --only").is_err());
        assert!(parse("test page").is_err());
    }

    #[test]
    fn pictures_need_a_folder() {
        let out = PathBuf::from("pictures");

        assert_eq!(parse("screens --out pictures"), Ok(Errand::Screens { out }));
        assert!(parse("screens").is_err());
    }

    fn bench(line: &str) -> Bench {
        match parse(line) {
            Ok(Errand::Bench(bench)) => bench,
            other => panic!("{line} is {other:?}"),
        }
    }

    #[test]
    fn a_bench_runs_at_least_once() {
        assert_eq!(bench("bench --runs 3").runs, 3);
        assert!(parse("bench --runs 0").is_err());
        assert!(parse("bench --runs many").is_err());
        assert!(parse("bench --runs").is_err());
    }

    #[test]
    fn a_bench_may_be_narrowed_in_any_order() {
        let asked = bench("bench --as-built --only directory --runs 3");

        assert_eq!(asked, bench("bench --runs 3 --only directory --as-built"));
        assert_eq!(asked.only.as_deref(), Some("directory"));
        assert!(asked.as_built);
        assert!(!bench("bench").as_built);
        assert!(parse("bench --once").is_err());
    }

    #[test]
    fn an_unknown_errand_is_named_and_the_known_ones_are_listed() {
        let words = parse("tidy").unwrap_err().to_string();

        assert!(words.starts_with("“tidy” is not an errand."));
        assert!(words.contains("set-up"));
    }
}
