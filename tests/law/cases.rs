//! The worked cases of the law: one file each, with the facts, the finding and the rules.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use edition::Edition;
use law::{Breach, FactFault, FactsFile, Finding, Measured, OptionId};
use serde::Deserialize;

/// One worked case.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Case {
    says: String,
    menu: law::Menu,
    as_at: NaiveDate,
    facts: toml::Table,
    /// The fields for which the facts are refused.
    #[serde(default)]
    refused: Vec<String>,
    #[serde(default, rename = "expect")]
    expected: Vec<Expected>,
    #[serde(default, rename = "proposal")]
    proposals: Vec<Proposed>,
}

/// What is expected of one option.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Expected {
    option: OptionId,
    finding: Finding,
    #[serde(default)]
    rules: Vec<String>,
    #[serde(default)]
    missing: Vec<String>,
    #[serde(default)]
    duties: Vec<String>,
    #[serde(default)]
    not_rules: Vec<String>,
    /// The facts on which its limits turn.
    #[serde(default)]
    limits_turn_on: Vec<String>,
}

/// What is expected of one proposal.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Proposed {
    parts: Vec<toml::Value>,
    #[serde(default)]
    finding: Option<Finding>,
    /// The fields for which the proposal is refused; then nothing of it is tried.
    #[serde(default)]
    refused: Vec<String>,
    #[serde(default)]
    breaks: Vec<String>,
    #[serde(default)]
    not_breaks: Vec<String>,
    #[serde(default)]
    duties: Vec<String>,
    #[serde(default)]
    not_duties: Vec<String>,
    #[serde(default)]
    missing: Vec<String>,
    #[serde(default)]
    nearest: Option<Nearest>,
}

/// The figure that is expected in place of the proposed one, and the option that it is a figure of.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Nearest {
    option: OptionId,
    is: Measured,
}

/// What every case file below `folder` got wrong, and how many there are.
pub fn tried(folder: &Path, edition: &Edition) -> (usize, Vec<String>) {
    let files = files_below(folder);
    let wrong = files.iter().flat_map(|file| {
        let name = file
            .strip_prefix(folder)
            .unwrap_or(file)
            .display()
            .to_string();
        let text = fs::read_to_string(file).expect("a case file");
        let found = match toml::from_str::<Case>(&text) {
            Ok(case) => try_case(&case, edition),
            Err(error) => vec![error.to_string()],
        };
        let says = move |what| format!("{name}: {what}");
        found.into_iter().map(says)
    });
    let wrong = wrong.collect();
    (files.len(), wrong)
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder of cases") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn try_case(case: &Case, edition: &Edition) -> Vec<String> {
    let mut wrong = Vec::new();
    if case.expected.is_empty() && case.proposals.is_empty() && case.refused.is_empty() {
        wrong.push("it expects nothing".to_owned());
    }
    if case.says.trim().is_empty() {
        wrong.push("it says nothing".to_owned());
    }
    let facts = serde_json::to_value(&case.facts).expect("facts are JSON");
    let file = match FactsFile::read(&facts, &edition.competence, case.as_at) {
        Ok(file) => {
            wrong.extend(not_refused(&case.refused, &[]));
            file
        }
        Err(faults) if case.refused.is_empty() => {
            wrong.extend(faults.iter().map(ToString::to_string));
            return wrong;
        }
        Err(faults) => {
            wrong.extend(not_refused(&case.refused, &faults));
            return wrong;
        }
    };
    for expected in &case.expected {
        wrong.extend(try_option(case, expected, &file, edition));
    }
    for proposed in &case.proposals {
        wrong.extend(try_proposal(case, proposed, edition));
    }
    wrong
}

/// Each field that should be named as at fault and is not, and each that should not be.
fn not_refused(refused: &[String], faults: &[FactFault]) -> Vec<String> {
    let named = |field: &String| faults.iter().any(|fault| fault.field == *field);
    let let_pass = refused.iter().filter(|field| !named(field));
    let let_pass = let_pass.map(|field| format!("{field} is not refused, but {faults:?}"));
    let others = faults
        .iter()
        .filter(|fault| !refused.contains(&fault.field));
    let others = others.map(|fault| format!("it is refused for {fault}"));
    let_pass.chain(others).collect()
}

