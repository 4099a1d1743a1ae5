//! What the desk lets whom do, and what it does with a store it must not open.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "these are tests, and what they are made with stands beside them"
)]

mod assessing;
mod calendars;
mod case_forms;
mod case_law;
mod changed_drafts;
mod changes;
mod conferences;
mod demonstration;
mod directory;
mod directory_carried;
mod directory_command_line;
mod directory_compare;
mod directory_confirming;
mod directory_contacts;
mod directory_counts;
mod directory_editing;
mod directory_editions;
mod directory_gaps;
mod directory_history;
mod directory_import;
mod directory_organisations;
mod directory_periods;
mod directory_refusals;
mod directory_upkeep;
mod every_act;
mod findability;
mod import_child;
mod issuing;
mod newer;
mod older;
mod packs;
mod permissions;
mod printing;
mod publishing;
mod put_in_report;
mod two_at_once;
mod ways_in;
