//! What the entry of an option says of itself: its days, courts and stages.

use chrono::NaiveDate;

use crate::condition::{AS_AT, Circumstances};
use crate::in_force::Standing;
use crate::trial::Gathered;
use crate::{
    Checked, FactId, FactValue, Facts, Ground, InForce, MenuOption, RuleId, TestedOn, WindowEnd,
};

/// The list of options that are known to have been open on a day of which the edition cannot tell.
pub const OPEN_THEN: &str = "open_then";

impl Gathered<'_> {
    /// Tries what the entry of the option itself says.
    pub(crate) fn entry(&mut self, option: &MenuOption, given: &Circumstances<'_>) {
        self.window(option, given);
        self.courts(option, given.facts);
        self.stages(option, given.facts);
    }

    fn window(&mut self, option: &MenuOption, given: &Circumstances<'_>) {
        let window = &option.in_force;
        let (day, fact) = match window.tested_on {
            TestedOn::TheOrder => (Some(given.as_at), AS_AT),
            TestedOn::TheOffence => (given.facts.date("offence_date"), "offence_date"),
        };
        let rule = RuleId(format!("{}.in-force", option.id.0));
        let Some(day) = day else {
            self.await_for(&rule, fact, &fact.into());
            return;
        };
        match window.standing(day) {
            Standing::Holds => {}
            Standing::NotYet => self.shut_out(option, rule, window, WindowEnd::From),
            Standing::NoMore => self.shut_out(option, rule, window, WindowEnd::Until),
            Standing::CannotBeTold => self.cannot_be_told(option, rule, given.facts),
        }
    }

    fn shut_out(&mut self, option: &MenuOption, rule: RuleId, window: &InForce, end: WindowEnd) {
        let mut ground = entry_ground(option, rule, &window_says(window));
        if window.unchecked.contains(&end) {
            ground.checked = Checked::Unverified;
        }
        self.bars.push(ground);
    }

    /// The days that are recorded do not say whether it was open: somebody has to find out.
    fn cannot_be_told(&mut self, option: &MenuOption, rule: RuleId, facts: &Facts) {
        let found_out = FactId(OPEN_THEN.to_owned());
        match facts.value(&found_out) {
            Some(FactValue::List(open)) if open.contains(&option.id.0) => {}
            Some(FactValue::List(_)) => {
                self.bars.push(entry_ground(option, rule, NOT_OPEN_THEN));
            }
            Some(_) | None => {
                self.await_for(&rule, OPEN_THEN, &found_out);
                let mut ground = entry_ground(option, rule, &doubt_says(&option.in_force));
                ground.checked = Checked::Unverified;
                self.duties.push(ground);
            }
        }
    }

    fn courts(&mut self, option: &MenuOption, facts: &Facts) {
        if option.courts.is_empty() {
            return;
        }
        let id = RuleId(format!("{}.courts", option.id.0));
        match facts.value(&"court".into()) {
            None => self.await_for(&id, "court", &"court".into()),
            Some(FactValue::Choice(court)) => {
                let open = option.courts.iter().any(|kind| kind.code() == court);
                if !open {
                    let courts: Vec<_> = option.courts.iter().map(|kind| kind.name()).collect();
                    let says = format!("It is open only to: {}.", courts.join("; "));
                    self.bars.push(entry_ground(option, id, &says));
                }
            }
            Some(_) => {}
        }
    }

    fn stages(&mut self, option: &MenuOption, facts: &Facts) {
        if option.stages.is_empty() {
            return;
        }
        let id = RuleId(format!("{}.stages", option.id.0));
        match facts.value(&"stage".into()) {
            None => self.await_for(&id, "stage", &"stage".into()),
            Some(FactValue::Choice(stage)) => {
                let open = option.stages.iter().any(|kind| kind.code() == stage);
                if !open {
                    let stages: Vec<_> = option.stages.iter().map(|kind| kind.name()).collect();
                    let says = format!("It is used only at these stages: {}.", stages.join("; "));
                    self.bars.push(entry_ground(option, id, &says));
                }
            }
            Some(_) => {}
        }
    }
}

/// A ground that is the entry of the option itself: the courts, stages or days that it names.
fn entry_ground(option: &MenuOption, rule: RuleId, says: &str) -> Ground {
    Ground {
        rule,
        says: says.to_owned(),
        authority: option.authority.clone(),
        would_change: None,
        instead: Vec::new(),
        if_known: Vec::new(),
        checked: option.checked,
    }
}

const NOT_OPEN_THEN: &str = "It is recorded that it was not open on the day asked about.";

fn window_says(window: &InForce) -> String {
    let what = match window.tested_on {
        TestedOn::TheOrder => "It was not in force on the day asked about",
        TestedOn::TheOffence => "It is open only for offences of other days",
    };
    let days: Vec<String> = [first_day(window), last_day(window)]
        .into_iter()
        .flatten()
        .collect();
    if days.is_empty() {
        format!("{what}.")
    } else {
        format!("{what}: {}.", days.join(" "))
    }
}

fn first_day(window: &InForce) -> Option<String> {
    let begun_in = window.begun_in.and_then(|span| span.from);
    let from = window.from.map(|from| format!("from {}", day(from)));
    let says = from.or_else(|| {
        begun_in.map(|from| format!("from a day that is not recorded, in or after {}", day(from)))
    });
    says.map(|says| marked(says, window, WindowEnd::From))
}

fn last_day(window: &InForce) -> Option<String> {
    let says = match (window.until, window.ended) {
        (Some(until), _) => format!("to {}", day(until)),
        (None, true) => match window.ended_in.and_then(|span| span.until) {
            Some(until) => format!("to a day that is not recorded, not after {}", day(until)),
            None => "it has ended, on a day that is not recorded".to_owned(),
        },
        (None, false) => return None,
    };
    Some(marked(says, window, WindowEnd::Until))
}

/// Says after a day that was not checked that it was not.
fn marked(says: String, window: &InForce, end: WindowEnd) -> String {
    if window.unchecked.contains(&end) {
        format!("{says} [?]")
    } else {
        says
    }
}

fn doubt_says(window: &InForce) -> String {
    let which = match (window.begun_in, window.ended_in) {
        (Some(_), None) => "began",
        (None, Some(_)) => "ended",
        (Some(_), Some(_)) | (None, None) => "began or ended",
    };
    let day = match window.tested_on {
        TestedOn::TheOrder => "the day asked about",
        TestedOn::TheOffence => "the day of the offence",
    };
    format!(
        "Whether it was open on {day} cannot be told from this edition: the day on which it {which} \
         is not recorded [?]."
    )
}

fn day(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}
