//! The window: a thin face of the desk. Each command carries one act and maps its failure.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod app;
mod appearance;
mod bindings;
mod commands;
mod idle;
mod opening;
mod surroundings;
mod window;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments
        .first()
        .is_some_and(|first| first == intake::CHILD_ARGUMENT)
    {
        return match intake::serve() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    opening::open(&arguments)
}
