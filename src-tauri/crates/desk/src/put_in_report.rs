//! Putting options of a menu into a report that is being written.

use casework::{QuestionId, ReportId, Rev};
use law::OptionId;
use serde::{Deserialize, Serialize};

use crate::{Act, Desk, Fault};

/// An option for the table of options considered.
#[derive(Clone, Debug, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OptionForReport {
    /// The option.
    pub option: OptionId,
    /// What is said of it: whether it is competent, why, and who offers it here.
    pub words: String,
}

/// Where the options went.
#[derive(Clone, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct PutInReport {
    /// The report.
    pub report: ReportId,
    /// The question they stand under.
    pub question: QuestionId,
    /// How many rows were added; an option that stands there already is left as it is.
    pub added: u32,
    /// The report's revision after it.
    pub rev: Rev,
}

impl Desk {
    /// Adds options to the table of options considered of a report that is being written. What the
    /// author wrote there stays as it is.
    pub fn put_in_report(
        &mut self,
        _report: ReportId,
        _options: &[OptionForReport],
    ) -> Result<PutInReport, Fault> {
        self.leave(Act::PutInReport, &[])?;
        Err(Fault::NotFound)
    }
}