fn try_option(
    case: &Case,
    expected: &Expected,
    file: &FactsFile,
    edition: &Edition,
) -> Vec<String> {
    let id = &expected.option.0;
    let Some(option) = edition.option(&expected.option) else {
        return vec![format!("there is no option {id}")];
    };
    let mut wrong = Vec::new();
    if edition.menu_of(option) != Some(case.menu) {
        wrong.push(format!("{id} stands on the other menu"));
    }
    let found = edition.competence.assess(option, &file.facts, case.as_at);
    let rules: Vec<&str> = found.rules().iter().map(|rule| rule.0.as_str()).collect();
    let missing: Vec<&str> = found.awaits.iter().map(|a| a.missing.as_str()).collect();
    let duties: Vec<&str> = found
        .duties
        .iter()
        .map(|duty| duty.rule.0.as_str())
        .collect();
    if found.finding != expected.finding {
        let mut says = format!("{id} is {:?}, not {:?}", found.finding, expected.finding);
        let _ = write!(says, " (rules {rules:?}, waits for {missing:?})");
        wrong.push(says);
    }
    let absent = |wanted: &[String], held: &[&str], what: &str| -> Vec<String> {
        let lacking = wanted.iter().filter(|one| !held.contains(&one.as_str()));
        lacking
            .map(|one| format!("{id} has not {one} among its {what}: {held:?}"))
            .collect()
    };
    wrong.extend(absent(&expected.rules, &rules, "rules"));
    wrong.extend(absent(&expected.missing, &missing, "missing"));
    wrong.extend(absent(&expected.duties, &duties, "duties"));
    let open = found.limits.iter().flat_map(|limit| &limit.if_known);
    let open: Vec<&str> = open.map(|fact| fact.0.as_str()).collect();
    let turn_on = "facts that limits turn on";
    wrong.extend(absent(&expected.limits_turn_on, &open, turn_on));
    let cited = expected
        .not_rules
        .iter()
        .filter(|one| rules.contains(&one.as_str()) || duties.contains(&one.as_str()));
    wrong.extend(cited.map(|one| format!("{id} cites {one}")));
    wrong
}

fn try_proposal(case: &Case, proposed: &Proposed, edition: &Edition) -> Vec<String> {
    let mut facts = case.facts.clone();
    facts.insert(
        "proposal".to_owned(),
        toml::Value::Array(proposed.parts.clone()),
    );
    let facts = serde_json::to_value(&facts).expect("facts are JSON");
    let file = match FactsFile::read(&facts, &edition.competence, case.as_at) {
        Ok(file) => file,
        Err(faults) if proposed.refused.is_empty() => {
            return faults.iter().map(ToString::to_string).collect();
        }
        Err(faults) => return not_refused(&proposed.refused, &faults),
    };
    if !proposed.refused.is_empty() {
        return not_refused(&proposed.refused, &[]);
    }
    let proposal = file.proposal.unwrap_or_default();
    let mut wrong = Vec::new();
    for part in &proposal.parts {
        if edition.option(&part.option).is_none() {
            wrong.push(format!("there is no option {}", part.option.0));
        }
    }
    let tried =
        edition
            .competence
            .try_proposal(&proposal, &edition.options, &file.facts, case.as_at);
    let tried = match tried {
        Ok(tried) => tried,
        Err(faults) => return faults.iter().map(ToString::to_string).collect(),
    };
    let found = &tried.breaches;
    let certain: Vec<&Breach> = found
        .iter()
        .filter(|breach| breach.finding == Finding::NotCompetent)
        .collect();
    let broken: Vec<&str> = certain.iter().map(|b| b.ground.rule.0.as_str()).collect();
    let named: Vec<&str> = proposal
        .parts
        .iter()
        .map(|part| part.option.0.as_str())
        .collect();
    if let Some(finding) = proposed.finding.filter(|one| *one != tried.finding()) {
        let found = tried.finding();
        wrong.push(format!("{named:?} is {found:?}, not {finding:?}"));
    }
    for rule in proposed
        .breaks
        .iter()
        .filter(|rule| !broken.contains(&rule.as_str()))
    {
        wrong.push(format!("{named:?} does not break {rule}, but {broken:?}"));
    }
    if proposed.breaks.is_empty() && !broken.is_empty() {
        wrong.push(format!("{named:?} breaks {broken:?}"));
    }
    for rule in proposed
        .not_breaks
        .iter()
        .filter(|rule| broken.contains(&rule.as_str()))
    {
        wrong.push(format!("{named:?} breaks {rule}"));
    }
    let duties: Vec<&str> = tried.duties.iter().map(|d| d.rule.0.as_str()).collect();
    for rule in proposed
        .duties
        .iter()
        .filter(|rule| !duties.contains(&rule.as_str()))
    {
        wrong.push(format!("{named:?} has not the duty {rule}, but {duties:?}"));
    }
    let told = proposed.not_duties.iter();
    for rule in told.filter(|rule| duties.contains(&rule.as_str())) {
        wrong.push(format!("{named:?} has the duty {rule}"));
    }
    let missing: Vec<&str> = tried.awaits.iter().map(|a| a.missing.as_str()).collect();
    let not_awaited = proposed.missing.iter();
    for paper in not_awaited.filter(|paper| !missing.contains(&paper.as_str())) {
        wrong.push(format!(
            "{named:?} does not wait for {paper}, but {missing:?}"
        ));
    }
    if let Some(nearest) = &proposed.nearest {
        let offered = found
            .iter()
            .filter(|breach| {
                *breach.nearest_of.as_ref().unwrap_or(&breach.option) == nearest.option
            })
            .filter_map(|breach| breach.nearest);
        if !offered.clone().any(|figure| figure == nearest.is) {
            let offered: Vec<String> = offered.map(|figure| figure.to_string()).collect();
            wrong.push(format!(
                "the nearest figures are {offered:?}, not {}",
                nearest.is
            ));
        }
    }
    wrong
}
