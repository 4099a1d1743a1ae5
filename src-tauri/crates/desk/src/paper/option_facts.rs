//! An option's facts as pairs, in the order every screen and paper shows them.

use chrono::NaiveDate;
use law::{Checked, InForce, MenuOption, Need, Needed, TestedOn};

/// The facts of an option: a name and what it says.
pub(crate) fn pairs(option: &MenuOption) -> Vec<(&'static str, String)> {
    let mut pairs = vec![
        ("What it is", option.what.clone()),
        ("Who may grant it", option.who.clone()),
    ];
    let mut optional = |key: &'static str, text: &Option<String>| {
        pairs.extend(text.as_ref().map(|text| (key, text.clone())));
    };
    optional("When", &option.when);
    optional("Limits", &option.limits);
    pairs.push(("Consent", need(&option.consent)));
    pairs.push(("Report needed", need(&option.report)));
    let mut optional = |key: &'static str, text: &Option<String>| {
        pairs.extend(text.as_ref().map(|text| (key, text.clone())));
    };
    optional("On breach", &option.breach);
    optional("Run or supervised by", &option.delivered_by);
    optional("May stand beside", &option.combines_with);
    optional("Shuts out", &option.excludes);
    optional("Reviews", &option.reviews);
    optional("Replaces or replaced by", &option.succession);
    pairs.push(("Authority", option.authority.clone()));
    pairs.push(("In force", window(&option.in_force)));
    pairs.push(("Checked", checked(option).to_owned()));
    pairs
}

/// The days on which an option exists, in words.
pub(crate) fn window(window: &InForce) -> String {
    let days = match (window.from, window.until) {
        (_, _) if window.ended => "Ended on a day that is not recorded".to_owned(),
        (Some(from), Some(until)) => {
            format!("From {} to {}", casework::date(from), casework::date(until))
        }
        (Some(from), None) => format!("From {}", casework::date(from)),
        (None, Some(until)) => format!("Until {}", casework::date(until)),
        (None, None) => "No dates recorded".to_owned(),
    };
    let days = match window.tested_on {
        TestedOn::TheOrder => days,
        TestedOn::TheOffence => format!("{days}, by the date of the offence"),
    };
    window
        .note
        .as_ref()
        .map_or(days.clone(), |note| format!("{days}. {note}"))
}

/// Why an option may not be open on the day of the paper; nothing where it is in force.
pub(crate) fn closed(window: &InForce, as_at: NaiveDate) -> Option<&'static str> {
    if window.includes(as_at) {
        None
    } else if window.may_be_used(as_at) {
        Some("Open only for offences of the days named under “In force”.")
    } else {
        Some("Not in force on the date of this paper.")
    }
}

/// Whether the facts were checked, in words.
pub(crate) fn checked(option: &MenuOption) -> &'static str {
    match (option.checked, option.has_unchecked_part()) {
        (Checked::Unverified, _) => "Not checked against an official text",
        (Checked::Verified, true) => "Checked, except where marked [?]",
        (Checked::Verified, false) => "Checked against an official text",
    }
}

/// Whether something is needed, in words.
pub(crate) fn need(need: &Need) -> String {
    let word = needed(need.needed);
    need.says
        .as_ref()
        .map_or_else(|| word.to_owned(), |says| format!("{word}. {says}"))
}

/// Whether something is needed, in a word.
pub(crate) fn needed(needed: Needed) -> &'static str {
    match needed {
        Needed::Yes => "Yes",
        Needed::No => "No",
        Needed::InPractice => "In practice",
        Needed::Depends => "It depends",
        Needed::NotKnown => "Not known",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_for_older_offences_is_not_called_out_of_force() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let replaced = InForce {
            until: Some(day("2011-01-31")),
            tested_on: TestedOn::TheOffence,
            ..InForce::default()
        };
        let ended = InForce {
            ended: true,
            ..InForce::default()
        };

        let told = [&replaced, &ended, &InForce::default()]
            .map(|window| closed(window, day("2026-11-22")));

        assert_eq!(
            told,
            [
                Some("Open only for offences of the days named under “In force”."),
                Some("Not in force on the date of this paper."),
                None,
            ]
        );
    }
}
