//! The window: a thin face of the desk. Each command carries one act and maps its failure.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod app;
mod appearance;
mod bindings;
mod commands;
mod idle;
mod importing;
mod opening;
mod surroundings;
mod window;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let first = arguments.first().map(String::as_str);
    if let Some(served) = intake::serve(first, &[intake::PAGES, intake::TABLES]) {
        return match served {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    opening::open(&arguments)
}
