//! The checks in the order they run: quick ones first, and each after what it needs.
//!
//! The page is built before any Rust that takes it in: without `ui/dist` the window does not compile.

use crate::headless::Headless;
use crate::program::{answers, cargo, program, run};
use crate::set_up::{nextest_is_here, npm_run};
use crate::test::{Outcome, Step, papers};
use crate::trouble::Trouble;
use crate::workspace::Workspace;

pub(crate) const STEPS: &[Step] = &[
    step("layout of the Rust sources", layout),
    step("spelling", spelling),
    step("licences and sources of what we depend on", licences),
    step("page: types", |w| page(w, "check")),
    step("page: style", |w| page(w, "lint")),
    step("page: build", |w| page(w, "build")),
    step("warnings in the Rust sources", warnings),
    step("page: tests", |w| page(w, "test")),
    step("build", build),
    step("content of the edition", content),
    step("Rust tests", rust_tests),
    step("papers: make the demonstration", papers::make),
    step("papers: whole files (qpdf)", papers::are_whole),
    step("papers: PDF/UA (pdfua)", papers::satisfy_pdfua),
    step("papers: read aloud (outloud)", papers::satisfy_outloud),
    step("papers: same input, same bytes", papers::come_out_the_same),
    step("journeys through the window", journeys),
    step("page: screens and accessibility", |w| page(w, "screens")),
];

const fn step(name: &'static str, check: fn(&Workspace) -> Result<Outcome, Trouble>) -> Step {
    Step { name, check }
}

fn layout(workspace: &Workspace) -> Result<Outcome, Trouble> {
    let mut fmt = cargo();
    fmt.args(["fmt", "--all", "--check"]);
    run(fmt.current_dir(workspace.root()))
        .map_err(|t| t.next("“cargo fmt --all” puts it right."))?;
    Ok(Outcome::Passed)
}

fn spelling(workspace: &Workspace) -> Result<Outcome, Trouble> {
    let mut typos = program(workspace.checker("typos"));
    run(typos.current_dir(workspace.root()))
        .map_err(|t| t.next("Correct the word, or add it to _typos.toml with a reason."))?;
    Ok(Outcome::Passed)
}

fn licences(workspace: &Workspace) -> Result<Outcome, Trouble> {
    if !answers(cargo().args(["deny", "--version"])) {
        return Ok(Outcome::Skipped("cargo-deny is not on this machine"));
    }
    let mut deny = cargo();
    deny.args(["deny", "--locked", "check", "licenses", "bans", "sources"]);
    run(deny.current_dir(workspace.root()))?;
    Ok(Outcome::Passed)
}

fn page(workspace: &Workspace, script: &str) -> Result<Outcome, Trouble> {
    // Told that nobody watches, the page's tools neither wait for changes nor rewrite snapshots.
    run(npm_run(&workspace.page(), script).env("CI", "true"))?;
    Ok(Outcome::Passed)
}

fn warnings(workspace: &Workspace) -> Result<Outcome, Trouble> {
    let mut clippy = cargo();
    clippy.args(["clippy", "--locked", "--workspace", "--all-targets"]);
    clippy.args(["--", "-D", "warnings"]);
    run(clippy.current_dir(workspace.root()))?;
    Ok(Outcome::Passed)
}

/// Builds programs and tests in one go, so that what follows builds nothing twice.
fn build(workspace: &Workspace) -> Result<Outcome, Trouble> {
    let mut build = cargo();
    build.args(["build", "--locked", "--workspace", "--all-targets"]);
    // A running program cannot be replaced on Windows, and this one is running.
    build.args(["--exclude", "sederunt-xtask"]);
    run(build.current_dir(workspace.root()))?;
    Ok(Outcome::Passed)
}

fn content(workspace: &Workspace) -> Result<Outcome, Trouble> {
    let mut cli = program(workspace.built("sederunt-cli", false));
    run(cli.args(["edition", "check"]).current_dir(workspace.root()))?;
    Ok(Outcome::Passed)
}

fn rust_tests(workspace: &Workspace) -> Result<Outcome, Trouble> {
    let mut tests = cargo();
    tests.current_dir(workspace.root());
    // Properties draw the same cases every time, so that one commit has one verdict. To look for
    // new ones, `cargo nextest run` without this step draws afresh.
    tests.env("PROPTEST_RNG_SEED", "20261122");
    if nextest_is_here() {
        tests.args(["nextest", "run", "--locked", "--workspace"]);
        tests.arg("--no-fail-fast");
        // To leave out what is not there is an error, and rightly the last step's to tell.
        if there_are_journeys(workspace) {
            tests.args(["-E", "not binary(journeys)"]);
        }
        run(&mut tests)?;
    } else {
        // `cargo test` cannot leave one test program out, so the journeys run here as well.
        let headless = Headless::start()?;
        tests.args(["test", "--locked", "--workspace"]);
        run(headless.host(tests.env("SEDERUNT_WINDOW", workspace.built("sederunt", false))))?;
    }
    Ok(Outcome::Passed)
}

fn journeys(workspace: &Workspace) -> Result<Outcome, Trouble> {
    if !cfg!(target_os = "linux") {
        return Ok(Outcome::Skipped(
            "the window can be driven only on Linux so far",
        ));
    }
    if !there_are_journeys(workspace) {
        return Err(Trouble::new("There are no journeys in tests/journeys."));
    }
    if !nextest_is_here() {
        return Ok(Outcome::Skipped("they ran with the Rust tests"));
    }
    let headless = Headless::start()?;
    let mut tests = cargo();
    tests.args([
        "nextest",
        "run",
        "--locked",
        "--workspace",
        "--no-fail-fast",
        "-E",
        "binary(journeys)",
    ]);
    tests.current_dir(workspace.root());
    tests.env("SEDERUNT_WINDOW", workspace.built("sederunt", false));
    run(headless.host(&mut tests))?;
    Ok(Outcome::Passed)
}

fn there_are_journeys(workspace: &Workspace) -> bool {
    workspace.root().join("tests").join("journeys").is_dir()
}
