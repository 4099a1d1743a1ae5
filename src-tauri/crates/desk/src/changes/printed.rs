//! The entries of an edition as a person reads them: what is kept of an edition that was looked at,
//! and what the next one is held against.

use std::borrow::Cow;

use chrono::Datelike as _;
use directory::{Entry, Register, ServiceId};
use edition::Edition;
use law::{Menu, MenuOption, OptionId, Rule};
use serde::{Deserialize, Serialize};
use store::SeenEntry;

use super::service_words;
use crate::Fault;
use crate::desk::digest;
use crate::paper::option_facts;

/// An entry put into words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case",
    deny_unknown_fields
)]
pub(super) enum Printed {
    /// An option of a menu.
    Option {
        menu: Menu,
        name: String,
        parts: Vec<(String, String)>,
    },
    /// All that stands under one rule's id.
    Rule { statements: Vec<Statement> },
    /// A service.
    Service {
        name: String,
        parts: Vec<(String, String)>,
    },
}

/// One effect of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Statement {
    /// The options that it tries.
    pub(super) on: Vec<OptionId>,
    /// What it says, its authority and its days.
    pub(super) says: String,
    /// The digest of what it asks and does, which may change under the same words.
    pub(super) test: String,
}

/// An edition's entries in words, in the edition's order, and the digest of them all.
pub(crate) struct PrintedEdition {
    pub(super) entries: Vec<PrintedEntry>,
    pub(super) digest: String,
}

/// An entry, and the digest of its words.
pub(super) struct PrintedEntry {
    pub(super) id: EntryId,
    pub(super) digest: String,
    /// Its words; none of a service. A directory may hold twenty thousand, and few differ from what
    /// was seen: those are put into words again.
    words: Option<Printed>,
}

/// What an entry is, and its id in the edition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum EntryId {
    Option(OptionId),
    Rule(String),
    Service(String),
}

impl EntryId {
    /// The name by which the store keeps it.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Option(id) => format!("option {}", id.0),
            Self::Rule(id) => format!("rule {id}"),
            Self::Service(id) => format!("service {id}"),
        }
    }

    /// Reads the name by which the store keeps it.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        let (kind, id) = key.split_once(' ')?;
        match kind {
            "option" => Some(Self::Option(OptionId(id.to_owned()))),
            "rule" => Some(Self::Rule(id.to_owned())),
            "service" => Some(Self::Service(id.to_owned())),
            _ => None,
        }
    }
}

impl PrintedEdition {
    /// Puts an edition into words, and the directory as it stands here over it.
    pub(crate) fn of(edition: &Edition, register: &Register) -> Result<Self, Fault> {
        let options = edition.options.iter().filter_map(|option| {
            let menu = edition.menu_of(option)?;
            Some((EntryId::Option(option.id.clone()), of_option(option, menu)))
        });
        let law = options.chain(of_rules(&edition.competence.rules));
        let law = law.map(|(id, words)| entry(id, &words, Some(words.clone())));
        let services = register.entries().iter().map(|held| {
            let id = EntryId::Service(held.id().0.clone());
            entry(id, &of_service(edition, register, held), None)
        });
        let entries = law.chain(services).collect::<Result<Vec<_>, _>>()?;
        let digests: String = entries
            .iter()
            .flat_map(|entry| {
                [
                    entry.id.key(),
                    " ".into(),
                    entry.digest.clone(),
                    "\n".into(),
                ]
            })
            .collect();
        Ok(Self {
            digest: digest(digests.as_bytes()),
            entries,
        })
    }
}

