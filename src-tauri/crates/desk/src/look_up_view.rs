//! What the look-up screens ask and show.

use chrono::NaiveDate;
use directory::{Council, Court, FacetCount, Prison, ServiceRow};
use law::{
    BailCondition, Checked, CourtKind, Facts, InForce, Menu, MenuOption, Needed, OptionId, Stage,
};
use serde::{Deserialize, Serialize};

/// What is asked of a menu.
#[derive(Clone, Debug, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OptionSearch {
    /// Which menu.
    pub menu: Menu,
    /// What was typed; empty for the whole menu.
    pub words: String,
    /// Only options this kind of court may grant or impose.
    pub court: Option<CourtKind>,
    /// Only options of this stage.
    pub stage: Option<Stage>,
    /// Only options of this family.
    pub family: Option<String>,
    /// The day the law is asked for.
    pub as_at: NaiveDate,
    /// Whether options that do not exist on that day are shown too, marked.
    pub out_of_force: bool,
    /// The council whose services count as here, by GSS code.
    pub council: Option<String>,
}

/// A menu on paper.
#[derive(Clone, Debug, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MenuPrint {
    /// What is shown.
    pub search: OptionSearch,
    /// The facts on which each option is judged; none for the menu alone.
    pub facts: Option<Facts>,
    /// The court at whose bench it will lie, by id: its name heads the paper and its councils say
    /// who provides each option there.
    pub court: Option<String>,
}

/// An option on a card.
#[derive(Clone, Debug, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CardPrint {
    /// The menu.
    pub menu: Menu,
    /// The option.
    pub option: OptionId,
    /// The facts on which it is judged; none for the entry alone.
    pub facts: Option<Facts>,
    /// The day for which the law is asked.
    pub as_at: NaiveDate,
    /// The council whose services count as here, by GSS code.
    pub council: Option<String>,
}

/// A row of a menu.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct OptionRow {
    /// The option.
    pub id: OptionId,
    /// Its name.
    pub name: String,
    /// The alias that was matched, where the name was not.
    pub matched: Option<String>,
    /// Its family.
    pub family: String,
    /// What it is.
    pub what: String,
    /// Whether consent is needed.
    pub consent: Needed,
    /// Whether a report is needed.
    pub report: Needed,
    /// The provision.
    pub authority: String,
    /// Whether it exists on the day asked for.
    pub in_force: bool,
    /// The days on which it exists.
    pub window: InForce,
    /// Whether the entry was checked.
    pub checked: Checked,
    /// Whether some part of it was not.
    pub unchecked_part: bool,
    /// How many services in the council's area are recorded for it.
    pub services_here: u32,
}

/// The answer of a menu. Rows stand in the edition's order unless words were typed, when the best
/// match of the words comes first; a menu never ranks by merit.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct OptionResults {
    /// The rows.
    pub rows: Vec<OptionRow>,
    /// How many options the menu has in all.
    pub total: u32,
    /// A word the person may have meant, where nothing matched.
    pub suggestion: Option<String>,
    /// Counts by family.
    pub families: Vec<FacetCount>,
    /// Counts by kind of court.
    pub courts: Vec<FacetCount>,
    /// Counts by stage.
    pub stages: Vec<FacetCount>,
}

/// An option's page.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct OptionPage {
    /// The option.
    pub option: MenuOption,
    /// Which menu.
    pub menu: Menu,
    /// Its family's title.
    pub family_title: String,
    /// Whether it exists on the day asked for.
    pub in_force: bool,
    /// Services recorded for it here.
    pub services_here: Vec<ServiceRow>,
    /// Services recorded for it in councils next door.
    pub services_next_door: Vec<ServiceRow>,
    /// The conditions every bail order carries, where the option is a grant of bail.
    pub conditions: Vec<BailCondition>,
    /// The entry as words, for the clipboard.
    pub wording: String,
}

/// Councils, courts and prisons, for choosing from.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Places {
    /// The councils.
    pub councils: Vec<Council>,
    /// The courts.
    pub courts: Vec<Court>,
    /// The prisons.
    pub prisons: Vec<Prison>,
}

/// What kind of thing was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum FoundKind {
    /// A bail option.
    BailOption,
    /// A disposal.
    Disposal,
    /// A service.
    Service,
    /// A court.
    Court,
    /// A word of the glossary.
    Term,
    /// A case.
    Case,
    /// A report.
    Report,
    /// A conference.
    Conference,
}

/// One thing found from anywhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Found {
    /// What it is.
    pub kind: FoundKind,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// A line about it.
    pub line: String,
}
