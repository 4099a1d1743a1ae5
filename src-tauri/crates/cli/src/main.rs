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
mod directory_compare;
mod directory_export;
mod directory_import;
mod directory_import_answer;
mod directory_search;
mod directory_stale;
mod directory_store;
mod edition;
mod ending;
mod facts_schema;
mod invented;
mod law;
mod report;
mod store;
mod surroundings;

use std::env;
use std::ffi::OsStr;
use std::panic;
use std::process::{self, ExitCode};

use clap::Parser;

use arguments::{Arguments, Verb};
use ending::Ending;

fn main() -> ExitCode {
    let first = env::args_os().nth(1);
    let first = first.as_deref().and_then(OsStr::to_str);
    if let Some(served) = intake::serve(first, &[intake::TABLES]) {
        return match served {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    end_with_the_reader();
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
        Verb::BenchDirectory(wanted) => bench_directory::run(&wanted),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(ending) => {
            eprintln!("{ending}");
            ending.code()
        }
    }
}

/// A reader that has seen enough, such as `head`, closes the pipe: that is an end, and no fault.
fn end_with_the_reader() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |told| {
        let words = told.payload_as_str().unwrap_or_default();
        if words.starts_with("failed printing to stdout") {
            process::exit(0);
        }
        // What is told on standard error is told of a refusal.
        if words.starts_with("failed printing to stderr") {
            process::exit(2);
        }
        usual(told);
    }));
}

type Done = Result<(), Ending>;
