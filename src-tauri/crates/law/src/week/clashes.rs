//! Which two commitments cannot both be kept, and when.

use super::stretch::Stretch;
use super::{Clash, Commitment, WeekLaw, words};

/// How two commitments meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meeting {
    /// The person must stay in and is somewhere else.
    AwayFromHome,
    /// The person must stay in and is on the way there.
    OnTheWayThere,
    /// The person must stay in and is on the way back.
    OnTheWayBack,
    /// Both at once.
    AtOnce,
    /// One after the other with too little time between.
    TooClose {
        /// Minutes between the two.
        between: u32,
        /// Minutes of travel that are put down for the same time.
        travel: u32,
    },
}

/// The clashes of every two commitments, without order.
pub(super) fn between_pairs(commitments: &[Commitment], law: &WeekLaw) -> Vec<Clash> {
    let placed: Vec<(u32, &Commitment)> = (0..).zip(commitments).collect();
    let mut found = Vec::new();
    for (place, one) in &placed {
        for (later, other) in placed.iter().filter(|(later, _)| later > place) {
            let pair = Pair::of(one, other);
            found.extend(pair.meetings().into_iter().flat_map(|(meeting, shared)| {
                let between = vec![*place, *later];
                pair.told(meeting, shared, &between, law)
            }));
        }
    }
    found
}

/// Two commitments, in an order that does not turn on which was put in the week first.
struct Pair<'c> {
    first: &'c Commitment,
    second: &'c Commitment,
}

impl<'c> Pair<'c> {
    fn of(one: &'c Commitment, other: &'c Commitment) -> Self {
        let rank = |commitment: &Commitment| commitment.kind as u8;
        if (rank(one), &one.name) <= (rank(other), &other.name) {
            Self {
                first: one,
                second: other,
            }
        } else {
            Self {
                first: other,
                second: one,
            }
        }
    }

    fn meetings(&self) -> Vec<(Meeting, Stretch)> {
        let Self { first, second } = self;
        let mut met = Vec::new();
        for one in first.stretches() {
            for other in second.stretches() {
                match (first.kind.stays_in(), second.kind.stays_in()) {
                    _ if !first.kind.takes_time() || !second.kind.takes_time() => {}
                    (true, true) => {}
                    (true, false) => met.extend(away(one, second, other)),
                    (false, true) => met.extend(away(other, first, one)),
                    (false, false) => met.extend(attending(first, one, second, other)),
                }
            }
        }
        met
    }

    fn told(
        &self,
        meeting: Meeting,
        shared: Stretch,
        between: &[u32],
        law: &WeekLaw,
    ) -> Vec<Clash> {
        let (first, second) = (self.first, self.second);
        let standings = (first.kind.standing(), second.kind.standing());
        let asked = law.compatibility.as_ref();
        let authority = asked.filter(|_| words::is_of_the_provision(standings));
        let says = words::meeting(meeting, first, second);
        let rule = asked.and_then(|_| words::what_the_provision_asks(standings));
        let clash = |piece: Stretch| Clash {
            between: between.to_vec(),
            day: piece.day(),
            from: piece.from(),
            until: piece.until(),
            says: says.clone(),
            rule: rule.map(str::to_owned),
            authority: authority.map(|asked| asked.authority.clone()),
            breaks: false,
        };
        shared.pieces().map(clash).collect()
    }
}

/// Staying in against something that may be somewhere else.
fn away(stay: Stretch, other: &Commitment, at: Stretch) -> Vec<(Meeting, Stretch)> {
    if other.at_home {
        return Vec::new();
    }
    let travel = other.way();
    let told = |shared: Stretch| {
        let meeting = if shared.shared(at).next().is_some() {
            Meeting::AwayFromHome
        } else if at.gap_before(shared) < travel {
            Meeting::OnTheWayBack
        } else {
            Meeting::OnTheWayThere
        };
        (meeting, shared)
    };
    stay.shared(at.widened(travel)).map(told).collect()
}

/// Two things that the person attends.
fn attending(
    first: &Commitment,
    one: Stretch,
    second: &Commitment,
    other: Stretch,
) -> Vec<(Meeting, Stretch)> {
    let at_once: Vec<_> = one.shared(other).collect();
    if !at_once.is_empty() {
        return at_once.into_iter().map(|s| (Meeting::AtOnce, s)).collect();
    }
    let between = one.gap_before(other).min(other.gap_before(one));
    let travel = first.way() + second.way();
    let close = one.widened(first.way()).shared(other.widened(second.way()));
    close
        .map(|shared| (Meeting::TooClose { between, travel }, shared))
        .collect()
}
