//! A case as the law asks about it: the facts that its record holds already, those that were
//! recorded beside it, and where each comes from.

use casework::{CaseId, ReportId, Rev};
use law::{Commitment, FactId, Facts};
use serde::Serialize;

use crate::{Act, CaseSaved, Desk, Fault};

/// A case as the law asks about it.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct CaseLaw {
    /// The case.
    pub case: CaseId,
    /// Its revision, for recording more.
    pub rev: Rev,
    /// SURNAME, Forenames.
    pub name: String,
    /// The council's reference.
    pub reference: String,
    /// The charges, to choose from: the facts are those of one charge.
    pub charges: Vec<ChargeLine>,
    /// The number of the charge whose facts these are; none where the case has no charge.
    pub charge: Option<u32>,
    /// Everything known: what follows from the record, and what was recorded beside it.
    pub facts: Facts,
    /// For each fact that follows from the record, where it stands there. The others were recorded
    /// beside it and may be recorded again.
    pub drawn: Vec<DrawnFact>,
    /// The reports about the case that are still being written.
    pub drafts: Vec<DraftLine>,
    /// The person's week, as it was last kept.
    pub week: Vec<Commitment>,
}

/// A charge, to choose from.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct ChargeLine {
    /// Its number.
    pub number: u32,
    /// The offence, and when.
    pub line: String,
}

/// A fact that the record of the case holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct DrawnFact {
    /// The fact.
    pub fact: FactId,
    /// Where it stands, in words such as "Date of birth" or "Charge 1, plea".
    pub from: String,
}

/// A report that is being written.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct DraftLine {
    /// The report.
    pub report: ReportId,
    /// The form's short name.
    pub form: String,
    /// Whether the form asks which options were considered.
    pub takes_options: bool,
}

impl Desk {
    /// The facts of a case, for one of its charges; for the first where none is named.
    pub fn case_law(&mut self, _case: CaseId, _charge: Option<u32>) -> Result<CaseLaw, Fault> {
        self.leave(Act::ReadCaseLaw, &[])?;
        Err(Fault::NotFound)
    }

    /// Keeps with a case what was recorded for the law, and the person's week. Facts that follow
    /// from the record are not kept a second time.
    pub fn record_facts(
        &mut self,
        _case: CaseId,
        _rev: Rev,
        _charge: Option<u32>,
        _facts: &Facts,
        _week: &[Commitment],
    ) -> Result<CaseSaved, Fault> {
        self.leave(Act::RecordFacts, &[])?;
        Err(Fault::NotFound)
    }
}
