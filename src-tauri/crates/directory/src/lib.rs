//! The local directory: councils, courts, prisons, organisations, programmes and services, how
//! sure we are of each, and the words people use for them.
//!
//! A *family* is a programme known nationally; a *delivery* is what a court can use here. Search
//! gives deliveries. Nothing in this crate touches a disk or a clock.

mod assurance;
mod change;
mod code_list;
mod entry;
mod gap;
mod organisation;
mod place;
mod referrals;
mod register;
mod search;
mod service;
mod term;
mod tile;

pub use assurance::Assurance;
pub use change::{ChangeId, Deed, EntryChange, PartChange};
pub use code_list::CodeListEntry;
pub use entry::{Entry, FeedAssurance, Kept, Origin};
pub use gap::{Gap, GapCount, GapId, GapMatrix, Provision};
pub use organisation::{Organisation, OrganisationId};
pub use place::{Council, CouncilId, Court, CourtId, PlaceState, Prison, PrisonId};
pub use referrals::{Intake, Referrals};
pub use register::{Register, Surroundings};
pub use search::{
    DirectoryResults, DirectorySearch, FacetCount, NearRow, Nearness, ServiceRow, Sought,
    UnsuitedRow,
};
pub use service::{Area, Eligibility, Service, ServiceId, ServiceState};
pub use term::Term;
pub use tile::{Cover, Tile, TileMap};
