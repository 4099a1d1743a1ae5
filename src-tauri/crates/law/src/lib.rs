//! The menus of bail options and disposals: what each option is, who may grant it, within what
//! limits, on what authority, and on which days it exists.
//!
//! This crate touches no disk, no clock and no window. It is deliberately without rules of
//! competence: those arrive as dated data with the issue that needs them.

mod bail_condition;
mod court;
mod in_force;
mod menu_option;
mod stage;

pub use bail_condition::{BailCondition, ConditionKind};
pub use court::CourtKind;
pub use in_force::InForce;
pub use menu_option::{Checked, Family, Menu, MenuOption, Need, Needed, OptionId};
pub use stage::Stage;
