//! The local directory: councils, courts, prisons, organisations, programmes and services, how
//! sure we are of each, and the words people use for them.
//!
//! A *family* is a programme known nationally; a *delivery* is what a court can use here. Search
//! gives deliveries. Nothing in this crate touches a disk or a clock.

mod assurance;
mod code_list;
mod organisation;
mod place;
mod service;
mod term;

pub use assurance::Assurance;
pub use code_list::CodeListEntry;
pub use organisation::{Organisation, OrganisationId};
pub use place::{Council, CouncilId, Court, CourtId, PlaceState, Prison, PrisonId};
pub use service::{Area, Eligibility, Service, ServiceId, ServiceState};
pub use term::Term;
