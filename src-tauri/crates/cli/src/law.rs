//! `law`: what is competent on the facts of a case, and why.

mod facts_text;
mod week_text;

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use ::law::{
    Assessment, Awaited, Breach, Checked, FactFault, FactId, FactsFile, Finding, Menu,
    ProposalFinding,
};
use chrono::NaiveDate;
use desk::{
    Availability, Desk, Door, LawAnswer, LawQuestion, OptionFinding, Surroundings, bundled_edition,
    civil_date,
};
use serde_json::{Value, json};
use vault::Cost;

pub(crate) use self::facts_text::read_value;
use crate::Done;
use crate::arguments::{Law, LawMenu};
use crate::calculate;
use crate::ending::Ending;
use crate::facts_schema;
use crate::surroundings::Terminal;

pub(crate) fn run(wanted: &Law) -> Done {
    let surroundings = Arc::new(Terminal { fixed: None });
    let today = civil_date(surroundings.now());
    let edition = Arc::new(bundled_edition()?);
    match wanted {
        Law::Bail(menu) | Law::Disposals(menu) => {
            let door = Door::new(Path::new("."), edition, surroundings, Cost::floor());
            let kind = if matches!(wanted, Law::Bail(_)) {
                Menu::Bail
            } else {
                Menu::Disposals
            };
            assess(&door.look_up_desk()?, kind, menu, today)
        }
        Law::Calculators { json } => {
            let door = Door::new(Path::new("."), edition, surroundings, Cost::floor());
            calculate::list(&door.look_up_desk()?, *json)
        }
        Law::Calculate(wanted) => {
            let door = Door::new(Path::new("."), edition, surroundings, Cost::floor());
            calculate::run(&door.look_up_desk()?, wanted, today)
        }
        Law::FactsSchema => {
            let schema = facts_schema::of(&edition.competence);
            say(&(written(&schema)? + "\n"))
        }
    }
}

fn assess(desk: &Desk, menu: Menu, wanted: &LawMenu, today: NaiveDate) -> Done {
    let file = read(desk, &wanted.facts, wanted.as_at.unwrap_or(today))?;
    if let (Menu::Disposals, Some(asked), Some(sentence)) =
        (menu, wanted.as_at, file.facts.date("sentence_date"))
        && asked != sentence
    {
        return Err(Ending::BadInput(told(
            &wanted.facts.display().to_string(),
            &[another_day(asked, sentence)],
        )));
    }
    let as_at = wanted
        .as_at
        .or_else(|| file.facts.date("sentence_date"))
        .unwrap_or(today);
    let question = LawQuestion {
        menu,
        facts: file.facts,
        proposal: file.proposal,
        week: file.week,
        as_at,
        council: file.area,
    };
    let answer = desk.assess_options(&question)?;
    if wanted.json {
        say(&(written(&as_json(&question, &answer))? + "\n"))
    } else {
        say(&as_text(&question, &answer))
    }
}

/// Disposals are asked for the day of sentence: a file that records it and a question for another
/// day contradict each other, and neither is taken for the other.
fn another_day(asked: NaiveDate, sentence: NaiveDate) -> FactFault {
    FactFault {
        field: "sentence_date".to_owned(),
        says: format!(
            "the file says that sentence is passed on {sentence}, and --as-at asks for {asked}: leave one of them out, or make them the same"
        ),
    }
}

/// Reads a facts file.
fn read(desk: &Desk, file: &Path, today: NaiveDate) -> Result<FactsFile, Ending> {
    let value = read_value(file)?;
    let name = file.display().to_string();
    desk.read_facts(&value, today)
        .map_err(|faults| Ending::BadInput(told(&name, &faults)))
}

pub(crate) fn told(name: &str, faults: &[FactFault]) -> String {
    let lines: Vec<String> = faults
        .iter()
        .map(|fault| format!("{name}: {}.", fault.to_string().trim_end_matches('.')))
        .collect();
    lines.join("\n")
}

pub(crate) fn written(value: &Value) -> Result<String, Ending> {
    serde_json::to_string_pretty(value)
        .map_err(|_| Ending::Undone("The answer could not be written.".into()))
}

fn as_json(question: &LawQuestion, answer: &LawAnswer) -> Value {
    let options: Vec<Value> = answer.options.iter().map(option_json).collect();
    let mut whole = json!({ "as-at": question.as_at, "options": options });
    if let (Some(fields), Some(proposal)) = (whole.as_object_mut(), &answer.proposal) {
        let awaits = proposal.awaits.iter();
        let missing: Vec<&str> = awaits.map(|awaited| awaited.missing.as_str()).collect();
        let breaches: Vec<Value> = proposal.breaches.iter().map(breach_json).collect();
        fields.insert(
            "proposal".to_owned(),
            json!({
                "finding": proposal.finding(),
                "breaches": breaches,
                "missing": missing,
                "duties": proposal.duties,
                "in-week": proposal.in_week,
            }),
        );
    }
    whole
}

fn option_json(option: &OptionFinding) -> Value {
    let Assessment {
        option: id,
        finding,
        bars,
        awaits,
        duties,
        limits,
    } = &option.assessment;
    let missing: Vec<&str> = awaits
        .iter()
        .map(|awaited| awaited.missing.as_str())
        .collect();
    json!({
        "id": id,
        "name": option.name,
        "checked": option.checked,
        "finding": finding,
        "rules": option.assessment.rules(),
        "missing": missing,
        "available": option.available,
        "grounds": bars,
        "duties": duties,
        "limits": limits,
    })
}

