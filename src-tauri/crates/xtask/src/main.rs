//! Developers' errands: set up, run, test, measure, take screenshots, draw the icons.
//!
//! It depends on nothing but the standard library, so that on a fresh machine it compiles in
//! seconds and can then fetch the rest. It never reads a case and is not shipped.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a terminal program speaks by printing"
)]

mod bench;
mod errand;
mod headless;
mod icons;
mod program;
mod run;
mod screens;
mod set_up;
mod test;
mod trouble;
mod workspace;

use std::process::ExitCode;

use errand::Errand;
use set_up::Purpose;
use trouble::Trouble;
use workspace::Workspace;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match Errand::parse(&words).and_then(carry_out) {
        Ok(code) => code,
        Err(trouble) => {
            eprintln!("\n{trouble}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(errand: Errand) -> Result<ExitCode, Trouble> {
    if errand == Errand::Help {
        println!("{}", errand::HELP);
        return Ok(ExitCode::SUCCESS);
    }
    let workspace = Workspace::find()?;
    match errand {
        Errand::Help => {}
        Errand::SetUp => {
            set_up::set_up(&workspace, Purpose::Tests)?;
            println!("Everything that building, running and testing need is here.");
        }
        Errand::Run { release } => run::run(&workspace, release)?,
        Errand::Test(asked) => return test::test(&workspace, &asked),
        Errand::Bench(asked) => bench::bench(&workspace, &asked)?,
        Errand::Screens { out } => screens::screens(&workspace, &out)?,
        Errand::Icons => icons::icons(&workspace)?,
    }
    Ok(ExitCode::SUCCESS)
}
