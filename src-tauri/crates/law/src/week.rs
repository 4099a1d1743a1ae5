//! The week of a person under orders: what stands on which days, and what cannot stand together.

mod clashes;
mod commitment;
mod hours;
mod of_proposal;
mod stretch;
mod words;

use chrono::{NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use crate::OptionId;

pub use commitment::{Commitment, CommitmentKind};
pub use of_proposal::{PartInWeek, WeekNote};

/// A week.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(transparent)]
pub struct Week {
    /// What stands in it, in the order in which it was put.
    pub commitments: Vec<Commitment>,
}

/// What is found of a week.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct WeekFinding {
    /// What cannot stand together.
    pub clashes: Vec<Clash>,
    /// Minutes that the person must stay in, by day from Monday.
    pub stay_in: Vec<u16>,
}

/// Two things that cannot stand together, or a day that asks too much.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub struct Clash {
    /// The places in the week of the commitments concerned.
    pub between: Vec<u32>,
    /// The day on which the shared time begins.
    pub day: Weekday,
    /// When the shared time begins.
    pub from: NaiveTime,
    /// When it ends.
    pub until: NaiveTime,
    /// What is wrong, to the person reading.
    pub says: String,
    /// What the law asks in such a case, or that the provision does not speak of it.
    pub rule: Option<String>,
    /// The provision that asks it.
    pub authority: Option<String>,
    /// Whether it goes beyond a limit that the law sets, and so cannot be ordered as it stands.
    pub breaks: bool,
}

/// The law that a week is tried by, as an edition states it for one day. What is absent is not tried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WeekLaw {
    /// How long a person may be made to stay in.
    pub stay_in: Option<StayInLimit>,
    /// That requirements must fit together, and with religion, work and education.
    pub compatibility: Option<Compatibility>,
}

/// How long a person may be made to stay in on one day, all orders together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StayInLimit {
    /// The most hours.
    pub most_hours_a_day: u32,
    /// The provision that sets them.
    pub authority: String,
    /// The orders that it limits.
    pub of: Vec<OptionId>,
}

/// The provision by which requirements must fit together, and with religion, work and education.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compatibility {
    /// The provision.
    pub authority: String,
    /// The orders and requirements of which it speaks.
    pub of: Vec<OptionId>,
}

impl Week {
    /// Finds what cannot stand together, and how long the person must stay in on each day.
    ///
    /// The week is taken as one that comes round again, so that what begins on Sunday night runs
    /// into Monday. Times are those on the clock: a night when the clocks change is like any other.
    /// A commitment is not tried against itself.
    pub fn try_out(&self, law: &WeekLaw) -> WeekFinding {
        let mut found = clashes::between_pairs(&self.commitments, law);
        let days = hours::days_of(CommitmentKind::StayIn, &self.commitments);
        if let Some(limit) = &law.stay_in {
            found.extend(days.iter().filter_map(|day| day.beyond(limit)));
        }
        found.sort_by(|one, other| one.place().cmp(&other.place()));
        WeekFinding {
            clashes: found,
            stay_in: days.iter().map(hours::DayOf::minutes).collect(),
        }
    }
}

impl Clash {
    fn place(&self) -> (u32, NaiveTime, NaiveTime, &str, &[u32]) {
        let day = self.day.num_days_from_monday();
        (day, self.from, self.until, &self.says, &self.between)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use CommitmentKind::{Caring, KeepAway, Other, Programme, Religion, StayIn, UnpaidWork, Work};
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};

    const EVERY_DAY: [Weekday; 7] = [Mon, Tue, Wed, Thu, Fri, Sat, Sun];

    fn a(kind: CommitmentKind, days: &[Weekday], from: &str, until: &str) -> Commitment {
        Commitment {
            kind,
            name: String::new(),
            days: days.to_vec(),
            from: from.parse().unwrap(),
            until: until.parse().unwrap(),
            travel: 0,
            at_home: false,
        }
    }

    fn far(commitment: Commitment, travel: u16) -> Commitment {
        Commitment {
            travel,
            ..commitment
        }
    }

    fn the_law() -> WeekLaw {
        WeekLaw {
            stay_in: Some(StayInLimit {
                most_hours_a_day: 12,
                authority: "s.1".into(),
                of: vec![],
            }),
            compatibility: Some(Compatibility {
                authority: "s.2".into(),
                of: vec![],
            }),
        }
    }

