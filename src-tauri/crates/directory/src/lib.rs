//! The local directory: councils, courts, prisons, organisations, programmes and services, how
//! sure we are of each, and the words people use for them.
//!
//! A *family* is a programme known nationally; a *delivery* is what a court can use here. Search
//! gives deliveries. Nothing in this crate touches a disk or a clock.

mod answer;
mod assurance;
mod change;
mod clock;
mod code_book;
mod code_list;
mod codes;
mod coverage;
mod day;
mod entry;
mod everyday;
mod families;
mod filter;
mod filter_words;
mod fit;
mod fold;
mod gap;
mod inside;
mod kinship;
mod marks;
mod merge;
mod name_order;
mod organisation;
mod part;
mod part_words;
mod periods;
mod person_counts;
mod place;
mod prison_counts;
mod ranked;
mod referrals;
mod register;
mod said;
#[cfg(test)]
mod sample;
mod search;
mod service;
mod slip;
mod tally;
mod term;
mod tile;
mod typed;
mod word_index;

pub use assurance::Assurance;
pub use change::{ChangeId, Deed, EntryChange, OrganisationChange, PartChange};
pub use clock::Clock;
pub use code_list::CodeListEntry;
pub use entry::{Entry, FeedAssurance, Kept, Origin};
pub use everyday::EverydayWord;
pub use fit::unsuited;
pub use gap::{Gap, GapCount, GapId, GapMatrix, Provision, gap_matrix};
pub use merge::{Merged, merge};
pub use organisation::{Organisation, OrganisationId};
pub use part::Part;
pub use part_words::{part_changes, parts};
pub use periods::{PeriodSource, Periods};
pub use place::{Council, CouncilId, Court, CourtId, PlaceState, Prison, PrisonId};
pub use referrals::{Intake, Referrals};
pub use register::{Register, Surroundings};
pub use search::{
    DirectoryResults, DirectoryRows, DirectorySearch, FacetCount, NearRow, Nearness, ServiceRow,
    Sought, UnsuitedRow,
};
pub use service::{Area, Eligibility, Service, ServiceId, ServiceState};
pub use term::Term;
pub use tile::{Cover, Tile, TileMap};
