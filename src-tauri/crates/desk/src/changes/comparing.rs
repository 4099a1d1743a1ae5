//! What became of each entry between the edition that was looked at and the one that is there.

use std::collections::{BTreeMap, BTreeSet};

use directory::Register;
use edition::Edition;
use law::{Menu, OptionId};

use super::in_time::DatedChange;
use super::printed::{EntryId, Printed, PrintedEdition, Statement, rule_label};
use crate::{Became, ChangedEntry, ChangedPart, Fault};

/// What was seen of the entries that are not now as they were, and which ones are new.
#[derive(Default)]
pub(super) struct Differing {
    /// The entries that differ or are gone, as they were seen.
    pub(super) before: BTreeMap<EntryId, Printed>,
    /// The entries that were not there.
    pub(super) added: BTreeSet<EntryId>,
}

/// Names the entries whose words must be read from the store: those that differ or are gone, and
/// those that are new.
pub(super) fn differing_keys(
    seen: &BTreeMap<String, String>,
    now: &PrintedEdition,
) -> (Vec<String>, BTreeSet<EntryId>) {
    let mut gone: BTreeSet<&str> = seen.keys().map(String::as_str).collect();
    let mut differ: Vec<String> = Vec::new();
    let mut added = BTreeSet::new();
    for entry in &now.entries {
        let key = entry.id.key();
        gone.remove(key.as_str());
        match seen.get(&key) {
            None => {
                added.insert(entry.id.clone());
            }
            Some(digest) if *digest != entry.digest => differ.push(key),
            Some(_) => {}
        }
    }
    differ.extend(gone.into_iter().map(str::to_owned));
    (differ, added)
}

/// Reads what was seen of the entries that differ.
pub(super) fn read(bodies: BTreeMap<String, String>) -> Result<BTreeMap<EntryId, Printed>, Fault> {
    let read = bodies.into_iter().map(|(key, body)| {
        let id = EntryId::of_key(&key).ok_or(Fault::StoreDamaged)?;
        let printed = serde_json::from_str(&body).map_err(|_| Fault::StoreDamaged)?;
        Ok((id, printed))
    });
    read.collect()
}

/// Gives every entry that changed: the bail options, the disposals, then the services, each in the
/// order of the edition and the ones that are gone after them.
pub(super) fn changed_entries(
    differing: &Differing,
    now: &PrintedEdition,
    (edition, register): (&Edition, &Register),
    dated: Vec<DatedChange>,
) -> Vec<ChangedEntry> {
    let mut rules = rule_parts(differing, now);
    let mut days = by_option(dated);
    let mut entries: Vec<ChangedEntry> = Vec::new();
    for entry in &now.entries {
        let added = differing.added.contains(&entry.id);
        let before = differing.before.get(&entry.id);
        // Of a service that is as it was seen nothing is told, and it is not put into words.
        let may_differ = added || before.is_some() || !matches!(entry.id, EntryId::Service(_));
        let words = may_differ.then(|| entry.words(edition, register)).flatten();
        let Some(words) = words else {
            continue;
        };
        let mut parts = before.map_or_else(Vec::new, |before| {
            changed_parts(parts_of(before), parts_of(&words))
        });
        if let EntryId::Option(id) = &entry.id {
            let of_rules = rules.remove(id).unwrap_or_default();
            let of_days = days.remove(id).unwrap_or_default();
            // A rule whose words changed as well is told of once, with its words.
            let of_days = of_days.into_iter().filter(|dated| {
                let told = |rule| of_rules.iter().any(|(other, _)| *other == rule);
                !dated.rule.as_deref().is_some_and(told)
            });
            parts.extend(of_days.map(|dated| dated.part));
            parts.extend(of_rules.into_iter().map(|(_, part)| part));
        }
        let became = if added {
            Became::Added
        } else {
            Became::Changed
        };
        if added {
            parts.clear();
        }
        if added || !parts.is_empty() {
            entries.extend(changed(&entry.id, &words, became, parts));
        }
    }
    let there: BTreeSet<&EntryId> = now.entries.iter().map(|entry| &entry.id).collect();
    let gone = differing
        .before
        .iter()
        .filter(|(id, _)| !there.contains(id));
    entries
        .extend(gone.filter_map(|(id, before)| changed(id, before, Became::Removed, Vec::new())));
    entries.sort_by_key(|entry| match entry.menu {
        Some(Menu::Bail) => 0,
        Some(Menu::Disposals) => 1,
        None => 2,
    });
    entries
}

