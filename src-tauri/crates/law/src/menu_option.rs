//! An option on one of the two menus.

use serde::{Deserialize, Serialize};

use crate::{CommitmentKind, CourtKind, InForce, Stage, Term};

/// The id of an option, in kebab case, never reused.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct OptionId(pub String);

/// The menu an option stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Menu {
    /// Bail options and alternatives to remand.
    Bail,
    /// What the court may do on conviction.
    Disposals,
}

/// Whether a datum was checked against the statute, a commencement instrument or an official
/// publication. It is shown wherever the datum is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Checked {
    /// The core of the entry was checked.
    Verified,
    /// It was not checked: shown with a warning.
    Unverified,
}

/// Whether something is needed before an option may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Needed {
    /// The law requires it.
    Yes,
    /// The law does not require it.
    No,
    /// The law does not require it but courts or services do.
    InPractice,
    /// It turns on the facts; the words say how.
    Depends,
    /// No source seen says whether it is.
    NotKnown,
}

/// Whether something is needed, in a word and in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Need {
    /// The word.
    pub needed: Needed,
    /// The sentence, where the word is not enough.
    #[serde(default)]
    pub says: Option<String>,
}

/// In what time the hours of an option are to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DoneWithin {
    /// The time, from the day of the order.
    pub term: Term,
    /// What the provision says, in a sentence.
    pub says: String,
    /// The provision.
    pub authority: String,
}

/// A family of options, in the legal order of the edition. Menus do not rank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Family {
    /// The family's id.
    pub id: String,
    /// The menu it belongs to.
    pub menu: Menu,
    /// Its heading on screen and paper.
    pub title: String,
}

/// One bail option or disposal. A mark `[?]` inside a text means that the datum before it was not
/// checked; it is never removed on the way to the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MenuOption {
    /// The option's id.
    pub id: OptionId,
    /// The family it stands in.
    pub family: String,
    /// Its name, in sentence case.
    pub name: String,
    /// What a person might type for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it is, in one or two sentences.
    pub what: String,
    /// Who may grant or impose it.
    pub who: String,
    /// The courts that may, for filtering; empty where no court does.
    #[serde(default)]
    pub courts: Vec<CourtKind>,
    /// The stages of a case at which it may be used; empty for a disposal.
    #[serde(default)]
    pub stages: Vec<Stage>,
    /// When it is open: age, charge, earlier steps.
    #[serde(default)]
    pub when: Option<String>,
    /// Its limits: periods, hours, sums.
    #[serde(default)]
    pub limits: Option<String>,
    /// Whether the person must agree.
    pub consent: Need,
    /// Whether an assessment or report must come first.
    pub report: Need,
    /// What follows if it is not kept.
    #[serde(default)]
    pub breach: Option<String>,
    /// Who runs or supervises it.
    #[serde(default)]
    pub delivered_by: Option<String>,
    /// What it may stand beside.
    #[serde(default)]
    pub combines_with: Option<String>,
    /// What it shuts out.
    #[serde(default)]
    pub excludes: Option<String>,
    /// Whether and when the court looks at it again.
    #[serde(default)]
    pub reviews: Option<String>,
    /// What it replaced, or what replaced it.
    #[serde(default)]
    pub succession: Option<String>,
    /// Anything else a reader needs.
    #[serde(default)]
    pub notes: Vec<String>,
    /// What its times are in the week of the person; empty where it takes up no time of a week.
    #[serde(default)]
    pub in_week: Vec<CommitmentKind>,
    /// In what time its hours are to be done, where a provision says so.
    #[serde(default)]
    pub done_within: Option<DoneWithin>,
    /// The provision that founds it.
    pub authority: String,
    /// The days on which it exists.
    #[serde(default)]
    pub in_force: InForce,
    /// Where the facts were taken from.
    #[serde(default)]
    pub source: Option<String>,
    /// Whether they were checked.
    pub checked: Checked,
}

impl MenuOption {
    /// Whether any part of the entry was not checked.
    pub fn has_unchecked_part(&self) -> bool {
        self.checked == Checked::Unverified || self.texts().any(|text| text.contains("[?]"))
    }

    /// Every text of the entry that a person reads.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let optional = [
            &self.when,
            &self.limits,
            &self.consent.says,
            &self.report.says,
            &self.breach,
            &self.delivered_by,
            &self.combines_with,
            &self.excludes,
            &self.reviews,
            &self.succession,
            &self.in_force.note,
        ];
        [&self.name, &self.what, &self.who, &self.authority]
            .into_iter()
            .map(String::as_str)
            .chain(optional.into_iter().flatten().map(String::as_str))
            .chain(self.notes.iter().map(String::as_str))
    }
}