    fn found(commitments: Vec<Commitment>) -> WeekFinding {
        Week { commitments }.try_out(&the_law())
    }

    fn times(finding: &WeekFinding) -> Vec<String> {
        let told = |clash: &Clash| {
            let (from, until) = (clash.from.format("%H:%M"), clash.until.format("%H:%M"));
            format!("{} {from} {until}", clash.day)
        };
        finding.clashes.iter().map(told).collect()
    }

    #[test]
    fn staying_in_clashes_with_what_is_elsewhere_and_not_with_what_is_at_home() {
        let tag = || a(StayIn, &[Tue], "18:00", "22:00");
        let class = || a(Programme, &[Tue], "17:00", "19:00");
        let at_home = Commitment {
            at_home: true,
            ..far(class(), 60)
        };

        assert_eq!(times(&found(vec![tag(), class()])), ["Tue 18:00 19:00"]);
        assert!(found(vec![tag(), at_home]).clashes.is_empty());
    }

    #[test]
    fn ends_that_touch_do_not_clash() {
        let tag = a(StayIn, &[Tue], "19:00", "07:00");
        let class = a(Programme, &[Tue], "17:00", "19:00");
        let shift = a(Work, &[Wed], "07:00", "17:00");

        assert!(found(vec![tag, class, shift]).clashes.is_empty());
    }

    #[test]
    fn travel_counts_as_away_from_home_before_and_after() {
        let tag = a(StayIn, &[Mon, Tue], "19:00", "07:00");
        let shift = far(a(Work, &[Tue], "07:00", "18:45"), 30);

        let finding = found(vec![tag, shift]);

        assert_eq!(times(&finding), ["Tue 06:30 07:00", "Tue 19:00 19:15"]);
        assert!(finding.clashes[0].says.contains("on the way to"));
        assert!(finding.clashes[1].says.contains("on the way back from"));
    }

    #[test]
    fn a_night_runs_from_sunday_into_monday() {
        let tag = a(StayIn, &[Sun], "20:00", "08:00");
        let shift = a(Work, &[Mon], "06:00", "14:00");

        let finding = found(vec![shift, tag]);

        assert_eq!(times(&finding), ["Mon 06:00 08:00"]);
        assert_eq!(finding.stay_in, [480, 0, 0, 0, 0, 0, 240]);
        assert_eq!(finding.clashes[0].between, [0, 1]);
    }

    #[test]
    fn travel_may_begin_on_the_day_before() {
        let tag = a(StayIn, &[Sun], "22:00", "23:59");
        let early = far(a(Work, &[Mon], "00:30", "06:00"), 60);

        assert_eq!(times(&found(vec![tag, early])), ["Sun 23:30 23:59"]);
    }

    #[test]
    fn keeping_away_from_a_place_takes_no_time() {
        let whole_day = a(KeepAway, &EVERY_DAY, "00:00", "00:00");
        let tag = a(StayIn, &EVERY_DAY, "19:00", "07:00");
        let shift = a(Work, &[Mon], "08:00", "16:00");

        let finding = found(vec![whole_day, tag, shift]);

        assert!(finding.clashes.is_empty());
        assert_eq!(finding.stay_in, [720; 7]);
    }

    #[test]
    fn two_attendances_at_once_clash_for_the_time_that_they_share() {
        let work = far(a(UnpaidWork, &[Thu], "09:00", "16:00"), 30);
        let shift = far(a(Work, &[Thu, Fri], "15:00", "22:00"), 30);

        let finding = found(vec![work, shift]);

        assert_eq!(times(&finding), ["Thu 15:00 16:00"]);
        assert_eq!(
            finding.clashes[0].says,
            "The unpaid work and the person’s work are at the same time."
        );
        assert_eq!(
            finding.clashes[0].rule.as_deref(),
            Some(
                "In a community payback order the court must avoid a clash with the person’s \
                 religion, work or education."
            )
        );
        assert_eq!(finding.clashes[0].authority.as_deref(), Some("s.2"));
    }