fn breach_json(breach: &Breach) -> Value {
    json!({
        "id": breach.option,
        "finding": breach.finding,
        "rule": breach.ground.rule,
        "says": breach.ground.says,
        "authority": breach.ground.authority,
        "would-change": breach.ground.would_change,
        "if-known": breach.ground.if_known,
        "checked": breach.ground.checked,
        "nearest": breach.nearest.map(|figure| figure.to_string()),
        "nearest-of": breach.nearest_of,
    })
}

fn as_text(question: &LawQuestion, answer: &LawAnswer) -> String {
    let mut text = format!("As at {}.\n", question.as_at);
    let groups = [
        (Finding::Competent, "Competent"),
        (Finding::Depends, "Depends"),
        (Finding::NotCompetent, "Not competent"),
    ];
    for (finding, heading) in groups {
        let members: Vec<&OptionFinding> = answer
            .options
            .iter()
            .filter(|option| option.assessment.finding == finding)
            .collect();
        let _ = writeln!(text, "\n{heading} ({})", members.len());
        for member in members {
            write_option(&mut text, member);
        }
    }
    if let Some(proposal) = &answer.proposal {
        write_proposal(&mut text, proposal);
    }
    text.push_str(
        "\nThis shows what the law allows on these facts. It does not advise which to choose.\n",
    );
    text
}

/// The mark of what nobody checked.
fn mark(checked: Checked) -> &'static str {
    match checked {
        Checked::Verified => "",
        Checked::Unverified => " (not checked [?])",
    }
}

/// What the proposal breaks, what it may break and on which facts that turns, and what it waits for.
fn write_proposal(text: &mut String, proposal: &ProposalFinding) {
    for breach in &proposal.breaches {
        let ground = &breach.ground;
        let breaks = match breach.finding {
            Finding::NotCompetent => "breaks",
            Finding::Competent | Finding::Depends => "may break",
        };
        let _ = writeln!(
            text,
            "\nThe proposal of {} {breaks} {}{}: {} ({})",
            breach.option.0,
            ground.rule.0,
            mark(ground.checked),
            ground.says,
            ground.authority
        );
        if !ground.if_known.is_empty() {
            let facts: Vec<&str> = ground.if_known.iter().map(|fact| fact.0.as_str()).collect();
            let facts = facts.join(", ");
            let _ = writeln!(text, "  It depends on what is not recorded: {facts}");
        }
        if let Some(change) = &ground.would_change {
            let _ = writeln!(text, "  {change}");
        }
        match (breach.nearest, &breach.nearest_of) {
            (Some(nearest), Some(of)) => {
                let _ = writeln!(text, "  Nearest: {nearest} ({})", of.0);
            }
            (Some(nearest), None) => {
                let _ = writeln!(text, "  Nearest: {nearest}");
            }
            (None, _) => {}
        }
    }
    if !proposal.awaits.is_empty() {
        let _ = writeln!(text, "\nThe proposal");
        write_awaits(text, &proposal.awaits);
    }
    week_text::write(text, &proposal.in_week);
}

fn write_awaits(text: &mut String, awaits: &[Awaited]) {
    for awaited in awaits {
        let rules: Vec<&str> = awaited.rules.iter().map(|rule| rule.0.as_str()).collect();
        let _ = writeln!(
            text,
            "    waits for {} ({})",
            awaited.missing,
            rules.join(", ")
        );
    }
}

fn write_option(text: &mut String, option: &OptionFinding) {
    let _ = writeln!(text, "  {}{}", option.name, mark(option.checked));
    for ground in &option.assessment.bars {
        let _ = writeln!(
            text,
            "    {} {} ({})",
            ground.rule.0, ground.says, ground.authority
        );
    }
    write_awaits(text, &option.assessment.awaits);
    if option.assessment.finding != Finding::NotCompetent {
        write_bounds(text, option);
    }
    match &option.available {
        Availability::NotAsked | Availability::NotRecorded => {}
        Availability::NoneHere => {
            let _ = writeln!(text, "    no local arrangement recorded");
        }
        Availability::Recorded { services } => {
            let _ = writeln!(text, "    {} recorded here", services.len());
        }
    }
}

/// What the court has to do or say, and within what figures.
fn write_bounds(text: &mut String, option: &OptionFinding) {
    for bound in &option.assessment.limits {
        let least = bound.at_least.map(|figure| format!(" at least {figure}"));
        let most = bound.at_most.map(|figure| format!(" at most {figure}"));
        let figures = format!("{}{}", least.unwrap_or_default(), most.unwrap_or_default());
        let _ = writeln!(
            text,
            "    limit:{figures} ({}, {}){}",
            bound.rule.0,
            bound.authority,
            turning_on(&bound.if_known)
        );
    }
    for duty in &option.assessment.duties {
        let _ = writeln!(
            text,
            "    {} {} ({}){}",
            duty.rule.0,
            duty.says,
            duty.authority,
            turning_on(&duty.if_known)
        );
    }
}

/// What is not recorded, on which it turns whether a bound or a duty applies.
fn turning_on(facts: &[FactId]) -> String {
    let facts: Vec<&str> = facts.iter().map(|fact| fact.0.as_str()).collect();
    if facts.is_empty() {
        return String::new();
    }
    format!(", turning on {}", facts.join(", "))
}

/// Prints to a terminal or a pipe. A reader that has heard enough and closed is no failure.
pub(crate) fn say(text: &str) -> Done {
    use std::io::{ErrorKind, Write as _};
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        Err(_) => Err(Ending::Undone("The answer could not be written.".into())),
    }
}
