//! A case before the court.

use chrono::{NaiveDate, NaiveDateTime};
use law::{Commitment, Facts};
use serde::{Deserialize, Serialize};

use crate::{CaseId, Person, Rev};

/// Summary or solemn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Procedure {
    /// Without a jury.
    Summary,
    /// On indictment.
    Solemn,
}

/// How the person stands while the case waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum PersonStanding {
    /// Told to appear.
    Ordained,
    /// On bail.
    Bail,
    /// On remand.
    Remand,
    /// Serving a sentence.
    Serving,
    /// Something else; the words are in the bail or custody note.
    Other,
}

/// How the person pleaded to a charge, or what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Plea {
    /// Guilty.
    Guilty,
    /// Guilty as the charge was amended.
    GuiltyAsAmended,
    /// Found guilty after trial.
    FoundGuilty,
    /// Not guilty, accepted: never analysed as an offence.
    NotGuiltyAccepted,
}

/// One charge of the libel, as convicted: amendments and deletions applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Charge {
    /// Its number on the complaint or indictment.
    pub number: u32,
    /// The offence.
    pub offence: String,
    /// The provision, or "common law".
    pub provision: String,
    /// When, in words: a date, or dates between which.
    pub when: String,
    /// Where; never the house of a victim.
    #[serde(default)]
    pub place: Option<String>,
    /// Aggravations.
    #[serde(default)]
    pub aggravations: Vec<String>,
    /// The plea or verdict.
    pub plea: Plea,
    /// What was recorded of the charge for the law alone. It is printed on no report.
    #[serde(default)]
    pub recorded: Facts,
}

/// One earlier disposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PreviousConviction {
    /// The date of sentence.
    pub sentenced: NaiveDate,
    /// The court.
    pub court: String,
    /// The offence or offences.
    pub offence: String,
    /// The disposal.
    pub disposal: String,
    /// Completed, breached, paid.
    #[serde(default)]
    pub outcome: Option<String>,
    /// Whether the Crown libelled it. What is not libelled is never printed as a conviction.
    pub libelled: bool,
}

/// A case before the court, with the facts that every report takes from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Case {
    /// The person.
    pub person: Person,
    /// The court, by name.
    pub court: String,
    /// Its sheriffdom.
    #[serde(default)]
    pub sheriffdom: Option<String>,
    /// Summary or solemn.
    pub procedure: Procedure,
    /// The sheriff or judge.
    #[serde(default)]
    pub judge: Option<String>,
    /// The procurator fiscal's reference.
    #[serde(default)]
    pub pf_reference: Option<String>,
    /// The court's case or indictment number.
    #[serde(default)]
    pub court_reference: Option<String>,
    /// The date of the plea or verdict.
    #[serde(default)]
    pub convicted_on: Option<NaiveDate>,
    /// The date on which the report was ordered.
    #[serde(default)]
    pub report_ordered_on: Option<NaiveDate>,
    /// The diet for which the report is wanted: the date and time the court fixed.
    #[serde(default)]
    pub diet: Option<NaiveDateTime>,
    /// When the report is due at court, as the court or local practice fixed it.
    #[serde(default)]
    pub due: Option<NaiveDateTime>,
    /// How the person stands meanwhile.
    pub standing: PersonStanding,
    /// Bail conditions, or where the person is held.
    #[serde(default)]
    pub standing_note: Option<String>,
    /// What else is before the court.
    #[serde(default)]
    pub also_before_the_court: Option<String>,
    /// The charges as convicted.
    #[serde(default)]
    pub charges: Vec<Charge>,
    /// The convictions before this one.
    #[serde(default)]
    pub previous: Vec<PreviousConviction>,
    /// What a reader must know at a glance: interpreter, staff safety.
    #[serde(default)]
    pub alerts: Vec<String>,
    /// Words that must never be printed: names and places of victims, children, third parties.
    #[serde(default)]
    pub stop_list: Vec<String>,
    /// What was recorded for the law alone, of the person, the court, the reports, bail and unpaid
    /// fines. It is printed on no report.
    #[serde(default)]
    pub recorded: Facts,
    /// The person's week, as it was tried out. It is printed on no report.
    #[serde(default)]
    pub week: Vec<Commitment>,
}

/// A case as the store holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CaseRecord {
    /// Its id.
    pub id: CaseId,
    /// Its revision.
    pub rev: Rev,
    /// The council's reference for it.
    pub reference: String,
    /// What it says.
    pub case: Case,
}
