//! Whom a service takes, in the words that open data carries beside the numbers.

use directory::{Intake, Register, Service, ServiceState};

/// Whom a service takes, a line for each part; empty where nothing is stated.
pub(crate) fn who(service: &Service, register: &Register) -> String {
    let takes = &service.eligibility;
    let coded = |list: &str, code: &Option<String>| {
        code.as_ref()
            .map(|code| register.words_for(list, code).to_owned())
    };
    let told =
        |label: &str, text: &Option<String>| text.as_ref().map(|text| format!("{label}: {text}"));
    let lines = [
        told("Sex", &coded("sex", &takes.sex)),
        told("Offences", &takes.offence),
        told("Risk", &takes.risk),
        told("Order", &coded("order_needed", &takes.order_needed)),
        told("Where the person lives", &takes.residence),
        told("Not for", &takes.not_for),
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// What open data says in an alert, where its few states are not enough.
pub(crate) fn alert(service: &Service) -> Option<&'static str> {
    match (service.state, service.referrals.intake) {
        (ServiceState::Planned, _) => Some("Planned: it does not run yet."),
        (ServiceState::Unknown, _) => {
            Some("It is not known whether it runs. Ask before relying on it.")
        }
        (ServiceState::Current, Intake::Paused) => Some("It takes nobody for the present."),
        (ServiceState::Current | ServiceState::Historical, _) => None,
    }
}
