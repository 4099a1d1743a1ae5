//! The ways of reckoning. The list is closed and small on purpose: a new way comes with a calculator
//! that needs it.

use serde::{Deserialize, Serialize};

use crate::sheet::Sheet;
use crate::{
    AgeOn, CompensationLatest, DefaultCustody, PeriodEnd, Powers, ReportDue, ReportNeeded,
    StandardScale, Surcharge, TaggedBail, TimeLimits, UnpaidWork, WorkingDays,
};

/// How a calculator reckons, with its figures and words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Method {
    /// Whether the court must have a report.
    ReportNeeded(Box<ReportNeeded>),
    /// The latest or earliest day that a statute counts from another.
    TimeLimits(Box<TimeLimits>),
    /// By when unpaid work must be finished.
    UnpaidWork(Box<UnpaidWork>),
    /// By when compensation must be paid.
    Compensation(Box<CompensationLatest>),
    /// The victim surcharge.
    Surcharge(Box<Surcharge>),
    /// Custody for default of a fine.
    DefaultCustody(Box<DefaultCustody>),
    /// Credit for time on tagged bail.
    TaggedBail(Box<TaggedBail>),
    /// The bounds of what a court may impose.
    Powers(Box<Powers>),
    /// The standard scale.
    StandardScale(Box<StandardScale>),
    /// Counting working days.
    WorkingDays(Box<WorkingDays>),
    /// When a report is due.
    ReportDue(Box<ReportDue>),
    /// The last day of a period.
    PeriodEnd(Box<PeriodEnd>),
    /// How old a person is on a day.
    AgeOn(Box<AgeOn>),
}

impl Method {
    pub(crate) fn reckon(&self, sheet: &mut Sheet<'_>) {
        match self {
            Self::ReportNeeded(method) => method.reckon(sheet),
            Self::TimeLimits(method) => method.reckon(sheet),
            Self::UnpaidWork(method) => method.reckon(sheet),
            Self::Compensation(method) => method.reckon(sheet),
            Self::Surcharge(method) => method.reckon(sheet),
            Self::DefaultCustody(method) => method.reckon(sheet),
            Self::TaggedBail(method) => method.reckon(sheet),
            Self::Powers(method) => method.reckon(sheet),
            Self::StandardScale(method) => method.reckon(sheet),
            Self::WorkingDays(method) => method.reckon(sheet),
            Self::ReportDue(method) => method.reckon(sheet),
            Self::PeriodEnd(method) => method.reckon(sheet),
            Self::AgeOn(method) => method.reckon(sheet),
        }
    }
}
