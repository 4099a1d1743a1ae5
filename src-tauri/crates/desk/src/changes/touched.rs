//! The reports that are being written and name a changed option in their table of options
//! considered. A narrative may speak of an option in any words, so only the table is sure.

use std::collections::BTreeSet;

use casework::{Answer, AnswerKind, Draft, Form, QuestionRole, TableRow};
use edition::Edition;
use law::OptionId;

use crate::option_codes;
use crate::{ChangedEntry, Desk, Fault, Permission, TouchedDraft};

/// The columns of the table that name the option and say why.
const OPTION: &str = "option";
const REASONS: &str = "reasons";

/// An option that changed, and all that it may be called in a table.
struct Called {
    id: OptionId,
    names: BTreeSet<String>,
}

impl Desk {
    /// The person's own reports that are being written and name an option among the entries. They
    /// are looked for only where the person's roles let reports be read.
    pub(super) fn touched_drafts(
        &self,
        entries: &[ChangedEntry],
    ) -> Result<Vec<TouchedDraft>, Fault> {
        let mut roles = self.session.profile.roles.iter();
        if !roles.any(|role| role.allows(Permission::ReadCases)) {
            return Ok(Vec::new());
        }
        let called: Vec<Called> = entries
            .iter()
            .filter(|entry| entry.menu.is_some())
            .map(called)
            .collect();
        if called.is_empty() {
            return Ok(Vec::new());
        }
        let own = self.own_records()?;
        let mut touched = Vec::new();
        for row in self.store.drafts()? {
            if row.issued.is_some() || !own.contains(&row.id.0) {
                continue;
            }
            let draft = self.store.draft(row.id)?.ok_or(Fault::NotFound)?;
            let Some(form) = self.edition.form(&draft.form) else {
                continue;
            };
            let options = named_in(&self.edition, form, &draft, &called);
            if !options.is_empty() {
                touched.push(TouchedDraft {
                    report: row.id,
                    name: row.listed_name,
                    form: form.short_name.clone(),
                    options,
                });
            }
        }
        Ok(touched)
    }
}

/// An option may be called by its name, by the name it had, and by its id.
fn called(entry: &ChangedEntry) -> Called {
    let before = entry.parts.iter().filter(|part| part.label == "Name");
    let names = before
        .map(|part| &part.before)
        .chain([&entry.name, &entry.id]);
    Called {
        names: names.map(|name| plain(name)).collect(),
        id: OptionId(entry.id.clone()),
    }
}

/// The changed options that a draft's table names, in the order in which they changed.
fn named_in(edition: &Edition, form: &Form, draft: &Draft, called: &[Called]) -> Vec<OptionId> {
    let Some(question) = form.question_for(QuestionRole::OptionsConsidered) else {
        return Vec::new();
    };
    let AnswerKind::Table { columns } = &question.answer else {
        return Vec::new();
    };
    let column = columns.iter().find(|column| column.id == OPTION);
    let (Some(column), Some(Answer::Table { rows })) = (column, draft.answers.get(&question.id))
    else {
        return Vec::new();
    };
    let named = called.iter().filter(|option| {
        let code = option_codes::code(column, &option.id);
        let sharing = code.iter().flat_map(|code| {
            let others = option_codes::sharing(column, code, &edition.options);
            others.map(|other| plain(&other.name))
        });
        let sharing: Vec<String> = sharing.collect();
        rows.iter()
            .any(|row| option.stands_in(row, code.as_deref(), &sharing))
    });
    named.map(|option| option.id.clone()).collect()
}

impl Called {
    /// Whether a row is about the option. A row of a code that several options share is about the
    /// one that its reasons name, or about any of them where they name none; a row without a code
    /// names its option at the beginning of its reasons.
    fn stands_in(&self, row: &TableRow, code: Option<&str>, sharing: &[String]) -> bool {
        let cell = row.get(OPTION).map_or("", |cell| cell.trim());
        let reasons = plain(row.get(REASONS).map_or("", String::as_str));
        if cell.is_empty() {
            let begins = |name: &String| reasons.starts_with(&format!("{name}."));
            return self.names.iter().any(begins);
        }
        if code != Some(cell) {
            return self.names.contains(&plain(cell));
        }
        self.names.iter().any(|name| reasons.contains(name))
            || !sharing.iter().any(|other| reasons.contains(other))
    }
}

/// Words as they are compared: without case, with one kind of space.
fn plain(words: &str) -> String {
    let lower = words.to_lowercase();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}