impl PrintedEntry {
    /// Its words, from the edition and the directory of which it is.
    pub(super) fn words(&self, edition: &Edition, register: &Register) -> Option<Cow<'_, Printed>> {
        if let Some(words) = &self.words {
            return Some(Cow::Borrowed(words));
        }
        let EntryId::Service(id) = &self.id else {
            return None;
        };
        let held = register.entry(&ServiceId(id.clone()))?;
        Some(Cow::Owned(of_service(edition, register, held)))
    }

    /// Its words, where they are kept: those of the law are.
    pub(super) fn kept(&self) -> Option<&Printed> {
        self.words.as_ref()
    }

    /// It as the store keeps it.
    pub(super) fn seen(&self, edition: &Edition, register: &Register) -> Option<SeenEntry> {
        let words = self.words(edition, register)?;
        Some(SeenEntry {
            entry: self.id.key(),
            digest: self.digest.clone(),
            body: serde_json::to_string(&words).ok()?,
        })
    }
}

fn entry(id: EntryId, words: &Printed, kept: Option<Printed>) -> Result<PrintedEntry, Fault> {
    let body = serde_json::to_vec(words).map_err(|_| Fault::EditionDamaged)?;
    Ok(PrintedEntry {
        id,
        digest: digest(&body),
        words: kept,
    })
}

fn of_service(edition: &Edition, register: &Register, held: &Entry) -> Printed {
    Printed::Service {
        name: held.service.name.clone(),
        parts: service_words::parts(edition, register, held),
    }
}

fn of_option(option: &MenuOption, menu: Menu) -> Printed {
    let courts = option.courts.iter().map(|court| court.name());
    let stages = option.stages.iter().map(|stage| stage.name());
    let mut parts = vec![("Name".to_owned(), option.name.clone())];
    let mut add = |label: &str, says: String| {
        if !says.is_empty() {
            parts.push((label.to_owned(), says));
        }
    };
    for (label, says) in option_facts::pairs(option) {
        add(label, says);
    }
    add("Courts", courts.collect::<Vec<_>>().join("; "));
    add("Stages", stages.collect::<Vec<_>>().join("; "));
    add("Notes", option.notes.join("\n"));
    Printed::Option {
        menu,
        name: option.name.clone(),
        parts,
    }
}

/// The rules by id, in the order in which each id first stands.
fn of_rules(rules: &[Rule]) -> impl Iterator<Item = (EntryId, Printed)> {
    let mut printed: Vec<(String, Vec<Statement>)> = Vec::new();
    for rule in rules {
        let statement = statement(rule);
        match printed.iter_mut().find(|(id, _)| *id == rule.id.0) {
            Some((_, statements)) => statements.push(statement),
            None => printed.push((rule.id.0.clone(), vec![statement])),
        }
    }
    let printed = printed.into_iter();
    printed.map(|(id, statements)| (EntryId::Rule(id), Printed::Rule { statements }))
}

fn statement(rule: &Rule) -> Statement {
    // An older digest was made without exceptions: a rule that has none keeps it.
    let asked = if rule.unless.is_empty() {
        serde_json::to_vec(&(&rule.when, &rule.effect, &rule.instead))
    } else {
        serde_json::to_vec(&(&rule.when, &rule.unless, &rule.effect, &rule.instead))
    };
    let mut test = digest(&asked.unwrap_or_default());
    test.truncate(16);
    Statement {
        on: rule.on.clone(),
        says: rule_words(rule),
        test,
    }
}

/// A rule in words: what it says, on what authority, and on which days.
pub(super) fn rule_words(rule: &Rule) -> String {
    let mut words = rule.says.clone();
    if let Some(change) = &rule.would_change {
        words = format!("{words} {change}");
    }
    let from = casework::date(rule.from);
    // A rule of all the days before another day has no first day of its own.
    let began = rule.from.year() > 1;
    let days = match rule.until.map(casework::date) {
        Some(until) if began => format!("From {from} to {until}"),
        Some(until) => format!("Until {until}"),
        None => format!("From {from}"),
    };
    let unchecked = match rule.checked {
        law::Checked::Verified => "",
        law::Checked::Unverified => " Not checked against an official text.",
    };
    format!("{words} {}. {days}.{unchecked}", rule.authority)
}

/// How a rule is called on the page. One that only repeats the entry of an option has no number.
pub(super) fn rule_label(id: &str) -> String {
    if id.contains('.') {
        "Its entry".to_owned()
    } else {
        format!("Rule {id}")
    }
}
