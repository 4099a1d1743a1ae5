//! How a verb ends when it is not done.

use std::fmt;
use std::process::ExitCode;

use desk::Fault;

/// Why a verb was not done, in a sentence for whoever ran it.
#[derive(Debug)]
pub(crate) enum Ending {
    /// A rule or check refused it: exit code 1.
    Refused(String),
    /// What was given cannot be read: exit code 2. The sentence names the file, line or field.
    BadInput(String),
    /// It could not be done: exit code 3.
    Undone(String),
}

impl Ending {
    pub(crate) fn code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Refused(_) => 1,
            Self::BadInput(_) => 2,
            Self::Undone(_) => 3,
        })
    }
}

impl fmt::Display for Ending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(says) | Self::BadInput(says) | Self::Undone(says) => f.write_str(says),
        }
    }
}

impl From<Fault> for Ending {
    fn from(fault: Fault) -> Self {
        let sentence = fault.sentence();
        match fault {
            Fault::BadInput { field } => Self::BadInput(format!("{field}: {sentence}")),
            Fault::NotFound | Fault::WeakPassphrase | Fault::RecoveryKeyMistyped => {
                Self::BadInput(sentence)
            }
            Fault::NotAllowed { .. }
            | Fault::NotYours { .. }
            | Fault::ConferenceChanged
            | Fault::EditionForged => Self::Refused(sentence),
            Fault::Locked
            | Fault::DiskFull
            | Fault::StoreUnavailable
            | Fault::StoreInUse
            | Fault::StoreForeign
            | Fault::StoreDamaged
            | Fault::StoreNewer
            | Fault::KeyFileDamaged
            | Fault::EditionDamaged
            | Fault::PaperFailed
            | Fault::PictureFailed
            | Fault::FileNotWritten
            | Fault::Unforeseen => Self::Undone(sentence),
        }
    }
}
