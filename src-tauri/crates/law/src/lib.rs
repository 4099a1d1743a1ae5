//! The menus of bail options and disposals, and the law of competence: what each option is, and
//! whether a court may take it on the facts of a case, on which authority and on which day.
//!
//! This crate touches no disk, no clock and no window. Figures, dates and words are content; here
//! is only the way in which facts are put to them.

mod age;
mod amount;
mod assessment;
mod bail_condition;
mod bounds;
mod breaches;
mod competence;
mod condition;
mod court;
mod entry;
mod fact;
mod facts;
mod facts_file;
mod holding;
mod in_force;
mod measure;
mod menu_option;
mod proposal;
mod raising;
mod remedy;
mod rule;
mod stage;
mod term;
mod trial;
mod truth;
mod unstated;
mod week;

pub use age::Age;
pub use amount::Amount;
pub use assessment::{Assessment, Awaited, Bound, Breach, Finding, Ground, ProposalFinding};
pub use bail_condition::{BailCondition, ConditionKind};
pub use competence::Competence;
pub use condition::{
    AgeRange, AmountRange, Condition, CountRange, DateRange, FigureRange, OneOf, TermRange,
};
pub use court::CourtKind;
pub use entry::OPEN_THEN;
pub use fact::{Fact, FactChoice, FactId, FactKind};
pub use facts::{FactValue, Facts};
pub use facts_file::{FactFault, FactsFile, contradictory};
pub use in_force::{DaySpan, InForce, TestedOn, WindowEnd};
pub use measure::{FigureFault, Measure};
pub use menu_option::{Checked, DoneWithin, Family, Menu, MenuOption, Need, Needed, OptionId};
pub use proposal::{Measured, Part, Proposal};
pub use rule::{Contradiction, Effect, Limit, Meaning, Raise, Rule, RuleId, TermOfPart};
pub use stage::Stage;
pub use term::Term;
pub use truth::Truth;
pub use week::{
    Clash, Commitment, CommitmentKind, Compatibility, PartInWeek, StayInLimit, Week, WeekFinding,
    WeekLaw, WeekNote,
};
