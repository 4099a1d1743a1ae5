//! Every check, in order, with its name and its time; the first failure ends the run unless it is to
//! keep going.

mod papers;
mod steps;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::errand::Test;
use crate::set_up::{self, Purpose};
use crate::trouble::Trouble;
use crate::workspace::Workspace;

pub(crate) use papers::{clear, papers_in};

/// What became of a check that did not fail.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Outcome {
    Passed,
    /// Not done on this machine, and why.
    Skipped(&'static str),
}

/// One check.
struct Step {
    name: &'static str,
    check: fn(&Workspace) -> Result<Outcome, Trouble>,
}

/// A check that was begun, for the summary.
struct Done {
    name: &'static str,
    took: Duration,
    result: Result<Outcome, Trouble>,
}

/// Makes the machine ready and runs the checks that are asked for.
///
/// A failed check is told where it happened, so that the counts are the last thing printed.
pub(crate) fn test(workspace: &Workspace, asked: &Test) -> Result<ExitCode, Trouble> {
    let steps: Vec<&Step> = chosen(steps::STEPS, asked.only.as_deref()).collect();
    if steps.is_empty() {
        let names: Vec<&str> = steps::STEPS.iter().map(|step| step.name).collect();
        return Err(Trouble::new("No check has a name like that.")
            .next(format!("The checks are:\n  {}", names.join("\n  "))));
    }
    set_up::set_up(workspace, Purpose::Tests)?;
    let done = carry_out(workspace, &steps, asked.keep_going);
    println!("\n{}", summary(&done));
    let all_well = done.iter().all(|done| done.result.is_ok());
    Ok(if all_well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn chosen<'a>(steps: &'a [Step], only: Option<&'a str>) -> impl Iterator<Item = &'a Step> {
    let wanted = move |step: &&Step| only.is_none_or(|words| step.name.contains(words));
    steps.iter().filter(wanted)
}

fn carry_out(workspace: &Workspace, steps: &[&Step], keep_going: bool) -> Vec<Done> {
    let mut done = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        println!("\n━━ {} of {}: {}", at + 1, steps.len(), step.name);
        let begun = Instant::now();
        let result = (step.check)(workspace);
        let took = begun.elapsed();
        match &result {
            Ok(Outcome::Passed) => println!("── passed in {}", shown(took)),
            Ok(Outcome::Skipped(why)) => println!("── skipped: {why}"),
            Err(trouble) => println!("── FAILED after {}\n{trouble}", shown(took)),
        }
        let failed = result.is_err();
        done.push(Done {
            name: step.name,
            took,
            result,
        });
        if failed && !keep_going {
            break;
        }
    }
    done
}

fn shown(took: Duration) -> String {
    let seconds = took.as_secs();
    if seconds >= 60 {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    } else {
        format!("{:.1} s", took.as_secs_f64())
    }
}

/// Lists the checks, and closes with the line that says how many passed and failed.
fn summary(done: &[Done]) -> String {
    let count = |wanted: fn(&Done) -> bool| done.iter().filter(|done| wanted(done)).count();
    let passed = count(|done| matches!(done.result, Ok(Outcome::Passed)));
    let failed = count(|done| done.result.is_err());
    let skipped = count(|done| matches!(done.result, Ok(Outcome::Skipped(_))));
    let mut lines = vec!["━━ Summary".to_owned()];
    lines.extend(done.iter().map(|done| {
        let became = match done.result {
            Ok(Outcome::Passed) => "passed",
            Ok(Outcome::Skipped(_)) => "skipped",
            Err(_) => "FAILED",
        };
        format!("{became:>8}  {:>12}  {}", shown(done.took), done.name)
    }));
    let close = match skipped {
        0 => format!("{passed} passed, {failed} failed"),
        _ => format!("{passed} passed, {failed} failed, {skipped} skipped"),
    };
    lines.push(close);
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(name: &'static str, result: Result<Outcome, Trouble>) -> Done {
        Done {
            name,
            took: Duration::from_millis(1500),
            result,
        }
    }

    #[test]
    fn the_summary_closes_with_the_counts() {
        let all = [
            done("layout", Ok(Outcome::Passed)),
            done("warnings", Err(Trouble::new("One warning."))),
        ];

        let words = summary(&all);

        assert_eq!(words.lines().last(), Some("1 passed, 1 failed"));
        assert!(words.contains("FAILED         1.5 s  warnings"), "{words}");
    }

    #[test]
    fn a_skipped_check_is_counted_as_such() {
        let all = [
            done("layout", Ok(Outcome::Passed)),
            done("licences", Ok(Outcome::Skipped("not here"))),
        ];

        let words = summary(&all);

        assert_eq!(words.lines().last(), Some("1 passed, 0 failed, 1 skipped"));
    }

    #[test]
    fn the_first_failure_ends_the_run_unless_it_is_to_keep_going() {
        let here = Workspace::find().unwrap();
        let fails = Step {
            name: "fails",
            check: |_| Err(Trouble::new("no")),
        };
        let passes = Step {
            name: "passes",
            check: |_| Ok(Outcome::Passed),
        };

        let steps = [&passes, &fails, &passes];

        assert_eq!(carry_out(&here, &steps, false).len(), 2);
        let all = carry_out(&here, &steps, true);
        assert!(summary(&all).ends_with("2 passed, 1 failed"));
    }

    #[test]
    fn a_run_is_narrowed_by_part_of_a_name() {
        let count = |only| chosen(steps::STEPS, only).count();

        assert_eq!(count(None), steps::STEPS.len());
        assert!((1..steps::STEPS.len()).contains(&count(Some("page"))));
        assert_eq!(count(Some("no such check")), 0);
    }

    #[test]
    fn every_check_has_its_own_name() {
        let mut names: Vec<_> = steps::STEPS.iter().map(|step| step.name).collect();
        names.sort_unstable();

        let doubled = names.windows(2).find(|pair| pair[0] == pair[1]);

        assert_eq!(doubled, None);
    }
}
