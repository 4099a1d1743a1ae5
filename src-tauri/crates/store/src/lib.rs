//! The encrypted store: cases, drafts, what was issued, conferences, search and the audit log.
//!
//! This crate holds the only SQL of the program. Its interface is written in domain types, so that
//! another store can take its place; nothing of the database engine is seen outside. Who may do a
//! thing is decided in `desk`; here each act and its audit entry share one transaction. The clock
//! and random ids come from the caller.

mod audit;
mod audit_chain;
mod backup;
mod case;
mod columns;
mod conference;
mod connection;
mod contents;
mod directory_batch;
mod directory_carried;
mod directory_entries;
mod directory_history;
mod directory_organisation;
mod directory_taking;
mod draft;
mod edit_distance;
mod edition_seen;
mod entry_parts;
mod error;
mod failure;
mod gap;
mod issue;
mod issued_case;
mod migration;
mod owner;
mod pack;
mod search;
mod search_index;
mod setting;
mod store;
mod suggestion;
mod verdict;
mod words;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod kill;

pub use audit::{AuditEntry, AuditRecord};
pub use audit_chain::{AuditHead, AuditVerdict};
pub use case::{CaseRow, CaseSaved};
pub use conference::{ConferenceRow, ConferenceSaved};
pub use directory_batch::DirectoryBatch;
pub use directory_carried::CarriedChange;
pub use directory_entries::HeldEntry;
pub use directory_organisation::HeldOrganisation;
pub use directory_taking::TakingIn;
pub use draft::{DraftRow, ReplacedAnswer};
pub use edition_seen::{SeenEdition, SeenEntry};
pub use entry_parts::EntryParts;
pub use error::Error;
pub use gap::GapFilter;
pub use issue::{Issue, IssueKind};
pub use issued_case::Issuing;
pub use pack::NewPack;
pub use search::{Found, SearchKind};
pub use search_index::SearchEntry;
pub use store::{Store, StoreAbout, StoreId};
pub use verdict::Verdict;