    #[test]
    fn travel_between_two_attendances_needs_its_time() {
        let morning = far(a(UnpaidWork, &[Thu], "09:00", "12:00"), 20);
        let afternoon = |from| far(a(Programme, &[Thu], from, "16:00"), 25);

        let enough = found(vec![morning.clone(), afternoon("12:45")]);
        let short = found(vec![morning.clone(), afternoon("12:44")]);
        let none = found(vec![morning, afternoon("12:00")]);

        assert!(enough.clashes.is_empty());
        assert_eq!(times(&short), ["Thu 12:19 12:20"]);
        assert!(short.clashes[0].says.starts_with(
            "The unpaid work and the programme are 44 minutes apart, and the travel between them \
             takes 45 minutes."
        ));
        assert!(none.clashes[0].says.starts_with("There is no time between"));
    }

    #[test]
    fn twelve_hours_in_a_day_are_allowed_and_a_minute_more_is_not() {
        let twelve = found(vec![a(StayIn, &EVERY_DAY, "19:00", "07:00")]);
        let more = found(vec![a(StayIn, &EVERY_DAY, "19:00", "07:01")]);

        assert!(twelve.clashes.is_empty());
        assert_eq!(more.clashes.len(), 7);
        assert_eq!(times(&more)[0], "Mon 23:59 00:00");
        assert_eq!(
            more.clashes[0].says,
            "The person would have to stay in for 12 hours 1 minute on this day."
        );
        assert_eq!(
            more.clashes[0].rule.as_deref(),
            Some("All tag orders together may ask for at most 12 hours in any day.")
        );
        assert_eq!(more.clashes[0].authority.as_deref(), Some("s.1"));
    }

    #[test]
    fn the_orders_count_together_and_hours_in_both_count_once() {
        let one = || a(StayIn, &[Mon], "00:00", "08:00");
        let over_it = a(StayIn, &[Mon], "06:00", "12:00");
        let evening = a(StayIn, &[Mon], "19:00", "20:00");

        let within = found(vec![one(), over_it.clone()]);
        let beyond = found(vec![one(), over_it, evening]);

        assert_eq!((within.stay_in[0], within.clashes.len()), (720, 0));
        assert_eq!(times(&beyond), ["Mon 19:00 20:00"]);
        assert_eq!(beyond.clashes[0].between, [0, 1, 2]);
    }

    #[test]
    fn a_whole_day_in_is_twenty_four_hours() {
        let finding = found(vec![a(StayIn, &[Wed], "00:00", "00:00")]);

        assert_eq!(finding.stay_in[2], 1440);
        assert_eq!(times(&finding), ["Wed 12:00 00:00"]);
    }

    #[test]
    fn without_a_rule_no_figure_is_tried_and_no_provision_is_named() {
        let tag = a(StayIn, &[Wed], "00:00", "00:00");
        let prayer = a(Religion, &[Wed], "13:00", "14:00");

        let finding = Week {
            commitments: vec![tag, prayer],
        }
        .try_out(&WeekLaw::default());

        assert_eq!(times(&finding), ["Wed 13:00 14:00"]);
        assert_eq!(finding.clashes[0].authority, None);
        assert_eq!(finding.clashes[0].rule, None);
    }

    #[test]
    fn care_of_others_is_told_and_no_provision_is_cited_for_it() {
        let work = || a(UnpaidWork, &[Sat], "09:00", "12:00");
        let care = a(Caring, &[Sat], "10:00", "11:00");
        let other = a(Other, &[Sat], "10:00", "11:00");

        let of_care = &found(vec![work(), care]).clashes[0];
        let of_other = &found(vec![work(), other]).clashes[0];

        assert_eq!(of_care.authority, None);
        let rule = of_care.rule.as_deref().unwrap();
        assert!(rule.contains("does not name care of others"));
        assert_eq!(of_other.authority, None);
        assert_eq!(of_other.rule, None);
    }

    #[test]
    fn a_day_named_twice_counts_once_and_no_day_at_all_is_never() {
        let twice = a(StayIn, &[Mon, Mon], "10:00", "11:00");
        let never = a(Work, &[], "10:00", "11:00");

        let finding = found(vec![twice, never]);

        assert!(finding.clashes.is_empty());
        assert_eq!(finding.stay_in[0], 60);
    }
}
