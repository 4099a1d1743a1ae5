//! What a report is laid out with: of a draft the case as it stands, of an issued report the case
//! that was kept with the issue, and never another.

use casework::{Case, Draft, Recipient, ReportPaper};
use chrono::{DateTime, Utc};

use crate::{Desk, Fault};

/// The facts that a report is laid out with.
pub(crate) struct ReportFacts {
    pub(crate) reference: String,
    pub(crate) case: Case,
    /// Whether the report was issued by a program that did not keep its facts, so that they are
    /// those of the day on which the store was brought up to date.
    pub(crate) kept_late: bool,
}

impl Desk {
    /// Gives the facts that a draft or report is laid out with.
    pub(crate) fn facts_of(&self, draft: &Draft) -> Result<ReportFacts, Fault> {
        if let Some(issued) = &draft.issued {
            let kept = self.store.issued_case(issued.id)?;
            let kept = kept.ok_or(Fault::StoreDamaged)?;
            return Ok(ReportFacts {
                reference: kept.reference,
                case: kept.case,
                kept_late: !kept.as_issued,
            });
        }
        let (reference, case) = self.case_named(draft.case)?;
        Ok(ReportFacts {
            reference,
            case,
            kept_late: false,
        })
    }

    /// Gives what `make` makes of a report on paper, signed at a time or not yet.
    pub(crate) fn on_paper<T>(
        &self,
        draft: &Draft,
        facts: &ReportFacts,
        signed: Option<DateTime<Utc>>,
        recipient: Recipient,
        make: impl FnOnce(ReportPaper<'_>) -> T,
    ) -> Result<T, Fault> {
        let form = self.form_named(&draft.form)?;
        Ok(make(ReportPaper {
            form: &form,
            answers: &draft.answers,
            case: &facts.case,
            reference: &facts.reference,
            author: &draft.author,
            signed,
            produced: signed.unwrap_or(draft.saved_at),
            demonstration: self.session.demonstration,
            recipient,
        }))
    }
}