/// An entry for the page; none for a rule, which shows as a part of the options that it tries.
fn changed(
    id: &EntryId,
    printed: &Printed,
    became: Became,
    parts: Vec<ChangedPart>,
) -> Option<ChangedEntry> {
    let (menu, name) = match printed {
        Printed::Option { menu, name, .. } => (Some(*menu), name.clone()),
        Printed::Service { name, .. } => (None, name.clone()),
        Printed::Rule { .. } => return None,
    };
    let id = match id {
        EntryId::Option(id) => id.0.clone(),
        EntryId::Service(id) => id.clone(),
        EntryId::Rule(_) => return None,
    };
    Some(ChangedEntry {
        id,
        menu,
        name,
        became,
        parts,
    })
}

fn parts_of(printed: &Printed) -> &[(String, String)] {
    match printed {
        Printed::Option { parts, .. } | Printed::Service { parts, .. } => parts,
        Printed::Rule { .. } => &[],
    }
}

/// The parts that do not say what they said, in the order of the entry as it is now.
fn changed_parts(before: &[(String, String)], now: &[(String, String)]) -> Vec<ChangedPart> {
    let says = |parts: &[(String, String)], label: &str| {
        let found = parts.iter().find(|(other, _)| other == label);
        found.map(|(_, says)| says.clone()).unwrap_or_default()
    };
    let gone = before
        .iter()
        .filter(|(label, _)| !now.iter().any(|(other, _)| other == label));
    let all = now.iter().chain(gone).map(|(label, _)| ChangedPart {
        label: label.clone(),
        before: says(before, label),
        now: says(now, label),
    });
    all.filter(|part| part.before != part.now).collect()
}

/// The parts of an option that are rules, each with the rule's id.
type RuleParts = BTreeMap<OptionId, Vec<(String, ChangedPart)>>;

/// What changed in the rules, by the option that they try.
fn rule_parts(differing: &Differing, now: &PrintedEdition) -> RuleParts {
    let present: BTreeMap<&EntryId, &[Statement]> = now
        .entries
        .iter()
        .filter_map(|entry| Some((&entry.id, statements(entry.kept()?))))
        .collect();
    let mut parts = RuleParts::new();
    for id in differing.before.keys().chain(&differing.added) {
        let EntryId::Rule(rule) = id else { continue };
        let before = differing.before.get(id).map_or(&[][..], statements);
        let now = present.get(id).copied().unwrap_or_default();
        let tried: BTreeSet<&OptionId> = before.iter().chain(now).flat_map(|s| &s.on).collect();
        for option in tried {
            if let Some(part) = rule_part(rule, option, before, now) {
                let of_option = parts.entry(option.clone()).or_default();
                of_option.push((rule.clone(), part));
            }
        }
    }
    parts
}

fn statements(printed: &Printed) -> &[Statement] {
    match printed {
        Printed::Rule { statements } => statements,
        Printed::Option { .. } | Printed::Service { .. } => &[],
    }
}

fn rule_part(
    rule: &str,
    option: &OptionId,
    before: &[Statement],
    now: &[Statement],
) -> Option<ChangedPart> {
    let of = |statements: &[Statement]| -> Vec<Statement> {
        let on = statements.iter().filter(|s| s.on.contains(option));
        on.map(|s| Statement {
            on: Vec::new(),
            ..s.clone()
        })
        .collect()
    };
    let (before, now) = (of(before), of(now));
    if before == now {
        return None;
    }
    let (said, mut says) = (words(&before), words(&now));
    if said == says {
        says.push_str(" The test behind these words has changed.");
    }
    Some(ChangedPart {
        label: rule_label(rule),
        before: said,
        now: says,
    })
}

fn words(statements: &[Statement]) -> String {
    let mut words: Vec<&str> = statements.iter().map(|s| s.says.as_str()).collect();
    words.dedup();
    words.join("\n")
}

fn by_option(dated: Vec<DatedChange>) -> BTreeMap<OptionId, Vec<DatedChange>> {
    let mut by_option: BTreeMap<OptionId, Vec<DatedChange>> = BTreeMap::new();
    for change in dated {
        let of_option = by_option.entry(change.option.clone()).or_default();
        of_option.push(change);
    }
    by_option
}
