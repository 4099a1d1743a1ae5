//! What parsing cannot see in the law of competence: references to nothing, facts of another kind
//! than a rule asks for, rules that say or cite nothing, windows that overlap.

use std::collections::BTreeSet;

use law::{Competence, Effect, FactId, FactKind, OPEN_THEN, Rule};

use crate::Edition;
use crate::check_conditions::{
    asks_what_is_recorded, condition_faults, denies_what_is_recorded, is_recorded, limit_faults,
    list_faults, nothing, strangers,
};

/// A fault: the text to look for in the sources, the field, and what is wrong.
pub(crate) type Finding = (String, String, String);

/// Every fault of the edition's law of competence.
pub(crate) fn faults(edition: &Edition) -> Vec<Finding> {
    let law = &edition.competence;
    let mut found = Vec::new();
    found.extend(fact_faults(law));
    found.extend(meaning_faults(law));
    for contradiction in &law.contradictions {
        let needle = format!("field = \"{}\"", contradiction.field.0);
        let mut wrong = Vec::new();
        if law.fact(&contradiction.field).is_none() {
            wrong.push(("field", nothing(&contradiction.field.0)));
        }
        if contradiction.says.trim().is_empty() {
            wrong.push((
                "says",
                "a contradiction must say why it cannot be".to_owned(),
            ));
        }
        for condition in &contradiction.when {
            wrong.extend(condition_faults(condition, edition));
        }
        found.extend(at(&needle, wrong));
    }
    for rule in &law.rules {
        let needle = format!("id = \"{}\"", rule.id.0);
        found.extend(at(&needle, rule_faults(rule, edition)));
    }
    found.extend(overlaps(law));
    found.extend(days_in_doubt(edition));
    found
}

/// Somebody must be able to record that an option was open on a day of which its window cannot
/// tell.
fn days_in_doubt(edition: &Edition) -> Vec<Finding> {
    let list = edition.competence.fact(&FactId(OPEN_THEN.to_owned()));
    let told = |id: &str| list.is_some_and(|list| list.choices.iter().any(|it| it.id == id));
    let doubtful = edition.options.iter().filter(|o| o.in_force.leaves_doubt());
    let untold = doubtful.filter(|option| !told(&option.id.0));
    let fault = |option: &law::MenuOption| {
        let says = format!("the fact \"{OPEN_THEN}\" must have it among its choices");
        (
            format!("id = \"{}\"", option.id.0),
            "in-force".to_owned(),
            says,
        )
    };
    untold.map(fault).collect()
}

fn at(needle: &str, wrong: Vec<(&str, String)>) -> impl Iterator<Item = Finding> {
    wrong
        .into_iter()
        .map(|(field, says)| (needle.to_owned(), field.to_owned(), says))
}

fn fact_faults(law: &Competence) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for fact in &law.facts {
        let mut wrong = Vec::new();
        if !seen.insert(&fact.id) {
            wrong.push(("id", "this id is used twice".to_owned()));
        }
        if fact.label.trim().is_empty() {
            wrong.push(("label", "a fact must have a label".to_owned()));
        }
        let has_choices = matches!(fact.kind, FactKind::Choice | FactKind::List);
        if has_choices == fact.choices.is_empty() {
            wrong.push((
                "choice",
                "a choice or a list has choices, and nothing else".to_owned(),
            ));
        }
        let mut ids = BTreeSet::new();
        for choice in &fact.choices {
            for id in choice.also.iter().chain([&choice.id]) {
                if !ids.insert(id.to_lowercase()) {
                    wrong.push(("choice", format!("\"{id}\" is used twice")));
                }
            }
        }
        found.extend(at(&format!("id = \"{}\"", fact.id.0), wrong));
    }
    found
}

fn meaning_faults(law: &Competence) -> Vec<Finding> {
    let mut found = Vec::new();
    for (place, meaning) in law.meanings.iter().enumerate() {
        let mut wrong = Vec::new();
        if meaning.authority.trim().is_empty() || meaning.says.trim().is_empty() {
            wrong.push((
                "authority",
                "a meaning must say what it is and cite".to_owned(),
            ));
        }
        if !meaning.in_force.in_order() || meaning.in_force.from.is_none() {
            wrong.push((
                "in-force",
                "a meaning must have a first day, before its last".to_owned(),
            ));
        }
        let later = law
            .meanings
            .iter()
            .skip(place + 1)
            .filter(|m| m.id == meaning.id);
        for other in later {
            let (mine, theirs) = (&meaning.in_force, &other.in_force);
            if share_a_day((mine.from, mine.until), (theirs.from, theirs.until)) {
                wrong.push(("in-force", "two windows of this meaning overlap".to_owned()));
            }
        }
        found.extend(at(&format!("id = \"{}\"", meaning.id), wrong));
    }
    found
}

