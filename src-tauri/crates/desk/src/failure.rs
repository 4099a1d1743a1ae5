//! How a failure below becomes a fault the page can treat.

use crate::Fault;

impl From<store::Error> for Fault {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::NoSpace => Self::DiskFull,
            store::Error::Busy => Self::StoreInUse,
            store::Error::Disk | store::Error::ReadOnly => Self::StoreUnavailable,
            store::Error::WrongKeyOrForeign | store::Error::Foreign | store::Error::Missing => {
                Self::StoreForeign
            }
            store::Error::Newer { .. } => Self::StoreNewer,
            store::Error::Damaged => Self::StoreDamaged,
            store::Error::NotFound => Self::NotFound,
            store::Error::Engine
            | store::Error::KeyForm
            | store::Error::AlreadyThere
            | store::Error::AlreadyHeld
            | store::Error::ChangedMeanwhile
            | store::Error::Cancelled
            | store::Error::DanglingReference
            | store::Error::DigestDiffers
            | store::Error::NotOfAnEdition
            | store::Error::Unwritable
            | store::Error::Refused { .. } => Self::Unforeseen,
        }
    }
}

impl From<edition::Error> for Fault {
    fn from(error: edition::Error) -> Self {
        match error {
            edition::Error::Forged | edition::Error::NotAnEdition => Self::EditionForged,
            edition::Error::Unreadable { .. }
            | edition::Error::Faulty(_)
            | edition::Error::Unparsable
            | edition::Error::BadKey => Self::EditionDamaged,
        }
    }
}
