//! The codes of our own table that no list of the directory holds.

use directory::{Intake, ServiceState};
use law::Checked;

pub(crate) const STATES: [(&str, ServiceState); 4] = [
    ("current", ServiceState::Current),
    ("historical", ServiceState::Historical),
    ("planned", ServiceState::Planned),
    ("unknown", ServiceState::Unknown),
];

pub(crate) const INTAKES: [(&str, Intake); 4] = [
    ("not-stated", Intake::NotStated),
    ("taking", Intake::Taking),
    ("waiting-list", Intake::WaitingList),
    ("paused", Intake::Paused),
];

pub(crate) const CHECKS: [(&str, Checked); 2] = [
    ("verified", Checked::Verified),
    ("unverified", Checked::Unverified),
];

/// The code of a state in our own table.
pub(crate) fn state_code(state: ServiceState) -> &'static str {
    code_of(&STATES, state)
}

/// The state with a code of our own table.
pub(crate) fn state_of(code: &str) -> Option<ServiceState> {
    of_code(&STATES, code)
}

/// The code of how a service stands to new people.
pub(crate) fn intake_code(intake: Intake) -> &'static str {
    code_of(&INTAKES, intake)
}

/// How a service stands to new people, by its code.
pub(crate) fn intake_of(code: &str) -> Option<Intake> {
    of_code(&INTAKES, code)
}

/// The code of whether an entry was checked.
pub(crate) fn checked_code(checked: Checked) -> &'static str {
    code_of(&CHECKS, checked)
}

/// Whether an entry was checked, by its code.
pub(crate) fn checked_of(code: &str) -> Option<Checked> {
    of_code(&CHECKS, code)
}

fn code_of<T: Copy + PartialEq>(known: &[(&'static str, T)], wanted: T) -> &'static str {
    let found = known.iter().find(|(_, value)| *value == wanted);
    found.map_or("", |(code, _)| code)
}

pub(crate) fn of_code<T: Copy>(known: &[(&'static str, T)], wanted: &str) -> Option<T> {
    let found = known.iter().find(|(code, _)| *code == wanted);
    found.map(|(_, value)| *value)
}

/// Whether a text has the form of an ISO 639 code.
pub(crate) fn is_language(code: &str) -> bool {
    matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_lowercase())
}