type Days = (Option<chrono::NaiveDate>, Option<chrono::NaiveDate>);

fn share_a_day((from, until): Days, (other_from, other_until): Days) -> bool {
    let begins_in_time = |from: Option<_>, until: Option<_>| match (from, until) {
        (Some(from), Some(until)) => from <= until,
        (Some(_), None) | (None, Some(_) | None) => true,
    };
    begins_in_time(from, other_until) && begins_in_time(other_from, until)
}

fn rule_faults<'r>(rule: &Rule, edition: &Edition) -> Vec<(&'r str, String)> {
    let mut wrong = Vec::new();
    if rule.authority.trim().is_empty() {
        wrong.push(("authority", "a rule must name its authority".to_owned()));
    }
    if rule.says.trim().is_empty() {
        wrong.push((
            "says",
            "a rule must have words for the person reading".to_owned(),
        ));
    }
    if rule.until.is_some_and(|until| until < rule.from) {
        wrong.push(("until", "the last day comes before the first".to_owned()));
    }
    if rule.on.is_empty() {
        wrong.push(("on", "a rule must try an option".to_owned()));
    }
    wrong.extend(strangers(rule.on.iter(), edition, "on"));
    wrong.extend(strangers(rule.instead.iter(), edition, "instead"));
    for condition in rule.when.iter().chain(&rule.unless) {
        wrong.extend(condition_faults(condition, edition));
    }
    if !rule.unless.iter().all(is_recorded) {
        // Otherwise a fact that is not recorded would hold the rule up.
        wrong.push(("unless", "an exception asks what is recorded".to_owned()));
    }
    let shuts_out = matches!(
        rule.effect,
        Effect::Bars | Effect::Limits(_) | Effect::Raises(_)
    );
    if shuts_out && rule.when.iter().any(denies_what_is_recorded) {
        // Recording a fact would then open what a rule had shut out.
        wrong.push(("when", "what is recorded may not be denied".to_owned()));
    }
    let raises = matches!(rule.effect, Effect::Raises(_));
    if raises && rule.when.iter().any(asks_what_is_recorded) {
        // The lower maximum would shut out, and recording the fact would then open again.
        wrong.push((
            "when",
            "a raise may not turn on what is recorded".to_owned(),
        ));
    }
    match &rule.effect {
        Effect::Bars | Effect::Duty => {}
        Effect::Awaits(list) => wrong.extend(list_faults(list, FactKind::List, edition)),
        Effect::Limits(limit) => wrong.extend(limit_faults(limit, edition)),
        Effect::Raises(raise) => {
            let known =
                |id: &&law::RuleId| edition.competence.rules.iter().any(|rule| rule.id == **id);
            let unknown = raise.rules.iter().filter(|id| !known(id));
            wrong.extend(unknown.map(|id| ("effect", nothing(&id.0))));
        }
    }
    wrong
}

/// A rule that succeeds another under one id takes over on the day after it ends: two that say the
/// same thing of the same option on one day are a slip.
fn overlaps(law: &Competence) -> Vec<Finding> {
    let mut found = Vec::new();
    for (place, rule) in law.rules.iter().enumerate() {
        for later in law.rules.iter().skip(place + 1).filter(|r| r.id == rule.id) {
            let same_matter = rule.when == later.when
                && rule.unless == later.unless
                && std::mem::discriminant(&rule.effect) == std::mem::discriminant(&later.effect)
                && rule.on.iter().any(|option| later.on.contains(option));
            let same_days = share_a_day(
                (Some(rule.from), rule.until),
                (Some(later.from), later.until),
            );
            if same_matter && same_days && !measures_differ(rule, later) {
                let needle = format!("id = \"{}\"", rule.id.0);
                let says = "two windows of this rule overlap".to_owned();
                found.push((needle, "from".to_owned(), says));
            }
        }
    }
    found
}

/// Two bounds under one id may stand side by side if they bound different figures.
fn measures_differ(one: &Rule, other: &Rule) -> bool {
    match (&one.effect, &other.effect) {
        (Effect::Limits(one), Effect::Limits(other)) => {
            match (
                one.at_most.or(one.at_least),
                other.at_most.or(other.at_least),
            ) {
                (Some(mine), Some(theirs)) => !mine.same_measure(theirs),
                (None, None) => {
                    one.at_most_fact != other.at_most_fact || one.at_most_part != other.at_most_part
                }
                (Some(_), None) | (None, Some(_)) => true,
            }
        }
        (Effect::Awaits(one), Effect::Awaits(other)) => one.one_of.first() != other.one_of.first(),
        (_, _) => false,
    }
}
