//! What is said of a clash. Day and times stand beside these words and are not repeated in them.

use super::clashes::Meeting;
use super::commitment::Standing;
use super::{Commitment, CommitmentKind};

/// How two commitments meet; where one is staying in it is the first.
pub(super) fn meeting(meeting: Meeting, first: &Commitment, second: &Commitment) -> String {
    let (one, other) = (named(first), named(second));
    let says = match meeting {
        Meeting::AwayFromHome if second.way() > 0 => {
            format!(
                "{one} asks the person to stay in while {other}, with its travel, keeps them away."
            )
        }
        Meeting::AwayFromHome => {
            format!("{one} asks the person to stay in while {other} keeps them away.")
        }
        Meeting::OnTheWayThere => {
            format!("{one} asks the person to stay in while they are on the way to {other}.")
        }
        Meeting::OnTheWayBack => {
            format!("{one} asks the person to stay in while they are on the way back from {other}.")
        }
        Meeting::AtOnce => format!("{one} and {other} are at the same time."),
        Meeting::TooClose { between: 0, travel } => format!(
            "There is no time between {one} and {other}, and the travel between them takes {}.",
            length(travel)
        ),
        Meeting::TooClose { between, travel } => format!(
            "{one} and {other} are {} apart, and the travel between them takes {}.",
            length(between),
            length(travel)
        ),
    };
    begun_with_a_capital(&says)
}

/// Whether the provision by which requirements must fit together speaks of such a pair.
pub(super) fn is_of_the_provision(standings: (Standing, Standing)) -> bool {
    use Standing::{Named, Requirement};
    matches!(
        standings,
        (Requirement, Requirement | Named) | (Named, Requirement)
    )
}

/// What the provision asks of such a pair, or that it does not name care.
pub(super) fn what_the_provision_asks(standings: (Standing, Standing)) -> Option<&'static str> {
    use Standing::{Beside, Care, Named, Requirement};
    match standings {
        (Requirement, Requirement) => Some(
            "The court must see that the requirements of a community payback order fit together.",
        ),
        (Requirement, Named) | (Named, Requirement) => Some(
            "In a community payback order the court must avoid a clash with the person’s religion, \
             work or education.",
        ),
        (Requirement, Care) | (Care, Requirement) => Some(
            "The provision on clashes names religion, work and education. It does not name care of \
             others, so no rule is cited.",
        ),
        (Requirement, Beside)
        | (Beside, Requirement)
        | (Named | Care | Beside, Named | Care | Beside) => None,
    }
}

/// A day that asks for more hours in than there may be.
pub(super) fn long_in(minutes: u32) -> String {
    format!(
        "The person would have to stay in for {} on this day.",
        length(minutes)
    )
}

/// How many hours in there may be.
pub(super) fn the_most_in(hours: u32) -> String {
    format!(
        "All tag orders together may ask for at most {} in any day.",
        length(hours.saturating_mul(60))
    )
}

/// How many weeks hours of work take, and what each week would have to have where that is too long.
pub(super) fn pace(a_week: u32, hours: u32, weeks: u32, needed: Option<u32>) -> String {
    let (each, all) = (length(a_week), length(hours.saturating_mul(60)));
    let takes = match weeks {
        1 => "1 week".to_owned(),
        _ => format!("{weeks} weeks"),
    };
    let says = format!("At {each} a week, {all} of work take {takes}.");
    match needed {
        Some(needed) => format!(
            "{says} To be done in time they need {} a week.",
            length(needed)
        ),
        None => says,
    }
}

/// A day that asks for more hours in than the proposal says.
pub(super) fn longer_in(minutes: u32, hours: u32) -> String {
    format!(
        "The week asks for {} in on its longest day, and the proposal says {} a day.",
        length(minutes),
        length(hours.saturating_mul(60))
    )
}

/// A length of time: "1 hour 30 minutes".
pub(super) fn length(minutes: u32) -> String {
    let part = |count: u32, unit: &str| match count {
        0 => None,
        1 => Some(format!("1 {unit}")),
        _ => Some(format!("{count} {unit}s")),
    };
    let parts = [part(minutes / 60, "hour"), part(minutes % 60, "minute")];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    parts.join(" ")
}

fn begun_with_a_capital(says: &str) -> String {
    let mut letters = says.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

fn named(commitment: &Commitment) -> String {
    match commitment.name.trim() {
        "" => kind_name(commitment.kind).to_owned(),
        name => format!("“{name}”"),
    }
}

fn kind_name(kind: CommitmentKind) -> &'static str {
    match kind {
        CommitmentKind::StayIn => "the time in",
        CommitmentKind::KeepAway => "the time to keep away",
        CommitmentKind::UnpaidWork => "the unpaid work",
        CommitmentKind::Programme => "the programme",
        CommitmentKind::Appointment => "the appointment",
        CommitmentKind::Treatment => "the treatment",
        CommitmentKind::Work => "the person’s work",
        CommitmentKind::Education => "the person’s education",
        CommitmentKind::Caring => "the person’s care of others",
        CommitmentKind::Religion => "the person’s religious observance",
        CommitmentKind::Other => "the other commitment",
    }
}
