//! The calendars of courts and councils that an office keeps. None is part of the content: court
//! holidays are set for each district by an act of court (CP95 s.8 [?]), and councils set their own.

use chrono::NaiveDate;
use law::{Fact, FactChoice, FactId, FactKind};
use serde::{Deserialize, Serialize};

use crate::{Calculator, CalendarKind, CalendarWords};

/// The closed days of one court or council, as somebody here entered them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptCalendar {
    /// Whether it is a court's or a council's.
    pub kind: CalendarKind,
    /// Whose it is, by id.
    pub place: String,
    /// Whose it is, by name.
    pub name: String,
    /// Its days, in order.
    pub days: Vec<KeptDay>,
}

/// A day on which a court or a council is closed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct KeptDay {
    /// The day.
    pub day: NaiveDate,
    /// What it is called.
    pub name: String,
}

/// The words of the input by which a kept calendar is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CalendarInput {
    /// Its label.
    pub label: String,
    /// What choosing one does.
    pub help: String,
}

/// The input by which a kept calendar is chosen; nothing for a kind of which none is kept.
fn input_name(kind: CalendarKind) -> Option<(&'static str, &'static str)> {
    match kind {
        CalendarKind::Court => Some(("court-calendar", "court-holiday-1")),
        CalendarKind::Council => Some(("council-calendar", "council-holiday-1")),
        CalendarKind::National | CalendarKind::Prison => None,
    }
}

impl CalendarWords {
    /// The id of the input by which a kept calendar of a kind is chosen.
    pub(crate) fn chosen_by(&self, kind: CalendarKind) -> Option<FactId> {
        let (name, _) = input_name(kind)?;
        Some(FactId(format!("{}-{name}", self.inputs_of)))
    }

    /// Puts the input before the days that are entered one by one, where a calculator asks for them
    /// and a calendar is kept.
    pub(crate) fn offer(&self, calculator: &mut Calculator, kept: &[KeptCalendar]) {
        for (kind, words) in [
            (CalendarKind::Court, &self.court_calendar),
            (CalendarKind::Council, &self.council_calendar),
        ] {
            let choices: Vec<FactChoice> = kept
                .iter()
                .filter(|calendar| calendar.kind == kind)
                .map(KeptCalendar::choice)
                .collect();
            let first_day = input_name(kind).map(|(_, day)| format!("{}-{day}", self.inputs_of));
            let mut inputs = calculator.inputs.iter();
            let place = inputs.position(|input| Some(&input.id.0) == first_day.as_ref());
            let (Some(place), Some(id), false) = (place, self.chosen_by(kind), choices.is_empty())
            else {
                continue;
            };
            let group = calculator.inputs.get(place).map(|day| day.group.clone());
            let input = Fact {
                id,
                group: group.unwrap_or_default(),
                kind: FactKind::Choice,
                label: words.label.clone(),
                help: Some(words.help.clone()),
                choices,
            };
            calculator.inputs.insert(place, input);
        }
    }
}

impl KeptCalendar {
    fn choice(&self) -> FactChoice {
        FactChoice {
            id: self.place.clone(),
            name: self.name.clone(),
            also: Vec::new(),
        }
    }
}
