//! `sederunt-cli`: the acts of the program without a window, for administrators, tests and
//! machines without a display.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line speaks to the terminal"
)]

mod arguments;
mod bench;
mod bench_directory;
mod calculate;
mod demo;
mod directory;
mod directory_export;
mod directory_import;
mod directory_search;
mod directory_stale;
mod directory_store;
mod edition;
mod ending;
mod facts_schema;
mod law;
mod once;
mod report;
mod store;
mod surroundings;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Verb};
use ending::Ending;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let bad_input = error.use_stderr();
            // Printing can only fail where there is no terminal to tell of it.
            let _ = error.print();
            return ExitCode::from(if bad_input { 2 } else { 0 });
        }
    };
    let done = match arguments.verb {
        Verb::Demo(wanted) => demo::run(&wanted),
        Verb::Edition(wanted) => edition::run(&wanted),
        Verb::Law(wanted) => law::run(&wanted),
        Verb::Report(wanted) => report::run(&wanted),
        Verb::Directory(wanted) => directory::run(&wanted),
        Verb::Store(wanted) => store::run(&wanted),
        Verb::BenchReport(wanted) => bench::report(&wanted),
        Verb::BenchKeystrokes => bench::keystrokes(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(ending) => {
            eprintln!("{ending}");
            ending.code()
        }
    }
}

type Done = Result<(), Ending>;
