//! Whether the court must have a report before it decides, which, and by whom.

use law::{Checked, Condition, Truth};
use serde::{Deserialize, Serialize};

use crate::Template;
use crate::sheet::Sheet;

/// The triggers of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ReportNeeded {
    /// The triggers, in order.
    #[serde(rename = "trigger")]
    pub triggers: Vec<Trigger>,
    /// The question, as the label of the first answer.
    pub question: String,
    /// A statute asks for a report.
    pub by_statute: String,
    /// A statute asks for a report, and more may be needed.
    pub by_statute_and_more: String,
    /// It turns on what is not recorded.
    pub cannot_tell: String,
    /// Only practice asks for one.
    pub by_practice: String,
    /// The court may ask for one and need not.
    pub by_discretion: String,
    /// Nothing asks for one.
    pub no: String,
    /// A report, as an answer; places `report`, `by`, `basis`.
    pub report: Template,
    /// What a statute, practice and discretion are called in an answer.
    pub statute: String,
    /// What practice is called in an answer.
    pub practice: String,
    /// What discretion is called in an answer.
    pub discretion: String,
    /// A trigger that turns on more; places `name`, `facts`.
    pub turns_on: Template,
}

/// What makes a report necessary, or usual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Trigger {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What must all hold.
    pub when: Vec<Condition>,
    /// What leaves it out again.
    #[serde(default, rename = "except")]
    pub exceptions: Vec<Exception>,
    /// The report.
    pub report: String,
    /// Who makes it.
    pub by: String,
    /// Whether a statute asks for it.
    pub basis: Basis,
    /// What it says, to the person reading.
    pub says: String,
    /// The provision or guidance.
    pub authority: String,
    /// Whether it was checked.
    pub checked: Checked,
}

/// What leaves a report out although its trigger holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Exception {
    /// What must all hold.
    pub when: Vec<Condition>,
    /// Why the report is not needed.
    pub says: String,
}

/// Who asks for a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A statute: the court may not go on without it.
    Statute,
    /// Practice.
    Practice,
    /// The court may ask for it.
    Discretion,
}

/// What was found of the triggers.
#[derive(Default)]
struct Found<'f> {
    applies: Vec<&'f Trigger>,
    open: bool,
}

impl ReportNeeded {
    pub(crate) fn reckon(&self, sheet: &mut Sheet<'_>) {
        let considers = sheet.own("considers");
        let considered = sheet.list(&considers);
        if sheet.need(&considers, considered).is_none() {
            return;
        }
        let mut found = Found::default();
        for trigger in &self.triggers {
            self.try_trigger(sheet, trigger, &mut found);
        }
        let any = |basis| found.applies.iter().any(|trigger| trigger.basis == basis);
        let value = match (any(Basis::Statute), found.open) {
            (true, false) => &self.by_statute,
            (true, true) => &self.by_statute_and_more,
            (false, true) => &self.cannot_tell,
            (false, false) if any(Basis::Practice) => &self.by_practice,
            (false, false) if any(Basis::Discretion) => &self.by_discretion,
            (false, false) => &self.no,
        };
        sheet.answer(&self.question, value);
        for trigger in found.applies {
            let basis = match trigger.basis {
                Basis::Statute => &self.statute,
                Basis::Practice => &self.practice,
                Basis::Discretion => &self.discretion,
            };
            let places = [
                ("report", trigger.report.as_str()),
                ("by", &trigger.by),
                ("basis", basis),
            ];
            sheet.answer_checked(&trigger.name, self.report.with(&places), trigger.checked);
        }
    }

    fn try_trigger<'t>(
        &'t self,
        sheet: &mut Sheet<'_>,
        trigger: &'t Trigger,
        found: &mut Found<'t>,
    ) {
        let holds = sheet.holds(&trigger.when);
        let exceptions: Vec<Truth> = trigger
            .exceptions
            .iter()
            .map(|exception| sheet.holds(&exception.when))
            .collect();
        let excepted = Truth::any(exceptions.iter().cloned());
        let authority = Some(trigger.authority.as_str());
        match Truth::all([holds.clone(), !excepted]) {
            Truth::True => {
                sheet.note(&trigger.says, authority, trigger.checked);
                found.applies.push(trigger);
            }
            Truth::False if holds == Truth::True => {
                let mut all = trigger.exceptions.iter().zip(exceptions);
                if let Some((exception, _)) = all.find(|(_, truth)| *truth == Truth::True) {
                    sheet.note(&exception.says, authority, trigger.checked);
                }
            }
            Truth::False => {}
            Truth::Unknown(facts) => {
                found.open = true;
                let labels = sheet.labels(&facts);
                let places = [("name", trigger.name.as_str()), ("facts", &labels)];
                sheet.note(self.turns_on.with(&places), authority, trigger.checked);
                for fact in facts {
                    sheet.miss(fact);
                }
            }
        }
    }
}
