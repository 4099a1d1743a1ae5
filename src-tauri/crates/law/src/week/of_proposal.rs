//! What a week says of the parts of a proposal: which of them cannot be kept as it stands, and why.

use serde::{Deserialize, Serialize};

use super::commitment::Standing;
use super::{Clash, Commitment, CommitmentKind, Week, WeekLaw, hours, words};
use crate::{MenuOption, OptionId, Part, Proposal};

/// What a week says of one part of a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct PartInWeek {
    /// The part.
    pub option: OptionId,
    /// Its name.
    pub name: String,
    /// What its times are in a week. Never empty: a part that takes up no time is not told of.
    pub kinds: Vec<CommitmentKind>,
    /// The places in the week of what stands for it; empty where nothing is put down for it.
    pub stands: Vec<u32>,
    /// What cannot be kept beside what stands for it.
    pub clashes: Vec<Clash>,
    /// What its figures come to with the times that stand for it.
    pub notes: Vec<WeekNote>,
}

/// What a figure of a part comes to in a week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct WeekNote {
    /// What it comes to, to the person reading.
    pub says: String,
    /// Whether the figure and the times fit together.
    pub fits: bool,
    /// What the law asks, where they do not.
    pub rule: Option<String>,
    /// The provision that asks it.
    pub authority: Option<String>,
}

impl PartInWeek {
    /// Whether it goes beyond a limit that the law sets.
    pub fn breaks(&self) -> bool {
        self.clashes.iter().any(|clash| clash.breaks)
    }
}

impl Week {
    /// Holds the parts of a proposal against the week, each that takes up time in one.
    ///
    /// What stands in the week for a part is every commitment of a kind that its entry names. A
    /// provision is cited only for the orders of which it speaks.
    pub fn beside(
        &self,
        proposal: &Proposal,
        options: &[MenuOption],
        law: &WeekLaw,
    ) -> Vec<PartInWeek> {
        let entry = |part: &Part| options.iter().find(|option| option.id == part.option);
        let told: Vec<Told<'_>> = proposal
            .parts
            .iter()
            .filter_map(|part| Told::of(part, entry(part)?, &self.commitments))
            .collect();
        let clashes = self.try_out(law).clashes;
        let on_the_parts = told.iter().map(|mine| PartInWeek {
            option: mine.part.option.clone(),
            name: mine.entry.name.clone(),
            kinds: mine.entry.in_week.clone(),
            stands: mine.stands.clone(),
            clashes: mine.share_of(&clashes, &told, &self.commitments, law),
            notes: mine.notes(&told, &self.commitments),
        });
        on_the_parts.collect()
    }
}

/// A part with its entry, and what stands in the week for it.
struct Told<'p> {
    part: &'p Part,
    entry: &'p MenuOption,
    stands: Vec<u32>,
}

impl<'p> Told<'p> {
    fn of(part: &'p Part, entry: &'p MenuOption, week: &[Commitment]) -> Option<Self> {
        let stands = (0..).zip(week);
        let stands = stands.filter(|(_, one)| entry.in_week.contains(&one.kind));
        (!entry.in_week.is_empty()).then(|| Self {
            part,
            entry,
            stands: stands.map(|(place, _)| place).collect(),
        })
    }

    /// The clashes in which it has a share.
    fn share_of(
        &self,
        clashes: &[Clash],
        all: &[Self],
        week: &[Commitment],
        law: &WeekLaw,
    ) -> Vec<Clash> {
        let mine = clashes
            .iter()
            .filter(|clash| clash.between.iter().any(|one| self.stands.contains(one)));
        let limited = law.stay_in.as_ref();
        let limited = limited.is_some_and(|limit| limit.of.contains(&self.part.option));
        mine.filter(|clash| limited || !clash.breaks)
            .map(|clash| as_asked(clash, all, week, law))
            .collect()
    }

    fn notes(&self, all: &[Self], week: &[Commitment]) -> Vec<WeekNote> {
        if self.stands.is_empty() {
            return Vec::new();
        }
        [self.pace(all, week), self.longest_day(week)]
            .into_iter()
            .flatten()
            .collect()
    }

    /// How many weeks the hours of unpaid work take, and whether that is the time there is.
    fn pace(&self, all: &[Self], week: &[Commitment]) -> Option<WeekNote> {
        let does = |told: &Self| told.entry.in_week.contains(&CommitmentKind::UnpaidWork);
        if !does(self) || self.part.hours.is_none() {
            return None;
        }
        // What stands in the week stands for all of them together.
        let hours = all.iter().filter(|told| does(told));
        let hours: u32 = hours.filter_map(|told| told.part.hours).sum();
        let days = hours::days_of(CommitmentKind::UnpaidWork, week);
        let a_week: u32 = days.iter().map(|day| u32::from(day.minutes())).sum();
        let minutes = hours.checked_mul(60)?;
        let weeks = minutes.div_ceil(std::num::NonZeroU32::new(a_week)?.get());
        let within = self.entry.done_within.as_ref();
        let most = within.and_then(|within| within.term.whole_weeks());
        let late = most.filter(|most| weeks > *most);
        Some(WeekNote {
            says: words::pace(
                a_week,
                hours,
                weeks,
                late.map(|most| minutes.div_ceil(most)),
            ),
            fits: late.is_none(),
            rule: late.and(within).map(|within| within.says.clone()),
            authority: late.and(within).map(|within| within.authority.clone()),
        })
    }

    /// The day with the most hours in, where the proposal says fewer.
    fn longest_day(&self, week: &[Commitment]) -> Option<WeekNote> {
        let hours = self.part.hours_a_day?;
        if !self.entry.in_week.contains(&CommitmentKind::StayIn) {
            return None;
        }
        let days = hours::days_of(CommitmentKind::StayIn, week);
        let longest = days.iter().map(hours::DayOf::minutes).max()?;
        (u32::from(longest) > hours.saturating_mul(60)).then(|| WeekNote {
            says: words::longer_in(longest.into(), hours),
            fits: false,
            rule: None,
            authority: None,
        })
    }
}

/// A clash of a part, with the provision only where it speaks of every order concerned.
fn as_asked(clash: &Clash, all: &[Told<'_>], week: &[Commitment], law: &WeekLaw) -> Clash {
    let asked = law.compatibility.as_ref();
    let spoken_of = |one: &u32| {
        asked.is_some_and(|asked| {
            all.iter()
                .any(|told| told.stands.contains(one) && asked.of.contains(&told.part.option))
        })
    };
    let of_an_order = |one: &&u32| {
        let at = usize::try_from(**one).ok().and_then(|at| week.get(at));
        at.is_some_and(|one| one.kind.standing() == Standing::Requirement)
    };
    let mut clash = clash.clone();
    if !clash.breaks && !clash.between.iter().filter(of_an_order).all(spoken_of) {
        clash.rule = None;
        clash.authority = None;
    }
    clash
}

#[cfg(test)]
mod tests;
